import type { OfficeCode } from "../../../../src/contract/primitives.ts";
import type {
  BothLanguages,
  IndicatorArea,
  IndicatorCode,
  ReportFigure,
  ReportTable,
  Shown,
} from "../../../../src/contract/reportingTerms.ts";
import type { Dashboard } from "../../../../src/contract/reportingViews.ts";
import { indicatorOf } from "../../../../src/domain/reporting/catalogue/catalogue.ts";

/** An area's figures, in the order of the dashboard. */
export function areaFigures(figures: readonly ReportFigure[], area: IndicatorArea): ReportFigure[] {
  return figures.filter(({ code }) => indicatorOf(code)?.area === area);
}

/** Whether anything was ever entered: a month or a figure that is not nought. */
export function hasAnything({ figures, series }: Pick<Dashboard, "figures" | "series">): boolean {
  const shown = [
    ...figures.flatMap(({ now, before }) => [now, before]),
    ...series.flatMap(({ points }) => points.map((point) => point.shown)),
  ];
  return shown.some(({ value, masked }) => masked || (value ?? 0) !== 0);
}

/** Tables other than by office in which something stands; groups in which nothing does are left out, unless all are. */
export function tablesToShow(tables: readonly ReportTable[]): ReportTable[] {
  const counts = ({ value, masked }: ReportTable["totals"][number]) => masked || (value ?? 0) !== 0;
  return tables
    .filter(({ by }) => by !== "office")
    .map((table) => ({ ...table, rows: table.rows.filter(({ cells }) => cells.some(counts)) }))
    .filter(({ rows }) => rows.length > 0);
}

export interface OfficeRow {
  readonly key: OfficeCode;
  readonly label: BothLanguages;
  /** One for each indicator. */
  readonly cells: readonly Shown[];
}

const NOTHING: Shown = { value: null, masked: false };

/** What stands office by office, as one table: an office a line, an indicator a column. Null where nothing does. */
export function officeMatrix(tables: readonly ReportTable[]): {
  readonly codes: readonly IndicatorCode[];
  readonly rows: readonly OfficeRow[];
  readonly totals: readonly Shown[];
} | null {
  const byOffice = tables.filter(({ by }) => by === "office");
  const offices = new Map(byOffice.flatMap(({ rows }) => rows.map(({ key, label }) => [key, label])));
  if (offices.size === 0) return null;
  const cellOf = (table: ReportTable, key: string) =>
    table.rows.find((row) => row.key === key)?.cells[0] ?? NOTHING;
  return {
    codes: byOffice.map(({ code }) => code),
    rows: [...offices].map(([key, label]) => ({
      key,
      label,
      cells: byOffice.map((table) => cellOf(table, key)),
    })),
    totals: byOffice.map(({ totals }) => totals[0] ?? NOTHING),
  };
}
