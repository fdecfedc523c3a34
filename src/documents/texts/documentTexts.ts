import type { Language } from "../../contract/primitives.ts";
import { EN } from "./en.ts";
import { FR } from "./fr.ts";

export type DocumentTexts = typeof FR;

/**
 * The no-break spaces of French typography: narrow before `; ! ?`, full before `:` and inside « ». Also between
 * `N°` and its number.
 */
function withFrenchSpaces(text: string): string {
  return text
    .replace(/ ([;!?])/g, "\u202f$1")
    .replace(/ ([:»])/g, "\u00a0$1")
    .replace(/« /g, "«\u00a0")
    .replace(/([Nn]°) /g, "$1\u00a0");
}

/** The same tree of texts, each text changed. */
function mapTexts<T>(texts: T, change: (text: string) => string): T {
  if (typeof texts === "string") return change(texts) as T;
  if (Array.isArray(texts)) return texts.map((text) => mapTexts(text, change)) as T;
  const entries = Object.entries(texts as Record<string, unknown>);
  return Object.fromEntries(entries.map(([key, text]) => [key, mapTexts(text, change)])) as T;
}

const CATALOGUES: Readonly<Record<Language, DocumentTexts>> = { fr: mapTexts(FR, withFrenchSpaces), en: EN };

/** Everything that documents say in this language. */
export function documentTexts(language: Language): DocumentTexts {
  return CATALOGUES[language];
}
