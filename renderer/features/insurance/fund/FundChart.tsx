import { useTranslation } from "react-i18next";
import type { FundView } from "../../../../src/contract/insurancePolicies.ts";
import type { ChartPicture } from "../../../../src/domain/reporting/chartPicture.ts";
import { monthCategory } from "../../../../src/domain/reporting/reportPictures.ts";
import { useLanguage } from "../../../lib/refusals.ts";
import { ChartPlot } from "../../../ui/ChartPlot.tsx";

type Months = FundView["months"];
type Sum = "contributions" | "benefits" | "balance";

/**
 * What came in and went out, month by month, and below it what the fund held: francs on two scales in one picture would
 * compare what cannot be compared. For who cannot see it the table below says the same.
 */
export function FundChart({ months }: { readonly months: Months }) {
  const { t } = useTranslation("claims");
  const language = useLanguage();
  const about = {
    unit: "francs",
    target: null,
    categories: months.map(({ month }) => monthCategory(month, language)),
  } as const;
  const valuesOf = (sum: Sum) => ({ label: t(`fund.${sum}`), values: months.map((one) => one[sum]) });
  const movements: ChartPicture = {
    ...{ ...about, title: t("fund.movements"), kind: "bars" },
    series: [
      { ...valuesOf("contributions"), look: "solid", as: "bar" },
      { ...valuesOf("benefits"), look: "hatched", as: "bar" },
    ],
  };
  const balance: ChartPicture = {
    ...{ ...about, title: t("fund.balance"), kind: "lines" },
    series: [{ ...valuesOf("balance"), look: "solid", as: "line" }],
  };
  return (
    <div role="img" aria-label={t("fund.chart")}>
      <ChartPlot picture={movements} height={210} label={null} />
      <ChartPlot picture={balance} height={180} label={null} />
    </div>
  );
}
