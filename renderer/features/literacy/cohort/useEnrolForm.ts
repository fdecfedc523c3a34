import { useForm } from "@mantine/form";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { literacy } from "../../../../src/contract/literacy.ts";
import type { CohortFile } from "../../../../src/contract/literacyViews.ts";
import type { Id } from "../../../../src/contract/primitives.ts";
import { newId } from "../../../lib/newId.ts";
import { today as todayNow } from "../../../lib/today.ts";
import { useSaving } from "../../../lib/useSaving.ts";
import { useFormFaults } from "../formFaults.ts";
import { type EnrolValues, enrolInput, isFull, type OpenCohort, readPlacement, TESTED } from "./enrolForm.ts";
import { usualDay } from "./useStayForm.ts";

interface EnrolAbout {
  readonly memberId: Id | null;
  /** Null where it is still to be chosen. */
  readonly cohort: OpenCohort | null;
  /** The day of the woman before, as it was typed; null for the usual one. */
  readonly on: string | null;
  /** Gets the class as it stands then. */
  readonly onDone: (values: EnrolValues, file: CohortFile) => void;
}

const Input = literacy.enrol.input;

/** The form of one enrolment; its id is made once, so that a second click does nothing. */
export function useEnrolForm({ memberId, cohort, on, onDone }: EnrolAbout) {
  const { t } = useTranslation("literacy");
  const [today] = useState(todayNow);
  const [id] = useState(newId);
  const input = (values: EnrolValues) => enrolInput(id, values, today);
  const faultsOf = useFormFaults<EnrolValues>({
    schema: Input,
    input,
    required: ["memberId", "cohortId", "on"],
    days: ["on"],
  });
  const form = useForm<EnrolValues>({
    initialValues: {
      ...{ memberId, cohortId: cohort?.id ?? null, wait: cohort !== null && isFull(cohort) },
      on: on ?? (cohort === null ? "" : usualDay(cohort.details)),
      ...{ reading: "", writing: "", numeracy: "" },
    },
    validate: (values) => {
      const faults = faultsOf(values);
      if (readPlacement(values) === "part")
        for (const part of TESTED) if (values[part] === "") faults[part] = t("enrol.testPart");
      return faults;
    },
  });
  const saving = useSaving({
    operation: "literacy.enrol",
    form,
    input: (values) => Input.parse(input(values)),
    onDone: (file) => onDone(form.getValues(), file),
  });
  return { form, saving };
}

export type EnrolFormType = ReturnType<typeof useEnrolForm>["form"];
