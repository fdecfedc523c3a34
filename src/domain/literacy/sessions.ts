import type { ClassSession, CohortDetails } from "../../contract/literacyTerms.ts";
import type { CalendarDate } from "../../contract/primitives.ts";
import { addDays, daysBetween } from "../calendar.ts";

/** A meeting of the rhythm on its day. */
export interface PlannedSession {
  readonly onDay: CalendarDate;
  readonly from: string;
  readonly minutes: number;
}

type Rhythm = Pick<CohortDetails, "meetings" | "startsOn" | "endsOn">;

/** 1 for Monday to 7 for Sunday. 1 January 1900 was a Monday. */
export function weekdayOf(day: CalendarDate): number {
  return (((daysBetween("1900-01-01", day) % 7) + 7) % 7) + 1;
}

/** The Monday of the week that holds the day. */
export function mondayOf(day: CalendarDate): CalendarDate {
  return addDays(day, 1 - weekdayOf(day));
}

const byTime = (one: PlannedSession, other: PlannedSession): number => {
  if (one.onDay !== other.onDay) return one.onDay < other.onDay ? -1 : 1;
  return one.from < other.from ? -1 : one.from > other.from ? 1 : 0;
};

/**
 * The meetings of a cohort's rhythm within its own days and the span, in order; never on a holiday.
 * @param from @param to of the span, both included
 */
export function plannedSessions(
  cohort: Rhythm,
  holidays: ReadonlySet<CalendarDate>,
  from: CalendarDate,
  to: CalendarDate,
): PlannedSession[] {
  const first = from > cohort.startsOn ? from : cohort.startsOn;
  const last = to < cohort.endsOn ? to : cohort.endsOn;
  const planned: PlannedSession[] = [];
  for (const { weekday, from: at, minutes } of cohort.meetings) {
    const ahead = (weekday - weekdayOf(first) + 7) % 7;
    for (let day = addDays(first, ahead); day <= last; day = addDays(day, 7))
      if (!holidays.has(day)) planned.push({ onDay: day, from: at, minutes });
  }
  return planned.sort(byTime);
}

const keyOf = ({ onDay, from }: PlannedSession) => `${onDay} ${from}`;

/** The calendar as people see it: what was recorded, and for the rest what the rhythm plans; in order. */
export function mergeSessions(
  cohortId: string,
  planned: readonly PlannedSession[],
  recorded: readonly ClassSession[],
): ClassSession[] {
  const known = new Set(recorded.map(keyOf));
  const open = planned
    .filter((session) => !known.has(keyOf(session)))
    .map(
      ({ onDay, from, minutes }): ClassSession => ({
        ...{ id: null, cohortId, onDay, from, minutes, state: "planned", cancelReason: null },
        ...{ holiday: "", extra: false, trainerId: null, trainerAbsent: false, content: "", marks: [] },
      }),
    );
  return [...recorded, ...open].sort(byTime);
}

/** Minutes of the sessions that were held. */
export function minutesTaught(sessions: readonly ClassSession[]): number {
  return sessions.reduce((sum, { state, minutes }) => sum + (state === "held" ? minutes : 0), 0);
}

/** Minutes that the rhythm plans. */
export function minutesPlanned(planned: readonly PlannedSession[]): number {
  return planned.reduce((sum, { minutes }) => sum + minutes, 0);
}
