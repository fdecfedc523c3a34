import type { DuplicateReason } from "../../contract/membership.ts";
import type { MemberNumber } from "../../contract/primitives.ts";
import type { Person } from "../../domain/names/likelihood.ts";
import { birthFromColumns } from "../memberRecord.ts";
import { searchWords } from "../memberWords.ts";
import type { Reader } from "../reader.ts";
import type { NationalDoor } from "./door.ts";

/** What a member is searched and compared by. */
export interface Traced extends Person {
  /** Her place in the search index. */
  readonly line: number;
  readonly id: string;
  readonly office: string;
  readonly number: MemberNumber;
  readonly alsoKnownAs: string;
  /** Merged into another record or erased: no trace of her is kept. */
  readonly gone: boolean;
}

const TRACED = `SELECT line, id, office, number, surname, first_names, also_known_as, birth_kind, birth_on, phone,
    merged_into IS NOT NULL OR erased_at IS NOT NULL AS gone FROM identity.member`;

function readTraced(reader: Reader, where: string, values: readonly (string | number)[]): Traced[] {
  const rows = reader.all(
    `${TRACED} WHERE ${where} IN (SELECT value FROM json_each(@values)) ORDER BY line`,
    {
      values: JSON.stringify(values),
    },
  );
  return rows.map((row) => ({
    line: Number(row.line),
    id: String(row.id),
    office: String(row.office),
    number: String(row.number),
    surname: String(row.surname),
    firstNames: String(row.first_names),
    alsoKnownAs: String(row.also_known_as),
    birth: birthFromColumns(row),
    phone: String(row.phone),
    gone: row.gone === 1,
  }));
}

export function listTraced(reader: Reader, ids: readonly string[]): Traced[] {
  return readTraced(reader, "id", ids);
}

export function listTracedLines(reader: Reader, lines: readonly number[]): Traced[] {
  return readTraced(reader, "line", lines);
}

/** Numbers of the records that were merged into these, by the id of the one that stayed. */
export function mapMergedNumbers(reader: Reader, ids: readonly string[]): Map<string, MemberNumber[]> {
  const rows = reader.all(
    `SELECT merged_into, number FROM identity.member WHERE merged_into IN (SELECT value FROM json_each(@ids))
     ORDER BY number`,
    { ids: JSON.stringify(ids) },
  );
  const merged = new Map<string, MemberNumber[]>();
  for (const row of rows) {
    const id = String(row.merged_into);
    merged.set(id, [...(merged.get(id) ?? []), String(row.number)]);
  }
  return merged;
}

/** Lines above this one never had search words or digests. */
export function readLastIndexedLine(reader: Reader): number {
  return reader.number("SELECT rowid FROM identity.member_search ORDER BY rowid DESC LIMIT 1");
}

export function unindexMembers(door: NationalDoor, lines: readonly number[]): void {
  for (const line of lines) door.put("DELETE FROM identity.member_search WHERE rowid = ?", [line]);
  dropMatchKeys(door, lines);
}

export function dropMatchKeys(door: NationalDoor, lines: readonly number[]): void {
  const these = "line IN (SELECT value FROM json_each(@lines))";
  const params = { lines: JSON.stringify(lines) };
  door.run(
    `DELETE FROM identity.match_key WHERE (key, office, line) IN
       (SELECT value, office, line FROM identity.match_keys, json_each(keys) WHERE ${these})`,
    params,
  );
  door.run(`DELETE FROM identity.match_keys WHERE ${these}`, params);
}

/** @param merged numbers of the records that were merged into hers */
export function insertWords(door: NationalDoor, member: Traced, merged: readonly MemberNumber[]): void {
  const words = searchWords(member, [member.number, ...merged]);
  door.put("INSERT INTO identity.member_search (rowid, words) VALUES (?, ?)", [member.line, words]);
}

