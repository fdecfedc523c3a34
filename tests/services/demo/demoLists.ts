import type { InputOf, OperationName, OutputOf } from "../../../src/contract/index.ts";
import { addDays, addMonths } from "../../../src/domain/calendar.ts";
import { type TestOffice, TODAY } from "../../support/office.ts";
import { NO_FILTER } from "../../support/women.ts";

/*
 * What a person sees who opens every page of an office: each query of the contract that answers with lists, asked about
 * the records that a demonstration has.
 */

/** Records that pages are opened of. */
export interface Seen {
  readonly memberId: string;
  readonly policyId: string;
  readonly savingsId: string;
  readonly claimId: string;
  readonly leaseId: string;
  readonly cohortId: string;
  readonly closedCohortId: string;
  readonly learnerId: string;
  readonly reportId: string;
}

const MONTH = addMonths(TODAY, -1).slice(0, 7);
/** The last month of which there is a report; something of it was entered later. */
const REPORTED = addMonths(TODAY, -2).slice(0, 7);
const YEAR = Number(TODAY.slice(0, 4));
const LAST_YEAR = { from: addMonths(TODAY, -12), to: TODAY };
const PAGE = { offset: 0, limit: 500 };
const WEEK = { from: addDays(TODAY, -14), to: TODAY };

type Asked = { readonly [N in OperationName]?: (seen: Seen) => InputOf<N> };

/** Pages of an antenna. */
export const OFFICE_PAGES = {
  "office.overview": () => ({}),
  "access.listUsers": () => ({}),
  "access.listAudit": () => ({ before: null, limit: 100 }),
  "membership.listMembers": () => ({ filter: NO_FILTER, sort: "name", descending: false, ...PAGE }),
  "membership.listLocalities": () => ({}),
  "membership.readMember": ({ memberId }) => ({ id: memberId }),
  "cashbook.listVouchers": () => ({ ...LAST_YEAR, ...PAGE }),
  "cashbook.tills": () => ({}),
  "cashbook.counts": () => LAST_YEAR,
  "cashbook.months": () => ({}),
  "cashbook.month": () => ({ month: MONTH }),
  "cashbook.chart": () => ({}),
  "cashbook.projects": () => ({}),
  "cashbook.budget": () => ({ year: YEAR, on: TODAY, project: null }),
  "sync.state": () => ({}),
  "sync.history": () => ({}),
  "sync.answers": () => ({}),
  "insurance.plans": () => ({}),
  "insurance.policies": () => ({ text: "", states: [], planCode: null, ...PAGE }),
  "insurance.policy": ({ policyId }) => ({ id: policyId }),
  "insurance.memberPolicies": ({ memberId }) => ({ memberId }),
  "insurance.reminders": () => ({}),
  "insurance.quoteContribution": ({ policyId }) => ({ policyId, periods: 1 }),
  "insurance.claimCovers": ({ memberId }) => ({ memberId, careOn: TODAY }),
  "insurance.claims": () => ({ states: [], ...PAGE }),
  "insurance.claim": ({ claimId }) => ({ id: claimId }),
  "insurance.claimsToPay": () => ({}),
  "insurance.fund": () => ({}),
  "insurance.lifeAccount": ({ savingsId }) => ({ id: savingsId }),
  "insurance.openExits": () => ({}),
  "insurance.checkups": () => ({ states: [] }),
  "insurance.summary": () => ({ month: MONTH }),
  "rental.premises": () => ({ withRetired: true }),
  "rental.tenants": () => ({ text: "" }),
  "rental.leases": () => ({ text: "", states: [] }),
  "rental.lease": ({ leaseId }) => ({ id: leaseId }),
  "rental.roll": () => ({ month: MONTH }),
  "rental.arrears": () => ({ on: TODAY }),
  "rental.report": () => ({ from: addMonths(TODAY, -6).slice(0, 7), to: MONTH }),
  "rental.statement": ({ leaseId }) => ({ leaseId, ...LAST_YEAR }),
  "literacy.programmes": () => ({}),
  "literacy.trainers": () => ({}),
  "literacy.cohorts": () => ({ states: [], text: "" }),
  "literacy.cohort": ({ cohortId }) => ({ id: cohortId }),
  "literacy.week": () => WEEK,
  "literacy.sheet": ({ cohortId }) => ({ cohortId, ...WEEK }),
  "literacy.holidays": () => ({ year: YEAR }),
  "literacy.results": ({ closedCohortId }) => ({ cohortId: closedCohortId }),
  "literacy.certificates": () => ({ from: addMonths(TODAY, -24), to: TODAY }),
  "literacy.learner": ({ learnerId }) => ({ memberId: learnerId }),
  "literacy.figures": () => ({ ...LAST_YEAR, by: "cohort" }),
  "literacy.targets": () => ({ year: YEAR }),
  "reporting.dashboard": () => ({ period: MONTH }),
  "reporting.indicators": () => ({ codes: [], from: MONTH, to: MONTH, by: null }),
  "reporting.takeIndicators": () => ({ codes: [], from: MONTH, to: MONTH, by: "month" }),
  "reporting.records": () => ({
    ...{ code: "members.upToDate", period: MONTH, by: null, key: "", offset: 0, limit: 50 },
  }),
  "reporting.targets": () => ({ year: YEAR }),
  "reporting.reports": () => ({}),
  "reporting.report": ({ reportId }) => ({ id: reportId }),
  "reporting.draft": () => ({ kind: "activity", period: MONTH, project: null }),
} as const satisfies Asked;

