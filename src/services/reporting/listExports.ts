import type { InputOf } from "../../contract/index.ts";
import type { FileOutput } from "../../contract/primitives.ts";
import type { ExportedList } from "../../contract/reporting.ts";
import type { Result } from "../../contract/results.ts";
import type { Call } from "../call.ts";
import { giveList } from "../office/outgoing.ts";
import { CASHBOOK_SOURCES } from "./lists/cashbook.ts";
import { REPORTING_SOURCES } from "./lists/headquarters.ts";
import { INSURANCE_SOURCES } from "./lists/insurance.ts";
import type { ListSource } from "./lists/listSource.ts";
import { LITERACY_SOURCES, RENTAL_SOURCES } from "./lists/rentalAndClasses.ts";

const SOURCES: Readonly<Record<ExportedList, ListSource>> = {
  ...INSURANCE_SOURCES,
  ...RENTAL_SOURCES,
  ...LITERACY_SOURCES,
  ...CASHBOOK_SOURCES,
  ...REPORTING_SOURCES,
};

/**
 * A whole list as a spreadsheet, of this office or at headquarters of any or all. Refuses a list that her role may not
 * read, and as `scopeOf`; women are named only to who may take the register out. Who took how many rows is noted.
 */
export async function exportList(
  call: Call,
  { list, office, format }: InputOf<"reporting.exportList">,
): Promise<Result<FileOutput>> {
  const source = SOURCES[list];
  const asked = office === call.office.code ? undefined : office;
  const table = await source.table(call, asked);
  if (!table.ok) return table;
  const whose = asked === undefined ? [] : [asked === "all" ? "national" : asked];
  const name = [call.office.code, source.word, ...whose, call.today()].join("-");
  return giveList(call, table.value, { name, action: "exportList", reference: name, format });
}