/** Members' digests, at once: they go to places all over their table, which is quicker in order. */
export function insertMatchKeys(
  door: NationalDoor,
  members: readonly { readonly member: Traced; readonly keys: readonly number[] }[],
): void {
  for (const { member, keys } of members)
    door.put("INSERT INTO identity.match_keys (line, office, keys) VALUES (?, ?, ?)", [
      member.line,
      member.office,
      JSON.stringify(keys),
    ]);
  door.run(
    `INSERT INTO identity.match_key (key, office, line)
     SELECT value, office, line FROM identity.match_keys, json_each(keys)
     WHERE line IN (SELECT value FROM json_each(@lines)) ORDER BY value`,
    { lines: JSON.stringify(members.map(({ member }) => member.line)) },
  );
}

/** Whether members of more than one office are here. */
export function hasManyOffices(reader: Reader): boolean {
  return (
    reader.number(
      "SELECT (SELECT min(office) FROM identity.member) < (SELECT max(office) FROM identity.member)",
    ) === 1
  );
}

/** Members of other offices that share a digest with one of these, pair by pair, each once. */
export function listMatches(reader: Reader, lines: readonly number[]): { line: number; other: number }[] {
  const matching = (than: string) => `SELECT mine.line AS line, theirs.line AS other
    FROM identity.match_keys AS mine, json_each(mine.keys) AS digest, identity.match_key AS theirs
    WHERE mine.line IN (SELECT value FROM json_each(@lines))
      AND theirs.key = digest.value AND theirs.office ${than} mine.office`;
  return reader
    .all(`${matching("<")} UNION ${matching(">")} ORDER BY line, other`, { lines: JSON.stringify(lines) })
    .map(({ line, other }) => ({ line: Number(line), other: Number(other) }));
}

export interface StoredPair {
  readonly id: string;
  readonly one: string;
  readonly other: string;
  readonly reasons: readonly DuplicateReason[];
  readonly likelihood: number;
}

/** Pairs that nobody has settled yet, the likeliest first. */
export function listOpenPairs(reader: Reader): StoredPair[] {
  return reader
    .all("SELECT * FROM identity.duplicate WHERE state = 'open' ORDER BY likelihood DESC, id")
    .map((row) => ({
      id: String(row.id),
      one: String(row.one),
      other: String(row.other),
      reasons: JSON.parse(String(row.reasons)) as DuplicateReason[],
      likelihood: Number(row.likelihood),
    }));
}

/** Forgets the pairs of these members that nobody settled: they are looked for anew. @returns how many they were */
export function dropOpenPairs(door: NationalDoor, memberIds: readonly string[]): number {
  const ids = JSON.stringify(memberIds);
  return door.put(
    `DELETE FROM identity.duplicate WHERE state = 'open' AND (one IN (SELECT value FROM json_each(?))
       OR other IN (SELECT value FROM json_each(?)))`,
    [ids, ids],
  );
}

/**
 * A pair once, whichever of the two was looked at first; what a person called two women stays so.
 * @returns whether it was not there yet
 */
export function insertPair(
  door: NationalDoor,
  pair: { ids: readonly [string, string]; reasons: readonly DuplicateReason[]; likelihood: number },
): boolean {
  const [one = "", other = ""] = [...pair.ids].sort();
  const written = door.put(
    `INSERT INTO identity.duplicate (id, one, other, reasons, likelihood, state)
     VALUES (?, ?, ?, ?, ?, 'open') ON CONFLICT (id) DO NOTHING`,
    [`${one}+${other}`, one, other, JSON.stringify(pair.reasons), pair.likelihood],
  );
  return written === 1;
}

/** @returns whether there was such an open pair */
export function markDistinct(door: NationalDoor, id: string): boolean {
  const isOpen =
    door.get("SELECT 1 FROM identity.duplicate WHERE id = @id AND state = 'open'", { id }) !== undefined;
  door.run("UPDATE identity.duplicate SET state = 'distinct' WHERE id = @id", { id });
  return isOpen;
}
