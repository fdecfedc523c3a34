import { Button, NumberInput, Select, TextInput } from "@mantine/core";
import type { UseFormReturnType } from "@mantine/form";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { Id } from "../../../../src/contract/primitives.ts";
import { useAsk } from "../../../lib/calls.ts";
import { today as todayNow } from "../../../lib/today.ts";
import { DateField } from "../../../ui/DateField.tsx";
import { FormSection } from "../../../ui/FormSection.tsx";
import { FRANCS, WHOLE } from "../../../ui/numberFields.ts";
import { Panel } from "../../../ui/Panel.tsx";
import { RefusalNotice } from "../../../ui/RefusalNotice.tsx";
import { TrainerDialog } from "../trainers/TrainerDialog.tsx";
import classes from "./CohortForm.module.css";
import { type CohortValues, rhythmOf } from "./cohortForm.ts";
import { MeetingsFields } from "./MeetingsFields.tsx";
import { ProgrammeField } from "./ProgrammeField.tsx";
import { RhythmCount } from "./RhythmCount.tsx";
import { TrainerField } from "./TrainerField.tsx";
import { useCohortForm } from "./useCohortForm.ts";

interface CohortFormProps {
  readonly id: Id;
  /** Names what is kept while the office is locked. */
  readonly draft: string;
  readonly initial: CohortValues;
  /** The verb on its button. */
  readonly action: string;
  readonly cancelTo: string;
}

/** All that a class is, in one form. */
export function CohortForm({ id, draft, initial, action, cancelTo }: CohortFormProps) {
  const { t } = useTranslation(["literacy", "common"]);
  const { form, submit, refusal, pending, discard } = useCohortForm(id, draft, initial);
  const [addingTrainer, setAddingTrainer] = useState(false);
  return (
    <>
      <form onSubmit={submit} noValidate>
        <Panel>
          <WhatSection form={form} onNewTrainer={() => setAddingTrainer(true)} />
          <RhythmSection form={form} />
          <MoneySection form={form} />
        </Panel>
        <RefusalNotice refusal={refusal} />
        <div className={classes.bar}>
          <Button component={Link} to={cancelTo} variant="default" onClick={discard}>
            {t("common:cancel")}
          </Button>
          <Button type="submit" loading={pending}>
            {action}
          </Button>
        </div>
      </form>
      {addingTrainer && (
        <TrainerDialog
          trainer={null}
          onSaved={(trainerId) => form.setFieldValue("trainerId", trainerId)}
          onClose={() => setAddingTrainer(false)}
        />
      )}
    </>
  );
}

interface SectionProps {
  readonly form: UseFormReturnType<CohortValues>;
}

function Wide({ children }: { readonly children: ReactNode }) {
  return <div className={classes.wide}>{children}</div>;
}

function WhatSection({ form, onNewTrainer }: SectionProps & { readonly onNewTrainer: () => void }) {
  const { t } = useTranslation("literacy");
  return (
    <FormSection title={t("cohortForm.what")}>
      <ProgrammeField form={form} />
      <NumberInput
        label={t("cohortForm.plannedHours")}
        {...WHOLE}
        max={2000}
        suffix={"\u00a0h"}
        hideControls
        required
        {...form.getInputProps("plannedHours")}
      />
      <TextInput
        label={t("cohortForm.name")}
        placeholder={t("cohortForm.namePlaceholder")}
        maxLength={60}
        required
        {...form.getInputProps("name")}
      />
      <TextInput
        label={t("cohortForm.place")}
        placeholder={t("cohortForm.placePlaceholder")}
        maxLength={80}
        required
        {...form.getInputProps("place")}
      />
      <TrainerField form={form} onNew={onNewTrainer} />
      <NumberInput
        label={t("cohortForm.capacity")}
        {...WHOLE}
        max={200}
        required
        {...form.getInputProps("capacity")}
      />
    </FormSection>
  );
}

function RhythmSection({ form }: SectionProps) {
  const { t } = useTranslation("literacy");
  const [today] = useState(todayNow);
  return (
    <FormSection title={t("cohortForm.rhythm")} hint={t("cohortForm.rhythmHint")}>
      <DateField
        coming
        required
        label={t("cohortForm.startsOn")}
        {...form.getInputProps("startsOn")}
        value={form.values.startsOn}
      />
      <DateField
        coming
        required
        label={t("cohortForm.endsOn")}
        {...form.getInputProps("endsOn")}
        value={form.values.endsOn}
      />
      <Wide>
        <MeetingsFields form={form} />
      </Wide>
      <Wide>
        <RhythmCount rhythm={rhythmOf(form.values, today)} plannedHours={form.values.plannedHours} />
      </Wide>
    </FormSection>
  );
}

function MoneySection({ form }: SectionProps) {
  const { t } = useTranslation("literacy");
  const projects = useAsk("cashbook.projects", {}).data ?? [];
  const offered = projects.filter(({ code, active }) => active || code === form.values.project);
  return (
    <FormSection title={t("cohortForm.money")} hint={t("cohortForm.moneyHint")}>
      <NumberInput
        label={t("cohortForm.fee")}
        description={t("cohortForm.feeHint")}
        {...FRANCS}
        {...form.getInputProps("fee")}
      />
      <NumberInput
        label={t("cohortForm.allowance")}
        description={t("cohortForm.allowanceHint")}
        {...FRANCS}
        {...form.getInputProps("allowance")}
      />
      {(offered.length > 0 || form.values.project !== null) && (
        <Select
          label={t("cohortForm.project")}
          placeholder={t("cohortForm.noProject")}
          data={offered.map(({ code, name }) => ({ value: code, label: `${code} · ${name}` }))}
          clearable
          {...form.getInputProps("project")}
        />
      )}
    </FormSection>
  );
}
