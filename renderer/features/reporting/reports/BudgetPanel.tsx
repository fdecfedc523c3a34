import { Table } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { ReportBudgetLine } from "../../../../src/contract/reportingTerms.ts";
import { useOfficeName } from "../../../lib/offices.ts";
import { Amount } from "../../../ui/Amount.tsx";
import { Panel } from "../../../ui/Panel.tsx";
import { useWordOf } from "../indicatorWords.ts";

interface BudgetPanelProps {
  readonly lines: readonly ReportBudgetLine[];
  /** Of several offices, so that each line has to say whose it is. */
  readonly isOfAll: boolean;
}

const SIDES = ["income", "expense"] as const;

/** The budget beside what was used, as it was issued; nothing where none was written. */
export function BudgetPanel({ lines, isOfAll }: BudgetPanelProps) {
  const { t } = useTranslation("reports");
  const wordOf = useWordOf();
  const officeName = useOfficeName();
  if (lines.length === 0) return null;
  return (
    <Panel title={t("budget.title")}>
      <Table verticalSpacing={4} horizontalSpacing="sm" className="numerals">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t("budget.account")}</Table.Th>
            <Table.Th ta="right">{t("budget.planned")}</Table.Th>
            <Table.Th ta="right">{t("budget.toDate")}</Table.Th>
            <Table.Th ta="right">{t("budget.used")}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        {SIDES.map((side) => {
          const ofSide = lines.filter((line) => line.side === side);
          if (ofSide.length === 0) return null;
          return (
            <Table.Tbody key={side}>
              <Table.Tr>
                <Table.Th colSpan={4} scope="rowgroup">
                  {t(`budget.${side}`)}
                </Table.Th>
              </Table.Tr>
              {ofSide.map((line) => (
                <Table.Tr key={`${line.office} ${line.account} ${line.project}`}>
                  <Table.Th scope="row" fw={400}>
                    {[wordOf(line.label), line.project, isOfAll ? officeName(line.office) : null]
                      .filter(Boolean)
                      .join(" · ")}
                  </Table.Th>
                  {[line.planned, line.plannedToDate, line.used].map((francs, at) => (
                    <Table.Td key={["planned", "toDate", "used"][at]} ta="right">
                      <Amount francs={francs} />
                    </Table.Td>
                  ))}
                </Table.Tr>
              ))}
            </Table.Tbody>
          );
        })}
      </Table>
    </Panel>
  );
}
