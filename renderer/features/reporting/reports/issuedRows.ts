import type {
  BothLanguages,
  IndicatorCode,
  PeriodName,
  ReportTable,
  Shown,
} from "../../../../src/contract/reportingTerms.ts";

/** One figure of a line: which indicator, of which period. */
export interface IssuedColumn {
  readonly name: string;
  readonly code: IndicatorCode;
  readonly period: PeriodName;
  readonly shown: Shown;
}

export interface IssuedRow {
  readonly key: string;
  readonly label: BothLanguages;
  readonly columns: readonly IssuedColumn[];
}

const NOTHING: Shown = { value: null, masked: false };

function columnsOf(table: ReportTable, cells: readonly Shown[]): IssuedColumn[] {
  const { code } = table;
  return table.columns.map((period, at) => ({
    ...{ name: `${code} ${period}`, code, period, shown: cells[at] ?? NOTHING },
  }));
}

/** Tables over the same groups as one: a line a group, the columns of each table in turn; `columns` are the totals. */
export function issuedRows(tables: readonly ReportTable[]): {
  readonly columns: readonly IssuedColumn[];
  readonly rows: readonly IssuedRow[];
} {
  const labels = new Map(tables.flatMap(({ rows }) => rows.map(({ key, label }) => [key, label])));
  return {
    columns: tables.flatMap((table) => columnsOf(table, table.totals)),
    rows: [...labels].map(([key, label]) => ({
      key,
      label,
      columns: tables.flatMap((table) =>
        columnsOf(table, table.rows.find((row) => row.key === key)?.cells ?? []),
      ),
    })),
  };
}
