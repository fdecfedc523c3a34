import type { CalendarDate, OfficeCode, OfficeScope } from "../../contract/primitives.ts";
import { AGE_BANDS, AGE_UNKNOWN } from "../../domain/reporting/ageBands.ts";
import type { Reader } from "../reader.ts";
import type { Row } from "../registry.ts";

/*
 * Measures that plain SQL counts are data: what is counted, on which day, of which office, divided by what. One evaluator
 * counts any of them for all spans in one statement, and lists the records behind one of them.
 *
 * In every piece of SQL the span that is counted for is there as `span.first` and `span.last` (days), and `span.bound`,
 * a day that the area's rules compute for it.
 */

export interface SqlSpan {
  readonly key: string;
  readonly first: CalendarDate;
  readonly last: CalendarDate;
  readonly bound?: CalendarDate;
}

/** What a measure is divided by; `join` comes in only when it is asked for. */
export interface SqlDivision {
  readonly sql: string;
  readonly join?: string;
}

/** How one record is named, and what its page is called by; the id of the page is null where it has none. */
export interface SqlRecord {
  readonly id: string;
  readonly label: string;
  /** Day, where the measure has none of its own. */
  readonly on?: string;
  readonly to:
    | "member"
    | "voucher"
    | "policy"
    | "claim"
    | "lease"
    | "premises"
    | "cohort"
    | "till"
    | "account";
  readonly toId: string;
  readonly join?: string;
}

export interface SqlMeasure {
  readonly name: string;
  /** A table expression before the statement, without `WITH`; the same one is there once. */
  readonly before?: string;
  /** Tables, the first of which is looked up for each span. */
  readonly from: string;
  /** The day on which it happened; null for what stands at the span's end, which `where` tells. */
  readonly day: string | null;
  readonly where?: string;
  /** What one row adds. */
  readonly value: string;
  /** Rows that have this in common are counted once, as 1. */
  readonly distinct?: string;
  /** The column that names the office. */
  readonly office: string;
  /** In an office's own register every row counts, also those that went to another office since. */
  readonly keepsThoseWhoWent?: true;
  readonly ageBand?: SqlDivision;
  readonly group?: SqlDivision;
  readonly donor?: SqlDivision;
  readonly record: SqlRecord;
}

export interface SqlPlace {
  /** An office or all of those that the reader holds. */
  readonly office: OfficeScope;
  /** An office's own register, not headquarters' copies. */
  readonly isOwn: boolean;
}

export type SqlBy = "office" | "ageBand" | "group" | "donor" | null;

export interface CountedValue {
  readonly measure: string;
  readonly span: string;
  readonly group: string;
  readonly value: number;
}

export interface ListedRecord {
  readonly id: string;
  readonly office: OfficeCode;
  readonly on: CalendarDate | null;
  readonly label: string;
  readonly value: number;
  readonly link: { readonly to: SqlRecord["to"]; readonly id: string } | null;
}

/**
 * The age band of a member on a day. Of a birth that is known by its year alone the age is the one that she reaches in
 * the year.
 */
export function ageBandOn(day: string, member = "member"): string {
  const birth = `${member}.birth_on`;
  const age = `(CAST(substr(${day}, 1, 4) AS INTEGER) - CAST(substr(${birth}, 1, 4) AS INTEGER)
    - (${member}.birth_kind = 'exact' AND substr(${day}, 6) < substr(${birth}, 6)))`;
  const cases = AGE_BANDS.map(({ key, to }) => `WHEN ${age} <= ${to} THEN '${key}'`).join(" ");
  return `CASE WHEN ${birth} IS NULL THEN '${AGE_UNKNOWN}' ${cases} ELSE '${AGE_UNKNOWN}' END`;
}

function divisionOf(measure: SqlMeasure, by: SqlBy, { isOwn }: SqlPlace): SqlDivision {
  if (by === null) return { sql: "''" };
  if (by === "office") return { sql: isOwn ? "@office" : measure.office };
  const division = measure[by];
  if (division === undefined) throw new Error(`${measure.name} is not divided by ${by}`);
  return division;
}

function conditionsOf(measure: SqlMeasure, place: SqlPlace): string {
  const isOfOne = place.office !== "all" && !(place.isOwn && measure.keepsThoseWhoWent === true);
  const conditions = [
    ...(measure.day === null ? [] : [`${measure.day} BETWEEN span.first AND span.last`]),
    ...(isOfOne ? [`${measure.office} = @office`] : []),
    ...(measure.where === undefined ? [] : [`(${measure.where})`]),
  ];
  return conditions.length === 0 ? "1" : conditions.join(" AND ");
}

