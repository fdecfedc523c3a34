import type { TillKey } from "../../contract/cashbookTerms.ts";
import type { OfficeScope, PaymentMethod } from "../../contract/primitives.ts";
import type { Reader } from "../reader.ts";
import type { Row } from "../registry.ts";
import type { WriteDoor } from "../writeDoor.ts";

/** A place as it was written down: another than the principal ones, or new words for one of these. */
export interface StoredTill {
  readonly id: string;
  readonly office: string;
  readonly key: TillKey;
  readonly kind: PaymentMethod;
  readonly name: string;
  readonly accountNumber: string;
  readonly closed: boolean;
}

function tillFromRow(row: Row): StoredTill {
  return {
    id: String(row.id),
    office: String(row.office),
    key: String(row.key),
    kind: String(row.kind) as PaymentMethod,
    name: String(row.name),
    accountNumber: String(row.account_number),
    closed: row.closed === 1,
  };
}

/** In the order in which they were opened. */
export function listStoredTills(reader: Reader, office: OfficeScope): StoredTill[] {
  const where = office === "all" ? "" : "WHERE office = @office";
  return reader
    .all(`SELECT * FROM till ${where} ORDER BY office, created_at, id`, office === "all" ? {} : { office })
    .map(tillFromRow);
}

export function readTill(reader: Reader, office: string, key: TillKey): StoredTill | undefined {
  const row = reader.get("SELECT * FROM till WHERE office = @office AND key = @key", { office, key });
  return row === undefined ? undefined : tillFromRow(row);
}

export function insertTill(door: WriteDoor, till: Omit<StoredTill, "office">): void {
  door.insert("till", {
    id: till.id,
    office: door.author.office,
    key: till.key,
    kind: till.kind,
    name: till.name,
    account_number: till.accountNumber,
    closed: till.closed ? 1 : 0,
    created_at: door.author.at,
  });
}

export function updateTill(door: WriteDoor, till: Omit<StoredTill, "office">): void {
  door.update("till", till.id, {
    name: till.name,
    account_number: till.accountNumber,
    closed: till.closed ? 1 : 0,
  });
}

/** Places whose opening balance stands, as `KTL/cash`. */
export function listOpened(reader: Reader, office: OfficeScope): Set<string> {
  const where = office === "all" ? "" : "AND voucher.office = @office";
  return new Set(
    reader
      .all(
        `SELECT DISTINCT office, place FROM voucher WHERE kind = 'opening' ${where}
           AND NOT EXISTS (SELECT 1 FROM voucher later WHERE later.reverses_id = voucher.id)`,
        office === "all" ? {} : { office },
      )
      .map((row) => `${row.office}/${row.place}`),
  );
}
