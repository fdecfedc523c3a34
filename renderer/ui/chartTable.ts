import type { Language } from "../../src/contract/primitives.ts";
import { type ChartPicture, fullChartValue } from "../../src/domain/reporting/chartPicture.ts";

export interface ChartTableRow {
  /** `oct. 2026`: the table says the year in every row, the axis only once. */
  readonly name: string;
  /** One a column, `dash` where there is no figure. */
  readonly values: readonly string[];
}

/** The numbers behind a chart, in its own order. */
export interface ChartTable {
  readonly columns: readonly string[];
  readonly rows: readonly ChartTableRow[];
}

/**
 * The same numbers that the chart shows, in full.
 * @param currency written after the name of each column of francs
 */
export function chartTable(
  picture: ChartPicture,
  language: Language,
  { dash, currency }: { readonly dash: string; readonly currency: string },
): ChartTable {
  const { categories, series, target, unit } = picture;
  const suffix = unit === "francs" ? ` (${currency})` : "";
  const show = (value: number | null) => (value === null ? dash : fullChartValue(value, unit, language));
  const goal = target === null ? [] : [show(target.value)];
  const names = [...series.map(({ label }) => label), ...(target === null ? [] : [target.label])];
  return {
    columns: names.map((name) => `${name}${suffix}`),
    rows: categories.map(({ label, group }, at) => ({
      name: group === null ? label : `${label} ${group}`,
      values: [...series.map(({ values }) => show(values[at] ?? null)), ...goal],
    })),
  };
}
