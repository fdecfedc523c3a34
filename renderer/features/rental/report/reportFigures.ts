import type { Id } from "../../../../src/contract/primitives.ts";
import type { RentalReport } from "../../../../src/contract/rentalViews.ts";

/** What a month, or some premises over all months, came to. */
export interface Sums {
  readonly daysLet: number;
  readonly days: number;
  readonly asked: number;
  readonly received: number;
}

const NOTHING: Sums = { daysLet: 0, days: 0, asked: 0, received: 0 };

export function sumOf(all: readonly Sums[]): Sums {
  return all.reduce(
    (sum, one) => ({
      daysLet: sum.daysLet + one.daysLet,
      days: sum.days + one.days,
      asked: sum.asked + one.asked,
      received: sum.received + one.received,
    }),
    NOTHING,
  );
}

/** Whole percent of the days on which it could be let; null where there was no such day. */
export function occupancyOf({ daysLet, days }: Pick<Sums, "daysLet" | "days">): number | null {
  return days === 0 ? null : Math.round((daysLet * 100) / days);
}

/** The months of all premises, or of one. @param premisesId null for all */
export function monthsOf(
  report: Pick<RentalReport, "months" | "cells">,
  premisesId: Id | null,
): readonly (Sums & { readonly month: string })[] {
  if (premisesId === null) return report.months;
  return report.cells.filter((cell) => cell.premisesId === premisesId);
}

/** Each of the premises over all months, in the order of the report. */
export function premisesSums(
  report: Pick<RentalReport, "premises" | "cells">,
): readonly (RentalReport["premises"][number] & Sums)[] {
  const cells = new Map<Id, Sums[]>();
  for (const cell of report.cells) {
    const known = cells.get(cell.premisesId);
    if (known) known.push(cell);
    else cells.set(cell.premisesId, [cell]);
  }
  return report.premises.map((premises) => ({ ...premises, ...sumOf(cells.get(premises.id) ?? []) }));
}
