/*
 * Spreadsheet programs run a cell that begins like a formula, even from a CSV file. An apostrophe before it makes it text;
 * who reads the file back takes the apostrophe away again.
 */

/** Some programs pass over blanks and signs that nobody sees; full-width signs count where a program is set to Japanese. */
const STARTS = String.raw`[\s\p{Cf}\p{Cc}]*[=+\-@＝＋－＠]|[\t\r]`;
/**
 * A formula in the middle of a text: a program that is set to another country cuts lines at another sign than `;`, heeds
 * no quotation mark that does not begin its cell, and so may begin one there. What calls, joins or reaches elsewhere needs
 * one of `( | !`: ordinary text keeps its commas.
 */
const CUT = String.raw`[,\t|\r\n]\s*`;
const CALLS = String.raw`[=+\-@＝＋－＠][^,\t\r\n]*[(|!]`;

const FORMULA = new RegExp(`^(?:${STARTS}|\\n)`, "u");
const WITHIN = new RegExp(`(${CUT})(?=${CALLS})`, "gu");
/** `+223 76 12 34 56`, `-5`, `-12,5`: signs, digits and blanks alone compute nothing. */
const PLAIN_NUMBER = /^[+-]\d[\d \u00a0\u202f]*(?:[.,]\d+)?$/;

const NEUTRALISED = new RegExp(`^'(?=${STARTS})`, "u");
const NEUTRALISED_WITHIN = new RegExp(`(${CUT})'(?=${CALLS})`, "gu");

/** A text that no spreadsheet program runs. A phone number with `+` and blanks stays readable as it is. */
export function neutralise(cell: string): string {
  const whole = FORMULA.test(cell) && !PLAIN_NUMBER.test(cell) ? `'${cell}` : cell;
  return whole.replace(WITHIN, "$1'");
}

/** The text as it was before `neutralise`. */
export function asWritten(cell: string): string {
  return cell.replace(NEUTRALISED, "").replace(NEUTRALISED_WITHIN, "$1");
}
