import type { Language } from "../contract/primitives.ts";
import type { IndicatorCode } from "../contract/reportingTerms.ts";
import { indicatorOf } from "../domain/reporting/catalogue/catalogue.ts";
import { showNumber } from "../domain/reporting/showNumber.ts";

/** What an indicator is called, for hosts that have no screen; its code where the catalogue does not know it. */
export function indicatorName(code: IndicatorCode, language: Language): string {
  return indicatorOf(code)?.name[language] ?? code;
}

/** A figure as such a host writes it: `1 250`, `62,5 %`, `12 500 F`. */
export function indicatorFigure(code: IndicatorCode, value: number, language: Language): string {
  const number = showNumber(value, language);
  const unit = indicatorOf(code)?.unit;
  return unit === "percent" ? `${number} %` : unit === "francs" ? `${number} F` : number;
}
