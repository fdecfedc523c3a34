import { v7 } from "uuid";
import type { InputOf, OperationName } from "../../src/contract/index.ts";
import type { Dhis2Mapping, ReportKey } from "../../src/contract/reportingTerms.ts";

/** Requests of figures and reports; all are answered at headquarters. */
export type ReportingName = Extract<OperationName, `reporting.${string}`>;

/** What typical requests need to stand there already. */
export interface ReportingPrepared {
  /** A month that is over, and the one after it. */
  readonly month: string;
  readonly nextMonth: string;
  readonly year: number;
  /** Of a report that was issued. */
  readonly reportId: string;
  readonly mapping: Dhis2Mapping;
}

const keyOf = (period: string): ReportKey => ({ kind: "activity", period, project: null });

/** One request that a screen would make of each. One without does not compile. */
export const REPORTING: { readonly [N in ReportingName]: (about: ReportingPrepared) => InputOf<N> } = {
  "reporting.dashboard": ({ month }) => ({ period: month, office: "all" }),
  "reporting.indicators": ({ month }) => ({ codes: [], from: month, to: month, by: null }),
  "reporting.records": ({ month }) => ({
    ...{ code: "members.registered", period: month, by: null, key: "" },
    ...{ offset: 0, limit: 50 },
  }),
  "reporting.targets": ({ year }) => ({ year, office: "all" }),
  "reporting.saveTarget": ({ year }) => ({
    ...{ id: v7(), forOffice: "BKO", year, code: "members.joined", value: 120 },
  }),
  "reporting.reports": () => ({}),
  "reporting.report": ({ reportId }) => ({ id: reportId }),
  "reporting.draft": ({ month }) => keyOf(month),
  "reporting.saveText": ({ nextMonth }) => ({
    ...keyOf(nextMonth),
    ...{ section: "summary", text: "Un mois calme." },
  }),
  "reporting.preview": ({ nextMonth }) => keyOf(nextMonth),
  "reporting.issue": ({ nextMonth }) => ({ ...keyOf(nextMonth), id: v7() }),
  "reporting.print": ({ reportId }) => ({ id: reportId }),
  "reporting.exportReport": ({ reportId }) => ({ id: reportId }),
  "reporting.exportIndicators": ({ month, nextMonth }) => ({
    ...{ codes: ["members.joined"], from: month, to: nextMonth, by: "month", format: "csv" },
  }),
  "reporting.takeIndicators": ({ month }) => ({ codes: [], from: month, to: month, by: "group" }),
  "reporting.codebook": () => ({ of: "indicators", format: "xlsx" }),
  "reporting.exportList": () => ({ list: "offices", format: "csv" }),
  "reporting.dhis2Mapping": () => ({}),
  "reporting.saveDhis2Mapping": ({ mapping }) => mapping,
  "reporting.checkDhis2": ({ month }) => ({ month }),
  "reporting.exportDhis2": ({ month, mapping }) => ({ month, mapping }),
  "reporting.completeness": ({ month, nextMonth }) => ({ from: month, to: nextMonth }),
  "reporting.outliers": ({ month }) => ({ month }),
  "reporting.tasks": () => ({}),
};
