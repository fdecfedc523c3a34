import type { ImportField } from "../../contract/imports.ts";
import { foldText } from "../names/foldText.ts";
import { tidyText } from "../names/tidyName.ts";
import { fieldOfHeading } from "./headings.ts";
import { cellText, type TableRow } from "./table.ts";

export interface Header {
  /** Line of the sheet, from 1. */
  readonly row: number;
  /** Place of the header among the table's rows; data begin after it. */
  readonly at: number;
  readonly headings: readonly string[];
}

/** Titles, addresses and dates may stand above; further down nobody looks for headings. */
const SEARCHED_ROWS = 30;
const NAMES: ReadonlySet<ImportField> = new Set(["surname", "firstNames", "fullName"]);

interface Score {
  readonly known: number;
  readonly names: boolean;
  readonly filled: number;
}

function scoreOf(headings: readonly string[]): Score {
  const fields = new Set<ImportField>();
  let filled = 0;
  for (const heading of headings) {
    if (heading === "") continue;
    filled += 1;
    const field = fieldOfHeading(heading);
    if (field !== null) fields.add(field);
  }
  return { known: fields.size, names: [...fields].some((field) => NAMES.has(field)), filled };
}

function weight({ known, names, filled }: Score): number {
  if (known === 0) return 0;
  // One known word in a wide row is chance ("Contact" in a cell), not a header.
  if (known === 1 && (!names || filled > 3)) return filled === 1 ? 0.5 : 0;
  return known + (names ? 1 : 0);
}

/** Only text can be a heading: dates and numbers are data. */
function headingTexts({ cells }: TableRow): string[] {
  return cells.map((cell) => (typeof cell === "string" ? tidyText(cell) : ""));
}

/** Headings split over two lines, or merged downwards: an empty one is filled from the line above. */
function withLineAbove(
  own: readonly string[],
  row: TableRow,
  above: TableRow | undefined,
): readonly string[] {
  if (above === undefined || above.row !== row.row - 1 || scoreOf(own).known < 2) return own;
  const upper = headingTexts(above);
  if (scoreOf(upper).filled < 2) return own;
  const width = Math.max(own.length, upper.length);
  return Array.from({ length: width }, (_, index) =>
    own[index] || (row.cells[index] ?? null) !== null ? (own[index] ?? "") : (upper[index] ?? ""),
  );
}

/** The row among the first thirty whose cells best read as headings; null when none does. */
export function findHeader(rows: readonly TableRow[]): Header | null {
  let best: { header: Header; weight: number } | null = null;
  for (const [at, row] of rows.slice(0, SEARCHED_ROWS).entries()) {
    const headings = withLineAbove(headingTexts(row), row, rows[at - 1]);
    const found = weight(scoreOf(headings));
    if (found > (best?.weight ?? 0)) best = { header: { row: row.row, at, headings }, weight: found };
  }
  return best?.header ?? null;
}

/** Whether a row repeats the header, as at the top of each printed page. */
export function repeatsHeader(row: TableRow, header: Header): boolean {
  let same = 0;
  for (const [index, cell] of row.cells.entries()) {
    if (cell === null) continue;
    if (foldText(cellText(cell)) !== foldText(header.headings[index] ?? "")) return false;
    same += 1;
  }
  return same > 1 || (same === 1 && header.headings.length === 1);
}
