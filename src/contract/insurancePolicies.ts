import { z } from "zod";
import { CareCategory, ClaimState, PlanCode, PlanTerms } from "./insuranceTerms.ts";
import { CalendarDate, Francs, Id, MemberNumber, OfficeCode, OfficeScope, shortText } from "./primitives.ts";

const PlanKind = z.enum(["health", "life"]);

/** A plan as it stands from a day on. A version that began is never edited: a new one starts later. */
export const Plan = z.strictObject({
  id: Id,
  /** Whose it is: headquarters' plans come with its answers and win over an office's own of the same code. */
  office: OfficeCode,
  code: PlanCode,
  name: z.string(),
  startsOn: CalendarDate,
  terms: PlanTerms,
  /** False: "to be confirmed by headquarters". */
  confirmed: z.boolean(),
  policies: z.int(),
  /** In force today. */
  current: z.boolean(),
});
export type Plan = z.infer<typeof Plan>;

export const PolicyState = z.enum(["pending", "active", "suspended", "lapsed", "ended"]);
export type PolicyState = z.infer<typeof PolicyState>;
export const PolicyEnd = z.enum(["cancelled", "left", "withdrawal", "retirement", "death"]);

export const PolicyRow = z.strictObject({
  id: Id,
  office: OfficeCode,
  number: z.string(),
  memberId: Id,
  memberNumber: MemberNumber,
  surname: z.string(),
  firstNames: z.string(),
  phone: z.string(),
  planCode: PlanCode,
  planName: z.string(),
  kind: PlanKind,
  effectiveOn: CalendarDate,
  state: PolicyState,
  /** The last day that contributions cover. */
  paidUntil: CalendarDate.nullable(),
  /** Contributions that are due and not paid, today. */
  overdue: Francs,
  /** Whole days since the first of them was due. */
  lateDays: z.int(),
});
export type PolicyRow = z.infer<typeof PolicyRow>;

export const Child = z.strictObject({
  id: Id,
  name: shortText(80).min(1),
  birthOn: CalendarDate.nullable(),
});
export const Beneficiary = z.strictObject({
  id: Id,
  name: shortText(80).min(1),
  relation: shortText(40),
  phone: shortText(30),
  share: z.int().min(1).max(100),
});

export const ScheduleLine = z.strictObject({
  from: CalendarDate,
  to: CalendarDate,
  dueOn: CalendarDate,
  amount: Francs,
  state: z.enum(["paid", "due", "late", "missed", "coming", "refunded"]),
  voucherId: Id.nullable(),
  voucherNumber: z.string().nullable(),
});

export const PolicyFile = z.strictObject({
  policy: PolicyRow,
  endedOn: CalendarDate.nullable(),
  endReason: PolicyEnd.nullable(),
  /** Last day of the waiting period; `null` when it cannot be told yet. */
  waitingUntil: CalendarDate.nullable(),
  schedule: z.array(ScheduleLine),
  children: z.array(Child),
  beneficiaries: z.array(Beneficiary),
  contributed: Francs,
  /** What is paid back when the policy is cancelled today. */
  refundToday: Francs,
  /** What her claims, or the life fund, paid her. */
  benefits: Francs,
  claims: z.array(z.strictObject({ id: Id, number: z.string(), careOn: CalendarDate, state: z.string() })),
});
export type PolicyFile = z.infer<typeof PolicyFile>;

export const FundView = z.strictObject({
  office: OfficeScope,
  planCode: PlanCode,
  planName: z.string(),
  kind: PlanKind,
  contributions: Francs,
  benefits: Francs,
  balance: z.int(),
  committed: Francs,
  /** At the rate of the last twelve months; `null` while the fund grows. */
  reserveMonths: z.number().nullable(),
  months: z.array(
    z.strictObject({ month: z.string(), contributions: Francs, benefits: Francs, balance: z.int() }),
  ),
});
export type FundView = z.infer<typeof FundView>;

