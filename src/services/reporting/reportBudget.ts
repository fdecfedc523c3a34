import { mayDo } from "../../contract/permissions.ts";
import type { ReportBudgetLine, ReportedSpan, ReportKey } from "../../contract/reportingTerms.ts";
import { budget } from "../cashbook/budgets.ts";
import { chartBook } from "../cashbook/chartBook.ts";
import type { OpenPlace } from "./engineAccess.ts";

/**
 * The budget of the period's calendar year as it stood when the period ended, line by line; a project's lines for a
 * project. Nothing for who may not read the cash book or does not hold its tier.
 */
export function reportBudget(
  { call, office }: OpenPlace,
  { project }: ReportKey,
  { to }: ReportedSpan,
): ReportBudgetLine[] {
  if (!mayDo(call.user.role, "cashbook.read")) return [];
  const lines = budget(call, { year: Number(to.slice(0, 4)), on: to, project, office });
  if (!lines.ok) return [];
  const chart = chartBook(call);
  return lines.value.flatMap(({ side, account, ...line }): ReportBudgetLine[] => {
    if (side === "balance") return [];
    const known = chart.find(account);
    const label = { fr: known?.name ?? account, en: known?.nameEn ?? account };
    const { office: code, planned, plannedToDate, used } = line;
    return [{ office: code, account, label, project: line.project, side, planned, plannedToDate, used }];
  });
}
