import type {
  Correction,
  ReportContent,
  ReportedSpan,
  ReportKey,
  SectionText,
} from "../../contract/reportingTerms.ts";
import type { Omitted } from "../../contract/reportingViews.ts";
import { accept, type Result } from "../../contract/results.ts";
import { listReportsOfKind, listReportTexts, readReportContent } from "../../data/reporting/reports.ts";
import { monthOf } from "../../domain/calendar.ts";
import { correctionsOf, notTold, reportsUpTo } from "../../domain/reporting/corrections.ts";
import { REPORT_PLANS, sectionsOf } from "../../domain/reporting/reportPlan.ts";
import type { Call } from "../call.ts";
import { paperContext } from "../office/paper.ts";
import { incompleteOffices } from "./completeness.ts";
import { type OpenPlace, placeOf } from "./engineAccess.ts";
import { fiscalStartOf, periodsOf } from "./engineColumns.ts";
import { type Masks, masksOf } from "./maskedFigures.ts";
import { measureReport } from "./measuredReport.ts";
import { reportBudget } from "./reportBudget.ts";
import { keyFault, mayReadWhole, projectOf, scopeOfReport } from "./reportPlace.ts";
import { seriesUpTo } from "./reportSeries.ts";

/**
 * What has changed in earlier reports of the kind since they were issued and no report has told yet: those of the fiscal
 * year up to this period, and the one of this period that it would rectify.
 */
function correctionsFor(place: OpenPlace, masks: Masks, key: ReportKey): Correction[] {
  const { call } = place;
  const { reader, code } = call.office;
  const all = reportsUpTo(listReportsOfKind(reader, code, key), key.period, fiscalStartOf(call));
  const issued = all.map(({ id, number }) => ({
    ...{ reportId: id, number, content: readReportContent(reader, id) },
  }));
  // What the one that is replaced told has to be told again.
  const told = issued
    .filter(({ content }) => content.key.period !== key.period)
    .flatMap(({ content }) => content.corrections);
  const found = issued.flatMap((one) => correctionsOf(one, measureReport(place, masks, one.content)));
  return notTold(found, told);
}

/** What people wrote of a report so far; nothing for who may not read it whole. */
export function readTexts(call: Call, key: ReportKey): SectionText[] {
  return mayReadWhole(call, key) ? listReportTexts(call.office.reader, call.office.code, key) : [];
}

/** What people wrote, in the report's order. */
function textsOf(call: Call, key: ReportKey): ReportContent["texts"] {
  const texts = readTexts(call, key).filter(({ text }) => text.trim() !== "");
  return sectionsOf(REPORT_PLANS[key.kind]).flatMap((section) =>
    texts.filter((text) => text.section === section),
  );
}

export interface DrawnContent {
  readonly content: ReportContent;
  /** What belongs to the report and this person may not read. */
  readonly omitted: readonly Omitted[];
}

function headOf(call: Call, key: ReportKey): Pick<ReportContent, "office" | "language" | "project"> {
  const { office, language } = paperContext(call);
  return {
    office: { code: office.code, name: office.name, region: call.identity.region },
    language,
    project: key.project === null ? null : projectOf(call, key),
  };
}

const incompleteIn = (call: Call, scope: string, { from, to }: ReportedSpan) =>
  scope === "all" ? incompleteOffices(call, monthOf(from), monthOf(to)) : [];

/**
 * Everything that a report says, as its records stand now and as it may leave the office. Refuses as `keyFault`, and a
 * report of all offices without any of their copies.
 */
export function reportContent(call: Call, key: ReportKey): Result<DrawnContent> {
  const fault = keyFault(call, key);
  if (fault !== null) return fault;
  const scope = scopeOfReport(call, key);
  const place = placeOf(call, scope);
  if (!place.ok) return place;
  const periods = periodsOf(call, key.period, "period");
  if (!periods.ok) return periods;
  const { span, before } = periods.value;
  const plan = REPORT_PLANS[key.kind];
  const masks = masksOf(place.value);
  // The months first: what they read serves the periods within them.
  const series = plan.pictures ? seriesUpTo(place.value, masks, span) : [];
  const { figures, tables, omitted } = measureReport(place.value, masks, { key, span, before });
  const content: ReportContent = {
    ...{ key, ...headOf(call, key), scope, span, before, figures, tables, series },
    budget: plan.budget ? reportBudget(place.value, key, span) : [],
    texts: textsOf(call, key),
    corrections: correctionsFor(place.value, masks, key),
    incomplete: incompleteIn(call, scope, span),
  };
  return accept({ content, omitted });
}
