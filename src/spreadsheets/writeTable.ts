import writeXlsxFile from "write-excel-file/node";
import { neutralise } from "./formulas.ts";

const BYTE_ORDER_MARK = "\ufeff";
function quote(cell: string): string {
  return /[";\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

/**
 * A CSV file as spreadsheet programs set to French open it: UTF-8 with byte-order mark, `;`, CRLF, RFC 4180 quoting.
 * @param rows headings first; line breaks within a cell are kept
 */
export function writeCsv(rows: readonly (readonly string[])[]): Uint8Array {
  const lines = rows.map((cells) => cells.map((cell) => quote(neutralise(cell))).join(";"));
  return new TextEncoder().encode(`${BYTE_ORDER_MARK}${lines.map((line) => `${line}\r\n`).join("")}`);
}

const NARROWEST = 8;
const WIDEST = 60;
const ROWS_MEASURED = 500;

/** XML knows no control characters but tab and line breaks; `_x0041_` as text must not be read as a character's code. */
function xmlText(text: string): string {
  return text
    .replace(/[^\P{Cc}\t\n\r]/gu, " ")
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_")
    .toWellFormed();
}

/** A text, or a number that is to be computed with. */
export type Cell = string | number;

function columnWidth(heading: string, rows: readonly (readonly Cell[])[], index: number): number {
  const longest = rows
    .slice(0, ROWS_MEASURED)
    .reduce((width, row) => Math.max(width, String(row[index] ?? "").length), heading.length);
  return Math.min(WIDEST, Math.max(NARROWEST, longest + 2));
}

/** A sheet of a workbook. */
export interface Sheet {
  /** At most 31 characters, none of `\\ / ? * [ ] :`; others are replaced. */
  readonly name: string;
  readonly headings: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

function textCell(value: string, isHeading = false) {
  return {
    type: String,
    value: xmlText(value),
    ...(isHeading ? { fontWeight: "bold" as const } : {}),
  };
}

function cellOf(cell: Cell) {
  if (typeof cell === "number") return { type: Number, value: cell };
  return cell === "" ? null : textCell(cell);
}

/**
 * An XLSX file: bold headings that stay in view, every text as text, so that a phone keeps its `+` and zeros and nothing
 * is a formula; numbers as numbers.
 * @param sheets one at least, each with a name of its own
 */
export async function writeWorkbook(sheets: readonly Sheet[]): Promise<Uint8Array> {
  const file = writeXlsxFile(
    sheets.map(({ name, headings, rows }) => ({
      sheet: name.replace(/[\\/?*[\]:]/g, " ").slice(0, 31),
      data: [headings.map((heading) => textCell(heading, true)), ...rows.map((row) => row.map(cellOf))],
      columns: headings.map((heading, index) => ({ width: columnWidth(heading, rows, index) })),
      stickyRowsCount: 1,
    })),
  );
  return new Uint8Array(await file.toBuffer());
}
