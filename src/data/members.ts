import type { DepartureReason, MemberDetails } from "../contract/membership.ts";
import type { CalendarDate, MemberNumber, OfficeCode } from "../contract/primitives.ts";
import { blockingKeys } from "../domain/names/blockingKeys.ts";
import { detailsToColumns, emptyDetails, memberFromRow, type StoredMember } from "./memberRecord.ts";
import { searchWords, sortName } from "./memberWords.ts";
import type { Reader } from "./reader.ts";
import type { WriteDoor } from "./writeDoor.ts";

export function readMember(reader: Reader, id: string): StoredMember | undefined {
  const row = reader.get("SELECT * FROM member WHERE id = @id", { id });
  return row === undefined ? undefined : memberFromRow(row);
}

/**
 * The record of this number in a register. Its first letters do not tell whose it is: she keeps her number in an
 * office that takes her over, and her record stays, handed over, in the one that gave it.
 * @param own whose register it is: its own records are found by index, the few others by a walk through it
 */
export function readMemberByNumber(
  reader: Reader,
  number: MemberNumber,
  own: OfficeCode,
): StoredMember | undefined {
  const row =
    reader.get("SELECT * FROM member WHERE office = @own AND number = @number", { own, number }) ??
    reader.get("SELECT * FROM member WHERE number = @number", { number });
  return row === undefined ? undefined : memberFromRow(row);
}

export function listMergedNumbers(reader: Reader, id: string): MemberNumber[] {
  return reader
    .all("SELECT number FROM member WHERE merged_into = @id ORDER BY number", { id })
    .map((row) => String(row.number));
}

/** Records that were merged into this one. */
export function listMergedRecords(reader: Reader, id: string): StoredMember[] {
  return reader.all("SELECT * FROM member WHERE merged_into = @id", { id }).map(memberFromRow);
}

function readLine(reader: Reader, id: string): number {
  return reader.number("SELECT line FROM member WHERE id = @id", { id });
}

/** Rebuilds what is derived of a record: search words and duplicate keys. */
function index(
  door: WriteDoor,
  id: string,
  line: number,
  details: MemberDetails,
  numbers: readonly MemberNumber[],
): void {
  door.run("INSERT INTO member_search (rowid, words) VALUES (@line, @words)", {
    line,
    words: searchWords(details, numbers),
  });
  for (const key of blockingKeys(details)) {
    door.run("INSERT OR IGNORE INTO member_key (key, member_id) VALUES (@key, @id)", { key, id });
  }
}

function unindex(door: WriteDoor, id: string, line: number): void {
  door.run("DELETE FROM member_search WHERE rowid = @line", { line });
  door.run("DELETE FROM member_key WHERE member_id = @id", { id });
}

/** Indexes a record anew as it stands, without a word of one that is erased or merged into another. */
export function reindexMember(door: WriteDoor, id: string): void {
  const member = readMember(door, id);
  if (member === undefined) throw new Error("member vanished");
  const line = readLine(door, id);
  unindex(door, id, line);
  if (member.mergedInto === null && member.erasedAt === null)
    index(door, id, line, member.details, [member.number, ...listMergedNumbers(door, id)]);
}

export function insertMember(
  door: WriteDoor,
  member: { id: string; number: MemberNumber; details: MemberDetails },
): void {
  const { id, number, details } = member;
  const line = door.insert(
    "member",
    {
      id,
      office: door.author.office,
      number,
      ...detailsToColumns(details),
      photo_sha256: null,
      left_on: null,
      left_reason: null,
      merged_into: null,
      erased_at: null,
      created_at: door.author.at,
    },
    { sort_name: sortName(details) },
  );
  index(door, id, line, details, [number]);
}

export function updateMemberDetails(
  door: WriteDoor,
  id: string,
  number: MemberNumber,
  details: MemberDetails,
): void {
  door.update("member", id, detailsToColumns(details), { sort_name: sortName(details) });
  const line = readLine(door, id);
  unindex(door, id, line);
  index(door, id, line, details, [number, ...listMergedNumbers(door, id)]);
}

export function updateMemberPhoto(door: WriteDoor, id: string, sha256: string | null): void {
  door.update("member", id, { photo_sha256: sha256 });
}

export function updateDeparture(
  door: WriteDoor,
  id: string,
  departure: { on: CalendarDate; reason: DepartureReason } | null,
): void {
  door.update("member", id, { left_on: departure?.on ?? null, left_reason: departure?.reason ?? null });
}

/** `id`, and whatever was merged into it before, point to `intoId`: hidden from lists, found by their numbers. */
export function updateMerged(door: WriteDoor, id: string, intoId: string): void {
  for (const earlier of listMergedRecords(door, id))
    door.update("member", earlier.id, { merged_into: intoId });
  door.update("member", id, { merged_into: intoId });
  unindex(door, id, readLine(door, id));
  door.run("UPDATE imported_row SET member_id = @intoId WHERE member_id = @id", { id, intoId });
}

/** Empties the record and every derived trace of it. */
export function eraseMemberRecord(door: WriteDoor, member: StoredMember): void {
  const left = emptyDetails(member.details.joinedOn);
  door.erase(
    "member",
    member.id,
    { ...detailsToColumns(left), photo_sha256: null, erased_at: door.author.at },
    { sort_name: "" },
  );
  unindex(door, member.id, readLine(door, member.id));
  door.run("DELETE FROM imported_row WHERE member_id = @id", { id: member.id });
}

/** Ids of members whose name, phone or birth may be those of the same woman. */
export function listDuplicateCandidates(
  reader: Reader,
  keys: readonly string[],
  exceptId: string | null,
): StoredMember[] {
  return reader
    .all(
      `SELECT * FROM member WHERE id IN (
         SELECT member_id FROM member_key WHERE key IN (SELECT value FROM json_each(@keys)) LIMIT 400)
       AND id IS NOT @exceptId AND merged_into IS NULL AND erased_at IS NULL`,
      { keys: JSON.stringify(keys), exceptId },
    )
    .map(memberFromRow);
}

export function readImportedMember(reader: Reader, digest: string): string | undefined {
  const row = reader.get("SELECT member_id FROM imported_row WHERE digest = @digest", { digest });
  return row === undefined ? undefined : String(row.member_id);
}

export function insertImportedRow(door: WriteDoor, digest: string, memberId: string): void {
  door.run("INSERT OR IGNORE INTO imported_row (digest, member_id) VALUES (@digest, @memberId)", {
    digest,
    memberId,
  });
}

export function hasMembers(reader: Reader): boolean {
  return reader.get("SELECT 1 FROM member LIMIT 1") !== undefined;
}
