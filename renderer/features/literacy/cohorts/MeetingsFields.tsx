import { ActionIcon, Button, NumberInput, Select, Text, TextInput } from "@mantine/core";
import type { UseFormReturnType } from "@mantine/form";
import { IconPlus, IconTrash } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { WHOLE } from "../../../ui/numberFields.ts";
import classes from "./CohortForm.module.css";
import { type CohortValues, EMPTY_MEETING, readTime } from "./cohortForm.ts";

const WEEKDAYS = ["1", "2", "3", "4", "5", "6", "7"] as const;
const MOST_MEETINGS = 14;
const PATH = "meetings";

interface MeetingsFieldsProps {
  readonly form: UseFormReturnType<CohortValues>;
}

/** The weekly meetings, one a line. */
export function MeetingsFields({ form }: MeetingsFieldsProps) {
  const { t } = useTranslation("literacy");
  const { meetings } = form.values;
  const add = () => {
    const last = meetings.at(-1) ?? EMPTY_MEETING;
    const next = String((Number(last.weekday) % WEEKDAYS.length) + 1);
    form.insertListItem(PATH, { ...last, weekday: next });
  };
  return (
    <fieldset aria-label={t("cohortForm.rhythm")} className={classes.meetings}>
      {meetings.map((_meeting, index) => (
        // A line has no identity but its place: nothing in it but its fields holds state.
        // biome-ignore lint/suspicious/noArrayIndexKey: see above
        <MeetingLine key={index} form={form} index={index} removable={meetings.length > 1} />
      ))}
      {form.errors[PATH] && (
        <Text c="ochre" size="sm" role="alert">
          {form.errors[PATH]}
        </Text>
      )}
      {meetings.length < MOST_MEETINGS && (
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={<IconPlus size={16} aria-hidden />}
          onClick={add}
        >
          {t("cohortForm.addMeeting")}
        </Button>
      )}
    </fieldset>
  );
}

interface MeetingLineProps extends MeetingsFieldsProps {
  readonly index: number;
  readonly removable: boolean;
}

function MeetingLine({ form, index, removable }: MeetingLineProps) {
  const { t } = useTranslation("literacy");
  const place = index + 1;
  const path = `${PATH}.${index}`;
  const from = form.getInputProps(`${path}.from`);
  return (
    <div className={classes.meeting}>
      <Select
        aria-label={t("cohortForm.weekdayOf", { place })}
        data={WEEKDAYS.map((value) => ({ value, label: t(`weekdays.d${value}`) }))}
        allowDeselect={false}
        {...form.getInputProps(`${path}.weekday`)}
      />
      <TextInput
        aria-label={t("cohortForm.fromOf", { place })}
        placeholder="8h30"
        maxLength={8}
        classNames={{ error: classes.fault ?? "" }}
        {...from}
        onBlur={(event) => {
          const read = readTime(event.currentTarget.value);
          if (read !== null) form.setFieldValue(`${path}.from`, read);
        }}
      />
      <NumberInput
        aria-label={t("cohortForm.minutesOf", { place })}
        {...WHOLE}
        step={30}
        max={480}
        suffix={`\u00a0${t("cohortForm.minutesUnit")}`}
        {...form.getInputProps(`${path}.minutes`)}
      />
      {removable && (
        <ActionIcon
          mt={4}
          aria-label={t("cohortForm.removeMeeting", { place })}
          onClick={() => form.removeListItem(PATH, index)}
        >
          <IconTrash size={18} />
        </ActionIcon>
      )}
    </div>
  );
}
