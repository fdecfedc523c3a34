import { Table } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { BudgetUse } from "../../../../src/contract/cashbookTerms.ts";
import { Amount } from "../../../ui/Amount.tsx";
import { useChart } from "../useChart.ts";
import classes from "./Budget.module.css";
import { BudgetRow } from "./BudgetRow.tsx";
import { shareOf, totalsOf } from "./budgetFigures.ts";

interface BudgetTableProps {
  readonly lines: readonly BudgetUse[];
  readonly year: number;
  readonly withOffice: boolean;
  readonly withProject: boolean;
  readonly mayPlan: boolean;
}

function keyOf({ office, account, project }: BudgetUse): string {
  return `${office} ${account} ${project ?? ""}`;
}

/** The lines of one side, in the order of their account numbers, with their sum. */
export function BudgetTable({ lines, year, withOffice, withProject, mayPlan }: BudgetTableProps) {
  const { t } = useTranslation("cashbook");
  const { numberOf } = useChart();
  const [edited, setEdited] = useState<string | null>(null);
  const byNumber = lines.toSorted((a, b) => numberOf(a.account).localeCompare(numberOf(b.account)));
  return (
    <Table verticalSpacing={6} className="numerals">
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t("account")}</Table.Th>
          <Table.Th ta="right" w="13%">
            {t("budget.planned")}
          </Table.Th>
          <Table.Th ta="right" w="13%">
            {t("budget.toDate")}
          </Table.Th>
          <Table.Th ta="right" w="13%">
            {t("budget.used")}
          </Table.Th>
          <Table.Th ta="right" w="13%">
            {t("budget.left")}
          </Table.Th>
          <Table.Th w="18%">{t("budget.share")}</Table.Th>
          {mayPlan && <Table.Td w="6rem" />}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {byNumber.map((line) => (
          <BudgetRow
            key={keyOf(line)}
            line={line}
            year={year}
            withOffice={withOffice}
            withProject={withProject}
            mayPlan={mayPlan}
            isEdited={edited === keyOf(line)}
            onEdit={(isEdited) => setEdited(isEdited ? keyOf(line) : null)}
          />
        ))}
      </Table.Tbody>
      <Total lines={lines} mayPlan={mayPlan} />
    </Table>
  );
}

function Total({ lines, mayPlan }: Pick<BudgetTableProps, "lines" | "mayPlan">) {
  const { t } = useTranslation("cashbook");
  const { planned, plannedToDate, used } = totalsOf(lines);
  const side = lines[0]?.side ?? "balance";
  const { left, percent } = shareOf({ planned, plannedToDate, used, side });
  return (
    <Table.Tfoot>
      <Table.Tr className={classes.sumRow}>
        <Table.Th scope="row">{t("total")}</Table.Th>
        {[planned, plannedToDate, used, left].map((francs, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: columns keep their order
          <Table.Td key={at} ta="right">
            <Amount francs={francs} />
          </Table.Td>
        ))}
        <Table.Td>{percent === null ? "" : t("budget.percent", { percent })}</Table.Td>
        {mayPlan && <Table.Td />}
      </Table.Tr>
    </Table.Tfoot>
  );
}
