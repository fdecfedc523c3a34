import { Table, Text } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { useTranslation } from "react-i18next";
import type { FiguresLine } from "../../../../src/contract/literacyViews.ts";
import { showCount, showFrancs } from "../../../lib/format.ts";
import { useOfficeName } from "../../../lib/offices.ts";
import { useLanguage } from "../../../lib/refusals.ts";
import { showHours, showRate } from "../figuresShown.ts";
import classes from "./Figures.module.css";
import type { By } from "./figuresView.ts";
import { showMonth } from "./showMonth.ts";

const COLUMNS = [
  "enrolled",
  "attendanceRate",
  "dropouts",
  "assessed",
  "passed",
  "completionRate",
  "successRate",
  "hours",
  "costPerLearner",
] as const;

type Column = (typeof COLUMNS)[number];

/** At 125 % zoom these step aside, so that nothing has to be scrolled sideways. */
const WIDE_ONLY: readonly Column[] = ["assessed", "costPerLearner"];

interface FiguresTableProps {
  readonly lines: readonly FiguresLine[];
  readonly by: By;
}

/** The same indicators for each class, trainer, place, month or office. */
export function FiguresTable({ lines, by }: FiguresTableProps) {
  const { t } = useTranslation("literacy");
  const isNarrow = useMediaQuery("(max-width: 75em)") ?? false;
  const columns = COLUMNS.filter((column) => !isNarrow || !WIDE_ONLY.includes(column));
  if (lines.length === 0) return <Text c="dimmed">{t("figures.nothing")}</Text>;
  return (
    <Table verticalSpacing={5} horizontalSpacing="xs" className={`numerals ${classes.table}`}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t(`figures.by.${by}`)}</Table.Th>
          {columns.map((column) => (
            <Table.Th key={column} ta="right">
              {t(`figures.columns.${column}`)}
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {lines.map((line) => (
          <Line key={line.key} line={line} by={by} columns={columns} />
        ))}
      </Table.Tbody>
    </Table>
  );
}

function useLabel(by: By): (line: FiguresLine) => string {
  const { t } = useTranslation("literacy");
  const language = useLanguage();
  const officeName = useOfficeName();
  return ({ key, label }) => {
    if (by === "month") return showMonth(key, language);
    if (by === "office") return officeName(key);
    return label === "" ? t("figures.nobody") : label;
  };
}

interface LineProps {
  readonly line: FiguresLine;
  readonly by: By;
  readonly columns: readonly Column[];
}

function Line({ line, by, columns }: LineProps) {
  const language = useLanguage();
  const label = useLabel(by);
  const { figures } = line;
  const shown: Readonly<Record<Column, string>> = {
    enrolled: showCount(figures.enrolled, language),
    attendanceRate: showRate(figures.attendanceRate, language),
    dropouts: showCount(figures.dropouts, language),
    assessed: showCount(figures.assessed, language),
    passed: showCount(figures.passed, language),
    completionRate: showRate(figures.completionRate, language),
    successRate: showRate(figures.successRate, language),
    hours: showHours(figures.minutesTaught, language),
    costPerLearner: figures.costPerLearner === null ? "—" : showFrancs(figures.costPerLearner, language),
  };
  return (
    <Table.Tr>
      <Table.Th scope="row" fw={500}>
        {label(line)}
      </Table.Th>
      {columns.map((column) => (
        <Table.Td key={column} ta="right">
          {shown[column]}
        </Table.Td>
      ))}
    </Table.Tr>
  );
}
