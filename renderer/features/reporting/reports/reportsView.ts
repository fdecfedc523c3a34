import type { OfficeCode, OfficeScope } from "../../../../src/contract/primitives.ts";
import { ReportKey, ReportKind } from "../../../../src/contract/reportingTerms.ts";
import type { IssuedReport } from "../../../../src/contract/reportingViews.ts";

export const LIST = "/reporting/reports";

/** The page where a report is written and issued. */
export function writeAddress({ kind, period, project }: ReportKey): string {
  const entries = [["kind", kind], ["period", period], ...(project === null ? [] : [["project", project]])];
  return `${LIST}/write?${new URLSearchParams(entries)}`;
}

export function issuedAddress(id: string): string {
  return `${LIST}/${id}`;
}

/** Which report the address names; null where it names none. */
export function readReportKey(address: URLSearchParams): ReportKey | null {
  const read = ReportKey.safeParse({
    kind: address.get("kind"),
    period: address.get("period"),
    project: address.get("project"),
  });
  return read.success ? read.data : null;
}

/** The kind that a list is narrowed to; null for all. */
export function readKind(address: URLSearchParams): ReportKind | null {
  const read = ReportKind.safeParse(address.get("only"));
  return read.success ? read.data : null;
}

export function reportsOfKind(reports: readonly IssuedReport[], kind: ReportKind | null): IssuedReport[] {
  return reports.filter((report) => kind === null || report.kind === kind);
}

/** What is to be known of a report beside its name: a later one stands for it, its paper lies elsewhere. */
export type Standing = "inForce" | "rectified" | "elsewhere";

export function standingOf({ rectifiedBy, kept }: Pick<IssuedReport, "rectifiedBy" | "kept">): Standing {
  if (rectifiedBy !== null) return "rectified";
  return kept ? "inForce" : "elsewhere";
}

/** An own report is rectified here, the last of its period only: the others were replaced already. */
export function mayBeRectified(report: IssuedReport, own: OfficeCode | undefined): boolean {
  return report.office === own && report.rectifiedBy === null;
}

/** Whether the list is of several offices, so that each line has to say whose it is. */
export function isOfSeveral(office: OfficeScope | undefined): boolean {
  return office === "all";
}
