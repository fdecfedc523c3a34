import type { CalendarDate, Instant, OfficeCode } from "../../contract/primitives.ts";
import type {
  LeaseChange,
  LeaseTerms,
  MeterReading,
  TenantDetails,
  Termination,
} from "../../contract/rentalTerms.ts";
import { takeLeaseNumber } from "../numbers.ts";
import type { Reader } from "../reader.ts";
import type { Row } from "../registry.ts";
import type { WriteDoor } from "../writeDoor.ts";
import { type RentalSelection, whereOf } from "./selection.ts";
import { tenantDetailsFromRow } from "./tenants.ts";

export interface StoredLease {
  readonly id: string;
  readonly office: OfficeCode;
  readonly number: string;
  readonly tenantId: string;
  /** Empty where the names are not the reader's. */
  readonly tenant: TenantDetails;
  readonly terms: LeaseTerms;
  readonly signedOn: CalendarDate;
  readonly termination: Termination | null;
  readonly endNote: string;
}

export interface StoredChange {
  readonly leaseId: string;
  readonly change: LeaseChange;
  readonly note: string;
  readonly at: Instant;
  readonly voided: boolean;
}

export interface StoredReading extends MeterReading {
  readonly leaseId: string;
}

const TENANT = `tenant.kind, tenant.name, tenant.phone, tenant.paper_kind, tenant.paper_number,
  tenant.guarantor_name, tenant.guarantor_phone, tenant.notes`;
const SELECT = `SELECT lease.*, ${TENANT} FROM lease LEFT JOIN tenant ON tenant.id = lease.tenant_id`;

function leaseFromRow(row: Row): StoredLease {
  return {
    id: String(row.id),
    office: String(row.office),
    number: String(row.number),
    tenantId: String(row.tenant_id),
    tenant: tenantDetailsFromRow(row),
    terms: JSON.parse(String(row.terms)) as LeaseTerms,
    signedOn: String(row.signed_on),
    termination:
      row.terminated_on === null
        ? null
        : { on: String(row.terminated_on), reason: String(row.end_reason) as Termination["reason"] },
    endNote: String(row.end_note),
  };
}

/** By office and number. */
export function listLeases(reader: Reader, selection: RentalSelection): StoredLease[] {
  const { sql, params } = whereOf(selection, "lease", "id");
  return reader.all(`${SELECT} ${sql} ORDER BY lease.office, lease.number`, params).map(leaseFromRow);
}

export function readLease(reader: Reader, id: string): StoredLease | undefined {
  return listLeases(reader, { leaseId: id })[0];
}

export function insertLease(
  door: WriteDoor,
  lease: Pick<StoredLease, "id" | "tenantId" | "terms" | "signedOn">,
): void {
  door.insert("lease", {
    id: lease.id,
    office: door.author.office,
    number: takeLeaseNumber(door),
    tenant_id: lease.tenantId,
    terms: JSON.stringify(lease.terms),
    signed_on: lease.signedOn,
    terminated_on: null,
    end_reason: null,
    end_note: "",
    created_at: door.author.at,
  });
}

export function terminateLease(door: WriteDoor, id: string, end: Termination & { note: string }): void {
  door.update("lease", id, { terminated_on: end.on, end_reason: end.reason, end_note: end.note });
}

/** In the order in which they were entered. */
export function listChanges(reader: Reader, selection: RentalSelection): StoredChange[] {
  const { sql, params } = whereOf(selection, "lease_change");
  return reader.all(`SELECT * FROM lease_change ${sql} ORDER BY recorded_at, id`, params).map((row) => ({
    leaseId: String(row.lease_id),
    change: JSON.parse(String(row.change)) as LeaseChange,
    note: String(row.note),
    at: String(row.recorded_at),
    voided: row.voided === 1,
  }));
}

export function readChange(reader: Reader, id: string): { leaseId: string; voided: boolean } | undefined {
  const row = reader.get("SELECT lease_id, voided FROM lease_change WHERE id = @id", { id });
  return row === undefined ? undefined : { leaseId: String(row.lease_id), voided: row.voided === 1 };
}

export function insertChange(door: WriteDoor, leaseId: string, change: LeaseChange, note: string): void {
  door.insert("lease_change", {
    id: change.id,
    office: door.author.office,
    lease_id: leaseId,
    change: JSON.stringify(change),
    note,
    recorded_at: door.author.at,
    voided: 0,
  });
}

export function voidChange(door: WriteDoor, id: string): void {
  door.update("lease_change", id, { voided: 1 });
}

/** By day; of one day what closes an old meter before what opens a new one. */
export function listReadings(reader: Reader, selection: RentalSelection): StoredReading[] {
  const { sql, params } = whereOf(selection, "meter_reading");
  return reader
    .all(`SELECT * FROM meter_reading ${sql} ORDER BY read_on, initial, id`, params)
    .map((row) => ({
      leaseId: String(row.lease_id),
      id: String(row.id),
      premisesId: String(row.premises_id),
      meter: row.meter === "power" ? "power" : "water",
      readOn: String(row.read_on),
      index: Number(row.reading),
      initial: row.initial === 1,
    }));
}

export function insertReading(door: WriteDoor, reading: StoredReading): void {
  door.insert("meter_reading", {
    id: reading.id,
    office: door.author.office,
    lease_id: reading.leaseId,
    premises_id: reading.premisesId,
    meter: reading.meter,
    read_on: reading.readOn,
    reading: reading.index,
    initial: reading.initial ? 1 : 0,
  });
}