/** The spans that are counted for, as a table expression over the parameter `@spans`. */
export const SPAN = `span (key, first, last, bound) AS MATERIALIZED (
  SELECT value ->> 'key', value ->> 'first', value ->> 'last', value ->> 'bound' FROM json_each(@spans))`;

/** What goes before: each expression once, however many measures need it. */
function beginning(measures: readonly SqlMeasure[]): string {
  const expressions = measures.flatMap(({ before }) => (before === undefined ? [] : [before]));
  return `WITH ${[SPAN, ...new Set(expressions)].join(",\n")}`;
}

function paramsFor(sql: string, spans: readonly SqlSpan[], office: OfficeScope): Record<string, string> {
  return { spans: JSON.stringify(spans), ...(sql.includes("@office") ? { office } : {}) };
}

/** What counts one measure. What is not divided is added up span by span, without anything to be sorted. */
function countOf(measure: SqlMeasure, by: SqlBy, place: SqlPlace): string {
  const { name, distinct, from } = measure;
  const value = distinct === undefined ? `sum(${measure.value})` : `count(DISTINCT ${distinct})`;
  const where = conditionsOf(measure, place);
  if (by === null)
    return `SELECT '${name}' AS measure, span.key AS span, '' AS part, (SELECT ${value} FROM ${from} WHERE ${where}) AS value
      FROM span`;
  const { sql, join = "" } = divisionOf(measure, by, place);
  return `SELECT '${name}' AS measure, span.key AS span, ${sql} AS part, ${value} AS value
    FROM span CROSS JOIN ${from} ${join} WHERE ${where} GROUP BY 2, 3`;
}

/** Counts measures of all spans at once. Groups and spans in which there is nothing are left out. */
export function countMeasures(
  reader: Reader,
  measures: readonly SqlMeasure[],
  asked: { readonly place: SqlPlace; readonly spans: readonly SqlSpan[]; readonly by: SqlBy },
): CountedValue[] {
  const { place, spans, by } = asked;
  if (measures.length === 0 || spans.length === 0) return [];
  const sql = `${beginning(measures)}\n${measures.map((one) => countOf(one, by, place)).join("\nUNION ALL\n")}`;
  return reader
    .all(sql, paramsFor(sql, spans, place.office))
    .filter(({ value }) => value !== null)
    .map((row) => ({
      measure: String(row.measure),
      span: String(row.span),
      group: String(row.part ?? ""),
      value: Number(row.value),
    }));
}

function recordFromRow(row: Row, to: SqlRecord["to"]): ListedRecord {
  return {
    id: String(row.id),
    office: String(row.office),
    on: row.on_day === null ? null : String(row.on_day),
    label: String(row.label ?? ""),
    value: Number(row.value),
    link: row.to_id === null ? null : { to, id: String(row.to_id) },
  };
}

/** What adds up to a measure of one span, and of one group where it is divided. What adds nothing is left out. */
export function listRecords(
  reader: Reader,
  measure: SqlMeasure,
  asked: { readonly place: SqlPlace; readonly span: SqlSpan; readonly by: SqlBy; readonly key: string },
): ListedRecord[] {
  const { place, span, by, key } = asked;
  const { record, distinct } = measure;
  const division = divisionOf(measure, by, place);
  const joins = [...new Set([division.join ?? "", record.join ?? ""])].join(" ");
  const day = record.on ?? measure.day ?? "NULL";
  const ofGroup = by === null ? "" : `AND coalesce(${division.sql}, '') = @key`;
  const [value, once] = distinct === undefined ? [measure.value, ""] : ["1", `GROUP BY ${distinct}`];
  const sql = `${beginning([measure])}
    SELECT ${record.id} AS id, ${measure.office} AS office, ${day} AS on_day, ${record.label} AS label,
      ${value} AS value, ${record.toId} AS to_id
    FROM span CROSS JOIN ${measure.from} ${joins} WHERE ${conditionsOf(measure, place)} ${ofGroup}
      AND ${value} <> 0 ${once} ORDER BY 3, 4, 1`;
  const params = { ...paramsFor(sql, [span], place.office), ...(by === null ? {} : { key }) };
  return reader.all(sql, params).map((row) => recordFromRow(row, record.to));
}
