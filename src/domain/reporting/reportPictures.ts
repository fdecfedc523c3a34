import type { Language } from "../../contract/primitives.ts";
import type { IndicatorCode, ReportFigure, ReportSeries } from "../../contract/reportingTerms.ts";
import { indicatorOf } from "./catalogue/catalogue.ts";
import type { ChartCategory, ChartPicture, ChartSeries, ChartUnit, SeriesLook } from "./chartPicture.ts";
import { DASHBOARD_CHARTS, type DashboardChart } from "./dashboards.ts";
import type { Indicator } from "./indicator.ts";

/** A chart of the dashboard and of the report, ready to be drawn. */
export interface DashboardPicture {
  /** The chart's key. */
  readonly key: string;
  readonly picture: ChartPicture;
}

interface Months {
  readonly series: readonly ReportSeries[];
  /** For the line of a target that is the same all year. */
  readonly figures: readonly ReportFigure[];
}

const LOOKS: readonly SeriesLook[] = ["solid", "hatched", "dotted", "outline"];

const SHORT_MONTHS: Readonly<Record<Language, readonly string[]>> = {
  fr: ["janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc."],
  en: ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
};

const TARGET: Readonly<Record<Language, string>> = { fr: "objectif", en: "target" };

/** `2026-10` → `oct.`, with its year below. */
export function monthCategory(month: string, language: Language): ChartCategory {
  const label = SHORT_MONTHS[language][Number(month.slice(5, 7)) - 1] ?? month;
  return { label, group: month.slice(0, 4) };
}

/** What a chart counts an indicator in. */
export function chartUnitOf({ unit }: Indicator): ChartUnit {
  return unit === "francs" || unit === "percent" ? unit : "count";
}

interface DrawnSeries {
  readonly series: ReportSeries;
  readonly indicator: Indicator;
  readonly as: "bar" | "line";
}

function drawnSeries({ bars, lines }: DashboardChart, all: readonly ReportSeries[]): DrawnSeries[] {
  const of = (codes: readonly IndicatorCode[], as: "bar" | "line") =>
    codes.flatMap((code): DrawnSeries[] => {
      const series = all.find((one) => one.code === code);
      const indicator = indicatorOf(code);
      return series === undefined || indicator === undefined ? [] : [{ series, indicator, as }];
    });
  return [...of(bars, "bar"), ...of(lines, "line")];
}

function kindOf(drawn: readonly DrawnSeries[]): ChartPicture["kind"] {
  const hasBars = drawn.some(({ as }) => as === "bar");
  const hasLines = drawn.some(({ as }) => as === "line");
  return hasBars && hasLines ? "barsAndLine" : hasLines ? "lines" : "bars";
}

/** Of the first series: a flow's target is a part for each month, which the months' own lengths would bend. */
function targetOf(
  [first]: readonly DrawnSeries[],
  figures: readonly ReportFigure[],
  language: Language,
): ChartPicture["target"] {
  if (first === undefined || first.indicator.nature === "flow") return null;
  const value = figures.find(({ code }) => code === first.series.code)?.target ?? null;
  return value === null ? null : { label: TARGET[language], value };
}

function pictureOf(chart: DashboardChart, months: Months, language: Language): ChartPicture | null {
  const drawn = drawnSeries(chart, months.series);
  const [first] = drawn;
  if (first === undefined) return null;
  return {
    title: chart.title[language],
    kind: kindOf(drawn),
    unit: chartUnitOf(first.indicator),
    categories: first.series.points.map(({ month }) => monthCategory(month, language)),
    series: drawn.map(
      ({ series, indicator, as }, index): ChartSeries => ({
        label: indicator.name[language],
        look: LOOKS[index % LOOKS.length] ?? "solid",
        as,
        values: series.points.map(({ shown }) => shown.value),
      }),
    ),
    target: targetOf(drawn, months.figures, language),
  };
}

/** The charts over months that these series are enough for, in the dashboard's order. What is hidden is a gap. */
export function dashboardPictures(months: Months, language: Language): DashboardPicture[] {
  return DASHBOARD_CHARTS.flatMap((chart) => {
    const picture = pictureOf(chart, months, language);
    return picture === null ? [] : [{ key: chart.key, picture }];
  });
}
