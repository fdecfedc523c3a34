import type { Voucher, VoucherAccount } from "../contract/cashbook.ts";
import type { CalendarDate, Francs, OfficeScope, PaymentMethod } from "../contract/primitives.ts";
import { takeVoucherNumber } from "./numbers.ts";
import type { Reader } from "./reader.ts";
import type { Row } from "./registry.ts";
import type { WriteDoor } from "./writeDoor.ts";

export interface NewVoucher {
  readonly id: string;
  readonly datedOn: CalendarDate;
  readonly direction: "in" | "out";
  readonly account: VoucherAccount;
  readonly amount: Francs;
  readonly method: PaymentMethod;
  readonly reference: string;
  readonly memberId: string | null;
}

/** Books one voucher under the next number of its year. @returns its number */
export function insertVoucher(door: WriteDoor, voucher: NewVoucher): string {
  const { number, year, counter } = takeVoucherNumber(door, voucher.datedOn);
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
    method: voucher.method,
    reference: voucher.reference,
    member_id: voucher.memberId,
    recorded_at: door.author.at,
  });
  return number;
}

const COLUMNS = `voucher.*, member.number AS member_number, user.name AS recorded_by`;
const SOURCES = `FROM voucher LEFT JOIN member ON member.id = voucher.member_id
  LEFT JOIN journal ON journal.id = voucher.id AND journal.op = 'insert' LEFT JOIN user ON user.id = journal.by`;
/** In headquarters' copies: names of an office's staff do not travel. */
const NATIONAL_COLUMNS = "voucher.*, member.number AS member_number, '' AS recorded_by";
const NATIONAL_SOURCES = "FROM voucher LEFT JOIN member ON member.id = voucher.member_id";

function voucherFromRow(row: Row): Voucher & { receiptPrints: number } {
  return {
    id: String(row.id),
    office: String(row.office),
    number: String(row.number),
    datedOn: String(row.dated_on),
    recordedAt: String(row.recorded_at),
    direction: row.direction === "out" ? "out" : "in",
    account: String(row.account) as VoucherAccount,
    amount: Number(row.amount),
    method: String(row.method) as PaymentMethod,
    reference: String(row.reference),
    memberId: row.member_id === null ? null : String(row.member_id),
    memberNumber: row.member_number === null ? null : String(row.member_number),
    recordedBy: String(row.recorded_by ?? ""),
    receiptPrints: Number(row.receipt_prints),
  };
}

export function readVoucher(reader: Reader, id: string): (Voucher & { receiptPrints: number }) | undefined {
  const row = reader.get(`SELECT ${COLUMNS} ${SOURCES} WHERE voucher.id = @id`, { id });
  return row === undefined ? undefined : voucherFromRow(row);
}

export function markReceiptPrinted(door: WriteDoor, id: string): void {
  door.run("UPDATE voucher SET receipt_prints = receipt_prints + 1 WHERE id = @id", { id });
}

export interface VoucherSpan {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  /** Left out for an office's own book; there (`all` or a code) where the reader holds several offices'. */
  readonly office?: OfficeScope | undefined;
}

const isOne = ({ office }: VoucherSpan) => office !== undefined && office !== "all";
const within = (span: VoucherSpan) =>
  `dated_on BETWEEN @from AND @to${isOne(span) ? " AND voucher.office = @office" : ""}`;
const paramsOf = (span: VoucherSpan): Record<string, string> => ({
  from: span.from,
  to: span.to,
  ...(isOne(span) ? { office: span.office ?? "" } : {}),
});

/** Vouchers of a span of days, the newest first. */
export function listVouchers(
  reader: Reader,
  span: VoucherSpan,
  window: { offset: number; limit: number },
): Voucher[] {
  const isOwn = span.office === undefined;
  const what = isOwn ? `${COLUMNS} ${SOURCES}` : `${NATIONAL_COLUMNS} ${NATIONAL_SOURCES}`;
  const order = `dated_on DESC, voucher.counter DESC${isOwn ? "" : ", voucher.office"}`;
  return reader
    .all(`SELECT ${what} WHERE ${within(span)} ORDER BY ${order} LIMIT @limit OFFSET @offset`, {
      ...paramsOf(span),
      ...window,
    })
    .map((row) => {
      const { receiptPrints: _, ...voucher } = voucherFromRow(row);
      return voucher;
    });
}

export function sumVouchers(
  reader: Reader,
  span: VoucherSpan,
): { total: number; sumIn: Francs; sumOut: Francs } {
  const row = reader.get(
    `SELECT count(*) AS total, coalesce(sum(amount) FILTER (WHERE direction = 'in'), 0) AS sum_in,
       coalesce(sum(amount) FILTER (WHERE direction = 'out'), 0) AS sum_out
     FROM voucher WHERE ${within(span)}`,
    paramsOf(span),
  );
  return { total: Number(row?.total), sumIn: Number(row?.sum_in), sumOut: Number(row?.sum_out) };
}

export function countCardIncome(reader: Reader, span: VoucherSpan): { count: number; francs: Francs } {
  const row = reader.get(
    `SELECT count(*) AS count, coalesce(sum(amount), 0) AS francs FROM voucher
     WHERE account IN ('membershipCard', 'cardReplacement') AND direction = 'in' AND ${within(span)}`,
    paramsOf(span),
  );
  return { count: Number(row?.count), francs: Number(row?.francs) };
}
