import type { NewVoucher, Voucher } from "../../contract/cashbookTerms.ts";
import { accept, type Result, refuse } from "../../contract/results.ts";
import { insertVoucherPaper } from "../../data/cashbook/papers.ts";
import { readVoucher } from "../../data/vouchers.ts";
import type { WriteDoor } from "../../data/writeDoor.ts";
import type { Call } from "../call.ts";
import { bookVoucher } from "./booking.ts";
import { chartBook } from "./chartBook.ts";
import { openPlace } from "./places.ts";
import { projectFault } from "./projects.ts";
import { plainVoucher } from "./voucherFile.ts";

/** Why nothing can be booked by hand on this account, in this direction; null when it can. */
function accountFault(call: Call, door: WriteDoor, input: NewVoucher): ReturnType<typeof refuse> | null {
  const field = "account";
  const account = chartBook(call, door).find(input.account);
  if (account === undefined) return refuse("cashbook.accountUnknown", { field });
  if (account.automatic) return refuse("cashbook.accountAutomatic", { field });
  if (!account.active) return refuse("cashbook.accountClosed", { field });
  const fitting = input.direction === "in" ? "income" : "expense";
  return account.side === fitting || account.side === "balance"
    ? null
    : refuse("cashbook.accountSide", { field });
}

function book(call: Call, door: WriteDoor, input: NewVoucher): Result<string> {
  const { id, payee, project, datedOn, till } = input;
  const place = openPlace(door, call.office.code, till, "till");
  if (!place.ok) return place;
  const fault = accountFault(call, door, input) ?? projectFault(call, door, project, datedOn);
  if (fault !== null) return fault;
  const { direction, account, amount, reference, words } = input;
  const booked = bookVoucher(call, door, {
    ...{ id, datedOn, direction, account, amount, reference, till, project, words },
    ...{ method: place.value.kind, memberId: null },
  });
  if (booked.ok && payee !== "")
    insertVoucherPaper(door, { id: call.world.newId(), voucherId: id, payee, photos: [] });
  return booked;
}

/**
 * A receipt or an expense by hand. Refuses an account that the program books itself, is closed or goes the other way, a
 * place or project that is not there, a day of a closed month. The same request twice (a double click) is one voucher.
 */
export function record(call: Call, input: NewVoucher): Result<{ voucher: Voucher }> {
  return call.office.write(call.user.id, call.world.now(), (door): Result<{ voucher: Voucher }> => {
    const known = readVoucher(door, input.id);
    if (known !== undefined)
      return known.account === input.account && known.amount === input.amount
        ? accept({ voucher: plainVoucher(door, input.id) })
        : refuse("request.invalid", { field: "id" });
    const booked = book(call, door, input);
    return booked.ok ? accept({ voucher: plainVoucher(door, input.id) }) : booked;
  });
}
