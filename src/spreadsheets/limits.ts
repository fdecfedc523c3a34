import { type Refusal, refuse } from "../contract/results.ts";

/** A register of the whole association has 4,000 rows and a dozen columns; these bounds keep a laptop of 4 GB alive. */
export const MAX_COLUMNS = 200;
export const MAX_ROWS = 200_000;
export const MAX_FILE_BYTES = 64 * 1024 * 1024;
/** Of one part of an XLSX archive, unpacked. */
export const MAX_PART_BYTES = 256 * 1024 * 1024;
/** What spreadsheet programs can hold in one cell. */
export const MAX_CELL_CHARACTERS = 32_767;

/** Thrown inside this room to leave a parser at once, and caught by `readTable`. */
export class Unreadable extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(refusal.code);
    this.refusal = refusal;
  }
}

export function tooManyColumns(): Unreadable {
  return new Unreadable(refuse("import.tooManyColumns", { values: { limit: MAX_COLUMNS } }).refusal);
}

export function tooManyRows(): Unreadable {
  return new Unreadable(refuse("import.tooManyRows", { values: { limit: MAX_ROWS } }).refusal);
}

export function notASpreadsheet(): Unreadable {
  return new Unreadable(refuse("import.notASpreadsheet").refusal);
}

export function tooLarge(): Unreadable {
  return new Unreadable(
    refuse("import.tooLarge", { values: { limitMegabytes: MAX_FILE_BYTES / 1024 / 1024 } }).refusal,
  );
}
