import type { Language } from "../../src/contract/primitives.ts";

export {
  showBirth,
  showCount,
  showDay,
  showFrancs,
  showInstant,
  showLongDay,
} from "../../src/domain/format.ts";

const UNITS: Readonly<Record<Language, readonly string[]>> = {
  fr: ["o", "Ko", "Mo", "Go", "To"],
  en: ["B", "KB", "MB", "GB", "TB"],
};

/** `1,4 Go`: a size as people read it on a stick, in thousands. */
export function showBytes(bytes: number, language: Language): string {
  let value = bytes;
  let unit = 0;
  while (value >= 1000 && unit < UNITS[language].length - 1) {
    value /= 1000;
    unit += 1;
  }
  const digits = value < 10 && unit > 0 ? value.toFixed(1) : String(Math.round(value));
  return `${language === "fr" ? digits.replace(".", ",") : digits}\u00a0${UNITS[language][unit] ?? ""}`;
}
