import { NumberInput, Text } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { TargetIndicator } from "../../../../src/contract/literacyTerms.ts";
import type { LiteracyTarget } from "../../../../src/contract/literacyViews.ts";
import type { Refusal } from "../../../../src/contract/results.ts";
import { useTell } from "../../../lib/calls.ts";
import { newId } from "../../../lib/newId.ts";
import { useNotice } from "../../../lib/useNotice.ts";
import { useOnce } from "../../../lib/useOnce.ts";
import { PERCENT, WHOLE } from "../../../ui/numberFields.ts";
import { FormDialog } from "../FormDialog.tsx";
import type { Typed } from "../formFaults.ts";
import { isRate } from "./targetsReached.ts";

const HUNDREDTHS = 100;
const MOST = 1_000_000;

type Values = Record<TargetIndicator, Typed>;

/** As typed: women, hours, whole percent; empty without a target. */
function valuesOf(targets: readonly LiteracyTarget[]): Values {
  const typed = (indicator: TargetIndicator): Typed => {
    const value = targets.find((one) => one.indicator === indicator)?.value ?? 0;
    if (value === 0) return "";
    return isRate(indicator) ? value / HUNDREDTHS : value;
  };
  return {
    enrolled: typed("enrolled"),
    passed: typed("passed"),
    attendanceRate: typed("attendanceRate"),
    completionRate: typed("completionRate"),
    hours: typed("hours"),
  };
}

const storedOf = (indicator: TargetIndicator, typed: Typed) =>
  Math.round(Number(typed) * (isRate(indicator) ? HUNDREDTHS : 1));

interface TargetsDialogProps {
  readonly year: number;
  readonly targets: readonly LiteracyTarget[];
  readonly onClose: () => void;
}

/** What this office wants to reach in a year. An empty field is no target. */
export function TargetsDialog({ year, targets, onClose }: TargetsDialogProps) {
  const { t } = useTranslation("literacy");
  const notice = useNotice();
  const before = valuesOf(targets);
  const form = useForm<Values>({ initialValues: before });
  const { tell, pending } = useTell("literacy.saveTarget");
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const go = useOnce(async () => {
    const values = form.getValues();
    for (const indicator of TargetIndicator.options) {
      if (values[indicator] === before[indicator]) continue;
      const id = targets.find((one) => one.indicator === indicator)?.id ?? newId();
      const result = await tell({ id, year, indicator, value: storedOf(indicator, values[indicator]) });
      setRefusal(result.ok ? null : result.refusal);
      if (!result.ok) return false;
    }
    notice(t("figures.targetsSaved"));
    onClose();
    return true;
  });
  return (
    <FormDialog
      title={t("figures.targetsTitle", { year })}
      action={t("figures.saveTargets")}
      saving={{ submit: form.onSubmit(() => void go()), pending, refusal }}
      onClose={onClose}
    >
      <Text size="sm" c="dimmed">
        {t("figures.targetsHint")}
      </Text>
      {TargetIndicator.options.map((indicator) => (
        <NumberInput
          key={indicator}
          label={t(`figures.indicators.${indicator}`)}
          {...(isRate(indicator) ? PERCENT : { ...WHOLE, max: MOST, hideControls: true })}
          {...form.getInputProps(indicator)}
        />
      ))}
    </FormDialog>
  );
}
