import type { BudgetUse } from "../../../../src/contract/cashbookTerms.ts";

export interface BudgetShare {
  /** Of the year's plan, 0 to 100; null where nothing was planned. */
  readonly percent: number | null;
  /** More was spent, or less came in, than the plan makes up to the day. */
  readonly isBehind: boolean;
  readonly left: number;
}

/** How far a line is used. What was booked beyond the plan leaves less than nothing. */
export function shareOf({
  planned,
  plannedToDate,
  used,
  side,
}: Pick<BudgetUse, "planned" | "plannedToDate" | "used" | "side">): BudgetShare {
  const percent = planned === 0 ? null : Math.round((100 * used) / planned);
  const isBehind = side === "income" ? used < plannedToDate : used > plannedToDate;
  return { percent, isBehind, left: planned - used };
}

export interface BudgetTotals {
  readonly planned: number;
  readonly plannedToDate: number;
  readonly used: number;
}

export function totalsOf(lines: readonly BudgetTotals[]): BudgetTotals {
  return lines.reduce(
    (sum, line) => ({
      planned: sum.planned + line.planned,
      plannedToDate: sum.plannedToDate + line.plannedToDate,
      used: sum.used + line.used,
    }),
    { planned: 0, plannedToDate: 0, used: 0 },
  );
}
