import type { Language } from "../../../../src/contract/primitives.ts";
import type { IndicatorTable } from "../../../../src/contract/reportingViews.ts";
import { addToMonth, monthOf } from "../../../../src/domain/calendar.ts";
import type { ChartPicture } from "../../../../src/domain/reporting/chartPicture.ts";
import type { Indicator } from "../../../../src/domain/reporting/indicator.ts";
import { kindOf, monthsIn } from "../../../../src/domain/reporting/periods.ts";
import { chartUnitOf, monthCategory } from "../../../../src/domain/reporting/reportPictures.ts";

/** A year and a month, so that the same month of the year before is in the picture. */
const MONTHS_BACK = 12;

/** The months that lead up to a period; of a period that runs, up to this month. */
export function monthsBefore(period: string, today: string, fiscalStart: number) {
  const { to: last } = monthsIn(period, fiscalStart);
  const running = monthOf(today);
  const to = last < running ? last : running;
  return { from: addToMonth(to, -MONTHS_BACK), to };
}

interface MonthPictureOf {
  readonly indicator: Indicator;
  readonly title: string;
  readonly table: IndicatorTable;
  /** The target's own words and value; null where none was set, or where it is not a month's. */
  readonly target: { readonly label: string; readonly value: number } | null;
  readonly language: Language;
}

/** What flows stands in bars, what stands or is a share is a line. */
export function monthPicture({ indicator, title, table, target, language }: MonthPictureOf): ChartPicture {
  const [row] = table.rows;
  const isFlow = indicator.nature === "flow";
  return {
    title,
    kind: isFlow ? "bars" : "lines",
    unit: chartUnitOf(indicator),
    categories: table.columns.map(({ name }) => monthCategory(name, language)),
    series: [
      {
        label: indicator.name[language],
        look: "solid",
        as: isFlow ? "bar" : "line",
        values: table.columns.map((_, at) => row?.cells[at]?.value ?? null),
      },
    ],
    target,
  };
}

/** A year's target is a month's too where it stands or is a share; of what flows only a month's own part. */
export function monthTarget(indicator: Indicator, period: string, target: number | null): number | null {
  return indicator.nature !== "flow" || kindOf(period) === "month" ? target : null;
}
