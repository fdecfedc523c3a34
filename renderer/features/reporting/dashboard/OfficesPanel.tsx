import { Table } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { OfficeScope } from "../../../../src/contract/primitives.ts";
import type { PeriodName, ReportTable, Shown } from "../../../../src/contract/reportingTerms.ts";
import { requireIndicator } from "../../../../src/domain/reporting/catalogue/catalogue.ts";
import type { Indicator } from "../../../../src/domain/reporting/indicator.ts";
import { Panel } from "../../../ui/Panel.tsx";
import { FigureLink } from "../FigureLink.tsx";
import { capital, useWordOf } from "../indicatorWords.ts";
import classes from "./Dashboard.module.css";
import { officeMatrix } from "./dashboardView.ts";

interface OfficesPanelProps {
  readonly tables: readonly ReportTable[];
  readonly period: PeriodName;
}

/** At headquarters: office by office, the figures that are compared. */
export function OfficesPanel({ tables, period }: OfficesPanelProps) {
  const { t } = useTranslation("reporting");
  const wordOf = useWordOf();
  const matrix = officeMatrix(tables);
  if (matrix === null) return null;
  const indicators = matrix.codes.map(requireIndicator);
  const line = (office: OfficeScope, name: string, cells: readonly Shown[]) => (
    <OfficeCells cells={cells} indicators={indicators} period={period} office={office} name={name} />
  );
  return (
    <Panel title={t("dashboard.byOffice")}>
      <div className={classes.offices}>
        <Table verticalSpacing={5} horizontalSpacing={6}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{capital(t("breakdowns.office"))}</Table.Th>
              {indicators.map(({ code, name, unit }) => (
                <Table.Th key={code} ta="right">
                  {wordOf(name)}
                  {unit === "francs" && <span className={classes.unit}>{t("dashboard.francs")}</span>}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {matrix.rows.map(({ key, label, cells }) => (
              <Table.Tr key={key}>
                <Table.Th scope="row" fw={500}>
                  {wordOf(label)}
                </Table.Th>
                {line(key, wordOf(label), cells)}
              </Table.Tr>
            ))}
          </Table.Tbody>
          <Table.Tfoot>
            <Table.Tr>
              <Table.Th scope="row">{t("table.total")}</Table.Th>
              {line("all", t("table.total"), matrix.totals)}
            </Table.Tr>
          </Table.Tfoot>
        </Table>
      </div>
    </Panel>
  );
}

interface OfficeCellsProps {
  readonly cells: readonly Shown[];
  readonly indicators: readonly Indicator[];
  readonly period: PeriodName;
  readonly office: OfficeScope;
  readonly name: string;
}

function OfficeCells({ cells, indicators, period, office, name }: OfficeCellsProps) {
  return indicators.map(({ code, unit }, at) => (
    <Table.Td key={code} ta="right">
      <FigureLink
        figure={{ code, period, by: null, key: "", office }}
        shown={cells[at] ?? { value: null, masked: false }}
        // Francs are said once, at the head of the column.
        unit={unit === "francs" ? "count" : unit}
        name={name}
      />
    </Table.Td>
  ));
}
