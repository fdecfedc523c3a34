import type { CalendarDate } from "../../contract/primitives.ts";
import { addToMonth, firstDayOf, lastDayOfMonth, monthOf } from "../calendar.ts";
import { type LeaseHistory, lastDayOf, PERIOD_MONTHS } from "./history.ts";

export interface RentPeriod {
  readonly from: CalendarDate;
  /** Its last day. */
  readonly to: CalendarDate;
  /** Its first month, `YYYY-MM`: the name of the period in keys and on paper. */
  readonly month: string;
  readonly due: CalendarDate;
}

/**
 * The periods that begin on or before `until`: whole calendar months, counted from the first of the month in which the
 * lease begins. Only the first and the last are cut, by the days of the lease itself.
 */
export function periodsOf(history: LeaseHistory, until: CalendarDate): RentPeriod[] {
  const { startsOn, period, dueDay } = history.terms;
  const months = PERIOD_MONTHS[period];
  const last = lastDayOf(history);
  const end = last !== null && last < until ? last : until;
  const found: RentPeriod[] = [];
  let month = monthOf(startsOn);
  let from = startsOn;
  while (from <= end) {
    const next = addToMonth(month, months);
    const whole = lastDayOfMonth(addToMonth(next, -1));
    const due = `${month}-${String(dueDay).padStart(2, "0")}`;
    found.push({
      from,
      to: last !== null && last < whole ? last : whole,
      month,
      due: due < startsOn ? startsOn : due,
    });
    month = next;
    from = firstDayOf(next);
  }
  return found;
}
