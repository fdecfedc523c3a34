import type { OfficeScope } from "../../../contract/primitives.ts";
import { accept, type Result } from "../../../contract/results.ts";
import { listWrittenProjects } from "../../../data/cashbook/projects.ts";
import { listBudgetYears } from "../../../data/reporting/listYears.ts";
import { ACCOUNTS, BUDGET, type BudgetRow, PROJECTS } from "../../../documents/lists/cashbookLists.ts";
import type { Call } from "../../call.ts";
import { budget } from "../../cashbook/budgets.ts";
import { chartBook } from "../../cashbook/chartBook.ts";
import { projectBook } from "../../cashbook/projects.ts";
import { scopeOf } from "../../scope.ts";
import { listSource } from "./listSource.ts";

type Office = OfficeScope | undefined;

/** One chart holds in every office. */
function accountRows(call: Call, office: Office) {
  const scope = scopeOf(call, office, null);
  return scope.ok ? accept(chartBook(call).accounts) : scope;
}

/** Those that hold here; at headquarters of another office, those of its own. */
function projectRows(call: Call, office: Office) {
  const scope = scopeOf(call, office, office === undefined ? null : "programme");
  if (!scope.ok) return scope;
  const { reader, office: of } = scope.value;
  if (of === undefined) return accept(projectBook(call));
  return accept(listWrittenProjects(reader).filter((project) => of === "all" || project.office === of));
}

/** The running year's budget and those of every year that has one, each up to today or its last day. */
function budgetRows(call: Call, office: Office): Result<BudgetRow[]> {
  const scope = scopeOf(call, office, "finance");
  if (!scope.ok) return scope;
  const { reader, office: of = call.office.code } = scope.value;
  const today = call.today();
  const years = new Set([Number(today.slice(0, 4)), ...listBudgetYears(reader, of)]);
  const accounts = chartBook(call);
  const rows: BudgetRow[] = [];
  for (const year of [...years].sort((a, b) => b - a)) {
    const on = today < `${year}-12-31` ? today : `${year}-12-31`;
    const uses = budget(call, { year, on, project: null, ...(office === undefined ? {} : { office }) });
    if (!uses.ok) return uses;
    for (const { account, id: _, ...use } of uses.value) {
      const known = accounts.find(account);
      const accountName = { fr: known?.name ?? account, en: known?.nameEn ?? account };
      rows.push({ ...use, year, accountNumber: known?.number ?? "", accountName });
    }
  }
  return accept(rows);
}

export const CASHBOOK_SOURCES = {
  accounts: listSource(ACCOUNTS, { word: "comptes", permission: null, rows: accountRows }),
  projects: listSource(PROJECTS, { word: "projets", permission: null, rows: projectRows }),
  budget: listSource(BUDGET, { word: "budget", permission: "cashbook.read", rows: budgetRows }),
} as const;
