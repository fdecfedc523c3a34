import type { Connection } from "./database.ts";
import {
  type Author,
  type JournalSeal,
  type JournalWriter,
  makeJournalWriter,
  type Operation,
} from "./journalWriter.ts";
import { makeReader, prepared, type Reader, type StatementCache } from "./reader.ts";
import { columnsOf, type EntityName, entityOf, type Row, type Scalar } from "./registry.ts";

/**
 * The one way to write. `insert` and `update` take synced entities and journal them in the same transaction;
 * `run` takes derived and local tables only.
 */
export interface WriteDoor extends Reader {
  readonly author: Author;
  /**
   * `row` has exactly the registry's columns; `derived` the columns that are not journaled.
   * @returns the rowid that the record got
   */
  insert(entity: EntityName, row: Row, derived?: Row): number;
  /** Journals the whole record as it stands afterwards. Columns that are not named stay. */
  update(entity: EntityName, id: string, changes: Row, derived?: Row): void;
  /** As `update`, marked so that every holder of the record removes the values too. */
  erase(entity: EntityName, id: string, changes: Row, derived?: Row): void;
  /** The last entry of this office on a record: from here on it is the office's that `changes` names. */
  handOver(entity: EntityName, id: string, changes: Row & { readonly office: string }): void;
  /** As `update`, for a record that stands here as another office's and is this one's from here on. */
  takeBack(entity: EntityName, id: string, changes: Row, derived?: Row): void;
  run(sql: string, params?: Readonly<Record<string, Scalar | Uint8Array>>): void;
}

/** One text per entity and derived columns: putting it together for each of 100,000 rows is not free. */
const INSERTS = new Map<string, { readonly sql: string; readonly columns: readonly string[] }>();

function insertOf(entity: EntityName, derived: readonly string[]) {
  const name = derived.length === 0 ? entity : `${entity} ${derived.join(" ")}`;
  let insert = INSERTS.get(name);
  if (insert === undefined) {
    const columns = columnsOf(entity).all;
    const all = [...columns, ...derived];
    const sql = `INSERT INTO ${entityOf(entity).table} (${all.join(", ")}) VALUES (${all.map(() => "?").join(", ")})`;
    insert = { sql, columns };
    INSERTS.set(name, insert);
  }
  return insert;
}

/** Derived tables and those of this machine alone: what may be written without the journal. */
const UNJOURNALED_TABLES: ReadonlySet<string> = new Set([
  "member_search",
  "member_key",
  "imported_row",
  "photo",
  "counter",
  "local_state",
  "card_key",
  "bundle_sent",
  "answer_received",
  "suggestion",
  "known_office",
  "transfer_done",
  "inherited_entry",
  "received_plan",
  "received_account",
  "received_project",
  "received_programme",
  "received_holiday",
  "received_target",
  "report_file",
]);
const WRITTEN_TABLE = /^(?:INSERT(?: OR IGNORE)? INTO|UPDATE|DELETE FROM) (\w+)\b/;
/** The bookkeeping of journaled tables that is not journaled, word for word; and the erasure of values. */
const BOOKKEEPING =
  /^UPDATE (?:voucher SET receipt_prints = receipt_prints \+ 1|card SET printed_at = @at|journal SET shared_salt = NULL, shared_values = NULL, local_salt = NULL, local_values = NULL)\s+WHERE id = @id$/;

/** Statements that were looked at already: an import runs the same few a hundred thousand times. */
const allowed = new Set<string>();

/** @throws when the statement would write a journaled table */
function requireUnjournaled(sql: string): void {
  if (allowed.has(sql)) return;
  if (!UNJOURNALED_TABLES.has(WRITTEN_TABLE.exec(sql)?.[1] ?? "") && !BOOKKEEPING.test(sql))
    throw new Error("journaled tables are written through insert and update");
  allowed.add(sql);
}

