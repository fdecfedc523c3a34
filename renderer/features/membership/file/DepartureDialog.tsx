import { Button, Group, Select, Stack } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { DepartureReason, type Member } from "../../../../src/contract/membership.ts";
import type { Refusal } from "../../../../src/contract/results.ts";
import { useTell } from "../../../lib/calls.ts";
import { applyRefusal, focusFirstError, useRefusalText } from "../../../lib/refusals.ts";
import { today as todayNow } from "../../../lib/today.ts";
import { dayAsTyped, readTypedDay } from "../../../lib/typedDay.ts";
import { DateField } from "../../../ui/DateField.tsx";
import { Dialog } from "../../../ui/Dialog.tsx";
import { RefusalNotice } from "../../../ui/RefusalNotice.tsx";

interface DepartureDialogProps {
  readonly opened: boolean;
  readonly member: Member;
  readonly onClose: () => void;
}

/** She leaves the association, or has died. */
export function DepartureDialog({ opened, member, onClose }: DepartureDialogProps) {
  const { t } = useTranslation(["membership", "common"]);
  return (
    <Dialog opened={opened} onClose={onClose} title={t("departure.title")}>
      {opened && <DepartureForm member={member} onClose={onClose} />}
    </Dialog>
  );
}

/** A transfer is decided at headquarters, not noted here. */
const REASONS = DepartureReason.exclude(["transferred"]).options;

interface Values {
  on: string;
  reason: DepartureReason | null;
}

function DepartureForm({ member, onClose }: Omit<DepartureDialogProps, "opened">) {
  const { t } = useTranslation(["membership", "common"]);
  const text = useRefusalText();
  const [today] = useState(todayNow);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const record = useTell("membership.recordDeparture");
  const form = useForm<Values>({
    initialValues: { on: dayAsTyped(today), reason: null },
    validate: {
      on: (on) => (readTypedDay(on, today).kind === "day" ? null : t("form.dateUnreadable")),
      reason: (reason) => (reason === null ? text({ code: "request.required" }) : null),
    },
  });
  const save = form.onSubmit(async ({ on, reason }) => {
    const day = readTypedDay(on, today);
    if (day.kind !== "day" || reason === null) return;
    const result = await record.tell({ id: member.id, on: day.day, reason });
    setRefusal(applyRefusal(form, result, text));
    if (result.ok) onClose();
  }, focusFirstError);
  return (
    <form onSubmit={save} noValidate>
      <Stack>
        <RefusalNotice refusal={refusal} />
        <Select
          label={t("departure.reason")}
          data={REASONS.map((value) => ({ value, label: t(`departure.reasons.${value}`) }))}
          allowDeselect={false}
          data-autofocus
          required
          {...form.getInputProps("reason")}
        />
        <DateField
          label={t("departure.on")}
          required
          value={form.values.on}
          onChange={(on) => form.setFieldValue("on", on)}
          error={form.errors.on}
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t("common:cancel")}
          </Button>
          <Button type="submit" loading={record.pending}>
            {t("departure.save")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
