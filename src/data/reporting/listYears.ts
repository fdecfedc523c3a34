import type { OfficeScope } from "../../contract/primitives.ts";
import type { Reader } from "../reader.ts";

/* For which years there is something to list, the newest first. */

function years(reader: Reader, sql: string, params: Record<string, string>): number[] {
  return reader.all(`${sql} ORDER BY year DESC`, params).map((row) => Number(row.year));
}

/** Years for which an office, or any, has a budget. */
export function listBudgetYears(reader: Reader, office: OfficeScope): number[] {
  const isOne = office !== "all";
  const only = isOne ? "AND office = @office" : "";
  return years(
    reader,
    `SELECT DISTINCT year FROM budget_line WHERE amount > 0 ${only}`,
    isOne ? { office } : {},
  );
}

/** Fiscal years for which offices of this reader set targets. */
export function listTargetYears(reader: Reader): number[] {
  return years(
    reader,
    `SELECT year FROM indicator_target WHERE value IS NOT NULL
     UNION SELECT year FROM literacy_target WHERE value > 0`,
    {},
  );
}

/** Fiscal years for which headquarters' last answer brought targets. */
export function listReceivedTargetYears(reader: Reader): number[] {
  return years(reader, "SELECT DISTINCT year FROM received_target WHERE value IS NOT NULL", {});
}
