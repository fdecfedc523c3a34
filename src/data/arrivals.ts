import type { CalendarDate, OfficeCode } from "../contract/primitives.ts";
import { nextIssue } from "./cards.ts";
import { memberFromRow } from "./memberRecord.ts";
import { reindexMember } from "./members.ts";
import { sortName } from "./memberWords.ts";
import type { Reader } from "./reader.ts";
import { columnsOf, ENTITY_NAMES, type EntityName, entityOf, type Row, type Scalar } from "./registry.ts";
import type { WriteDoor } from "./writeDoor.ts";

/*
 * Members who go from one office to another with everything that is theirs: the entities whose registry entry names
 * the member that they follow.
 */

/** Her record and those that were merged into it. */
function recordsOf(reader: Reader, memberId: string): string[] {
  return reader
    .all("SELECT id FROM member WHERE id = @memberId OR merged_into = @memberId", { memberId })
    .map((row) => String(row.id));
}

/** Every record that goes with her: of this office (`ours`), or of others. */
function listFollowing(
  door: WriteDoor,
  memberId: string,
  whose: "ours" | "theirs",
): { entity: EntityName; id: string }[] {
  const ids = JSON.stringify(recordsOf(door, memberId));
  return ENTITY_NAMES.flatMap((entity) => {
    const { table, follows } = entityOf(entity);
    if (follows === undefined) return [];
    const sql = `SELECT id FROM ${table} WHERE office ${whose === "ours" ? "=" : "<>"} @own
      AND ${follows} IN (SELECT value FROM json_each(@ids)) ORDER BY id`;
    return door.all(sql, { own: door.author.office, ids }).map((row) => ({ entity, id: String(row.id) }));
  });
}

/** This office's last entries on a member, on all that follows her, and on what was merged into her record. */
export function handOverMember(
  door: WriteDoor,
  memberId: string,
  about: { to: OfficeCode; on: CalendarDate },
): void {
  const office = about.to;
  const left = { left_on: about.on, left_reason: "transferred" };
  for (const { entity, id } of listFollowing(door, memberId, "ours"))
    door.handOver(entity, id, id === memberId ? { office, ...left } : { office });
}

/** Columns that never leave an office, as a record from elsewhere has them here. */
function emptyLocal(reader: Reader, entity: EntityName): Row {
  const { table, local } = entityOf(entity);
  const required = new Set(
    reader
      .all(`SELECT name FROM pragma_table_info('${table}') WHERE "notnull" = 1`)
      .map((row) => String(row.name)),
  );
  return Object.fromEntries(
    local.map((column): [string, Scalar] => [column, required.has(column) ? "" : null]),
  );
}

function ownerOf(reader: Reader, entity: EntityName, id: Scalar): string | null {
  const row = reader.get(`SELECT office FROM ${entityOf(entity).table} WHERE id = @id`, { id });
  return row === undefined ? null : String(row.office);
}

/** As recorded elsewhere, now this office's; one that was here before keeps what never left. @returns whether it was news */
function takeInRecord(door: WriteDoor, entity: EntityName, row: Row, derived: Row = {}): boolean {
  const owner = ownerOf(door, entity, row.id ?? null);
  if (owner === door.author.office) return false;
  const { office } = door.author;
  const { id, ...changes } = row;
  if (owner === null) door.insert(entity, { ...row, ...emptyLocal(door, entity), office }, derived);
  else door.takeBack(entity, String(id), changes, derived);
  return true;
}

/**
 * Takes a member's record in, as ours from now on: under its id and number, findable.
 * @param row the registry's shareable columns
 */
export function takeInMember(door: WriteDoor, row: Row): void {
  if (Object.keys(row).length !== columnsOf("member").shared.length)
    throw new Error("not a member's columns");
  const stored = memberFromRow({ ...row, work_setting: null, notes: "" });
  const isAway = row.left_reason === "transferred" || row.left_reason === "moved";
  const stays = isAway ? { left_on: null, left_reason: null } : {};
  const name = stored.erasedAt === null ? sortName(stored.details) : "";
  takeInRecord(door, "member", { ...row, ...stays }, { sort_name: name });
  reindexMember(door, stored.id);
}

/**
 * Two offices may have printed the same issue of a number before one knew of the transfer: where it stands here
 * already, the card that comes is kept under the next issue and counts no more.
 */
function takeInCard(door: WriteDoor, row: Row): boolean {
  const { id = null, number = null, issue = null } = row;
  const sql = "SELECT 1 FROM card WHERE number = @number AND issue = @issue AND id <> @id";
  if (door.get(sql, { id, number, issue }) === undefined) return takeInRecord(door, "card", row);
  const state = row.state === "lost" ? "lost" : "replaced";
  return takeInRecord(door, "card", { ...row, issue: nextIssue(door, String(number)), state });
}

/** Columns that name a voucher: it stays with the office that took or paid the money. */
const VOUCHERS = ["voucher_id", "refund_voucher_id"] as const;

/** Any other record that goes with her. Where its voucher is this office's, it names it again. */
export function takeInFollower(door: WriteDoor, entity: EntityName, row: Row): boolean {
  if (entity === "card") return takeInCard(door, row);
  const isKnown = ownerOf(door, entity, row.id ?? null) !== null;
  const named = VOUCHERS.filter((column) => column in row);
  const rest = Object.fromEntries(
    Object.entries(row).filter(([column]) => !named.some((name) => name === column)),
  );
  const none = Object.fromEntries(named.map((column): [string, Scalar] => [column, null]));
  return takeInRecord(door, entity, isKnown ? rest : { ...rest, ...none });
}

/**
 * Once all that came was taken in: what of hers stands here still as another office's comes along, and she is found by
 * the numbers that were merged into hers.
 */
export function completeArrival(door: WriteDoor, memberId: string): void {
  for (const { entity, id } of listFollowing(door, memberId, "theirs")) door.takeBack(entity, id, {});
  reindexMember(door, memberId);
}

/** What a record that was merged into another had is the other's: all that follows her, and her vouchers. */
export function moveFollowing(door: WriteDoor, fromMemberId: string, toMemberId: string): void {
  const followers = ENTITY_NAMES.filter(
    (entity) => entity !== "member" && entityOf(entity).follows !== undefined,
  );
  for (const entity of [...followers, "voucher" as const]) {
    const { table, follows = "member_id" } = entityOf(entity);
    const ids = door.all(`SELECT id FROM ${table} WHERE ${follows} = @id`, { id: fromMemberId });
    for (const { id } of ids) door.update(entity, String(id), { [follows]: toMemberId });
  }
}
