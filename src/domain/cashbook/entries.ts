import type { AccountCode, ProjectCode, TillKey } from "../../contract/cashbookTerms.ts";
import type { CalendarDate, Francs, PaymentMethod } from "../../contract/primitives.ts";

/** What a voucher says to double-entry bookkeeping. */
export interface Bookable {
  readonly number: string;
  readonly datedOn: CalendarDate;
  readonly direction: "in" | "out";
  readonly kind: string;
  readonly account: AccountCode;
  readonly amount: Francs;
  readonly method: PaymentMethod;
  readonly till: TillKey;
  readonly project: ProjectCode | null;
  readonly reference: string;
}

/** One of the two sides of a voucher. */
export interface Entry {
  readonly datedOn: CalendarDate;
  readonly journal: string;
  readonly number: string;
  readonly on: { readonly account: AccountCode } | { readonly till: TillKey };
  readonly debit: Francs;
  readonly credit: Francs;
  readonly project: ProjectCode | null;
  readonly reference: string;
}

/** An accountant's journals: cash, bank, one for each mobile money, and what was there when the book began. */
const JOURNALS: Readonly<Record<PaymentMethod, string>> = {
  cash: "CA",
  bank: "BQ",
  orangeMoney: "OM",
  moovMoney: "MM",
  wave: "WV",
};

/** The place's line, then the account's. Money that comes in is a debit of the place; a reversal turns both round. */
export function entriesOf(voucher: Bookable): readonly [Entry, Entry] {
  const { datedOn, number, amount, project, reference, till, account } = voucher;
  const journal = voucher.kind === "opening" ? "AN" : JOURNALS[voucher.method];
  const common = { datedOn, journal, number, project, reference };
  const isIn = voucher.direction === "in";
  return [
    { ...common, on: { till }, debit: isIn ? amount : 0, credit: isIn ? 0 : amount },
    { ...common, on: { account }, debit: isIn ? 0 : amount, credit: isIn ? amount : 0 },
  ];
}
