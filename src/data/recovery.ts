import type { Connection } from "./database.ts";
import type { EntryHead } from "./journalWriter.ts";
import { memberFromRow } from "./memberRecord.ts";
import { sortName } from "./memberWords.ts";
import { rowOf } from "./national/rows.ts";
import type { Reader } from "./reader.ts";
import { ENTITY_NAMES, type EntityName, entityOf, type Row, type Scalar } from "./registry.ts";

/*
 * An office that comes back from headquarters' copy into a new laptop. The journal is append-only for everything else
 * in this program: its triggers are taken away here, inside one transaction, because what the new laptop wrote by
 * itself before it knew its office's past is no part of that office's chain, and the values of the old entries come
 * after their heads. They are put back, word for word, before the transaction ends.
 */

const PAGE = 500;

/** Tables besides the registered ones that hold what belongs to the records. Bundles sent keep their numbers. */
const BELONGINGS = ["member_key", "imported_row", "suggestion", "inherited_entry", "transfer_done", "photo"];

/** Entities that an office writes before it has any member. */
const FIRST_ENTITIES = "'office', 'setting', 'user', 'audit_event'";

/** Whether nothing was entered on this laptop yet but the office itself, its people and its settings. */
export function isFreshOffice(reader: Reader): boolean {
  return (
    reader.get(
      `SELECT 1 FROM journal WHERE entity NOT IN (${FIRST_ENTITIES})
       UNION ALL SELECT 1 FROM member UNION ALL SELECT 1 FROM voucher LIMIT 1`,
    ) === undefined
  );
}

export interface Recovery {
  /** The next entry of the chain; its values come later. */
  addEntry(entry: EntryHead & { readonly hash: string }): void;
  readHead(seq: number): { entity: string; id: string; shared: string | null } | null;
  addValues(seq: number, salt: Uint8Array, values: string): void;
  addPhoto(sha256: string, jpeg: Uint8Array): void;
  /**
   * Makes the records from the last values of each, and the counters from the records.
   * @returns the entry whose values are missing or do not fit; null when all is well
   * @throws when SQLite or the shape of a member refuses a value
   */
  settle(every: () => Promise<void>): Promise<number | null>;
}

interface Trigger {
  readonly name: string;
  readonly sql: string;
}

function dropTriggers(connection: Connection): Trigger[] {
  const triggers = connection
    .prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = 'journal'")
    .all() as Trigger[];
  for (const { name } of triggers) connection.exec(`DROP TRIGGER ${name}`);
  return triggers;
}

function emptyOffice(connection: Connection): void {
  connection.exec("DELETE FROM member_search");
  for (const table of [...BELONGINGS, ...ENTITY_NAMES.map((name) => entityOf(name).table), "journal"])
    connection.exec(`DELETE FROM ${table}`);
  connection.exec("DELETE FROM counter WHERE name <> 'bundle'");
}

/**
 * Begins the replacement of the whole office, inside the caller's transaction; a rollback undoes it all. Whoever
 * begins it settles it.
 */
export function beginRecovery(connection: Connection, office: string): Recovery {
  // Records come in the order of their kinds, a merged one perhaps before the one it points to.
  connection.pragma("defer_foreign_keys = ON");
  const triggers = dropTriggers(connection);
  emptyOffice(connection);
  const insertEntry = connection.prepare(
    `INSERT INTO journal (seq, at, by, entity, id, op, shared, local, before, hash)
     VALUES (@seq, @at, @by, @entity, @id, @op, @shared, @local, @before, @hash)`,
  );
  const selectHead = connection.prepare("SELECT entity, id, shared FROM journal WHERE seq = ?");
  const updateValues = connection.prepare(
    "UPDATE journal SET shared_salt = ?, shared_values = ? WHERE seq = ? AND shared_values IS NULL",
  );
  const insertPhoto = connection.prepare("INSERT OR IGNORE INTO photo (sha256, jpeg) VALUES (?, ?)");
  return {
    addEntry: (entry) => void insertEntry.run(entry),
    readHead: (seq) => (selectHead.get(seq) as ReturnType<Recovery["readHead"]> | undefined) ?? null,
    addValues: (seq, salt, values) => void updateValues.run(salt, values, seq),
    addPhoto: (sha256, jpeg) => void insertPhoto.run(sha256, jpeg),
    settle: async (every) => {
      const missing = readMissing(connection);
      if (missing !== null) return missing;
      for (const entity of ENTITY_NAMES) {
        const odd = await makeRecords(connection, { entity, office }, every);
        if (odd !== null) return odd;
      }
      makeCounters(connection, office);
      for (const { sql } of triggers) connection.exec(sql);
      return null;
    },
  };
}