/** What writing a record needs at hand. */
interface Desk {
  readonly connection: Connection;
  readonly cache: StatementCache;
  readonly reader: Reader;
  readonly author: Author;
  readonly journal: JournalWriter;
}

function insertRecord(desk: Desk, entity: EntityName, row: Row, derived: Row): number {
  if (row.office !== desk.author.office) throw new Error(`${entity} belongs to another office`);
  const { sql, columns } = insertOf(entity, Object.keys(derived));
  if (Object.keys(row).length !== columns.length)
    throw new Error(`${entity} has columns that are not registered`);
  const values = columns.map((column) => row[column]);
  const { lastInsertRowid } = prepared(desk.connection, desk.cache, sql).run(
    ...values,
    ...Object.values(derived),
  );
  desk.journal(entity, "insert", row);
  return Number(lastInsertRowid);
}

interface Change {
  readonly op: Operation;
  /** Whose the record is until now: this office's or another's. */
  readonly from: "ours" | "theirs";
  readonly entity: EntityName;
  readonly id: string;
  readonly changes: Row;
  readonly derived: Row;
}

function changeRecord(desk: Desk, { op, from, entity, id, changes, derived }: Change): void {
  const { table, final } = entityOf(entity);
  if (final && Object.keys(changes).some((column) => !final.but.includes(column)))
    throw new Error(`${entity} is never changed`);
  const columns = columnsOf(entity).all;
  const unknown = Object.keys(changes).filter((column) => !columns.includes(column));
  if (unknown.length > 0) throw new Error(`${entity} has no column ${unknown.join(", ")}`);
  const sets = [...Object.keys(changes), ...Object.keys(derived)].map((column) => `${column} = @${column}`);
  const sql = `UPDATE ${table} SET ${sets.join(", ")}
    WHERE id = @id AND office ${from === "ours" ? "=" : "<>"} @ourOffice`;
  const ourOffice = desk.author.office;
  const done = prepared(desk.connection, desk.cache, sql).run({ ...changes, ...derived, id, ourOffice });
  if (done.changes !== 1) throw new Error(`${entity} to change is not there or not ${from}`);
  const row = desk.reader.get(`SELECT ${columns.join(", ")} FROM ${table} WHERE id = @id`, { id });
  if (row === undefined) throw new Error(`${entity} vanished`);
  desk.journal(entity, op, row);
}

/**
 * Opens the write door on a connection inside a transaction.
 * @throws when a row lacks a registered column, has one that is not registered, or belongs to another office
 */
export function openDoor(
  connection: Connection,
  cache: StatementCache,
  seal: JournalSeal,
  author: Author,
): WriteDoor {
  const reader = makeReader(connection, cache);
  const journal = makeJournalWriter(connection, cache, { reader, seal, author });
  const desk: Desk = { connection, cache, reader, author, journal };
  const change = (about: Partial<Change> & Pick<Change, "entity" | "id" | "changes">): void =>
    changeRecord(desk, { op: "update", from: "ours", derived: {}, ...about });
  const keepsOffice = (changes: Row): Row => {
    if ("office" in changes && changes.office !== author.office) throw new Error("a record is handed over");
    return changes;
  };
  return {
    ...reader,
    author,
    insert: (entity, row, derived = {}) => insertRecord(desk, entity, row, derived),
    update: (entity, id, changes, derived = {}) =>
      change({ entity, id, changes: keepsOffice(changes), derived }),
    erase: (entity, id, changes, derived = {}) =>
      change({ op: "erase", entity, id, changes: keepsOffice(changes), derived }),
    handOver: (entity, id, changes) => change({ entity, id, changes }),
    takeBack: (entity, id, changes, derived = {}) =>
      change({ from: "theirs", entity, id, changes: { ...changes, office: author.office }, derived }),
    run: (sql, params = {}) => {
      requireUnjournaled(sql);
      prepared(connection, cache, sql).run(params);
    },
  };
}
