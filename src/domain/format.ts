import type { BirthDate } from "../contract/membership.ts";
import type { CalendarDate, Instant, Language } from "../contract/primitives.ts";

/**
 * How amounts, counts and days are written, on screen and on paper alike. Without `Intl`: what stands on a
 * receipt must not change with the version of a runtime.
 */

const NARROW_NO_BREAK_SPACE = "\u202f";
const NO_BREAK_SPACE = "\u00a0";

const GROUP_SEPARATOR: Readonly<Record<Language, string>> = { fr: NARROW_NO_BREAK_SPACE, en: "," };

const MONTHS: Readonly<Record<Language, readonly string[]>> = {
  fr: [
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
  ],
  en: [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
  ],
};

/** `4 013` in French, `4,013` in English: groups of three, with a space that does not break. */
export function showCount(count: number, language: Language): string {
  const digits = String(Math.abs(count)).replace(/\B(?=(\d{3})+$)/g, GROUP_SEPARATOR[language]);
  return `${count < 0 ? "−" : ""}${digits}`;
}

/** `12 500 F CFA`, with spaces that do not break. @param francs whole francs */
export function showFrancs(francs: number, language: Language): string {
  return `${showCount(francs, language)}${NO_BREAK_SPACE}F${NO_BREAK_SPACE}CFA`;
}

/** `2026-11-23` → `23/11/2026`, in both languages. */
export function showDay(day: CalendarDate): string {
  return `${day.slice(8, 10)}/${day.slice(5, 7)}/${day.slice(0, 4)}`;
}

/** `2026-11-23` → `23 novembre 2026`, `23 November 2026`; in French the first of a month is `1er`. */
export function showLongDay(day: CalendarDate, language: Language): string {
  const ofMonth = Number(day.slice(8, 10));
  const month = MONTHS[language][Number(day.slice(5, 7)) - 1] ?? "";
  const number = language === "fr" && ofMonth === 1 ? "1er" : String(ofMonth);
  return `${number}${NO_BREAK_SPACE}${month}${NO_BREAK_SPACE}${day.slice(0, 4)}`;
}

/** `23/11/2026 08:15`; Mali keeps UTC all year, and the machine's own zone is not to be trusted. */
export function showInstant(instant: Instant): string {
  return `${showDay(instant.slice(0, 10))} ${instant.slice(11, 16)}`;
}

const ABOUT: Readonly<Record<Language, string>> = { fr: "vers", en: "about" };

/** A birth date no more precise than it is known: `23/11/1980`, `1980`, `vers 1980`. */
export function showBirth(birth: BirthDate, language: Language): string {
  switch (birth.kind) {
    case "exact":
      return showDay(birth.on);
    case "year":
      return String(birth.year);
    case "estimated":
      return `${ABOUT[language]}${NO_BREAK_SPACE}${birth.year}`;
  }
}
