import type { CalendarDate, OfficeCode, OfficeScope } from "../../contract/primitives.ts";
import type { BothLanguages, Breakdown } from "../../contract/reportingTerms.ts";
import type { RecordLink } from "../../contract/reportingViews.ts";
import type { Reader } from "../../data/reader.ts";
import type { DaySpan } from "../../domain/reporting/periods.ts";
import type { Call } from "../call.ts";

/*
 * What an area can count. The engine asks each source once for all its measures and all spans; months are spans like
 * any others, so a source never sees a breakdown by month.
 */

export type MeasuredBy = Exclude<Breakdown, "month">;

/** Days, both included, under a name of the engine's. What stands on a day is measured at the end of `to`. */
export interface NamedSpan extends DaySpan {
  readonly key: string;
}

/** Where measures are taken: the own register, or headquarters' copies of one office or of all. */
export interface MeasuredPlace {
  readonly call: Call;
  readonly reader: Reader;
  readonly office: OfficeScope;
  /** The own register. */
  readonly isOwn: boolean;
  /** Stands for one reading of the place: what one question reads serves the next. Nothing is written meanwhile. */
  readonly reading?: object;
}

export interface MeasureRequest extends MeasuredPlace {
  readonly measures: readonly string[];
  readonly spans: readonly NamedSpan[];
  /** Null for whole figures. */
  readonly by: MeasuredBy | null;
}

export interface Measured {
  readonly measure: string;
  /** The key of its span. */
  readonly span: string;
  /** The key of its group; empty for the whole figure. */
  readonly group: string;
  readonly value: number;
}

/** One record or voucher that a measure counted. */
export interface CountedRecord {
  readonly id: string;
  readonly office: OfficeCode;
  readonly on: CalendarDate | null;
  readonly label: string;
  readonly value: number;
  readonly link: RecordLink | null;
}

export interface RecordRequest extends MeasuredPlace {
  readonly measure: string;
  readonly span: NamedSpan;
  readonly by: MeasuredBy | null;
  /** The group's; empty for the whole figure. */
  readonly key: string;
}

export interface MeasureSource {
  /** Names of what it counts, as formulas use them. */
  readonly measures: readonly string[];
  /** Groups in which nothing was counted may be left out: they are nought. */
  measure(request: MeasureRequest): Measured[];
  /** What adds up to one measure of one span and group, in the order of a list. */
  records(request: RecordRequest): CountedRecord[];
  /** What groups are called that records name: plans, accounts, projects. Others the catalogue names. */
  groupNames?(place: MeasuredPlace, by: MeasuredBy): ReadonlyMap<string, BothLanguages>;
}
