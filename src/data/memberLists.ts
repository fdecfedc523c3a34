import type { MemberFilter, MemberSort, MembershipStatus } from "../contract/membership.ts";
import type { CalendarDate, MemberNumber, OfficeScope } from "../contract/primitives.ts";
import { foldText } from "../domain/names/foldText.ts";
import { birthFromColumns } from "./memberRecord.ts";
import type { Reader } from "./reader.ts";
import type { Row, Scalar } from "./registry.ts";

/** A line of a list; `paidUntil` comes from her terms, the status is computed by the caller. */
export interface ListedMember {
  readonly id: string;
  readonly office: string;
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

/**
 * What tells until when she is paid: her terms; or her cards, which end with them, for who may not read what was paid
 * (at headquarters, without the tier `finance`).
 */
export type PaidBy = "term" | "card";

/** The days that a status depends on, computed by the rules for today. */
export interface StatusDays {
  readonly today: CalendarDate;
  /** The earliest end of a term that is still within grace. */
  readonly graceFrom: CalendarDate;
  /** `term` when left out. */
  readonly paidBy?: PaidBy;
}

export interface ListWindow {
  readonly sort: MemberSort;
  readonly descending: boolean;
  readonly offset: number;
  readonly limit: number;
}

const PAID_UNTIL = "(SELECT max(ends_on) FROM term WHERE term.member_id = member.id AND voided = 0)";
const PAID_UNTIL_BY: Readonly<Record<PaidBy, string>> = {
  term: PAID_UNTIL,
  card: "(SELECT max(valid_until) FROM card WHERE card.member_id = member.id)",
};
/** The statement as it reads for whoever asks. */
const paidBy = (sql: string, by: PaidBy = "term") =>
  by === "term" ? sql : sql.replaceAll(PAID_UNTIL, PAID_UNTIL_BY[by]);

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
  paidUntil: `${PAID_UNTIL} *, sort_name *`,
  locality: "locality *, sort_name *",
};

/** Indexes that hold members in the order of a list. */
const IN_ORDER: Readonly<Record<MemberSort, string | null>> = {
  name: "member_by_name",
  number: "member_by_number",
  joinedOn: "member_by_joined",
  paidUntil: null,
  locality: "member_by_locality",
};

/** Merged and erased records are in no list. */
const LIVING = "merged_into IS NULL AND erased_at IS NULL";
/**
 * Records are never deleted, so the last line is their number; an index holds the few that are in no list. That is so
 * in an office's own register; headquarters' copies of all offices have gaps.
 */
const COUNT_LIVING = `SELECT (SELECT coalesce(max(line), 0) FROM member)
  - (SELECT count(*) FROM member WHERE merged_into IS NOT NULL OR erased_at IS NOT NULL)`;
const MATCHING = "SELECT rowid FROM member_search WHERE member_search MATCH @match";
/** From so many finds on a page is sooner found by walking through the members in order than by sorting the finds. */
const BROAD = 1_000;

