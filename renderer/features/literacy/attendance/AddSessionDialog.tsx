import { NumberInput, Select, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useTranslation } from "react-i18next";
import type { CalendarDate } from "../../../../src/contract/primitives.ts";
import { newId } from "../../../lib/newId.ts";
import { focusFirstError, useLanguage, useRefusalText } from "../../../lib/refusals.ts";
import { WHOLE } from "../../../ui/numberFields.ts";
import { readTime } from "../cohorts/cohortForm.ts";
import { FormDialog } from "../FormDialog.tsx";
import { type AddedSession, keyOf } from "./sheetEdits.ts";
import { showWeekday } from "./sheetSpan.ts";

const SHORTEST_MINUTES = 15;
const LONGEST_MINUTES = 480;
const USUAL_MINUTES = 120;

interface AddSessionDialogProps {
  /** On which it may have been; at least one. */
  readonly days: readonly CalendarDate[];
  /** Sessions that are there already, by `keyOf`. */
  readonly taken: ReadonlySet<string>;
  readonly onAdd: (session: AddedSession) => void;
  readonly onClose: () => void;
}

/** A session that made up for another day. */
export function AddSessionDialog({ days, taken, onAdd, onClose }: AddSessionDialogProps) {
  const { t } = useTranslation("literacy");
  const language = useLanguage();
  const text = useRefusalText();
  const form = useForm({
    initialValues: { onDay: days.at(-1) ?? "", from: "", minutes: USUAL_MINUTES as number | string },
    validate: {
      from: (typed, { onDay }) => {
        const from = readTime(typed);
        if (from === null) return t("cohortForm.timeUnreadable");
        const values = { on: showWeekday(onDay, language), at: from };
        return taken.has(keyOf({ onDay, from })) ? text({ code: "literacy.sessionTwice", values }) : null;
      },
      minutes: (typed) => {
        const isRight = Number(typed) >= SHORTEST_MINUTES && Number(typed) <= LONGEST_MINUTES;
        return isRight ? null : text({ code: "request.invalid" });
      },
    },
  });
  const submit = form.onSubmit(({ onDay, from, minutes }) => {
    onAdd({ id: newId(), onDay, from: readTime(from) ?? from, minutes: Number(minutes) });
    onClose();
  }, focusFirstError);
  return (
    <FormDialog
      title={t("attendance.addTitle")}
      action={t("attendance.add")}
      saving={{ submit, pending: false, refusal: null }}
      onClose={onClose}
    >
      <Select
        label={t("attendance.day")}
        data={days.map((day) => ({ value: day, label: showWeekday(day, language) }))}
        allowDeselect={false}
        data-autofocus
        {...form.getInputProps("onDay")}
      />
      <TextInput
        label={t("cohortForm.from")}
        placeholder="8h30"
        maxLength={8}
        {...form.getInputProps("from")}
      />
      <NumberInput
        label={t("attendance.minutes")}
        {...WHOLE}
        step={SHORTEST_MINUTES}
        suffix={`\u00a0${t("cohortForm.minutesUnit")}`}
        {...form.getInputProps("minutes")}
      />
    </FormDialog>
  );
}
