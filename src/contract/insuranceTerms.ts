import { z } from "zod";
import { CalendarDate, Francs, shortText } from "./primitives.ts";

/*
 * What a plan promises, what a claim asks and what is decided on it: the shapes that the rules, the screens, the
 * bundles and `danaya insurance adjudicate` share. docs/insurance.md explains them to people.
 */

export const CareCategory = z.enum([
  "consultation",
  "medicines",
  "tests",
  "maternity",
  "minorSurgery",
  "hospital",
  "dental",
  "optical",
  "other",
]);
export type CareCategory = z.infer<typeof CareCategory>;

export const ContributionPeriod = z.enum(["month", "quarter", "year"]);
export type ContributionPeriod = z.infer<typeof ContributionPeriod>;

export const PlanCode = z.string().regex(/^[A-Z0-9-]{2,20}$/);
export type PlanCode = z.infer<typeof PlanCode>;

/** An act, a medicine or a facility in a plan's lists. */
export const ListCode = z.string().regex(/^[A-Z0-9.-]{1,20}$/);
export type ListCode = z.infer<typeof ListCode>;

export const Percent = z.int().min(0).max(100);

const Months = z.int().min(0).max(120);
const Days = z.int().min(0).max(366);

/** A day that a policy can know of; far outside, a slip of the keyboard. */
export const InsuranceDay = CalendarDate.refine((day) => day >= "1900" && day < "2200", {
  message: "a year from 1900 to 2199",
});

/** What both kinds of plan say of contributions and of cover over time. */
const contributionTerms = {
  /** Francs a period. */
  contribution: Francs.positive(),
  period: ContributionPeriod,
  registrationFee: Francs,
  /** Months from the day on which the cover began. */
  waitingMonths: Months,
  /** Days after the due day in which a contribution may still come without consequence. */
  graceDays: Days,
  /** A policy that is suspended for longer has lapsed. */
  lapseMonths: Months,
  /** Whether the waiting time begins again after a lapse. */
  restartsWaiting: z.boolean(),
};

export const ContributionTerms = z.strictObject(contributionTerms);
export type ContributionTerms = z.infer<typeof ContributionTerms>;

const byCategory = <T extends z.ZodType>(value: T) => z.record(CareCategory, value);

export const AgreedPrice = z.strictObject({
  act: ListCode,
  category: CareCategory,
  /** Francs for one. */
  price: Francs.positive(),
});

export const AgreedFacility = z.strictObject({
  code: ListCode,
  name: shortText(80).min(1),
  /** Instead of the category's rate when higher; a category at 0 % stays at 0 %. */
  rate: Percent.nullable(),
  prices: z.array(AgreedPrice).max(2000).refine(distinct("act"), { message: "an act is there twice" }),
});
export type AgreedFacility = z.infer<typeof AgreedFacility>;

export const HealthTerms = z.strictObject({
  kind: z.literal("health"),
  ...contributionTerms,
  /** On cancellation whole periods that were paid ahead are paid back. */
  refundsUnused: z.boolean(),
  rates: byCategory(Percent),
  /** Francs for one act; null for no ceiling, here and below. */
  ceilingPerAct: byCategory(Francs.nullable()),
  /** Francs for one policy in a calendar year. */
  ceilingPerYear: byCategory(Francs.nullable()),
  /** Francs for one policy in a calendar year, all categories together. */
  ceilingPerMemberYear: Francs.nullable(),
  /** Acts of one policy that are paid in a calendar year. */
  actsPerYear: byCategory(z.int().min(0).max(1000).nullable()),
  /** Acts and medicines that are never paid. */
  excluded: z.array(ListCode).max(500),
  facilities: z.array(AgreedFacility).max(200).refine(distinct("code"), { message: "a code is there twice" }),
  coversChildren: z.boolean(),
  /** A child is insured until the day before this birthday. */
  childAgeLimit: z.int().min(0).max(30),
  /** A decision from this amount on is by another person than who entered the claim; null for never. */
  secondPersonFrom: Francs.nullable(),
  /** From this amount on headquarters decides; null for never. */
  headquartersFrom: Francs.nullable(),
});
export type HealthTerms = z.infer<typeof HealthTerms>;

export const LifeTerms = z.strictObject({
  kind: z.literal("life"),
  ...contributionTerms,
  /** From this age on the whole account may be withdrawn. */
  withdrawalAge: z.int().min(18).max(110),
  /** Percent of the account on leaving the work before that age. */
  withdrawalRate: Percent,
  /** Francs at least; the account when it is higher. */
  deathBenefit: Francs,
});
export type LifeTerms = z.infer<typeof LifeTerms>;

export const PlanTerms = z.discriminatedUnion("kind", [HealthTerms, LifeTerms]);
export type PlanTerms = z.infer<typeof PlanTerms>;

const planVersion = {
  code: PlanCode,
  name: shortText(80).min(1),
  /** From this day on, until the next version's first day. */
  startsOn: InsuranceDay,
  /** A proposal that headquarters has not confirmed yet. */
  toConfirm: z.boolean().default(false),
};

/** A plan in use is never edited: its next version starts on a day. */
export const PlanVersion = z.strictObject({ ...planVersion, terms: PlanTerms });
export type PlanVersion = z.infer<typeof PlanVersion>;

export const HealthPlanVersion = z.strictObject({ ...planVersion, terms: HealthTerms });
export type HealthPlanVersion = z.infer<typeof HealthPlanVersion>;

