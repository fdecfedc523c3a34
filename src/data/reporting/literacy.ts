import type { BirthDate } from "../../contract/membership.ts";
import { birthFromColumns } from "../memberRecord.ts";
import type { Reader } from "../reader.ts";

/** When members were born, by the ids that records name; who was merged has the birth of the record that stands. */
export function listBirths(reader: Reader, memberIds: readonly string[]): ReadonlyMap<string, BirthDate> {
  const rows = reader.all(
    `SELECT noted.id, her.birth_kind, her.birth_on FROM member AS noted
       JOIN member AS her ON her.id = coalesce(noted.merged_into, noted.id)
     WHERE noted.id IN (SELECT value FROM json_each(@ids))`,
    { ids: JSON.stringify(memberIds) },
  );
  return new Map(
    rows.flatMap((row) => {
      const birth = birthFromColumns(row);
      return birth === null ? [] : [[String(row.id), birth]];
    }),
  );
}

export function listVoucherNumbers(reader: Reader, ids: readonly string[]): ReadonlyMap<string, string> {
  const rows = reader.all("SELECT id, number FROM voucher WHERE id IN (SELECT value FROM json_each(@ids))", {
    ids: JSON.stringify(ids),
  });
  return new Map(rows.map((row) => [String(row.id), String(row.number)]));
}
