import { ActionIcon, Group, Select, Stack } from "@mantine/core";
import { IconChevronLeft, IconChevronRight } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useAsk } from "../../../lib/calls.ts";
import { lastMonths, showMonth } from "../../../lib/months.ts";
import { useLanguage } from "../../../lib/refusals.ts";
import { today as todayNow } from "../../../lib/today.ts";
import { Asked } from "../../../ui/Asked.tsx";
import { OfficeFilter } from "../../../ui/OfficeFilter.tsx";
import { Page } from "../../../ui/Page.tsx";
import { PrintButton } from "../../../ui/PrintButton.tsx";
import { useOfficeInAddress } from "../../../ui/useOfficeInAddress.ts";
import { InsuranceTabs } from "../InsuranceTabs.tsx";
import { SummaryTables } from "./SummaryTables.tsx";

const MONTHS = 36;

/** A month of the insurance in figures, to look at and to print. */
export function SummaryPage() {
  const { t } = useTranslation(["claims", "insurance"]);
  const [months] = useState(() => lastMonths(todayNow(), MONTHS));
  const [month, setMonth] = useState(months[0] ?? "");
  const [office, setOffice] = useOfficeInAddress();
  const input = office === undefined ? { month } : { month, office };
  const summary = useAsk("insurance.summary", input, { keepPrevious: true });
  return (
    <Page
      wide
      title={t("insurance:title")}
      subtitle={t("summary.subtitle")}
      action={
        <PrintButton
          operation="insurance.printSummary"
          input={input}
          label={t("summary.print")}
          variant="filled"
        />
      }
    >
      <InsuranceTabs />
      <Stack gap="lg">
        <Group>
          <MonthChoice months={months} month={month} onChange={setMonth} />
          <OfficeFilter value={office} onChange={setOffice} />
        </Group>
        <Asked of={summary}>{(figures) => <SummaryTables summary={figures} />}</Asked>
      </Stack>
    </Page>
  );
}

interface MonthChoiceProps {
  /** The newest first. */
  readonly months: readonly string[];
  readonly month: string;
  readonly onChange: (month: string) => void;
}

function MonthChoice({ months, month, onChange }: MonthChoiceProps) {
  const { t } = useTranslation("claims");
  const language = useLanguage();
  const at = months.indexOf(month);
  const [before, after] = [months[at + 1], months[at - 1]];
  const step = (to: string | undefined) => () => to !== undefined && onChange(to);
  return (
    <Group gap={6}>
      <ActionIcon
        variant="default"
        size="lg"
        aria-label={t("summary.before")}
        disabled={before === undefined}
        onClick={step(before)}
      >
        <IconChevronLeft size={18} aria-hidden />
      </ActionIcon>
      <Select
        aria-label={t("summary.month")}
        data={months.map((one) => ({ value: one, label: showMonth(one, language) }))}
        value={month}
        onChange={(chosen) => chosen !== null && onChange(chosen)}
        allowDeselect={false}
        w={190}
      />
      <ActionIcon
        variant="default"
        size="lg"
        aria-label={t("summary.after")}
        disabled={after === undefined}
        onClick={step(after)}
      >
        <IconChevronRight size={18} aria-hidden />
      </ActionIcon>
    </Group>
  );
}
