import { Checkbox, NumberInput, Select, SimpleGrid, TagsInput, TextInput } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { ContributionPeriod } from "../../../../src/contract/insuranceTerms.ts";
import { DateField } from "../../../ui/DateField.tsx";
import { FRANCS, PERCENT, WHOLE } from "../../../ui/numberFields.ts";
import { Panel } from "../../../ui/Panel.tsx";
import type { PlanFormType } from "./planForm.ts";

/** A hint stands below its field, so that fields side by side stand on one line. */
const HINT_BELOW = ["label", "input", "description", "error"] as (
  | "label"
  | "input"
  | "description"
  | "error"
)[];

interface PlanPanelProps {
  readonly form: PlanFormType;
}

interface NamePanelProps extends PlanPanelProps {
  readonly isNewCode: boolean;
}

export function NamePanel({ form, isNewCode }: NamePanelProps) {
  const { t } = useTranslation("insurance");
  return (
    <Panel>
      <SimpleGrid cols={3}>
        <TextInput
          label={t("plans.code")}
          description={isNewCode ? t("plans.codeHint") : undefined}
          inputWrapperOrder={HINT_BELOW}
          maxLength={20}
          required
          readOnly={!isNewCode}
          {...form.getInputProps("code")}
        />
        <TextInput label={t("plans.name")} maxLength={60} required {...form.getInputProps("name")} />
        <DateField
          label={t("plans.from")}
          description={t(isNewCode ? "plans.fromHintNew" : "plans.fromHint")}
          coming
          required
          value={form.values.startsOn}
          onChange={(startsOn) => form.setFieldValue("startsOn", startsOn)}
          error={form.errors.startsOn}
        />
      </SimpleGrid>
    </Panel>
  );
}

export function ContributionPanel({ form }: PlanPanelProps) {
  const { t } = useTranslation("insurance");
  return (
    <Panel title={t("plans.contributions")}>
      <SimpleGrid cols={3} verticalSpacing="sm">
        <NumberInput
          label={t("terms.contribution")}
          required
          {...FRANCS}
          {...form.getInputProps("terms.contribution")}
        />
        <Select
          label={t("terms.period")}
          data={ContributionPeriod.options.map((value) => ({ value, label: t(`periods.${value}`) }))}
          allowDeselect={false}
          {...form.getInputProps("terms.period")}
        />
        <NumberInput
          label={t("terms.registrationFee")}
          {...FRANCS}
          {...form.getInputProps("terms.registrationFee")}
        />
        <NumberInput
          label={t("terms.waitingMonths")}
          description={t("terms.waitingHint")}
          inputWrapperOrder={HINT_BELOW}
          max={120}
          {...WHOLE}
          {...form.getInputProps("terms.waitingMonths")}
        />
        <NumberInput
          label={t("terms.graceDays")}
          description={t("terms.graceHint")}
          inputWrapperOrder={HINT_BELOW}
          max={366}
          {...WHOLE}
          {...form.getInputProps("terms.graceDays")}
        />
        <NumberInput
          label={t("terms.lapseMonths")}
          description={t("terms.lapseHint")}
          inputWrapperOrder={HINT_BELOW}
          max={120}
          {...WHOLE}
          {...form.getInputProps("terms.lapseMonths")}
        />
      </SimpleGrid>
      <Checkbox
        mt="md"
        label={t("terms.restartsWaiting")}
        {...form.getInputProps("terms.restartsWaiting", { type: "checkbox" })}
      />
      {form.values.terms.kind === "health" && (
        <Checkbox
          mt="xs"
          label={t("terms.refundsUnused")}
          {...form.getInputProps("terms.refundsUnused", { type: "checkbox" })}
        />
      )}
    </Panel>
  );
}

export function LifePanel({ form }: PlanPanelProps) {
  const { t } = useTranslation("insurance");
  return (
    <Panel title={t("plans.life")}>
      <SimpleGrid cols={3}>
        <NumberInput
          label={t("terms.withdrawalAge")}
          description={t("terms.withdrawalAgeHint")}
          inputWrapperOrder={HINT_BELOW}
          {...WHOLE}
          min={18}
          max={110}
          {...form.getInputProps("terms.withdrawalAge")}
        />
        <NumberInput
          label={t("terms.withdrawalRate")}
          description={t("terms.withdrawalRateHint")}
          inputWrapperOrder={HINT_BELOW}
          {...PERCENT}
          {...form.getInputProps("terms.withdrawalRate")}
        />
        <NumberInput
          label={t("terms.deathBenefit")}
          description={t("terms.deathBenefitHint")}
          inputWrapperOrder={HINT_BELOW}
          {...FRANCS}
          {...form.getInputProps("terms.deathBenefit")}
        />
      </SimpleGrid>
    </Panel>
  );
}

/** Who else is covered, what is never paid, and who decides. */
export function CoverPanel({ form }: PlanPanelProps) {
  const { t } = useTranslation("insurance");
  return (
    <Panel title={t("plans.cover")}>
      <SimpleGrid cols={2} verticalSpacing="sm">
        <div>
          <Checkbox
            mb="sm"
            label={t("terms.coversChildren")}
            {...form.getInputProps("terms.coversChildren", { type: "checkbox" })}
          />
          <NumberInput
            label={t("terms.childAgeLimit")}
            {...WHOLE}
            max={30}
            disabled={!form.values.terms.coversChildren}
            {...form.getInputProps("terms.childAgeLimit")}
          />
        </div>
        <TagsInput
          label={t("terms.excluded")}
          description={t("terms.excludedHint")}
          inputWrapperOrder={HINT_BELOW}
          splitChars={[",", ";", " "]}
          maxTags={500}
          value={form.values.terms.excluded}
          onChange={(codes) =>
            form.setFieldValue(
              "terms.excluded",
              codes.map((code) => code.toUpperCase()),
            )
          }
          error={Object.entries(form.errors).find(([path]) => path.startsWith("terms.excluded"))?.[1]}
        />
        <NumberInput
          label={t("terms.secondPersonFrom")}
          description={t("terms.secondPersonHint")}
          inputWrapperOrder={HINT_BELOW}
          {...FRANCS}
          {...form.getInputProps("terms.secondPersonFrom")}
        />
        <NumberInput
          label={t("terms.headquartersFrom")}
          description={t("terms.headquartersHint")}
          inputWrapperOrder={HINT_BELOW}
          {...FRANCS}
          {...form.getInputProps("terms.headquartersFrom")}
        />
      </SimpleGrid>
    </Panel>
  );
}
