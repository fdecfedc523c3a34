import writeXlsxFile from "write-excel-file/node";

const BYTE_ORDER_MARK = "\ufeff";
const FORMULA_START = /^[=+\-@\t\r]/;
/** `+223 76 12 34 56`, `-5`: signs and digits and blanks alone compute nothing. */
const PLAIN_NUMBER = /^[+-]\d[\d \u00a0\u202f]*$/;

/**
 * Spreadsheet programs run a cell that begins like a formula, even from a CSV file. An apostrophe before it makes it
 * text; `readTable` takes the apostrophe away again. A phone number with `+` and blanks stays as it is: it cannot run
 * anything and must stay readable.
 */
function neutralise(cell: string): string {
  return FORMULA_START.test(cell) && !PLAIN_NUMBER.test(cell) ? `'${cell}` : cell;
}

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

/**
 * An XLSX file of one sheet: bold headings that stay in view, every text as text, so that a phone keeps its `+` and
 * zeros and nothing is a formula; numbers as numbers.
 * @param sheetName at most 31 characters, none of `\\ / ? * [ ] :`; others are replaced
 */
export async function writeXlsx(
  sheetName: string,
  headings: readonly string[],
  rows: readonly (readonly Cell[])[],
): Promise<Uint8Array> {
  const text = (value: string, isHeading = false) => ({
    type: String,
    value: xmlText(value),
    ...(isHeading ? { fontWeight: "bold" as const } : {}),
  });
  const cellOf = (cell: Cell) => {
    if (typeof cell === "number") return { type: Number, value: cell };
    return cell === "" ? null : text(cell);
  };
  const data = [headings.map((heading) => text(heading, true)), ...rows.map((row) => row.map(cellOf))];
  const file = writeXlsxFile(data, {
    sheet: sheetName.replace(/[\\/?*[\]:]/g, " ").slice(0, 31),
    columns: headings.map((heading, index) => ({ width: columnWidth(heading, rows, index) })),
    stickyRowsCount: 1,
  });
  return new Uint8Array(await file.toBuffer());
}
