import type { Table } from "../domain/import/table.ts";
import { csvRecords } from "./csvRecords.ts";
import { decodeText } from "./decodeText.ts";
import { findSeparator, NO_SEPARATOR } from "./findSeparator.ts";
import { notASpreadsheet } from "./limits.ts";

/** `sep=;` in the first line names the separator to spreadsheet programs, which do not show that line. */
const SEPARATOR_LINE = /^"?sep=(.)"?(?:\r\n|\r|\n|$)/i;
const MARKUP = /^\s*<(?:!doctype|html|\?xml|head|body|table|script|svg)/i;
const SAMPLE_CHARACTERS = 64 * 1024;
/** Text has next to no control characters; pictures and programs are full of them. */
const CONTROL_SHARE = 0.002;

/** Tab, line feed, form feed and carriage return are the only ones that text has a use for. */
function isControl(code: number): boolean {
  return code < 0x20 && code !== 0x09 && code !== 0x0a && code !== 0x0c && code !== 0x0d;
}

function isText(text: string): boolean {
  const sample = text.slice(0, SAMPLE_CHARACTERS);
  let controls = 0;
  for (let at = 0; at < sample.length; at += 1) {
    const code = sample.charCodeAt(at);
    if (code === 0) return false;
    if (isControl(code)) controls += 1;
  }
  return controls <= sample.length * CONTROL_SHARE && !MARKUP.test(sample);
}

/**
 * The table of a CSV file, in any usual encoding and with any usual separator.
 * @throws Unreadable `import.notASpreadsheet`, `import.tooManyColumns`, `import.tooManyRows`
 */
export function readCsv(bytes: Uint8Array): Table {
  const { text, encoding } = decodeText(bytes);
  // Ctrl-Z ended files in old programs.
  const whole = text.endsWith("\u001a") ? text.slice(0, -1) : text;
  if (!isText(whole)) throw notASpreadsheet();
  const named = SEPARATOR_LINE.exec(whole);
  const body = named ? whole.slice(named[0].length) : whole;
  const separator = named?.[1] ?? findSeparator(body);
  const rows = csvRecords(body, separator).map(({ row, cells }) => ({ row, cells }));
  return { kind: "csv", encoding, separator: separator === NO_SEPARATOR ? null : separator, rows };
}
