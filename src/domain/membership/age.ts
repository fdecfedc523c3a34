import type { BirthDate } from "../../contract/membership.ts";
import type { CalendarDate } from "../../contract/primitives.ts";
import { fullYearsBetween, yearOf } from "../calendar.ts";

/** Members are women of 18 or more; younger girls are referred to LAKANA SO. */
export const ADULT_AGE = 18;
const OLDEST_AGE = 110;

/** The youngest and oldest age that she can have on `today`; equal when the birth date is exact. */
export function ageRange(birth: BirthDate, today: CalendarDate): { youngest: number; oldest: number } {
  if (birth.kind === "exact") {
    const age = fullYearsBetween(birth.on, today);
    return { youngest: age, oldest: age };
  }
  const years = yearOf(today) - birth.year;
  return { youngest: years - 1, oldest: years };
}

/**
 * Whether she is an adult on `today`. A year alone is taken at its later end: `perhaps` is answered only where
 * the year leaves both possible.
 */
export function isAdult(birth: BirthDate, today: CalendarDate): "yes" | "no" | "perhaps" {
  const { youngest, oldest } = ageRange(birth, today);
  if (youngest >= ADULT_AGE) return "yes";
  return oldest >= ADULT_AGE ? "perhaps" : "no";
}

export type BirthFault = "member.birthInFuture" | "member.birthTooOld" | "member.minor";

/** What forbids registering her as a member with this birth date; null when nothing does. */
export function birthFault(birth: BirthDate, today: CalendarDate): BirthFault | null {
  const { oldest, youngest } = ageRange(birth, today);
  if (oldest < 0) return "member.birthInFuture";
  if (youngest > OLDEST_AGE) return "member.birthTooOld";
  return isAdult(birth, today) === "no" ? "member.minor" : null;
}
