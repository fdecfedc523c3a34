import { Checkbox, SimpleGrid, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { cashbook } from "../../../../src/contract/cashbook.ts";
import type { Project } from "../../../../src/contract/cashbookTerms.ts";
import { addMonths } from "../../../../src/domain/calendar.ts";
import { newId } from "../../../lib/newId.ts";
import { today as todayNow } from "../../../lib/today.ts";
import { dayAsTyped } from "../../../lib/typedDay.ts";
import { useSaving } from "../../../lib/useSaving.ts";
import { DateField } from "../../../ui/DateField.tsx";
import { FormDialog } from "../../../ui/FormDialog.tsx";
import { dayTyped, useFormFaults } from "../formFaults.ts";

interface ProjectDialogProps {
  /** Null for a new one. */
  readonly project: Project | null;
  readonly onClose: () => void;
}

type Values = {
  code: string;
  name: string;
  donor: string;
  startsOn: string;
  endsOn: string;
  active: boolean;
};

/** Two digits of a year may lie ahead: a project that runs until `28` ends in 2028. */
const YEARS_AHEAD_MONTHS = 120;

function valuesOf(project: Project | null): Values {
  return {
    code: project?.code ?? "",
    name: project?.name ?? "",
    donor: project?.donor ?? "",
    startsOn: dayAsTyped(project?.startsOn ?? null),
    endsOn: dayAsTyped(project?.endsOn ?? null),
    active: project?.active ?? true,
  };
}

/** A project: what it is called, who pays for it, from when until when. */
export function ProjectDialog({ project, onClose }: ProjectDialogProps) {
  const { t } = useTranslation(["cashbook", "common"]);
  const [id] = useState(() => project?.id ?? newId());
  const [horizon] = useState(() => addMonths(todayNow(), YEARS_AHEAD_MONTHS));
  const input = (values: Values) => ({
    id,
    code: values.code.trim().toUpperCase(),
    name: values.name.trim(),
    donor: values.donor.trim(),
    startsOn: dayTyped(values.startsOn, horizon),
    endsOn: dayTyped(values.endsOn, horizon),
    active: values.active,
  });
  const validate = useFormFaults<Values>({
    schema: cashbook.saveProject.input,
    input,
    required: ["code", "name"],
    days: ["startsOn", "endsOn"],
  });
  const form = useForm<Values>({ initialValues: valuesOf(project), validate });
  const { submit, refusal, pending } = useSaving({
    operation: "cashbook.saveProject",
    form,
    input,
    onDone: onClose,
  });
  return (
    <FormDialog
      title={t(project === null ? "projects.new" : "projects.edit")}
      size="lg"
      closeOnClickOutside
      sending={{ go: submit, refusal, pending }}
      onClose={onClose}
    >
      <TextInput
        label={t("projects.code")}
        description={t("projects.codeHint")}
        maxLength={20}
        required
        disabled={project !== null}
        data-autofocus={project === null}
        {...form.getInputProps("code")}
      />
      <TextInput
        label={t("projects.name")}
        maxLength={80}
        required
        data-autofocus={project !== null}
        {...form.getInputProps("name")}
      />
      <TextInput label={t("projects.donor")} maxLength={80} {...form.getInputProps("donor")} />
      <SimpleGrid cols={2}>
        <DateField
          label={t("projects.startsOn")}
          coming
          {...form.getInputProps("startsOn")}
          value={form.values.startsOn}
        />
        <DateField
          label={t("projects.endsOn")}
          coming
          {...form.getInputProps("endsOn")}
          value={form.values.endsOn}
        />
      </SimpleGrid>
      <Checkbox label={t("projects.active")} {...form.getInputProps("active", { type: "checkbox" })} />
    </FormDialog>
  );
}
