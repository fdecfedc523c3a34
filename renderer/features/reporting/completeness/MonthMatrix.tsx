import { ActionIcon, Group, Table, VisuallyHidden } from "@mantine/core";
import {
  IconAlertTriangle,
  IconChevronLeft,
  IconChevronRight,
  IconCircleCheck,
  IconCircleHalf2,
  IconClock,
  IconFileText,
  IconLock,
  IconMinus,
} from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { Completeness } from "../../../../src/contract/reportingViews.ts";
import { showInstant } from "../../../lib/format.ts";
import { showMonth } from "../../../lib/months.ts";
import { useLanguage } from "../../../lib/refusals.ts";
import { Panel } from "../../../ui/Panel.tsx";
import classes from "./Completeness.module.css";
import { type Cell, MONTHS_SHOWN, sentOf } from "./completenessView.ts";

const SIGNS = {
  complete: IconCircleCheck,
  partial: IconCircleHalf2,
  missing: IconAlertTriangle,
  running: IconClock,
  before: IconMinus,
} as const;

interface MonthMatrixProps {
  readonly found: Completeness;
  readonly isLatest: boolean;
  /** So many months later; earlier when negative. */
  readonly onMove: (months: number) => void;
}

/** An office a line, a month a column: a sign and a word, never a colour alone. */
export function MonthMatrix({ found, isLatest, onMove }: MonthMatrixProps) {
  const { t } = useTranslation("reports");
  const language = useLanguage();
  const { months, offices } = found;
  return (
    <Panel
      title={t("completeness.title")}
      text={t("completeness.text")}
      action={
        <Group gap={4} wrap="nowrap">
          <ActionIcon
            variant="default"
            size={36}
            aria-label={t("completeness.earlier")}
            onClick={() => onMove(-MONTHS_SHOWN)}
          >
            <IconChevronLeft size={18} />
          </ActionIcon>
          <ActionIcon
            variant="default"
            size={36}
            aria-label={t("completeness.later")}
            disabled={isLatest}
            onClick={() => onMove(MONTHS_SHOWN)}
          >
            <IconChevronRight size={18} />
          </ActionIcon>
        </Group>
      }
    >
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls has to be reached by the keyboard */}
      <section className={classes.box} tabIndex={0} aria-label={t("completeness.title")}>
        <Table className={classes.matrix ?? ""} verticalSpacing={6} horizontalSpacing={3}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th className={classes.office ?? ""}>{t("list.office")}</Table.Th>
              {months.map((month) => (
                <Table.Th key={month} className={classes.month ?? ""}>
                  {showMonth(month, language, "short")}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {offices.map(({ code, name, lastAt, cells }) => (
              <Table.Tr key={code}>
                <Table.Th scope="row" className={classes.office ?? ""}>
                  {name}
                  <span className={`${classes.last} numerals`}>
                    {lastAt === null ? t("completeness.never") : showInstant(lastAt).slice(0, 10)}
                  </span>
                </Table.Th>
                {cells.map((cell) => (
                  <Table.Td key={cell.month} className={classes.cell ?? ""}>
                    <CellSigns cell={cell} />
                  </Table.Td>
                ))}
              </Table.Tr>
            ))}
          </Table.Tbody>
          <Table.Tfoot>
            <Table.Tr>
              <Table.Th scope="row" className={classes.office ?? ""}>
                {t("completeness.sent")}
              </Table.Th>
              {months.map((month) => {
                const { sent, of } = sentOf(offices, month);
                return (
                  <Table.Td key={month} className={`${classes.cell} numerals`}>
                    {of === 0 ? "–" : t("completeness.sentOf", { sent, of })}
                  </Table.Td>
                );
              })}
            </Table.Tr>
          </Table.Tfoot>
        </Table>
      </section>
      <Legend />
    </Panel>
  );
}

function CellSigns({ cell: { state, cashClosed, report } }: { readonly cell: Cell }) {
  const { t } = useTranslation("reports");
  const Sign = SIGNS[state];
  const word = t(`completeness.states.${state}`);
  return (
    <>
      <span className={`${classes.state} ${classes[state]}`}>
        <Sign size={17} stroke={1.8} aria-hidden />
        {state === "before" ? <VisuallyHidden>{word}</VisuallyHidden> : word}
      </span>
      <span className={classes.signs}>
        {cashClosed && (
          <span title={t("completeness.cashClosed")}>
            <IconLock size={14} aria-hidden />
            <VisuallyHidden>{t("completeness.cashClosed")}</VisuallyHidden>
          </span>
        )}
        {report !== null && (
          <span title={t("completeness.report", { number: report })}>
            <IconFileText size={14} aria-hidden />
            <VisuallyHidden>{t("completeness.report", { number: report })}</VisuallyHidden>
          </span>
        )}
      </span>
    </>
  );
}

function Legend() {
  const { t } = useTranslation("reports");
  return (
    <ul className={classes.legend}>
      <li>
        <IconLock size={14} aria-hidden />
        {t("completeness.cashClosed")}
      </li>
      <li>
        <IconFileText size={14} aria-hidden />
        {t("completeness.reportIssued")}
      </li>
      <li>{t("completeness.lastHint")}</li>
    </ul>
  );
}
