import { Button, Group } from "@mantine/core";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { today as todayNow } from "../../../lib/today.ts";
import { dayAsTyped, readTypedDay } from "../../../lib/typedDay.ts";
import { DateField } from "../../../ui/DateField.tsx";
import { PERIODS, type Period, periodOf } from "./figuresView.ts";

interface PeriodFieldsProps {
  readonly period: Period;
  readonly onChange: (period: Period) => void;
}

/** Named periods, or two days. */
export function PeriodFields({ period, onChange }: PeriodFieldsProps) {
  const { t } = useTranslation("literacy");
  return (
    <Group align="flex-end" gap="sm">
      <DayOfPeriod
        label={t("figures.from")}
        day={period.from}
        onChange={(from) => onChange({ ...period, from })}
      />
      <DayOfPeriod label={t("figures.to")} day={period.to} onChange={(to) => onChange({ ...period, to })} />
      <Group gap={4} mb={3}>
        {PERIODS.map((name) => {
          const named = periodOf(name, todayNow());
          const isChosen = named.from === period.from && named.to === period.to;
          return (
            <Button
              key={name}
              size="xs"
              variant={isChosen ? "light" : "subtle"}
              aria-pressed={isChosen}
              onClick={() => onChange(named)}
            >
              {t(`figures.period.${name}`)}
            </Button>
          );
        })}
      </Group>
    </Group>
  );
}

interface DayOfPeriodProps {
  readonly label: string;
  readonly day: string;
  readonly onChange: (day: string) => void;
}

/** As short as a day can be written in full: `1/1/2026`. */
const SHORTEST = 8;

/** Takes a day as soon as what is typed is one. */
function DayOfPeriod({ label, day, onChange }: DayOfPeriodProps) {
  const [typed, setTyped] = useState(dayAsTyped(day));
  useEffect(() => setTyped(dayAsTyped(day)), [day]);
  return (
    <DateField
      label={label}
      w={130}
      value={typed}
      inputWrapperOrder={["label", "input", "error"]}
      onChange={(text) => {
        setTyped(text);
        const read = readTypedDay(text, todayNow());
        if (read.kind === "day" && text.length >= SHORTEST && read.day !== day) onChange(read.day);
      }}
    />
  );
}
