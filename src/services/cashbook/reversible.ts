import { AutomaticAccount, type Voucher, type VoucherFile } from "../../contract/cashbookTerms.ts";
import { refuse } from "../../contract/results.ts";
import { readReceptionOf, readVoucherNumber } from "../../data/cashbook/reversals.ts";
import type { Reader } from "../../data/reader.ts";
import { cardsUndoer } from "../cards/undoing.ts";
import { insuranceUndoer } from "../insurance/undoing.ts";
import { literacyUndoer } from "../literacy/undoing.ts";
import { rentalUndoer } from "../rental/undoing.ts";
import type { Hindrance, Undoer } from "./undoing.ts";

const UNDOERS: readonly Undoer[] = [cardsUndoer, insuranceUndoer, rentalUndoer, literacyUndoer];

/** Booked by the cash book itself: nothing but money stands behind a voucher of these accounts. */
const OF_THE_BOOK: readonly AutomaticAccount[] = [
  "transfer",
  "opening",
  "cashOver",
  "cashShort",
  "remittanceSent",
  "remittanceReceived",
];

export const undoerOf = ({ account }: Voucher): Undoer | undefined =>
  UNDOERS.find(({ accounts }) => accounts.includes(account));

function isOfTheBook({ account }: Voucher): boolean {
  const automatic = AutomaticAccount.safeParse(account);
  return !automatic.success || OF_THE_BOOK.includes(automatic.data);
}

function hindranceOf(reader: Reader, voucher: Voucher): Hindrance | null {
  const undoer = undoerOf(voucher);
  if (undoer !== undefined) return undoer.hindrance(reader, voucher);
  if (!isOfTheBook(voucher)) return { kind: "undoneElsewhere" };
  const received = voucher.account === "remittanceSent" ? readReceptionOf(reader, voucher.id) : undefined;
  return received === undefined ? null : { kind: "builtUpon", number: received };
}

/** Whether `reverse` would take a voucher of this register back; otherwise what forbids it. */
export function reversibility(reader: Reader, voucher: Voucher): VoucherFile["reversible"] {
  if (voucher.kind === "reversal") return "isReversal";
  if (voucher.reversedById !== null) return "reversed";
  return hindranceOf(reader, voucher)?.kind ?? "yes";
}

/** The refusal of what `reversibility` says; null when it may be taken back. */
export function refusalOf(reader: Reader, voucher: Voucher): ReturnType<typeof refuse> | null {
  const field = "voucherId";
  if (voucher.kind === "reversal") return refuse("cashbook.isReversal", { field });
  if (voucher.reversedById !== null) {
    const number = readVoucherNumber(reader, voucher.reversedById) ?? "";
    return refuse("cashbook.alreadyReversed", { field, values: { number } });
  }
  const hindrance = hindranceOf(reader, voucher);
  if (hindrance === null) return null;
  return hindrance.kind === "builtUpon"
    ? refuse("cashbook.builtUpon", { field, values: { number: hindrance.number } })
    : refuse("cashbook.undoneElsewhere", { field });
}
