import type { AccountSide } from "../../contract/cashbookTerms.ts";
import type { OfficeCode } from "../../contract/primitives.ts";
import type { Reader } from "../reader.ts";
import type { Row } from "../registry.ts";
import type { WriteDoor } from "../writeDoor.ts";

/** An account as headquarters wrote it. */
export interface StoredAccount {
  readonly id: string;
  readonly code: string;
  readonly number: string;
  readonly name: string;
  readonly nameEn: string;
  readonly side: AccountSide;
  readonly active: boolean;
}

function accountFromRow(row: Row): StoredAccount {
  return {
    id: String(row.id),
    code: String(row.code),
    number: String(row.number),
    name: String(row.name),
    nameEn: String(row.name_en),
    side: String(row.side) as AccountSide,
    active: row.active === 1,
  };
}

/** What headquarters wrote in its own register. */
export function listWrittenAccounts(reader: Reader): StoredAccount[] {
  return reader.all("SELECT * FROM ledger_account ORDER BY code").map(accountFromRow);
}

/** What headquarters' last answer brought to an antenna. */
export function listReceivedAccounts(reader: Reader): StoredAccount[] {
  return reader.all("SELECT * FROM received_account ORDER BY code").map(accountFromRow);
}

const columnsOf = (account: Omit<StoredAccount, "id">) => ({
  code: account.code,
  number: account.number,
  name: account.name,
  name_en: account.nameEn,
  side: account.side,
  active: account.active ? 1 : 0,
});

export function insertAccount(door: WriteDoor, account: StoredAccount): void {
  door.insert("ledger_account", { id: account.id, office: door.author.office, ...columnsOf(account) });
}

export function updateAccount(door: WriteDoor, account: StoredAccount): void {
  door.update("ledger_account", account.id, columnsOf(account));
}

/** Whether anything was ever booked on it. */
export function isAccountUsed(reader: Reader, code: string): boolean {
  return reader.get("SELECT 1 FROM voucher WHERE account = @code LIMIT 1", { code }) !== undefined;
}

/** Headquarters' chart for its answers, with the columns that the registry shares. */
export function listAccountRows(reader: Reader, headquarters: OfficeCode): Row[] {
  return reader.all(
    `SELECT id, office, code, number, name, name_en, side, active FROM ledger_account
     WHERE office = @headquarters ORDER BY code`,
    { headquarters },
  );
}

/** Headquarters' chart takes the place of the one that it sent before. */
export function takeReceivedAccounts(door: WriteDoor, accounts: readonly Row[]): void {
  door.run("DELETE FROM received_account");
  for (const account of accounts)
    door.run(
      `INSERT INTO received_account (id, office, code, number, name, name_en, side, active)
       VALUES (@id, @office, @code, @number, @name, @name_en, @side, @active)`,
      account,
    );
}
