import { NumberInput, Select, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { literacy } from "../../../../src/contract/literacy.ts";
import type { CohortFile } from "../../../../src/contract/literacyViews.ts";
import { newId } from "../../../lib/newId.ts";
import { today as todayNow } from "../../../lib/today.ts";
import { dayAsTyped } from "../../../lib/typedDay.ts";
import { useSaving } from "../../../lib/useSaving.ts";
import { DateField } from "../../../ui/DateField.tsx";
import { WHOLE } from "../../../ui/numberFields.ts";
import { FormDialog } from "../FormDialog.tsx";
import { dayTyped, type Typed, useFormFaults } from "../formFaults.ts";
import { groupLearners } from "./learnerLines.ts";

interface HandOutDialogProps {
  readonly file: CohortFile;
  readonly onClose: () => void;
}

type Values = {
  item: string;
  quantity: Typed;
  /** Null for the whole class. */
  enrolmentId: string | null;
  onDay: string;
};

const Input = literacy.handOut.input;

/** Notes what the class, or one woman, was given. */
export function HandOutDialog({ file, onClose }: HandOutDialogProps) {
  const { t } = useTranslation("literacy");
  const { form, saving } = useHandOut(file, onClose);
  const { present } = groupLearners(file.learners);
  return (
    <FormDialog title={t("materials.add")} action={t("materials.save")} saving={saving} onClose={onClose}>
      <TextInput
        label={t("materials.item")}
        placeholder={t("materials.itemPlaceholder")}
        maxLength={60}
        required
        data-autofocus
        {...form.getInputProps("item")}
      />
      <NumberInput
        label={t("materials.quantity")}
        {...WHOLE}
        max={10_000}
        required
        {...form.getInputProps("quantity")}
      />
      <Select
        label={t("materials.to")}
        placeholder={t("materials.class")}
        data={present.map(({ enrolmentId, learner }) => ({
          value: enrolmentId,
          label: `${learner.surname} ${learner.firstNames} ${learner.number}`.trim(),
        }))}
        clearable
        searchable
        {...form.getInputProps("enrolmentId")}
      />
      <DateField
        label={t("materials.onDay")}
        required
        {...form.getInputProps("onDay")}
        value={form.values.onDay}
      />
    </FormDialog>
  );
}

function useHandOut(file: CohortFile, onDone: () => void) {
  const [today] = useState(todayNow);
  const [id] = useState(newId);
  const input = ({ onDay, quantity, ...values }: Values) => ({
    ...values,
    ...{ id, cohortId: file.id, quantity: quantity === "" ? null : quantity, onDay: dayTyped(onDay, today) },
  });
  const validate = useFormFaults<Values>({
    schema: Input,
    input,
    required: ["item", "quantity", "onDay"],
    days: ["onDay"],
  });
  const form = useForm<Values>({
    initialValues: {
      item: "",
      quantity: file.attending > 0 ? file.attending : "",
      enrolmentId: null,
      onDay: dayAsTyped(today),
    },
    validate,
  });
  const saving = useSaving({
    operation: "literacy.handOut",
    form,
    input: (values) => Input.parse(input(values)),
    onDone,
  });
  return { form, saving };
}
