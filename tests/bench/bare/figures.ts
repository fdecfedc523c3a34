import type SQLite from "better-sqlite3";
import type { CalendarDate } from "../../../src/contract/primitives.ts";

/*
 * The dashboard's figures by statements of one's own, in the library alone. They rest on what the bench's offices have:
 * one office in a register, no record merged, cards paid at their sale, rents by month without charges, classes that
 * run to their end, one plan.
 */

export interface BareSpan {
  readonly key: string;
  readonly first: CalendarDate;
  readonly last: CalendarDate;
}

export interface BareAsked {
  /** Oldest first; the last of them is the period, the one before it the period that it is compared with. */
  readonly months: readonly BareSpan[];
  readonly span: BareSpan;
  readonly before: BareSpan;
  /** Who had paid up to this day or later is still in her time of grace. */
  readonly graceFrom: CalendarDate;
}

/** What was counted, under `measure`, the span's key, and the group: `office KTL`, or nothing. */
export interface BareCounts {
  put(measure: string, span: string, value: unknown, group?: string): void;
}

/** One area: statements prepared once, asked at each request. */
export type BareArea = (connection: SQLite.Database, isNational: boolean) => BareCounting;
export type BareCounting = (asked: BareAsked, counts: BareCounts) => void;

/** A row of the statements below: a month or a group, and what it comes to. */
export interface BareRow {
  readonly key: string;
  readonly value: number;
  readonly other: number;
}

export const MONTHS = `month (key, first, last) AS MATERIALIZED (
  SELECT value ->> 'key', value ->> 'first', value ->> 'last' FROM json_each(@months))`;

export const monthsOf = ({ months }: BareAsked) => ({ months: JSON.stringify(months) });

export const outermost = ({ months, span }: BareAsked) => ({
  from: months[0]?.first ?? span.first,
  to: span.last,
});

export function rowsOf(statement: SQLite.Statement, params: Record<string, string>): BareRow[] {
  return statement.all(params) as BareRow[];
}
