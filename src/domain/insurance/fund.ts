import type { PlanCode } from "../../contract/insuranceTerms.ts";
import type { CalendarDate, Francs } from "../../contract/primitives.ts";
import { addDays, addMonths, daysBetween } from "../calendar.ts";
import type { TakenContribution } from "./schedule.ts";
import { shareOf } from "./wholeFrancs.ts";

/** Money that went through the cash book for a plan. */
export interface FundMovement {
  readonly plan: PlanCode;
  readonly on: CalendarDate;
  /** In: contributions and fees. Out: benefits, withdrawals and refunds. */
  readonly direction: "in" | "out";
  readonly amount: Francs;
}

export interface FundBalance {
  readonly plan: PlanCode;
  readonly moneyIn: Francs;
  readonly moneyOut: Francs;
  /** In minus out; negative when more was paid than came in. */
  readonly balance: number;
  /** Decided and not paid yet. */
  readonly committed: Francs;
  /** Balance minus committed. */
  readonly available: number;
  /** Whole months for which what is available lasts at the present rate; null while the fund grows. */
  readonly reserveMonths: number | null;
}

const RATE_MONTHS = 12;

/** Calendar months begun since the first movement, 1 to 12: a young fund is not measured by a year that it has not had. */
function monthsOfRate(first: CalendarDate, day: CalendarDate): number {
  let months = 1;
  while (months < RATE_MONTHS && addMonths(first, months) <= day) months += 1;
  return months;
}

const signed = ({ direction, amount }: FundMovement) => (direction === "in" ? amount : -amount);
const sum = (amounts: readonly number[]) => amounts.reduce((total, amount) => total + amount, 0);

/**
 * How long `available` lasts at the average net outflow of the last twelve months, the day itself included.
 * @param movements of one plan up to `day`
 */
export function reserveMonths(
  movements: readonly FundMovement[],
  available: number,
  day: CalendarDate,
): number | null {
  const since = addDays(addMonths(day, -RATE_MONTHS), 1);
  const net = sum(movements.filter(({ on }) => on >= since && on <= day).map(signed));
  if (net >= 0) return null;
  const first = movements.reduce((earliest, { on }) => (on < earliest ? on : earliest), day);
  return available <= 0 ? 0 : shareOf(available, monthsOfRate(first, day), -net);
}

/** The fund on a day, one line a plan that had money or owes some, by code. */
export function fundBalances(
  movements: readonly FundMovement[],
  committed: readonly { readonly plan: PlanCode; readonly amount: Francs }[],
  day: CalendarDate,
): FundBalance[] {
  const past = movements.filter(({ on }) => on <= day);
  const plans = [...new Set([...past, ...committed].map(({ plan }) => plan))].sort();
  return plans.map((plan) => {
    const own = past.filter((movement) => movement.plan === plan);
    const flow = (direction: FundMovement["direction"]) =>
      sum(own.filter((movement) => movement.direction === direction).map(({ amount }) => amount));
    const owed = sum(committed.filter((line) => line.plan === plan).map(({ amount }) => amount));
    const balance = flow("in") - flow("out");
    return {
      plan,
      moneyIn: flow("in"),
      moneyOut: flow("out"),
      balance,
      committed: owed,
      available: balance - owed,
      reserveMonths: reserveMonths(own, balance - owed, day),
    };
  });
}

/** What is earned of a contribution up to the end of `day`. */
function earnedUntil({ from, to, amount }: TakenContribution, day: CalendarDate): Francs {
  if (day < from) return 0;
  if (day >= to) return amount;
  return shareOf(amount, daysBetween(from, day) + 1, daysBetween(from, to) + 1);
}

/**
 * Contributions earned in a span, day by day: what was paid for days within it, whenever it was paid. Spans that
 * follow one another add up to the whole contribution, to the franc.
 */
export function earnedContributions(
  contributions: readonly TakenContribution[],
  span: { readonly from: CalendarDate; readonly to: CalendarDate },
): Francs {
  const dayBefore = addDays(span.from, -1);
  return sum(contributions.map((one) => earnedUntil(one, span.to) - earnedUntil(one, dayBefore)));
}

/** Benefits in percent of what was earned, one decimal, rounded down; null where nothing was earned. */
export function lossRatioPercent(benefits: Francs, earned: Francs): number | null {
  return earned === 0 ? null : shareOf(benefits, 1000, earned) / 10;
}
