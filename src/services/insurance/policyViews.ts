import type { PolicyFile, PolicyRow } from "../../contract/insurancePolicies.ts";
import type { ContributionTerms } from "../../contract/insuranceTerms.ts";
import { mayDo } from "../../contract/permissions.ts";
import type { CalendarDate, OfficeScope } from "../../contract/primitives.ts";
import {
  contributionsByPolicy,
  listContributions,
  type StoredContribution,
} from "../../data/insurance/contributions.ts";
import { listBeneficiaries, listChildren } from "../../data/insurance/people.ts";
import type { StoredPlan } from "../../data/insurance/plans.ts";
import {
  listClaimsOf,
  listPolicies,
  type PolicySelection,
  type StoredPolicy,
  sumBenefits,
} from "../../data/insurance/policies.ts";
import type { Reader } from "../../data/reader.ts";
import { addMonths, daysBetween } from "../../domain/calendar.ts";
import { coverOn, type Policy, paidRuns } from "../../domain/insurance/cover.ts";
import { type TermsOn, termsByDay, versionOn } from "../../domain/insurance/planVersions.ts";
import { contributionSchedule, nextPeriods, type Schedule } from "../../domain/insurance/schedule.ts";
import type { Call } from "../call.ts";
import type { PlanBook } from "./planBook.ts";

/** A policy as dates and contributions make it. */
export interface PolicyStanding {
  readonly policy: StoredPolicy;
  /** All that were taken, paid back or not. */
  readonly contributions: readonly StoredContribution[];
  /** Of its plan, in its office; none while the plan has not come here. */
  readonly versions: readonly StoredPlan[];
  /** What the rules ask: the contributions that count. */
  readonly history: Policy;
  readonly termsOn: TermsOn;
  readonly schedule: Schedule;
  readonly row: PolicyRow;
}

/** While nothing is known of a plan nothing is asked for, and what was paid covers its days. */
export const UNKNOWN_PLAN: ContributionTerms = {
  contribution: 0,
  period: "month",
  registrationFee: 0,
  waitingMonths: 0,
  graceDays: 0,
  lapseMonths: 120,
  restartsWaiting: false,
};

/** Contributions for periods that have begun, to be paid to go on without a gap; after grace, for what begins today. */
function overdueOn(history: Policy, termsOn: TermsOn, schedule: Schedule, today: CalendarDate): number {
  if (schedule.dueOn === null || schedule.dueOn > today) return 0;
  return nextPeriods(history, termsOn, today, 24)
    .filter(({ from }) => from <= today)
    .reduce((sum, { amount }) => sum + amount, 0);
}

/** A policy's days and sums on `today`. */
export function standingOf(
  policy: StoredPolicy,
  contributions: readonly StoredContribution[],
  book: PlanBook,
  today: CalendarDate,
): PolicyStanding {
  const versions = book.versions(policy.office, policy.planCode, policy.kind);
  const termsOn = versions.length === 0 ? () => UNKNOWN_PLAN : termsByDay(versions);
  const history: Policy = {
    effectiveOn: policy.effectiveOn,
    endedOn: policy.endedOn,
    contributions: contributions.filter(({ refundedOn }) => refundedOn === null),
  };
  const schedule = contributionSchedule(history, termsOn, today);
  const { memberLeftOn: _left, endedOn: _on, endReason: _reason, ...shown } = policy;
  const { dueOn } = schedule;
  const named = versionOn(versions, today) ?? versions[0];
  const row: PolicyRow = {
    ...shown,
    planName: named?.name ?? policy.planCode,
    state: coverOn(history, termsOn, today).state,
    paidUntil: paidRuns(history).at(-1)?.to ?? null,
    overdue: overdueOn(history, termsOn, schedule, today),
    lateDays: dueOn === null ? 0 : Math.max(0, daysBetween(dueOn, today)),
  };
  return { policy, contributions, versions, history, termsOn, schedule, row };
}

