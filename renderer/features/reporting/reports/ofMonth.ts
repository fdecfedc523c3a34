import type { Language } from "../../../../src/contract/primitives.ts";
import { showMonth } from "../../../lib/months.ts";

/** `d’octobre 2026`, `de novembre 2026`; `of October 2026`. */
export function ofMonth(month: string, language: Language): string {
  const name = showMonth(month, language);
  if (language === "en") return `of ${name}`;
  return /^[aeiouâéèêîôû]/i.test(name) ? `d’${name}` : `de ${name}`;
}
