import type { CoverState, LifeTerms } from "../../contract/insuranceTerms.ts";
import type { CalendarDate, Francs } from "../../contract/primitives.ts";
import { shareOf } from "./wholeFrancs.ts";

/** The life and retirement plan: every contribution belongs to the member's own account. */

export interface AccountMovement {
  readonly on: CalendarDate;
  readonly kind: "contribution" | "correction" | "withdrawal" | "deathBenefit";
  /** Francs; what leaves the account is negative. */
  readonly amount: number;
}

export interface AccountLine extends AccountMovement {
  /** Francs in the account after it. */
  readonly balance: number;
}

/**
 * The account's statement, oldest first. On one day what comes in stands before what goes out.
 * @param contributions as they were taken
 * @param movements all others
 */
export function accountStatement(
  contributions: readonly { readonly on: CalendarDate; readonly amount: Francs }[],
  movements: readonly AccountMovement[],
): { readonly lines: readonly AccountLine[]; readonly balance: number } {
  const all: AccountMovement[] = [
    ...contributions.map(({ on, amount }) => ({ on, amount, kind: "contribution" as const })),
    ...movements,
  ];
  all.sort((a, b) => (a.on === b.on ? Math.sign(b.amount) - Math.sign(a.amount) : a.on < b.on ? -1 : 1));
  let balance = 0;
  const lines = all.map((movement) => {
    balance += movement.amount;
    return { ...movement, balance };
  });
  return { lines, balance };
}

/**
 * What she takes with her on leaving the work or at the plan's age: the whole account from that age on, before it
 * the plan's share.
 * @param account francs in it, ≥ 0
 * @param age full years on the day of leaving; the younger where only a birth year is known
 */
export function withdrawalAmount(
  terms: Pick<LifeTerms, "withdrawalAge" | "withdrawalRate">,
  account: Francs,
  age: number,
): Francs {
  return age >= terms.withdrawalAge ? account : shareOf(account, terms.withdrawalRate, 100);
}

/**
 * What her beneficiaries get: the plan's benefit at least, the account when it is higher. In the waiting time, and
 * under a policy that is not active, the account alone.
 */
export function deathBenefitAmount(
  terms: Pick<LifeTerms, "deathBenefit">,
  account: Francs,
  cover: { readonly state: CoverState; readonly waitingEndsOn: CalendarDate | null },
  diedOn: CalendarDate,
): Francs {
  const isWaiting = cover.waitingEndsOn !== null && diedOn <= cover.waitingEndsOn;
  return cover.state === "active" && !isWaiting ? Math.max(terms.deathBenefit, account) : account;
}

export interface Beneficiary {
  readonly id: string;
  /** Whole percent, 1 to 100. */
  readonly share: number;
}

/** Whether the shares can be paid out: each at least 1 %, together 100 %. */
export function sharesAddUp(beneficiaries: readonly Beneficiary[]): boolean {
  const isWhole = beneficiaries.every(({ share }) => Number.isInteger(share) && share >= 1);
  return isWhole && beneficiaries.reduce((sum, { share }) => sum + share, 0) === 100;
}

/**
 * Divides a benefit to the franc: each gets her share rounded down, and the francs left over go one by one to those
 * who lost most by rounding (of equals to the smaller id).
 * @returns in the order of the beneficiaries
 * @throws RangeError when the shares do not add up to 100
 */
export function splitByShares<B extends Beneficiary>(
  amount: Francs,
  beneficiaries: readonly B[],
): (B & { readonly amount: Francs })[] {
  if (!sharesAddUp(beneficiaries)) throw new RangeError("shares add up to 100");
  const floors = beneficiaries.map((one) => ({ ...one, amount: shareOf(amount, one.share, 100) }));
  const left = amount - floors.reduce((sum, one) => sum + one.amount, 0);
  const lost = ({ share }: Beneficiary) => (amount * share) % 100;
  const luckier = [...floors].sort((a, b) => lost(b) - lost(a) || (a.id < b.id ? -1 : 1)).slice(0, left);
  return floors.map((one) => (luckier.includes(one) ? { ...one, amount: one.amount + 1 } : one));
}
