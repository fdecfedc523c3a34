import type { Tier } from "../../contract/sync.ts";
import { memberFromRow } from "../memberRecord.ts";
import { sortName } from "../memberWords.ts";
import type { Reader } from "../reader.ts";
import { columnsOf, ENTITY_NAMES, type EntityName, entityOf, type Row, type Scalar } from "../registry.ts";
import type { NationalDoor } from "./door.ts";
import { lightChangesOf } from "./lightChanges.ts";
import { dropMatchKeys } from "./traces.ts";
import { closeTransfer, hasTransfer, markTransfer } from "./transfers.ts";

/**
 * What became of an entry's values: `applied`, the record stands so now; `stale`, the record went to another office
 * meanwhile and that office's word counts; `foreign`, the record is not this office's to write.
 */
export type Applied = "applied" | "stale" | "foreign";

interface Writing {
  /** Writes a record that is new or the office's own; any other stays as it is. */
  readonly own: string;
  /** Writes it whoever has it. */
  readonly any: string;
  readonly columns: readonly string[];
  /** What stands in the columns that never leave the office. */
  readonly local: readonly Scalar[];
}

const WRITINGS = new Map<EntityName, Writing>();

/** A local-only column that must not be empty takes an empty text; the others are null. */
function localFill(reader: Reader, entity: EntityName): Scalar[] {
  const { table, tier, local } = entityOf(entity);
  const info = reader.all(`SELECT name, "notnull" AS required FROM pragma_table_info('${table}', '${tier}')`);
  const required = new Set(info.filter((row) => row.required === 1).map((row) => row.name));
  return local.map((column) => (required.has(column) ? "" : null));
}

function writingOf(reader: Reader, entity: EntityName): Writing {
  const known = WRITINGS.get(entity);
  if (known !== undefined) return known;
  const { table, tier, local, shared } = entityOf(entity);
  const derived = entity === "member" ? ["sort_name"] : [];
  const all = [...shared, ...local, ...derived];
  const changed = [...shared.filter((column) => column !== "id"), ...derived];
  const any = `INSERT INTO ${tier}.${table} (${all.join(", ")}) VALUES (${all.map(() => "?").join(", ")})
    ON CONFLICT (id) DO UPDATE SET ${changed.map((column) => `${column} = excluded.${column}`).join(", ")}`;
  const own = `${any} WHERE ${table}.office = excluded.office`;
  const writing = { own, any, columns: shared, local: localFill(reader, entity) };
  WRITINGS.set(entity, writing);
  return writing;
}

/**
 * An entry's values as a record: exactly the registered shareable columns, each a plain value; columns that came with
 * a later version of the program than the entry take their value for that. Null when it is anything else.
 */
export function rowOf(entity: EntityName, values: unknown): Row | null {
  if (typeof values !== "object" || values === null) return null;
  const { added, shared } = entityOf(entity);
  const row = (added === undefined ? values : { ...added, ...values }) as Readonly<Record<string, unknown>>;
  if (Object.keys(row).length !== shared.length) return null;
  for (const column of shared) if (!isPlain(row[column])) return null;
  return row as Row;
}

function isPlain(value: unknown): boolean {
  return value === null || typeof value === "string" || Number.isInteger(value);
}

interface Hands {
  readonly entity: EntityName;
  readonly row: Row;
  /** The office whose journal says so. */
  readonly office: string;
  /** The record as it stands until now, with its office and whom it follows; undefined where it is new. */
  readonly held: Row | undefined;
}

/**
 * The members with whom a record goes: those it follows by its own word and by what is held, for an office may have
 * merged her before it heard that she goes; and for a merged record the one that took it in.
 */
function movesWith({ entity, row, held }: Hands): string[] {
  const { follows } = entityOf(entity);
  if (follows === undefined) return [];
  const ids = [row[follows], held?.[follows], entity === "member" ? row.merged_into : null];
  return ids.flatMap((id) => (typeof id === "string" ? [id] : []));
}

/** Whether an office may write this record so, by the transfers that headquarters decided. */
function judge(reader: Reader, hands: Hands): Applied {
  const { row, office, held } = hands;
  const owner = held === undefined ? undefined : String(held.office);
  const says = String(row.office);
  if (says === office && (owner === undefined || owner === office)) return "applied";
  const members = movesWith(hands);
  const moved = (from: string, to: string) =>
    members.some((memberId) => hasTransfer(reader, { memberId, from, to }));
  if (says !== office && !moved(office, says)) return "foreign";
  if (owner === undefined || owner === office) return "applied";
  if (says === office && moved(owner, office)) return isLatest(reader, members, office) ? "applied" : "stale";
  return moved(office, owner) ? "stale" : "foreign";
}

