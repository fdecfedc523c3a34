import type { ImportColumn, ImportField } from "../../contract/imports.ts";
import { tidyText } from "../names/tidyName.ts";
import { fieldOfHeading, type NameOrder, nameOrderOfHeading } from "./headings.ts";
import { learnJointName } from "./jointName.ts";
import { createNameWords, type NameWords } from "./nameWords.ts";
import { type Cell, cellText, knownText, type TableRow } from "./table.ts";

/** How the rows of one register are read: worked out once, used for every row. */
export interface RowPlan {
  readonly single: ReadonlyMap<ImportField, ImportColumn>;
  readonly notes: readonly { readonly column: ImportColumn; readonly isPlain: boolean }[];
  /** Indexes of all columns; what stands elsewhere has no heading. */
  readonly known: ReadonlySet<number>;
  readonly order: NameOrder;
  readonly words: NameWords;
}

/** Fields of the sheet that the record has no place for: kept in the notes under their heading. */
const KEPT_AS_NOTES: ReadonlySet<ImportField> = new Set(["notes", "cardPaid", "oldNumber"]);

/** Reads the joint names once beforehand, to learn which words are surnames in this register. */
export function planRows(columns: readonly ImportColumn[], rows: readonly TableRow[]): RowPlan {
  const single = new Map<ImportField, ImportColumn>();
  for (const column of columns) if (column.field !== "ignore") single.set(column.field, column);
  const joint = single.get("fullName");
  const order = joint ? nameOrderOfHeading(joint.heading) : "unknown";
  const words = createNameWords();
  if (joint) for (const { cells } of rows) learnJointName(knownText(cells[joint.index]), order, words);
  const notes = columns
    .filter(({ field }) => KEPT_AS_NOTES.has(field))
    .map((column) => ({
      column,
      isPlain: column.heading === "" || fieldOfHeading(column.heading) === "notes",
    }));
  return { single, notes, known: new Set(columns.map(({ index }) => index)), order, words };
}

export function cellOf(plan: RowPlan, row: TableRow, field: ImportField): Cell {
  const column = plan.single.get(field);
  return column === undefined ? null : (row.cells[column.index] ?? null);
}

/** The known text under a field's heading; "" where the register has no such column. */
export function textOf(plan: RowPlan, row: TableRow, field: ImportField): string {
  return knownText(cellOf(plan, row, field));
}

export function headingOf(plan: RowPlan, field: ImportField): string | null {
  return plan.single.get(field)?.heading ?? null;
}

/** `Carte payée : oui`, as one line of notes. */
export function noteLine(heading: string | null, text: string): string {
  const line = tidyText(text);
  return heading === null || heading === "" ? line : `${heading}\u00a0: ${line}`;
}

/** The filled cells of the columns that go to the notes, a line each. */
export function noteLines(plan: RowPlan, row: TableRow): string[] {
  return plan.notes.flatMap(({ column, isPlain }) => {
    const text = knownText(row.cells[column.index]);
    return text === "" ? [] : [noteLine(isPlain ? null : column.heading, text)];
  });
}

/** Filled cells that stand under no heading: a separator inside a text has shifted the row. */
export function strayCells(plan: RowPlan, row: TableRow): string[] {
  return row.cells.flatMap((cell, index) => (cell === null || plan.known.has(index) ? [] : [cellText(cell)]));
}