/** Pages that only headquarters has. */
export const HEADQUARTERS_PAGES = {
  "headquarters.offices": () => ({}),
  "headquarters.office": () => ({ office: "KTL" }),
  "headquarters.duplicates": () => ({}),
  "headquarters.transfers": () => ({}),
  "headquarters.tiers": () => ({}),
  "cashbook.remittances": () => ({}),
  "reporting.completeness": () => ({ from: addMonths(TODAY, -5).slice(0, 7), to: MONTH }),
} as const satisfies Asked;

/** Whether an answer shows anything: a list with a line, or a page of which one list has one. */
export function showsSomething(answer: unknown): boolean {
  if (Array.isArray(answer)) return answer.length > 0;
  if (answer === null || typeof answer !== "object") return false;
  const lists = Object.values(answer).filter(Array.isArray);
  return lists.length === 0 || lists.some((list) => list.length > 0);
}

function first<T>(list: readonly T[], what: string): T {
  const [one] = list;
  if (one === undefined) throw new Error(`the demonstration has no ${what}`);
  return one;
}

type Cohort = OutputOf<"literacy.cohorts">[number];

/** Finds records with something to tell. */
export async function look(office: TestOffice): Promise<Seen> {
  const page = { states: [], ...PAGE };
  const { rows: claims } = await office.must("insurance.claims", page);
  const paid = first(
    claims.filter(({ state }) => state === "paid"),
    "paid claim",
  );
  const policies = await office.must("insurance.policies", { ...page, text: "", planCode: null });
  const hers = policies.rows.filter(({ memberId, kind }) => memberId === paid.memberId && kind === "health");
  const savings = policies.rows.filter(({ kind, state }) => kind === "life" && state === "active");
  const leases = await office.must("rental.leases", { text: "", states: ["running"] });
  const cohorts = await office.must("literacy.cohorts", { text: "", states: [] });
  const inState = (state: Cohort["state"]) =>
    first(
      cohorts.filter((one) => one.state === state),
      state,
    );
  const results = await office.must("literacy.results", { cohortId: inState("closed").id });
  const reports = await office.must("reporting.reports", {});
  return {
    ...{ memberId: paid.memberId, claimId: paid.id, policyId: first(hers, "policy of hers").id },
    ...{ savingsId: first(savings, "savings").id, leaseId: first(leases, "lease").id },
    ...{ cohortId: inState("running").id, closedCohortId: inState("closed").id },
    reportId: first(
      reports.filter(({ period }) => period === REPORTED),
      "report",
    ).id,
    learnerId: first(results.learners, "learner").learner.memberId,
  };
}
