import { useTranslation } from "react-i18next";
import { monthCategory } from "../../../../src/domain/reporting/reportPictures.ts";
import { useLanguage } from "../../../lib/refusals.ts";
import { ChartPlot } from "../../../ui/ChartPlot.tsx";
import { occupancyOf, type Sums } from "./reportFigures.ts";

const HEIGHT = 220;

interface ChartProps {
  readonly months: readonly (Sums & { readonly month: string })[];
}

/** The share of days let, month by month. */
export function OccupancyChart({ months }: ChartProps) {
  const { t } = useTranslation("rental");
  const language = useLanguage();
  const values = months.map(occupancyOf);
  return (
    <ChartPlot
      height={HEIGHT}
      label={t("report.occupancyChart")}
      picture={{
        ...{ title: t("report.occupancy"), kind: "bars", unit: "percent", target: null },
        categories: months.map(({ month }) => monthCategory(month, language)),
        series: [{ label: t("report.rate"), look: "solid", as: "bar", values }],
      }}
    />
  );
}

/** Asked and received side by side. */
export function IncomeChart({ months }: ChartProps) {
  const { t } = useTranslation("rental");
  const language = useLanguage();
  const asked = months.map((one) => one.asked);
  const received = months.map((one) => one.received);
  return (
    <ChartPlot
      height={HEIGHT}
      label={t("report.incomeChart")}
      picture={{
        ...{ title: t("report.income"), kind: "bars", unit: "francs", target: null },
        categories: months.map(({ month }) => monthCategory(month, language)),
        series: [
          { label: t("report.asked"), look: "hatched", as: "bar", values: asked },
          { label: t("report.received"), look: "solid", as: "bar", values: received },
        ],
      }}
    />
  );
}
