import type { BothLanguages } from "../../contract/reportingTerms.ts";

/** Full years, both ends included. Members are eighteen or older; who is younger was written down wrongly. */
export const AGE_BANDS = [
  { key: "under18", from: 0, to: 17 },
  { key: "18-24", from: 18, to: 24 },
  { key: "25-34", from: 25, to: 34 },
  { key: "35-44", from: 35, to: 44 },
  { key: "45-54", from: 45, to: 54 },
  { key: "55+", from: 55, to: 200 },
] as const;

export const AGE_UNKNOWN = "unknown";

export function ageBandOf(age: number | null): string {
  return AGE_BANDS.find(({ from, to }) => age !== null && age >= from && age <= to)?.key ?? AGE_UNKNOWN;
}

export const AGE_BAND_NAMES: Readonly<Record<string, BothLanguages>> = {
  under18: { fr: "moins de 18 ans", en: "under 18" },
  "18-24": { fr: "18 à 24 ans", en: "18 to 24" },
  "25-34": { fr: "25 à 34 ans", en: "25 to 34" },
  "35-44": { fr: "35 à 44 ans", en: "35 to 44" },
  "45-54": { fr: "45 à 54 ans", en: "45 to 54" },
  "55+": { fr: "55 ans et plus", en: "55 and older" },
  [AGE_UNKNOWN]: { fr: "âge inconnu", en: "age unknown" },
};
