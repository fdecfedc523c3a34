import type { FundView } from "../../../../src/contract/insurancePolicies.ts";
import type { CalendarDate, Language } from "../../../../src/contract/primitives.ts";
import { addMonths } from "../../../../src/domain/calendar.ts";

/** `novembre 2026`, or `nov. 26` where there is little room. @param month `2026-11` */
export function showMonth(month: string, language: Language, look: "long" | "short" = "long"): string {
  const year = look === "long" ? "numeric" : "2-digit";
  const words = new Intl.DateTimeFormat(language, { month: look, year, timeZone: "UTC" });
  return words.format(new Date(`${month}-01T00:00:00Z`));
}

/** The last `count` months, the running one first: `2026-11`, `2026-10`… */
export function lastMonths(today: CalendarDate, count: number): string[] {
  const first = `${today.slice(0, 7)}-01`;
  return Array.from({ length: count }, (_, ago) => addMonths(first, -ago).slice(0, 7));
}

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
