import type { InputOf, OperationName, OutputOf } from "../../contract/index.ts";
import type { DepartureReason, MemberDetails } from "../../contract/membership.ts";
import type { Role } from "../../contract/permissions.ts";
import type { CalendarDate } from "../../contract/primitives.ts";
import type { RefusalCode } from "../../contract/refusals.ts";
import { addDays, addMonths } from "../../domain/calendar.ts";
import type { Step } from "./diary.ts";
import type { Dice } from "./dice.ts";
import type { Story } from "./stories.ts";

/** Asks as the screen of one person does: parsed, with her permissions. @throws Refused */
export type Ask = <N extends OperationName>(name: N, input: InputOf<N>) => Promise<OutputOf<N>>;

/** A request that the product refused: a story that breaks a rule is told wrongly. */
export class Refused extends Error {
  readonly code: RefusalCode;
  constructor(name: string, code: RefusalCode, field = "") {
    super(`${name}: ${code}${field === "" ? "" : ` @ ${field}`}`);
    this.code = code;
  }
}

/** A woman of the register as her story was invented before it is lived. */
export interface Woman {
  readonly id: string;
  readonly details: MemberDetails;
  /** The day on which the register takes her. */
  readonly entersOn: CalendarDate;
  readonly leavesOn: CalendarDate | null;
  readonly leavesBy: DepartureReason;
  /** The life fund paid her out: her policies are over. */
  hasExited: boolean;
}

/** An office while its story is told. */
export interface Life {
  readonly story: Story;
  /** The first day of the story, and its last: today. */
  readonly start: CalendarDate;
  readonly end: CalendarDate;
  readonly women: readonly Woman[];
  /** Chance of one area of work: what another does never changes it. */
  dice(area: string): Dice;
  newId(): string;
  today(): CalendarDate;
  as(role: Role): Ask;
  /** Notes a step of the story; none is told after its end or before its beginning. */
  on(day: CalendarDate, step: Step): void;
}

export const CASH = { method: "cash", reference: "" } as const;

/** How money came: mostly cash, else by telephone with its number. */
export function byHand(dice: Dice, mobilePercent = 20) {
  return dice.percent(mobilePercent)
    ? ({ method: "orangeMoney", reference: `OM${100_000 + dice.roll(900_000)}` } as const)
    : CASH;
}

/** She is of the office on that day. */
export function isHere({ entersOn, leavesOn }: Woman, day: CalendarDate): boolean {
  return entersOn <= day && (leavesOn === null || day < leavesOn);
}

/** 0 is Sunday. */
export function weekdayOf(day: CalendarDate): number {
  return new Date(`${day}T00:00:00.000Z`).getUTCDay();
}

/** The day itself, or the Monday after a Sunday. */
export function openDay(day: CalendarDate): CalendarDate {
  return weekdayOf(day) === 0 ? addDays(day, 1) : day;
}

/** This weekday on the day or after it. */
export function nextWeekday(day: CalendarDate, weekday: number): CalendarDate {
  return addDays(day, (weekday - weekdayOf(day) + 7) % 7);
}

/** The first days of the story's months, that of today included. */
export function monthsOf({ start, end }: Pick<Life, "start" | "end">): CalendarDate[] {
  const months: CalendarDate[] = [];
  for (let first = `${start.slice(0, 7)}-01`; first <= end; first = addMonths(first, 1)) months.push(first);
  return months;
}

/** Days of a month (`first`: its first day), Sundays moved to Mondays. */
export function dayIn(first: CalendarDate, day: number): CalendarDate {
  return openDay(addDays(first, day - 1));
}

/** Years that the story touches. */
export function yearsOf({ start, end }: Pick<Life, "start" | "end">): number[] {
  const [first, last] = [Number(start.slice(0, 4)), Number(end.slice(0, 4))];
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

/** @returns null where the product says one of these expected words */
export async function unless<T>(codes: readonly RefusalCode[], asked: Promise<T>): Promise<T | null> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof Refused && codes.includes(error.code)) return null;
    throw error;
  }
}
