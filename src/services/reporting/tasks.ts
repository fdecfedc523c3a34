import { mayDo } from "../../contract/permissions.ts";
import type { ReportKey, ReportKind } from "../../contract/reportingTerms.ts";
import type { ReportingTasks } from "../../contract/reportingViews.ts";
import { accept, type Result } from "../../contract/results.ts";
import { eachEntry } from "../../data/journal.ts";
import {
  listReportsOfKind,
  listReportTexts,
  readReportContent,
  type StoredReport,
} from "../../data/reporting/reports.ts";
import { lastDayOfMonth } from "../../domain/calendar.ts";
import { correctionsOf } from "../../domain/reporting/corrections.ts";
import { lastOver } from "../../domain/reporting/periods.ts";
import type { Call } from "../call.ts";
import { nationalOf } from "../scope.ts";
import { incompleteOffices } from "./completeness.ts";
import { placeOf } from "./engineAccess.ts";
import { fiscalStartOf } from "./engineColumns.ts";
import { masksOf } from "./maskedFigures.ts";
import { measureReport } from "./measuredReport.ts";
import { outliers } from "./outliers.ts";

const NOTHING = { reportDue: null, begun: false, corrected: 0, incomplete: [], outliers: 0 };

/** What arrives late mostly belongs to the last months; the first page does not measure the whole year again. */
const LATEST_REPORTS = 3;

/** The day on which this office's journal begins; a month before it needs no report. */
function firstDay(call: Call): string {
  for (const { at } of eachEntry(call.office.reader, { first: 1, last: 1 })) return at.slice(0, 10);
  return call.today();
}

/** Each period's last report, the newest periods first. */
function standing(reports: readonly StoredReport[]): StoredReport[] {
  const byPeriod = new Map(reports.map((report) => [report.key.period, report]));
  return [...byPeriod.values()].sort((a, b) => (a.key.period < b.key.period ? 1 : -1));
}

function hasChanged(call: Call, { id, number }: StoredReport): boolean {
  const content = readReportContent(call.office.reader, id);
  const place = placeOf(call, content.scope);
  if (!place.ok) return false;
  const now = measureReport(place.value, masksOf(place.value), content);
  return correctionsOf({ reportId: id, number, content }, now).length > 0;
}

function ownTasks(
  call: Call,
  kind: ReportKind,
  month: string,
): Pick<ReportingTasks, "reportDue" | "begun" | "corrected"> {
  const { reader, code } = call.office;
  const key: ReportKey = { kind, period: month, project: null };
  const issued = standing(listReportsOfKind(reader, code, key));
  const isDue =
    lastDayOfMonth(month) >= firstDay(call) && !issued.some((report) => report.key.period === month);
  return {
    reportDue: isDue ? month : null,
    begun: isDue && listReportTexts(reader, code, key).some(({ text }) => text.trim() !== ""),
    corrected: issued.slice(0, LATEST_REPORTS).filter((report) => hasChanged(call, report)).length,
  };
}

/** What headquarters has to look after: nothing at an antenna. */
function officesTasks(call: Call, month: string): Pick<ReportingTasks, "incomplete" | "outliers"> {
  if (nationalOf(call) === null || !mayDo(call.user.role, "headquarters.read"))
    return { incomplete: [], outliers: 0 };
  const far = outliers(call, { month });
  return {
    incomplete: incompleteOffices(call, month, month),
    outliers: far.ok ? far.value.length : 0,
  };
}

/** What the first page says of reports, to whoever issues them; nothing to all others. */
export function reportingTasks(call: Call): Result<ReportingTasks> {
  const reportKind = call.identity.headquarters ? "consolidated" : "activity";
  if (!mayDo(call.user.role, "reporting.issue")) return accept({ reportKind, ...NOTHING });
  const month = lastOver("month", call.today(), fiscalStartOf(call));
  return accept({ reportKind, ...ownTasks(call, reportKind, month), ...officesTasks(call, month) });
}
