import { useForm } from "@mantine/form";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { OutputOf } from "../../../../src/contract/index.ts";
import type { Refusal } from "../../../../src/contract/results.ts";
import { useTell } from "../../../lib/calls.ts";
import { keepDraftsFor } from "../../../lib/drafts.ts";
import { applyRefusal, focusFirstError, useLanguage, useRefusalText } from "../../../lib/refusals.ts";
import { LonePage } from "../../../ui/LonePage.tsx";
import {
  asInput,
  EMPTY,
  type FirstStartForm,
  type FirstStartValues,
  firstStartErrors,
  stepOf,
} from "./firstStartForm.ts";
import { OfficeStep } from "./OfficeStep.tsx";
import { PersonStep } from "./PersonStep.tsx";
import { RecoveryStep } from "./RecoveryStep.tsx";
import { RestoreStep } from "./RestoreStep.tsx";
import { StepList } from "./StepList.tsx";

type Step = "office" | "person" | "recovery" | "restore";

/** The first start: this office, its first person, the recovery sheet. */
export function FirstStart({ demo }: { readonly demo: boolean }) {
  const { t } = useTranslation("office");
  const wizard = useWizard();
  return (
    <LonePage
      title={t(`first.${wizard.step}.title`)}
      text={t(`first.${wizard.step}.text`)}
      beside={<StepList current={wizard.step === "restore" ? "office" : wizard.step} demo={demo} />}
    >
      {wizard.step === "office" && (
        <OfficeStep form={wizard.form} onNext={wizard.toPerson} onRestore={wizard.toRestore} />
      )}
      {wizard.step === "restore" && <RestoreStep onBack={wizard.toOffice} />}
      {wizard.step === "person" && (
        <PersonStep
          form={wizard.form}
          refusal={wizard.refusal}
          pending={wizard.pending}
          onBack={wizard.toOffice}
          onNext={() => void wizard.create()}
        />
      )}
      {wizard.step === "recovery" && wizard.made && <RecoveryStep made={wizard.made} />}
    </LonePage>
  );
}

function useWizard() {
  const { t } = useTranslation("office");
  const text = useRefusalText();
  const language = useLanguage();
  const [step, setStep] = useState<Step>("office");
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [made, setMade] = useState<OutputOf<"office.create"> | null>(null);
  // The stage is asked anew only after the sheet was put away: until then the wizard stays.
  const create = useTell("office.create", { invalidates: [] });
  const form: FirstStartForm = useForm<FirstStartValues>({
    initialValues: { ...EMPTY, language },
    validate: firstStartErrors(text, t("first.person.notTheSame")),
  }) as FirstStartForm;

  /** Shows this step's errors only; true when it has none. */
  function passes(which: "office" | "person"): boolean {
    const errors = firstStartErrors(text, t("first.person.notTheSame"))(form.getValues());
    const here = Object.fromEntries(Object.entries(errors).filter(([field]) => stepOf(field) === which));
    form.setErrors(here);
    if (Object.keys(here).length > 0) focusFirstError();
    return Object.keys(here).length === 0;
  }

  async function send(): Promise<void> {
    if (!passes("person")) return;
    const result = await create.tell(asInput(form.getValues()));
    if (result.ok) {
      keepDraftsFor(result.value.session.userId);
      setMade(result.value);
      setStep("recovery");
      return;
    }
    setStep(result.refusal.field ? stepOf(result.refusal.field) : "person");
    setRefusal(applyRefusal(form, result, text));
  }

  return {
    form,
    step,
    refusal,
    made,
    pending: create.pending,
    toPerson: () => passes("office") && setStep("person"),
    toOffice: () => setStep("office"),
    toRestore: () => setStep("restore"),
    create: send,
  };
}
