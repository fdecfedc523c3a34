import { dayOf } from "../domain/calendar.ts";
import { daySerial } from "../domain/import/dateText.ts";
import type { Cell, Table, TableRow } from "../domain/import/table.ts";
import { MAX_COLUMNS, MAX_ROWS, notASpreadsheet, tooManyColumns, tooManyRows, Unreadable } from "./limits.ts";
import { openWorkbook, stringCollector, unescapeText, type Workbook } from "./xlsxParts.ts";
import { walkXml } from "./xmlEvents.ts";

/** Days between the two ways of counting days in spreadsheets, 1900 and 1904. */
const DAYS_1904 = 1462;
/** The last line of the largest sheet there is. */
const LAST_ROW = 1_048_576;
/** 31 December 9999. */
const LAST_SERIAL = 2_958_465;
/** Spreadsheet programs believe in 29 February 1900: their days before it are one less. */
const FIRST_TRUE_SERIAL = 61;

/** `BC12` → 54, from 0; null for a reference that names no column. */
function columnOf(reference: string): number | null {
  let column = 0;
  for (const letter of reference) {
    const value = letter.charCodeAt(0) - 64;
    if (value < 1 || value > 26) break;
    column = column * 26 + value;
    if (column > MAX_COLUMNS * 1000) break;
  }
  return column === 0 ? null : column - 1;
}

function dateCell(serial: number): Cell {
  const { year, month, day } = daySerial(serial < FIRST_TRUE_SERIAL ? serial + 1 : serial);
  const date = dayOf(year, month, day);
  return date === null ? serial : { date };
}

function numberCell(text: string, isDate: boolean, from1904: boolean): Cell {
  const value = Number(text);
  if (text.trim() === "" || !Number.isFinite(value)) return textCell(text);
  if (!isDate) return value;
  const serial = from1904 ? value + DAYS_1904 : value;
  return serial >= 1 && serial <= LAST_SERIAL + 1 ? dateCell(serial) : value;
}

function textCell(text: string): Cell {
  const trimmed = text.trim();
  return trimmed === "" ? null : trimmed;
}

/** Follows one sheet's XML and hands over its filled rows. */
class SheetReader {
  readonly rows: TableRow[] = [];
  readonly #book: Workbook;
  readonly #inline = stringCollector();
  #row = 0;
  #cells: Cell[] = [];
  #column = -1;
  #type = "n";
  #style = 0;
  #value = "";
  #inValue = false;
  #inCell = false;

  constructor(book: Workbook) {
    this.#book = book;
  }

  open(name: string, attributes: () => Record<string, string>): void {
    if (name === "row") {
      const row = Number(attributes().r ?? this.#row + 1);
      if (!Number.isInteger(row) || row < 1 || row > LAST_ROW) throw tooManyRows();
      this.#row = row;
      this.#cells = [];
      this.#column = -1;
    } else if (name === "c") {
      const { r, t = "n", s = "0" } = attributes();
      this.#column = (r === undefined ? null : columnOf(r)) ?? this.#column + 1;
      this.#type = t;
      this.#style = Number(s);
      this.#value = "";
      this.#inCell = true;
    } else if (this.#inCell) {
      if (name === "v") this.#inValue = true;
      this.#inline.open(name);
    }
  }

  close(name: string): void {
    if (name === "row") this.#endRow();
    else if (name === "c") {
      this.#place(this.#cell());
      this.#inCell = false;
    } else if (this.#inCell) {
      if (name === "v") this.#inValue = false;
      this.#inline.close(name);
    }
  }

  text(part: string): void {
    if (this.#inValue) this.#value += part;
    else if (this.#inCell) this.#inline.text(part);
  }

  #cell(): Cell {
    const inline = this.#inline.take();
    const value = this.#value;
    switch (this.#type) {
      case "s":
        return textCell(this.#book.sharedStrings[Number(value)] ?? "");
      case "inlineStr":
        return textCell(inline);
      case "str":
        return textCell(unescapeText(value));
      case "b":
        return value === "1" ? "TRUE" : "FALSE";
      case "d":
        return textCell(value);
      case "e":
        return textCell(value);
      default:
        return numberCell(value, this.#book.dateStyles[this.#style] === true, this.#book.from1904);
    }
  }

  /** Formatted cells without a value may lie far out; only filled ones count as columns. */
  #place(cell: Cell): void {
    if (cell === null) return;
    if (this.#column >= MAX_COLUMNS) throw tooManyColumns();
    while (this.#cells.length < this.#column) this.#cells.push(null);
    this.#cells[this.#column] = cell;
  }

  #endRow(): void {
    if (this.#cells.length === 0) return;
    this.rows.push({ row: this.#row, cells: this.#cells });
    if (this.rows.length > MAX_ROWS) throw tooManyRows();
    this.#cells = [];
  }
}

/**
 * The first sheet of an XLSX file that holds anything; dates as dates, numbers as numbers, formulas by their last
 * value. Bounded in columns, rows and unpacked bytes before memory is spent.
 * @throws Unreadable `import.notASpreadsheet`, `import.tooManyColumns`, `import.tooManyRows`, `import.tooLarge`
 */
export function readXlsx(bytes: Uint8Array): Table {
  try {
    const book = openWorkbook(bytes);
    let rows: TableRow[] = [];
    for (const path of book.sheets) {
      const xml = book.part(path);
      if (xml === null) throw notASpreadsheet();
      const reader = new SheetReader(book);
      walkXml(xml, reader);
      rows = reader.rows;
      if (rows.length > 0) break;
    }
    return { kind: "xlsx", encoding: null, separator: null, rows };
  } catch (error) {
    // Whatever the archive or its XML is broken by, it is no spreadsheet that we can read.
    throw error instanceof Unreadable ? error : notASpreadsheet();
  }
}
