import fc from "fast-check";
import {
  type AdjudicationClaim,
  CareCategory,
  type ContributionTerms,
  type EarlierLine,
  type HealthPlanVersion,
  type HealthTerms,
  type PlanVersion,
} from "../../../src/contract/insuranceTerms.ts";
import { addDays } from "../../../src/domain/calendar.ts";

export function forAll<T>(value: T): Record<CareCategory, T> {
  return Object.fromEntries(CareCategory.options.map((category) => [category, value])) as Record<
    CareCategory,
    T
  >;
}

/** A plan that pays everything; each test says what its plan does differently. */
export const GENEROUS: HealthTerms = {
  kind: "health",
  contribution: 1_000,
  period: "month",
  registrationFee: 500,
  waitingMonths: 3,
  graceDays: 10,
  lapseMonths: 2,
  restartsWaiting: true,
  refundsUnused: true,
  rates: forAll(100),
  ceilingPerAct: forAll(null),
  ceilingPerYear: forAll(null),
  ceilingPerMemberYear: null,
  actsPerYear: forAll(null),
  excluded: [],
  facilities: [],
  coversChildren: true,
  childAgeLimit: 18,
  secondPersonFrom: 25_000,
  headquartersFrom: 100_000,
};

export function healthPlan(terms: Partial<HealthTerms> = {}, startsOn = "2020-01-01"): HealthPlanVersion {
  return { code: "SANTE", name: "Santé", startsOn, toConfirm: false, terms: { ...GENEROUS, ...terms } };
}

export function contributionPlan(
  terms: Partial<ContributionTerms> = {},
  startsOn = "2000-01-01",
): PlanVersion {
  return healthPlan(terms, startsOn);
}

/** Any day of a century. */
export const anyDay = fc.integer({ min: 0, max: 36_000 }).map((days) => addDays("2000-01-01", days));

const category = fc.constantFrom<CareCategory>("consultation", "medicines", "hospital");
const act = fc.constantFrom(null, "A1", "A2");
const perCategory = <T>(value: fc.Arbitrary<T>) =>
  fc.record(Object.fromEntries(CareCategory.options.map((name) => [name, value]))) as fc.Arbitrary<
    Record<CareCategory, T>
  >;
const ceiling = (max: number) => fc.option(fc.integer({ min: 0, max }), { nil: null });

/** Plans whose every rule bites now and then. */
export const anyTerms: fc.Arbitrary<HealthTerms> = fc
  .record({
    rates: perCategory(fc.integer({ min: 0, max: 100 })),
    ceilingPerAct: perCategory(ceiling(3_000)),
    ceilingPerYear: perCategory(ceiling(9_000)),
    ceilingPerMemberYear: ceiling(15_000),
    actsPerYear: perCategory(ceiling(6)),
    excluded: fc.constantFrom<string[]>([], ["A2"]),
    rate: fc.option(fc.integer({ min: 0, max: 100 }), { nil: null }),
    price: fc.integer({ min: 1, max: 4_000 }),
  })
  .map(
    ({ rate, price, ...terms }): HealthTerms => ({
      ...GENEROUS,
      ...terms,
      facilities: [
        { code: "F1", name: "Centre", rate, prices: [{ act: "A1", category: "consultation", price }] },
      ],
    }),
  );

const line = fc.record({
  category,
  act,
  quantity: fc.integer({ min: 1, max: 4 }),
  asked: fc.integer({ min: 1, max: 12_000 }),
});

export const anyClaim: fc.Arbitrary<AdjudicationClaim> = fc
  .record({
    patient: fc.constantFrom("P1", "P2"),
    careOn: fc.constantFrom("2026-03-01", "2026-12-31"),
    facility: fc.constantFrom(null, "F1"),
    receiptNumber: fc.constantFrom("", "17"),
    lines: fc.array(line, { minLength: 1, maxLength: 6 }),
  })
  .map(({ lines, ...claim }) => ({
    ...claim,
    number: "C-9",
    lines: lines.map((one, index) => ({ ...one, id: `L${index}` })),
  }));

export const anyEarlier: fc.Arbitrary<EarlierLine[]> = fc.array(
  fc
    .record({
      claim: fc.constantFrom("C-1", "C-2"),
      patient: fc.constantFrom("P1", "P2"),
      careOn: fc.constantFrom("2025-12-31", "2026-01-01", "2026-03-01", "2026-12-31", "2027-01-01"),
      category,
      act,
      facility: fc.constantFrom(null, "F1"),
      receiptNumber: fc.constantFrom("", "17", "18"),
      asked: fc.integer({ min: 1, max: 5_000 }),
      paidPercent: fc.integer({ min: 0, max: 100 }),
      acts: fc.integer({ min: 0, max: 2 }),
    })
    .map(({ paidPercent, ...one }) => ({ ...one, paid: Math.floor((one.asked * paidPercent) / 100) })),
  { maxLength: 5 },
);