const COLUMNS = `id, office, number, surname, first_names, also_known_as, birth_kind, birth_on, phone, locality, joined_on,
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

interface Conditions {
  readonly where: string;
  readonly params: Record<string, Scalar>;
  /** Nothing but words is asked for. */
  readonly isSearchAlone: boolean;
}

function conditions(filter: MemberFilter, days: StatusDays): Conditions {
  const where: string[] = [];
  const params: Record<string, Scalar> = {};
  if (filter.office !== undefined && filter.office !== "all") {
    where.push("office = @office");
    params.office = filter.office;
  }
  const match = searchQuery(filter.text);
  if (match !== "") {
    // The search index holds no merged and no erased record.
    where.push(`line IN (${MATCHING})`);
    params.match = match;
  } else where.push(filter.text.trim() === "" ? LIVING : "FALSE");
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
  return { where: where.join(" AND "), params, isSearchAlone: match !== "" && where.length === 1 };
}

function listedFromRow(row: Row): ListedMember {
  const textOrNull = (value: unknown) => (value === null ? null : String(value));
  return {
    id: String(row.id),
    office: String(row.office),
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

/** The finds of a search while they are few: the page and their number then cost one search. */
function readFew(reader: Reader, params: Record<string, Scalar>): { lines: string; count: number } | null {
  const sql = `SELECT json_group_array(rowid) AS lines, count(*) AS count FROM (${MATCHING} LIMIT ${BROAD})`;
  const row = reader.get(sql, params);
  const count = Number(row?.count);
  return count === BROAD ? null : { lines: String(row?.lines), count };
}

/** The page is chosen first: what a line shows is read for its lines only. */
function listWhere(
  reader: Reader,
  from: string,
  params: Record<string, Scalar>,
  window: ListWindow & { readonly by: PaidBy | undefined },
) {
  const order = ORDER[window.sort].replaceAll("*", window.descending ? "DESC" : "ASC");
  const page = `SELECT line FROM member ${from} ORDER BY ${order} LIMIT @limit OFFSET @offset`;
  const sql = `SELECT ${COLUMNS} FROM member WHERE line IN (${page}) ORDER BY ${order}`;
  return reader
    .all(paidBy(sql, window.by), { ...params, limit: window.limit, offset: window.offset })
    .map(listedFromRow);
}

/**
 * A page of a list, and how many lines the whole list has. In all three lists `filter.office` is left out for an
 * office's own register, and there (`all` or a code) where the reader holds several offices'.
 */
export function readMemberPage(
  reader: Reader,
  filter: MemberFilter,
  days: StatusDays,
  window: ListWindow,
): { rows: ListedMember[]; total: number } {
  const { where, params, isSearchAlone } = conditions(filter, days);
  const few = isSearchAlone ? readFew(reader, params) : null;
  const order = { ...window, by: days.paidBy };
  if (few !== null) {
    const from = "WHERE line IN (SELECT value FROM json_each(@lines))";
    return { rows: listWhere(reader, from, { lines: few.lines }, order), total: few.count };
  }
  const index = IN_ORDER[window.sort];
  const walk = isSearchAlone && index !== null ? `INDEXED BY ${index}` : "";
  const rows = listWhere(reader, `${walk} WHERE ${where}`, params, order);
  const isWhole = window.offset === 0 && rows.length < window.limit;
  return { rows, total: isWhole ? rows.length : countMembers(reader, filter, days) };
}

/** All lines of a list. */
export function listMembers(
  reader: Reader,
  filter: MemberFilter,
  days: StatusDays,
  order: Pick<ListWindow, "sort" | "descending">,
): ListedMember[] {
  const { where, params } = conditions(filter, days);
  // SQLite takes -1 for "no limit".
  return listWhere(reader, `WHERE ${where}`, params, { ...order, offset: 0, limit: -1, by: days.paidBy });
}

export function countMembers(reader: Reader, filter: MemberFilter, days: StatusDays): number {
  const { where, params, isSearchAlone } = conditions(filter, days);
  if (isSearchAlone) return reader.number(`SELECT count(*) FROM (${MATCHING})`, params);
  if (where === LIVING && filter.office === undefined) return reader.number(COUNT_LIVING);
  return reader.number(paidBy(`SELECT count(*) FROM member WHERE ${where}`, days.paidBy), params);
}

export function readListed(reader: Reader, id: string, by: PaidBy = "term"): ListedMember | undefined {
  const row = reader.get(paidBy(`SELECT ${COLUMNS} FROM member WHERE id = @id`, by), { id });
  return row === undefined ? undefined : listedFromRow(row);
}

export interface StatusFigures {
  readonly members: number;
  readonly withoutPhoto: number;
  readonly withoutConsent: number;
  /** Still here, and paid until a day from today to `endingBy`. */
  readonly endingSoon: number;
}

/** What the first page counts, by status, in one walk over all members. @param endingBy the last day of "soon" */
export function readStatusFigures(
  reader: Reader,
  days: StatusDays,
  endingBy: CalendarDate,
): Map<MembershipStatus, StatusFigures> {
  // Materialized: otherwise her last term is looked up anew for each mention of it.
  const rows = reader.all(
    `WITH standing AS MATERIALIZED (
       SELECT left_on, left_reason, photo_sha256, consent_signed, ${PAID_UNTIL} AS paid_until FROM member WHERE ${LIVING})
     SELECT ${STATUS.replaceAll(PAID_UNTIL, "paid_until")} AS status, count(*) AS members,
       sum(photo_sha256 IS NULL) AS without_photo, sum(consent_signed = 0) AS without_consent,
       coalesce(sum(left_on IS NULL AND paid_until BETWEEN @today AND @endingBy), 0) AS ending_soon
     FROM standing GROUP BY 1`,
    { today: days.today, graceFrom: days.graceFrom, endingBy },
  );
  return new Map(
    rows.map((row) => [
      String(row.status) as MembershipStatus,
      {
        members: Number(row.members),
        withoutPhoto: Number(row.without_photo),
        withoutConsent: Number(row.without_consent),
        endingSoon: Number(row.ending_soon),
      },
    ]),
  );
}

export function listLocalities(
  reader: Reader,
  office: OfficeScope | undefined,
): { name: string; members: number }[] {
  const isOne = office !== undefined && office !== "all";
  return reader
    .all(
      `SELECT locality AS name, count(*) AS members FROM member
       WHERE locality <> '' AND ${LIVING}${isOne ? " AND office = @office" : ""} GROUP BY locality ORDER BY locality`,
      isOne ? { office } : {},
    )
    .map((row) => ({ name: String(row.name), members: Number(row.members) }));
}
