import { Table } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { ReportTable } from "../../../../src/contract/reportingTerms.ts";
import { requireIndicator } from "../../../../src/domain/reporting/catalogue/catalogue.ts";
import { showShown } from "../../../lib/figuresShown.ts";
import { useLanguage } from "../../../lib/refusals.ts";
import { capital, useBreakdownName, useWordOf } from "../indicatorWords.ts";
import { usePeriodName } from "../period/periodWords.ts";
import { useFiscalStart } from "../period/usePeriod.ts";
import { type IssuedColumn, issuedRows } from "./issuedRows.ts";
import classes from "./Reports.module.css";

/** So many figures beside each other need the whole width. */
const MANY = 2;

interface IssuedTableProps {
  /** Over the same groups; one alone may have a column for each period. */
  readonly tables: readonly ReportTable[];
}

/** A breakdown as it was issued: no way from it to today's records, which may be others. */
export function IssuedTable({ tables }: IssuedTableProps) {
  const { t } = useTranslation(["reports", "reporting", "common"]);
  const wordOf = useWordOf();
  const breakdownName = useBreakdownName();
  const nameOf = usePeriodName(useFiscalStart());
  const [first] = tables;
  if (first === undefined) return null;
  const { columns, rows } = issuedRows(tables);
  const by = breakdownName(requireIndicator(first.code), first.by);
  const isAlone = tables.length === 1;
  const headOf = ({ code, period }: IssuedColumn) => {
    const { name, unit } = requireIndicator(code);
    return isAlone ? nameOf(period) : [wordOf(name), unit === "francs" ? t("common:currency") : ""].join(" ");
  };
  return (
    <div className={tables.length > MANY ? classes.wide : undefined}>
      <h3 className={classes.caption}>
        {isAlone
          ? t("reporting:dashboard.by", { name: wordOf(requireIndicator(first.code).name), by })
          : t("reporting:indicators.byOne", { by })}
      </h3>
      <Table className={`${classes.figures} numerals`} verticalSpacing={3} horizontalSpacing={6}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{capital(by)}</Table.Th>
            {columns.map((column) => (
              <Table.Th key={column.name} ta="right">
                {headOf(column)}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map(({ key, label, columns: shown }) => (
            <Table.Tr key={key}>
              <Table.Th scope="row" fw={400}>
                {wordOf(label)}
              </Table.Th>
              <Cells columns={shown} withFrancs={isAlone} />
            </Table.Tr>
          ))}
        </Table.Tbody>
        {rows.length > 1 && (
          <Table.Tfoot>
            <Table.Tr>
              <Table.Th scope="row">{t("reporting:table.whole")}</Table.Th>
              <Cells columns={columns} withFrancs={isAlone} />
            </Table.Tr>
          </Table.Tfoot>
        )}
      </Table>
    </div>
  );
}

interface CellsProps {
  readonly columns: readonly IssuedColumn[];
  /** False where the head of the column says francs. */
  readonly withFrancs: boolean;
}

function Cells({ columns, withFrancs }: CellsProps) {
  const language = useLanguage();
  return columns.map(({ name, code, shown }) => {
    const { unit } = requireIndicator(code);
    return (
      <Table.Td key={name} ta="right" style={{ whiteSpace: "nowrap" }}>
        {showShown(shown, unit === "francs" && !withFrancs ? "count" : unit, language)}
      </Table.Td>
    );
  });
}
