import type { MemberFilter, MemberSort, MembershipStatus } from "../contract/membership.ts";
import type { CalendarDate, MemberNumber } from "../contract/primitives.ts";
import { foldText } from "../domain/names/foldText.ts";
import { birthFromColumns } from "./memberRecord.ts";
import type { Reader } from "./reader.ts";
import type { Row, Scalar } from "./registry.ts";

/** A line of a list; `paidUntil` comes from her terms, the status is computed by the caller. */
export interface ListedMember {
  readonly id: string;
  readonly number: string;
  readonly surname: string;
  readonly firstNames: string;
  readonly alsoKnownAs: string;
  readonly birth: ReturnType<typeof birthFromColumns>;
  readonly phone: string;
  readonly locality: string;
  readonly joinedOn: CalendarDate;
  readonly leftOn: CalendarDate | null;
  readonly leftReason: string | null;
  readonly paidUntil: CalendarDate | null;
  readonly photoSha256: string | null;
}

/** The days that a status depends on, computed by the rules for today. */
export interface StatusDays {
  readonly today: CalendarDate;
  /** The earliest end of a term that is still within grace. */
  readonly graceFrom: CalendarDate;
}

export interface ListWindow {
  readonly sort: MemberSort;
  readonly descending: boolean;
  readonly offset: number;
  readonly limit: number;
}

const PAID_UNTIL = "(SELECT max(ends_on) FROM term WHERE term.member_id = member.id)";

const STATUS = `CASE
  WHEN left_on <= @today THEN CASE left_reason WHEN 'deceased' THEN 'deceased' ELSE 'left' END
  WHEN ${PAID_UNTIL} IS NULL THEN 'new'
  WHEN ${PAID_UNTIL} >= @today THEN 'current'
  WHEN ${PAID_UNTIL} >= @graceFrom THEN 'grace'
  ELSE 'expired' END`;

const ORDER: Readonly<Record<MemberSort, string>> = {
  name: "sort_name *, number *",
  number: "office *, number *",
  joinedOn: "joined_on *, sort_name *",
  paidUntil: "paid_until *, sort_name *",
  locality: "locality *, sort_name *",
};

const COLUMNS = `id, number, surname, first_names, also_known_as, birth_kind, birth_on, phone, locality, joined_on,
  left_on, left_reason, photo_sha256, ${PAID_UNTIL} AS paid_until`;

/** Two zeros may begin a counter (`00042`) or stand for the `+` of a phone, which is kept without it. */
function prefixOf(word: string): string {
  const withoutZeros = /^00(\d+)$/.exec(word)?.[1];
  return withoutZeros === undefined ? `"${word}"*` : `("${word}"* OR "${withoutZeros}"*)`;
}

/**
 * What a person typed as an FTS5 query: every word a prefix, in any order; digits that follow each other are one
 * phone or number however they are spaced (`76 12 34`, `00042-6`). Empty when there is no word in it.
 */
export function searchQuery(text: string): string {
  const words = foldText(text).replace(/(?<=(?:^| )\d+) (?=\d+(?: |$))/g, "");
  return words === "" ? "" : words.split(" ").map(prefixOf).join(" AND ");
}

/** The FTS5 query for exactly this number. */
export function numberQuery(number: MemberNumber): string {
  return `"${number.replaceAll("-", "").toLowerCase()}"`;
}

function conditions(
  filter: MemberFilter,
  days: StatusDays,
): { where: string; params: Record<string, Scalar> } {
  const where = ["merged_into IS NULL", "erased_at IS NULL"];
  const params: Record<string, Scalar> = {};
  const match = searchQuery(filter.text);
  if (match !== "") {
    where.push("line IN (SELECT rowid FROM member_search WHERE member_search MATCH @match)");
    params.match = match;
  } else if (filter.text.trim() !== "") where.push("FALSE");
  if (filter.statuses.length > 0) {
    where.push(`${STATUS} IN (SELECT value FROM json_each(@statuses))`);
    params.statuses = JSON.stringify(filter.statuses);
    params.today = days.today;
    params.graceFrom = days.graceFrom;
  }
  if (filter.locality !== null) {
    where.push("locality = @locality");
    params.locality = filter.locality;
  }
  if (filter.withoutPhoto) where.push("photo_sha256 IS NULL");
  if (filter.withoutConsent) where.push("consent_signed = 0");
  if (filter.endingWithinDays !== null) {
    where.push(`left_on IS NULL AND ${PAID_UNTIL} BETWEEN @today AND date(@today, '+' || @days || ' days')`);
    params.days = filter.endingWithinDays;
    params.today = days.today;
  }
  return { where: where.join(" AND "), params };
}

function listedFromRow(row: Row): ListedMember {
  const textOrNull = (value: unknown) => (value === null ? null : String(value));
  return {
    id: String(row.id),
    number: String(row.number),
    surname: String(row.surname),
    firstNames: String(row.first_names),
    alsoKnownAs: String(row.also_known_as),
    birth: birthFromColumns(row),
    phone: String(row.phone),
    locality: String(row.locality),
    joinedOn: String(row.joined_on),
    leftOn: textOrNull(row.left_on),
    leftReason: textOrNull(row.left_reason),
    paidUntil: textOrNull(row.paid_until),
    photoSha256: textOrNull(row.photo_sha256),
  };
}

export function listMembers(
  reader: Reader,
  filter: MemberFilter,
  days: StatusDays,
  window: ListWindow,
): ListedMember[] {
  const { where, params } = conditions(filter, days);
  const order = ORDER[window.sort].replaceAll("*", window.descending ? "DESC" : "ASC");
  return reader
    .all(`SELECT ${COLUMNS} FROM member WHERE ${where} ORDER BY ${order} LIMIT @limit OFFSET @offset`, {
      ...params,
      limit: window.limit,
      offset: window.offset,
    })
    .map(listedFromRow);
}

export function countMembers(reader: Reader, filter: MemberFilter, days: StatusDays): number {
  const { where, params } = conditions(filter, days);
  const isSearchAlone =
    where ===
    "merged_into IS NULL AND erased_at IS NULL AND line IN (SELECT rowid FROM member_search WHERE member_search MATCH @match)";
  // Merged and erased records stand in no index, so the index alone can count.
  if (isSearchAlone)
    return reader.number("SELECT count(*) FROM member_search WHERE member_search MATCH @match", params);
  return reader.number(`SELECT count(*) FROM member WHERE ${where}`, params);
}

export function readListed(reader: Reader, id: string): ListedMember | undefined {
  const row = reader.get(`SELECT ${COLUMNS} FROM member WHERE id = @id`, { id });
  return row === undefined ? undefined : listedFromRow(row);
}

export function countByStatus(reader: Reader, days: StatusDays): Map<MembershipStatus, number> {
  const rows = reader.all(
    `SELECT ${STATUS} AS status, count(*) AS members FROM member
     WHERE merged_into IS NULL AND erased_at IS NULL GROUP BY 1`,
    { today: days.today, graceFrom: days.graceFrom },
  );
  return new Map(rows.map((row) => [String(row.status) as MembershipStatus, Number(row.members)]));
}

export function listLocalities(reader: Reader): { name: string; members: number }[] {
  return reader
    .all(
      `SELECT locality AS name, count(*) AS members FROM member
       WHERE locality <> '' AND merged_into IS NULL AND erased_at IS NULL GROUP BY locality ORDER BY locality`,
    )
    .map((row) => ({ name: String(row.name), members: Number(row.members) }));
}
