import type { CalendarDate } from "../../contract/primitives.ts";
import { addDays, addMonths } from "../calendar.ts";

/** The health booklet: one check-up every calendar month, due from the month's first day, late after its last. */

const firstOfMonth = (day: CalendarDate): CalendarDate => `${day.slice(0, 7)}-01`;

export interface CheckupStanding {
  readonly state: "done" | "due" | "late";
  /** First day of the month whose check-up is missing, or of the next one when this month's is done. */
  readonly dueFrom: CalendarDate;
  /** Last day on which it is in time. */
  readonly dueUntil: CalendarDate;
}

/**
 * Where she stands on `today`.
 * @param lastOn her last check-up up to today; null when there was none
 * @param since the day from which she is followed: in that month the first one is due
 */
export function checkupStanding(
  lastOn: CalendarDate | null,
  since: CalendarDate,
  today: CalendarDate,
): CheckupStanding {
  const dueFrom = lastOn === null ? firstOfMonth(since) : addMonths(firstOfMonth(lastOn), 1);
  const dueUntil = addDays(addMonths(dueFrom, 1), -1);
  const state = today < dueFrom ? "done" : today <= dueUntil ? "due" : "late";
  return { state, dueFrom, dueUntil };
}

/** Whose last check-up was before this day is late on `today`: a whole month went by without one. */
export function lateBefore(today: CalendarDate): CalendarDate {
  return addMonths(firstOfMonth(today), -1);
}

/** First days of the months from `from` to `to` in which there was a check-up, for the attestation. */
export function monthsChecked(
  checkups: readonly CalendarDate[],
  from: CalendarDate,
  to: CalendarDate,
): CalendarDate[] {
  const months = checkups.filter((on) => on >= from && on <= to).map(firstOfMonth);
  return [...new Set(months)].sort();
}
