import type { InputOf } from "../../../../src/contract/index.ts";
import type { Plan } from "../../../../src/contract/insurancePolicies.ts";
import type { CalendarDate } from "../../../../src/contract/primitives.ts";
import type { Refusal } from "../../../../src/contract/results.ts";
import { readComingDay } from "../../../lib/typedDay.ts";
import type { Payment } from "../../../ui/PaymentFields.tsx";
import { readBeneficiaries, readChildren, type TypedBeneficiary, type TypedChild } from "../people/people.ts";
import { sharesRefusal } from "../people/sharesRefusal.ts";

/** What is filled in while somebody is being insured. */
export interface EnrolForm {
  readonly planCode: string | null;
  readonly effective: string;
  readonly children: readonly TypedChild[];
  readonly beneficiaries: readonly TypedBeneficiary[];
  readonly payment: Payment;
}

export type EnrolInput = Omit<InputOf<"insurance.enrol">, "id" | "voucherId" | "memberId">;

export function asksForChildren(plan: Plan | undefined): boolean {
  return plan?.terms.kind === "health" && plan.terms.coversChildren;
}

export function asksForBeneficiaries(plan: Plan | undefined): boolean {
  return plan?.terms.kind === "life";
}

/** The day that was typed; null while there is none to read. */
export function effectiveDay({ effective }: EnrolForm, today: CalendarDate): CalendarDate | null {
  const read = readComingDay(effective, today);
  return read.kind === "day" ? read.day : null;
}

/**
 * What is sent, or what has to be said first; a refusal of null stands at a field of its own already.
 * @param plan the version that is in force on the chosen day
 */
export function readEnrolForm(
  form: EnrolForm,
  plan: Plan | undefined,
  today: CalendarDate,
): { readonly input: EnrolInput } | { readonly refusal: Refusal | null } {
  const effectiveOn = effectiveDay(form, today);
  if (effectiveOn === null) return { refusal: { code: "request.required", field: "effectiveOn" } };
  if (plan === undefined) return { refusal: { code: "request.required", field: "planCode" } };
  const children = asksForChildren(plan) ? readChildren(form.children, today) : [];
  if (children === null) return { refusal: null };
  const beneficiaries = asksForBeneficiaries(plan) ? readBeneficiaries(form.beneficiaries) : [];
  if (beneficiaries === null) return { refusal: sharesRefusal(form.beneficiaries) };
  if (asksForBeneficiaries(plan) && beneficiaries.length === 0)
    return { refusal: { code: "insurance.beneficiaryMissing" } };
  const { method, reference } = form.payment;
  const fee = plan.terms.registrationFee;
  const isWithoutReference = fee === 0 || method === "cash";
  return {
    input: {
      planCode: plan.code,
      effectiveOn,
      children,
      beneficiaries,
      fee,
      method,
      reference: isWithoutReference ? "" : reference,
    },
  };
}
