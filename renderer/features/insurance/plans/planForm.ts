import type { UseFormReturnType } from "@mantine/form";
import type { Plan } from "../../../../src/contract/insurancePolicies.ts";
import {
  type AgreedFacility,
  CareCategory,
  type ContributionPeriod,
  type HealthTerms,
  type LifeTerms,
} from "../../../../src/contract/insuranceTerms.ts";
import type { CalendarDate } from "../../../../src/contract/primitives.ts";
import { dayAsTyped, readComingDay } from "../../../lib/typedDay.ts";

/** A number while it is being typed: empty stands for none. */
export type Typed = number | "";

export type ByCategory = Record<CareCategory, Typed>;

export interface TypedFacility {
  readonly code: string;
  readonly name: string;
  readonly rate: Typed;
  readonly prices: readonly {
    readonly act: string;
    readonly category: CareCategory;
    readonly price: Typed;
  }[];
}

/** The form of a plan: the fields of both kinds, of which the chosen kind's are sent. */
export type PlanValues = {
  code: string;
  name: string;
  startsOn: string;
  terms: {
    kind: "health" | "life";
    contribution: Typed;
    period: ContributionPeriod;
    registrationFee: Typed;
    waitingMonths: Typed;
    graceDays: Typed;
    lapseMonths: Typed;
    restartsWaiting: boolean;
    refundsUnused: boolean;
    rates: ByCategory;
    ceilingPerAct: ByCategory;
    ceilingPerYear: ByCategory;
    actsPerYear: ByCategory;
    ceilingPerMemberYear: Typed;
    excluded: string[];
    facilities: readonly TypedFacility[];
    coversChildren: boolean;
    childAgeLimit: Typed;
    secondPersonFrom: Typed;
    headquartersFrom: Typed;
    withdrawalAge: Typed;
    withdrawalRate: Typed;
    deathBenefit: Typed;
  };
};

export type PlanFormType = UseFormReturnType<PlanValues>;

type Terms = PlanValues["terms"];

function forEach(value: (category: CareCategory) => Typed): ByCategory {
  return Object.fromEntries(
    CareCategory.options.map((category) => [category, value(category)]),
  ) as ByCategory;
}

/** A new plan: nothing is promised until it is typed. */
export function emptyPlan(kind: Terms["kind"]): PlanValues {
  return {
    code: "",
    name: "",
    startsOn: "",
    terms: {
      kind,
      contribution: "",
      period: "month",
      registrationFee: 0,
      waitingMonths: kind === "health" ? 3 : 12,
      graceDays: 30,
      lapseMonths: 3,
      restartsWaiting: true,
      refundsUnused: true,
      rates: forEach(() => 0),
      ceilingPerAct: forEach(() => ""),
      ceilingPerYear: forEach(() => ""),
      actsPerYear: forEach(() => ""),
      ceilingPerMemberYear: "",
      excluded: [],
      facilities: [],
      coversChildren: false,
      childAgeLimit: 18,
      secondPersonFrom: "",
      headquartersFrom: "",
      withdrawalAge: 60,
      withdrawalRate: 100,
      deathBenefit: 0,
    },
  };
}

const typed = (value: number | null): Typed => value ?? "";

function typedFacility({ rate, prices, ...names }: AgreedFacility): TypedFacility {
  return { ...names, rate: typed(rate), prices };
}

function healthValues(terms: HealthTerms): Partial<Terms> {
  return {
    ...terms,
    ceilingPerAct: forEach((category) => typed(terms.ceilingPerAct[category])),
    ceilingPerYear: forEach((category) => typed(terms.ceilingPerYear[category])),
    actsPerYear: forEach((category) => typed(terms.actsPerYear[category])),
    ceilingPerMemberYear: typed(terms.ceilingPerMemberYear),
    facilities: terms.facilities.map(typedFacility),
    secondPersonFrom: typed(terms.secondPersonFrom),
    headquartersFrom: typed(terms.headquartersFrom),
  };
}

/** A version as the form shows it. @param startsOn null for the next version, whose day is still to be typed */
export function planValues(plan: Plan, startsOn: CalendarDate | null): PlanValues {
  const empty = emptyPlan(plan.terms.kind);
  const own = plan.terms.kind === "health" ? healthValues(plan.terms) : plan.terms;
  return {
    code: plan.code,
    name: plan.name,
    startsOn: dayAsTyped(startsOn),
    terms: { ...empty.terms, ...own },
  };
}

const orNone = (value: Typed): number | null => (value === "" ? null : value);

function noneByCategory(values: ByCategory): Record<CareCategory, number | null> {
  return Object.fromEntries(
    CareCategory.options.map((category) => [category, orNone(values[category])]),
  ) as Record<CareCategory, number | null>;
}

/** Some of its numbers may still be missing: the contract's schema says which. */
type Unchecked<T> = { readonly [K in keyof T]: unknown };

function contributionPart(terms: Terms) {
  const { contribution, period, registrationFee, waitingMonths, graceDays, lapseMonths, restartsWaiting } =
    terms;
  return { contribution, period, registrationFee, waitingMonths, graceDays, lapseMonths, restartsWaiting };
}

function healthPart(terms: Terms): Unchecked<HealthTerms> {
  return {
    kind: "health",
    ...contributionPart(terms),
    refundsUnused: terms.refundsUnused,
    rates: terms.rates,
    ceilingPerAct: noneByCategory(terms.ceilingPerAct),
    ceilingPerYear: noneByCategory(terms.ceilingPerYear),
    actsPerYear: noneByCategory(terms.actsPerYear),
    ceilingPerMemberYear: orNone(terms.ceilingPerMemberYear),
    excluded: terms.excluded,
    facilities: terms.facilities.map((facility) => ({ ...facility, rate: orNone(facility.rate) })),
    coversChildren: terms.coversChildren,
    childAgeLimit: terms.childAgeLimit,
    secondPersonFrom: orNone(terms.secondPersonFrom),
    headquartersFrom: orNone(terms.headquartersFrom),
  };
}

function lifePart(terms: Terms): Unchecked<LifeTerms> {
  const { withdrawalAge, withdrawalRate, deathBenefit } = terms;
  return { kind: "life", ...contributionPart(terms), withdrawalAge, withdrawalRate, deathBenefit };
}

/** What the form says, in the shape of the contract, still to be parsed by it. */
export function planInput({ code, name, startsOn, terms }: PlanValues, today: CalendarDate): unknown {
  const read = readComingDay(startsOn, today);
  return {
    code: code.trim().toUpperCase(),
    name,
    startsOn: read.kind === "day" ? read.day : "",
    terms: terms.kind === "health" ? healthPart(terms) : lifePart(terms),
  };
}
