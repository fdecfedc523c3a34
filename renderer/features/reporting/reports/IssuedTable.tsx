import { Table } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { ReportTable, Shown } from "../../../../src/contract/reportingTerms.ts";
import { requireIndicator } from "../../../../src/domain/reporting/catalogue/catalogue.ts";
import { showShown } from "../../../lib/figuresShown.ts";
import { useLanguage } from "../../../lib/refusals.ts";
import { useBreakdownName, useWordOf } from "../indicatorWords.ts";
import { usePeriodName } from "../period/periodWords.ts";
import { useFiscalStart } from "../period/usePeriod.ts";
import classes from "./Reports.module.css";

/** A breakdown as it was issued: no way from it to today's records, which may be others. */
export function IssuedTable({ table }: { readonly table: ReportTable }) {
  const { t } = useTranslation(["reports", "reporting"]);
  const wordOf = useWordOf();
  const language = useLanguage();
  const breakdownName = useBreakdownName();
  const nameOf = usePeriodName(useFiscalStart());
  const indicator = requireIndicator(table.code);
  const cells = (shown: readonly Shown[]) =>
    table.columns.map((period, at) => (
      <Table.Td key={period} ta="right" style={{ whiteSpace: "nowrap" }}>
        {showShown(shown[at] ?? { value: null, masked: false }, indicator.unit, language)}
      </Table.Td>
    ));
  const by = breakdownName(indicator, table.by);
  return (
    <div>
      <h3 className={classes.caption}>{t("reporting:dashboard.by", { name: wordOf(indicator.name), by })}</h3>
      <Table className={`${classes.figures} numerals`} verticalSpacing={3} horizontalSpacing={6}>
        <Table.Thead>
          <Table.Tr>
            <Table.Td />
            {table.columns.map((period) => (
              <Table.Th key={period} ta="right">
                {nameOf(period)}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {table.rows.map(({ key, label, cells: shown }) => (
            <Table.Tr key={key}>
              <Table.Th scope="row" fw={400}>
                {wordOf(label)}
              </Table.Th>
              {cells(shown)}
            </Table.Tr>
          ))}
        </Table.Tbody>
        {table.rows.length > 1 && (
          <Table.Tfoot>
            <Table.Tr>
              <Table.Th scope="row">
                {t(indicator.nature === "rate" ? "reporting:table.whole" : "reporting:table.total")}
              </Table.Th>
              {cells(table.totals)}
            </Table.Tr>
          </Table.Tfoot>
        )}
      </Table>
    </div>
  );
}
