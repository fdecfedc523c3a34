import type { CalendarDate } from "../../../src/contract/primitives.ts";
import { readComingDay, readTypedDay } from "../../lib/typedDay.ts";

/** Stands for a day that was typed and is none. */
export const UNREADABLE = "unreadable";

/** A number while it is being typed: empty stands for none. */
export type Typed = number | "";

/** What a `NumberInput` tells, which speaks in text while somebody types. */
export function typedNumber(value: number | string): Typed {
  return typeof value === "number" ? value : "";
}

/** The day that was typed; empty for none, `UNREADABLE` for what is no day. */
export function dayInput(text: string, today: CalendarDate, coming = false): string {
  const read = (coming ? readComingDay : readTypedDay)(text, today);
  if (read.kind === "day") return read.day;
  return read.kind === "empty" ? "" : UNREADABLE;
}

/** As `dayInput`, for a day that may be left out. */
export function dayOrNone(text: string, today: CalendarDate, coming = false): string | null {
  const day = dayInput(text, today, coming);
  return day === "" ? null : day;
}
