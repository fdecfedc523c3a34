import type { CalendarDate, Francs, PaymentMethod } from "../../contract/primitives.ts";
import type { Part } from "../../contract/rentalTerms.ts";
import type { Reader } from "../reader.ts";
import type { Row } from "../registry.ts";
import type { WriteDoor } from "../writeDoor.ts";
import { listIn, type RentalSelection, whereOf } from "./selection.ts";

/** A payment as the rules ask for it. */
export interface RentPaymentFacts {
  readonly id: string;
  readonly leaseId: string;
  /** `refund` is an advance that was given back. */
  readonly kind: "tenant" | "deposit" | "refund";
  readonly receivedOn: CalendarDate;
  readonly amount: Francs;
  readonly parts: readonly Part[];
  readonly voucherId: string;
  readonly voided: boolean;
}

/** The same with its voucher. */
export interface StoredRentPayment extends RentPaymentFacts {
  readonly voucherNumber: string;
  readonly method: PaymentMethod;
  readonly reference: string;
}

function factsFromRow(row: Row): RentPaymentFacts {
  return {
    id: String(row.id),
    leaseId: String(row.lease_id),
    kind: String(row.kind) as StoredRentPayment["kind"],
    receivedOn: String(row.received_on),
    amount: Number(row.amount),
    parts: listIn<Part>(row.parts),
    voucherId: String(row.voucher_id),
    voided: row.voided === 1,
  };
}

function paymentFromRow(row: Row): StoredRentPayment {
  return {
    ...factsFromRow(row),
    voucherNumber: String(row.number ?? ""),
    method: String(row.method ?? "cash") as PaymentMethod,
    reference: String(row.reference ?? ""),
  };
}

const PAYMENTS = `SELECT rent_payment.*, voucher.number, voucher.method, voucher.reference
  FROM rent_payment LEFT JOIN voucher ON voucher.id = rent_payment.voucher_id`;

/**
 * Lease by lease, by day, in the order in which they were entered: in the order of the index, for ten years of an
 * office are read at once.
 */
export function listPaymentFacts(reader: Reader, selection: RentalSelection): RentPaymentFacts[] {
  const { sql, params } = whereOf(selection, "rent_payment");
  return reader
    .all(
      `SELECT id, lease_id, kind, received_on, amount, parts, voucher_id, voided FROM rent_payment ${sql}
       ORDER BY lease_id, received_on, recorded_at, id`,
      params,
    )
    .map(factsFromRow);
}

/** By day, in the order in which they were entered. */
export function listRentPayments(reader: Reader, selection: RentalSelection): StoredRentPayment[] {
  const { sql, params } = whereOf(selection, "rent_payment");
  const order = "ORDER BY rent_payment.received_on, rent_payment.recorded_at, rent_payment.id";
  return reader.all(`${PAYMENTS} ${sql} ${order}`, params).map(paymentFromRow);
}

export function readRentPaymentOf(reader: Reader, voucherId: string): StoredRentPayment | undefined {
  const row = reader.get(`${PAYMENTS} WHERE rent_payment.voucher_id = @voucherId`, { voucherId });
  return row === undefined ? undefined : paymentFromRow(row);
}

export function insertRentPayment(
  door: WriteDoor,
  payment: Pick<
    StoredRentPayment,
    "id" | "leaseId" | "kind" | "receivedOn" | "amount" | "parts" | "voucherId"
  >,
): void {
  door.insert("rent_payment", {
    id: payment.id,
    office: door.author.office,
    lease_id: payment.leaseId,
    kind: payment.kind,
    received_on: payment.receivedOn,
    amount: payment.amount,
    parts: JSON.stringify(payment.parts),
    voucher_id: payment.voucherId,
    voided: 0,
    recorded_at: door.author.at,
  });
}

export function voidRentPayment(door: WriteDoor, id: string): void {
  door.update("rent_payment", id, { voided: 1 });
}

export interface StoredWriteOff {
  readonly id: string;
  readonly leaseId: string;
  readonly on: CalendarDate;
  readonly amount: Francs;
  readonly parts: readonly Part[];
  readonly reason: string;
  readonly voided: boolean;
}