/** All policies of a selection as they stand: a few hundred are computed at once. */
export function listStandings(
  reader: Reader,
  book: PlanBook,
  selection: PolicySelection & { readonly office: OfficeScope },
  today: CalendarDate,
): PolicyStanding[] {
  const contributions = contributionsByPolicy(reader, selection.office);
  return listPolicies(reader, selection).map((policy) =>
    standingOf(policy, contributions.get(policy.id) ?? [], book, today),
  );
}

type Line = PolicyFile["schedule"][number];

/** Of the periods to come those that begin within a year. */
const MONTHS_AHEAD = 12;

function nextLines({ history, termsOn, schedule, versions }: PolicyStanding, today: CalendarDate): Line[] {
  const { dueOn } = schedule;
  if (dueOn === null || history.endedOn !== null || versions.length === 0) return [];
  const horizon = addMonths(today, MONTHS_AHEAD);
  return nextPeriods(history, termsOn, today, 24)
    .filter(({ from }, index) => index === 0 || from < horizon)
    .map(({ from, to, amount }, index) => {
      const due = index === 0 ? dueOn : from;
      const state = due < today ? "late" : due === today ? "due" : "coming";
      return { from, to, dueOn: due, amount, state, voucherId: null, voucherNumber: null };
    });
}

/** What was paid, period by period, the gaps, and what comes. */
function scheduleOf(standing: PolicyStanding, today: CalendarDate): Line[] {
  const paid = standing.contributions.map(
    ({ from, to, amount, refundedOn, voucherId, voucherNumber }): Line => ({
      ...{ from, to, dueOn: from, amount, voucherId, voucherNumber },
      state: refundedOn === null ? "paid" : "refunded",
    }),
  );
  const missed = standing.schedule.lines
    .filter(({ status }) => status === "gap")
    .map(
      ({ from, to }): Line => ({
        ...{ from, to, dueOn: from, amount: 0, voucherId: null, voucherNumber: null },
        state: "missed",
      }),
    );
  return [...paid, ...missed, ...nextLines(standing, today)].sort((a, b) => (a.from < b.from ? -1 : 1));
}

/** The contributions of periods that begin after a day, where the plan pays them back. */
export function refundableAfter(standing: PolicyStanding, day: CalendarDate): readonly StoredContribution[] {
  const terms = versionOn(standing.versions, day)?.terms;
  if (terms?.kind !== "health" || !terms.refundsUnused || standing.policy.endedOn !== null) return [];
  return standing.contributions.filter(({ from, refundedOn }) => refundedOn === null && from > day);
}

export const sumOf = (rows: readonly { readonly amount: number }[]): number =>
  rows.reduce((sum, { amount }) => sum + amount, 0);

/** The whole policy. Claims are named to those who may read claims. */
export function policyFileOf(call: Call, reader: Reader, book: PlanBook, policy: StoredPolicy): PolicyFile {
  const today = call.today();
  const standing = standingOf(policy, listContributions(reader, policy.id), book, today);
  const paid = standing.contributions.filter(({ refundedOn }) => refundedOn === null);
  return {
    policy: standing.row,
    endedOn: policy.endedOn,
    endReason: policy.endReason,
    waitingUntil: coverOn(standing.history, standing.termsOn, today).waitingEndsOn,
    schedule: scheduleOf(standing, today),
    children: listChildren(reader, policy.id)
      .filter(({ removedOn }) => removedOn === null)
      .map(({ id, name, birthOn }) => ({ id, name, birthOn })),
    beneficiaries: listBeneficiaries(reader, policy.id),
    contributed: sumOf(paid),
    refundToday: sumOf(refundableAfter(standing, today)),
    benefits: sumBenefits(reader, policy.id),
    claims: mayDo(call.user.role, "claims.read") ? listClaimsOf(reader, policy.id) : [],
  };
}
