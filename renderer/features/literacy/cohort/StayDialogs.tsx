import { Select, Text } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { LeaveReason } from "../../../../src/contract/literacyTerms.ts";
import type { CohortFile, LearnerLine } from "../../../../src/contract/literacyViews.ts";
import { useAsk } from "../../../lib/calls.ts";
import { newId } from "../../../lib/newId.ts";
import { today } from "../../../lib/today.ts";
import { dayAsTyped } from "../../../lib/typedDay.ts";
import { useNotice } from "../../../lib/useNotice.ts";
import { DateField } from "../../../ui/DateField.tsx";
import { FormDialog } from "../FormDialog.tsx";
import { LearnerFacts } from "./LearnerFacts.tsx";
import { movesTo } from "./learnerLines.ts";
import { useStayForm, usualDay } from "./useStayForm.ts";

export interface StayDialogProps {
  readonly file: CohortFile;
  readonly line: LearnerLine;
  readonly onClose: () => void;
}

/** From the waiting list into the class. */
export function AdmitDialog({ file, line, onClose }: StayDialogProps) {
  const { t } = useTranslation("literacy");
  const { form, saving } = useStayForm({
    step: "admit",
    initial: { on: usualDay(file.details) },
    input: () => ({ id: line.enrolmentId }),
    onDone: onClose,
  });
  return (
    <FormDialog title={t("admit.title")} action={t("admit.go")} saving={saving} onClose={onClose}>
      <LearnerFacts learner={line.learner} />
      <DateField
        label={t("admit.on")}
        required
        data-autofocus
        {...form.getInputProps("on")}
        value={form.values.on}
      />
    </FormDialog>
  );
}

/** Who left comes back. */
export function ComeBackDialog({ file, line, onClose }: StayDialogProps) {
  const { t } = useTranslation("literacy");
  const [newStay] = useState(newId);
  const { form, saving } = useStayForm({
    step: "comeBack",
    initial: { on: usualDay(file.details) },
    input: () => ({ id: line.enrolmentId, newId: newStay }),
    onDone: onClose,
  });
  return (
    <FormDialog title={t("comeBack.title")} action={t("comeBack.go")} saving={saving} onClose={onClose}>
      <LearnerFacts learner={line.learner} />
      <DateField
        label={t("comeBack.on")}
        required
        data-autofocus
        {...form.getInputProps("on")}
        value={form.values.on}
      />
    </FormDialog>
  );
}

/** She leaves, with the reason; from the waiting list she only goes. */
export function LeaveDialog({ line, onClose }: StayDialogProps) {
  const { t } = useTranslation("literacy");
  const isWaiting = line.startsOn === null;
  const initial: { on: string; reason: LeaveReason | null } = { on: dayAsTyped(today()), reason: null };
  const { form, saving } = useStayForm({
    step: "leave",
    initial,
    input: ({ reason }) => ({ id: line.enrolmentId, reason }),
    required: ["reason"],
    onDone: onClose,
  });
  return (
    <FormDialog
      title={t(isWaiting ? "leave.titleWait" : "leave.title")}
      action={t(isWaiting ? "leave.goWait" : "leave.go")}
      tone="attention"
      saving={saving}
      onClose={onClose}
    >
      <LearnerFacts learner={line.learner} />
      <Select
        label={t("leave.reason")}
        data={LeaveReason.options.map((reason) => ({ value: reason, label: t(`reasons.${reason}`) }))}
        required
        allowDeselect={false}
        data-autofocus
        {...form.getInputProps("reason")}
      />
      <DateField
        label={t(isWaiting ? "leave.onWait" : "leave.on")}
        required
        {...form.getInputProps("on")}
        value={form.values.on}
      />
    </FormDialog>
  );
}

/** On to another class of the same level and language. */
export function MoveDialog({ file, line, onClose }: StayDialogProps) {
  const { t } = useTranslation("literacy");
  const notice = useNotice();
  const [newStay] = useState(newId);
  const cohorts = useAsk("literacy.cohorts", { states: ["upcoming", "running"], text: "" }).data ?? [];
  const offered = movesTo(file, cohorts);
  const initial: { on: string; cohortId: string | null } = { on: dayAsTyped(today()), cohortId: null };
  const { form, saving } = useStayForm({
    step: "move",
    initial,
    input: ({ cohortId }) => ({ id: line.enrolmentId, newId: newStay, cohortId }),
    required: ["cohortId"],
    onDone: () => {
      const name = offered.find(({ id }) => id === form.getValues().cohortId)?.details.name ?? "";
      notice(t("move.done", { name }));
      onClose();
    },
  });
  return (
    <FormDialog title={t("move.title")} action={t("move.go")} saving={saving} onClose={onClose}>
      <LearnerFacts learner={line.learner} />
      <Text size="sm">{t("move.text")}</Text>
      <Select
        label={t("move.to")}
        data={offered.map(({ id, details, attending }) => ({
          value: id,
          label: `${details.name} (${t("cohort.placesText", { attending, capacity: details.capacity })})`,
        }))}
        placeholder={offered.length === 0 ? t("move.none") : undefined}
        required
        allowDeselect={false}
        data-autofocus
        {...form.getInputProps("cohortId")}
      />
      <DateField label={t("move.on")} required {...form.getInputProps("on")} value={form.values.on} />
    </FormDialog>
  );
}
