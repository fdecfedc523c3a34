import type { ClassSession, CohortDetails, Stay } from "../../contract/literacyTerms.ts";
import type { CalendarDate } from "../../contract/primitives.ts";
import { addDays } from "../calendar.ts";
import { attendanceOf } from "./attendance.ts";
import { isInClass, isInClassWithin } from "./stays.ts";

const ABSENCES = 3;
const DAYS_TO_ENTER = 7;

export type Warning =
  | { readonly code: "threeAbsences"; readonly enrolmentId: string; readonly absences: number }
  | { readonly code: "notEntered"; readonly count: number; readonly since: CalendarDate }
  | { readonly code: "belowHalf"; readonly attending: number; readonly enrolled: number }
  | { readonly code: "trainerAbsent"; readonly on: CalendarDate }
  | { readonly code: "noTrainer" };

export interface Watched {
  readonly cohort: Pick<CohortDetails, "startsOn" | "endsOn" | "trainerId">;
  readonly stays: readonly Stay[];
  /** In the order of their days: recorded and planned. */
  readonly sessions: readonly ClassSession[];
}

/** Sessions of the rhythm that nobody entered within a week. */
export function notEntered(sessions: readonly ClassSession[], today: CalendarDate): ClassSession[] {
  const before = addDays(today, -DAYS_TO_ENTER);
  return sessions.filter(({ state, onDay }) => state === "planned" && onDay < before);
}

function thinned({ cohort, stays }: Watched, today: CalendarDate): Warning[] {
  if (today < cohort.startsOn || today > cohort.endsOn) return [];
  const women = new Set(
    stays.filter((stay) => isInClassWithin(stay, cohort.startsOn, today)).map(({ memberId }) => memberId),
  );
  const attending = stays.filter((stay) => isInClass(stay, today)).length;
  return attending * 2 < women.size ? [{ code: "belowHalf", attending, enrolled: women.size }] : [];
}

/** What a class needs somebody to look at. Absences are counted over sessions held, not over days of the calendar. */
export function cohortWarnings(watched: Watched, today: CalendarDate): Warning[] {
  const { cohort, stays, sessions } = watched;
  const absences = stays
    .filter((stay) => isInClass(stay, today))
    .map((stay) => ({ enrolmentId: stay.id, absences: attendanceOf(stay, sessions).absencesInARow }))
    .filter((line) => line.absences >= ABSENCES)
    .map((line): Warning => ({ code: "threeAbsences", ...line }));
  const late = notEntered(sessions, today);
  const last = sessions.filter(({ onDay, state }) => onDay <= today && state !== "planned").at(-1);
  const isTrainerAway = last !== undefined && (last.trainerAbsent || last.cancelReason === "trainerAbsent");
  const first = late[0];
  return [
    ...absences,
    ...(first === undefined ? [] : [{ code: "notEntered", count: late.length, since: first.onDay } as const]),
    ...thinned(watched, today),
    ...(isTrainerAway ? [{ code: "trainerAbsent", on: last.onDay } as const] : []),
    ...(cohort.trainerId === null && today <= cohort.endsOn ? [{ code: "noTrainer" } as const] : []),
  ];
}
