import type { BothLanguages, Breakdown, IndicatorCode } from "../../contract/reportingTerms.ts";

/*
 * What the dashboard and the monthly report show, as data. Whatever is named here and is not in the catalogue, or cannot
 * be divided so, makes a test of the house fail.
 */

/** One chart over months. `lines` stand over bars where both are there, on the same scale. */
export interface DashboardChart {
  readonly key: string;
  readonly title: BothLanguages;
  readonly bars: readonly IndicatorCode[];
  readonly lines: readonly IndicatorCode[];
}

/** One indicator by its groups: a chart of bars, and the table behind it. */
export interface DashboardBreakdown {
  readonly code: IndicatorCode;
  readonly by: Exclude<Breakdown, "month">;
}

/** The figures at the head of the page, with the period before and the target. */
export const DASHBOARD_FIGURES: readonly IndicatorCode[] = [
  "members.registered",
  "members.upToDate",
  "members.upToDateRate",
  "members.joined",
  "cards.sold",
  "cards.income",
  "insurance.active",
  "insurance.collected",
  "insurance.benefits",
  "insurance.lossRatio",
  "insurance.reserveMonths",
  "insurance.claims",
  "rental.asked",
  "rental.received",
  "rental.arrears",
  "rental.occupancy",
  "literacy.enrolled",
  "literacy.attendanceRate",
  "literacy.passed",
  "cashbook.income",
  "cashbook.expense",
  "cashbook.balance",
];

/** The six charts of the dashboard and of the monthly report. Each has one unit. */
export const DASHBOARD_CHARTS: readonly DashboardChart[] = [
  {
    key: "members",
    title: { fr: "Membres inscrites et à jour", en: "Members registered and up to date" },
    bars: ["members.upToDate"],
    lines: ["members.registered"],
  },
  {
    key: "cards",
    title: { fr: "Recettes des cartes", en: "Income from cards" },
    bars: ["cards.income"],
    lines: [],
  },
  {
    key: "insurance",
    title: { fr: "Cotisations et prestations", en: "Contributions and benefits" },
    bars: ["insurance.collected", "insurance.benefits"],
    lines: [],
  },
  {
    key: "rental",
    title: { fr: "Loyers demandés et reçus", en: "Rents asked for and received" },
    bars: ["rental.asked", "rental.received"],
    lines: [],
  },
  {
    key: "literacy",
    title: { fr: "Présence aux cours d’alphabétisation", en: "Attendance of literacy classes" },
    bars: [],
    lines: ["literacy.attendanceRate"],
  },
  {
    key: "cashbook",
    title: { fr: "Recettes et dépenses", en: "Income and expense" },
    bars: ["cashbook.income", "cashbook.expense"],
    lines: [],
  },
];

/** Series that tables show beside the charts. */
const BESIDE_CHARTS: readonly IndicatorCode[] = ["cards.sold", "literacy.enrolled"];

/** Every indicator that is shown month by month, once. */
export const DASHBOARD_SERIES: readonly IndicatorCode[] = [
  ...new Set([...DASHBOARD_CHARTS.flatMap(({ bars, lines }) => [...bars, ...lines]), ...BESIDE_CHARTS]),
];

/** So many months up to the period's last: a year and the same month of the year before. */
export const DASHBOARD_MONTHS = 13;

/** Breakdowns of the period. */
export const DASHBOARD_BREAKDOWNS: readonly DashboardBreakdown[] = [
  { code: "members.registered", by: "group" },
  { code: "members.registered", by: "ageBand" },
  { code: "insurance.claimLines", by: "group" },
  { code: "rental.arrears", by: "group" },
  { code: "cashbook.expense", by: "group" },
  { code: "literacy.enrolled", by: "group" },
];

/** At headquarters, where all offices are asked for: office by office. */
export const DASHBOARD_BY_OFFICE: readonly DashboardBreakdown[] = [
  "members.registered",
  "members.upToDate",
  "cards.income",
  "insurance.collected",
  "insurance.benefits",
  "rental.received",
  "rental.arrears",
  "literacy.enrolled",
  "cashbook.income",
  "cashbook.expense",
].map((code) => ({ code, by: "office" as const }));
