import type { CalendarDate, Francs } from "../../contract/primitives.ts";
import type { LeaseChange, LeaseTerms, MeterReading, Termination } from "../../contract/rentalTerms.ts";
import type { LeaseState } from "../../contract/rentalViews.ts";
import { addToMonth, firstDayOf, monthOf, monthsBetween } from "../calendar.ts";
import { halfUp } from "./halfUp.ts";

/** All that a lease's charges are computed from. */
export interface LeaseHistory {
  readonly terms: LeaseTerms;
  /** Those that stand, in the order in which they were entered. */
  readonly changes: readonly LeaseChange[];
  readonly termination: Termination | null;
  readonly readings: readonly MeterReading[];
}

/** Calendar months of a period. */
export const PERIOD_MONTHS = { month: 1, quarter: 3, halfYear: 6, year: 12 } as const;

/** The last day of the lease, itself included; null while it has no end. */
export function lastDayOf({ terms, changes, termination }: LeaseHistory): CalendarDate | null {
  if (termination !== null) return termination.on;
  const renewal = changes.findLast((change) => change.kind === "renewal");
  return renewal === undefined ? terms.endsOn : renewal.endsOn;
}

export function leaseStateOn(history: LeaseHistory, day: CalendarDate): LeaseState {
  const last = lastDayOf(history);
  if (last !== null && day > last) return "ended";
  return day < history.terms.startsOn ? "upcoming" : "running";
}

/** Whether the lease has its premises on any day of a span, both days included. */
export function holdsPremises(history: LeaseHistory, from: CalendarDate, to: CalendarDate): boolean {
  const last = lastDayOf(history);
  const { startsOn } = history.terms;
  const begins = startsOn > from ? startsOn : from;
  const ends = last !== null && last < to ? last : to;
  return begins <= ends;
}

/** Francs of a whole period that begins on `begins`: of the revisions in force the latest, of one day the last entered. */
export function rentOfPeriod({ terms, changes }: LeaseHistory, begins: CalendarDate): Francs {
  let rent = terms.rent;
  let since = "";
  for (const change of changes) {
    if (change.kind !== "revision" || change.from > begins || change.from < since) continue;
    rent = change.rent;
    since = change.from;
  }
  return rent;
}

/** Francs of a whole period in the period that holds the day; before the lease begins those of its first. */
export function rentOn(history: LeaseHistory, day: CalendarDate): Francs {
  const { startsOn, period } = history.terms;
  if (day <= startsOn) return rentOfPeriod(history, startsOn);
  const first = monthOf(startsOn);
  const months = monthsBetween(first, monthOf(day));
  const begins = firstDayOf(addToMonth(first, months - (months % PERIOD_MONTHS[period])));
  return rentOfPeriod(history, begins < startsOn ? startsOn : begins);
}

/** A rent after a revision. @param rate hundredths of a percent, at least -10,000 */
export function revisedRent(rent: Francs, rate: number): Francs {
  return halfUp(rent * (10_000 + rate), 10_000);
}
