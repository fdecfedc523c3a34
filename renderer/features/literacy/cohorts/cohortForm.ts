import type { CohortDetails, Meeting } from "../../../../src/contract/literacyTerms.ts";
import type { CalendarDate } from "../../../../src/contract/primitives.ts";
import { yearOf } from "../../../../src/domain/calendar.ts";
import { minutesPlanned, plannedSessions } from "../../../../src/domain/literacy/sessions.ts";
import { dayAsTyped } from "../../../lib/typedDay.ts";
import { dayTyped, type Typed } from "../formFaults.ts";

/** A weekly meeting while it is being typed. */
export interface TypedMeeting {
  /** `1` is Monday. */
  readonly weekday: string;
  readonly from: string;
  readonly minutes: Typed;
}

/** The form of a class. */
export type CohortValues = {
  programmeId: string | null;
  name: string;
  place: string;
  trainerId: string | null;
  meetings: readonly TypedMeeting[];
  startsOn: string;
  endsOn: string;
  plannedHours: Typed;
  capacity: Typed;
  project: string | null;
  fee: Typed;
  allowance: Typed;
};

const USUAL_MINUTES = 120;
const USUAL_CAPACITY = 25;

export const EMPTY_MEETING: TypedMeeting = { weekday: "1", from: "", minutes: USUAL_MINUTES };

export function emptyCohort(): CohortValues {
  return {
    programmeId: null,
    name: "",
    place: "",
    trainerId: null,
    meetings: [EMPTY_MEETING],
    startsOn: "",
    endsOn: "",
    plannedHours: "",
    capacity: USUAL_CAPACITY,
    project: null,
    fee: 0,
    allowance: 0,
  };
}

export function cohortValues(details: CohortDetails): CohortValues {
  const { meetings, startsOn, endsOn, ...rest } = details;
  return {
    ...rest,
    meetings: meetings.map(({ weekday, from, minutes }) => ({ weekday: String(weekday), from, minutes })),
    startsOn: dayAsTyped(startsOn),
    endsOn: dayAsTyped(endsOn),
  };
}

/** `8h30`, `8:30`, `8.30`, `0830`, `8h` or `8` → `08:30`, `08:00`; null for what is no time. */
export function readTime(typed: string): string | null {
  const text = typed.trim().toLowerCase();
  const parts = /^(\d{1,2})(?:\s*[h:.]\s*(\d{2})?)?$/.exec(text) ?? /^(\d{2})(\d{2})$/.exec(text);
  if (parts === null) return null;
  const [, hour = "", minute = "00"] = parts;
  if (Number(hour) > 23 || Number(minute) > 59) return null;
  return `${hour.padStart(2, "0")}:${minute}`;
}

/** What the form says, in the shape of the contract, still to be parsed by it. */
export function cohortInput(values: CohortValues, today: CalendarDate) {
  return {
    ...values,
    meetings: values.meetings.map(({ weekday, from, minutes }) => ({
      weekday: Number(weekday),
      from: readTime(from) ?? "",
      minutes: minutes === "" ? null : minutes,
    })),
    startsOn: dayTyped(values.startsOn, today, true),
    endsOn: dayTyped(values.endsOn, today, true),
  };
}

/** What the rhythm can be counted from: whole meetings and both days; null before that. */
export interface Rhythm {
  readonly meetings: readonly Meeting[];
  readonly startsOn: CalendarDate;
  readonly endsOn: CalendarDate;
}

const LONGEST_MINUTES = 480;

/** A span of more years is a slip of the pen: it is not counted. */
const MOST_YEARS = 5;

export function rhythmOf(values: CohortValues, today: CalendarDate): Rhythm | null {
  const { meetings, startsOn, endsOn } = cohortInput(values, today);
  if (startsOn === null || endsOn === null || endsOn < startsOn) return null;
  if (yearOf(endsOn) - yearOf(startsOn) >= MOST_YEARS) return null;
  const whole = meetings.flatMap(({ weekday, from, minutes }) =>
    from === "" || minutes === null || minutes < 1 || minutes > LONGEST_MINUTES
      ? []
      : [{ weekday, from, minutes }],
  );
  return whole.length === 0 ? null : { meetings: whole, startsOn, endsOn };
}

export interface RhythmCount {
  readonly sessions: number;
  readonly minutes: number;
  /** Sessions that fall on a holiday and are not planned. */
  readonly onHolidays: number;
}

/** Sessions and minutes that a rhythm comes to. @param holidays of its years */
export function countRhythm(rhythm: Rhythm, holidays: ReadonlySet<CalendarDate>): RhythmCount {
  const details = { ...rhythm, meetings: [...rhythm.meetings] };
  const { startsOn, endsOn } = rhythm;
  const planned = plannedSessions(details, holidays, startsOn, endsOn);
  const all = plannedSessions(details, new Set(), startsOn, endsOn);
  return {
    sessions: planned.length,
    minutes: minutesPlanned(planned),
    onHolidays: all.length - planned.length,
  };
}

/** The years that a rhythm touches. */
export function yearsOf({ startsOn, endsOn }: Rhythm): number[] {
  const first = yearOf(startsOn);
  return Array.from({ length: yearOf(endsOn) - first + 1 }, (_, index) => first + index);
}
