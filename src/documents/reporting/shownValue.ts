import type { Language } from "../../contract/primitives.ts";
import type { Shown } from "../../contract/reportingTerms.ts";
import type { Unit } from "../../domain/reporting/indicator.ts";
import { showNumber } from "../../domain/reporting/showNumber.ts";
import { fill } from "../design/paper.ts";
import type { DocumentTexts } from "../texts/documentTexts.ts";

export type ReportWords = DocumentTexts["reporting"];

const NO_BREAK = "\u00a0";
const PERCENT: Readonly<Record<Language, string>> = { fr: `${NO_BREAK}%`, en: "%" };

/** A value with its unit, short enough for a column: francs as `12 500 F`. */
export function showValue(value: number, unit: Unit, words: ReportWords, language: Language): string {
  const number = showNumber(value, language);
  switch (unit) {
    case "francs":
      return `${number}${NO_BREAK}F`;
    case "percent":
      return `${number}${PERCENT[language]}`;
    case "hours":
      return fill(words.figures.hours, { value: number }).replace(" ", NO_BREAK);
    case "months":
      return fill(words.figures.months, { value: number }).replace(" ", NO_BREAK);
    case "members":
    case "women":
    case "count":
      return number;
  }
}

export function showShown(
  { value, masked }: Shown,
  unit: Unit,
  words: ReportWords,
  language: Language,
): string {
  if (masked) return words.masked.sign;
  return value === null ? words.figures.none : showValue(value, unit, words, language);
}

/** What a period added to the one before: `+12`, `−3,5 pt`. Nothing where one of them is not shown. */
export function showChange(
  now: Shown,
  before: Shown,
  unit: Unit,
  words: ReportWords,
  language: Language,
): string {
  if (now.value === null || before.value === null) return words.figures.none;
  // Rates have two decimals at most; their difference is no finer.
  const change = Math.round((now.value - before.value) * 100) / 100;
  const text =
    unit === "percent"
      ? fill(words.figures.points, { value: showNumber(change, language) }).replace(" ", NO_BREAK)
      : showValue(change, unit, words, language);
  return change > 0 ? `+${text}` : change === 0 ? "=" : text;
}