export function listWriteOffs(reader: Reader, selection: RentalSelection): StoredWriteOff[] {
  const { sql, params } = whereOf(selection, "rent_write_off");
  return reader.all(`SELECT * FROM rent_write_off ${sql} ORDER BY on_day, id`, params).map((row) => ({
    id: String(row.id),
    leaseId: String(row.lease_id),
    on: String(row.on_day),
    amount: Number(row.amount),
    parts: listIn<Part>(row.parts),
    reason: String(row.reason),
    voided: row.voided === 1,
  }));
}

/** In an office's own register: who wrote off what, by the write-off. Names of staff do not travel. */
export function readWriteOffAuthors(reader: Reader, leaseId: string): ReadonlyMap<string, string> {
  const rows = reader.all(
    `SELECT rent_write_off.id, user.name FROM rent_write_off
       JOIN journal ON journal.id = rent_write_off.id AND journal.op = 'insert'
       JOIN user ON user.id = journal.by
     WHERE lease_id = @leaseId`,
    { leaseId },
  );
  return new Map(rows.map((row) => [String(row.id), String(row.name)]));
}

export function insertWriteOff(door: WriteDoor, writeOff: Omit<StoredWriteOff, "voided">): void {
  door.insert("rent_write_off", {
    id: writeOff.id,
    office: door.author.office,
    lease_id: writeOff.leaseId,
    on_day: writeOff.on,
    amount: writeOff.amount,
    parts: JSON.stringify(writeOff.parts),
    reason: writeOff.reason,
    voided: 0,
  });
}

export function voidWriteOff(door: WriteDoor, id: string): void {
  door.update("rent_write_off", id, { voided: 1 });
}

export interface StoredDepositEntry {
  readonly id: string;
  readonly leaseId: string;
  readonly on: CalendarDate;
  readonly kind: "received" | "toArrears" | "withheld" | "refunded";
  readonly amount: Francs;
  readonly reason: string;
  readonly voucherId: string;
  readonly voucherNumber: string;
  readonly voided: boolean;
}

function depositFromRow(row: Row): StoredDepositEntry {
  return {
    id: String(row.id),
    leaseId: String(row.lease_id),
    on: String(row.on_day),
    kind: String(row.kind) as StoredDepositEntry["kind"],
    amount: Number(row.amount),
    reason: String(row.reason),
    voucherId: String(row.voucher_id),
    voucherNumber: String(row.number ?? ""),
    voided: row.voided === 1,
  };
}

const DEPOSITS = `SELECT deposit_entry.*, voucher.number
  FROM deposit_entry LEFT JOIN voucher ON voucher.id = deposit_entry.voucher_id`;

/** By day, in the order of the vouchers. */
export function listDepositEntries(reader: Reader, selection: RentalSelection): StoredDepositEntry[] {
  const { sql, params } = whereOf(selection, "deposit_entry");
  return reader
    .all(`${DEPOSITS} ${sql} ORDER BY on_day, voucher.counter, deposit_entry.id`, params)
    .map(depositFromRow);
}

export function readDepositEntryOf(reader: Reader, voucherId: string): StoredDepositEntry | undefined {
  const row = reader.get(`${DEPOSITS} WHERE deposit_entry.voucher_id = @voucherId`, { voucherId });
  return row === undefined ? undefined : depositFromRow(row);
}

/** Francs of the deposit that are held, by lease. */
export function sumDeposits(reader: Reader, selection: RentalSelection): ReadonlyMap<string, Francs> {
  const { sql, params } = whereOf(selection, "deposit_entry");
  const held = "sum(CASE kind WHEN 'received' THEN amount ELSE -amount END) FILTER (WHERE voided = 0)";
  const rows = reader.all(
    `SELECT lease_id, coalesce(${held}, 0) AS held FROM deposit_entry ${sql} GROUP BY lease_id`,
    params,
  );
  return new Map(rows.map((row) => [String(row.lease_id), Number(row.held)]));
}

export function insertDepositEntry(
  door: WriteDoor,
  entry: Omit<StoredDepositEntry, "voucherNumber" | "voided">,
): void {
  door.insert("deposit_entry", {
    id: entry.id,
    office: door.author.office,
    lease_id: entry.leaseId,
    kind: entry.kind,
    on_day: entry.on,
    amount: entry.amount,
    reason: entry.reason,
    voucher_id: entry.voucherId,
    voided: 0,
  });
}

export function voidDepositEntry(door: WriteDoor, id: string): void {
  door.update("deposit_entry", id, { voided: 1 });
}