/** Values are missing only where a later entry erased them. */
function readMissing(connection: Connection): number | null {
  const row = connection
    .prepare(
      `SELECT seq FROM journal AS entry WHERE shared IS NOT NULL AND shared_values IS NULL
       AND NOT EXISTS (SELECT 1 FROM journal WHERE id = entry.id AND op = 'erase' AND seq > entry.seq) LIMIT 1`,
    )
    .get() as { seq: number } | undefined;
  return row?.seq ?? null;
}

/**
 * What stands in columns that never left the lost laptop: nothing. A login must be one person's; the user's id is,
 * and nobody can sign in with it, for it has no slot in the keyring.
 */
function localFill(connection: Connection, entity: EntityName): (row: Row) => Scalar[] {
  const { table, local } = entityOf(entity);
  const info = connection.prepare(`SELECT name FROM pragma_table_info('${table}') WHERE "notnull" = 1`).all();
  const required = new Set((info as { name: string }[]).map(({ name }) => name));
  return (row) =>
    local.map((column) => (column === "login" ? (row.id ?? null) : required.has(column) ? "" : null));
}

function sortNameOf(row: Row): string {
  const { details, erasedAt } = memberFromRow({ ...row, work_setting: null, notes: "" });
  return erasedAt === null ? sortName(details) : "";
}

/** @returns the entry whose values are not a record of its kind */
async function makeRecords(
  connection: Connection,
  { entity, office }: { entity: EntityName; office: string },
  every: () => Promise<void>,
): Promise<number | null> {
  const { table, shared, local } = entityOf(entity);
  const derived = entity === "member" ? ["sort_name"] : [];
  const columns = [...shared, ...local, ...derived];
  const fill = localFill(connection, entity);
  const insert = connection.prepare(
    `INSERT INTO ${table} (${columns.join(", ")}) VALUES (${columns.map(() => "?").join(", ")})`,
  );
  const select = connection.prepare(
    `SELECT seq, id, shared_values FROM journal AS entry WHERE entity = ? AND seq > ?
       AND seq = (SELECT max(seq) FROM journal WHERE id = entry.id) ORDER BY seq LIMIT ${PAGE}`,
  );
  for (let after = 0; ; ) {
    const entries = select.all(entity, after) as { seq: number; id: string; shared_values: string }[];
    for (const { seq, id, shared_values } of entries) {
      const row = rowOf(entity, JSON.parse(shared_values));
      if (row === null || row.id !== id) return seq;
      if (row.office !== office && entityOf(entity).follows === undefined) return seq;
      const values = shared.map((column) => row[column] ?? null);
      insert.run(...values, ...fill(row), ...(entity === "member" ? [sortNameOf(row)] : []));
      after = seq;
    }
    if (entries.length < PAGE) return null;
    await every();
  }
}

/** Numbering goes on after the highest that was ever given. */
function makeCounters(connection: Connection, office: string): void {
  connection
    .prepare(
      `INSERT INTO counter (name, value)
       SELECT 'member', max(CAST(substr(number, 5, length(number) - 6) AS INTEGER)) FROM member
       WHERE substr(number, 1, 4) = ? HAVING count(*) > 0`,
    )
    .run(`${office}-`);
  connection
    .prepare(
      `INSERT INTO counter (name, value)
       SELECT 'voucher-' || year, max(counter) FROM voucher WHERE office = ? GROUP BY year`,
    )
    .run(office);
  for (const name of ["policy", "claim", "lease", "cohort", "certificate", "report"])
    connection
      .prepare(
        `INSERT INTO counter (name, value)
         SELECT '${name}', max(CAST(substr(number, 6) AS INTEGER)) FROM ${name}
         WHERE substr(number, 1, 4) = ? HAVING count(*) > 0`,
      )
      .run(`${office}-`);
}

export function listMemberIds(reader: Reader): string[] {
  return reader.all("SELECT id FROM member ORDER BY line").map((row) => String(row.id));
}
