import type { CoverState, NotCoveredState, PaidSpan, PolicyHistory } from "../../contract/insuranceTerms.ts";
import type { CalendarDate } from "../../contract/primitives.ts";
import { addDays, addMonths } from "../calendar.ts";
import type { TermsOn } from "./planVersions.ts";

/**
 * Cover over time, from dates and paid days alone. A payment never changes what an earlier day was: within grace
 * the day was active already, and later a payment buys days from its own on. So a claim is judged alike whenever
 * it is judged.
 */

/** From `from` on, until the next stretch begins. */
export interface CoverStretch {
  readonly from: CalendarDate;
  readonly state: CoverState;
  /** The last day of the waiting time that counts here; null before anything was paid. */
  readonly waitingEndsOn: CalendarDate | null;
}

export type Policy = Pick<PolicyHistory, "effectiveOn" | "endedOn" | "insured"> & {
  readonly contributions: readonly PaidSpan[];
};

/** Paid days without a gap between them: adjoining contributions are one. Before the effective day nothing counts. */
export function paidRuns({ effectiveOn, contributions }: Policy): PaidSpan[] {
  const sorted = contributions
    .filter(({ to }) => to >= effectiveOn)
    .map(({ from, to }) => ({ from: from < effectiveOn ? effectiveOn : from, to }))
    .sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
  const runs: PaidSpan[] = [];
  for (const span of sorted) {
    const last = runs.at(-1);
    if (last === undefined || span.from > addDays(last.to, 1)) runs.push(span);
    else if (span.to > last.to) runs[runs.length - 1] = { from: last.from, to: span.to };
  }
  return runs;
}

interface Unpaid {
  readonly suspendedFrom: CalendarDate;
  readonly lapsedFrom: CalendarDate;
}

/** What becomes of a policy that is not paid any more from `due` on. */
function unpaidSince(due: CalendarDate, termsOn: TermsOn): Unpaid {
  const { graceDays, lapseMonths } = termsOn(due);
  const suspendedFrom = addDays(due, graceDays + 1);
  return { suspendedFrom, lapsedFrom: addMonths(suspendedFrom, lapseMonths) };
}

/** Days without a contribution from `due` on: first the days of grace, then suspended, then lapsed. */
function unpaidFrom(
  due: CalendarDate,
  before: CalendarDate | null,
  waitingEndsOn: CalendarDate | null,
  termsOn: TermsOn,
): CoverStretch[] {
  const { suspendedFrom, lapsedFrom } = unpaidSince(due, termsOn);
  const stretches: CoverStretch[] = [
    // Grace is for those who have paid before: the first contribution opens the cover.
    { from: due, state: waitingEndsOn === null ? "pending" : "active", waitingEndsOn },
    { from: suspendedFrom, state: "suspended", waitingEndsOn },
    { from: lapsedFrom, state: "lapsed", waitingEndsOn },
  ];
  const inTime = stretches.filter(({ from }) => before === null || from < before);
  // Of stretches that begin on the same day only the last is ever seen (no month between suspended and lapsed).
  return inTime.filter(({ from }, index) => inTime[index + 1]?.from !== from);
}

function waitingFrom(start: CalendarDate, termsOn: TermsOn): CalendarDate {
  return addDays(addMonths(start, termsOn(start).waitingMonths), -1);
}

/** All days on which the cover changes, in order. Before the first it is pending. */
export function coverStretches(policy: Policy, termsOn: TermsOn): CoverStretch[] {
  const stretches: CoverStretch[] = [];
  let due = policy.effectiveOn;
  let waitingEndsOn: CalendarDate | null = null;
  for (const run of paidRuns(policy)) {
    if (run.from > due) stretches.push(...unpaidFrom(due, run.from, waitingEndsOn, termsOn));
    // Who pays on the very day on which it lapses pays after the lapse.
    const isAfterLapse = run.from >= unpaidSince(due, termsOn).lapsedFrom;
    if (waitingEndsOn === null || (isAfterLapse && termsOn(run.from).restartsWaiting))
      waitingEndsOn = waitingFrom(run.from, termsOn);
    stretches.push({ from: run.from, state: "active", waitingEndsOn });
    due = addDays(run.to, 1);
  }
  stretches.push(...unpaidFrom(due, null, waitingEndsOn, termsOn));
  const { endedOn } = policy;
  if (endedOn === null) return stretches;
  const kept = stretches.filter(({ from }) => from <= endedOn);
  return [...kept, { from: addDays(endedOn, 1), state: "ended", waitingEndsOn }];
}

export interface Cover {
  readonly state: CoverState;
  readonly waitingEndsOn: CalendarDate | null;
}

/** The cover of a policy on a day. */
export function coverOn(policy: Policy, termsOn: TermsOn, day: CalendarDate): Cover {
  const stretch = coverStretches(policy, termsOn).findLast(({ from }) => from <= day);
  if (stretch === undefined) return { state: "pending", waitingEndsOn: null };
  return { state: stretch.state, waitingEndsOn: stretch.waitingEndsOn };
}

export interface PatientCover {
  readonly state: "active" | NotCoveredState;
  readonly waitingEndsOn: CalendarDate | null;
}

/** The cover of one patient's care: the policy's, for those whom it insures on that day. */
export function patientCoverOn(
  policy: Policy,
  termsOn: TermsOn,
  patient: string,
  day: CalendarDate,
): PatientCover {
  const cover = coverOn(policy, termsOn, day);
  const isInsured =
    policy.insured === undefined ||
    policy.insured.some(({ id, from, to }) => id === patient && from <= day && (to === null || day <= to));
  return cover.state === "active" && !isInsured ? { ...cover, state: "notInsured" } : cover;
}

/** Where nothing is known of the policy: it counts as active and past its waiting time. */
export const UNQUESTIONED: PatientCover = { state: "active", waitingEndsOn: null };