/** Days for which contributions were paid, both included. */
export const PaidSpan = z
  .strictObject({ from: InsuranceDay, to: InsuranceDay })
  .refine(({ from, to }) => from <= to, { message: "ends before it begins", path: ["to"] });
export type PaidSpan = z.infer<typeof PaidSpan>;

export const CoverState = z.enum(["pending", "active", "suspended", "lapsed", "ended"]);
export type CoverState = z.infer<typeof CoverState>;

/** What cover depends on, beside the plan. */
export const PolicyHistory = z.strictObject({
  effectiveOn: InsuranceDay,
  /** The last day of a policy that was ended. */
  endedOn: InsuranceDay.nullable(),
  contributions: z.array(PaidSpan).max(2000),
  /** Whose care is insured, and when; left out where everybody of the policy's claims is. */
  insured: z
    .array(z.strictObject({ id: shortText(60).min(1), from: InsuranceDay, to: InsuranceDay.nullable() }))
    .max(60)
    .optional(),
});
export type PolicyHistory = z.infer<typeof PolicyHistory>;

/** Why care on a day is not covered; `notInsured` is about the patient, the others about the policy. */
export const NotCoveredState = z.enum(["pending", "suspended", "lapsed", "ended", "notInsured"]);
export type NotCoveredState = z.infer<typeof NotCoveredState>;

export const ClaimLine = z.strictObject({
  id: shortText(60).min(1),
  category: CareCategory,
  act: ListCode.nullable(),
  quantity: z.int().min(1).max(10_000),
  /** Francs for the whole line, as on the receipt. */
  asked: Francs.positive(),
});
export type ClaimLine = z.infer<typeof ClaimLine>;

export const AdjudicationClaim = z.strictObject({
  number: shortText(40).min(1),
  /** The member or an insured child. */
  patient: shortText(60).min(1),
  careOn: InsuranceDay,
  facility: ListCode.nullable(),
  receiptNumber: shortText(60),
  lines: z.array(ClaimLine).min(1).max(200).refine(distinct("id"), { message: "a line's id is there twice" }),
});
export type AdjudicationClaim = z.infer<typeof AdjudicationClaim>;

/** A line of the same policy that was decided before. */
export const EarlierLine = z.strictObject({
  claim: shortText(40).min(1),
  patient: shortText(60).min(1),
  careOn: InsuranceDay,
  category: CareCategory,
  act: ListCode.nullable(),
  facility: ListCode.nullable(),
  receiptNumber: shortText(60),
  asked: Francs,
  /** What was decided, whether the money has been handed over or not. */
  paid: Francs,
  /** How many acts count against the acts of the year. */
  acts: z.int().min(0).max(10_000),
});
export type EarlierLine = z.infer<typeof EarlierLine>;

/** Stable codes, in the order in which the rules are applied. */
export const CutRule = z.enum([
  "notCovered",
  "waiting",
  "excluded",
  "duplicate",
  "aboveList",
  "rate",
  "ceilingPerAct",
  "actsPerYear",
  "ceilingPerCategory",
  "ceilingPerMember",
  /** Not a rule of the plan: a person granted less than the rules give, and her note says why. */
  "decision",
]);
export type CutRule = z.infer<typeof CutRule>;

/** Francs that one rule took off, with the values that its sentence names. */
export const Cut = z.strictObject({
  rule: CutRule,
  amount: Francs.positive(),
  values: z.record(z.string(), z.union([z.string(), z.int()])),
});
export type Cut = z.infer<typeof Cut>;

/** Where a claim is on its way; `referred`: headquarters decides. */
export const ClaimState = z.enum(["draft", "submitted", "checked", "referred", "decided", "paid", "closed"]);
export type ClaimState = z.infer<typeof ClaimState>;

/** `accepted`: nothing but the plan's rate took something off. */
export const ClaimOutcome = z.enum(["accepted", "reduced", "rejected"]);
export type ClaimOutcome = z.infer<typeof ClaimOutcome>;

/** asked = paid + the cuts' amounts, for every line. */
export const DecisionLine = z.strictObject({
  id: z.string(),
  asked: Francs,
  paid: Francs,
  acts: z.int().min(0),
  cuts: z.array(Cut),
});
export type DecisionLine = z.infer<typeof DecisionLine>;

export const Decision = z.strictObject({
  lines: z.array(DecisionLine),
  asked: Francs,
  paid: Francs,
  outcome: ClaimOutcome,
});
export type Decision = z.infer<typeof Decision>;

/** The file of `danaya insurance adjudicate --history`. */
export const AdjudicationHistory = z.strictObject({
  policy: PolicyHistory,
  earlier: z.array(EarlierLine).max(20_000),
});
export type AdjudicationHistory = z.infer<typeof AdjudicationHistory>;

/** The file of `danaya insurance adjudicate --plan`: one version, or all versions of one plan. */
export const AdjudicationPlan = z.union([
  HealthPlanVersion,
  z
    .tuple([HealthPlanVersion], HealthPlanVersion)
    .refine((all) => all.every(({ code }) => code === all[0].code), { message: "versions of several plans" })
    .refine(distinct("startsOn"), { message: "two versions start on one day" }),
]);
export type AdjudicationPlan = z.infer<typeof AdjudicationPlan>;

/** Reference data: `resources/reference/plans.json`. */
export const PlanFile = z.strictObject({
  format: z.literal("danaya-plans/1"),
  versions: z.array(PlanVersion),
});

function distinct<K extends string>(key: K): (rows: readonly Readonly<Record<K, string>>[]) => boolean {
  return (rows) => new Set(rows.map((row) => row[key])).size === rows.length;
}
