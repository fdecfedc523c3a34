import { numberQuery } from "./memberLists.ts";
import type { Reader } from "./reader.ts";
import { type EntityName, entityOf, type Scalar } from "./registry.ts";

/** What SQLite itself finds wrong with the file. */
export function listFileFaults(reader: Reader): string[] {
  return reader
    .all("PRAGMA integrity_check(20)")
    .map((row) => String(row.integrity_check))
    .filter((line) => line !== "ok");
}

export function listBrokenReferences(reader: Reader): string[] {
  return reader.all("PRAGMA foreign_key_check").map((row) => `${row.table} → ${row.parent}`);
}

/** A record's columns as canonical JSON: names sorted, as RFC 8785 has them for such flat values. */
function canonicalOf(row: Readonly<Record<string, Scalar>>, columns: readonly string[]): string {
  const pairs = [...columns]
    .sort()
    .map((column) => `${JSON.stringify(column)}:${JSON.stringify(row[column] ?? null)}`);
  return `{${pairs.join(",")}}`;
}

/** Every record of an entity with its shareable and local values as the journal writes them. */
export function* readRecordValues(
  reader: Reader,
  name: EntityName,
): Generator<{ id: string; shared: string; local: string | null }> {
  const { table, shared, local } = entityOf(name);
  for (const row of reader.each(`SELECT ${[...shared, ...local].join(", ")} FROM ${table}`)) {
    yield {
      id: String(row.id),
      shared: canonicalOf(row, shared),
      local: local.length === 0 ? null : canonicalOf(row, local),
    };
  }
}

/**
 * An entry's shareable values as canonical JSON, with what the columns stand for that came after it was written: an
 * entry is never changed, so one from an earlier version does not name them.
 */
export function withAddedColumns(name: EntityName, values: string): string {
  const { added } = entityOf(name);
  if (added === undefined) return values;
  const row = { ...added, ...(JSON.parse(values) as Record<string, Scalar>) };
  return canonicalOf(row, Object.keys(row));
}

export function listMisnumbered(reader: Reader, isRight: (number: string) => boolean): string[] {
  return reader
    .all("SELECT number FROM member")
    .map((row) => String(row.number))
    .filter((number) => !isRight(number));
}

/** Members whom the search index does not find by their own number, and lines of the index that are nobody's. */
export function listMissingFromSearch(reader: Reader): string[] {
  const members = reader.all(
    "SELECT line, number FROM member WHERE merged_into IS NULL AND erased_at IS NULL",
  );
  const missing = members
    .filter(({ line, number }) => {
      const sql = "SELECT count(*) FROM member_search WHERE member_search MATCH @match AND rowid = @line";
      return reader.number(sql, { match: numberQuery(String(number)), line: line ?? null }) !== 1;
    })
    .map(({ number }) => String(number));
  const extra = reader.number(
    `SELECT count(*) FROM member_search_docsize WHERE id NOT IN
       (SELECT line FROM member WHERE merged_into IS NULL AND erased_at IS NULL)`,
  );
  return extra === 0 ? missing : [...missing, `${extra} lines of the index belong to nobody`];
}

export function countRecords(reader: Reader): { members: number; vouchers: number } {
  return {
    members: reader.number("SELECT count(*) FROM member WHERE merged_into IS NULL AND erased_at IS NULL"),
    vouchers: reader.number("SELECT count(*) FROM voucher"),
  };
}
