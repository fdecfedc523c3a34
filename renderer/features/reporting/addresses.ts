import type { OfficeScope } from "../../../src/contract/primitives.ts";
import type {
  Breakdown,
  IndicatorCode,
  PeriodName,
  ReportedSpan,
} from "../../../src/contract/reportingTerms.ts";
import type { RecordLink } from "../../../src/contract/reportingViews.ts";

/** What a figure is of: everything that its records are asked by. */
export interface FigureKey {
  readonly code: IndicatorCode;
  readonly period: PeriodName;
  /** Null for the whole figure. */
  readonly by: Breakdown | null;
  /** The group's; empty for the whole figure. */
  readonly key: string;
  /** Undefined for this office's own. */
  readonly office: OfficeScope | undefined;
}

function addressOf(path: string, entries: readonly (readonly [string, string | undefined])[]): string {
  const said = entries.filter((entry): entry is [string, string] => (entry[1] ?? "") !== "");
  const search = new URLSearchParams(said).toString();
  return search === "" ? path : `${path}?${search}`;
}

/** The records behind a figure. */
export function recordsAddress({ code, period, by, key, office }: FigureKey): string {
  return addressOf("/reporting/records", [
    ["code", code],
    ["period", period],
    ["by", by ?? undefined],
    ["key", key],
    ["office", office],
  ]);
}

interface Place {
  readonly period?: PeriodName;
  readonly office?: OfficeScope | undefined;
}

export function dashboardAddress({ period, office }: Place): string {
  return addressOf("/reporting", [
    ["period", period],
    ["office", office],
  ]);
}

export function indicatorAddress(code: IndicatorCode, { period, office }: Place): string {
  return addressOf(`/reporting/indicators/${code}`, [
    ["period", period],
    ["office", office],
  ]);
}

/** The page where the report of a period is written. */
export function reportAddress(period: PeriodName, consolidated: boolean): string {
  const kind = consolidated ? "consolidated" : "activity";
  return addressOf("/reporting/reports", [
    ["kind", kind],
    ["period", period],
  ]);
}

/** Period and office, which go along from page to page. */
export function alongWith(address: URLSearchParams): string {
  const along = ["period", "office"].flatMap((name) => {
    const value = address.get(name);
    return value === null ? [] : [[name, value]];
  });
  return new URLSearchParams(along).toString();
}

/**
 * Where a record's own page is. A cash box and an account have none: there it is the cash book of the days, narrowed
 * to them.
 */
export function recordPage(
  { to, id }: RecordLink,
  span: ReportedSpan,
  office: OfficeScope | undefined,
): string {
  const days = [
    ["from", span.from],
    ["to", span.to],
    ["office", office],
  ] as const;
  switch (to) {
    case "member":
      return `/members/${id}`;
    case "voucher":
      return `/cashbook/vouchers/${id}`;
    case "policy":
      return `/insurance/policies/${id}`;
    case "claim":
      return `/insurance/claims/${id}`;
    case "lease":
      return `/rental/leases/${id}`;
    case "premises":
      return `/rental/premises/${id}`;
    case "cohort":
      return `/literacy/cohorts/${id}`;
    case "till":
      return addressOf("/cashbook", [["till", id], ...days]);
    case "account":
      return addressOf("/cashbook", [["account", id], ...days]);
  }
}
