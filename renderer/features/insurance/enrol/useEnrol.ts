import { useState } from "react";
import type { Plan, PolicyFile } from "../../../../src/contract/insurancePolicies.ts";
import type { Id } from "../../../../src/contract/primitives.ts";
import type { Refusal } from "../../../../src/contract/results.ts";
import { useTell } from "../../../lib/calls.ts";
import { newId } from "../../../lib/newId.ts";
import { today as todayNow } from "../../../lib/today.ts";
import { dayAsTyped } from "../../../lib/typedDay.ts";
import { CASH } from "../../../ui/PaymentFields.tsx";
import { type EnrolForm, readEnrolForm } from "./enrolForm.ts";

const emptyForm = (): EnrolForm => ({
  planCode: null,
  effective: dayAsTyped(todayNow()),
  children: [],
  beneficiaries: [],
  payment: CASH,
});

/**
 * The form of a new policy and its sending; its two ids are made once, so that a second click does nothing.
 * @param onEnrolled gets the fee's voucher, null when there was none
 */
export function useEnrol(
  memberId: Id,
  onEnrolled: (file: PolicyFile, voucherId: Id | null) => void,
  onStale: () => void,
) {
  const [ids] = useState(() => ({ id: newId(), voucherId: newId() }));
  const [form, setForm] = useState(emptyForm);
  const [checked, setChecked] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const { tell, pending } = useTell("insurance.enrol");
  const go = async (plan: Plan | undefined) => {
    setChecked(true);
    const read = readEnrolForm(form, plan, todayNow());
    if ("refusal" in read) return setRefusal(read.refusal);
    const result = await tell({ ...ids, memberId, ...read.input });
    setRefusal(result.ok ? null : result.refusal);
    if (result.ok) onEnrolled(result.value, read.input.fee > 0 ? ids.voucherId : null);
    else if (result.refusal.code === "insurance.amountChanged") onStale();
  };
  return {
    form,
    set: (part: Partial<EnrolForm>) => setForm((before) => ({ ...before, ...part })),
    checked,
    refusal,
    pending,
    go,
  };
}
