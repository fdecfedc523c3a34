import type { Reader } from "../reader.ts";

/** The tenant of the lease that a rent's or a deposit's voucher is about; undefined where it is about none. */
export function readTenantName(reader: Reader, voucherId: string): string | undefined {
  const row = reader.get(
    `SELECT tenant.name FROM (
       SELECT lease_id FROM rent_payment WHERE voucher_id IN (@voucherId, @pairId)
       UNION SELECT lease_id FROM deposit_entry WHERE voucher_id IN (@voucherId, @pairId)) AS about
     JOIN lease ON lease.id = lease_id JOIN tenant ON tenant.id = lease.tenant_id`,
    { voucherId, pairId: readPair(reader, voucherId) },
  );
  return row === undefined ? undefined : String(row.name);
}

/** What was taken from a deposit has two vouchers, of which the record names one. */
function readPair(reader: Reader, voucherId: string): string {
  const row = reader.get("SELECT pair_id FROM voucher WHERE id = @voucherId", { voucherId });
  return String(row?.pair_id ?? "");
}
