import type { InputOf } from "../../contract/index.ts";
import type { FileOutput, Language } from "../../contract/primitives.ts";
import type { Result } from "../../contract/results.ts";
import { type DescribedTable, type ListShape, listTable } from "../../documents/lists/listTable.ts";
import { ARREARS, LEASES, PREMISES, RENT_ROLL } from "../../documents/lists/rentalLists.ts";
import type { Call } from "../call.ts";
import { giveList } from "../office/outgoing.ts";
import { paperContext } from "../office/paper.ts";
import { type Scope, scopeOf, scopeWord } from "../scope.ts";
import { listArrears } from "./arrears.ts";
import { listRows } from "./leases.ts";
import { listViews } from "./premises.ts";
import { listRoll } from "./roll.ts";

type Input = InputOf<"rental.exportList">;

function tableOf(
  call: Call,
  scope: Scope,
  { list, month }: Pick<Input, "list" | "month">,
  shape: ListShape & { readonly language: Language },
): DescribedTable {
  switch (list) {
    case "roll":
      return listTable(RENT_ROLL, listRoll(call, scope, month), shape);
    case "arrears":
      return listTable(ARREARS, listArrears(call, scope, call.today()), shape);
    case "leases":
      return listTable(LEASES, listRows(call, scope), shape);
    case "premises": {
      const { reader, office = call.office.code } = scope;
      return listTable(PREMISES, listViews(reader, office, call.today()), shape);
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
  const shape = { language, withOffices: scope.value.office === "all", withNames: true };
  const name = nameOf(call, scope.value, input);
  const outgoing = { name, action: "exportRental", reference: name, format: input.format } as const;
  return giveList(call, tableOf(call, scope.value, input, shape), outgoing);
}
