import type { Language } from "../../contract/primitives.ts";

/**
 * A country by its name; the record holds an ISO 3166-1 alpha-2 code, or a word that the table of countries
 * does not know, which is shown as it is.
 */
export function showCountry(nationality: string, language: Language): string {
  if (!/^[A-Z]{2}$/.test(nationality)) return nationality;
  return (
    new Intl.DisplayNames([language], { type: "region", fallback: "code" }).of(nationality) ?? nationality
  );
}
