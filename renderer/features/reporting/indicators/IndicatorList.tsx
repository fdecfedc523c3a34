import { Button, Table } from "@mantine/core";
import { IconListSearch } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { OfficeScope } from "../../../../src/contract/primitives.ts";
import type { IndicatorArea, PeriodName } from "../../../../src/contract/reportingTerms.ts";
import type { IndicatorTable } from "../../../../src/contract/reportingViews.ts";
import { Empty } from "../../../ui/Empty.tsx";
import { Panel } from "../../../ui/Panel.tsx";
import { AREAS, useWordOf } from "../indicatorWords.ts";
import { usePeriodName } from "../period/periodWords.ts";
import { IndicatorLine } from "./IndicatorLine.tsx";
import classes from "./Indicators.module.css";
import { areaLines, type IndicatorLineOf } from "./indicatorsView.ts";

interface IndicatorListProps {
  readonly table: IndicatorTable;
  readonly text: string;
  readonly period: PeriodName;
  readonly office: OfficeScope | undefined;
  readonly fiscalStart: number;
  readonly onClear: () => void;
}

/** The catalogue by area, as far as she may read it, narrowed by what is typed. */
export function IndicatorList(props: IndicatorListProps) {
  const { table, text, period, office, fiscalStart, onClear } = props;
  const { t } = useTranslation("reporting");
  const wordOf = useWordOf();
  const areas = AREAS.map((area) => ({ area, lines: areaLines(table.rows, area, text, wordOf) })).filter(
    ({ lines }) => lines.length > 0,
  );
  if (areas.length === 0) {
    return (
      <Empty
        icon={IconListSearch}
        title={t("indicators.noneFound")}
        text={t("indicators.noneFoundText")}
        action={
          <Button variant="default" onClick={onClear}>
            {t("indicators.showAll")}
          </Button>
        }
      />
    );
  }
  const [, before] = table.columns;
  return areas.map(({ area, lines }) => (
    <AreaList
      key={area}
      area={area}
      lines={lines}
      period={period}
      before={before?.name ?? period}
      office={office}
      fiscalStart={fiscalStart}
    />
  ));
}

interface AreaListProps extends Pick<IndicatorListProps, "period" | "office" | "fiscalStart"> {
  readonly area: IndicatorArea;
  readonly lines: readonly IndicatorLineOf[];
  readonly before: PeriodName;
}

function AreaList({ area, lines, period, before, office, fiscalStart }: AreaListProps) {
  const { t } = useTranslation("reporting");
  const nameOf = usePeriodName(fiscalStart);
  return (
    <Panel title={t(`areas.${area}`)}>
      <Table className={`${classes.list} numerals`} verticalSpacing={6} horizontalSpacing="sm">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t("indicators.indicator")}</Table.Th>
            <Table.Th ta="right" w="9.5rem">
              {nameOf(period)}
            </Table.Th>
            <Table.Th ta="right" w="9.5rem">
              {nameOf(before)}
            </Table.Th>
            <Table.Th w="10rem">{t("indicators.change")}</Table.Th>
            <Table.Th w="14rem">{t("indicators.target")}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {lines.map((line) => (
            <IndicatorLine key={line.indicator.code} line={line} period={period} office={office} />
          ))}
        </Table.Tbody>
      </Table>
    </Panel>
  );
}
