import { Button, Checkbox, NumberInput, Select, SimpleGrid, Stack, TextInput, Title } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { LiteracyLevel } from "../../../../src/contract/literacyTerms.ts";
import type { Id } from "../../../../src/contract/primitives.ts";
import { PERCENT, WHOLE } from "../../../ui/numberFields.ts";
import { Panel } from "../../../ui/Panel.tsx";
import { RefusalNotice } from "../../../ui/RefusalNotice.tsx";
import { LANGUAGES, type ProgrammeFormType, type ProgrammeValues } from "./programmeForm.ts";
import classes from "./Settings.module.css";
import { SkillGrid } from "./SkillGrid.tsx";
import { useProgrammeForm } from "./useProgrammeForm.ts";

interface ProgrammeFormProps {
  readonly id: Id;
  readonly draft: string;
  readonly initial: ProgrammeValues;
  readonly title: string;
  readonly readOnly?: boolean;
  /** Codes that are taken, for a new programme; the code of one that is there stays. */
  readonly taken?: readonly string[];
}

/** All that a programme says, in one form; headquarters' is shown in the same fields, closed. */
export function ProgrammeForm({ id, draft, initial, title, readOnly = false, taken }: ProgrammeFormProps) {
  const { t } = useTranslation(["literacy", "common"]);
  const { form, submit, refusal, pending, discard } = useProgrammeForm({
    ...{ id, draft, initial },
    taken: taken ?? [],
  });
  return (
    <form onSubmit={submit} noValidate>
      <fieldset disabled={readOnly} className={classes.form}>
        <Stack gap="lg">
          <Title order={2}>{title}</Title>
          <WhatPanel form={form} isNewCode={taken !== undefined} />
          <PassPanel form={form} />
          <SkillGrid form={form} readOnly={readOnly} />
        </Stack>
      </fieldset>
      {!readOnly && (
        <>
          <RefusalNotice refusal={refusal} />
          <div className={classes.bar}>
            <Button component={Link} to="/settings/programmes" variant="default" onClick={discard}>
              {t("common:cancel")}
            </Button>
            <Button type="submit" loading={pending}>
              {t("common:save")}
            </Button>
          </div>
        </>
      )}
    </form>
  );
}

interface WhatPanelProps {
  readonly form: ProgrammeFormType;
  readonly isNewCode: boolean;
}

function WhatPanel({ form, isNewCode }: WhatPanelProps) {
  const { t } = useTranslation("literacy");
  return (
    <Panel title={t("programmes.what")}>
      <SimpleGrid cols={3} spacing="md" verticalSpacing="sm">
        <TextInput label={t("programmes.name")} maxLength={80} required {...form.getInputProps("name")} />
        <TextInput
          label={t("programmes.code")}
          description={isNewCode ? t("programmes.codeHint") : undefined}
          inputWrapperOrder={["label", "input", "description", "error"]}
          maxLength={20}
          required
          readOnly={!isNewCode}
          {...form.getInputProps("code")}
        />
        <NumberInput
          label={t("programmes.plannedHours")}
          {...WHOLE}
          max={2000}
          hideControls
          suffix={"\u00a0h"}
          required
          {...form.getInputProps("plannedHours")}
        />
        <Select
          label={t("programmes.level")}
          data={LiteracyLevel.options.map((value) => ({ value, label: t(`levels.${value}`) }))}
          allowDeselect={false}
          {...form.getInputProps("level")}
        />
        <Select
          label={t("programmes.language")}
          data={LANGUAGES.map((value) => ({ value, label: t(`languages.${value}`) }))}
          allowDeselect={false}
          {...form.getInputProps("language")}
        />
        {form.values.language === "other" && (
          <TextInput
            label={t("programmes.otherLanguage")}
            maxLength={30}
            required
            {...form.getInputProps("otherLanguage")}
          />
        )}
      </SimpleGrid>
      <Checkbox
        mt="md"
        label={t("programmes.active")}
        {...form.getInputProps("active", { type: "checkbox" })}
      />
    </Panel>
  );
}

const RULES = ["overall", "eachDomain", "attendance"] as const;

function PassPanel({ form }: { readonly form: ProgrammeFormType }) {
  const { t } = useTranslation("literacy");
  return (
    <Panel title={t("programmes.pass")} text={t("programmes.passHint")}>
      <SimpleGrid cols={3} spacing="md">
        {RULES.map((rule) => (
          <NumberInput
            key={rule}
            label={t(`programmes.${rule}`)}
            {...PERCENT}
            {...form.getInputProps(`pass.${rule}`)}
          />
        ))}
      </SimpleGrid>
    </Panel>
  );
}
