import type { FundView } from "../../../../src/contract/insurancePolicies.ts";

/** Nothing ever came in or went out, and nothing is promised. */
export function isUntouched(fund: Pick<FundView, "contributions" | "benefits" | "committed">): boolean {
  return fund.contributions === 0 && fund.benefits === 0 && fund.committed === 0;
}

export type Reserve =
  | { readonly kind: "empty" | "growing" | "underMonth" }
  | { readonly kind: "months"; readonly months: number };

/** How long the money lasts, in whole months; an empty fund lasts for none, a growing one for ever. */
export function reserveOf({ balance, reserveMonths }: Pick<FundView, "balance" | "reserveMonths">): Reserve {
  if (balance <= 0) return { kind: "empty" };
  if (reserveMonths === null) return { kind: "growing" };
  const months = Math.floor(reserveMonths);
  return months < 1 ? { kind: "underMonth" } : { kind: "months", months };
}

/** Whether a payment would take more out of a plan's fund than is in it; false while the fund is not known. */
export function isBeyondFund(
  funds: readonly Pick<FundView, "planCode" | "balance">[],
  { planCode, amount }: { readonly planCode: string; readonly amount: number },
): boolean {
  const fund = funds.find((one) => one.planCode === planCode);
  return fund !== undefined && amount > fund.balance;
}
