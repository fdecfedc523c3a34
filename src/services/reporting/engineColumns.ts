import type { Breakdown, PeriodName, ReportedSpan } from "../../contract/reportingTerms.ts";
import { accept, type Result, refuse } from "../../contract/results.ts";
import { readSettings } from "../../data/officeRecord.ts";
import { monthOf } from "../../domain/calendar.ts";
import { comparedSpan, kindOf, monthNames, monthsIn, spanOf } from "../../domain/reporting/periods.ts";
import type { Call } from "../call.ts";
import type { NamedSpan } from "./measuring.ts";

export const MOST_MONTHS = 36;

/** The month in which this office's fiscal year begins. */
export function fiscalStartOf(call: Call): number {
  return readSettings(call.office.reader).fiscalYearStart;
}

/** A period's days for the engine, under the period's name. */
export const namedSpan = ({ name, from, to }: ReportedSpan): NamedSpan => ({ key: name, from, to });

/** A period as far as it has come, and what it is compared with. Refuses one that has not begun. */
export function periodsOf(
  call: Call,
  period: PeriodName,
  field: string,
): Result<{ readonly span: ReportedSpan; readonly before: ReportedSpan; readonly fiscalStart: number }> {
  const fiscalStart = fiscalStartOf(call);
  const span = spanOf(period, call.today(), fiscalStart);
  if (span.from > call.today()) return refuse("reporting.periodAhead", { field });
  return accept({ span, before: comparedSpan(span, fiscalStart), fiscalStart });
}

/** The spans of months that have begun, oldest first. */
export function monthSpans(call: Call, from: string, to: string): ReportedSpan[] {
  const last = monthOf(call.today());
  return monthNames({ from, to: to < last ? to : last }).map((month) => spanOf(month, call.today(), 1));
}

/**
 * What stands beside each other: a period and the one before; or months. `from` and `to` are the same for a period, and
 * both months otherwise.
 */
export function columnsOf(
  call: Call,
  asked: { readonly from: PeriodName; readonly to: PeriodName; readonly by: Breakdown | null },
): Result<ReportedSpan[]> {
  const { from, to, by } = asked;
  if (from !== to && (kindOf(from) !== "month" || kindOf(to) !== "month"))
    return refuse("reporting.periodKind", { field: kindOf(from) === "month" ? "to" : "from" });
  if (to < from) return refuse("reporting.spanWrong", { field: "to" });
  const periods = periodsOf(call, from, "from");
  if (!periods.ok) return periods;
  const { span, before, fiscalStart } = periods.value;
  if (from === to && by !== "month") return accept([span, before]);
  const months = from === to ? monthsIn(from, fiscalStart) : { from, to };
  if (monthNames(months).length > MOST_MONTHS)
    return refuse("reporting.spanTooLong", { field: "to", values: { most: MOST_MONTHS } });
  return accept(monthSpans(call, months.from, months.to));
}
