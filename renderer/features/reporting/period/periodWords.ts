import { useTranslation } from "react-i18next";
import type { PeriodName } from "../../../../src/contract/reportingTerms.ts";
import { kindOf } from "../../../../src/domain/reporting/periods.ts";
import { showMonth } from "../../../lib/months.ts";
import { useLanguage } from "../../../lib/refusals.ts";

const JANUARY = 1;

/** `2026`, or `2026-2027` for a year that begins within another. */
export function showFiscalYear(year: number, fiscalStart: number): string {
  return fiscalStart === JANUARY ? String(year) : `${year}-${year + 1}`;
}

/** How a period is called on screen: `octobre 2026`, `4e trimestre 2026`, `année 2026`. */
export function usePeriodName(fiscalStart: number): (period: PeriodName) => string {
  const { t } = useTranslation("reporting");
  const language = useLanguage();
  return (period) => {
    const kind = kindOf(period);
    if (kind === "month") return showMonth(period, language);
    const year = showFiscalYear(Number(period.slice(0, 4)), fiscalStart);
    if (kind === "year") return t(fiscalStart === JANUARY ? "period.year" : "period.fiscalYear", { year });
    const quarter = period.slice(-2);
    switch (quarter) {
      case "Q1":
        return t("period.Q1", { year });
      case "Q2":
        return t("period.Q2", { year });
      case "Q3":
        return t("period.Q3", { year });
      default:
        return t("period.Q4", { year });
    }
  };
}
