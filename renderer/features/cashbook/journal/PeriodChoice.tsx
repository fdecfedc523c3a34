import { Button, Group } from "@mantine/core";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { today } from "../../../lib/today.ts";
import { dayAsTyped, readTypedDay } from "../../../lib/typedDay.ts";
import { DateField } from "../../../ui/DateField.tsx";
import { PERIODS, type Period, periodOf } from "../period.ts";
import classes from "./Journal.module.css";

interface PeriodChoiceProps {
  readonly period: Period;
  readonly onChange: (period: Period) => void;
}

/** Named periods, or two days. */
export function PeriodChoice({ period, onChange }: PeriodChoiceProps) {
  const { t } = useTranslation("cashbook");
  return (
    <>
      <DayOfPeriod label={t("from")} day={period.from} onChange={(from) => onChange({ ...period, from })} />
      <DayOfPeriod label={t("to")} day={period.to} onChange={(to) => onChange({ ...period, to })} />
      <Group gap={4}>
        {PERIODS.map((name) => {
          const named = periodOf(name, today());
          const chosen = named.from === period.from && named.to === period.to;
          return (
            <Button
              key={name}
              size="xs"
              variant={chosen ? "light" : "subtle"}
              aria-pressed={chosen}
              onClick={() => onChange(named)}
            >
              {t(`period.${name}`)}
            </Button>
          );
        })}
      </Group>
    </>
  );
}

interface DayOfPeriodProps {
  readonly label: string;
  readonly day: string;
  readonly onChange: (day: string) => void;
}

/** Takes a day as soon as what is typed is one. */
function DayOfPeriod({ label, day, onChange }: DayOfPeriodProps) {
  const [typed, setTyped] = useState(dayAsTyped(day));
  useEffect(() => setTyped(dayAsTyped(day)), [day]);
  return (
    <DateField
      className={classes.day ?? ""}
      label={label}
      value={typed}
      inputWrapperOrder={["label", "input", "error"]}
      onChange={(text) => {
        setTyped(text);
        const read = readTypedDay(text, today());
        if (read.kind === "day" && text.length >= 8) onChange(read.day);
      }}
    />
  );
}
