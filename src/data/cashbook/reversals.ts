import type { Reader } from "../reader.ts";

/** The number of the voucher by which headquarters took a remittance in and did not take that back; undefined when none. */
export function readReceptionOf(reader: Reader, remittanceId: string): string | undefined {
  const row = reader.get(
    `SELECT number FROM voucher WHERE pair_id = @id AND account = 'remittanceReceived'
       AND NOT EXISTS (SELECT 1 FROM voucher later WHERE later.reverses_id = voucher.id)`,
    { id: remittanceId },
  );
  return row === undefined ? undefined : String(row.number);
}

export function readVoucherNumber(reader: Reader, id: string): string | undefined {
  const row = reader.get("SELECT number FROM voucher WHERE id = @id", { id });
  return row === undefined ? undefined : String(row.number);
}
