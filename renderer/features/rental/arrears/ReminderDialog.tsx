import { Button, Group, NumberInput, SegmentedControl, Stack, Textarea } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Id } from "../../../../src/contract/primitives.ts";
import { type Reminder, ReminderKind } from "../../../../src/contract/rentalViews.ts";
import { newId } from "../../../lib/newId.ts";
import { today as todayNow } from "../../../lib/today.ts";
import { DateField } from "../../../ui/DateField.tsx";
import { Dialog } from "../../../ui/Dialog.tsx";
import { Fields } from "../../../ui/Fields.tsx";
import { FRANCS } from "../../../ui/numberFields.ts";
import { RefusalNotice } from "../../../ui/RefusalNotice.tsx";
import { dayOrNone, type Typed, typedNumber } from "../typed.ts";
import { useSending } from "../useSending.ts";

interface ReminderDialogProps {
  readonly leaseId: Id;
  readonly onClose: () => void;
}

/** Notes that a tenant was called or seen, and what was promised. */
export function ReminderDialog({ leaseId, onClose }: ReminderDialogProps) {
  const { t } = useTranslation("rental");
  return (
    <Dialog opened onClose={onClose} title={t("reminder.add")} size="lg">
      <ReminderForm leaseId={leaseId} onClose={onClose} />
    </Dialog>
  );
}

function useReminder(leaseId: Id, onDone: () => void) {
  const [id] = useState(newId);
  const [today] = useState(todayNow);
  const [kind, setKind] = useState<Reminder["kind"]>("call");
  const [promisedOn, setPromisedOn] = useState("");
  const [promised, setPromised] = useState<Typed>("");
  const [note, setNote] = useState("");
  const sending = useSending("noteReminder", {
    fields: ["promisedOn", "promised", "note"],
    input: () => ({
      id,
      leaseId,
      kind,
      promisedOn: dayOrNone(promisedOn, today, true),
      promised: promised === "" ? null : promised,
      note,
    }),
    onDone,
  });
  return { kind, setKind, promisedOn, setPromisedOn, promised, setPromised, note, setNote, sending };
}

function ReminderForm({ leaseId, onClose }: ReminderDialogProps) {
  const { t } = useTranslation(["rental", "common"]);
  const form = useReminder(leaseId, onClose);
  const { go, pending, refusal, errorAt } = form.sending;
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void go();
      }}
    >
      <Stack>
        <RefusalNotice refusal={refusal} />
        <SegmentedControl
          fullWidth
          aria-label={t("reminder.kind")}
          data={ReminderKind.options.map((kind) => ({ value: kind, label: t(`reminder.kinds.${kind}`) }))}
          value={form.kind}
          onChange={form.setKind}
        />
        <Fields legend={t("reminder.promise")}>
          <DateField
            label={t("reminder.promisedOn")}
            description={t("reminder.promiseHint")}
            coming
            data-autofocus
            value={form.promisedOn}
            onChange={form.setPromisedOn}
            error={errorAt("promisedOn")}
          />
          <NumberInput
            label={t("reminder.promised")}
            {...FRANCS}
            value={form.promised}
            onChange={(value) => form.setPromised(typedNumber(value))}
            error={errorAt("promised")}
          />
        </Fields>
        <Textarea
          label={t("reminder.note")}
          autosize
          minRows={2}
          maxLength={500}
          value={form.note}
          onChange={(event) => form.setNote(event.currentTarget.value)}
          error={errorAt("note")}
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t("common:cancel")}
          </Button>
          <Button type="submit" loading={pending}>
            {t("reminder.save")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
