import type { OfficeCode } from "../contract/primitives.ts";
import type { Connection } from "./database.ts";
import { prepared, type Reader, type StatementCache } from "./reader.ts";
import { columnsOf, type EntityName, type Row, type Scalar } from "./registry.ts";

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

/** A part of a record as it is journaled: values, their salt, and the digest over both. */
function sealed(seal: JournalSeal, row: Row, columns: readonly string[]) {
  if (columns.length === 0) return { values: null, salt: null, digest: null };
  const values = seal.canonical(pick(row, columns));
  const salt = seal.salt();
  return { values, salt, digest: seal.seal(salt, values) };
}

/** Appends one entry about a record, with the record as it stands. */
export type JournalWriter = (entity: EntityName, op: Operation, row: Row) => void;

/**
 * Continues the journal's chain, inside the caller's transaction.
 * @throws when the row lacks a registered column
 */
export function makeJournalWriter(
  connection: Connection,
  cache: StatementCache,
  about: { readonly reader: Reader; readonly seal: JournalSeal; readonly author: Author },
): JournalWriter {
  const { seal, author } = about;
  const head = readHead(about.reader);
  return (entity, op, row) => {
    const columns = columnsOf(entity);
    const shared = sealed(seal, row, columns.shared);
    const local = sealed(seal, row, columns.local);
    const entry: EntryHead = {
      seq: head.seq + 1,
      at: author.at,
      by: author.by,
      entity,
      id: String(row.id),
      op,
      shared: shared.digest,
      local: local.digest,
      before: head.hash,
    };
    const hash = seal.chain(entry);
    const { seq, at, by, id, before } = entry;
    const values = [shared.salt, shared.values, local.salt, local.values];
    prepared(connection, cache, JOURNAL_INSERT).run(
      ...[seq, at, by, entity, id, op, entry.shared, entry.local, before, hash],
      ...values,
    );
    head.seq = seq;
    head.hash = hash;
  };
}
