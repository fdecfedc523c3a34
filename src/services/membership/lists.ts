import type { InputOf } from "../../contract/index.ts";
import type { MemberFilter, MemberRow } from "../../contract/membership.ts";
import type { FileOutput, OfficeScope } from "../../contract/primitives.ts";
import { accept, type Result } from "../../contract/results.ts";
import { listMembers } from "../../data/memberLists.ts";
import { readSettings } from "../../data/officeRecord.ts";
import { listTable } from "../../documents/lists/listTable.ts";
import { MEMBERS } from "../../documents/lists/memberLists.ts";
import { memberList } from "../../documents/memberList.ts";
import { filterWords } from "../../documents/memberListWords.ts";
import type { Call } from "../call.ts";
import { giveList, noteOutgoing } from "../office/outgoing.ts";
import { paperContext, pdfFile } from "../office/paper.ts";
import { scopeOf, scopeWord } from "../scope.ts";
import { rowOf, statusDays, termRules } from "./views.ts";

interface WholeList {
  readonly rows: MemberRow[];
  readonly office: OfficeScope | undefined;
  /** Nothing for the own register, otherwise whose list it is, for its name and the audit trail. */
  readonly whose: string | null;
}

function wholeList(call: Call, filter: MemberFilter): Result<WholeList> {
  const scope = scopeOf(call, filter.office, "identity");
  if (!scope.ok) return scope;
  const { reader, office, paidBy } = scope.value;
  const settings = readSettings(call.office.reader);
  const days = statusDays(settings, call.today(), paidBy);
  const order = { sort: "name", descending: false } as const;
  const rows = listMembers(reader, { ...filter, office }, days, order).map((row) =>
    rowOf(row, termRules(settings), days.today),
  );
  return accept({ rows, office, whose: scopeWord(scope.value) });
}

/** `KTL-liste-2026-11-23`, at headquarters `BKO-liste-national-2026-11-23` and `BKO-liste-KTL-2026-11-23`, too. */
function nameOf(call: Call, { whose }: WholeList): string {
  return [call.office.code, "liste", whose, call.today()].filter((part) => part !== null).join("-");
}

/** The list as the screen shows it, on paper; who printed how many rows is noted. */
export async function printList(call: Call, filter: MemberFilter): Promise<Result<FileOutput>> {
  const list = wholeList(call, filter);
  if (!list.ok) return list;
  const context = paperContext(call);
  const { rows, office } = list.value;
  const definition = memberList({
    ...context,
    rows,
    withOffice: office === "all",
    filterWords: filterWords({ ...filter, office }, context.language),
    printedBy: call.user.name,
  });
  const paper = await pdfFile(call.world, nameOf(call, list.value), definition);
  const noted = noteOutgoing(call, { action: "printMembers", reference: list.value.whose }, rows.length);
  return noted.ok ? accept(paper) : noted;
}

/** The list as a spreadsheet, readable by anyone who gets it; who took how many rows is noted. */
export async function exportList(
  call: Call,
  input: InputOf<"membership.exportList">,
): Promise<Result<FileOutput>> {
  const list = wholeList(call, input.filter);
  if (!list.ok) return list;
  const { rows, office, whose } = list.value;
  const { language } = paperContext(call);
  const table = listTable(MEMBERS, rows, { language, withOffices: office === "all", withNames: true });
  const name = nameOf(call, list.value);
  return giveList(call, table, { name, action: "exportMembers", reference: whose, format: input.format });
}
