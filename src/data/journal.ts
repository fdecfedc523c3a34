import type { EntryHead } from "./journalWriter.ts";
import type { Reader } from "./reader.ts";
import type { Row } from "./registry.ts";
import type { WriteDoor } from "./writeDoor.ts";

/** An entry with its values; values and salts are gone where a member was erased. */
export interface JournalEntry extends EntryHead {
  readonly hash: string;
  readonly sharedSalt: Uint8Array | null;
  readonly sharedValues: string | null;
  readonly localSalt: Uint8Array | null;
  readonly localValues: string | null;
}

const textOrNull = (value: unknown) => (value === null ? null : String(value));
const bytesOrNull = (value: unknown) => (value instanceof Uint8Array ? value : null);

function headFromRow(row: Row): Omit<EntryHead, "before"> {
  return {
    seq: Number(row.seq),
    at: String(row.at),
    by: String(row.by),
    entity: String(row.entity),
    id: String(row.id),
    op: String(row.op),
    shared: textOrNull(row.shared),
    local: textOrNull(row.local),
  };
}

function entryFromRow(row: Row): JournalEntry {
  return {
    ...headFromRow(row),
    before: String(row.before),
    hash: String(row.hash),
    sharedSalt: bytesOrNull(row.shared_salt),
    sharedValues: textOrNull(row.shared_values),
    localSalt: bytesOrNull(row.local_salt),
    localValues: textOrNull(row.local_values),
  };
}

const PAGE = 1_000;

/**
 * Entries from `first` to `last`, both included, in order, one by one; of all entities or of those named. Read in
 * pages, so that other statements may run in between.
 */
export function* eachEntry(
  reader: Reader,
  span: { first: number; last: number },
  entities: readonly string[] | null = null,
): Generator<JournalEntry> {
  const only = entities === null ? "" : "AND entity IN (SELECT value FROM json_each(@entities))";
  const sql = `SELECT * FROM journal WHERE seq BETWEEN @first AND @last ${only} ORDER BY seq LIMIT ${PAGE}`;
  const wanted = entities === null ? {} : { entities: JSON.stringify(entities) };
  for (let { first } = span; first <= span.last; ) {
    const rows = reader.all(sql, { first, last: span.last, ...wanted });
    for (const row of rows) yield entryFromRow(row);
    if (rows.length < PAGE) return;
    first = Number(rows.at(-1)?.seq) + 1;
  }
}

/** The chain alone, from `first` to `last`, both included: heads and digests, no value is even read. */
export function* eachHead(
  reader: Reader,
  span: { first: number; last: number },
): Generator<Omit<EntryHead, "before">> {
  const sql = `SELECT seq, at, by, entity, id, op, shared, local FROM journal
    WHERE seq BETWEEN @first AND @last ORDER BY seq LIMIT ${PAGE}`;
  for (let { first } = span; first <= span.last; ) {
    const rows = reader.all(sql, { first, last: span.last });
    yield* rows.map(headFromRow);
    if (rows.length < PAGE) return;
    first = Number(rows.at(-1)?.seq) + 1;
  }
}

export function readLastEntry(reader: Reader): { seq: number; at: string; hash: string } | undefined {
  const row = reader.get("SELECT seq, at, hash FROM journal ORDER BY seq DESC LIMIT 1");
  return row === undefined ? undefined : { seq: Number(row.seq), at: String(row.at), hash: String(row.hash) };
}

export function readHashAt(reader: Reader, seq: number): string | undefined {
  const row = reader.get("SELECT hash FROM journal WHERE seq = @seq", { seq });
  return row === undefined ? undefined : String(row.hash);
}

/** Entries about these records, the newest first, with the name of who made them. */
export function listEntriesAbout(
  reader: Reader,
  ids: readonly string[],
): (JournalEntry & { byName: string })[] {
  return reader
    .all(
      `SELECT journal.*, user.name AS by_name FROM journal LEFT JOIN user ON user.id = journal.by
       WHERE journal.id IN (SELECT value FROM json_each(@ids)) ORDER BY seq DESC`,
      { ids: JSON.stringify(ids) },
    )
    .map((row) => ({ ...entryFromRow(row), byName: String(row.by_name ?? "") }));
}

/** Removes the values and salts of all entries about a record; heads and digests stay. */
export function eraseValues(door: WriteDoor, id: string): void {
  door.run(
    `UPDATE journal SET shared_salt = NULL, shared_values = NULL, local_salt = NULL, local_values = NULL
     WHERE id = @id`,
    { id },
  );
}

export function countWaiting(reader: Reader, after: number): { entity: string; entries: number }[] {
  return reader
    .all(
      "SELECT entity, count(*) AS entries FROM journal WHERE seq > @after GROUP BY entity ORDER BY entity",
      { after },
    )
    .map((row) => ({ entity: String(row.entity), entries: Number(row.entries) }));
}

export interface AuditRow {
  readonly seq: number;
  readonly at: string;
  readonly by: string;
  readonly entity: string;
  readonly op: string;
  readonly action: string | null;
  readonly reference: string | null;
  readonly rows: number | null;
}

/** The trail, newest first; a reference is a number that a person can look up. */
export function listAudit(reader: Reader, before: number | null, limit: number): AuditRow[] {
  return reader
    .all(
      `SELECT seq, at, coalesce(user.name, '') AS by, journal.entity, op, audit_event.action, audit_event.rows,
         coalesce(audit_event.reference, member.number, voucher.number, card.number) AS reference
       FROM journal LEFT JOIN user ON user.id = journal.by
         LEFT JOIN audit_event ON audit_event.id = journal.id LEFT JOIN member ON member.id = journal.id
         LEFT JOIN voucher ON voucher.id = journal.id LEFT JOIN card ON card.id = journal.id
       WHERE @before IS NULL OR seq < @before ORDER BY seq DESC LIMIT @limit`,
      { before, limit },
    )
    .map((row) => ({
      seq: Number(row.seq),
      at: String(row.at),
      by: String(row.by),
      entity: String(row.entity),
      op: String(row.op),
      action: row.action === null ? null : String(row.action),
      reference: row.reference === null ? null : String(row.reference),
      rows: row.rows === null ? null : Number(row.rows),
    }));
}

export type AuditAction =
  | "exportMembers"
  | "printMembers"
  | "printFile"
  | "referral"
  | "importRegister"
  | "erase"
  | "merge"
  | "exportBundle"
  | "join"
  | "renewRecoveryCode"
  | "recovered"
  | "passphraseChanged"
  | "passphraseReset"
  | "printCards";

/** Notes what leaves no other trace: an export, a print, a recovery. Never a name. */
export function insertAudit(
  door: WriteDoor,
  event: { id: string; action: AuditAction; reference?: string; rows?: number },
): void {
  door.insert("audit_event", {
    id: event.id,
    office: door.author.office,
    action: event.action,
    reference: event.reference ?? null,
    rows: event.rows ?? null,
  });
}
