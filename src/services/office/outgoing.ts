import type { FileOutput } from "../../contract/primitives.ts";
import { accept, type Result } from "../../contract/results.ts";
import { type AuditAction, insertAudit } from "../../data/journal.ts";
import type { PaperDefinition } from "../../documents/design/paper.ts";
import { cellText, type DescribedTable, type ListTable } from "../../documents/lists/listTable.ts";
import { writeCsv, writeWorkbook } from "../../spreadsheets/writeTable.ts";
import type { Call } from "../call.ts";
import { pdfFile } from "./paper.ts";

/* Lists that leave the encrypted register. Each is noted in the audit trail: who, what, how many rows. */

export interface Outgoing {
  /** Of the file, without its ending: codes and days, never a person. */
  readonly name: string;
  readonly action: AuditAction;
  /** What the trail says it was; nothing where the action says all. */
  readonly reference: string | null;
}

/**
 * Notes that the signed-in person took something out of the register, on paper or as a file, before it is given.
 * @param rows how many lines of a list; left out for a paper that is none
 */
export function noteOutgoing(
  call: Call,
  { action, reference }: Omit<Outgoing, "name">,
  rows?: number,
): Result<null> {
  const id = call.world.newId();
  const about = { ...(reference === null ? {} : { reference }), ...(rows === undefined ? {} : { rows }) };
  return call.office.write(call.user.id, call.world.now(), (door) => {
    insertAudit(door, { id, action, ...about });
    return accept(null);
  });
}

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" as const;

const sheetOf = ({ title, headings, cells }: ListTable) => ({ name: title, headings, rows: cells });

/**
 * A list as a spreadsheet: CSV, or a workbook with what its columns mean on a second sheet. It is noted before it is
 * given, so that no file leaves without a trace.
 */
export async function giveList(
  call: Call,
  table: DescribedTable,
  outgoing: Outgoing & { readonly format: "csv" | "xlsx" },
): Promise<Result<FileOutput>> {
  const { headings, cells, language, codebook } = table;
  const { name, format } = outgoing;
  const lines = () => cells.map((row) => row.map((cell) => cellText(cell, language)));
  const file: FileOutput =
    format === "csv"
      ? { fileName: `${name}.csv`, mediaType: "text/csv", bytes: writeCsv([headings, ...lines()]) }
      : {
          fileName: `${name}.xlsx`,
          mediaType: XLSX,
          bytes: await writeWorkbook([table, ...(codebook === null ? [] : [codebook])].map(sheetOf)),
        };
  const noted = noteOutgoing(call, outgoing, cells.length);
  return noted.ok ? accept(file) : noted;
}

/** A list on paper, noted under its name. */
export async function giveListPaper(
  call: Call,
  { name, definition, rows }: { name: string; definition: PaperDefinition; rows: number },
): Promise<Result<FileOutput>> {
  const paper = await pdfFile(call.world, name, definition);
  const noted = noteOutgoing(call, { action: "printList", reference: name }, rows);
  return noted.ok ? accept(paper) : noted;
}
