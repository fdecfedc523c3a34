import type { ClassSession, Mark, Rate, Stay } from "../../contract/literacyTerms.ts";
import { isInClass } from "./stays.ts";

const WHOLE = 10_000;

/** Hundredths of a percent, half up; null where there is nothing to divide by. */
export function rateOf(part: number, whole: number): Rate {
  return whole === 0 ? null : Math.floor((part * WHOLE * 2 + whole) / (whole * 2));
}

export interface Attendance {
  /** Sessions held at which she was present or late. */
  readonly attended: number;
  /** Sessions held for which she has a mark other than excused. */
  readonly held: number;
  readonly rate: Rate;
  /** Absences at the latest sessions held, without a presence between. */
  readonly absencesInARow: number;
}

/** Her marks at sessions held while she was in the class, in the order of the sessions. */
function marksOf(stay: Stay, sessions: readonly ClassSession[]): Mark[] {
  return sessions.flatMap(({ state, onDay, marks }) => {
    if (state !== "held" || !isInClass(stay, onDay)) return [];
    const mark = marks.find(({ enrolmentId }) => enrolmentId === stay.id)?.mark;
    return mark === undefined ? [] : [mark];
  });
}

function endingAbsences(marks: readonly Mark[]): number {
  let count = 0;
  for (const mark of [...marks].reverse()) {
    if (mark === "A") count += 1;
    else if (mark !== "E") break;
  }
  return count;
}

/**
 * How often she came. An excused session counts neither way, nor does one at which nobody noted her; a session that
 * was cancelled is none.
 * @param sessions in the order of their days
 */
export function attendanceOf(stay: Stay, sessions: readonly ClassSession[]): Attendance {
  const marks = marksOf(stay, sessions);
  const attended = marks.filter((mark) => mark === "P" || mark === "L").length;
  const held = marks.filter((mark) => mark !== "E").length;
  return { attended, held, rate: rateOf(attended, held), absencesInARow: endingAbsences(marks) };
}
