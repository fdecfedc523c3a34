import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { literacy } from "../../../../src/contract/literacy.ts";
import type { Id } from "../../../../src/contract/primitives.ts";
import { useDraftForm } from "../../../lib/drafts.ts";
import { useRefusalText } from "../../../lib/refusals.ts";
import { useNotice } from "../../../lib/useNotice.ts";
import { useSaving } from "../../../lib/useSaving.ts";
import { useFormFaults } from "../formFaults.ts";
import { hasTwins, type ProgrammeValues, programmeDetails } from "./programmeForm.ts";

const Input = literacy.saveProgramme.input;

interface ProgrammeAbout {
  readonly id: Id;
  /** Names what is kept while the office is locked. */
  readonly draft: string;
  readonly initial: ProgrammeValues;
  /** Codes that a new programme does not take: also of those that come with the program. */
  readonly taken: readonly string[];
}

/** The form of a programme. */
export function useProgrammeForm({ id, draft, initial, taken }: ProgrammeAbout) {
  const { t } = useTranslation(["literacy", "common"]);
  const text = useRefusalText();
  const notice = useNotice();
  const navigate = useNavigate();
  const input = (values: ProgrammeValues) => ({ id, details: programmeDetails(values) });
  const faultsOf = useFormFaults<ProgrammeValues>({
    schema: Input,
    input,
    required: ["code", "name", "plannedHours"],
  });
  const { form, discard } = useDraftForm<ProgrammeValues>(draft, initial, (values) => {
    const { language, ...faults } = faultsOf(values);
    if (values.language === "other" && language) faults.otherLanguage = language;
    if (values.skills.length === 0) faults.skills = text({ code: "request.required" });
    else if (hasTwins(values.skills)) faults.skills = t("programmes.twice");
    if (taken.includes(programmeDetails(values).code)) faults.code = text({ code: "literacy.codeTaken" });
    return faults;
  });
  const saving = useSaving({
    operation: "literacy.saveProgramme",
    form,
    input: (values) => Input.parse(input(values)),
    onDone: () => {
      discard();
      notice(t("common:saved"));
      navigate("/settings/programmes");
    },
  });
  return { form, discard, ...saving };
}
