import { Select } from "@mantine/core";
import type { UseFormReturnType } from "@mantine/form";
import { useTranslation } from "react-i18next";
import { useAsk } from "../../../lib/calls.ts";
import type { CohortValues } from "./cohortForm.ts";

/** What is taught; the hours that it plans are taken over until somebody wrote others. */
export function ProgrammeField({ form }: { readonly form: UseFormReturnType<CohortValues> }) {
  const { t } = useTranslation("literacy");
  const programmes = useAsk("literacy.programmes", {}).data ?? [];
  const offered = programmes.filter(({ id, active }) => active || id === form.values.programmeId);
  const choose = (programmeId: string | null) => {
    const before = programmes.find(({ id }) => id === form.values.programmeId);
    const next = programmes.find(({ id }) => id === programmeId);
    const { plannedHours } = form.values;
    const isTakenOver = plannedHours === "" || plannedHours === before?.plannedHours;
    form.setFieldValue("programmeId", programmeId);
    if (next !== undefined && isTakenOver) form.setFieldValue("plannedHours", next.plannedHours);
  };
  return (
    <Select
      label={t("cohortForm.programme")}
      placeholder={t("chooseProgramme")}
      data={offered.map(({ id, name }) => ({ value: id, label: name }))}
      allowDeselect={false}
      required
      data-autofocus
      value={form.values.programmeId}
      onChange={choose}
      error={form.errors.programmeId}
    />
  );
}
