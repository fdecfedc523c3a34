import type { Meter, MeterReading } from "../../../../../src/contract/rentalTerms.ts";
import type { LeaseFile } from "../../../../../src/contract/rentalViews.ts";

export interface ReadingLine {
  readonly reading: MeterReading;
  readonly code: string;
  /** Since the reading before; null for a meter's first. */
  readonly used: number | null;
  /** Francs; null where nothing is asked for it. */
  readonly asked: number | null;
}

/** The readings, the newest first, each with what was used since the one before and what is asked for it. */
export function readingLines(file: Pick<LeaseFile, "readings" | "premises" | "charges">): ReadingLine[] {
  const last = new Map<string, number>();
  const lines = file.readings
    .toSorted((a, b) => (a.readOn < b.readOn ? -1 : 1))
    .map((reading) => {
      const meter = `${reading.premisesId} ${reading.meter}`;
      const before = last.get(meter);
      last.set(meter, reading.index);
      const charge = file.charges.find(({ key }) => key === `${reading.meter}:${reading.id}`);
      const code = file.premises.find(({ id }) => id === reading.premisesId)?.code ?? "";
      const used = reading.initial || before === undefined ? null : reading.index - before;
      return { reading, code, used, asked: charge?.amount ?? null };
    });
  return lines.toReversed();
}

/** The meters that the tenant pays by. */
export function pricedMeters({ terms: { charges } }: Pick<LeaseFile, "terms">): Meter[] {
  if (charges.kind !== "meter") return [];
  return (["water", "power"] as const).filter((meter) => charges[meter] !== null);
}

/** What a meter showed last; null when it was never read. */
export function lastIndex(
  file: Pick<LeaseFile, "readings">,
  premisesId: string,
  meter: Meter,
): number | null {
  const own = file.readings.filter((one) => one.premisesId === premisesId && one.meter === meter);
  return own.toSorted((a, b) => (a.readOn < b.readOn ? -1 : 1)).at(-1)?.index ?? null;
}
