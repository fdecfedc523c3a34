import type { CalendarDate } from "../../../src/contract/primitives.ts";
import { addMonths, yearOf } from "../../../src/domain/calendar.ts";
import { daysOfMonth, monthOf } from "../../../src/domain/cashbook/months.ts";

export interface Period {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
}

export const PERIODS = ["today", "thisMonth", "lastMonth", "thisYear"] as const;
export type PeriodName = (typeof PERIODS)[number];

/** The first and last day of a named period, both included. */
export function periodOf(name: PeriodName, today: CalendarDate): Period {
  switch (name) {
    case "today":
      return { from: today, to: today };
    case "thisMonth":
      return daysOfMonth(monthOf(today));
    case "lastMonth":
      return daysOfMonth(monthOf(addMonths(`${monthOf(today)}-01`, -1)));
    case "thisYear":
      return { from: `${yearOf(today)}-01-01`, to: `${yearOf(today)}-12-31` };
  }
}
