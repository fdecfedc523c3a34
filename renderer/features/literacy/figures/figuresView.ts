import { FiguresBy } from "../../../../src/contract/literacyViews.ts";
import type { CalendarDate } from "../../../../src/contract/primitives.ts";
import { addDays, addMonths, isCalendarDate } from "../../../../src/domain/calendar.ts";

/** Days, both included. */
export interface Period {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
}

export const PERIODS = ["month", "quarter", "year", "lastYear"] as const;
export type PeriodName = (typeof PERIODS)[number];

const MONTHS_OF_QUARTER = 3;

function wholeYear(year: number): Period {
  return { from: `${year}-01-01`, to: `${year}-12-31` };
}

function monthsFrom(first: CalendarDate, months: number): Period {
  return { from: first, to: addDays(addMonths(first, months), -1) };
}

export function periodOf(name: PeriodName, today: CalendarDate): Period {
  const year = Number(today.slice(0, 4));
  const month = Number(today.slice(5, 7));
  const first = `${today.slice(0, 7)}-01`;
  switch (name) {
    case "month":
      return monthsFrom(first, 1);
    case "quarter":
      return monthsFrom(addMonths(first, -((month - 1) % MONTHS_OF_QUARTER)), MONTHS_OF_QUARTER);
    case "year":
      return wholeYear(year);
    case "lastYear":
      return wholeYear(year - 1);
  }
}

/** Reads `?from=2026-01-01&to=2026-12-31`; this year for what is no period. The service judges the rest. */
export function readPeriod(address: URLSearchParams, today: CalendarDate): Period {
  const from = address.get("from") ?? "";
  const to = address.get("to") ?? "";
  return isCalendarDate(from) && isCalendarDate(to) ? { from, to } : periodOf("year", today);
}

/** Everything as one is always shown; this is what the table takes apart. */
export type By = Exclude<FiguresBy, "all">;

/** Offices are told apart at headquarters only. */
export function waysBy(atHeadquarters: boolean): By[] {
  return FiguresBy.options.filter((by): by is By => by !== "all" && (by !== "office" || atHeadquarters));
}

export function readBy(address: URLSearchParams, ways: readonly By[]): By {
  return ways.find((by) => by === address.get("by")) ?? "cohort";
}
