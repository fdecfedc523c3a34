import type { AssessedRow } from "./assessRow.ts";
import { fieldOfHeading } from "./headings.ts";
import type { RegisterReading } from "./readRegister.ts";
import { cellText } from "./table.ts";

export interface RefusedTable {
  readonly headings: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/**
 * The rows that a person will correct and import again: as they stood, under their own headings, with the reason in
 * one more column. A reason column from an earlier round gives way to the new one; on reading it is ignored.
 * @param heading of the last column: `Motif` or `Reason`, which `fieldOfHeading` ignores
 * @param reasonOf the sentence for a row, or null for a row that is not wanted in the file
 */
export function refusedTable<Row extends Pick<AssessedRow, "cells">>(
  reading: Pick<RegisterReading, "headings"> & { readonly rows: readonly Row[] },
  heading: string,
  reasonOf: (row: Row) => string | null,
): RefusedTable {
  const chosen = reading.rows.flatMap((row) => {
    const reason = reasonOf(row);
    return reason === null ? [] : [{ cells: row.cells, reason }];
  });
  const width = chosen.reduce((widest, { cells }) => Math.max(widest, cells.length), reading.headings.length);
  const kept = Array.from({ length: width }, (_, index) => index).filter(
    (index) => !isReason(reading.headings[index] ?? ""),
  );
  return {
    headings: [...kept.map((index) => reading.headings[index] ?? ""), heading],
    rows: chosen.map(({ cells, reason }) => [...kept.map((index) => cellText(cells[index])), reason]),
  };
}

function isReason(heading: string): boolean {
  return /^(?:motif|reason)/iu.test(heading) && fieldOfHeading(heading) === "ignore";
}
