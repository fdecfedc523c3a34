import { z } from "zod";
import { PolicyEnd } from "../../contract/insurancePolicies.ts";
import {
  CareCategory,
  ClaimOutcome,
  ClaimState,
  Cut,
  PlanCode,
  PlanTerms,
} from "../../contract/insuranceTerms.ts";
import { CalendarDate, Francs, Id, Instant, OfficeCode } from "../../contract/primitives.ts";
import { jsonText } from "./jsonText.ts";

/*
 * The insurance's rows in headquarters' answers, column by column as the registry has them: its plans, and what goes
 * with a member who arrives.
 */

const Flag = z.union([z.literal(0), z.literal(1)]);
const Text = z.string().max(4_000);
const Kind = z.enum(["health", "life"]);
const own = { id: Id, office: OfficeCode };
const hers = { ...own, member_id: Id };

export const PlanVersionRow = z.strictObject({
  ...own,
  code: PlanCode,
  name: Text,
  kind: Kind,
  starts_on: CalendarDate,
  terms: jsonText(PlanTerms),
  confirmed: Flag,
  created_at: Instant,
});

export const PolicyRecordRow = z.strictObject({
  ...hers,
  number: Text,
  plan_code: PlanCode,
  kind: Kind,
  effective_on: CalendarDate,
  ended_on: CalendarDate.nullable(),
  end_reason: PolicyEnd.nullable(),
  created_at: Instant,
});

export const ContributionRow = z.strictObject({
  ...hers,
  policy_id: Id,
  period_from: CalendarDate,
  period_to: CalendarDate,
  amount: Francs,
  paid_on: CalendarDate,
  voucher_id: Id.nullable(),
  refunded_on: CalendarDate.nullable(),
  refund_voucher_id: Id.nullable(),
});

export const InsuredChildRow = z.strictObject({
  ...hers,
  policy_id: Id,
  name: Text,
  birth_on: CalendarDate.nullable(),
  removed_on: CalendarDate.nullable(),
});

export const BeneficiaryRow = z.strictObject({
  ...hers,
  policy_id: Id,
  name: Text,
  relation: Text,
  phone: Text,
  share: z.int().min(1).max(100),
  removed_on: CalendarDate.nullable(),
});

export const ClaimRecordRow = z.strictObject({
  ...hers,
  number: Text,
  policy_id: Id,
  child_id: Id.nullable(),
  facility_code: Text.nullable(),
  care_on: CalendarDate,
  receipt_number: Text,
  state: ClaimState,
  outcome: ClaimOutcome.nullable(),
  asked: Francs,
  granted: Francs.nullable(),
  entered_on: CalendarDate,
  decided_on: CalendarDate.nullable(),
});

export const ClaimLineRow = z.strictObject({
  ...hers,
  claim_id: Id,
  category: CareCategory,
  act: Text.nullable(),
  quantity: z.int().positive(),
  asked: Francs,
  paid: Francs.nullable(),
  acts: z.int().min(0).nullable(),
  cuts: jsonText(z.array(Cut)).nullable(),
  voided: Flag,
});

export const ClaimPaymentRow = z.strictObject({
  ...hers,
  claim_id: Id,
  plan_code: PlanCode,
  amount: Francs,
  paid_on: CalendarDate,
  voucher_id: Id.nullable(),
  voided: Flag.default(0),
});

export const LifeExitRow = z.strictObject({
  ...hers,
  policy_id: Id,
  plan_code: PlanCode,
  kind: z.enum(["withdrawal", "retirement", "death"]),
  on_day: CalendarDate,
  amount: Francs,
  state: z.enum(["requested", "approved", "paid", "refused"]),
  requested_by: Text,
  approved_by: Text.nullable(),
});

export const LifePaymentRow = z.strictObject({
  ...hers,
  exit_id: Id,
  plan_code: PlanCode,
  beneficiary_id: Id.nullable(),
  amount: Francs,
  paid_on: CalendarDate.nullable(),
  voucher_id: Id.nullable(),
});

export const CheckupRow = z.strictObject({ ...hers, done_on: CalendarDate, stamp: Text, voided: Flag });
