import type { CalendarDate } from "../../contract/primitives.ts";

/** One cell as the file holds it; `null` is an empty one. Text is never trimmed to nothing: blank text is `null`. */
export type Cell = string | number | { readonly date: CalendarDate } | null;

export interface TableRow {
  /** Line of the sheet as the spreadsheet program numbers it, from 1. */
  readonly row: number;
  /** Cells from column A on; empty cells at the end are left out. */
  readonly cells: readonly Cell[];
}

/** The filled lines of one sheet, in order; blank lines are left out but counted in `row`. */
export interface Table {
  readonly kind: "csv" | "xlsx";
  /** WHATWG name of the encoding, or `cp850`; null for XLSX. */
  readonly encoding: string | null;
  readonly separator: string | null;
  readonly rows: readonly TableRow[];
}

/** A cell as a person reads it: dates as dd/mm/yyyy, numbers with all their digits. */
export function cellText(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return "";
  if (typeof cell === "string") return cell.trim();
  if (typeof cell === "number") return numberText(cell);
  const [year, month, day] = cell.date.split("-");
  return `${day}/${month}/${year}`;
}

/** Long whole numbers (phones, identity numbers) are never shown as `7.6e+22`. */
function numberText(value: number): string {
  return Number.isInteger(value) && Math.abs(value) < 1e21 ? BigInt(value).toString() : String(value);
}

const PLACEHOLDER =
  /^(?:[\s\-–—_.?/*]+|x{2,}|n[.\s]*[ée]ant|ras|r\.a\.s\.?|inconnue?|pas connue?|n\/[ad]|nsp|unknown|#n\/a)$/iu;

/** A cell's text, or "" when it only says that nothing is known (`-`, `néant`, `inconnu`, `N/A`). */
export function knownText(cell: Cell | undefined): string {
  const text = cellText(cell);
  return PLACEHOLDER.test(text) ? "" : text;
}
