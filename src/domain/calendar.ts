import type { CalendarDate } from "../contract/primitives.ts";

/** Days as `YYYY-MM-DD`; all arithmetic in the proleptic Gregorian calendar, without time zones. */

const DAY_MS = 86_400_000;

function toUtc(day: CalendarDate): number {
  return Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8, 10)));
}

function fromUtc(ms: number): CalendarDate {
  return new Date(ms).toISOString().slice(0, 10);
}

const DAYS_IN_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Days of a month (1 to 12); 0 for a month that does not exist. */
function daysInMonth(year: number, month: number): number {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return month === 2 && isLeap ? 29 : (DAYS_IN_MONTH[month - 1] ?? 0);
}

function exists(year: number, month: number, day: number): boolean {
  return year >= 1000 && year <= 9999 && day >= 1 && day <= daysInMonth(year, month);
}

/** Whether `text` is `YYYY-MM-DD` and that day exists. */
export function isCalendarDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  return exists(Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8, 10)));
}

/** The day of these whole numbers, or null when it does not exist (31 February). Years 1000 to 9999. */
export function dayOf(year: number, month: number, day: number): CalendarDate | null {
  if (!exists(year, month, day)) return null;
  const two = (value: number) => String(value).padStart(2, "0");
  return `${String(year).padStart(4, "0")}-${two(month)}-${two(day)}`;
}

export function yearOf(day: CalendarDate): number {
  return Number(day.slice(0, 4));
}

export function addDays(day: CalendarDate, days: number): CalendarDate {
  // Every month has these days: most additions need no calendar.
  const sameMonth = Number(day.slice(8, 10)) + days;
  if (sameMonth >= 1 && sameMonth <= 28) return `${day.slice(0, 8)}${String(sameMonth).padStart(2, "0")}`;
  return fromUtc(toUtc(day) + days * DAY_MS);
}

/** The same day `months` later; the month's last day where that day does not exist (31 January + 1 = 28 February). */
export function addMonths(day: CalendarDate, months: number): CalendarDate {
  const year = yearOf(day);
  const month = Number(day.slice(5, 7)) - 1 + months;
  const lastDay = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return fromUtc(Date.UTC(year, month, Math.min(Number(day.slice(8, 10)), lastDay)));
}

/** Days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return Math.round((toUtc(to) - toUtc(from)) / DAY_MS);
}

/** Full years from `from` to `to`. Someone born on 29 February turns on 1 March in common years. */
export function fullYearsBetween(from: CalendarDate, to: CalendarDate): number {
  const years = yearOf(to) - yearOf(from);
  return to.slice(5) < from.slice(5) ? years - 1 : years;
}

/** The day on a calendar that hangs in the office: Mali keeps UTC all year. */
export function dayOfInstant(instant: string): CalendarDate {
  return instant.slice(0, 10);
}

/** The month of a day, `YYYY-MM`. Months compare like days, as text. */
export function monthOf(day: CalendarDate): string {
  return day.slice(0, 7);
}

/** The month so many months later. */
export function addToMonth(month: string, months: number): string {
  const count = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1 + months;
  const year = Math.floor(count / 12);
  return `${String(year).padStart(4, "0")}-${String(count - year * 12 + 1).padStart(2, "0")}`;
}

/** Months from `from` to `to`; negative when `to` is earlier. */
export function monthsBetween(from: string, to: string): number {
  return (
    (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 +
    Number(to.slice(5, 7)) -
    Number(from.slice(5, 7))
  );
}

export function daysOfMonth(month: string): number {
  return daysInMonth(Number(month.slice(0, 4)), Number(month.slice(5, 7)));
}

export function firstDayOf(month: string): CalendarDate {
  return `${month}-01`;
}

export function lastDayOfMonth(month: string): CalendarDate {
  return `${month}-${daysOfMonth(month)}`;
}
