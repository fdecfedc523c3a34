import { useTranslation } from "react-i18next";
import type { LiteracyTarget } from "../../../../src/contract/literacyViews.ts";
import type { ChartPicture } from "../../../../src/domain/reporting/chartPicture.ts";
import { monthCategory } from "../../../../src/domain/reporting/reportPictures.ts";
import { useLanguage } from "../../../lib/refusals.ts";
import { ChartPlot } from "../../../ui/ChartPlot.tsx";
import classes from "./Figures.module.css";
import { type MonthPoint, targetOf } from "./targetsReached.ts";

const HUNDREDTHS = 100;
const HEIGHT = 190;

/** One indicator over the year. */
function Part({ picture }: { readonly picture: ChartPicture }) {
  return (
    <figure className={classes.chart}>
      <figcaption>{picture.title}</figcaption>
      <ChartPlot picture={picture} height={HEIGHT} label={null} />
    </figure>
  );
}

interface YearChartProps {
  readonly points: readonly MonthPoint[];
  readonly targets: readonly LiteracyTarget[];
}

/**
 * Three small pictures, each on its own scale: women, percent and hours cannot share one. For who cannot see them, the
 * table by month says the same.
 */
export function YearChart({ points, targets }: YearChartProps) {
  const { t } = useTranslation("literacy");
  const language = useLanguage();
  const categories = points.map(({ month }) => monthCategory(month, language));
  const valuesOf = (what: Exclude<keyof MonthPoint, "month">) => points.map((point) => point[what]);
  /** The target as a line across, on the chart's own scale. */
  const line = (value: number | null) => (value === null ? null : { label: t("figures.targetLine"), value });
  const rate = targetOf(targets, "attendanceRate");
  const pictures: readonly ChartPicture[] = [
    {
      ...{ categories, title: t("figures.enrolledByMonth"), kind: "bars", unit: "count" },
      series: [{ label: t("figures.enrolled"), look: "solid", as: "bar", values: valuesOf("enrolled") }],
      target: line(targetOf(targets, "enrolled")),
    },
    {
      ...{ categories, title: t("figures.attendanceByMonth"), kind: "lines", unit: "percent" },
      series: [
        { label: t("figures.attendanceRate"), look: "solid", as: "line", values: valuesOf("attendance") },
      ],
      target: line(rate === null ? null : rate / HUNDREDTHS),
    },
    {
      ...{ categories, title: t("figures.hoursByMonth"), kind: "lines", unit: "count" },
      series: [
        { label: t("figures.taught"), look: "solid", as: "line", values: valuesOf("taught") },
        { label: t("figures.planned"), look: "hatched", as: "line", values: valuesOf("planned") },
      ],
      target: line(targetOf(targets, "hours")),
    },
  ];
  return (
    <div role="img" aria-label={t("figures.chart")} className={classes.charts}>
      {pictures.map((picture) => (
        <Part key={picture.title} picture={picture} />
      ))}
    </div>
  );
}
