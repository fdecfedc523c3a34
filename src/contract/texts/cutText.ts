import { type CareCategory, type ClaimOutcome, type Cut, NotCoveredState } from "../insuranceTerms.ts";
import type { Language } from "../primitives.ts";
import { CATEGORIES_EN, CUTS_EN, NOT_COVERED_EN, OUTCOMES_EN } from "./cuts.en.ts";
import { CATEGORIES_FR, CUTS_FR, NOT_COVERED_FR, OUTCOMES_FR } from "./cuts.fr.ts";
import { showValue } from "./refusalText.ts";
import { fillSentence } from "./sentence.ts";

const CUTS = { fr: CUTS_FR, en: CUTS_EN };
const NOT_COVERED = { fr: NOT_COVERED_FR, en: NOT_COVERED_EN };
const CATEGORIES = { fr: CATEGORIES_FR, en: CATEGORIES_EN };
const OUTCOMES = { fr: OUTCOMES_FR, en: OUTCOMES_EN };

/** `2026-11-23` → `23/11/2026`; anything else as it is. */
function showDays(text: string): string {
  return text.replace(/^(\d{4})-(\d{2})-(\d{2})$/, "$3/$2/$1");
}

/** The sentence for a cut: why these francs are not paid. */
export function cutText(language: Language, { rule, values }: Pick<Cut, "rule" | "values">): string {
  if (rule === "notCovered") {
    const state = NotCoveredState.safeParse(values.state);
    return NOT_COVERED[language][state.success ? state.data : "notInsured"];
  }
  const shown = Object.entries(values).map(([name, value]) => [name, showDays(showValue(value, language))]);
  return fillSentence(CUTS[language][rule], Object.fromEntries(shown));
}

export function categoryText(language: Language, category: CareCategory): string {
  return CATEGORIES[language][category];
}

export function outcomeText(language: Language, outcome: ClaimOutcome): string {
  return OUTCOMES[language][outcome];
}
