import { readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { v7 } from "uuid";
import { canonicalJson, chainHash, sealValues } from "../../../src/crypto/digests.ts";
import { systemRandom } from "../../../src/crypto/entropy.ts";
import { type Connection, connect } from "../../../src/data/database.ts";
import { entityOf } from "../../../src/data/registry.ts";
import { makeTestOffice, type TestOffice } from "../../support/office.ts";

/*
 * An office as the version before the ledger left it: its database made by the migrations of that time, its vouchers
 * without places, words or kinds, and journaled so.
 */

const MIGRATIONS = fileURLToPath(new URL("../../../src/data/migrations/", import.meta.url));
const LAST = 30;

function makeEmpty(path: string, key: Uint8Array): Connection {
  const connection = connect(path, key);
  const names = readdirSync(MIGRATIONS).filter((name) => Number.parseInt(name, 10) <= LAST);
  for (const name of names.sort()) connection.exec(readFileSync(join(MIGRATIONS, name), "utf8"));
  connection.pragma(`user_version = ${LAST}`);
  return connection;
}

const namesIn = (rows: unknown[]) => rows.map((row) => String((row as { name: string }).name));

/** Everything that a fresh office holds; it has no member yet, and so nothing is derived. */
function copyRows(from: Connection, to: Connection): void {
  const tables = namesIn(
    to
      .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'member_search%'")
      .all(),
  ).filter((name) => !name.startsWith("sqlite_"));
  for (const table of tables) {
    const columns = namesIn(to.pragma(`table_info(${table})`) as unknown[]);
    const insert = to.prepare(
      `INSERT INTO ${table} (${columns.join(", ")}) VALUES (${columns.map(() => "?").join(", ")})`,
    );
    const rows = from
      .prepare(`SELECT ${columns.join(", ")} FROM ${table}`)
      .raw()
      .all();
    for (const row of rows) insert.run(...(row as unknown[]));
  }
}

export interface OldVoucher {
  readonly datedOn: string;
  readonly direction: "in" | "out";
  readonly account: string;
  readonly amount: number;
  readonly method: string;
}

/** One entry as the version of that time wrote it: with the columns that it knew. */
function journal(connection: Connection, by: string, values: Record<string, string | number | null>): void {
  const last = connection.prepare("SELECT seq, hash FROM journal ORDER BY seq DESC LIMIT 1").get() as {
    seq: number;
    hash: string;
  };
  const text = canonicalJson(values);
  const salt = systemRandom(16);
  const entry = {
    ...{ seq: last.seq + 1, at: String(values.recorded_at), by, entity: "voucher", id: String(values.id) },
    ...{ op: "insert", shared: sealValues(salt, text), local: null, before: last.hash },
  };
  connection
    .prepare(
      `INSERT INTO journal (seq, at, by, entity, id, op, shared, local, before, hash, shared_salt, shared_values)
       VALUES (@seq, @at, @by, @entity, @id, @op, @shared, @local, @before, @hash, @salt, @text)`,
    )
    .run({ ...entry, hash: chainHash(entry), salt, text });
}

function insertOld(connection: Connection, by: string, vouchers: readonly OldVoucher[]): void {
  const { shared, added } = entityOf("voucher");
  const columns = shared.filter((column) => !Object.hasOwn(added ?? {}, column));
  vouchers.forEach((voucher, index) => {
    const counter = index + 1;
    const known: Record<string, string | number | null> = {
      ...{
        id: v7(),
        office: "KTL",
        number: `KTL-2026-${String(counter).padStart(5, "0")}`,
        year: 2026,
        counter,
      },
      ...{ dated_on: voucher.datedOn, direction: voucher.direction, account: voucher.account },
      ...{ amount: voucher.amount, method: voucher.method, reference: "", member_id: null },
      recorded_at: "2026-11-23T08:30:00.000Z",
    };
    const values = Object.fromEntries(columns.map((column) => [column, known[column] ?? null]));
    connection
      .prepare(
        `INSERT INTO voucher (${columns.join(", ")}) VALUES (${columns.map((name) => `@${name}`).join(", ")})`,
      )
      .run(values);
    journal(connection, by, values);
  });
  connection.prepare("INSERT INTO counter (name, value) VALUES ('voucher-2026', ?)").run(vouchers.length);
}

/** The office opens with these vouchers of its earlier version, numbered in their order. */
export async function makeOldOffice(vouchers: readonly OldVoucher[]): Promise<TestOffice> {
  const office = await makeTestOffice();
  const { call, dir } = office;
  const [key, by] = [Uint8Array.from(call.office.databaseKey), call.user.id];
  const path = join(dir, "danaya.db");
  const old = makeEmpty(`${path}.old`, key);
  copyRows(call.office.connection, old);
  insertOld(old, by, vouchers);
  office.close();
  rmSync(path);
  old.prepare("VACUUM INTO ?").run(path);
  old.close();
  rmSync(`${path}.old`);
  return office;
}
