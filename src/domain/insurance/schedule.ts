import type { PaidSpan } from "../../contract/insuranceTerms.ts";
import type { CalendarDate, Francs } from "../../contract/primitives.ts";
import { addDays } from "../calendar.ts";
import { coverOn, type Policy, paidRuns } from "./cover.ts";
import { type Period, periodsFrom, type TermsOn } from "./planVersions.ts";
import { shareOf } from "./wholeFrancs.ts";

/** The first `count` of the periods that begin on `from`, or of those counted from `anchor` where one begins there. */
function periodsOn(anchor: CalendarDate, from: CalendarDate, count: number, termsOn: TermsOn): Period[] {
  const found: Period[] = [];
  for (const period of periodsFrom(anchor, termsOn)) {
    if (found.length === count) break;
    if (period.from >= from) found.push(period);
    // Paid days that end inside a period (a new version has longer ones): the next begins right after them.
    if (found[0] !== undefined && found[0].from !== from) return periodsOn(from, from, count, termsOn);
  }
  return found;
}

/** Where the next contribution begins. */
function nextStart(policy: Policy, termsOn: TermsOn, day: CalendarDate) {
  const last = paidRuns(policy).at(-1);
  const { state } = coverOn(policy, termsOn, day);
  if (state === "ended") return null;
  const due = last === undefined ? policy.effectiveOn : addDays(last.to, 1);
  const continues = last !== undefined && (state === "active" || state === "pending");
  if (continues || day <= due) return { due, from: due, anchor: last?.from ?? due };
  return { due, from: day, anchor: day };
}

/**
 * The periods that a payment on `day` buys. Up to the last day of grace they continue the paid days; later, and for
 * the first contribution, they begin on the day itself: the gap before it stays.
 * @returns none when the policy has ended
 */
export function nextPeriods(policy: Policy, termsOn: TermsOn, day: CalendarDate, count: number): Period[] {
  const start = nextStart(policy, termsOn, day);
  return start === null ? [] : periodsOn(start.anchor, start.from, count, termsOn);
}

export interface ScheduleLine extends Period {
  /** `late` from the day after the due day on; `gap`: days that nothing was paid for, and nothing will be. */
  readonly status: "paid" | "late" | "open" | "gap";
}

export interface Schedule {
  readonly lines: readonly ScheduleLine[];
  /** Day of the first contribution that is missing; null when the policy has ended. */
  readonly dueOn: CalendarDate | null;
  /** Until this day it is late without consequence. */
  readonly graceEndsOn: CalendarDate | null;
  readonly next: Period | null;
}

function paidLines(run: PaidSpan, termsOn: TermsOn): ScheduleLine[] {
  const lines: ScheduleLine[] = [];
  for (const period of periodsFrom(run.from, termsOn)) {
    if (period.from > run.to) break;
    lines.push({ ...period, to: period.to > run.to ? run.to : period.to, status: "paid" });
  }
  return lines;
}

const gapLine = (from: CalendarDate, to: CalendarDate): ScheduleLine => ({
  from,
  to,
  amount: 0,
  status: "gap",
});

/** What was paid, the gaps, and the next contribution, as it stands on `day`. */
export function contributionSchedule(policy: Policy, termsOn: TermsOn, day: CalendarDate): Schedule {
  const lines: ScheduleLine[] = [];
  let unpaidFrom = policy.effectiveOn;
  for (const run of paidRuns(policy)) {
    if (run.from > unpaidFrom) lines.push(gapLine(unpaidFrom, addDays(run.from, -1)));
    lines.push(...paidLines(run, termsOn));
    unpaidFrom = addDays(run.to, 1);
  }
  const start = nextStart(policy, termsOn, day);
  const [next] = nextPeriods(policy, termsOn, day, 1);
  if (start === null || next === undefined) return { lines, dueOn: null, graceEndsOn: null, next: null };
  if (start.from > start.due) lines.push(gapLine(start.due, addDays(start.from, -1)));
  lines.push({ ...next, status: start.due < day ? "late" : "open" });
  const graceEndsOn = addDays(start.due, termsOn(start.due).graceDays);
  return { lines, dueOn: start.due, graceEndsOn, next };
}

/** A contribution as it was taken: one period or several, for one amount. */
export type TakenContribution = PaidSpan & { readonly amount: Francs };

/**
 * What is paid back when a policy ends on `endedOn` under a plan that refunds: of each contribution the part of its
 * whole periods that begin after that day, at what was paid for them then.
 */
export function refundOnEnding(
  policy: Policy,
  taken: readonly TakenContribution[],
  termsOn: TermsOn,
  endedOn: CalendarDate,
): Francs {
  const runs = paidRuns({ ...policy, contributions: taken });
  const refunds = taken.map(({ from, to, amount }) => {
    const anchor = runs.find((run) => run.from <= from && from <= run.to)?.from ?? from;
    const within: PaidSpan[] = [];
    for (const period of periodsFrom(anchor, termsOn)) {
      if (period.to > to) break;
      if (period.from >= from) within.push(period);
    }
    const periods = within.length === 0 ? [{ from, to }] : within;
    return shareOf(amount, periods.filter((period) => period.from > endedOn).length, periods.length);
  });
  return refunds.reduce((sum, refund) => sum + refund, 0);
}
