import { Table } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { OfficeScope } from "../../../src/contract/primitives.ts";
import type { BothLanguages, Breakdown, PeriodName, Shown } from "../../../src/contract/reportingTerms.ts";
import type { Indicator } from "../../../src/domain/reporting/indicator.ts";
import { FigureLink } from "./FigureLink.tsx";
import { capital, useBreakdownName, useWordOf } from "./indicatorWords.ts";

export interface CellColumn {
  readonly period: PeriodName;
  readonly heading: string;
  /** Its figures are of the whole period, whose records can be looked at. */
  readonly isWhole: boolean;
}

interface CellTableProps {
  readonly indicator: Indicator;
  readonly by: Breakdown;
  readonly columns: readonly CellColumn[];
  readonly rows: readonly {
    readonly key: string;
    readonly label: BothLanguages;
    readonly cells: readonly Shown[];
  }[];
  /** Below the groups, where they add up to the whole. */
  readonly totals?: readonly Shown[];
  readonly office: OfficeScope | undefined;
}

/** One indicator by its groups; each figure leads to its records. */
export function CellTable({ indicator, by, columns, rows, totals, office }: CellTableProps) {
  const { t } = useTranslation("reporting");
  const wordOf = useWordOf();
  const breakdownName = useBreakdownName();
  const { code, unit } = indicator;
  const cellsOf = (key: string, name: string, cells: readonly Shown[]) =>
    columns.map((column, at) => (
      <Table.Td key={column.period} ta="right">
        <FigureLink
          figure={{ code, period: column.period, ...placeOf(by, key), office: officeOf(by, key) ?? office }}
          shown={cells[at] ?? { value: null, masked: false }}
          unit={unit}
          name={name}
          isOpen={column.isWhole}
        />
      </Table.Td>
    ));
  return (
    <Table verticalSpacing={5} horizontalSpacing="xs" fz="sm">
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{capital(breakdownName(indicator, by))}</Table.Th>
          {columns.map(({ period, heading }) => (
            <Table.Th key={period} ta="right">
              {heading}
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.map(({ key, label, cells }) => (
          <Table.Tr key={key}>
            <Table.Th scope="row" fw={400}>
              {wordOf(label)}
            </Table.Th>
            {cellsOf(key, wordOf(label), cells)}
          </Table.Tr>
        ))}
      </Table.Tbody>
      {totals !== undefined && rows.length > 1 && (
        <Table.Tfoot>
          <Table.Tr>
            <Table.Th scope="row">{t(indicator.nature === "rate" ? "table.whole" : "table.total")}</Table.Th>
            {cellsOf("", t("table.total"), totals)}
          </Table.Tr>
        </Table.Tfoot>
      )}
    </Table>
  );
}

/** The whole figure has no group; an office's is that office's own whole. */
function placeOf(by: Breakdown, key: string): { by: Breakdown | null; key: string } {
  return key === "" || by === "office" ? { by: null, key: "" } : { by, key };
}

const officeOf = (by: Breakdown, key: string): OfficeScope | undefined =>
  by === "office" && key !== "" ? key : undefined;
