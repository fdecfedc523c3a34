import type { BirthDate } from "../../../../src/contract/membership.ts";
import type { CalendarDate } from "../../../../src/contract/primitives.ts";
import { yearOf } from "../../../../src/domain/calendar.ts";
import { dayAsTyped, readTypedDay } from "../../../lib/typedDay.ts";

export type BirthKind = BirthDate["kind"];

/** A birth date while it is being typed. */
export interface TypedBirth {
  readonly kind: BirthKind;
  readonly text: string;
}

export const NO_BIRTH: TypedBirth = { kind: "exact", text: "" };

export type ReadBirth =
  | { readonly state: "empty" }
  | { readonly state: "read"; readonly birth: BirthDate }
  | { readonly state: "unreadable" };

function readYear(text: string): number | null {
  const year = /^\d{4}$/.test(text) ? Number(text) : Number.NaN;
  return year >= 1900 && year <= 2100 ? year : null;
}

/** What the typed text says at the chosen precision. */
export function readTypedBirth(typed: TypedBirth, today: CalendarDate): ReadBirth {
  const text = typed.text.trim();
  if (text === "") return { state: "empty" };
  if (typed.kind === "exact") {
    const day = readTypedDay(text, today);
    return day.kind === "day"
      ? { state: "read", birth: { kind: "exact", on: day.day } }
      : { state: "unreadable" };
  }
  const year = readYear(text);
  return year === null ? { state: "unreadable" } : { state: "read", birth: { kind: typed.kind, year } };
}

/**
 * What the person evidently meant, once she leaves the field: `1980` is a year alone, `vers 1980` and `30 ans` are
 * estimates, a whole date under « année seulement » is an exact date. Anything else stays as typed.
 */
export function settleTypedBirth(typed: TypedBirth, today: CalendarDate): TypedBirth {
  const text = typed.text.trim();
  const about = /^(?:vers|v\.?|environ|env\.?|about|c\.|~)\s*(\d{4})$/i.exec(text)?.[1];
  if (about !== undefined) return { kind: "estimated", text: about };
  const age = /^(\d{1,3})\s*(?:ans?|years?)$/i.exec(text)?.[1];
  if (age !== undefined) return { kind: "estimated", text: String(yearOf(today) - Number(age)) };
  if (readYear(text) !== null) return { kind: typed.kind === "exact" ? "year" : typed.kind, text };
  const day = readTypedDay(text, today);
  return day.kind === "day" ? { kind: "exact", text: dayAsTyped(day.day) } : typed;
}

/** A kept birth date as the form shows it. */
export function birthAsTyped(birth: BirthDate | null): TypedBirth {
  if (birth === null) return NO_BIRTH;
  if (birth.kind === "exact") return { kind: "exact", text: dayAsTyped(birth.on) };
  return { kind: birth.kind, text: String(birth.year) };
}
