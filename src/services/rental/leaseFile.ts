import type { CalendarDate, Francs } from "../../contract/primitives.ts";
import type { ChargeStanding } from "../../contract/rentalTerms.ts";
import type { LeaseFile, LeaseRow } from "../../contract/rentalViews.ts";
import { accept, type Result, refuse } from "../../contract/results.ts";
import type { Reader } from "../../data/reader.ts";
import { listDepositEntries, readWriteOffAuthors, type StoredDepositEntry } from "../../data/rental/money.ts";
import { listPremises, type StoredPremises } from "../../data/rental/premises.ts";
import { listInspections, listReminders } from "../../data/rental/visits.ts";
import { addMonths } from "../../domain/calendar.ts";
import { type LeaseHistory, lastDayOf, leaseStateOn, rentOn } from "../../domain/rental/history.ts";
import { standingOf } from "../../domain/rental/standing.ts";
import type { Call } from "../call.ts";
import { nationalWith } from "../scope.ts";
import { type BookedRecord, type LeaseRecord, readRecord } from "./leaseHistory.ts";

/** Charges of so many months to come are there to be paid ahead. */
export const AHEAD_MONTHS = 24;
/** And of so many they are shown; further on only what was paid already. */
const SHOWN_MONTHS = 12;

/** Today's rent; before the lease begins its first, after its end its last. */
export function rentNow(history: LeaseHistory, today: CalendarDate): Francs {
  const last = lastDayOf(history);
  const { startsOn } = history.terms;
  if (today < startsOn) return rentOn(history, startsOn);
  return rentOn(history, last !== null && last < today ? last : today);
}

export type PremisesById = ReadonlyMap<string, StoredPremises>;

export function premisesById(reader: Reader, office: string): PremisesById {
  return new Map(listPremises(reader, office).map((premises) => [premises.id, premises]));
}

/** What every view of a lease tells first. */
export function headOf({ lease, history }: LeaseRecord, premises: PremisesById, today: CalendarDate) {
  return {
    id: lease.id,
    office: lease.office,
    number: lease.number,
    tenantId: lease.tenantId,
    tenantName: lease.tenant.name,
    tenantPhone: lease.tenant.phone,
    premises: lease.terms.premises.map(({ premisesId }) => {
      const found = premises.get(premisesId);
      return { id: premisesId, code: found?.code ?? "", kind: found?.kind ?? ("other" as const) };
    }),
    state: leaseStateOn(history, today),
    startsOn: lease.terms.startsOn,
    endsOn: lastDayOf(history),
  } satisfies Partial<LeaseRow>;
}

export function heldOf(entries: readonly StoredDepositEntry[]): Francs {
  return entries
    .filter(({ voided }) => !voided)
    .reduce((held, { kind, amount }) => held + (kind === "received" ? amount : -amount), 0);
}

function shownCharges(charges: readonly ChargeStanding[], today: CalendarDate): ChargeStanding[] {
  const until = addMonths(today, SHOWN_MONTHS);
  return charges.filter(({ dueOn, paid, writtenOff }) => dueOn <= until || paid + writtenOff > 0);
}

const sumOf = (parts: readonly { readonly amount: Francs }[]) =>
  parts.reduce((sum, { amount }) => sum + amount, 0);

function moneyOf(reader: Reader, record: BookedRecord, isOwn: boolean) {
  const authors = isOwn ? readWriteOffAuthors(reader, record.lease.id) : new Map<string, string>();
  const payments = record.payments
    .filter(({ kind }) => kind !== "refund")
    .map(({ leaseId: _, kind, parts, ...payment }) => ({
      ...payment,
      parts: [...parts],
      advance: payment.amount - sumOf(parts),
      source: kind === "deposit" ? ("deposit" as const) : ("tenant" as const),
    }));
  const refunds = record.payments
    .filter(({ kind }) => kind === "refund")
    .map(({ id, receivedOn, amount, voucherId, voucherNumber, voided }) => {
      return { id, on: receivedOn, amount, voucherId, voucherNumber, voided };
    });
  const writeOffs = record.writeOffs.map(({ leaseId: _, parts, ...writeOff }) => {
    return { ...writeOff, parts: [...parts], by: authors.get(writeOff.id) ?? "" };
  });
  return { payments, refunds, writeOffs };
}

const withoutLease = <T extends { readonly leaseId: string }>({ leaseId: _, ...row }: T) => row;

/** A lease as it stands in a register: the office's own, or headquarters' copy of another's. */
export function fileOf(call: Call, reader: Reader, record: BookedRecord): LeaseFile {
  const today = call.today();
  const { lease, history, settlements } = record;
  const selection = { leaseId: lease.id };
  const standing = standingOf(history, settlements, today, addMonths(today, AHEAD_MONTHS));
  const deposit = listDepositEntries(reader, selection);
  return {
    ...headOf(record, premisesById(reader, lease.office), today),
    tenant: lease.tenant,
    terms: lease.terms,
    changes: record.changes.map(({ leaseId: _, ...change }) => change),
    termination: lease.termination,
    rent: rentNow(history, today),
    charges: shownCharges(standing.charges, today),
    arrears: standing.arrears,
    ages: standing.ages,
    advance: standing.advance,
    ...moneyOf(reader, record, lease.office === call.office.code),
    depositHeld: heldOf(deposit),
    deposit: deposit.map(withoutLease),
    readings: record.readings.map(withoutLease),
    inspections: listInspections(reader, selection).map(withoutLease),
    reminders: listReminders(reader, selection).map(withoutLease),
  };
}

export interface FoundRecord {
  readonly reader: Reader;
  readonly record: BookedRecord;
}

/** The own register's lease first, and at headquarters any office's, to read. */
export function findRecord(call: Call, id: string, field: string): Result<FoundRecord> {
  const own = readRecord(call.office.reader, id);
  if (own !== undefined) return accept({ reader: call.office.reader, record: own });
  const national = nationalWith(call, "finance");
  const theirs = national === null ? undefined : readRecord(national.reader, id);
  return national === null || theirs === undefined
    ? refuse("rental.leaseUnknown", { field })
    : accept({ reader: national.reader, record: theirs });
}

/** One lease with all that belongs to it. */
export function lease(call: Call, input: { id: string }): Result<LeaseFile> {
  const found = findRecord(call, input.id, "id");
  return found.ok ? accept(fileOf(call, found.value.reader, found.value.record)) : found;
}
