import type { InputOf } from "../../contract/index.ts";
import type { FileOutput } from "../../contract/primitives.ts";
import { accept, type Result } from "../../contract/results.ts";
import { readReportContent } from "../../data/reporting/reports.ts";
import { workbookSheets } from "../../documents/reporting/workbookSheets.ts";
import { writeWorkbook } from "../../spreadsheets/writeTable.ts";
import type { Call } from "../call.ts";
import { noteOutgoing } from "../office/outgoing.ts";
import { findReport } from "./reports.ts";

/**
 * An issued report as a workbook, made of what was issued and nothing newer; who took how many lines is noted. Refuses as
 * `findReport`.
 */
export async function exportReport(
  call: Call,
  { id }: InputOf<"reporting.exportReport">,
): Promise<Result<FileOutput>> {
  const found = findReport(call, id);
  if (!found.ok) return found;
  const { reader, stored } = found.value;
  const { number, key } = stored;
  const sheets = workbookSheets(readReportContent(reader, id), number);
  const rows = sheets.reduce((sum, sheet) => sum + sheet.rows.length, 0);
  const noted = noteOutgoing(call, { action: "exportReport", reference: number }, rows);
  if (!noted.ok) return noted;
  return accept({
    fileName: `${number}-${key.period}.xlsx`,
    mediaType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    bytes: await writeWorkbook(sheets),
  });
}
