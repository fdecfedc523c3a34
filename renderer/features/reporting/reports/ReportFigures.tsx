import { Table } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { PeriodName, ReportFigure } from "../../../../src/contract/reportingTerms.ts";
import { requireIndicator } from "../../../../src/domain/reporting/catalogue/catalogue.ts";
import { HIDDEN_FIGURE, NO_FIGURE, showShown, showValue } from "../../../lib/figuresShown.ts";
import { useLanguage } from "../../../lib/refusals.ts";
import { useWordOf } from "../indicatorWords.ts";
import { usePeriodName } from "../period/periodWords.ts";
import { useFiscalStart } from "../period/usePeriod.ts";
import classes from "./Reports.module.css";

interface ReportFiguresProps {
  readonly figures: readonly ReportFigure[];
  readonly period: PeriodName;
  readonly before: PeriodName;
}

/** Figures as the report says them: what is hidden on paper is hidden here. */
export function ReportFigures({ figures, period, before }: ReportFiguresProps) {
  const { t } = useTranslation(["reports", "common"]);
  const wordOf = useWordOf();
  const language = useLanguage();
  const nameOf = usePeriodName(useFiscalStart());
  const hasTarget = figures.some(({ target }) => target !== null);
  return (
    <>
      <Table className={`${classes.figures} numerals`} verticalSpacing={4} horizontalSpacing={6}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t("figures.name")}</Table.Th>
            <Table.Th ta="right">{nameOf(period)}</Table.Th>
            <Table.Th ta="right">{nameOf(before)}</Table.Th>
            {hasTarget && <Table.Th ta="right">{t("figures.target")}</Table.Th>}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {figures.map(({ code, now, before: past, target }) => {
            const { name, unit } = requireIndicator(code);
            // Francs are said once, beside the name: three columns of them would not fit.
            const short = unit === "francs" ? "count" : unit;
            return (
              <Table.Tr key={code}>
                <Table.Th scope="row" fw={400}>
                  {wordOf(name)}
                  {unit === "francs" && <span className={classes.unit}> {t("common:currency")}</span>}
                </Table.Th>
                <Table.Td ta="right" fw={600} style={{ whiteSpace: "nowrap" }}>
                  {showShown(now, short, language)}
                </Table.Td>
                <Table.Td ta="right" style={{ whiteSpace: "nowrap" }}>
                  {showShown(past, short, language)}
                </Table.Td>
                {hasTarget && (
                  <Table.Td ta="right" style={{ whiteSpace: "nowrap" }}>
                    {target === null ? NO_FIGURE : showValue(target, short, language)}
                  </Table.Td>
                )}
              </Table.Tr>
            );
          })}
        </Table.Tbody>
      </Table>
      {figures.some(({ now, before: past }) => now.masked || past.masked) && (
        <p className={classes.soft}>{t("figures.hidden", { sign: HIDDEN_FIGURE })}</p>
      )}
    </>
  );
}
