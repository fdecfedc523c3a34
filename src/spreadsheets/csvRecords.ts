import type { TableRow } from "../domain/import/table.ts";
import { asWritten } from "./formulas.ts";
import {
  MAX_CELL_CHARACTERS,
  MAX_COLUMNS,
  MAX_ROWS,
  notASpreadsheet,
  tooManyColumns,
  tooManyRows,
} from "./limits.ts";

export interface CsvRecord extends TableRow {
  /** Cells of the record, empty ones at its end included. */
  readonly width: number;
}

/** A quoted cell with more lines than this was never meant: a lone quotation mark would swallow the next members. */
const MAX_QUOTED_LINES = 20;
/** After so many lone quotation marks the file does not quote at all. */
const MAX_LONE_QUOTES = 200;

/** Reads records one after the other; RFC 4180 with CR, LF or CRLF, forgiving about stray quotation marks. */
class CsvReader {
  readonly #text: string;
  readonly #separator: string;
  #at = 0;
  #loneQuotes = 0;

  constructor(text: string, separator: string) {
    this.#text = text;
    this.#separator = separator;
  }

  get isAtEnd(): boolean {
    return this.#at >= this.#text.length;
  }

  /**
   * @throws Unreadable `import.tooManyColumns` at the first filled cell beyond the limit,
   *   `import.notASpreadsheet` at a cell longer than any spreadsheet holds
   */
  record(row: number): CsvRecord {
    const cells: (string | null)[] = [];
    let width = 0;
    for (;;) {
      const text = this.#cell();
      if (text !== "") {
        if (width >= MAX_COLUMNS) throw tooManyColumns();
        while (cells.length < width) cells.push(null);
        cells.push(text);
      }
      width += 1;
      if (this.#text[this.#at] !== this.#separator) break;
      this.#at += 1;
    }
    this.#endOfRecord();
    return { row, cells, width };
  }

  #endOfRecord(): void {
    if (this.#text[this.#at] === "\r") this.#at += 1;
    if (this.#text[this.#at] === "\n") this.#at += 1;
  }

  #cell(): string {
    const quoted = this.#text[this.#at] === '"' ? this.#quoted() : null;
    return asWritten((quoted ?? this.#bare()).trim()).trim();
  }

  #bare(): string {
    const start = this.#at;
    const text = this.#text;
    let at = start;
    for (; at < text.length; at += 1) {
      const sign = text[at];
      if (sign === this.#separator || sign === "\n" || sign === "\r") break;
    }
    this.#at = at;
    if (at - start > MAX_CELL_CHARACTERS) throw notASpreadsheet();
    return text.slice(start, at);
  }

  /** The cell within quotation marks; null, without moving, when the mark at its start is never closed. */
  #quoted(): string | null {
    if (this.#loneQuotes >= MAX_LONE_QUOTES) return null;
    const text = this.#text;
    const start = this.#at + 1;
    let lines = 0;
    for (let at = start; at < text.length && at - start <= MAX_CELL_CHARACTERS; at += 1) {
      const sign = text[at];
      if (sign === "\n") lines += 1;
      if (lines > MAX_QUOTED_LINES) break;
      if (sign !== '"') continue;
      const next = text[at + 1];
      if (next === '"') at += 1;
      else if (next === undefined || next === this.#separator || next === "\n" || next === "\r") {
        this.#at = at + 1;
        return text.slice(start, at).replaceAll('""', '"');
      } else if (lines > 0 || text[at - 1] === this.#separator) {
        // A single mark here opens another cell: the first one was never closed.
        break;
      }
    }
    this.#loneQuotes += 1;
    return null;
  }
}

/**
 * The filled records of a CSV text, numbered as a spreadsheet program numbers its rows: a record is a row however many
 * lines it takes, a blank line is a row too but is left out.
 * @param limit records to read at most, to try a separator
 * @throws Unreadable `import.tooManyColumns`, `import.tooManyRows`, `import.notASpreadsheet`
 */
export function csvRecords(text: string, separator: string, limit = Number.POSITIVE_INFINITY): CsvRecord[] {
  const reader = new CsvReader(text, separator);
  const records: CsvRecord[] = [];
  for (let row = 1; !reader.isAtEnd && records.length < limit; row += 1) {
    const record = reader.record(row);
    if (record.cells.length > 0) records.push(record);
    if (records.length > MAX_ROWS) throw tooManyRows();
  }
  return records;
}
