import "@mantine/charts/styles.css";
import { CompositeChart, type CompositeChartSeries } from "@mantine/charts";
import { useTranslation } from "react-i18next";
import type { FundView } from "../../../../src/contract/insurancePolicies.ts";
import { showCount } from "../../../lib/format.ts";
import { showMonth } from "../../../lib/months.ts";
import { useLanguage } from "../../../lib/refusals.ts";

const NO_MOTION = { isAnimationActive: false };

interface PartProps {
  readonly months: FundView["months"];
  readonly series: CompositeChartSeries[];
  readonly height: number;
  readonly label: string;
}

function Part({ months, series, height, label }: PartProps) {
  const language = useLanguage();
  return (
    <CompositeChart
      h={height}
      data={months.map(({ month, ...sums }) => ({ month: showMonth(month, language, "short"), ...sums }))}
      dataKey="month"
      series={series}
      curveType="linear"
      withLegend
      legendProps={{ verticalAlign: "bottom", itemSorter: null }}
      maxBarWidth={18}
      strokeWidth={2}
      gridAxis="x"
      textColor="var(--ink-soft)"
      gridColor="var(--line-strong)"
      valueFormatter={(francs) => showCount(francs, language)}
      yAxisProps={{ width: 76 }}
      yAxisLabel={label}
      xAxisProps={{ interval: "preserveStartEnd", minTickGap: 12 }}
      barProps={NO_MOTION}
      lineProps={NO_MOTION}
      tooltipAnimationDuration={0}
      composedChartProps={{ accessibilityLayer: false }}
    />
  );
}

/**
 * What came in and went out, month by month, and below it what the fund held: francs on two scales in one picture would
 * compare what cannot be compared. Dark, light and dotted: it reads the same on paper without colour. For who cannot
 * see it the table below says the same.
 */
export function FundChart({ months }: { readonly months: FundView["months"] }) {
  const { t } = useTranslation("claims");
  const movements: CompositeChartSeries[] = [
    { name: "contributions", label: t("fund.contributions"), type: "bar", color: "var(--indigo-ink)" },
    { name: "benefits", label: t("fund.benefits"), type: "bar", color: "var(--ochre-line)" },
  ];
  const balance: CompositeChartSeries[] = [
    { name: "balance", label: t("fund.balance"), type: "line", color: "var(--ochre)" },
  ];
  return (
    <div role="img" aria-label={t("fund.chart")}>
      <Part months={months} series={movements} height={210} label={t("fund.movements")} />
      <Part months={months} series={balance} height={180} label={t("fund.balance")} />
    </div>
  );
}
