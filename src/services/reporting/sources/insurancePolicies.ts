import {
  type CountedContribution,
  type CountedPolicy,
  listCountedContributions,
  listCountedPolicies,
} from "../../../data/reporting/insurance.ts";
import { type CoverStretch, coverStretches } from "../../../domain/insurance/cover.ts";
import { earnedContributions } from "../../../domain/insurance/fund.ts";
import { type TermsOn, termsByDay } from "../../../domain/insurance/planVersions.ts";
import type { DaySpan } from "../../../domain/reporting/periods.ts";
import { UNKNOWN_PLAN } from "../../insurance/policyViews.ts";
import type {
  CountedRecord,
  Measured,
  MeasuredPlace,
  MeasureRequest,
  MeasureSource,
  NamedSpan,
  RecordRequest,
} from "../measuring.ts";
import { planBookOf } from "./insuranceMoney.ts";
import { outermost } from "./tally.ts";

/* Policies by the rules of cover, which are not SQL: each policy's life is computed once for all spans. */

interface PolicyInTime {
  readonly policy: CountedPolicy;
  readonly contributions: readonly CountedContribution[];
  readonly stretches: readonly CoverStretch[];
}

/** Every policy's life within some days by the rules of cover, read once for all spans. */
function livesOf(place: MeasuredPlace, { from: since, to: until }: DaySpan): PolicyInTime[] {
  const { reader, office } = place;
  const book = planBookOf(place);
  const contributionsOf = listCountedContributions(reader, { office, since });
  const termsOf = new Map<string, TermsOn>();
  const termsFor = ({ office: home, planCode, kind }: CountedPolicy): TermsOn => {
    const key = `${home} ${planCode} ${kind}`;
    const known = termsOf.get(key);
    if (known !== undefined) return known;
    const versions = book.versions(home, planCode, kind);
    const terms = versions.length === 0 ? () => UNKNOWN_PLAN : termsByDay(versions);
    termsOf.set(key, terms);
    return terms;
  };
  return listCountedPolicies(reader, { office, until }).map((policy) => {
    const contributions = contributionsOf.get(policy.id) ?? [];
    return {
      policy,
      contributions,
      stretches: coverStretches({ ...policy, contributions }, termsFor(policy)),
    };
  });
}

const STATES: Readonly<Record<string, CoverStretch["state"]>> = {
  "insurance.active": "active",
  "insurance.suspended": "suspended",
  "insurance.lapsed": "lapsed",
};
const EARNED = "insurance.earned";

/** What one policy adds to a measure of a span. */
function policyValue(measure: string, { contributions, stretches }: PolicyInTime, span: NamedSpan): number {
  if (measure === EARNED) return earnedContributions(contributions, span);
  const state = stretches.findLast(({ from }) => from <= span.to)?.state;
  return state === STATES[measure] ? 1 : 0;
}

function policyGroup(by: MeasureRequest["by"], { policy }: PolicyInTime): string {
  return by === "group" ? policy.planCode : by === "office" ? policy.office : "";
}

function measurePolicies(request: MeasureRequest): Measured[] {
  const lives = livesOf(request, outermost(request.spans));
  const sums = new Map<string, Measured>();
  for (const measure of request.measures)
    for (const span of request.spans)
      for (const life of lives) {
        const value = policyValue(measure, life, span);
        if (value === 0) continue;
        const group = policyGroup(request.by, life);
        const key = `${measure} ${span.key} ${group}`;
        const before = sums.get(key)?.value ?? 0;
        sums.set(key, { measure, span: span.key, group, value: before + value });
      }
  return [...sums.values()];
}

function policyRecords(request: RecordRequest): CountedRecord[] {
  const { measure, span, by, key } = request;
  return livesOf(request, span).flatMap((life) => {
    const { id, office, number, effectiveOn } = life.policy;
    const value = policyValue(measure, life, span);
    if (value === 0 || (by !== null && policyGroup(by, life) !== key)) return [];
    return [{ id, office, on: effectiveOn, label: number, value, link: { to: "policy" as const, id } }];
  });
}

export const policySource: MeasureSource = {
  measures: [...Object.keys(STATES), EARNED],
  measure: measurePolicies,
  records: policyRecords,
};
