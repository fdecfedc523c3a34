import type { CalendarDate } from "../../../src/contract/primitives.ts";
import { addDays, addMonths, yearOf } from "../../../src/domain/calendar.ts";

export interface Period {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
}

export const PERIODS = ["today", "thisMonth", "lastMonth", "thisYear"] as const;
export type PeriodName = (typeof PERIODS)[number];

function monthOf(day: CalendarDate): Period {
  const from = `${day.slice(0, 7)}-01`;
  return { from, to: addDays(addMonths(from, 1), -1) };
}

/** The first and last day of a named period, both included. */
export function periodOf(name: PeriodName, today: CalendarDate): Period {
  switch (name) {
    case "today":
      return { from: today, to: today };
    case "thisMonth":
      return monthOf(today);
    case "lastMonth":
      return monthOf(addMonths(`${today.slice(0, 7)}-01`, -1));
    case "thisYear":
      return { from: `${yearOf(today)}-01-01`, to: `${yearOf(today)}-12-31` };
  }
}
