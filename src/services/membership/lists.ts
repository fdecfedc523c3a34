import type { InputOf } from "../../contract/index.ts";
import type { MemberFilter, MemberRow } from "../../contract/membership.ts";
import type { FileOutput } from "../../contract/primitives.ts";
import { accept, type Result } from "../../contract/results.ts";
import { insertAudit } from "../../data/journal.ts";
import { listMembers } from "../../data/memberLists.ts";
import { readSettings } from "../../data/officeRecord.ts";
import { memberList } from "../../documents/memberList.ts";
import { filterWords, listCells, listHeadings } from "../../documents/memberListWords.ts";
import { documentTexts } from "../../documents/texts/documentTexts.ts";
import { writeCsv, writeXlsx } from "../../spreadsheets/writeTable.ts";
import type { Call } from "../call.ts";
import { paperContext, pdfFile } from "../office/paper.ts";
import { rowOf, statusDays, termRules } from "./views.ts";

function allRows(call: Call, filter: MemberFilter): MemberRow[] {
  const settings = readSettings(call.office.reader);
  const days = statusDays(settings, call.today());
  const order = { sort: "name", descending: false } as const;
  return listMembers(call.office.reader, filter, days, order).map((row) =>
    rowOf(row, termRules(settings), days.today),
  );
}

function note(call: Call, action: "exportMembers" | "printMembers", rows: number): void {
  call.office.write(call.user.id, call.world.now(), (door) =>
    accept(insertAudit(door, { id: call.world.newId(), action, rows })),
  );
}

/** The list as the screen shows it, on paper; who printed how many rows is noted. */
export async function printList(call: Call, filter: MemberFilter): Promise<Result<FileOutput>> {
  const rows = allRows(call, filter);
  const context = paperContext(call);
  const definition = memberList({
    ...context,
    rows,
    filterWords: filterWords(filter, context.language),
    printedBy: call.user.name,
  });
  const paper = await pdfFile(call.world, `${call.office.code}-liste-${call.today()}`, definition);
  note(call, "printMembers", rows.length);
  return accept(paper);
}

/** The list as a spreadsheet, readable by anyone who gets it; who took how many rows is noted. */
export async function exportList(
  call: Call,
  input: InputOf<"membership.exportList">,
): Promise<Result<FileOutput>> {
  const rows = allRows(call, input.filter);
  const { language } = paperContext(call);
  const headings = listHeadings(language);
  const cells = rows.map((row) => listCells(row, language));
  const fileName = `${call.office.code}-liste-${call.today()}.${input.format}`;
  note(call, "exportMembers", rows.length);
  if (input.format === "csv")
    return accept({ fileName, mediaType: "text/csv", bytes: writeCsv([headings, ...cells]) });
  const bytes = await writeXlsx(documentTexts(language).memberList.title, headings, cells);
  return accept({
    fileName,
    mediaType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    bytes,
  });
}
