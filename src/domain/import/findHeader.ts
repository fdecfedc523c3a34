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

function scoreOf({ cells }: TableRow): Score {
  const fields = new Set<ImportField>();
  let filled = 0;
  for (const cell of cells) {
    if (cell === null) continue;
    filled += 1;
    const field = typeof cell === "string" ? fieldOfHeading(cell.trim()) : null;
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

/** Headings split over two lines, or merged downwards: an empty one is filled from the line above. */
function headingsOf(row: TableRow, above: TableRow | undefined): string[] {
  const isTable =
    above !== undefined &&
    above.row === row.row - 1 &&
    above.cells.filter((cell) => cell !== null).length > 1;
  const width = Math.max(row.cells.length, isTable ? above.cells.length : 0);
  return Array.from({ length: width }, (_, index) => {
    const own = tidyText(cellText(row.cells[index]));
    return own === "" && isTable ? tidyText(cellText(above.cells[index])) : own;
  });
}

/** The row among the first thirty whose cells best read as headings; null when none does. */
export function findHeader(rows: readonly TableRow[]): Header | null {
  let best: { at: number; weight: number } | null = null;
  for (const [at, row] of rows.slice(0, SEARCHED_ROWS).entries()) {
    const found = weight(scoreOf(row));
    if (found > (best?.weight ?? 0)) best = { at, weight: found };
  }
  const row = best === null ? undefined : rows[best.at];
  if (best === null || row === undefined) return null;
  return { row: row.row, at: best.at, headings: headingsOf(row, rows[best.at - 1]) };
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
