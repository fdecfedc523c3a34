import { foldText } from "../names/foldText.ts";
import { monthOfWord } from "./monthNames.ts";
import { type Cell, cellText } from "./table.ts";

/** What a cell says about a day, before anybody asks whether that day can be. `shortYear`: two digits were written. */
export type WrittenDate =
  | {
      readonly kind: "day";
      readonly year: number;
      readonly month: number;
      readonly day: number;
      readonly shortYear: boolean;
    }
  | { readonly kind: "month"; readonly year: number; readonly month: number; readonly shortYear: boolean }
  | { readonly kind: "year"; readonly year: number; readonly estimated: boolean; readonly shortYear: boolean }
  | { readonly kind: "age"; readonly years: number }
  | { readonly kind: "unreadable" };

const UNREADABLE: WrittenDate = { kind: "unreadable" };
const DAY_MS = 86_400_000;
/** Day 0 of spreadsheet programs, such that their day 61 is 1 March 1900 (they believe in 29 February 1900). */
const SERIAL_EPOCH_MS = Date.UTC(1899, 11, 30);
const FIRST_YEAR = 1900;
const LAST_YEAR = 2100;
/** 8 September 1913 and 31 December 2100: below lie years and day numbers nobody alive needs. */
const FIRST_SERIAL = 5000;
const LAST_SERIAL = 73_415;

