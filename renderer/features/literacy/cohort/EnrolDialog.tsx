import { Checkbox, Select } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { CohortFile } from "../../../../src/contract/literacyViews.ts";
import { useAsk } from "../../../lib/calls.ts";
import { useNotice } from "../../../lib/useNotice.ts";
import { DateField } from "../../../ui/DateField.tsx";
import { MemberPick, type PickedMember } from "../../../ui/MemberPick.tsx";
import { Notice } from "../../../ui/RefusalNotice.tsx";
import { FormDialog } from "../FormDialog.tsx";
import { isFull, type OpenCohort } from "./enrolForm.ts";
import { LearnerFacts } from "./LearnerFacts.tsx";
import { PlacementFields } from "./PlacementFields.tsx";
import { type EnrolFormType, useEnrolForm } from "./useEnrolForm.ts";
import { usualDay } from "./useStayForm.ts";

interface EnrolDialogProps {
  /** Null where the class is still to be chosen. */
  readonly cohort: OpenCohort | null;
  /** Left out where the woman is still to be found; then one comes after the other. */
  readonly member?: PickedMember;
  readonly onClose: () => void;
}

/** Enrols women in a class: who, from when, the placement test, or the waiting list. */
export function EnrolDialog({ cohort, member, onClose }: EnrolDialogProps) {
  const [round, setRound] = useState(0);
  // As the last enrolment left it: its places may be taken now.
  const [standing, setStanding] = useState(cohort);
  const [on, setOn] = useState<string | null>(null);
  const goOn = (file: CohortFile, day: string) => {
    setOn(day);
    if (cohort !== null) setStanding(file);
    setRound(round + 1);
  };
  return (
    <EnrolForm
      key={round}
      cohort={standing}
      fixed={member ?? null}
      hasEnrolled={round > 0}
      on={on}
      onDone={(file, day) => (member === undefined ? goOn(file, day) : onClose())}
      onClose={onClose}
    />
  );
}

interface EnrolFormProps {
  readonly cohort: OpenCohort | null;
  readonly fixed: PickedMember | null;
  readonly hasEnrolled: boolean;
  /** The day of the woman before, as it was typed. */
  readonly on: string | null;
  readonly onDone: (file: CohortFile, on: string) => void;
  readonly onClose: () => void;
}

function EnrolForm({ cohort, fixed, hasEnrolled, on, onDone, onClose }: EnrolFormProps) {
  const { t } = useTranslation(["literacy", "common"]);
  const notice = useNotice();
  const [picked, setPicked] = useState(fixed);
  const cohorts = useOpenCohorts(cohort);
  const { form, saving } = useEnrolForm({
    memberId: fixed?.id ?? null,
    cohort,
    on,
    onDone: ({ wait, on: day }, file) => {
      notice(t(wait ? "enrol.doneWait" : "enrol.done", { name: picked?.number ?? "" }));
      onDone(file, day);
    },
  });
  const chosen = cohorts.find(({ id }) => id === form.values.cohortId) ?? null;
  const { wait } = form.values;
  return (
    <FormDialog
      title={t("enrol.title")}
      size="lg"
      action={t(wait ? "enrol.goWait" : "enrol.go")}
      {...(hasEnrolled ? { cancel: t("common:close") } : {})}
      saving={saving}
      onClose={onClose}
    >
      {cohort !== null && form.errors.cohortId && <Notice>{form.errors.cohortId}</Notice>}
      {fixed === null ? (
        <MemberPick
          label={t("enrol.member")}
          placeholder={t("enrol.memberPlaceholder")}
          nobody={t("enrol.nobody")}
          required
          data-autofocus
          // The dialog's focus is set once: a woman who comes after another finds the field ready.
          autoFocus={hasEnrolled}
          picked={picked}
          onPick={(found) => {
            setPicked(found);
            form.setFieldValue("memberId", found?.id ?? null);
          }}
          error={form.errors.memberId}
        />
      ) : (
        <>
          {form.errors.memberId && <Notice>{form.errors.memberId}</Notice>}
          <LearnerFacts learner={{ ...fixed, memberId: fixed.id }} />
        </>
      )}
      {cohort === null && <CohortField form={form} cohorts={cohorts} />}
      <DateField
        label={t(wait ? "enrol.onWait" : "enrol.on")}
        required
        {...form.getInputProps("on")}
        value={form.values.on}
      />
      <PlacementFields form={form} level={chosen?.level ?? null} />
      <Checkbox
        label={t("enrol.wait")}
        description={
          chosen !== null && isFull(chosen)
            ? t("enrol.isFull", { capacity: chosen.details.capacity })
            : undefined
        }
        {...form.getInputProps("wait", { type: "checkbox" })}
      />
    </FormDialog>
  );
}

/** The classes that can be chosen: the one that is given, or all that are not over. */
function useOpenCohorts(cohort: OpenCohort | null): readonly OpenCohort[] {
  const found = useAsk(
    "literacy.cohorts",
    { states: ["upcoming", "running"], text: "" },
    { enabled: cohort === null },
  );
  return cohort === null ? (found.data ?? []) : [cohort];
}

interface CohortFieldProps {
  readonly form: EnrolFormType;
  readonly cohorts: readonly OpenCohort[];
}

function CohortField({ form, cohorts }: CohortFieldProps) {
  const { t } = useTranslation("literacy");
  const choose = (id: string | null) => {
    const chosen = cohorts.find((cohort) => cohort.id === id);
    form.setFieldValue("cohortId", id);
    if (chosen === undefined) return;
    form.setFieldValue("on", usualDay(chosen.details));
    form.setFieldValue("wait", isFull(chosen));
  };
  return (
    <Select
      label={t("enrol.cohort")}
      placeholder={cohorts.length === 0 ? t("enrol.noCohort") : undefined}
      data={cohorts.map(({ id, details, level, attending }) => ({
        value: id,
        label: `${details.name} · ${t(`levels.${level}`)} (${t("cohort.placesText", {
          attending,
          capacity: details.capacity,
        })})`,
      }))}
      searchable
      allowDeselect={false}
      required
      data-autofocus
      value={form.values.cohortId}
      onChange={choose}
      error={form.errors.cohortId}
    />
  );
}
