import { TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { literacy } from "../../../../src/contract/literacy.ts";
import type { Holiday } from "../../../../src/contract/literacyTerms.ts";
import type { CalendarDate, Id } from "../../../../src/contract/primitives.ts";
import { newId } from "../../../lib/newId.ts";
import { today as todayNow } from "../../../lib/today.ts";
import { dayAsTyped } from "../../../lib/typedDay.ts";
import { useSaving } from "../../../lib/useSaving.ts";
import { DateField } from "../../../ui/DateField.tsx";
import { FormDialog } from "../FormDialog.tsx";
import { dayTyped, useFormFaults } from "../formFaults.ts";

interface HolidayDialogProps {
  /** Null for a new one. */
  readonly holiday: (Holiday & { readonly id: Id }) | null;
  /** On which year the list then stands. */
  readonly onSaved: (onDay: CalendarDate) => void;
  readonly onClose: () => void;
}

type Values = { onDay: string; name: string };

const Input = literacy.saveHoliday.input;

/** A feast that moves: on which day it is this year. */
export function HolidayDialog({ holiday, onSaved, onClose }: HolidayDialogProps) {
  const { t } = useTranslation(["literacy", "common"]);
  const [today] = useState(todayNow);
  const [id] = useState(() => holiday?.id ?? newId());
  const input = ({ onDay, name }: Values) => ({
    id,
    name,
    onDay: dayTyped(onDay, today, true),
    remove: false,
  });
  const validate = useFormFaults<Values>({
    schema: Input,
    input,
    required: ["onDay", "name"],
    days: ["onDay"],
  });
  const form = useForm<Values>({
    initialValues: { onDay: dayAsTyped(holiday?.onDay ?? null), name: holiday?.name ?? "" },
    validate,
  });
  const saving = useSaving({
    operation: "literacy.saveHoliday",
    form,
    input: (values) => Input.parse(input(values)),
    onDone: () => {
      onSaved(dayTyped(form.getValues().onDay, today, true) ?? today);
      onClose();
    },
  });
  return (
    <FormDialog
      title={t(holiday === null ? "holidays.add" : "holidays.edit")}
      action={t("common:save")}
      saving={saving}
      onClose={onClose}
    >
      <TextInput
        label={t("holidays.name")}
        placeholder={t("holidays.namePlaceholder")}
        maxLength={60}
        required
        data-autofocus
        {...form.getInputProps("name")}
      />
      <DateField
        coming
        label={t("holidays.day")}
        required
        {...form.getInputProps("onDay")}
        value={form.values.onDay}
      />
    </FormDialog>
  );
}
