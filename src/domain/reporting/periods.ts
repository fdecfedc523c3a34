import type { CalendarDate } from "../../contract/primitives.ts";
import type { PeriodKind, PeriodName, ReportedSpan } from "../../contract/reportingTerms.ts";
import {
  addDays,
  addToMonth,
  daysBetween,
  firstDayOf,
  lastDayOfMonth,
  monthOf,
  monthsBetween,
} from "../calendar.ts";

/*
 * Months, quarters and fiscal years by name. A fiscal year is called by the calendar year in which it begins; its
 * quarters count from its first month. With a year that begins in July, `2026-Q1` is July to September 2026.
 */

/** Days, both included. */
export interface DaySpan {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
}

/** Months, both included, `YYYY-MM`. */
export interface MonthSpan {
  readonly from: string;
  readonly to: string;
}

const QUARTER_MONTHS = 3;
const YEAR_MONTHS = 12;

export function kindOf(period: PeriodName): PeriodKind {
  if (period.length === 4) return "year";
  return period[5] === "Q" ? "quarter" : "month";
}

function fiscalMonth(year: string, index: number, fiscalStart: number): string {
  return addToMonth(`${year}-01`, fiscalStart - 1 + index);
}

/** The months of a period. @param fiscalStart 1 to 12, the month in which the fiscal year begins */
export function monthsIn(period: PeriodName, fiscalStart: number): MonthSpan {
  const year = period.slice(0, 4);
  const kind = kindOf(period);
  if (kind === "month") return { from: period, to: period };
  if (kind === "year") {
    const from = fiscalMonth(year, 0, fiscalStart);
    return { from, to: addToMonth(from, YEAR_MONTHS - 1) };
  }
  const from = fiscalMonth(year, (Number(period[6]) - 1) * QUARTER_MONTHS, fiscalStart);
  return { from, to: addToMonth(from, QUARTER_MONTHS - 1) };
}

/** The names of a span's months, oldest first. */
export function monthNames({ from, to }: MonthSpan): string[] {
  return Array.from({ length: Math.max(0, monthsBetween(from, to) + 1) }, (_, index) =>
    addToMonth(from, index),
  );
}

export function daysIn(period: PeriodName, fiscalStart: number): DaySpan {
  const { from, to } = monthsIn(period, fiscalStart);
  return { from: firstDayOf(from), to: lastDayOfMonth(to) };
}

/** The fiscal year that a month belongs to, by the calendar year in which it begins. */
export function fiscalYearOf(month: string, fiscalStart: number): number {
  return Number(addToMonth(month, 1 - fiscalStart).slice(0, 4));
}

/** The period of a kind that holds a day. */
export function periodOn(day: CalendarDate, kind: PeriodKind, fiscalStart: number): PeriodName {
  const month = monthOf(day);
  if (kind === "month") return month;
  const year = String(fiscalYearOf(month, fiscalStart));
  if (kind === "year") return year;
  const index = monthsBetween(fiscalMonth(year, 0, fiscalStart), month);
  return `${year}-Q${Math.floor(index / QUARTER_MONTHS) + 1}`;
}

/** The period of the same kind so many periods later; earlier when negative. */
export function shiftPeriod(period: PeriodName, by: number): PeriodName {
  const kind = kindOf(period);
  if (kind === "month") return addToMonth(period, by);
  const year = Number(period.slice(0, 4));
  if (kind === "year") return String(year + by).padStart(4, "0");
  const count = year * 4 + Number(period[6]) - 1 + by;
  return `${String(Math.floor(count / 4)).padStart(4, "0")}-Q${(((count % 4) + 4) % 4) + 1}`;
}

export const periodBefore = (period: PeriodName): PeriodName => shiftPeriod(period, -1);

/** A period as far as it has come: it ends today while its last day is to come. */
export function spanOf(period: PeriodName, today: CalendarDate, fiscalStart: number): ReportedSpan {
  const { from, to } = daysIn(period, fiscalStart);
  const partial = from <= today && today < to;
  return { name: period, from, to: partial ? today : to, partial };
}

/**
 * What a period is compared with: the one before, and of a period that is not over as many of its first days, so that
 * half a month is not held against a whole one. Figures of a day (a stock) are then those of the same day.
 */
export function comparedSpan(span: ReportedSpan, fiscalStart: number): ReportedSpan {
  const name = periodBefore(span.name);
  const { from, to } = daysIn(name, fiscalStart);
  if (!span.partial) return { name, from, to, partial: false };
  const end = addDays(from, daysBetween(span.from, span.to));
  return { name, from, to: end < to ? end : to, partial: true };
}

/** Whether a period's last day has passed or is today. */
export function isOver(period: PeriodName, today: CalendarDate, fiscalStart: number): boolean {
  return daysIn(period, fiscalStart).to <= today;
}

/** The latest period of a kind whose last day has passed. */
export function lastOver(kind: PeriodKind, today: CalendarDate, fiscalStart: number): PeriodName {
  return periodBefore(periodOn(today, kind, fiscalStart));
}

/**
 * A fiscal year's target for a period: what flows is shared out by months, what stands or is a rate is the same all year.
 * A period that is not over is held against its whole target.
 * @returns null for a target of another year
 */
export function targetFor(
  target: { readonly year: number; readonly value: number },
  period: PeriodName,
  about: { readonly flows: boolean; readonly fiscalStart: number },
): number | null {
  const { from, to } = monthsIn(period, about.fiscalStart);
  if (fiscalYearOf(from, about.fiscalStart) !== target.year) return null;
  if (!about.flows) return target.value;
  return Math.round((target.value * (monthsBetween(from, to) + 1)) / YEAR_MONTHS);
}
