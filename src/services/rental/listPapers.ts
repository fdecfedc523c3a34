import type { InputOf } from "../../contract/index.ts";
import type { FileOutput } from "../../contract/primitives.ts";
import { accept, type Result } from "../../contract/results.ts";
import { arrearsList } from "../../documents/rental/arrearsList.ts";
import { rentalReport } from "../../documents/rental/rentalReport.ts";
import { rentRoll } from "../../documents/rental/rentRoll.ts";
import type { Call } from "../call.ts";
import { giveListPaper } from "../office/outgoing.ts";
import { paperContext, pdfFile } from "../office/paper.ts";
import { type Scope, scopeOf, scopeWord } from "../scope.ts";
import { arrears } from "./arrears.ts";
import { report } from "./report.ts";
import { roll } from "./roll.ts";

/** The rental's lists and figures on paper, of this office, or at headquarters of any or all. */

/** `KTL-loyers-2026-11`, at headquarters `BKO-loyers-national-2026-11`, too. */
function nameOf(call: Call, scope: Scope, what: string, ...rest: string[]): string {
  return [call.office.code, what, scopeWord(scope), ...rest].filter((part) => part !== null).join("-");
}

const whoseOf = (call: Call, { office }: Scope) => office ?? call.office.code;

export async function printRoll(call: Call, input: InputOf<"rental.printRoll">): Promise<Result<FileOutput>> {
  const scope = scopeOf(call, input.office, "finance");
  if (!scope.ok) return scope;
  const found = roll(call, input);
  if (!found.ok) return found;
  const definition = rentRoll({
    ...paperContext(call),
    ...{ month: input.month, scope: whoseOf(call, scope.value), madeBy: call.user.name },
    ...found.value,
  });
  const name = nameOf(call, scope.value, "loyers", input.month);
  return giveListPaper(call, { name, definition, rows: found.value.lines.length });
}

export async function printArrears(
  call: Call,
  input: InputOf<"rental.printArrears">,
): Promise<Result<FileOutput>> {
  const scope = scopeOf(call, input.office, "finance");
  if (!scope.ok) return scope;
  const lines = arrears(call, input);
  if (!lines.ok) return lines;
  const definition = arrearsList({
    ...paperContext(call),
    ...{ standingOn: input.on, scope: whoseOf(call, scope.value), madeBy: call.user.name },
    lines: lines.value,
  });
  const name = nameOf(call, scope.value, "impayes", input.on);
  return giveListPaper(call, { name, definition, rows: lines.value.length });
}

export async function printReport(
  call: Call,
  input: InputOf<"rental.printReport">,
): Promise<Result<FileOutput>> {
  const scope = scopeOf(call, input.office, "finance");
  if (!scope.ok) return scope;
  const found = report(call, input);
  if (!found.ok) return found;
  const definition = rentalReport({ ...paperContext(call), report: found.value, madeBy: call.user.name });
  const { from, to } = input;
  return accept(await pdfFile(call.world, nameOf(call, scope.value, "locaux", from, to), definition));
}
