import { useTranslation } from "react-i18next";
import type { PeriodName, ReportKey } from "../../../../src/contract/reportingTerms.ts";
import { kindOf } from "../../../../src/domain/reporting/periods.ts";
import { ofMonth } from "../../../lib/months.ts";
import { useLanguage } from "../../../lib/refusals.ts";
import { usePeriodName } from "../period/periodWords.ts";
import { useFiscalStart } from "../period/usePeriod.ts";

/** `Rapport d’activité`, with its project for a donor's. */
export function useKindName(): (key: Pick<ReportKey, "kind" | "project">) => string {
  const { t } = useTranslation("reports");
  return ({ kind, project }) => [t(`kinds.${kind}`), project].filter(Boolean).join(" · ");
}

/** `Rapport d’activité, octobre 2026`. */
export function useReportTitle(): (key: ReportKey) => string {
  const kindName = useKindName();
  const nameOf = usePeriodName(useFiscalStart());
  return (key) => `${kindName(key)}, ${nameOf(key.period)}`;
}

/** « Texte de septembre 2026 »; quarters and years are only named. */
export function useTextBeforeTitle(): (period: PeriodName) => string {
  const { t } = useTranslation("reports");
  const language = useLanguage();
  const nameOf = usePeriodName(useFiscalStart());
  return (period) =>
    kindOf(period) === "month"
      ? t("write.textOfMonth", { ofMonth: ofMonth(period, language) })
      : t("write.textOf", { period: nameOf(period) });
}
