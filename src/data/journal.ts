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

const textOrNull = (value: unknown) => (value === null || value === undefined ? null : String(value));
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

/** Rows read at a time: of so few, none outlives the young part of the memory. */
const PAGE = 100;

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

/** What bundles carry of an entry beside the chain; salt and values are gone where they were erased. */
export type SharedEntry = Pick<JournalEntry, "seq" | "entity" | "sharedSalt" | "sharedValues">;

/** All that bundles carry of the entries from `first` to `last`, both included. */
export function listCarried(
  reader: Reader,
  { first, last }: { first: number; last: number },
): (Omit<EntryHead, "before"> & SharedEntry)[] {
  const sql = `SELECT seq, at, by, entity, id, op, shared, local, shared_salt, shared_values FROM journal
    WHERE seq BETWEEN @first AND @last ORDER BY seq`;
  return reader.all(sql, { first, last }).map((row) => ({
    ...headFromRow(row),
    sharedSalt: bytesOrNull(row.shared_salt),
    sharedValues: textOrNull(row.shared_values),
  }));
}

export function readLastEntry(reader: Reader): { seq: number; at: string; hash: string } | undefined {
  const row = reader.get("SELECT seq, at, hash FROM journal ORDER BY seq DESC LIMIT 1");
  return row === undefined ? undefined : { seq: Number(row.seq), at: String(row.at), hash: String(row.hash) };
}

export function readEntryTime(reader: Reader, seq: number): string | undefined {
  const row = reader.get("SELECT at FROM journal WHERE seq = @seq", { seq });
  return row === undefined ? undefined : String(row.at);
}

export function readHashAt(reader: Reader, seq: number): string | undefined {
  const row = reader.get("SELECT hash FROM journal WHERE seq = @seq", { seq });
  return row === undefined ? undefined : String(row.hash);
}

/** What was done to a record: where, when and by whom, with the values as they stood then. */
export interface RecordChange
  extends Pick<JournalEntry, "seq" | "at" | "entity" | "id" | "op" | "sharedValues" | "localValues"> {
  readonly office: string;
  /** Empty for what another office did. */
  readonly byName: string;
}

function changeFromRow(row: Row): RecordChange {
  return {
    office: String(row.office),
    seq: Number(row.seq),
    at: String(row.at),
    byName: String(row.by_name),
    entity: String(row.entity),
    id: String(row.id),
    op: String(row.op),
    sharedValues: textOrNull(row.shared_values),
    localValues: textOrNull(row.local_values),
  };
}

/**
 * What an office did to these records, the newest first, with what was done to them before she came from another.
 * @param own whose journal it is
 */
export function listEntriesAbout(reader: Reader, ids: readonly string[], own: string): RecordChange[] {
  const about = { ids: JSON.stringify(ids) };
  const done = reader.all(
    `SELECT @own AS office, seq, at, coalesce(user.name, '') AS by_name, entity, journal.id, op, shared_values,
       local_values
     FROM journal LEFT JOIN user ON user.id = journal.by
     WHERE journal.id IN (SELECT value FROM json_each(@ids)) ORDER BY seq DESC`,
    { ...about, own },
  );
  const before = reader.all(
    `SELECT office, seq, at, '' AS by_name, entity, id, op, shared_values, NULL AS local_values FROM inherited_entry
     WHERE member_id IN (SELECT value FROM json_each(@ids)) ORDER BY at DESC, seq DESC`,
    about,
  );
  return [...done, ...before].map(changeFromRow);
}

/** The same in headquarters' copies, where several offices may have written, each in the order of its own numbers. */
export function listNationalEntriesAbout(reader: Reader, ids: readonly string[]): RecordChange[] {
  return reader
    .all(
      `SELECT office, seq, at, '' AS by_name, entity, id, op, shared_values, NULL AS local_values FROM journal
       WHERE id IN (SELECT value FROM json_each(@ids)) ORDER BY at DESC, office, seq DESC`,
      { ids: JSON.stringify(ids) },
    )
    .map(changeFromRow);
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
  readonly office: string;
  readonly seq: number;
  readonly at: string;
  readonly by: string;
  readonly entity: string;
  readonly op: string;
  readonly action: string | null;
  readonly reference: string | null;
  readonly rows: number | null;
}

const AUDITED = `journal.entity, op, audit_event.action, audit_event.rows,
  coalesce(audit_event.reference, member.number, voucher.number, card.number) AS reference`;
const AUDIT_SOURCES = `LEFT JOIN audit_event ON audit_event.id = journal.id
  LEFT JOIN member ON member.id = journal.id LEFT JOIN voucher ON voucher.id = journal.id
  LEFT JOIN card ON card.id = journal.id`;

function auditFromRow(row: Row): AuditRow {
  return {
    office: String(row.office),
    seq: Number(row.seq),
    at: String(row.at),
    by: String(row.by),
    entity: String(row.entity),
    op: String(row.op),
    action: textOrNull(row.action),
    reference: textOrNull(row.reference),
    rows: row.rows === null ? null : Number(row.rows),
  };
}

/** An office's trail, newest first; a reference is a number that a person can look up. @param own whose journal it is */
export function listAudit(reader: Reader, before: number | null, limit: number, own: string): AuditRow[] {
  return reader
    .all(
      `SELECT @own AS office, seq, at, coalesce(user.name, '') AS by, ${AUDITED}
       FROM journal LEFT JOIN user ON user.id = journal.by ${AUDIT_SOURCES}
       WHERE @before IS NULL OR seq < @before ORDER BY seq DESC LIMIT @limit`,
      { before, limit, own },
    )
    .map(auditFromRow);
}

/** The trail in headquarters' copies: of one office by its numbers, of all (`null`) by the time. */
export function listNationalAudit(
  reader: Reader,
  office: string | null,
  page: { before: number | null; skip: number; limit: number },
): AuditRow[] {
  const only = office === null ? "" : "WHERE office = @office AND (@before IS NULL OR seq < @before)";
  const order = office === null ? "at DESC, office, seq DESC" : "seq DESC";
  // The page is chosen first: what its lines refer to is looked up for them only.
  const chosen = `SELECT office, seq, at, entity, id, op FROM journal ${only} ORDER BY ${order}
    LIMIT @limit OFFSET @skip`;
  const { before, skip, limit } = page;
  return reader
    .all(
      `SELECT journal.office, seq, at, '' AS by, ${AUDITED} FROM (${chosen}) AS journal ${AUDIT_SOURCES}
       ORDER BY ${order.replace("office", "journal.office")}`,
      office === null ? { limit, skip } : { office, before, limit, skip },
    )
    .map(auditFromRow);
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
  | "grantTier"
  | "withdrawTier"
  | "exportIdentity"
  | "printCards"
  | "receive"
  | "answer"
  | "importAnswer"
  | "snapshot"
  | "renewKey"
  | "invite"
  | "enrol"
  | "revokeKey"
  | "confirmSnapshot"
  | "transfer"
  | "settleDistinct"
  | "exportSigners"
  | "exportRental"
  | "exportJournal"
  | "exportLiteracy"
  | "exportReport"
  | "exportIndicators"
  | "exportList"
  | "exportDhis2"
  | "printReport"
  | "printList";

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
