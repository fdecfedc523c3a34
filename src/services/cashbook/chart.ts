import type { Account } from "../../contract/cashbookTerms.ts";
import type { InputOf } from "../../contract/index.ts";
import { accept, type Result, refuse } from "../../contract/results.ts";
import {
  insertAccount,
  isAccountUsed,
  listWrittenAccounts,
  updateAccount,
} from "../../data/cashbook/chart.ts";
import type { WriteDoor } from "../../data/writeDoor.ts";
import type { Call } from "../call.ts";
import { nationalWith } from "../scope.ts";
import { chartBook } from "./chartBook.ts";

/** Every account of the chart that holds here. */
export function chart(call: Call): Result<Account[]> {
  return accept([...chartBook(call).accounts]);
}

type Saving = InputOf<"cashbook.saveAccount">;

/** What forbids to write the account so; null when nothing does. */
function faultOf(
  call: Call,
  door: WriteDoor,
  { input, isInUse }: { input: Saving; isInUse: boolean },
): ReturnType<typeof refuse> | null {
  const known = chartBook(call, door).find(input.code);
  if (known === undefined) return null;
  if (known.automatic && !input.active) return refuse("cashbook.automaticStays", { field: "active" });
  if (known.side === input.side) return null;
  if (known.automatic) return refuse("cashbook.automaticStays", { field: "side" });
  return isInUse ? refuse("cashbook.accountInUse", { field: "side" }) : null;
}

/**
 * Writes an account of the chart, a new one or other words for one: from then on it is confirmed, and every office has
 * it with the next answer. Refused anywhere but at headquarters; an account that the program books keeps its side and
 * stays open, one with vouchers keeps its side.
 */
export function saveAccount(call: Call, input: Saving): Result<Account[]> {
  if (!call.identity.headquarters) return refuse("cashbook.chartOfHeadquarters", { field: "code" });
  // Copies are looked at before the transaction: opening them writes.
  const national = nationalWith(call, "finance");
  const isBooked = national !== null && isAccountUsed(national.reader, input.code);
  return call.office.write(call.user.id, call.world.now(), (door): Result<Account[]> => {
    const isInUse = isBooked || isAccountUsed(door, input.code);
    const written = listWrittenAccounts(door);
    const fault = faultOf(call, door, { input, isInUse });
    if (fault !== null) return fault;
    const sameId = written.find(({ id }) => id === input.id);
    if (sameId !== undefined && sameId.code !== input.code)
      return refuse("cashbook.codeTaken", { field: "code" });
    const before = written.find(({ code }) => code === input.code);
    if (before === undefined) insertAccount(door, input);
    else updateAccount(door, { ...input, id: before.id });
    return accept([...chartBook(call, door).accounts]);
  });
}
