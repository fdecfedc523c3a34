import type { Voucher } from "../../contract/cashbookTerms.ts";
import type { InputOf } from "../../contract/index.ts";
import { accept, type Result, refuse } from "../../contract/results.ts";
import { readVoucher } from "../../data/vouchers.ts";
import type { WriteDoor } from "../../data/writeDoor.ts";
import type { Call } from "../call.ts";
import { type Booking, bookVoucher } from "./booking.ts";
import { openPlace } from "./places.ts";
import { plainVoucher } from "./voucherFile.ts";

type Transfer = InputOf<"cashbook.transfer">;
type Pair = { out: Voucher; in: Voucher };

const pairOf = (door: WriteDoor, { id, inId }: Transfer): Result<Pair> =>
  accept({ out: plainVoucher(door, id), in: plainVoucher(door, inId) });

function book(call: Call, door: WriteDoor, input: Transfer): Result<unknown> {
  const { id, inId, amount, datedOn, words, reference } = input;
  const from = openPlace(door, call.office.code, input.from, "from");
  if (!from.ok) return from;
  const to = openPlace(door, call.office.code, input.to, "to");
  if (!to.ok) return to;
  const common: Omit<Booking, "id" | "direction" | "method"> = {
    ...{ datedOn, amount, reference, words, memberId: null, account: "transfer", kind: "transfer" },
  };
  const left = { id, direction: "out", till: input.from, method: from.value.kind, pairId: inId } as const;
  const booked = bookVoucher(call, door, { ...common, ...left });
  if (!booked.ok) return booked;
  const came = { id: inId, direction: "in", till: input.to, method: to.value.kind, pairId: id } as const;
  return bookVoucher(call, door, { ...common, ...came });
}

/**
 * Carries money from one place of this office to another: a voucher out and one in that name each other. Refuses the
 * same place twice, and places that are not there or closed. The same request twice is one transfer.
 */
export function transfer(call: Call, input: Transfer): Result<Pair> {
  if (input.from === input.to) return refuse("cashbook.sameTill", { field: "to" });
  if (input.id === input.inId) return refuse("request.invalid", { field: "inId" });
  return call.office.write(call.user.id, call.world.now(), (door): Result<Pair> => {
    const known = [readVoucher(door, input.id), readVoucher(door, input.inId)];
    if (known[0]?.pairId === input.inId && known[1]?.pairId === input.id) return pairOf(door, input);
    if (known.some((voucher) => voucher !== undefined)) return refuse("request.invalid", { field: "id" });
    const booked = book(call, door, input);
    return booked.ok ? pairOf(door, input) : booked;
  });
}
