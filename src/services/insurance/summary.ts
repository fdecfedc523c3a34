import type { InputOf } from "../../contract/index.ts";
import type { InsuranceSummary } from "../../contract/insurancePolicies.ts";
import { CareCategory, ClaimState } from "../../contract/insuranceTerms.ts";
import type { CalendarDate, OfficeScope } from "../../contract/primitives.ts";
import { accept, type Result } from "../../contract/results.ts";
import {
  type SummarySpan,
  sumBenefitsByPlan,
  sumClaimsByCategory,
  sumClaimsByState,
} from "../../data/insurance/summary.ts";
import { addDays, addMonths } from "../../domain/calendar.ts";
import { earnedContributions, lossRatioPercent } from "../../domain/insurance/fund.ts";
import type { Call } from "../call.ts";
import { scopeOf } from "../scope.ts";
import { nationalPlanBook, ownPlanBook } from "./planBook.ts";
import { listStandings, type PolicyStanding, sumOf } from "./policyViews.ts";

type PlanLine = InsuranceSummary["plans"][number];

const isWithin = ({ from, to }: SummarySpan, day: CalendarDate | null) =>
  day !== null && from <= day && day <= to;

/** The policies of one plan and its money in the span. */
function planLine(standings: readonly PolicyStanding[], benefits: number, span: SummarySpan): PlanLine {
  const [first] = standings;
  if (first === undefined) throw new Error("a plan in the summary has a policy");
  const count = (state: PolicyStanding["row"]["state"]) =>
    standings.filter(({ row }) => row.state === state).length;
  const contributions = standings.flatMap((one) => one.contributions);
  const earned = earnedContributions(
    contributions.filter(({ refundedOn }) => refundedOn === null),
    span,
  );
  return {
    code: first.row.planCode,
    name: first.row.planName,
    kind: first.row.kind,
    active: count("active"),
    new: standings.filter(({ row }) => isWithin(span, row.effectiveOn)).length,
    suspended: count("suspended"),
    lapsed: count("lapsed"),
    ended: standings.filter(({ policy }) => isWithin(span, policy.endedOn)).length,
    collected: sumOf(contributions.filter(({ paidOn }) => isWithin(span, paidOn))),
    earned,
    benefits,
    lossRatio: lossRatioPercent(benefits, earned),
  };
}

/** Plans by code; one that never had a policy has no line. */
function byPlan(standings: readonly PolicyStanding[]): PolicyStanding[][] {
  const groups = Map.groupBy(standings, ({ row }) => row.planCode);
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, group]) => group);
}

const inOrderOf =
  <T>(order: readonly T[]) =>
  (a: T, b: T) =>
    order.indexOf(a) - order.indexOf(b);

/**
 * The insurance in a month: policies as they stand at its end (or today, while it runs), contributions collected and
 * earned, what was paid out, and the claims that were entered in it. Of this office; at headquarters of any or of all.
 */
export function summarize(call: Call, input: InputOf<"insurance.summary">): Result<InsuranceSummary> {
  const scope = scopeOf(call, input.office, "finance");
  if (!scope.ok) return scope;
  const { reader } = scope.value;
  const office: OfficeScope = scope.value.office ?? call.office.code;
  const book = scope.value.office === undefined ? ownPlanBook(call) : nationalPlanBook(call, reader);
  const from = `${input.month}-01`;
  const span = { from, to: addDays(addMonths(from, 1), -1), office };
  const asOf = span.to < call.today() ? span.to : call.today();
  const benefits = sumBenefitsByPlan(reader, span);
  const states = inOrderOf(ClaimState.options);
  const categories = inOrderOf(CareCategory.options);
  return accept({
    month: input.month,
    office,
    plans: byPlan(listStandings(reader, book, { office }, asOf)).map((group) =>
      planLine(group, benefits.get(group[0]?.row.planCode ?? "") ?? 0, span),
    ),
    claimsByState: sumClaimsByState(reader, span).sort((a, b) => states(a.state, b.state)),
    claimsByCategory: sumClaimsByCategory(reader, span).sort((a, b) => categories(a.category, b.category)),
  });
}
