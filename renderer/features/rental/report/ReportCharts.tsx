import "@mantine/charts/styles.css";
import { BarChart } from "@mantine/charts";
import { useTranslation } from "react-i18next";
import { showCount } from "../../../lib/format.ts";
import { showMonth } from "../../../lib/months.ts";
import { useLanguage } from "../../../lib/refusals.ts";
import { occupancyOf, type Sums } from "./reportFigures.ts";

const LOOK = {
  h: 220,
  dataKey: "month",
  withLegend: true,
  legendProps: { verticalAlign: "bottom", itemSorter: null },
  gridAxis: "x",
  textColor: "var(--ink-soft)",
  gridColor: "var(--line-strong)",
  xAxisProps: { interval: "preserveStartEnd", minTickGap: 12 },
  barProps: { isAnimationActive: false },
  tooltipAnimationDuration: 0,
  barChartProps: { accessibilityLayer: false },
} as const;

interface ChartProps {
  readonly months: readonly (Sums & { readonly month: string })[];
}

/** The share of days let, month by month; the scale ends at a hundred, so that an empty room is seen as such. */
export function OccupancyChart({ months }: ChartProps) {
  const { t } = useTranslation("rental");
  const language = useLanguage();
  const data = months.map((one) => ({
    month: showMonth(one.month, language, "short"),
    rate: occupancyOf(one) ?? 0,
  }));
  return (
    <div role="img" aria-label={t("report.occupancyChart")}>
      <BarChart
        {...LOOK}
        data={data}
        series={[{ name: "rate", label: t("report.rate"), color: "var(--indigo-ink)" }]}
        maxBarWidth={26}
        valueFormatter={(rate) => t("report.percent", { rate: showCount(rate, language) })}
        yAxisProps={{ width: 62, domain: [0, 100], ticks: [0, 25, 50, 75, 100] }}
      />
    </div>
  );
}

/** Asked and received side by side: dark and light, so that they are told apart on paper without colour too. */
export function IncomeChart({ months }: ChartProps) {
  const { t } = useTranslation("rental");
  const language = useLanguage();
  const data = months.map(({ month, asked, received }) => ({
    month: showMonth(month, language, "short"),
    asked,
    received,
  }));
  return (
    <div role="img" aria-label={t("report.incomeChart")}>
      <BarChart
        {...LOOK}
        data={data}
        series={[
          { name: "asked", label: t("report.asked"), color: "var(--ochre-line)" },
          { name: "received", label: t("report.received"), color: "var(--indigo-ink)" },
        ]}
        maxBarWidth={18}
        valueFormatter={(francs) => showCount(francs, language)}
        yAxisProps={{ width: 76 }}
      />
    </div>
  );
}
