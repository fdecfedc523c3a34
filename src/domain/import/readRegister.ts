import type { ImportColumn, ImportCounts } from "../../contract/imports.ts";
import type { CalendarDate } from "../../contract/primitives.ts";
import { accept, type Result, refuse } from "../../contract/results.ts";
import { createDuplicateIndex, type DuplicateIndex } from "../names/duplicateIndex.ts";
import { type AssessedRow, assessRow, outcomeOf } from "./assessRow.ts";
import { type FieldChoice, registerColumns } from "./columns.ts";
import { findHeader, repeatsHeader } from "./findHeader.ts";
import { planRows } from "./rowPlan.ts";
import type { Table } from "./table.ts";

export interface RegisterReading {
  readonly kind: Table["kind"];
  readonly encoding: string | null;
  readonly separator: string | null;
  readonly headerRow: number;
  /** All headings of the sheet as they stood, by column; "" where a column has none. */
  readonly headings: readonly string[];
  readonly columns: readonly ImportColumn[];
  readonly rows: readonly AssessedRow[];
}

/** A row with one more remark; its outcome follows, and a refused row loses its details never to a mere doubt. */
export function withDuplicate(
  row: AssessedRow,
  code: "duplicateOfRow" | "duplicateOfMember",
  other: string,
): AssessedRow {
  const found = `${row.shown.surname} ${row.shown.firstNames}`.trim();
  const remarks = [...row.remarks, { code, column: null, found, other }];
  return { ...row, remarks, outcome: outcomeOf(remarks) };
}

/** Marks the row if an earlier one is likely the same woman, and remembers it for those that follow. */
function compareWithEarlier(index: DuplicateIndex<number>, row: AssessedRow): AssessedRow {
  if (row.traits === null) return row;
  const earlier = index.findThenAdd(row.traits, row.row);
  return earlier === null ? row : withDuplicate(row, "duplicateOfRow", String(earlier.ref));
}

/**
 * Reads a register whole: finds the header, the meaning of the columns (corrected by `choice`), and for every filled
 * row below what would be recorded, what is doubtful and what is refused. Blank rows and repeated headers are left out.
 * @param today the day on which ages are counted
 * @returns refuses `import.empty`, `import.noHeader`, and what `registerColumns` refuses
 */
export function readRegister(
  table: Table,
  choice: readonly FieldChoice[] | null,
  today: CalendarDate,
): Result<RegisterReading> {
  if (table.rows.length === 0) return refuse("import.empty");
  const header = findHeader(table.rows);
  if (header === null) return refuse("import.noHeader");
  const rows = table.rows.slice(header.at + 1).filter((row) => !repeatsHeader(row, header));
  const columns = registerColumns(header, rows, choice);
  if (!columns.ok) return columns;
  const plan = planRows(columns.value, rows);
  const earlier = createDuplicateIndex<number>();
  return accept({
    kind: table.kind,
    encoding: table.encoding,
    separator: table.separator,
    headerRow: header.row,
    headings: header.headings,
    columns: columns.value,
    rows: rows.map((row) => compareWithEarlier(earlier, assessRow(plan, row, today))),
  });
}

/** How many rows would be created, are doubtful, refused; `unchanged` is what the office already knows of them. */
export function countRows(
  rows: readonly { readonly outcome: AssessedRow["outcome"] | "unchanged" }[],
): ImportCounts {
  const counts = { rows: rows.length, created: 0, doubtful: 0, refused: 0, unchanged: 0 };
  for (const { outcome } of rows) counts[outcome === "create" ? "created" : outcome] += 1;
  return counts;
}
