import type { InputOf, OutputOf } from "../../contract/index.ts";
import type { FileOutput } from "../../contract/primitives.ts";
import type { IssuedReport } from "../../contract/reportingViews.ts";
import { accept, type Result, refuse } from "../../contract/results.ts";
import type { Reader } from "../../data/reader.ts";
import {
  listKeptPapers,
  listReportsOfKind,
  listStoredReports,
  readReportContent,
  readReportFile,
  readStoredReport,
  type StoredReport,
} from "../../data/reporting/reports.ts";
import { correctionsOf } from "../../domain/reporting/corrections.ts";
import type { Call } from "../call.ts";
import { noteOutgoing } from "../office/outgoing.ts";
import { nationalWith, scopeOf } from "../scope.ts";
import { placeOf } from "./engineAccess.ts";
import { listed } from "./issuedReports.ts";
import { masksOf } from "./maskedFigures.ts";
import { measureReport } from "./measuredReport.ts";
import { mayReadWhole } from "./reportPlace.ts";

const counterFirst = (one: StoredReport, other: StoredReport) =>
  other.number.length - one.number.length || (one.number < other.number ? 1 : -1);

/** Those that she may read, newest first; at headquarters of any office or of all. Refuses as `scopeOf`. */
export function reports(
  call: Call,
  { office }: InputOf<"reporting.reports">,
): Result<OutputOf<"reporting.reports">> {
  const scope = scopeOf(call, office, "finance");
  if (!scope.ok) return scope;
  const { reader, code } = call.office;
  const own = listStoredReports(reader, code);
  const whose = scope.value.office;
  // The copies do not know who issued this office's own reports.
  const others =
    whose === undefined
      ? []
      : listStoredReports(scope.value.reader, whose).filter((report) => report.office !== code);
  const known = whose === undefined || whose === "all" ? [...own, ...others] : others;
  const all = known.filter(({ key }) => mayReadWhole(call, key));
  all.sort((a, b) => (a.issuedOn === b.issuedOn ? counterFirst(a, b) : a.issuedOn < b.issuedOn ? 1 : -1));
  return accept(listed(all, listKeptPapers(reader)));
}

interface FoundReport {
  readonly reader: Reader;
  readonly stored: StoredReport;
  readonly listed: IssuedReport;
}

/** A report of this office, or at headquarters one of any. Refuses one that is not there, or that she may not read. */
export function findReport(call: Call, id: string): Result<FoundReport> {
  const own = call.office.reader;
  for (const reader of [own, nationalWith(call, "finance")?.reader]) {
    const stored = reader === undefined ? undefined : readStoredReport(reader, id);
    if (reader === undefined || stored === undefined) continue;
    if (!mayReadWhole(call, stored.key)) return refuse("reporting.notForYou", { field: "id" });
    const same = listReportsOfKind(reader, stored.office, stored.key);
    const found = listed(same, listKeptPapers(own)).find((report) => report.id === id);
    if (found !== undefined) return accept({ reader, stored, listed: found });
  }
  return refuse("reporting.unknown", { field: "id" });
}

/** An issued report with what its figures would be now. Refuses as `findReport`. */
export function report(
  call: Call,
  { id }: InputOf<"reporting.report">,
): Result<OutputOf<"reporting.report">> {
  const found = findReport(call, id);
  if (!found.ok) return found;
  const { reader, stored, listed: issued } = found.value;
  const content = readReportContent(reader, id);
  const place = placeOf(call, content.scope);
  if (!place.ok) return place;
  const now = measureReport(place.value, masksOf(place.value), content);
  const about = { reportId: id, number: stored.number, content };
  return accept({ report: issued, content, corrections: correctionsOf(about, now) });
}

/**
 * The paper that was issued, byte for byte; who printed it is noted. Refuses another office's, whose paper lies there,
 * and one whose paper went with a lost laptop.
 */
export function printReport(call: Call, { id }: InputOf<"reporting.print">): Result<FileOutput> {
  const found = findReport(call, id);
  if (!found.ok) return found;
  const { number, sha256, key } = found.value.stored;
  const bytes = readReportFile(call.office.reader, sha256);
  if (bytes === undefined) return refuse("reporting.paperElsewhere");
  const noted = noteOutgoing(call, { action: "printReport", reference: number });
  if (!noted.ok) return noted;
  return accept({ fileName: `${number}-${key.period}.pdf`, mediaType: "application/pdf", bytes });
}
