import type { CalendarDate, Language } from "../../../../src/contract/primitives.ts";
import { addDays, daysBetween, isCalendarDate } from "../../../../src/domain/calendar.ts";
import { mondayOf, weekdayOf } from "../../../../src/domain/literacy/sessions.ts";

/** Days, both included. */
export interface Span {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
}

const LAST_OF_WEEK = 6;

/** As many days as fit on one screen. */
const MOST_DAYS = 31;

export function weekOf(day: CalendarDate): Span {
  const from = mondayOf(day);
  return { from, to: addDays(from, LAST_OF_WEEK) };
}

/** Reads `?from=2026-11-23&to=2026-11-29`; the week of `from` alone; this week for what is no span. */
export function readSpan(address: URLSearchParams, today: CalendarDate): Span {
  const from = address.get("from") ?? "";
  const to = address.get("to") ?? "";
  if (!isCalendarDate(from)) return weekOf(today);
  const days = isCalendarDate(to) ? daysBetween(from, to) : -1;
  return days >= 0 && days < MOST_DAYS ? { from, to } : weekOf(from);
}

/** The days of the same length before or after. */
export function shifted({ from, to }: Span, by: -1 | 1): Span {
  const days = (daysBetween(from, to) + 1) * by;
  return { from: addDays(from, days), to: addDays(to, days) };
}

export function daysOf({ from, to }: Span): CalendarDate[] {
  return Array.from({ length: daysBetween(from, to) + 1 }, (_, index) => addDays(from, index));
}

const WEEKDAYS: Readonly<Record<Language, readonly string[]>> = {
  fr: ["lun.", "mar.", "mer.", "jeu.", "ven.", "sam.", "dim."],
  en: ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"],
};

/** `lun. 23/11` */
export function showWeekday(day: CalendarDate, language: Language): string {
  return `${WEEKDAYS[language][weekdayOf(day) - 1] ?? ""}\u00a0${day.slice(8, 10)}/${day.slice(5, 7)}`;
}
