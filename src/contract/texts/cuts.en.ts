import type { CareCategory, ClaimOutcome, CutRule, NotCoveredState } from "../insuranceTerms.ts";

/** What stands on the decision slip behind the francs that a rule took off. */
export const CUTS_EN: Readonly<Record<Exclude<CutRule, "notCovered">, string>> = {
  waiting: "Care in the waiting period, which lasts until {{until}} included.",
  excluded: "The plan does not pay for this act or product ({{act}}).",
  duplicate: "Paid already by claim {{claim}}.",
  aboveList: "Above the price agreed with the facility: {{price}} F each.",
  rate: "The member’s own share: the plan pays {{rate}}%, rounded down to the franc.",
  ceilingPerAct: "Above the ceiling for one act: {{ceiling}} F.",
  actsPerYear: "Number of acts paid in {{year}} reached: {{limit}}.",
  ceilingPerCategory: "Ceiling of {{year}} reached for this kind of care: {{ceiling}} F.",
  ceilingPerMember: "Ceiling of {{year}} reached for all care: {{ceiling}} F.",
  decision: "The decision grants less than the rules give: its reason stands on the decision.",
};

export const NOT_COVERED_EN: Readonly<Record<NotCoveredState, string>> = {
  pending: "The cover had not begun yet on the day of care.",
  suspended: "The cover was suspended on the day of care: contributions were late.",
  lapsed: "The policy had lapsed on the day of care: contributions had stopped for too long.",
  ended: "The policy had ended on the day of care.",
  notInsured: "This person was not insured by the policy on the day of care.",
};

export const CATEGORIES_EN: Readonly<Record<CareCategory, string>> = {
  consultation: "Consultation",
  medicines: "Medicines",
  tests: "Tests and examinations",
  maternity: "Antenatal care and delivery",
  minorSurgery: "Minor surgery",
  hospital: "Hospital stay",
  dental: "Dental care",
  optical: "Glasses",
  other: "Other care",
};

export const OUTCOMES_EN: Readonly<Record<ClaimOutcome, string>> = {
  accepted: "Accepted",
  reduced: "Reduced",
  rejected: "Rejected",
};
