import type { OfficeCode } from "../../contract/primitives.ts";
import type { TenantDetails } from "../../contract/rentalTerms.ts";
import type { Reader } from "../reader.ts";
import type { Row } from "../registry.ts";
import type { WriteDoor } from "../writeDoor.ts";
import { textOrNull } from "./selection.ts";

export interface StoredTenant extends TenantDetails {
  readonly id: string;
  readonly office: OfficeCode;
  /** How many leases she signed. */
  readonly leases: number;
}

/** @param row with a tenant's columns; all of them null where the names are not the reader's */
export function tenantDetailsFromRow(row: Row): TenantDetails {
  const text = (column: string) => String(row[column] ?? "");
  return {
    kind: row.kind === "firm" ? "firm" : "person",
    name: text("name"),
    phone: text("phone"),
    paperKind: textOrNull(row.paper_kind) as TenantDetails["paperKind"],
    paperNumber: text("paper_number"),
    guarantorName: text("guarantor_name"),
    guarantorPhone: text("guarantor_phone"),
    notes: text("notes"),
  };
}

const tenantFromRow = (row: Row): StoredTenant => ({
  ...tenantDetailsFromRow(row),
  id: String(row.id),
  office: String(row.office),
  leases: Number(row.leases),
});

const SELECT = `SELECT tenant.*, (SELECT count(*) FROM lease WHERE lease.tenant_id = tenant.id) AS leases FROM tenant`;

export function listTenants(reader: Reader, office: OfficeCode): StoredTenant[] {
  return reader
    .all(`${SELECT} WHERE tenant.office = @office ORDER BY name COLLATE NOCASE, id`, { office })
    .map(tenantFromRow);
}

export function readTenant(reader: Reader, id: string): StoredTenant | undefined {
  const row = reader.get(`${SELECT} WHERE tenant.id = @id`, { id });
  return row === undefined ? undefined : tenantFromRow(row);
}

const columnsOf = (details: TenantDetails) => ({
  kind: details.kind,
  name: details.name,
  phone: details.phone,
  paper_kind: details.paperKind,
  paper_number: details.paperNumber,
  guarantor_name: details.guarantorName,
  guarantor_phone: details.guarantorPhone,
  notes: details.notes,
});

export function insertTenant(door: WriteDoor, id: string, details: TenantDetails): void {
  door.insert("tenant", {
    id,
    office: door.author.office,
    ...columnsOf(details),
    created_at: door.author.at,
  });
}

export function updateTenant(door: WriteDoor, id: string, details: TenantDetails): void {
  door.update("tenant", id, columnsOf(details));
}
