import { Button, Group, Select } from "@mantine/core";
import type { UseFormReturnType } from "@mantine/form";
import { IconPlus } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { useAsk } from "../../../lib/calls.ts";
import type { CohortValues } from "./cohortForm.ts";

interface TrainerFieldProps {
  readonly form: UseFormReturnType<CohortValues>;
  /** Opens the dialog of a new one, which stands outside of this form. */
  readonly onNew: () => void;
}

/** Who teaches: those who do, and whoever the class has already. */
export function TrainerField({ form, onNew }: TrainerFieldProps) {
  const { t } = useTranslation("literacy");
  const trainers = useAsk("literacy.trainers", {}).data ?? [];
  const offered = trainers.filter(({ id, active }) => active || id === form.values.trainerId);
  return (
    <Group gap="xs" align="flex-end" wrap="nowrap">
      <Select
        style={{ flex: 1 }}
        label={t("cohortForm.trainer")}
        placeholder={t("cohorts.noTrainer")}
        data={offered.map(({ id, name }) => ({ value: id, label: name }))}
        clearable
        searchable
        {...form.getInputProps("trainerId")}
      />
      <Button variant="default" leftSection={<IconPlus size={16} aria-hidden />} onClick={onNew}>
        {t("cohortForm.newTrainer")}
      </Button>
    </Group>
  );
}
