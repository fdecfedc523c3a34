import type {
  Correction,
  PeriodName,
  ReportContent,
  ReportTable,
  Shown,
} from "../../contract/reportingTerms.ts";
import { indicatorOf } from "./catalogue/catalogue.ts";
import { daysIn, fiscalYearOf, monthsIn } from "./periods.ts";

/*
 * What arrives after a report was issued is told as a correction: the issued figure stays, and the next report says what
 * the records say since.
 */

/** A report as it was issued. */
export interface IssuedContent {
  readonly reportId: string;
  readonly number: string;
  readonly content: ReportContent;
}

type Measured = Pick<ReportContent, "figures" | "tables">;

/** A group in which nothing was counted has no line. */
function cellAt(table: ReportTable, key: string): Shown {
  const cell = table.rows.find((row) => row.key === key)?.cells[0];
  return cell ?? { value: indicatorOf(table.code)?.nature === "rate" ? null : 0, masked: false };
}

/** Two values that are both shown and are not the same. */
function differ(was: Shown, is: Shown): boolean {
  return !was.masked && !is.masked && was.value !== is.value;
}

function figureCorrections({ reportId, number, content }: IssuedContent, now: Measured): Correction[] {
  const about = { reportId, number, period: content.key.period, key: null, label: null };
  return content.figures.flatMap(({ code, now: was }): Correction[] => {
    const is = now.figures.find((figure) => figure.code === code)?.now;
    if (is === undefined || !differ(was, is)) return [];
    return [{ ...about, code, was: was.value, is: is.value }];
  });
}

function tableCorrections(issued: IssuedContent, table: ReportTable, now: ReportTable): Correction[] {
  const { reportId, number, content } = issued;
  const labels = new Map([...table.rows, ...now.rows].map(({ key, label }) => [key, label]));
  return [...labels].flatMap(([key, label]): Correction[] => {
    const was = cellAt(table, key);
    const is = cellAt(now, key);
    if (!differ(was, is)) return [];
    const about = { reportId, number, period: content.key.period, code: table.code };
    return [{ ...about, key, label, was: was.value, is: is.value }];
  });
}

/**
 * Every issued figure that the records tell differently now. What is hidden, then or now, is left out, and so is what
 * this person cannot read now.
 */
export function correctionsOf(issued: IssuedContent, now: Measured): Correction[] {
  const tables = issued.content.tables.flatMap((table) => {
    const same = now.tables.find(({ code, by }) => code === table.code && by === table.by);
    return same === undefined ? [] : tableCorrections(issued, table, same);
  });
  return [...figureCorrections(issued, now), ...tables];
}

interface NumberedPeriod {
  readonly key: { readonly period: PeriodName };
}

/** The last report of each period: the others were rectified. @param reports in the order of their numbers */
export function standingReports<R extends NumberedPeriod>(reports: readonly R[]): R[] {
  return [...new Map(reports.map((report) => [report.key.period, report])).values()];
}

/** The standing reports of the same fiscal year that end no later than a period, that period's own included. */
export function reportsUpTo<R extends NumberedPeriod>(
  reports: readonly R[],
  period: PeriodName,
  fiscalStart: number,
): R[] {
  const yearOf = (name: PeriodName) => fiscalYearOf(monthsIn(name, fiscalStart).from, fiscalStart);
  const { to } = daysIn(period, fiscalStart);
  return standingReports(reports).filter(
    ({ key }) => yearOf(key.period) === yearOf(period) && daysIn(key.period, fiscalStart).to <= to,
  );
}

const sameAs = (one: Correction) => (other: Correction) =>
  one.reportId === other.reportId &&
  one.code === other.code &&
  one.key === other.key &&
  one.label?.fr === other.label?.fr &&
  one.is === other.is;

/** Corrections that no report has told yet with the same value. */
export function notTold(corrections: readonly Correction[], told: readonly Correction[]): Correction[] {
  return corrections.filter((correction) => !told.some(sameAs(correction)));
}