const TIME = /[ t](?:a )?\d{1,2}\s*[:h]\s*(?:\d{2})?(?::\d{2})?(?:\.\d+)?\s*(?:am|pm|z)?$/;
const LEAD =
  /^(?:(?:nee?|ne\(e\)|inscrite?|adhesion|entree|depuis)\s+)?(?:(?:le|en|annee|depuis|l'an|date)\s*:?\s+)?/;
const WEEKDAY =
  /^(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lun|mar|mer|jeu|ven|sam|dim)[.,]?\s+(?=\d)/;
const ESTIMATE =
  /^(?:vers|env(?:iron)?|approx(?:imativement)?|autour de|a peu pres|circa|ca|about|around|~|±|\+\/-)[.\s]*(?:l'an |en |le )?\s*|\s*(?:\(?env(?:iron)?\.?\)?|\(?approx\.?\)?|\(?estimee?\)?|a peu pres|\(?\?+\)?)$/;
/** A place behind the date, as under `Date et lieu de naissance`. */
const PLACE = /(?<=\d)\s*,?\s*\b(?:a|in)\s+[a-z][^\d]*$/;
const DAY_FIRST = /^(\d{1,2}) ?[/.\-_ ] ?(\d{1,2}) ?[/.\-_ ] ?(\d{4}|\d{2})$/;
const YEAR_FIRST = /^(\d{4}) ?[/.\-_ ] ?(\d{1,2}) ?[/.\-_ ] ?(\d{1,2})$/;
const UNKNOWN = "(?:0{1,2}|[x?]{1,2}|-{1,2})";
const UNKNOWN_MONTH = new RegExp(
  `^${UNKNOWN} ?[/.\\- ] ?${UNKNOWN} ?[/.\\- ] ?(\\d{4})$|^(\\d{4})[/.\\-]00[/.\\-]00$`,
);
const UNKNOWN_DAY = new RegExp(`^${UNKNOWN} ?[/.\\- ] ?(\\d{1,2}) ?[/.\\- ] ?(\\d{4})$`);
const MONTH_YEAR = /^(\d{1,2}) ?[/.-] ?(\d{4})$/;
const DAY_WORD = /^(\d{1,2})(?:er|e)? ([a-z]+) (\d{4}|\d{2})$/;
const WORD_DAY = /^([a-z]+) (\d{1,2})(?:st|nd|rd|th)? (\d{4})$/;
const MONTH_WORD = /^([a-z]+) (\d{4})$/;
const AGE = /^(\d{1,3}) ?(?:ans?|years?(?: old)?)(?: env(?:iron)?)?$/;
const COMPACT_YEAR_FIRST = /^((?:19|20)\d\d)(\d\d)(\d\d)$/;
const COMPACT_DAY_FIRST = /^(\d\d)(\d\d)((?:19|20)\d\d)$/;

/** The day a spreadsheet program means by a number (1900 system), without its time. */
export function daySerial(serial: number): { year: number; month: number; day: number } {
  const date = new Date(SERIAL_EPOCH_MS + Math.floor(serial) * DAY_MS);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

function fromNumber(value: number): WrittenDate {
  if (Number.isInteger(value) && value >= FIRST_YEAR && value <= LAST_YEAR) {
    return { kind: "year", year: value, estimated: false, shortYear: false };
  }
  if (value >= FIRST_SERIAL && value <= LAST_SERIAL + 1)
    return { kind: "day", ...daySerial(value), shortYear: false };
  return Number.isInteger(value) && value > LAST_SERIAL
    ? fromCompact(String(value).padStart(8, "0"))
    : UNREADABLE;
}

function day(year: string | undefined, month: string | undefined, dayText: string | undefined): WrittenDate {
  return {
    kind: "day",
    year: Number(year),
    month: Number(month),
    day: Number(dayText),
    shortYear: year?.length === 2,
  };
}

function fromCompact(digits: string): WrittenDate {
  const yearFirst = COMPACT_YEAR_FIRST.exec(digits);
  if (yearFirst && Number(yearFirst[2]) <= 12) return day(yearFirst[1], yearFirst[2], yearFirst[3]);
  const dayFirst = COMPACT_DAY_FIRST.exec(digits);
  return dayFirst ? day(dayFirst[3], dayFirst[2], dayFirst[1]) : UNREADABLE;
}

function fromWords(text: string): WrittenDate | null {
  const words = foldText(text);
  const dayWord = DAY_WORD.exec(words);
  const dayMonth = dayWord?.[2] ? monthOfWord(dayWord[2]) : null;
  if (dayWord && dayMonth) return day(dayWord[3], String(dayMonth), dayWord[1]);
  const wordDay = WORD_DAY.exec(words);
  const wordMonth = wordDay?.[1] ? monthOfWord(wordDay[1]) : null;
  if (wordDay && wordMonth) return day(wordDay[3], String(wordMonth), wordDay[2]);
  const monthWord = MONTH_WORD.exec(words);
  const month = monthWord?.[1] ? monthOfWord(monthWord[1]) : null;
  return monthWord && month ? { kind: "month", year: Number(monthWord[2]), month, shortYear: false } : null;
}

function fromSigns(text: string): WrittenDate | null {
  const dayFirst = DAY_FIRST.exec(text);
  if (dayFirst && Number(dayFirst[1]) > 0) return day(dayFirst[3], dayFirst[2], dayFirst[1]);
  const year = UNKNOWN_MONTH.exec(text);
  if (year) return { kind: "year", year: Number(year[1] ?? year[2]), estimated: false, shortYear: false };
  const month = UNKNOWN_DAY.exec(text) ?? MONTH_YEAR.exec(text);
  if (month) return { kind: "month", year: Number(month[2]), month: Number(month[1]), shortYear: false };
  const yearFirst = YEAR_FIRST.exec(text);
  return yearFirst ? day(yearFirst[1], yearFirst[2], yearFirst[3]) : null;
}

function fromText(text: string): WrittenDate {
  if (/^\d+(?:\.\d+)?$/.test(text)) {
    if (text.length === 8) return fromCompact(text);
    return text.length >= 4 ? fromNumber(Number(text)) : UNREADABLE;
  }
  const age = AGE.exec(text);
  if (age) return { kind: "age", years: Number(age[1]) };
  return fromSigns(text) ?? fromWords(text) ?? UNREADABLE;
}

/** Accents and capitals away, signs kept; odd blanks, dashes and apostrophes as the plain ones. */
function plain(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase()
    .replace(/[‐‑‒–—−]/gu, "-")
    .replace(/[’‘`]/gu, "'")
    .replace(/[\s\u200b\u2060\ufeff]+/gu, " ")
    .trim()
    .replace(/^'/, "");
}

function yearAlone(text: string): WrittenDate {
  const digits = /^(\d{4}|\d{2})$/.exec(text)?.[1];
  if (digits) return { kind: "year", year: Number(digits), estimated: true, shortYear: digits.length === 2 };
  const written = fromText(text);
  if (written.kind === "day" || written.kind === "month") {
    return { kind: "year", year: written.year, estimated: true, shortYear: written.shortYear };
  }
  return written;
}

/**
 * Reads the styles in which registers write days: `12/03/1985`, `12-3-85`, `12.03.1985`, `1985-03-12`, `1985/3/12`,
 * `12 mars 1985`, `03/1985`, `1985`, `vers 1985`, `35 ans`, the serial numbers of spreadsheets; a time after it is
 * dropped. The day comes before the month always: an American `02/25/1988` is an impossible day, never turned round.
 * @returns null for an empty cell or one that says that nothing is known.
 */
export function readWrittenDate(cell: Cell): WrittenDate | null {
  if (cell === null) return null;
  if (typeof cell === "number") return fromNumber(cell);
  if (typeof cell === "object") {
    const [year, month, dayText] = cell.date.split("-");
    return day(year, month, dayText);
  }
  const text = plain(cellText(cell)).replace(TIME, "").replace(WEEKDAY, "").replace(LEAD, "").trim();
  if (text === "") return null;
  const withoutEstimate = text.replace(ESTIMATE, "").replace(ESTIMATE, "").trim();
  return withoutEstimate !== text ? yearAlone(withoutEstimate) : fromText(text.replace(PLACE, ""));
}
