import { accept, type Result, refuse } from "../contract/results.ts";
import type { Table } from "../domain/import/table.ts";
import { MAX_FILE_BYTES, notASpreadsheet, tooLarge, Unreadable } from "./limits.ts";
import { readCsv } from "./readCsv.ts";
import { readXlsx } from "./readXlsx.ts";

const ZIP = [0x50, 0x4b, 0x03, 0x04];
/** Compound files: the Excel of before 2007, and encrypted XLSX files. */
const OLE2 = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
/** First bytes of files that people pick by mistake. */
const FOREIGN: readonly (readonly number[])[] = [
  [0x25, 0x50, 0x44, 0x46], // PDF
  [0xff, 0xd8, 0xff], // JPEG
  [0x89, 0x50, 0x4e, 0x47], // PNG
  [0x47, 0x49, 0x46, 0x38], // GIF
  [0x4d, 0x5a, 0x90, 0x00], // Windows program
  [0x7f, 0x45, 0x4c, 0x46], // Linux program
  [0x7b, 0x5c, 0x72, 0x74, 0x66], // RTF
  [0x52, 0x61, 0x72, 0x21], // RAR
  [0x37, 0x7a, 0xbc, 0xaf], // 7-Zip
  [0x1f, 0x8b], // gzip
  [0x50, 0x4b, 0x05, 0x06], // an empty ZIP archive
];
const ENCRYPTED_STREAM = "EncryptedPackage";
const OLD_WORKBOOKS = ["Workbook", "Book"];

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, at) => bytes[at] === byte);
}

/** Looks for a stream's name, UTF-16LE, in the directory of a compound file. */
function hasStream(bytes: Uint8Array, name: string): boolean {
  const wanted = [...name].flatMap((letter) => [letter.charCodeAt(0), 0]);
  const [first = 0] = wanted;
  for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1)) {
    if (wanted.every((byte, offset) => bytes[at + offset] === byte)) return true;
  }
  return false;
}

function parse(bytes: Uint8Array): Table {
  if (startsWith(bytes, ZIP)) return readXlsx(bytes);
  if (FOREIGN.some((signature) => startsWith(bytes, signature))) throw notASpreadsheet();
  return readCsv(bytes);
}

/**
 * Reads a spreadsheet by what its bytes are; the file's name decides nothing.
 * @param bytes the whole file
 * @returns refuses `import.empty`, `import.notASpreadsheet`, `import.oldExcel`, `import.encrypted`,
 *   `import.tooManyColumns`, `import.tooManyRows`, `import.tooLarge`; throws nothing
 */
export function readTable(bytes: Uint8Array): Result<Table> {
  if (bytes.length === 0) return refuse("import.empty");
  if (bytes.length > MAX_FILE_BYTES) return { ok: false, refusal: tooLarge().refusal };
  if (startsWith(bytes, OLE2)) {
    if (hasStream(bytes, ENCRYPTED_STREAM)) return refuse("import.encrypted");
    const isExcel = OLD_WORKBOOKS.some((name) => hasStream(bytes, name));
    return refuse(isExcel ? "import.oldExcel" : "import.notASpreadsheet");
  }
  try {
    const table = parse(bytes);
    return table.rows.length === 0 ? refuse("import.empty") : accept(table);
  } catch (error) {
    if (error instanceof Unreadable) return { ok: false, refusal: error.refusal };
    throw error;
  }
}
