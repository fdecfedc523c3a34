import { Anchor, Group, Select, Table } from "@mantine/core";
import { IconCircleCheck } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { CalendarDate } from "../../../../src/contract/primitives.ts";
import type { Outlier } from "../../../../src/contract/reportingViews.ts";
import { requireIndicator } from "../../../../src/domain/reporting/catalogue/catalogue.ts";
import { useAsk } from "../../../lib/calls.ts";
import { showValue } from "../../../lib/figuresShown.ts";
import { lastMonths, showMonth } from "../../../lib/months.ts";
import { useOfficeName } from "../../../lib/offices.ts";
import { useLanguage } from "../../../lib/refusals.ts";
import { Asked } from "../../../ui/Asked.tsx";
import { Panel } from "../../../ui/Panel.tsx";
import { indicatorAddress } from "../addresses.ts";
import { useWordOf } from "../indicatorWords.ts";
import classes from "./Completeness.module.css";
import { MONTHS_SHOWN } from "./completenessView.ts";
import { PastBars } from "./PastBars.tsx";
import { useFarWords } from "./useFarWords.ts";

/** Figures of a month that are far from their office's own past: a mistake, or news. */
export function OutliersPanel({ today }: { readonly today: CalendarDate }) {
  const { t } = useTranslation("reports");
  const language = useLanguage();
  // The running month is not over: what is still to come would look like a fall.
  const months = lastMonths(today, MONTHS_SHOWN + 1).slice(1);
  const [month, setMonth] = useState(months[0] ?? today.slice(0, 7));
  const outliers = useAsk("reporting.outliers", { month }, { keepPrevious: true });
  return (
    <Panel
      title={t("outliers.title")}
      text={t("outliers.text")}
      action={
        <Select
          aria-label={t("outliers.month")}
          data={months.map((value) => ({ value, label: showMonth(value, language) }))}
          value={month}
          onChange={(next) => next !== null && setMonth(next)}
          allowDeselect={false}
          w={190}
          style={{ flex: "none" }}
        />
      }
    >
      <Asked of={outliers}>
        {(found) =>
          found.length === 0 ? (
            <Group gap="xs">
              <IconCircleCheck size={20} aria-hidden />
              {t("outliers.none")}
            </Group>
          ) : (
            <OutlierTable outliers={found} />
          )
        }
      </Asked>
    </Panel>
  );
}

function OutlierTable({ outliers }: { readonly outliers: readonly Outlier[] }) {
  const { t } = useTranslation("reports");
  return (
    <Table className={`${classes.outliers} numerals`} verticalSpacing={6} horizontalSpacing="sm">
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t("list.office")}</Table.Th>
          <Table.Th>{t("figures.name")}</Table.Th>
          <Table.Th ta="right">{t("outliers.value")}</Table.Th>
          <Table.Th ta="right">{t("outliers.usual")}</Table.Th>
          <Table.Th>{t("outliers.far")}</Table.Th>
          <Table.Th>{t("outliers.past")}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {outliers.map((outlier) => (
          <OutlierRow key={`${outlier.office} ${outlier.code}`} outlier={outlier} />
        ))}
      </Table.Tbody>
    </Table>
  );
}

function OutlierRow({ outlier }: { readonly outlier: Outlier }) {
  const language = useLanguage();
  const wordOf = useWordOf();
  const officeName = useOfficeName();
  const farWords = useFarWords();
  const { office, code, month, value, usual, past } = outlier;
  const { name, unit } = requireIndicator(code);
  const shown = (figure: number) => showValue(figure, unit, language);
  return (
    <Table.Tr>
      <Table.Td>{officeName(office)}</Table.Td>
      <Table.Th scope="row" fw={500}>
        <Anchor component={Link} inherit to={indicatorAddress(code, { period: month, office })}>
          {wordOf(name)}
        </Anchor>
      </Table.Th>
      <Table.Td ta="right" fw={600} style={{ whiteSpace: "nowrap" }}>
        {shown(value)}
      </Table.Td>
      <Table.Td ta="right" style={{ whiteSpace: "nowrap" }}>
        {shown(usual)}
      </Table.Td>
      <Table.Td>{farWords(outlier)}</Table.Td>
      <Table.Td>
        <PastBars
          months={[...past, { month, value }].map((one) => ({ month: one.month, value: one.value }))}
          label={past
            .map((one) => `${showMonth(one.month, language, "short")} ${shown(one.value)}`)
            .join(", ")}
        />
      </Table.Td>
    </Table.Tr>
  );
}
