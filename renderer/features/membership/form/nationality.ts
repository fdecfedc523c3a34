import type { Language } from "../../../../src/contract/primitives.ts";
import { readNationality } from "../../../../src/domain/import/nationality.ts";
import { foldText } from "../../../../src/domain/names/foldText.ts";

/** West Africa first, in the order in which members come; then the rest of Africa and where relatives live. */
const COUNTRIES = (
  "ML CI BF NG GH GN TG SN BJ NE SL LR GM GW MR CV " +
  "CM GA CG CD CF TD GQ DZ MA TN LY EG ET KE UG RW BI TZ ZA AO MG FR ES IT BE US CN LB"
).split(" ");

function namesIn(language: Language): (code: string) => string {
  const names = new Intl.DisplayNames(language, { type: "region" });
  return (code) => names.of(code) ?? code;
}

/** What the field proposes, in the order of likelihood. */
export function countryNames(language: Language): string[] {
  return COUNTRIES.map(namesIn(language));
}

/** `ML` → `Mali`; a word that was typed freely stays. */
export function nationalityShown(stored: string, language: Language): string {
  return /^[A-Z]{2}$/.test(stored) ? namesIn(language)(stored) : stored;
}

/** `mali`, `malienne` → `ML`; a word that is no country is kept as typed. */
export function nationalityStored(typed: string, language: Language): string {
  const names = namesIn(language);
  const wanted = foldText(typed);
  return COUNTRIES.find((code) => foldText(names(code)) === wanted) ?? readNationality(typed);
}
