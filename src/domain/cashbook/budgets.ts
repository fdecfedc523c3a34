import type { AccountSide, BudgetUse } from "../../contract/cashbookTerms.ts";
import type { CalendarDate, Francs } from "../../contract/primitives.ts";
import { daysBetween } from "../calendar.ts";

/** The part of a year's plan that falls to its days up to one, that day included; whole francs, rounded half up. */
export function plannedToDate(planned: Francs, year: number, on: CalendarDate): Francs {
  const first = `${year}-01-01`;
  const next = `${year + 1}-01-01`;
  if (on < first) return 0;
  if (on >= next) return planned;
  const [days, passed] = [daysBetween(first, next), daysBetween(first, on) + 1];
  // Kept whole: a year's plan times its days stays far below 2 ^ 53.
  return Math.floor((2 * planned * passed + days) / (2 * days));
}

/** What was used of a line: income that came in, expenses that went out; what was taken back counts against it. */
export function usedOf(
  side: AccountSide,
  { sumIn, sumOut }: { readonly sumIn: Francs; readonly sumOut: Francs },
): BudgetUse["used"] {
  return side === "expense" ? sumOut - sumIn : sumIn - sumOut;
}
