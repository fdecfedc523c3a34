import { NumberInput, Select } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { LeasePeriod } from "../../../../../src/contract/rentalTerms.ts";
import { DateField } from "../../../../ui/DateField.tsx";
import { Fields } from "../../../../ui/Fields.tsx";
import { FRANCS, WHOLE } from "../../../../ui/numberFields.ts";
import { Panel } from "../../../../ui/Panel.tsx";
import type { LeaseFormType } from "./leaseForm.ts";

const HINT_BELOW = ["label", "input", "description", "error"] as (
  | "label"
  | "input"
  | "description"
  | "error"
)[];

/** From when, until when, and how much. */
export function RentPanel({ form }: { readonly form: LeaseFormType }) {
  const { t } = useTranslation("rental");
  return (
    <Panel title={t("form.money")}>
      <Fields columns={3}>
        <DateField
          label={t("form.startsOn")}
          coming
          required
          value={form.values.startsOn}
          onChange={(startsOn) => form.setFieldValue("startsOn", startsOn)}
          error={form.errors.startsOn}
        />
        <DateField
          label={t("form.endsOn")}
          description={t("form.endsHint")}
          coming
          value={form.values.endsOn}
          onChange={(endsOn) => form.setFieldValue("endsOn", endsOn)}
          error={form.errors.endsOn}
        />
        <NumberInput
          label={t("form.noticeMonths")}
          {...WHOLE}
          max={24}
          {...form.getInputProps("noticeMonths")}
        />
        <NumberInput label={t("form.rent")} required {...FRANCS} {...form.getInputProps("rent")} />
        <Select
          label={t("form.period")}
          data={LeasePeriod.options.map((period) => ({ value: period, label: t(`periodNames.${period}`) }))}
          allowDeselect={false}
          {...form.getInputProps("period")}
        />
        <NumberInput
          label={t("form.dueDay")}
          description={t("form.dueDayHint")}
          inputWrapperOrder={HINT_BELOW}
          {...WHOLE}
          min={1}
          max={28}
          {...form.getInputProps("dueDay")}
        />
        <NumberInput label={t("form.deposit")} {...FRANCS} {...form.getInputProps("deposit")} />
      </Fields>
    </Panel>
  );
}
