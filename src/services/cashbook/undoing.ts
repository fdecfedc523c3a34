import type { AccountCode, Voucher } from "../../contract/cashbookTerms.ts";
import type { Result } from "../../contract/results.ts";
import type { Reader } from "../../data/reader.ts";
import type { WriteDoor } from "../../data/writeDoor.ts";
import type { Call } from "../call.ts";

/** Why what a voucher paid for cannot be undone now: later vouchers build upon it, or it is undone by other means. */
export type Hindrance =
  | { readonly kind: "builtUpon" /** Of the latest voucher that does. */; readonly number: string }
  | { readonly kind: "undoneElsewhere" };

/** Undoes what money was for when its voucher is taken back. An area has one for the accounts that it books. */
export interface Undoer {
  /** Accounts whose vouchers it can take back. */
  readonly accounts: readonly AccountCode[];
  /** What forbids it now, or null. */
  hindrance(reader: Reader, voucher: Voucher): Hindrance | null;
  /** @param reversalId of the reversing voucher, which stands already */
  undo(call: Call, door: WriteDoor, voucher: Voucher, reversalId: string): Result<null>;
}
