import type { CalendarDate } from "../../../../src/contract/primitives.ts";
import { type PeriodKind, type PeriodName, ReportKind } from "../../../../src/contract/reportingTerms.ts";
import { kindOf, lastOver } from "../../../../src/domain/reporting/periods.ts";
import { REPORT_PLANS } from "../../../../src/domain/reporting/reportPlan.ts";

/** Which reports there are to write: the consolidated one in Bamako alone, a donor's where there is a project. */
export function kindsToWrite(about: {
  readonly headquarters: boolean;
  readonly hasProjects: boolean;
}): ReportKind[] {
  return ReportKind.options.filter((kind) => {
    if (kind === "consolidated") return about.headquarters;
    return !REPORT_PLANS[kind].ofProject || about.hasProjects;
  });
}

export function periodKindsOf(kind: ReportKind): readonly PeriodKind[] {
  return REPORT_PLANS[kind].periods;
}

/** The same period where the kind of report is made for such; otherwise the last that is over of what it is made for. */
export function periodFor(
  kind: ReportKind,
  period: PeriodName,
  today: CalendarDate,
  fiscalStart: number,
): PeriodName {
  const [first = "month", ...others] = periodKindsOf(kind);
  return [first, ...others].includes(kindOf(period)) ? period : lastOver(first, today, fiscalStart);
}
