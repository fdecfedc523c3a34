import { ActionIcon, Group, Select } from "@mantine/core";
import { IconChevronLeft, IconChevronRight } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { useLanguage } from "../../../lib/refusals.ts";
import { today as todayNow } from "../../../lib/today.ts";
import { showMonth } from "../words.ts";
import { monthAfter, monthsAround } from "./monthSteps.ts";

/** Rents are asked for in advance; ten years are what the books are kept for. */
const COMING = 3;
const PAST = 120;

/** The months of the list, and the chosen one where it lies outside of them. */
function choices(month: string): string[] {
  const around = monthsAround(todayNow(), COMING, PAST);
  return around.includes(month) ? around : [month, ...around].toSorted().reverse();
}

interface MonthChoiceProps {
  readonly month: string;
  readonly onChange: (month: string) => void;
}

/** A month, one step back or on, or from the list. */
export function MonthChoice({ month, onChange }: MonthChoiceProps) {
  const { t } = useTranslation("rental");
  return (
    <Group gap={6} wrap="nowrap">
      <ActionIcon
        variant="default"
        size="lg"
        aria-label={t("roll.before")}
        onClick={() => onChange(monthAfter(month, -1))}
      >
        <IconChevronLeft size={18} aria-hidden />
      </ActionIcon>
      <MonthSelect label={t("roll.month")} month={month} months={choices(month)} onChange={onChange} />
      <ActionIcon
        variant="default"
        size="lg"
        aria-label={t("roll.after")}
        onClick={() => onChange(monthAfter(month, 1))}
      >
        <IconChevronRight size={18} aria-hidden />
      </ActionIcon>
    </Group>
  );
}

interface MonthSelectProps extends MonthChoiceProps {
  readonly label: string;
  /** The latest first. */
  readonly months: readonly string[];
  /** The label is seen, not only read out. */
  readonly labelled?: boolean;
  readonly error?: string | null;
}

export function MonthSelect({ label, month, months, labelled, error, onChange }: MonthSelectProps) {
  const language = useLanguage();
  return (
    <Select
      {...(labelled ? { label } : { "aria-label": label })}
      data={months.map((one) => ({ value: one, label: showMonth(one, language) }))}
      value={month}
      onChange={(chosen) => chosen !== null && onChange(chosen)}
      allowDeselect={false}
      error={error}
      w={180}
    />
  );
}
