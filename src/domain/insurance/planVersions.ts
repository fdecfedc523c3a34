import type {
  ContributionPeriod,
  ContributionTerms,
  HealthTerms,
  PlanVersion,
} from "../../contract/insuranceTerms.ts";
import type { CalendarDate, Francs } from "../../contract/primitives.ts";
import { addDays, addMonths } from "../calendar.ts";

/** The version of a plan on a day: the latest that starts on it or before; null before the first. */
export function versionOn<V extends Pick<PlanVersion, "startsOn">>(
  versions: readonly V[],
  day: CalendarDate,
): V | null {
  return versions.reduce<V | null>((found, version) => {
    if (version.startsOn > day) return found;
    return found === null || version.startsOn > found.startsOn ? version : found;
  }, null);
}

/** What the plan says of contributions on a day. */
export type TermsOn = (day: CalendarDate) => ContributionTerms;

/**
 * The terms of a plan by day. Before the first version its terms hold: a policy older than its plan is data to
 * live with, not a reason to have no rule.
 * @throws RangeError when the plan has no version
 */
export function termsByDay(versions: readonly PlanVersion[]): TermsOn {
  const [first, ...others] = versions;
  if (first === undefined) throw new RangeError("a plan has at least one version");
  const earliest = others.reduce((a, b) => (b.startsOn < a.startsOn ? b : a), first);
  return (day) => (versionOn(versions, day) ?? earliest).terms;
}

const PERIOD_MONTHS: Readonly<Record<ContributionPeriod, number>> = { month: 1, quarter: 3, year: 12 };

export interface Period {
  readonly from: CalendarDate;
  /** Last day covered. */
  readonly to: CalendarDate;
  /** Francs, by the version of its first day. */
  readonly amount: Francs;
}

/**
 * Contribution periods from `anchor` on, one after the other without end. All are counted from the anchor, so that
 * a policy from the 31st has its periods from the 31st, or from the last day of a shorter month, and no day is
 * left out.
 */
export function* periodsFrom(anchor: CalendarDate, termsOn: TermsOn): Generator<Period, never> {
  let months = 0;
  for (;;) {
    const from = addMonths(anchor, months);
    const terms = termsOn(from);
    months += PERIOD_MONTHS[terms.period];
    yield { from, to: addDays(addMonths(anchor, months), -1), amount: terms.contribution };
  }
}

/** Who may decide on a claim of this amount. */
export function decidedBy(
  terms: Pick<HealthTerms, "secondPersonFrom" | "headquartersFrom">,
  amount: Francs,
): "anyone" | "secondPerson" | "headquarters" {
  if (terms.headquartersFrom !== null && amount >= terms.headquartersFrom) return "headquarters";
  return terms.secondPersonFrom !== null && amount >= terms.secondPersonFrom ? "secondPerson" : "anyone";
}

/** The last day on which a child is insured: the day before the birthday that the plan names. */
export function childInsuredUntil(bornOn: CalendarDate, childAgeLimit: number): CalendarDate {
  return addDays(addMonths(bornOn, childAgeLimit * 12), -1);
}
