import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { literacy } from "../../../../src/contract/literacy.ts";
import type { Id } from "../../../../src/contract/primitives.ts";
import { useDraftForm } from "../../../lib/drafts.ts";
import { useRefusalText } from "../../../lib/refusals.ts";
import { today as todayNow } from "../../../lib/today.ts";
import { useNotice } from "../../../lib/useNotice.ts";
import { useSaving } from "../../../lib/useSaving.ts";
import { useFormFaults } from "../formFaults.ts";
import { cohortPath } from "../places.ts";
import { type CohortValues, cohortInput, readTime } from "./cohortForm.ts";

const Input = literacy.saveCohort.input;
const REQUIRED = ["programmeId", "name", "place", "startsOn", "endsOn", "plannedHours", "capacity"] as const;

/** The form of a class, kept while the office is locked; saving it leads to the class. */
export function useCohortForm(id: Id, draft: string, initial: CohortValues) {
  const { t } = useTranslation(["literacy", "common"]);
  const text = useRefusalText();
  const notice = useNotice();
  const navigate = useNavigate();
  const [today] = useState(todayNow);
  const input = (values: CohortValues) => ({ id, details: cohortInput(values, today) });
  const faultsOf = useFormFaults<CohortValues>({
    schema: Input,
    input,
    required: REQUIRED,
    days: ["startsOn", "endsOn"],
  });
  const { form, discard } = useDraftForm<CohortValues>(draft, initial, (values) => {
    const faults = faultsOf(values);
    for (const [index, { from }] of values.meetings.entries()) {
      const field = `meetings.${index}.from`;
      if (from.trim() === "") faults[field] = text({ code: "request.required" });
      else if (readTime(from) === null) faults[field] = t("cohortForm.timeUnreadable");
    }
    return faults;
  });
  const saving = useSaving({
    operation: "literacy.saveCohort",
    form,
    input: (values) => Input.parse(input(values)),
    onDone: () => {
      discard();
      notice(t("common:saved"));
      navigate(cohortPath(id));
    },
  });
  return { form, discard, ...saving };
}
