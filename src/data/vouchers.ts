import type { AccountCode, ProjectCode, TillKey, Voucher, VoucherKind } from "../contract/cashbookTerms.ts";
import type { CalendarDate, Francs, PaymentMethod } from "../contract/primitives.ts";
import { takeVoucherNumber } from "./numbers.ts";
import type { Reader } from "./reader.ts";
import type { Row } from "./registry.ts";
import type { WriteDoor } from "./writeDoor.ts";

/** What a voucher says; what is left out is the ordinary case. */
export interface NewVoucher {
  readonly id: string;
  readonly datedOn: CalendarDate;
  readonly direction: "in" | "out";
  readonly account: AccountCode;
  readonly amount: Francs;
  readonly method: PaymentMethod;
  readonly reference: string;
  readonly memberId: string | null;
  /** Left out for the principal place of the method. */
  readonly till?: TillKey | null;
  readonly kind?: VoucherKind;
  readonly project?: ProjectCode | null;
  readonly words?: string;
  readonly pairId?: string | null;
  readonly reversesId?: string | null;
  readonly reason?: string;
}

/** Books one voucher under the next number of its year. @returns its number */
export function insertVoucher(door: WriteDoor, voucher: NewVoucher): string {
  const { number, year, counter } = takeVoucherNumber(door, voucher.datedOn);
  const { till = null, method } = voucher;
  door.insert("voucher", {
    id: voucher.id,
    office: door.author.office,
    number,
    year,
    counter,
    dated_on: voucher.datedOn,
    direction: voucher.direction,
    account: voucher.account,
    amount: voucher.amount,
    method,
    reference: voucher.reference,
    member_id: voucher.memberId,
    recorded_at: door.author.at,
    till: till === method ? null : till,
    kind: voucher.kind ?? "ordinary",
    project: voucher.project ?? null,
    words: voucher.words ?? "",
    pair_id: voucher.pairId ?? null,
    reverses_id: voucher.reversesId ?? null,
    reason: voucher.reason ?? "",
  });
  return number;
}

const VIEW = `voucher.*, member.number AS member_number,
  (SELECT later.id FROM voucher later WHERE later.reverses_id = voucher.id) AS reversed_by_id`;

/** What a voucher's columns are read from in a register of one office; `voucherOf` reads the rows. */
export const OWN_VOUCHERS = `SELECT ${VIEW}, user.name AS recorded_by
  FROM voucher LEFT JOIN member ON member.id = voucher.member_id
  LEFT JOIN journal ON journal.id = voucher.id AND journal.op = 'insert' LEFT JOIN user ON user.id = journal.by`;
/** The same in headquarters' copies: names of an office's staff do not travel. */
export const NATIONAL_VOUCHERS = `SELECT ${VIEW}, '' AS recorded_by
  FROM voucher LEFT JOIN member ON member.id = voucher.member_id`;

const orNull = (value: unknown) => (value === null || value === undefined ? null : String(value));

export function voucherOf(row: Row): Voucher {
  return {
    id: String(row.id),
    office: String(row.office),
    number: String(row.number),
    datedOn: String(row.dated_on),
    recordedAt: String(row.recorded_at),
    direction: row.direction === "out" ? "out" : "in",
    kind: String(row.kind) as VoucherKind,
    account: String(row.account),
    amount: Number(row.amount),
    method: String(row.method) as PaymentMethod,
    reference: String(row.reference),
    till: String(row.place),
    project: orNull(row.project),
    words: String(row.words),
    memberId: orNull(row.member_id),
    memberNumber: orNull(row.member_number),
    pairId: orNull(row.pair_id),
    reversesId: orNull(row.reverses_id),
    reversedById: orNull(row.reversed_by_id),
    reason: String(row.reason),
    recordedBy: String(row.recorded_by ?? ""),
  };
}

/** A voucher of this register, with how often its receipt was printed. */
export function readVoucher(reader: Reader, id: string): (Voucher & { receiptPrints: number }) | undefined {
  const row = reader.get(`${OWN_VOUCHERS} WHERE voucher.id = @id`, { id });
  return row === undefined ? undefined : { ...voucherOf(row), receiptPrints: Number(row.receipt_prints) };
}

export function markReceiptPrinted(door: WriteDoor, id: string): void {
  door.run("UPDATE voucher SET receipt_prints = receipt_prints + 1 WHERE id = @id", { id });
}

/** Cards sold and replaced in a span of days, less what was taken back. */
export function countCardIncome(
  reader: Reader,
  { from, to }: { from: CalendarDate; to: CalendarDate },
): { count: number; francs: Francs } {
  const row = reader.get(
    `SELECT coalesce(sum(iif(direction = 'in', 1, -1)), 0) AS count,
       coalesce(sum(iif(direction = 'in', amount, -amount)), 0) AS francs
     FROM voucher WHERE account IN ('membershipCard', 'cardReplacement') AND dated_on BETWEEN @from AND @to`,
    { from, to },
  );
  return { count: Math.max(0, Number(row?.count)), francs: Math.max(0, Number(row?.francs)) };
}
