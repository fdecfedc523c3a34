import "@mantine/charts/styles.css";
import { CompositeChart, type CompositeChartSeries } from "@mantine/charts";
import { useTranslation } from "react-i18next";
import type { LiteracyTarget } from "../../../../src/contract/literacyViews.ts";
import { showCount } from "../../../lib/format.ts";
import { useLanguage } from "../../../lib/refusals.ts";
import classes from "./Figures.module.css";
import { showMonth } from "./showMonth.ts";
import { type MonthPoint, targetOf } from "./targetsReached.ts";

const NO_MOTION = { isAnimationActive: false };
const HUNDREDTHS = 100;

interface PartProps {
  readonly title: string;
  readonly points: readonly MonthPoint[];
  readonly series: CompositeChartSeries[];
  /** On the chart's own scale. */
  readonly target: number | null;
  readonly unit?: string;
}

/** One indicator over the year, with the target as a line across. */
function Part({ title, points, series, target, unit = "" }: PartProps) {
  const { t } = useTranslation("literacy");
  const language = useLanguage();
  const line =
    target === null
      ? []
      : [
          {
            ...{ y: target, color: "var(--ochre)", ifOverflow: "extendDomain" as const },
            ...{ label: t("figures.targetLine"), labelPosition: "insideTopRight" as const },
          },
        ];
  return (
    <figure className={classes.chart}>
      <figcaption>{title}</figcaption>
      <CompositeChart
        h={190}
        data={points.map((point) => ({ ...point, month: showMonth(point.month, language, "short") }))}
        dataKey="month"
        series={series}
        curveType="linear"
        withLegend={series.length > 1}
        legendProps={{ verticalAlign: "bottom", itemSorter: null }}
        referenceLines={line}
        maxBarWidth={18}
        strokeWidth={2}
        gridAxis="x"
        textColor="var(--ink-soft)"
        gridColor="var(--line-strong)"
        valueFormatter={(value) => `${showCount(Math.round(value), language)}${unit}`}
        yAxisProps={{ width: 54, allowDecimals: false }}
        xAxisProps={{ interval: "preserveStartEnd", minTickGap: 6 }}
        barProps={NO_MOTION}
        lineProps={NO_MOTION}
        tooltipAnimationDuration={0}
        composedChartProps={{ accessibilityLayer: false }}
      />
    </figure>
  );
}

interface YearChartProps {
  readonly points: readonly MonthPoint[];
  readonly targets: readonly LiteracyTarget[];
}

/**
 * Three small pictures, each on its own scale: women, percent and hours cannot share one. Bars, lines and dots read the
 * same without colour. For who cannot see them, the table by month says the same.
 */
export function YearChart({ points, targets }: YearChartProps) {
  const { t } = useTranslation("literacy");
  const rate = targetOf(targets, "attendanceRate");
  return (
    <div role="img" aria-label={t("figures.chart")} className={classes.charts}>
      <Part
        title={t("figures.enrolledByMonth")}
        points={points}
        series={[{ name: "enrolled", label: t("figures.enrolled"), type: "bar", color: "var(--indigo-ink)" }]}
        target={targetOf(targets, "enrolled")}
      />
      <Part
        title={t("figures.attendanceByMonth")}
        points={points}
        series={[
          {
            name: "attendance",
            label: t("figures.attendanceRate"),
            type: "line",
            color: "var(--indigo-ink)",
          },
        ]}
        target={rate === null ? null : rate / HUNDREDTHS}
        unit={`${"\u00a0"}%`}
      />
      <Part
        title={t("figures.hoursByMonth")}
        points={points}
        series={[
          { name: "taught", label: t("figures.taught"), type: "line", color: "var(--indigo-ink)" },
          {
            name: "planned",
            label: t("figures.planned"),
            type: "line",
            color: "var(--ink-soft)",
            strokeDasharray: "4 4",
          },
        ]}
        target={targetOf(targets, "hours")}
        unit={`${"\u00a0"}h`}
      />
    </div>
  );
}
