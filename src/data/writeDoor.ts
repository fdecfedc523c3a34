import type { OfficeCode } from "../contract/primitives.ts";
import type { Connection } from "./database.ts";
import { makeReader, prepared, type Reader, type StatementCache } from "./reader.ts";
import { columnsOf, ENTITY_NAMES, type EntityName, entityOf, type Row, type Scalar } from "./registry.ts";

/** The digests of the journal; they come in because this room knows no cryptography. */
export interface JournalSeal {
  /** 16 fresh random bytes. */
  salt(): Uint8Array;
  /** RFC 8785 canonical JSON. */
  canonical(values: Row): string;
  /** Hex SHA-256 of salt ‖ canonical JSON. */
  seal(salt: Uint8Array, canonical: string): string;
  /** Hex SHA-256 of the canonical JSON of the entry's head. */
  chain(head: EntryHead): string;
}

export interface EntryHead {
  readonly seq: number;
  readonly at: string;
  readonly by: string;
  readonly entity: string;
  readonly id: string;
  readonly op: string;
  readonly shared: string | null;
  readonly local: string | null;
  readonly before: string;
}

export type Operation = "insert" | "update" | "erase";

/** What the first entry of a chain continues. */
export const CHAIN_START = "0".repeat(64);

/** Who writes, for which office, at what moment. */
export interface Author {
  readonly office: OfficeCode;
  readonly by: string;
  readonly at: string;
}

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
  run(sql: string, params?: Readonly<Record<string, Scalar | Uint8Array>>): void;
}

interface Head {
  seq: number;
  hash: string;
}

function readHead(reader: Reader): Head {
  const row = reader.get("SELECT seq, hash FROM journal ORDER BY seq DESC LIMIT 1");
  return row === undefined ? { seq: 0, hash: CHAIN_START } : { seq: Number(row.seq), hash: String(row.hash) };
}

const JOURNAL_INSERT = `INSERT INTO journal (seq, at, by, entity, id, op, shared, local, before, hash,
  shared_salt, shared_values, local_salt, local_values)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`;

function pick(row: Row, columns: readonly string[]): Row {
  const picked: Record<string, Scalar> = {};
  for (const column of columns) {
    const value = row[column];
    if (value === undefined) throw new Error(`column ${column} is missing`);
    picked[column] = value;
  }
  return picked;
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
  const head = readHead(reader);

  function journal(entity: EntityName, op: Operation, row: Row): void {
    const { shared, local } = columnsOf(entity);
    const sharedValues = seal.canonical(pick(row, shared));
    const sharedSalt = seal.salt();
    const localValues = local.length === 0 ? null : seal.canonical(pick(row, local));
    const localSalt = localValues === null ? null : seal.salt();
    const entry: EntryHead = {
      seq: head.seq + 1,
      at: author.at,
      by: author.by,
      entity,
      id: String(row.id),
      op,
      shared: seal.seal(sharedSalt, sharedValues),
      local: localSalt === null || localValues === null ? null : seal.seal(localSalt, localValues),
      before: head.hash,
    };
    const hash = seal.chain(entry);
    prepared(connection, cache, JOURNAL_INSERT).run(
      entry.seq,
      entry.at,
      entry.by,
      entry.entity,
      entry.id,
      entry.op,
      entry.shared,
      entry.local,
      entry.before,
      hash,
      sharedSalt,
      sharedValues,
      localSalt,
      localValues,
    );
    head.seq = entry.seq;
    head.hash = hash;
  }

  function insert(entity: EntityName, row: Row, derived: Row = {}): number {
    if (row.office !== author.office) throw new Error(`${entity} belongs to another office`);
    const { sql, columns } = insertOf(entity, Object.keys(derived));
    if (Object.keys(row).length !== columns.length)
      throw new Error(`${entity} has columns that are not registered`);
    const values = columns.map((column) => row[column]);
    const { lastInsertRowid } = prepared(connection, cache, sql).run(...values, ...Object.values(derived));
    journal(entity, "insert", row);
    return Number(lastInsertRowid);
  }

  function change(op: Operation, entity: EntityName, id: string, changes: Row, derived: Row = {}): void {
    const { table } = entityOf(entity);
    const columns = columnsOf(entity).all;
    const unknown = Object.keys(changes).filter((column) => !columns.includes(column));
    if (unknown.length > 0) throw new Error(`${entity} has no column ${unknown.join(", ")}`);
    const sets = [...Object.keys(changes), ...Object.keys(derived)].map((column) => `${column} = @${column}`);
    const { changes: count } = prepared(
      connection,
      cache,
      `UPDATE ${table} SET ${sets.join(", ")} WHERE id = @id AND office = @office`,
    ).run({ ...changes, ...derived, id, office: author.office });
    if (count !== 1) throw new Error(`${entity} to change is not there or not ours`);
    const row = reader.get(`SELECT ${columns.join(", ")} FROM ${table} WHERE id = @id`, { id });
    if (row === undefined) throw new Error(`${entity} vanished`);
    journal(entity, op, row);
  }

  return {
    ...reader,
    author,
    insert,
    update: (entity, id, changes, derived) => change("update", entity, id, changes, derived),
    erase: (entity, id, changes, derived) => change("erase", entity, id, changes, derived),
    run: (sql, params = {}) => {
      requireUnjournaled(sql);
      prepared(connection, cache, sql).run(params);
    },
  };
}
