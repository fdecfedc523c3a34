import type { CalendarDate, Francs, MemberNumber, PaymentMethod } from "../contract/primitives.ts";
import type { ChargeKind } from "../contract/rentalTerms.ts";
import type { PaperContext } from "./design/paper.ts";

/** What a tenant's payment went to: one thing that the lease asked for. */
export interface RentLine {
  readonly kind: ChargeKind;
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly amount: Francs;
  /** Something of it was left to pay after this payment. */
  readonly partial: boolean;
}

export interface ReceiptData extends PaperContext {
  /** `KTL-2026-00042`; `on` is the voucher's day. */
  readonly number: string;
  /** Null where the other side is no member. */
  readonly memberNumber: MemberNumber | null;
  /** Surname and first names, or whoever paid or was paid; empty to be written by hand, null where nobody is. */
  readonly name: string | null;
  /** What it was for: the account's name, and the words that were typed. */
  readonly account: string;
  readonly words: string;
  /** A donor's project, with its code. */
  readonly project: string;
  /** The office paid: a refund, a benefit, an expense. */
  readonly paidOut: boolean;
  /** The voucher that this one takes back. */
  readonly reverses: { readonly number: string; readonly reason: string } | null;
  /** What the payment covers, when it covers a time. */
  readonly period: { readonly startsOn: CalendarDate; readonly endsOn: CalendarDate } | null;
  /** In the order of their days; empty for anything but a rent. */
  readonly rent: readonly RentLine[];
  readonly amount: Francs;
  readonly method: PaymentMethod;
  /** Of the mobile or bank payment; empty for none. */
  readonly reference: string;
  readonly receivedBy: string;
  /** Every print but the first says that it is a copy. */
  readonly duplicate: boolean;
}
