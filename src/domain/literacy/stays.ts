import type { EnrolmentState, Stay } from "../../contract/literacyTerms.ts";
import type { CalendarDate } from "../../contract/primitives.ts";

/** A woman's stays in classes: when she is in one, and which would share a day. */

type Span = Pick<Stay, "startsOn" | "endedOn">;

/** Whether she is in the class on this day. On the waiting list she is not. */
export function isInClass({ startsOn, endedOn }: Span, day: CalendarDate): boolean {
  return startsOn !== null && startsOn <= day && (endedOn === null || day <= endedOn);
}

/** Whether she is in the class on any day of the span. */
export function isInClassWithin({ startsOn, endedOn }: Span, from: CalendarDate, to: CalendarDate): boolean {
  return (
    startsOn !== null &&
    startsOn <= to &&
    (endedOn === null || endedOn >= from) &&
    startsOn <= (endedOn ?? to)
  );
}

/** What she is in the cohort on a day. */
export function stateOf(stay: Stay, day: CalendarDate): EnrolmentState {
  const { startsOn, endedOn, end } = stay;
  const isOver = endedOn !== null && (endedOn < day || startsOn === null);
  if (!isOver) return startsOn === null || startsOn > day ? "waiting" : "attending";
  if (end === "movedCohort") return "moved";
  return end === "finished" ? "finished" : "left";
}

/**
 * Whether a stay from a day on (without an end yet, or to `to`) would share a day with one of these. Waiting lists
 * do not count.
 */
export function overlapping<S extends Span>(
  stays: readonly S[],
  from: CalendarDate,
  to: CalendarDate | null = null,
): S | undefined {
  return stays.find(
    ({ startsOn, endedOn }) =>
      startsOn !== null &&
      (endedOn === null || endedOn >= from) &&
      (to === null || startsOn <= to) &&
      (endedOn === null || startsOn <= endedOn),
  );
}
