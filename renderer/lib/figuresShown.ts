import type { Language } from "../../src/contract/primitives.ts";
import type { Shown } from "../../src/contract/reportingTerms.ts";
import type { Indicator, Unit } from "../../src/domain/reporting/indicator.ts";
import { showNumber } from "../../src/domain/reporting/showNumber.ts";
import { showFrancs } from "./format.ts";

const NO_BREAK = "\u00a0";

/** Where there is no figure: a rate of nothing. */
export const NO_FIGURE = "—";

/** What stands for a small count that is hidden, or for one that would tell of it. */
export const HIDDEN_FIGURE = "•••";

const MONTHS: Readonly<Record<Language, string>> = { fr: "mois", en: "months" };

/** `12 500 F CFA`, `62,5 %`, `1 250`, `36 h`, `4,5 mois`. */
export function showValue(value: number, unit: Unit, language: Language): string {
  switch (unit) {
    case "francs":
      return showFrancs(value, language);
    case "percent":
      return `${showNumber(value, language)}${language === "fr" ? NO_BREAK : ""}%`;
    case "hours":
      return `${showNumber(value, language)}${NO_BREAK}h`;
    case "months":
      return `${showNumber(value, language)}${NO_BREAK}${MONTHS[language]}`;
    case "members":
    case "women":
    case "count":
      return showNumber(value, language);
  }
}

export function showShown({ value, masked }: Shown, unit: Unit, language: Language): string {
  if (masked) return HIDDEN_FIGURE;
  return value === null ? NO_FIGURE : showValue(value, unit, language);
}

export interface Change {
  readonly direction: "more" | "less" | "same";
  /** How much, never negative; of a share in points. */
  readonly by: number;
  /** Whether that is the good way; null where neither is, or nothing changed. */
  readonly isGood: boolean | null;
}

/** What changed against the figure before; null where one of the two is missing. */
export function changeOf(now: Shown, before: Shown, better: Indicator["better"]): Change | null {
  if (now.value === null || before.value === null) return null;
  // Shares carry decimals, which do not subtract cleanly.
  const by = Math.round((now.value - before.value) * 100) / 100;
  if (by === 0) return { direction: "same", by: 0, isGood: null };
  const direction = by > 0 ? "more" : "less";
  return { direction, by: Math.abs(by), isGood: better === null ? null : better === direction };
}

export interface Reached {
  /** How much of the target, in whole percent rounded down; may be above a hundred. */
  readonly percent: number;
  readonly isReached: boolean;
}

/**
 * How far a target is reached. Where less is better the target is a limit: it holds as long as the figure is not above.
 * @returns null without a figure, or of a target of nought that more would be better than
 */
export function reachedOf(value: number | null, target: number, better: Indicator["better"]): Reached | null {
  if (value === null) return null;
  if (target === 0) return better === "less" ? { percent: value > 0 ? 100 : 0, isReached: value <= 0 } : null;
  const percent = Math.max(0, Math.floor((value * 100) / target));
  return { percent, isReached: better === "less" ? value <= target : value >= target };
}
