import type { CalendarDate, OfficeCode } from "../../contract/primitives.ts";
import { accept, type Result, refuse } from "../../contract/results.ts";
import type { Reader } from "../../data/reader.ts";
import { readPremises, type StoredPremises } from "../../data/rental/premises.ts";
import { holdsPremises } from "../../domain/rental/history.ts";
import { listOccupancies } from "./leaseHistory.ts";

/** The last day that any lease can know of. */
export const FOREVER: CalendarDate = "2099-12-31";

export interface Span {
  readonly from: CalendarDate;
  /** Both included; null for no end. */
  readonly to: CalendarDate | null;
}

/** The number of a lease that has one of these premises on a day of the span; undefined when they are free. */
export function leaseHolding(
  reader: Reader,
  about: { office: OfficeCode; premises: readonly string[]; exceptLease?: string | undefined },
  { from, to }: Span,
): string | undefined {
  const asked = new Set(about.premises);
  return listOccupancies(reader, { office: about.office }).find(
    ({ lease, history }) =>
      lease.id !== about.exceptLease &&
      lease.terms.premises.some(({ premisesId }) => asked.has(premisesId)) &&
      holdsPremises(history, from, to ?? FOREVER),
  )?.lease.number;
}

export function isRetired({ retiredOn }: StoredPremises, day: CalendarDate): boolean {
  return retiredOn !== null && retiredOn <= day;
}

/** Refuses premises that nobody knows, that are out of use by the span's end, or that somebody has within it. */
export function requireFree(
  reader: Reader,
  about: { office: OfficeCode; premises: readonly string[]; exceptLease?: string | undefined },
  span: Span,
  field: string,
): Result<null> {
  for (const id of about.premises) {
    const found = readPremises(reader, id);
    if (found === undefined || found.office !== about.office)
      return refuse("rental.premisesUnknown", { field });
    if (isRetired(found, span.to ?? FOREVER)) return refuse("rental.premisesRetired", { field });
  }
  const number = leaseHolding(reader, about, span);
  return number === undefined ? accept(null) : refuse("rental.premisesTaken", { field, values: { number } });
}
