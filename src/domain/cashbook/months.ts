import type { MonthName, MonthState } from "../../contract/cashbookTerms.ts";
import type { CalendarDate } from "../../contract/primitives.ts";
import { addDays, addMonths } from "../calendar.ts";

export function monthOf(day: CalendarDate): MonthName {
  return day.slice(0, 7);
}

/** A month's days, both included. */
export function daysOfMonth(month: MonthName): { from: CalendarDate; to: CalendarDate } {
  const from = `${month}-01`;
  return { from, to: addDays(addMonths(from, 1), -1) };
}

/** Every month from the first to the last, both included, the earliest first; none when they are the wrong way round. */
export function monthsFromTo(first: MonthName, last: MonthName): MonthName[] {
  const months: MonthName[] = [];
  for (let month = first; month <= last; month = monthOf(addMonths(`${month}-01`, 1))) months.push(month);
  return months;
}

/** What a month is: `reopened` was closed once. @param closings states of all its closings, of which one may stand */
export function stateOfMonth(
  month: MonthName,
  today: CalendarDate,
  closings: readonly ("closed" | "reopened")[],
): MonthState {
  if (closings.includes("closed")) return "closed";
  if (month >= monthOf(today)) return "running";
  return closings.length > 0 ? "reopened" : "open";
}
