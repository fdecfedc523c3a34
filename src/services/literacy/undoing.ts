import { accept } from "../../contract/results.ts";
import {
  readAllowanceOfVoucher,
  readFeeOfVoucher,
  voidAllowance,
  voidFee,
} from "../../data/literacy/money.ts";
import type { Undoer } from "../cashbook/undoing.ts";

/** A class fee is owed again, and sessions are unpaid again, once their voucher is taken back. */
export const literacyUndoer: Undoer = {
  accounts: ["classFee", "trainerAllowance"],
  hindrance: (reader, voucher) =>
    readFeeOfVoucher(reader, voucher.id) === undefined &&
    readAllowanceOfVoucher(reader, voucher.id) === undefined
      ? { kind: "undoneElsewhere" }
      : null,
  undo: (_, door, voucher) => {
    const fee = readFeeOfVoucher(door, voucher.id);
    if (fee !== undefined) voidFee(door, fee.id);
    const allowance = readAllowanceOfVoucher(door, voucher.id);
    if (allowance !== undefined) voidAllowance(door, allowance.id);
    return accept(null);
  },
};
