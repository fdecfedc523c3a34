import { useTranslation } from "react-i18next";
import type { BothLanguages, Breakdown, IndicatorArea } from "../../../src/contract/reportingTerms.ts";
import { INDICATORS } from "../../../src/domain/reporting/catalogue/catalogue.ts";
import type { Indicator } from "../../../src/domain/reporting/indicator.ts";
import { plain } from "../../lib/plainText.ts";
import { useLanguage } from "../../lib/refusals.ts";

/** How the catalogue's own names are read in the language of the screen. */
export function useWordOf(): (words: BothLanguages) => string {
  const language = useLanguage();
  return (words) => words[language];
}

/** `situation` → `Situation`, where it stands alone at the head of a column. */
export const capital = (words: string): string => `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`;

/** What an indicator is divided by: its own groups are called by what they are, plans or accounts. */
export function useBreakdownName(): (indicator: Indicator, by: Breakdown) => string {
  const { t } = useTranslation("reporting");
  const wordOf = useWordOf();
  return ({ groups }, by) => (by === "group" && groups !== null ? wordOf(groups) : t(`breakdowns.${by}`));
}

/** The areas in the catalogue's order. */
export const AREAS: readonly IndicatorArea[] = [...new Set(INDICATORS.map(({ area }) => area))];

/** Whether what is typed stands in an indicator's name or definition; accents and case do not matter. */
export function isMeant(
  indicator: Indicator,
  text: string,
  wordOf: (words: BothLanguages) => string,
): boolean {
  const told = plain(`${wordOf(indicator.name)} ${wordOf(indicator.definition)}`);
  return plain(text)
    .split(/\s+/)
    .every((word) => told.includes(word));
}
