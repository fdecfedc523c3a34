import { mayDo } from "../../contract/permissions.ts";
import type { OfficeScope } from "../../contract/primitives.ts";
import type { ReportContent, ReportKey } from "../../contract/reportingTerms.ts";
import { refuse } from "../../contract/results.ts";
import { daysIn, kindOf } from "../../domain/reporting/periods.ts";
import { REPORT_PLANS } from "../../domain/reporting/reportPlan.ts";
import type { Call } from "../call.ts";
import { projectBook } from "../cashbook/projects.ts";
import { fiscalStartOf } from "./engineColumns.ts";

/** A report's project, with what it is called. */
export function projectOf(call: Call, { project }: ReportKey): ReportContent["project"] {
  const found = projectBook(call).find(({ code }) => code === project);
  return found === undefined ? null : { code: found.code, name: found.name, donor: found.donor };
}

/**
 * Whether there is such a report. Refuses a kind of period that its kind does not have, a consolidated one anywhere but
 * at headquarters, a donor's without a known project, and a period that has not begun.
 */
export function keyFault(call: Call, key: ReportKey): ReturnType<typeof refuse> | null {
  const plan = REPORT_PLANS[key.kind];
  if (key.kind === "consolidated" && !call.identity.headquarters)
    return refuse("reporting.atHeadquarters", { field: "kind" });
  if (!plan.periods.includes(kindOf(key.period))) return refuse("reporting.periodKind", { field: "period" });
  if (plan.ofProject && key.project === null) return refuse("reporting.projectMissing", { field: "project" });
  if (!plan.ofProject && key.project !== null) return refuse("request.invalid", { field: "project" });
  if (key.project !== null && projectOf(call, key) === null)
    return refuse("reporting.projectUnknown", { field: "project" });
  const { from } = daysIn(key.period, fiscalStartOf(call));
  return from > call.today() ? refuse("reporting.periodAhead", { field: "period" }) : null;
}

/** A report tells of the office's money, in its figures and in what people wrote; a notice is for everybody. */
export function mayReadWhole({ user }: Call, { kind }: ReportKey): boolean {
  return kind === "notice" || mayDo(user.role, "cashbook.read");
}

/** Whose figures a report has: a consolidated one everybody's, and so a donor's at headquarters. */
export function scopeOfReport(call: Call, { kind }: ReportKey): OfficeScope {
  const isOfAll = kind === "consolidated" || (kind === "donor" && call.identity.headquarters);
  return isOfAll ? "all" : call.office.code;
}
