import type { CalendarDate } from "../../contract/primitives.ts";
import type { Completeness } from "../../contract/reportingViews.ts";
import { firstDayOf, lastDayOfMonth } from "../calendar.ts";

/** How a month of an office stands at headquarters. */
export type MonthState = Completeness["offices"][number]["cells"][number]["state"];

/** What headquarters has of an office. */
export interface Reach {
  /** Its first day; null where nothing is known. */
  readonly since: CalendarDate | null;
  /** The last day that its journal tells of: of an entry, or of a bundle without newer ones. Null before the first. */
  readonly until: CalendarDate | null;
  /** The own register: nothing has to be sent. */
  readonly isOwn: boolean;
}

/**
 * A month is complete when the journal reaches beyond its end: whatever was entered in it is here. What an office enters
 * late comes later all the same.
 * @param month `YYYY-MM`
 */
export function monthState(month: string, { since, until, isOwn }: Reach, today: CalendarDate): MonthState {
  const last = lastDayOfMonth(month);
  if (since === null || last < since) return "before";
  if (today <= last) return "running";
  if (isOwn) return "complete";
  if (until === null || until < firstDayOf(month)) return "missing";
  return until > last ? "complete" : "partial";
}

/** Whether figures of this month are not all here. */
export const isIncomplete = (state: MonthState): boolean => state === "partial" || state === "missing";
