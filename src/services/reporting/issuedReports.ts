import type { Sha256Hex } from "../../contract/primitives.ts";
import type { ReportKey } from "../../contract/reportingTerms.ts";
import type { IssuedReport } from "../../contract/reportingViews.ts";
import { listKeptPapers, listReportsOfKind, type StoredReport } from "../../data/reporting/reports.ts";
import type { Call } from "../call.ts";

const placeOf = ({ office, key }: StoredReport) => `${office} ${key.kind} ${key.period} ${key.project ?? ""}`;
/** `KTL-R00004` → 4. */
const counterOf = ({ number }: StoredReport) => Number(number.slice("KTL-R".length));
const later = (one: StoredReport, other: StoredReport) => counterOf(one) > counterOf(other);

/**
 * Reports as they are listed, each with the one that rectifies it.
 * @param kept digests of the papers that lie here
 */
export function listed(reports: readonly StoredReport[], kept: ReadonlySet<Sha256Hex>): IssuedReport[] {
  const byPlace = Map.groupBy(reports, placeOf);
  return reports.map((report) => {
    const after = (byPlace.get(placeOf(report)) ?? []).filter((other) => later(other, report));
    const next = after.reduce<StoredReport | null>(
      (first, other) => (first === null || later(first, other) ? other : first),
      null,
    );
    const { id, office, number, key, issuedOn, issuedBy, sha256 } = report;
    return {
      ...{ id, office, number, ...key, issuedOn, issuedBy, sha256 },
      kept: kept.has(sha256),
      rectifiedBy: next?.number ?? null,
    };
  });
}

/** The last report that this office issued of a key; null before the first. */
export function latestIssued(call: Call, key: ReportKey): IssuedReport | null {
  const { reader, code } = call.office;
  const same = listReportsOfKind(reader, code, key).filter((report) => report.key.period === key.period);
  return listed(same, listKeptPapers(reader)).at(-1) ?? null;
}
