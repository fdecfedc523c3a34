import type { Language } from "../primitives.ts";
import type { RefusalCode } from "../refusals.ts";
import type { Refusal } from "../results.ts";
import { REFUSALS_EN } from "./refusals.en.ts";
import { REFUSALS_FR } from "./refusals.fr.ts";
import { fillSentence } from "./sentence.ts";

const CATALOGUES: Readonly<Record<Language, Readonly<Record<RefusalCode, string>>>> = {
  fr: REFUSALS_FR,
  en: REFUSALS_EN,
};

const SEPARATOR: Readonly<Record<Language, string>> = { fr: "\u202f", en: "," };

/** `2026-11-23` → `23/11/2026`, `2026-11` → `11/2026`; other words as they are. */
function showWord(word: string): string {
  const [, year, month, day] = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/.exec(word) ?? [];
  if (year === undefined || month === undefined) return word;
  return [day, month, year].filter((part) => part !== undefined).join("/");
}

/** Numbers in groups from five digits on, so that a year stays a year. */
export function showValue(value: string | number, language: Language): string {
  if (typeof value === "string") return showWord(value);
  if (Math.abs(value) < 10_000) return String(value);
  return String(value).replace(/\B(?=(\d{3})+$)/g, SEPARATOR[language]);
}

/** The sentence for a refusal: what was wrong and what to do. */
export function refusalText(language: Language, refusal: Refusal): string {
  const values = Object.entries(refusal.values ?? {}).map(([name, value]) => [
    name,
    showValue(value, language),
  ]);
  return fillSentence(CATALOGUES[language][refusal.code], Object.fromEntries(values));
}
