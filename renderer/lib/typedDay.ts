import type { CalendarDate } from "../../src/contract/primitives.ts";
import { addDays, addMonths, dayOf, isCalendarDate, yearOf } from "../../src/domain/calendar.ts";

/** What a typed date was taken for. */
export type TypedDay =
  | { readonly kind: "empty" }
  | { readonly kind: "day"; readonly day: CalendarDate }
  | { readonly kind: "unreadable" };

const UNREADABLE: TypedDay = { kind: "unreadable" };

function found(day: CalendarDate | null): TypedDay {
  return day === null ? UNREADABLE : { kind: "day", day };
}

/** `77` → 1977, `05` → 2005: the latest such year that is not after this one, since all our dates lie behind us. */
export function fullYear(twoDigits: number, today: CalendarDate): number {
  const century = Math.floor(yearOf(today) / 100) * 100;
  const year = century + twoDigits;
  return year > yearOf(today) ? year - 100 : year;
}

function withYear(day: string, month: string, year: string, today: CalendarDate): TypedDay {
  if (year.length === 3) return UNREADABLE;
  const full = year.length === 2 ? fullYear(Number(year), today) : Number(year);
  return found(dayOf(full, Number(month), Number(day)));
}

/** `23/11` is the last 23 November that has been. */
function withoutYear(day: string, month: string, today: CalendarDate): TypedDay {
  const thisYear = dayOf(yearOf(today), Number(month), Number(day));
  if (thisYear !== null && thisYear <= today) return found(thisYear);
  return found(dayOf(yearOf(today) - 1, Number(month), Number(day)));
}

/**
 * Reads a day as people type it: `23/11/2026`, `23-11-2026`, `23.11.26`, `23 11 2026`, `23112026`, `231126`,
 * `23/11`, `2026-11-23`.
 * @param today settles the century of two digits and the year of a day without one
 */
export function readTypedDay(text: string, today: CalendarDate): TypedDay {
  const typed = text.trim();
  if (typed === "") return { kind: "empty" };
  if (/^\d{4}-\d{2}-\d{2}$/.test(typed)) return isCalendarDate(typed) ? found(typed) : UNREADABLE;
  const parts = /^(\d{1,2})[\s./-]+(\d{1,2})(?:[\s./-]+(\d{2,4}))?$/.exec(typed);
  const packed = /^(\d{2})(\d{2})(\d{4}|\d{2})$/.exec(typed);
  const [, day, month, year] = parts ?? packed ?? [];
  if (day === undefined || month === undefined) return UNREADABLE;
  return year === undefined ? withoutYear(day, month, today) : withYear(day, month, year, today);
}

/** As `readTypedDay`, of a day to come: `23/11` is the next 23 November, `27` the year 2027. */
export function readComingDay(text: string, today: CalendarDate): TypedDay {
  return readTypedDay(text, addDays(addMonths(today, 12), -1));
}

/** `2026-11-23` → `23/11/2026`, as a field shows it; empty for none. */
export function dayAsTyped(day: CalendarDate | null): string {
  return day === null ? "" : `${day.slice(8, 10)}/${day.slice(5, 7)}/${day.slice(0, 4)}`;
}
