import type { BudgetLine, ProjectCode } from "../../contract/cashbookTerms.ts";
import type { OfficeScope } from "../../contract/primitives.ts";
import type { Reader } from "../reader.ts";
import type { Row } from "../registry.ts";
import type { WriteDoor } from "../writeDoor.ts";

function lineFromRow(row: Row): BudgetLine {
  return {
    id: String(row.id),
    office: String(row.office),
    year: Number(row.year),
    account: String(row.account),
    project: row.project === null ? null : String(row.project),
    amount: Number(row.amount),
    note: String(row.note),
  };
}

/** The lines of a year; those that were taken away, whose amount is nothing, left out. */
export function listBudgetLines(reader: Reader, office: OfficeScope, year: number): BudgetLine[] {
  const whose = office === "all" ? "" : "AND office = @office";
  return reader
    .all(
      `SELECT * FROM budget_line WHERE year = @year AND amount > 0 ${whose}
       ORDER BY office, account, project IS NOT NULL, project`,
      { year, ...(office === "all" ? {} : { office }) },
    )
    .map(lineFromRow);
}

export function readBudgetLine(reader: Reader, id: string): BudgetLine | undefined {
  const row = reader.get("SELECT * FROM budget_line WHERE id = @id", { id });
  return row === undefined ? undefined : lineFromRow(row);
}

/** An office's line for an account and project in a year, taken away or not. */
export function findBudgetLine(
  reader: Reader,
  about: { office: string; year: number; account: string; project: ProjectCode | null },
): BudgetLine | undefined {
  const row = reader.get(
    `SELECT * FROM budget_line WHERE office = @office AND year = @year AND account = @account
       AND coalesce(project, '') = coalesce(@project, '')`,
    about,
  );
  return row === undefined ? undefined : lineFromRow(row);
}

const columnsOf = ({ year, account, project, amount, note }: Omit<BudgetLine, "id" | "office">) => ({
  ...{ year, account, project, amount, note },
});

export function insertBudgetLine(door: WriteDoor, line: Omit<BudgetLine, "office">): void {
  door.insert("budget_line", { id: line.id, office: door.author.office, ...columnsOf(line) });
}

export function updateBudgetLine(door: WriteDoor, line: Omit<BudgetLine, "office">): void {
  door.update("budget_line", line.id, columnsOf(line));
}
