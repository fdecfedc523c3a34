import type { Voucher, VoucherFile } from "../../contract/cashbookTerms.ts";
import type { InputOf } from "../../contract/index.ts";
import { accept, type Result, refuse } from "../../contract/results.ts";
import { readTill } from "../../data/cashbook/tills.ts";
import { readVoucher } from "../../data/vouchers.ts";
import type { WriteDoor } from "../../data/writeDoor.ts";
import type { Call } from "../call.ts";
import { bookVoucher } from "./booking.ts";
import { refusalOf, undoerOf } from "./reversible.ts";
import { voucherFile } from "./voucherFile.ts";

type Reversing = InputOf<"cashbook.reverse">;

interface Against {
  readonly id: string;
  readonly reason: string;
  readonly pairId: string | null;
}

/** The voucher against one: everything the same, the money the other way, today. */
function bookAgainst(call: Call, door: WriteDoor, voucher: Voucher, against: Against): Result<string> {
  // What a closed place holds is nothing, and stays so.
  if (readTill(door, call.office.code, voucher.till)?.closed === true)
    return refuse("cashbook.tillClosed", { field: "voucherId" });
  const { account, amount, method, reference, memberId, till, project, words } = voucher;
  return bookVoucher(call, door, {
    ...{ account, amount, method, reference, memberId, till, project, words },
    ...against,
    datedOn: call.today(),
    direction: voucher.direction === "in" ? "out" : "in",
    kind: "reversal",
    reversesId: voucher.id,
  });
}

/** Both legs of a transfer go back, by two vouchers that name each other. */
function reverseTransfer(call: Call, door: WriteDoor, voucher: Voucher, input: Reversing): Result<null> {
  const other = voucher.pairId === null ? undefined : readVoucher(door, voucher.pairId);
  if (other === undefined) return refuse("cashbook.undoneElsewhere", { field: "voucherId" });
  const { id, reason } = input;
  const otherId = call.world.newId();
  const first = bookAgainst(call, door, voucher, { id, reason, pairId: otherId });
  if (!first.ok) return first;
  const second = bookAgainst(call, door, other, { id: otherId, reason, pairId: id });
  return second.ok ? accept(null) : second;
}

function reverseNow(call: Call, door: WriteDoor, voucher: Voucher, input: Reversing): Result<null> {
  const refused = refusalOf(door, voucher);
  if (refused !== null) return refused;
  if (voucher.kind === "transfer") return reverseTransfer(call, door, voucher, input);
  const { id, reason } = input;
  const booked = bookAgainst(call, door, voucher, { id, reason, pairId: null });
  if (!booked.ok) return booked;
  return undoerOf(voucher)?.undo(call, door, voucher, id) ?? accept(null);
}

/**
 * Takes a voucher of this office back with one against it, dated today, and undoes what the money was for, in one
 * transaction. The same request twice (a double click) does it once. Refuses what was taken back, takes back itself, is
 * built upon by later vouchers or is undone by other means.
 */
export function reverse(call: Call, input: Reversing): Result<VoucherFile> {
  const done = call.office.write(call.user.id, call.world.now(), (door): Result<null> => {
    const voucher = readVoucher(door, input.voucherId);
    if (voucher === undefined || voucher.office !== call.office.code)
      return refuse("voucher.notFound", { field: "voucherId" });
    const before = readVoucher(door, input.id);
    if (before === undefined) return reverseNow(call, door, voucher, input);
    return before.reversesId === voucher.id ? accept(null) : refuse("request.invalid", { field: "id" });
  });
  return done.ok ? voucherFile(call, { id: input.voucherId }) : done;
}
