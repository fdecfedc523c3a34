import type { Voucher } from "../../contract/cashbookTerms.ts";
import { accept, type Result } from "../../contract/results.ts";
import type { Reader } from "../../data/reader.ts";
import {
  listDepositEntries,
  listRentPayments,
  readDepositEntryOf,
  readRentPaymentOf,
  voidDepositEntry,
  voidRentPayment,
} from "../../data/rental/money.ts";
import { readVoucher } from "../../data/vouchers.ts";
import type { WriteDoor } from "../../data/writeDoor.ts";
import type { Call } from "../call.ts";
import { bookVoucher } from "../cashbook/booking.ts";
import type { Undoer } from "../cashbook/undoing.ts";
import { heldOf } from "./leaseFile.ts";

/** Of what was taken from a deposit: the vouchers on both sides. */
const sidesOf = ({ id, pairId }: Voucher): string[] => (pairId === null ? [id] : [id, pairId]);

/** A deposit that was settled since: the number of the latest voucher that used it. */
function settledSince(reader: Reader, voucher: Voucher): string | undefined {
  const entry = readDepositEntryOf(reader, voucher.id);
  if (entry?.kind !== "received") return undefined;
  const entries = listDepositEntries(reader, { leaseId: entry.leaseId });
  if (heldOf(entries) >= entry.amount) return undefined;
  return entries.findLast(({ kind, voided }) => kind !== "received" && !voided)?.voucherNumber;
}

/** An advance that was given back since: it may have been this payment's. */
function refundedSince(reader: Reader, voucher: Voucher): string | undefined {
  const payment = sidesOf(voucher)
    .map((id) => readRentPaymentOf(reader, id))
    .find((found) => found !== undefined);
  if (payment === undefined || payment.kind === "refund") return undefined;
  return listRentPayments(reader, { leaseId: payment.leaseId }).findLast(
    ({ kind, voided }) => kind === "refund" && !voided,
  )?.voucherNumber;
}

/** The other side is taken back with it, so that the deposit and what became of it stay one. */
function reverseOther(call: Call, door: WriteDoor, voucher: Voucher, reversalId: string): Result<unknown> {
  const other = voucher.pairId === null ? undefined : readVoucher(door, voucher.pairId);
  if (other === undefined) return accept(null);
  const { account, amount, method, reference, memberId, till, project, words } = other;
  return bookVoucher(call, door, {
    ...{ account, amount, method, reference, memberId, till, project, words },
    id: call.world.newId(),
    datedOn: call.today(),
    direction: other.direction === "in" ? "out" : "in",
    kind: "reversal",
    reversesId: other.id,
    reason: readVoucher(door, reversalId)?.reason ?? "",
  });
}

/** Takes back what a rent's, a deposit's or a refund's voucher was for. */
export const rentalUndoer: Undoer = {
  accounts: ["rent", "rentRefund", "leaseDeposit", "depositWithheld"],
  hindrance: (reader, voucher) => {
    const number = settledSince(reader, voucher) ?? refundedSince(reader, voucher);
    return number === undefined ? null : { kind: "builtUpon", number };
  },
  undo: (call, door, voucher, reversalId): Result<null> => {
    for (const id of sidesOf(voucher)) {
      const payment = readRentPaymentOf(door, id);
      if (payment !== undefined) voidRentPayment(door, payment.id);
      const entry = readDepositEntryOf(door, id);
      if (entry !== undefined) voidDepositEntry(door, entry.id);
    }
    const other = reverseOther(call, door, voucher, reversalId);
    return other.ok ? accept(null) : other;
  },
};
