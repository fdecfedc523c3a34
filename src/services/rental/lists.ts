import type { InputOf } from "../../contract/index.ts";
import type { FileOutput, Language } from "../../contract/primitives.ts";
import { accept, type Result } from "../../contract/results.ts";
import { insertAudit } from "../../data/journal.ts";
import {
  arrearsTable,
  type ListTable,
  leasesTable,
  premisesTable,
  rollTable,
} from "../../documents/rentalListWords.ts";
import { writeCsv, writeXlsx } from "../../spreadsheets/writeTable.ts";
import type { Call } from "../call.ts";
import { paperContext } from "../office/paper.ts";
import { type Scope, scopeOf, scopeWord } from "../scope.ts";
import { listArrears } from "./arrears.ts";
import { listRows } from "./leases.ts";
import { listViews } from "./premises.ts";
import { listRoll } from "./roll.ts";

type Input = InputOf<"rental.exportList">;

function tableOf(call: Call, scope: Scope, { list, month }: Input, language: Language): ListTable {
  const withOffice = scope.office === "all";
  switch (list) {
    case "roll":
      return rollTable(listRoll(call, scope, month), language, withOffice);
    case "arrears":
      return arrearsTable(listArrears(call, scope, call.today()), language, withOffice);
    case "leases":
      return leasesTable(listRows(call, scope), language, withOffice);
    case "premises": {
      const { reader, office = call.office.code } = scope;
      return premisesTable(listViews(reader, office, call.today()), language, withOffice);
    }
  }
}

const WORDS: Readonly<Record<Input["list"], string>> = {
  roll: "loyers",
  arrears: "impayes",
  leases: "baux",
  premises: "locaux",
};

/** `KTL-loyers-2026-11`, `KTL-baux-2026-11-23`, at headquarters `BKO-baux-national-2026-11-23`. */
function nameOf(call: Call, scope: Scope, { list, month }: Input): string {
  const when = list === "roll" ? month : call.today();
  return [call.office.code, WORDS[list], scopeWord(scope), when].filter((part) => part !== null).join("-");
}

/** A list as a spreadsheet, readable by anyone who gets it; who took how many rows is noted. */
export async function exportList(call: Call, input: Input): Promise<Result<FileOutput>> {
  const scope = scopeOf(call, input.office, "finance");
  if (!scope.ok) return scope;
  const { language } = paperContext(call);
  const { title, headings, cells } = tableOf(call, scope.value, input, language);
  const name = nameOf(call, scope.value, input);
  const id = call.world.newId();
  call.office.write(call.user.id, call.world.now(), (door) =>
    accept(insertAudit(door, { id, action: "exportRental", reference: name, rows: cells.length })),
  );
  const fileName = `${name}.${input.format}`;
  if (input.format === "csv")
    return accept({ fileName, mediaType: "text/csv", bytes: writeCsv([headings, ...cells]) });
  const bytes = await writeXlsx(title, headings, cells);
  return accept({
    fileName,
    mediaType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    bytes,
  });
}