/** Of a member who moved more than once, the office that the last decision names has the word. */
function isLatest(reader: Reader, members: readonly string[], office: string): boolean {
  const row = reader.get(
    `SELECT to_office FROM transfer WHERE member_id IN (SELECT value FROM json_each(@members))
     ORDER BY decided_at DESC, id DESC LIMIT 1`,
    { members: JSON.stringify(members) },
  );
  return row?.to_office === office;
}

function noteTransfer(door: NationalDoor, row: Row, office: string): void {
  const says = String(row.office);
  const memberId = String(row.id);
  if (says === office && row.merged_into !== null) {
    // She was merged into another record before her office heard of it: nobody waits for it any more.
    closeTransfer(door, { memberId, from: office });
    return;
  }
  if (says !== office) markTransfer(door, { memberId, from: office, to: says }, "departed");
  else markTransfer(door, { memberId, from: null, to: office }, "arrived");
}

/** A record's values in the order of its writing. @throws when a member's cannot be read as a member */
function valuesOf(writing: Writing, entity: EntityName, row: Row): Scalar[] {
  const values: Scalar[] = [];
  for (const column of writing.columns) values.push(row[column] ?? null);
  for (const value of writing.local) values.push(value);
  if (entity === "member")
    values.push(sortName(memberFromRow({ ...row, work_setting: null, notes: "" }).details));
  return values;
}

/** Writes the entries' values of one transaction, during which headquarters decides no transfer. */
export interface Records {
  /**
   * Puts an entry's values where the record's stand, unless another office has the word.
   * @throws when a member's values cannot be read as a member, or SQLite refuses a value
   */
  apply(entity: EntityName, row: Row, office: string): Applied;
}

export function recordsOf(door: NationalDoor): Records {
  const anyTransfer = door.get("SELECT 1 FROM transfer LIMIT 1") !== undefined;
  const light = lightChangesOf(door);
  return {
    apply: (entity, row, office) => {
      const isOwn = row.office === office;
      const isLight = isOwn && entity === "member" && light.write(row, office);
      const applied = isLight ? "applied" : put(door, { entity, row, office, isOwn });
      if (entity !== "member") return applied;
      if (applied === "applied") light.remember(row);
      if (anyTransfer && applied !== "foreign") noteTransfer(door, row, office);
      return applied;
    },
  };
}

function put(
  door: NationalDoor,
  about: { entity: EntityName; row: Row; office: string; isOwn: boolean },
): Applied {
  const { entity, row, isOwn } = about;
  const writing = writingOf(door, entity);
  const values = valuesOf(writing, entity, row);
  // By far the most: the office's own record, which is written without a look at what stands there.
  if (isOwn && door.put(writing.own, values) === 1) return "applied";
  const applied = judge(door, { ...about, held: heldRow(door, entity, row) });
  if (applied === "applied") door.put(writing.any, values);
  return applied;
}

function heldRow(reader: Reader, entity: EntityName, row: Row): Row | undefined {
  const { table, tier, follows } = entityOf(entity);
  const columns = follows === undefined ? "office" : `office, ${follows}`;
  return reader.get(`SELECT ${columns} FROM ${tier}.${table} WHERE id = @id`, { id: row.id ?? null });
}

/** Puts a record back as it stood. */
export function putBack(door: NationalDoor, entity: EntityName, row: Row): void {
  const writing = writingOf(door, entity);
  door.put(writing.any, valuesOf(writing, entity, row));
}

/** Drops pictures that no record shows any more. */
export function dropUnshownPhotos(door: NationalDoor): void {
  door.run(`DELETE FROM identity.photo WHERE sha256 NOT IN
    (SELECT photo_sha256 FROM identity.member WHERE photo_sha256 IS NOT NULL)`);
}

/** Records of an office as they stand, each with its shareable values in canonical JSON. */
export function* listHeldRecords(
  reader: Reader,
  entity: EntityName,
  office: string,
): Generator<{ id: string; values: string }> {
  const { table, tier } = entityOf(entity);
  const { shared } = columnsOf(entity);
  for (const row of reader.all(`SELECT ${shared.join(", ")} FROM ${tier}.${table} WHERE office = @office`, {
    office,
  }))
    yield { id: String(row.id), values: JSON.stringify(row) };
}

/** Takes away what headquarters holds of an office in one tier; its entries stay. */
export function clearOffice(door: NationalDoor, tier: Tier, office: string): void {
  if (tier === "identity") {
    const lines = "SELECT line FROM identity.member WHERE office = @office";
    door.run(`DELETE FROM identity.member_search WHERE rowid IN (${lines})`, { office });
    dropMatchKeys(
      door,
      door.all(lines, { office }).map(({ line }) => Number(line)),
    );
  }
  for (const name of ENTITY_NAMES.filter((entity) => entityOf(entity).tier === tier))
    door.run(`DELETE FROM ${tier}.${entityOf(name).table} WHERE office = @office`, { office });
}
