import { Button, Group, Select, Stack } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import type { Plan, PolicyFile } from "../../../../src/contract/insurancePolicies.ts";
import type { Member } from "../../../../src/contract/membership.ts";
import type { Id } from "../../../../src/contract/primitives.ts";
import { useAsk } from "../../../lib/calls.ts";
import { showFrancs } from "../../../lib/format.ts";
import { useLanguage, useRefusalText } from "../../../lib/refusals.ts";
import { today as todayNow } from "../../../lib/today.ts";
import { Asked } from "../../../ui/Asked.tsx";
import { DateField } from "../../../ui/DateField.tsx";
import { Dialog } from "../../../ui/Dialog.tsx";
import { DoneNote } from "../../../ui/DoneNote.tsx";
import { Fields } from "../../../ui/Fields.tsx";
import { PaymentFields } from "../../../ui/PaymentFields.tsx";
import { PrintButton } from "../../../ui/PrintButton.tsx";
import { ReceiptButton } from "../../../ui/ReceiptButton.tsx";
import { RefusalNotice } from "../../../ui/RefusalNotice.tsx";
import { BeneficiaryFields } from "../people/BeneficiaryFields.tsx";
import { ChildrenFields } from "../people/ChildrenFields.tsx";
import { plansOn } from "../plans/planList.ts";
import { asksForBeneficiaries, asksForChildren, type EnrolForm, effectiveDay } from "./enrolForm.ts";
import { PlanFacts } from "./PlanFacts.tsx";
import { useEnrol } from "./useEnrol.ts";

interface EnrolDialogProps {
  readonly member: Member;
  readonly onClose: () => void;
}

/** Insures a member: plan, day, who else is covered or paid, the registration fee; then the papers. */
export function EnrolDialog({ member, onClose }: EnrolDialogProps) {
  const { t } = useTranslation("insurance");
  const plans = useAsk("insurance.plans", {});
  const [enrolled, setEnrolled] = useState<Enrolled | null>(null);
  return (
    // The second click of a double click falls beside the shorter last step: the papers stay.
    <Dialog opened onClose={onClose} title={t("enrol.title")} size="xl" closeOnClickOutside={false}>
      {enrolled === null ? (
        <Asked of={plans}>
          {(found) => (
            <EnrolFields
              member={member}
              plans={found}
              onEnrolled={(file, voucherId) => setEnrolled({ file, voucherId })}
              onStale={() => void plans.refetch()}
              onClose={onClose}
            />
          )}
        </Asked>
      ) : (
        <Done enrolled={enrolled} onClose={onClose} />
      )}
    </Dialog>
  );
}

interface Enrolled {
  readonly file: PolicyFile;
  /** Null when there was no fee. */
  readonly voucherId: Id | null;
}

interface EnrolFieldsProps extends EnrolDialogProps {
  readonly plans: readonly Plan[];
  readonly onEnrolled: (file: PolicyFile, voucherId: Id | null) => void;
  /** The fee changed meanwhile: the new one has to be shown. */
  readonly onStale: () => void;
}

function EnrolFields({ member, plans, onEnrolled, onStale, onClose }: EnrolFieldsProps) {
  const { t } = useTranslation(["insurance", "common"]);
  const language = useLanguage();
  const enrol = useEnrol(member.id, onEnrolled, onStale);
  const { form, set, refusal } = enrol;
  const text = useRefusalText();
  const errorAt = (field: string) => (refusal?.field === field ? text(refusal) : null);
  const offered = useOffered(plans, form);
  const plan = offered.find(({ code }) => code === form.planCode);
  const fee = plan?.terms.registrationFee ?? 0;
  const isPlaced = ["planCode", "effectiveOn", "reference"].some((field) => errorAt(field) !== null);
  return (
    <Stack>
      <RefusalNotice refusal={isPlaced ? null : refusal} />
      <Fields>
        <Select
          label={t("columns.plan")}
          data={offered.map(({ code, name }) => ({ value: code, label: name }))}
          nothingFoundMessage={t("enrol.noPlan")}
          value={form.planCode}
          onChange={(planCode) => set({ planCode })}
          error={errorAt("planCode")}
          allowDeselect={false}
          required
          data-autofocus
        />
        <DateField
          label={t("enrol.effectiveOn")}
          coming
          required
          value={form.effective}
          onChange={(effective) => set({ effective })}
          error={errorAt("effectiveOn")}
        />
      </Fields>
      {plan && <PlanFacts plan={plan} />}
      <Covered form={form} plan={plan} checked={enrol.checked} onChange={set} />
      {fee > 0 && (
        <PaymentFields
          value={form.payment}
          onChange={(payment) => set({ payment })}
          referenceError={errorAt("reference")}
        />
      )}
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose}>
          {t("common:cancel")}
        </Button>
        <Button onClick={() => void enrol.go(plan)} loading={enrol.pending}>
          {fee > 0 ? t("enrol.goWithFee", { amount: showFrancs(fee, language) }) : t("enrol.go")}
        </Button>
      </Group>
    </Stack>
  );
}

/** The plans that she can be insured under from the chosen day on. */
function useOffered(plans: readonly Plan[], form: EnrolForm): readonly Plan[] {
  const [today] = useState(todayNow);
  return plansOn(plans, effectiveDay(form, today) ?? today);
}

interface CoveredProps {
  readonly form: EnrolForm;
  readonly plan: Plan | undefined;
  readonly checked: boolean;
  readonly onChange: (part: Partial<EnrolForm>) => void;
}

function Covered({ form, plan, checked, onChange }: CoveredProps) {
  const { t } = useTranslation("insurance");
  if (asksForChildren(plan)) {
    return (
      <Fields legend={t("children.title")} columns={1}>
        <ChildrenFields
          value={form.children}
          onChange={(children) => onChange({ children })}
          checked={checked}
        />
      </Fields>
    );
  }
  if (!asksForBeneficiaries(plan)) return null;
  return (
    <Fields legend={t("beneficiaries.title")} columns={1}>
      <BeneficiaryFields
        value={form.beneficiaries}
        onChange={(beneficiaries) => onChange({ beneficiaries })}
        checked={checked}
      />
    </Fields>
  );
}

function Done({ enrolled, onClose }: { readonly enrolled: Enrolled; readonly onClose: () => void }) {
  const { t } = useTranslation(["insurance", "common"]);
  const navigate = useNavigate();
  const { policy } = enrolled.file;
  return (
    <Stack>
      <DoneNote title={t("enrol.done", { number: policy.number })}>{t("enrol.next")}</DoneNote>
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose}>
          {t("common:close")}
        </Button>
        {enrolled.voucherId && <ReceiptButton voucherId={enrolled.voucherId} number={policy.number} wordy />}
        <PrintButton
          operation="insurance.printPolicy"
          input={{ id: policy.id }}
          label={t("policy.certificate")}
        />
        <Button data-autofocus onClick={() => navigate(`/insurance/policies/${policy.id}`)}>
          {t("enrol.open")}
        </Button>
      </Group>
    </Stack>
  );
}
