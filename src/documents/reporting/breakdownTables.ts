import type { Content } from "pdfmake/interfaces.js";
import type { Language } from "../../contract/primitives.ts";
import type { BothLanguages, ReportContent, ReportTable, Shown } from "../../contract/reportingTerms.ts";
import { indicatorOf } from "../../domain/reporting/catalogue/catalogue.ts";
import type { Indicator } from "../../domain/reporting/indicator.ts";
import type { PlannedTable } from "../../domain/reporting/reportPlan.ts";
import { fill, mm } from "../design/paper.ts";
import { remark, ruledTable } from "../design/ruledTable.ts";
import { documentTexts } from "../texts/documentTexts.ts";
import { type ReportWords, showShown } from "./shownValue.ts";

interface TableColumn {
  readonly table: ReportTable;
  readonly indicator: Indicator;
}

interface TableRow {
  readonly key: string;
  readonly label: BothLanguages;
}

/** In which nothing was counted: its cell was left out. */
const NOTHING: Shown = { value: 0, masked: false };
const NO_RATE: Shown = { value: null, masked: false };

function columnsOf({ tables }: ReportContent, { codes, by }: PlannedTable): TableColumn[] {
  return codes.flatMap((code) => {
    const table = tables.find((one) => one.code === code && one.by === by);
    const indicator = indicatorOf(code);
    return table === undefined || indicator === undefined ? [] : [{ table, indicator }];
  });
}

function cellOf({ table, indicator }: TableColumn, key: string): Shown {
  const cell = table.rows.find((row) => row.key === key)?.cells[0];
  return cell ?? (indicator.nature === "rate" ? NO_RATE : NOTHING);
}

const saysSomething = ({ value, masked }: Shown) => masked || (value !== null && value !== 0);

/** Groups of all columns in the order of the first that has them, without those in which there was nothing. */
function rowsOf(columns: readonly TableColumn[], keepsAll: boolean): TableRow[] {
  const rows = new Map<string, TableRow>();
  for (const { table } of columns)
    for (const { key, label } of table.rows) if (!rows.has(key)) rows.set(key, { key, label });
  return [...rows.values()].filter(
    ({ key }) => keepsAll || columns.some((column) => saysSomething(cellOf(column, key))),
  );
}

function titleOf({ by }: PlannedTable, columns: readonly TableColumn[], content: ReportContent): string {
  const words = documentTexts(content.language).reporting.tables;
  if (by === "office") return words.titleOffices;
  const [first] = columns;
  const group =
    by === "group" ? (first?.indicator.groups?.[content.language] ?? words.by.group) : words.by[by];
  return group.charAt(0).toUpperCase() + group.slice(1);
}

const hidesRows = ({ table }: TableColumn) =>
  table.rows.every(({ cells }) => cells.every(({ masked }) => masked));
const hidesTotal = ({ table }: TableColumn) => table.totals.every(({ masked }) => masked);

/** Millimetres. */
const COLUMN = 31;
const NARROW_COLUMN = 25;
/** Of a table that stands beside another. */
const HALF_COLUMN = 30;

/** Rows. */
const SHORT = 16;

interface DrawnTable {
  readonly block: Content;
  /** Stands beside another. */
  readonly isNarrow: boolean;
  /** Few rows stay on one page; a longer table may go over it. */
  readonly isShort: boolean;
}

/** Its lines; where no group is shown one line stands for all of them. */
function linesOf(
  columns: readonly TableColumn[],
  rows: readonly TableRow[],
  language: Language,
): readonly (readonly string[])[] {
  const words = documentTexts(language).reporting;
  if (columns.every(hidesRows)) return [[words.masked.rows, ...columns.map(() => words.masked.sign)]];
  return rows.map(({ key, label }) => [
    label[language],
    ...columns.map((column) => showShown(cellOf(column, key), column.indicator.unit, words, language)),
  ]);
}

function drawTable(content: ReportContent, planned: PlannedTable, words: ReportWords): DrawnTable | null {
  const { language } = content;
  const columns = columnsOf(content, planned);
  const rows = rowsOf(columns, planned.by === "office");
  if (columns.length === 0 || rows.length === 0) return null;
  const title = titleOf(planned, columns, content);
  if (columns.every((column) => hidesRows(column) && hidesTotal(column)))
    return { isNarrow: false, isShort: true, block: remark(fill(words.masked.table, { title })) };
  const lines = linesOf(columns, rows, language);
  const isShort = lines.length <= SHORT;
  const isNarrow = columns.length === 1 && isShort;
  const breadth = isNarrow ? HALF_COLUMN : columns.length > 4 ? NARROW_COLUMN : COLUMN;
  const table = ruledTable({
    dense: true,
    columns: [
      { caption: title, width: "*" },
      ...columns.map(({ indicator }) => ({
        ...{ caption: indicator.name[language], width: breadth, figures: true },
      })),
    ],
    rows: lines,
    total: [
      words.tables.total,
      ...columns.map(({ table: { totals }, indicator }) =>
        showShown(totals[0] ?? NO_RATE, indicator.unit, words, language),
      ),
    ],
  });
  return { isNarrow, isShort, block: { unbreakable: isShort, stack: [table] } };
}

/** The breakdowns of a part: two narrow ones beside each other, the others one below the other. */
export function breakdownTables(content: ReportContent, planned: readonly PlannedTable[]): Content[] {
  const words = documentTexts(content.language).reporting;
  const drawn = planned.flatMap((one) => drawTable(content, one, words) ?? []);
  const narrow = drawn.filter(({ isNarrow }) => isNarrow);
  const pairs = Array.from({ length: Math.ceil(narrow.length / 2) }, (_, index): Content => {
    const [left, right] = narrow.slice(index * 2, index * 2 + 2);
    return {
      unbreakable: left?.isShort !== false && right?.isShort !== false,
      margin: [0, 7, 0, 0],
      columnGap: mm(8),
      columns: [
        { width: "*", stack: left === undefined ? [] : [left.block] },
        { width: "*", stack: right === undefined ? [] : [right.block] },
      ],
    };
  });
  const wide = drawn
    .filter(({ isNarrow }) => !isNarrow)
    .map(({ block }): Content => ({ stack: [block], margin: [0, 7, 0, 0] }));
  return [...wide, ...pairs];
}
