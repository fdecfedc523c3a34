import type { DepartureReason, MembershipStatus } from "../../contract/membership.ts";
import type { CalendarDate } from "../../contract/primitives.ts";
import { addDays, addMonths, daysBetween } from "../calendar.ts";

export interface TermRules {
  /** Length of a paid term. */
  readonly termMonths: number;
  /** Months after the end during which she may still renew without a gap. */
  readonly graceMonths: number;
}

export interface TermSpan {
  readonly startsOn: CalendarDate;
  /** Last day covered. */
  readonly endsOn: CalendarDate;
}

export interface Departure {
  readonly on: CalendarDate;
  readonly reason: DepartureReason;
}

/** The last day on which an ended term can still be continued. */
export function graceEndsOn(paidUntil: CalendarDate, rules: TermRules): CalendarDate {
  return addMonths(paidUntil, rules.graceMonths);
}

/**
 * Where a member stands on `today`, computed from dates alone: `new` has never paid; `current` is covered or has
 * paid ahead; `grace` is up to `graceMonths` past the end; `expired` later. A departure counts from its day on.
 */
export function membershipStatus(
  paidUntil: CalendarDate | null,
  departure: Departure | null,
  today: CalendarDate,
  rules: TermRules,
): MembershipStatus {
  if (departure !== null && departure.on <= today)
    return departure.reason === "deceased" ? "deceased" : "left";
  if (paidUntil === null) return "new";
  if (today <= paidUntil) return "current";
  return today <= graceEndsOn(paidUntil, rules) ? "grace" : "expired";
}

/**
 * The last day of a term: the one before the same day of its last month. Where that month has no such day (from
 * 31 January, one month), it is the month's last, so that nobody is sold a shorter month.
 */
function termEndsOn(startsOn: CalendarDate, { termMonths }: TermRules): CalendarDate {
  const next = addMonths(startsOn, termMonths);
  return next.slice(8) === startsOn.slice(8) ? addDays(next, -1) : next;
}

/**
 * The term that a payment on `today` buys. Within the grace month it continues the old one without a gap;
 * after a lapse it starts today, and the gap stays visible.
 */
export function nextTerm(
  paidUntil: CalendarDate | null,
  today: CalendarDate,
  rules: TermRules,
): TermSpan & { kind: "first" | "renewal" | "afterLapse" } {
  const lapsed = paidUntil !== null && today > graceEndsOn(paidUntil, rules);
  const startsOn = paidUntil === null || lapsed ? today : addDays(paidUntil, 1);
  const kind = paidUntil === null ? "first" : lapsed ? "afterLapse" : "renewal";
  return { startsOn, endsOn: termEndsOn(startsOn, rules), kind };
}

/** Days without cover before each term, in the order of their start. */
export function withGaps<T extends TermSpan>(terms: readonly T[]): (T & { gapDays: number })[] {
  const sorted = [...terms].sort((a, b) => (a.startsOn < b.startsOn ? -1 : a.startsOn > b.startsOn ? 1 : 0));
  let covered: CalendarDate | null = null;
  return sorted.map((term) => {
    const gapDays = covered === null ? 0 : Math.max(0, daysBetween(covered, term.startsOn) - 1);
    if (covered === null || term.endsOn > covered) covered = term.endsOn;
    return { ...term, gapDays };
  });
}

/** The earliest end of a term that is still within grace on `today`: the same rule as a bound for a query. */
export function earliestEndInGrace(today: CalendarDate, rules: TermRules): CalendarDate {
  let day = addDays(addMonths(today, -rules.graceMonths), 3);
  while (graceEndsOn(addDays(day, -1), rules) >= today) day = addDays(day, -1);
  return day;
}
