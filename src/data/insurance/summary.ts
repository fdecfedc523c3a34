import type { InsuranceSummary } from "../../contract/insurancePolicies.ts";
import type { CareCategory, PlanCode } from "../../contract/insuranceTerms.ts";
import type { CalendarDate, Francs, OfficeScope } from "../../contract/primitives.ts";
import type { Reader } from "../reader.ts";

/** Days of a month, and whose records are summed: an office's, or those of all where the reader holds them. */
export interface SummarySpan {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly office: OfficeScope;
}

const only = ({ office }: SummarySpan, table: string) =>
  office === "all" ? "" : `AND ${table}.office = @office`;
const paramsOf = ({ from, to, office }: SummarySpan): Record<string, string> => ({
  from,
  to,
  ...(office === "all" ? {} : { office }),
});

/** Francs that were paid out in the span, by plan: claims' and exits' payments. */
export function sumBenefitsByPlan(reader: Reader, span: SummarySpan): ReadonlyMap<PlanCode, Francs> {
  const rows = reader.all(
    `SELECT plan_code, sum(amount) AS amount FROM (
       SELECT plan_code, amount FROM claim_payment
         WHERE voided = 0 AND paid_on BETWEEN @from AND @to ${only(span, "claim_payment")}
       UNION ALL
       SELECT plan_code, amount FROM life_payment
         WHERE paid_on BETWEEN @from AND @to ${only(span, "life_payment")})
     GROUP BY plan_code`,
    paramsOf(span),
  );
  return new Map(rows.map((row) => [String(row.plan_code), Number(row.amount)]));
}

type StateLine = InsuranceSummary["claimsByState"][number];
type CategoryLine = InsuranceSummary["claimsByCategory"][number];

/** Claims that were entered in the span, by the step at which they are. */
export function sumClaimsByState(reader: Reader, span: SummarySpan): StateLine[] {
  return reader
    .all(
      `SELECT state, count(*) AS claims, sum(asked) AS asked, sum(coalesce(granted, 0)) AS granted FROM claim
       WHERE entered_on BETWEEN @from AND @to ${only(span, "claim")} GROUP BY state`,
      paramsOf(span),
    )
    .map((row) => ({
      state: String(row.state) as StateLine["state"],
      claims: Number(row.claims),
      asked: Number(row.asked),
      granted: Number(row.granted),
    }));
}

/** Lines of the same claims, by category. */
export function sumClaimsByCategory(reader: Reader, span: SummarySpan): CategoryLine[] {
  return reader
    .all(
      `SELECT category, count(*) AS lines, sum(claim_line.asked) AS asked,
         sum(coalesce(claim_line.paid, 0)) AS paid
       FROM claim_line JOIN claim ON claim.id = claim_id
       WHERE entered_on BETWEEN @from AND @to AND claim_line.voided = 0 ${only(span, "claim")}
       GROUP BY category`,
      paramsOf(span),
    )
    .map((row) => ({
      category: String(row.category) as CareCategory,
      lines: Number(row.lines),
      asked: Number(row.asked),
      paid: Number(row.paid),
    }));
}
