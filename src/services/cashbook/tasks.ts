import type { CashbookTasks, Till } from "../../contract/cashbookTerms.ts";
import { accept, type Result } from "../../contract/results.ts";
import { listLastMoves } from "../../data/cashbook/ledger.ts";
import { listOpenRemittances } from "../../data/cashbook/remittances.ts";
import type { Call } from "../call.ts";
import { nationalWith } from "../scope.ts";
import { ownBook } from "./monthBook.ts";
import { monthsToClose } from "./months.ts";
import { readTills } from "./tills.ts";

/** Cash boxes in which money moved since they were last counted; what moves today is counted tonight. */
function countUncounted(call: Call, tills: readonly Till[]): number {
  const moved = listLastMoves(call.office.reader, call.office.code, call.today());
  return tills.filter(({ kind, key, closed, lastCount }) => {
    const last = moved.get(key);
    return kind === "cash" && !closed && last !== undefined && (lastCount?.countedOn ?? "") < last;
  }).length;
}

/** What waits to be done in this office's cash book, and at headquarters among what offices sent. */
export function cashbookTasks(call: Call): Result<CashbookTasks> {
  const book = ownBook(call);
  const tills = readTills(book);
  const national = nationalWith(call, "finance");
  return accept({
    monthsToClose: monthsToClose(call, book).length,
    tillsToCount: countUncounted(call, tills),
    negativeTills: tills.filter(({ kind, balance }) => kind !== "bank" && balance < 0).length,
    remittancesOpen: national === null ? 0 : listOpenRemittances(national.reader, call.office.code).length,
  });
}
