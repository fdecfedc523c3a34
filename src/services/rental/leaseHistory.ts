import type { Settlement } from "../../contract/rentalTerms.ts";
import type { Reader } from "../../data/reader.ts";
import {
  listChanges,
  listLeases,
  listReadings,
  type StoredChange,
  type StoredLease,
  type StoredReading,
} from "../../data/rental/leases.ts";
import {
  listPaymentFacts,
  listRentPayments,
  listWriteOffs,
  type RentPaymentFacts,
  type StoredRentPayment,
  type StoredWriteOff,
} from "../../data/rental/money.ts";
import type { RentalSelection } from "../../data/rental/selection.ts";
import type { LeaseHistory } from "../../domain/rental/history.ts";

/** A settlement with the voucher of its money; none for a write-off. */
export type BookedSettlement = Settlement & { readonly voucherNumber: string };

/** A lease with everything that its account is computed from. */
export interface LeaseRecord {
  readonly lease: StoredLease;
  /** Voided ones too. */
  readonly changes: readonly StoredChange[];
  readonly readings: readonly StoredReading[];
  readonly payments: readonly RentPaymentFacts[];
  readonly writeOffs: readonly StoredWriteOff[];
  /** What the rules ask: what was voided is not there. */
  readonly history: LeaseHistory;
  /** By day. */
  readonly settlements: readonly Settlement[];
}

/** The same with the vouchers of its money. */
export interface BookedRecord extends LeaseRecord {
  readonly payments: readonly StoredRentPayment[];
  readonly settlements: readonly BookedSettlement[];
}

const byDay = (a: Settlement, b: Settlement) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0);

function settlementOf({ id, receivedOn, amount, parts, kind }: RentPaymentFacts): Settlement {
  return { id, on: receivedOn, amount, parts: [...parts], kind: kind === "refund" ? "refund" : "payment" };
}

function writtenOffOf(writeOffs: readonly StoredWriteOff[]): Settlement[] {
  return writeOffs
    .filter(({ voided }) => !voided)
    .map(({ id, on, amount, parts }) => ({ id, on, amount, parts: [...parts], kind: "writeOff" }));
}

const standing = <P extends RentPaymentFacts>(payments: readonly P[]) =>
  payments.filter(({ voided }) => !voided);

function historyOf(
  lease: StoredLease,
  changes: readonly StoredChange[],
  readings: readonly StoredReading[],
): LeaseHistory {
  return {
    terms: lease.terms,
    changes: changes.filter(({ voided }) => !voided).map(({ change }) => change),
    termination: lease.termination,
    readings: readings.map(({ leaseId: _, ...reading }) => reading),
  };
}

export function byLease<T extends { readonly leaseId: string }>(rows: readonly T[]): Map<string, T[]> {
  const found = new Map<string, T[]>();
  for (const row of rows) {
    const known = found.get(row.leaseId);
    if (known === undefined) found.set(row.leaseId, [row]);
    else known.push(row);
  }
  return found;
}

interface Rows<P extends RentPaymentFacts> {
  readonly lease: StoredLease;
  readonly changes: readonly StoredChange[];
  readonly readings: readonly StoredReading[];
  readonly payments: readonly P[];
  readonly writeOffs: readonly StoredWriteOff[];
  readonly history: LeaseHistory;
}

/** One query a table, however many leases there are. */
function listRows<P extends RentPaymentFacts>(
  reader: Reader,
  selection: RentalSelection,
  all: readonly P[],
): Rows<P>[] {
  const changes = byLease(listChanges(reader, selection));
  const readings = byLease(listReadings(reader, selection));
  const payments = byLease(all);
  const writeOffs = byLease(listWriteOffs(reader, selection));
  return listLeases(reader, selection).map((lease) => {
    const own = {
      changes: changes.get(lease.id) ?? [],
      readings: readings.get(lease.id) ?? [],
      payments: payments.get(lease.id) ?? [],
      writeOffs: writeOffs.get(lease.id) ?? [],
    };
    return { lease, ...own, history: historyOf(lease, own.changes, own.readings) };
  });
}

/** All leases of a selection with what their accounts are computed from. */
export function listRecords(reader: Reader, selection: RentalSelection): LeaseRecord[] {
  return listRows(reader, selection, listPaymentFacts(reader, selection)).map((rows) => {
    const paid = standing(rows.payments).map(settlementOf);
    const writtenOff = writtenOffOf(rows.writeOffs);
    // What was paid comes in order.
    return { ...rows, settlements: writtenOff.length === 0 ? paid : [...paid, ...writtenOff].sort(byDay) };
  });
}

/** The same with the vouchers of their money. */
export function listBookedRecords(reader: Reader, selection: RentalSelection): BookedRecord[] {
  return listRows(reader, selection, listRentPayments(reader, selection)).map((rows) => {
    const paid = standing(rows.payments).map((payment) => ({
      ...settlementOf(payment),
      voucherNumber: payment.voucherNumber,
    }));
    const writtenOff = writtenOffOf(rows.writeOffs).map((one) => ({ ...one, voucherNumber: "" }));
    return { ...rows, settlements: [...paid, ...writtenOff].sort(byDay) };
  });
}

/** A lease with its days only: who has which premises when. */
export interface Occupancy {
  readonly lease: StoredLease;
  readonly history: LeaseHistory;
}

export function listOccupancies(reader: Reader, selection: RentalSelection): Occupancy[] {
  const changes = byLease(listChanges(reader, selection));
  return listLeases(reader, selection).map((lease) => ({
    lease,
    history: historyOf(lease, changes.get(lease.id) ?? [], []),
  }));
}

export function readRecord(reader: Reader, leaseId: string): BookedRecord | undefined {
  return listBookedRecords(reader, { leaseId })[0];
}