export const LifeMovement = z.strictObject({
  on: CalendarDate,
  /** `fund`: what the fund adds to a benefit, or keeps of a withdrawal, so that the account closes at nothing. */
  kind: z.enum(["contribution", "fund", "withdrawal", "retirement", "death"]),
  amount: z.int(),
  balance: z.int(),
  voucherNumber: z.string().nullable(),
});
export type LifeMovement = z.infer<typeof LifeMovement>;
export const LifeExitFile = z.strictObject({
  id: Id,
  kind: z.enum(["withdrawal", "retirement", "death"]),
  on: CalendarDate,
  amount: Francs,
  state: z.enum(["requested", "approved", "paid", "refused"]),
  requestedBy: z.string(),
  approvedBy: z.string().nullable(),
  payments: z.array(
    z.strictObject({
      id: Id,
      to: z.string(),
      share: z.int().nullable(),
      amount: Francs,
      paidOn: CalendarDate.nullable(),
      voucherNumber: z.string().nullable(),
    }),
  ),
});
export type LifeExitFile = z.infer<typeof LifeExitFile>;
export const LifeAccount = z.strictObject({
  policy: PolicyRow,
  balance: z.int(),
  movements: z.array(LifeMovement),
  exits: z.array(LifeExitFile),
  /** What she would get today, and why not, when she would get nothing. */
  quotes: z.array(
    z.strictObject({
      kind: z.enum(["withdrawal", "retirement", "death"]),
      amount: Francs,
      refusal: z.string().nullable(),
    }),
  ),
});
export type LifeAccount = z.infer<typeof LifeAccount>;

/** An exit from the fund that waits for a word or for its money. */
export const OpenExit = z.strictObject({
  policyId: Id,
  exitId: Id,
  kind: z.enum(["withdrawal", "retirement", "death"]),
  on: CalendarDate,
  amount: Francs,
  /** Of it what nobody was paid yet. */
  left: Francs,
  state: z.enum(["requested", "approved"]),
  planCode: PlanCode,
  memberNumber: MemberNumber,
  surname: z.string(),
  firstNames: z.string(),
  requestedBy: z.string(),
});
export type OpenExit = z.infer<typeof OpenExit>;

export const CheckupRow = z.strictObject({
  memberId: Id,
  memberNumber: MemberNumber,
  surname: z.string(),
  firstNames: z.string(),
  phone: z.string(),
  lastOn: CalendarDate.nullable(),
  dueOn: CalendarDate,
  state: z.enum(["done", "due", "late", "never"]),
});
export type CheckupRow = z.infer<typeof CheckupRow>;
export const Checkup = z.strictObject({
  id: Id,
  doneOn: CalendarDate,
  facility: z.string(),
  stamp: z.string(),
});
export type Checkup = z.infer<typeof Checkup>;

export const InsuranceSummary = z.strictObject({
  month: z.string(),
  office: OfficeScope,
  plans: z.array(
    z.strictObject({
      code: PlanCode,
      name: z.string(),
      kind: PlanKind,
      active: z.int(),
      new: z.int(),
      suspended: z.int(),
      lapsed: z.int(),
      ended: z.int(),
      collected: Francs,
      earned: Francs,
      benefits: Francs,
      /** Benefits over earned contributions; `null` when nothing was earned. */
      lossRatio: z.number().nullable(),
    }),
  ),
  claimsByState: z.array(
    z.strictObject({ state: ClaimState, claims: z.int(), asked: Francs, granted: Francs }),
  ),
  claimsByCategory: z.array(
    z.strictObject({ category: CareCategory, lines: z.int(), asked: Francs, paid: Francs }),
  ),
});
export type InsuranceSummary = z.infer<typeof InsuranceSummary>;

/** How much waits for the person who asks; 0 for what is not hers to do. */
export const InsuranceTasks = z.strictObject({
  claimsToCheck: z.int(),
  claimsToDecide: z.int(),
  /** Claims that other offices referred to headquarters. */
  claimsReferred: z.int(),
  claimsToPay: z.int(),
  exitsToApprove: z.int(),
  exitsToPay: z.int(),
  /** Policies with a contribution that is late. */
  contributionsLate: z.int(),
  /** Members whose monthly check-up is late. */
  checkupsLate: z.int(),
});
export type InsuranceTasks = z.infer<typeof InsuranceTasks>;
