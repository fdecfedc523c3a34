import type { CalendarDate, Francs, OfficeScope } from "../../contract/primitives.ts";
import type { Reader } from "../reader.ts";
import { ageBandOn, SPAN, type SqlBy, type SqlMeasure, type SqlRecord, type SqlSpan } from "./sqlMeasures.ts";

/* The insurance: policies and money by plan, claims by state and category, check-ups. */

const PLAN = { sql: "policy.plan_code" } as const;
const MEMBER_AGE = { join: "LEFT JOIN member ON member.id = claim.member_id" } as const;

const POLICY: SqlRecord = {
  ...{ id: "policy.id", label: "policy.number", to: "policy", toId: "policy.id" },
};
const CLAIM: SqlRecord = { id: "claim.id", label: "claim.number", to: "claim", toId: "claim.id" };

const policyDay = (name: string, day: string): SqlMeasure => ({
  ...{ name, from: "policy", day, value: "1", office: "policy.office", group: PLAN },
  record: POLICY,
});

const claims = (name: string, value: string): SqlMeasure => ({
  ...{ name, from: "claim", day: "claim.entered_on", value, office: "claim.office" },
  group: { sql: "claim.state" },
  ageBand: { sql: ageBandOn("claim.entered_on"), ...MEMBER_AGE },
  record: CLAIM,
});

const lines = (name: string, value: string): SqlMeasure => ({
  ...{ name, day: "claim.entered_on", where: "claim_line.voided = 0", value, office: "claim.office" },
  from: "claim JOIN claim_line ON claim_line.claim_id = claim.id",
  group: { sql: "claim_line.category" },
  record: { ...CLAIM, id: "claim_line.id" },
});

const CHECKED_AGE = "LEFT JOIN member ON member.id = checkup.member_id";
const CHECKED: SqlRecord = {
  ...{ id: "checkup.id", label: "coalesce(member.number, '')", to: "member", toId: "checkup.member_id" },
  join: CHECKED_AGE,
};
const CHECKUP = {
  ...{ from: "checkup", day: "checkup.done_on", where: "checkup.voided = 0", office: "checkup.office" },
  record: CHECKED,
} as const;

/** Claims' and exits' payments. */
const PAID_OUT = `(SELECT id, office, plan_code, amount, paid_on, voucher_id FROM claim_payment WHERE voided = 0
  UNION ALL SELECT id, office, plan_code, amount, paid_on, voucher_id FROM life_payment WHERE paid_on IS NOT NULL)
  AS paid_out`;

const PAYMENT: SqlRecord = {
  ...{ id: "paid_out.id", label: "coalesce(voucher.number, '')", to: "voucher", toId: "voucher.id" },
  join: "LEFT JOIN voucher ON voucher.id = paid_out.voucher_id",
};

/**
 * The plan that a voucher is about: of the record that names it; otherwise of the policy that was made with it, as a
 * registration fee's; otherwise of hers of that kind, or of the first of that kind. `fund.ts` says the same of movements.
 */
const NAMED_PLAN = `named_plan (voucher, plan) AS MATERIALIZED (
  SELECT voucher_id, plan_code FROM contribution JOIN policy ON policy.id = policy_id WHERE voucher_id IS NOT NULL
  UNION SELECT refund_voucher_id, plan_code FROM contribution JOIN policy ON policy.id = policy_id
    WHERE refund_voucher_id IS NOT NULL
  UNION SELECT voucher_id, plan_code FROM claim_payment WHERE voucher_id IS NOT NULL
  UNION SELECT voucher_id, plan_code FROM life_payment WHERE voucher_id IS NOT NULL)`;
/** A voucher that was taken back counts no more than the one that took it back. */
const MOVEMENT_ROWS = `
  SELECT dated_on, iif(direction = 'in', amount, -amount) AS net, office,
    iif(account GLOB 'life*', 'life', 'health') AS kind, id, member_id, recorded_at, number
  FROM voucher WHERE (account GLOB 'health*' OR account GLOB 'life*') AND kind <> 'reversal'
    AND NOT EXISTS (SELECT 1 FROM voucher AS later WHERE later.reverses_id = voucher.id)`;
/** Read once for all measures. */
const MOVEMENTS = `movement AS MATERIALIZED (${MOVEMENT_ROWS})`;

const policyLike = (
  condition: string,
) => `(SELECT plan_code FROM policy AS known WHERE known.kind = movement.kind
  ${condition} ORDER BY known.created_at, known.id LIMIT 1)`;
const MOVEMENT_PLAN = {
  sql: `coalesce(named_plan.plan,
    ${policyLike("AND known.member_id = movement.member_id AND known.created_at = movement.recorded_at")},
    ${policyLike("AND known.member_id = movement.member_id")}, ${policyLike("")}, upper(movement.kind))`,
  join: "LEFT JOIN named_plan ON named_plan.voucher = movement.id",
} as const;

const MOVEMENT: SqlRecord = {
  ...{ id: "movement.id", label: "movement.number", on: "movement.dated_on" },
  ...{ to: "voucher", toId: "movement.id" },
};

const movements = (name: string, since = ""): SqlMeasure => ({
  ...{ name, before: `${NAMED_PLAN}, ${MOVEMENTS}`, from: "movement", day: null, office: "movement.office" },
  ...{ value: "movement.net", where: `movement.dated_on <= span.last ${since}` },
  ...{ group: MOVEMENT_PLAN, record: MOVEMENT },
});

/** `span.bound` is the first of the twelve months by which the fund's rate is measured. */
export const INSURANCE_MEASURES: readonly SqlMeasure[] = [
  policyDay("insurance.new", "policy.effective_on"),
  policyDay("insurance.ended", "policy.ended_on"),
  {
    name: "insurance.collected",
    from: "contribution JOIN policy ON policy.id = contribution.policy_id",
    ...{ day: "contribution.paid_on", value: "contribution.amount", office: "contribution.office" },
    group: PLAN,
    record: { ...POLICY, id: "contribution.id" },
  },
  {
    ...{ name: "insurance.benefits", from: PAID_OUT, day: "paid_out.paid_on", value: "paid_out.amount" },
    ...{ office: "paid_out.office", group: { sql: "paid_out.plan_code" } },
    record: PAYMENT,
  },
  movements("insurance.balance"),
  movements("insurance.lastTwelveMonths", "AND movement.dated_on >= span.bound"),
  {
    name: "insurance.committedClaims",
    from: "claim JOIN policy ON policy.id = claim.policy_id",
    day: null,
    where: "claim.state IN ('decided', 'paid') AND claim.granted > 0 AND claim.decided_on <= span.last",
    value: `(claim.granted - (SELECT coalesce(sum(amount), 0) FROM claim_payment
      WHERE claim_payment.claim_id = claim.id AND voided = 0 AND paid_on <= span.last))`,
    office: "claim.office",
    group: PLAN,
    record: { ...CLAIM, on: "claim.decided_on" },
  },
  {
    name: "insurance.committedExits",
    from: `life_exit JOIN life_payment ON life_payment.exit_id = life_exit.id
      LEFT JOIN policy ON policy.id = life_exit.policy_id`,
    day: null,
    where: `life_exit.state IN ('approved', 'paid') AND life_exit.on_day <= span.last
      AND (life_payment.paid_on IS NULL OR life_payment.paid_on > span.last)`,
    ...{ value: "life_payment.amount", office: "life_payment.office" },
    group: { sql: "life_payment.plan_code" },
    record: {
      ...POLICY,
      id: "life_payment.id",
      label: "coalesce(policy.number, '')",
      on: "life_exit.on_day",
    },
  },
  claims("insurance.claims", "1"),
  claims("insurance.claimsAsked", "claim.asked"),
  claims("insurance.claimsGranted", "coalesce(claim.granted, 0)"),
  lines("insurance.claimLines", "1"),
  lines("insurance.carePaid", "coalesce(claim_line.paid, 0)"),
  {
    ...{ ...CHECKUP, name: "insurance.checkups", value: "1" },
    ageBand: { sql: ageBandOn("checkup.done_on"), join: CHECKED_AGE },
  },
  {
    ...{ ...CHECKUP, name: "insurance.womenChecked", value: "1", distinct: "checkup.member_id" },
    ageBand: { sql: ageBandOn("span.last"), join: CHECKED_AGE },
  },
];

const only = (office: OfficeScope) => (office === "all" ? "" : "AND office = @office");
const params = (office: OfficeScope): Record<string, string> => (office === "all" ? {} : { office });

/** What one fund, or several together, held at the end of a span. */
export interface FundSums {
  /** The span's key. */
  readonly span: string;
  /** The plan's code or the office; empty for all funds together. */
  readonly group: string;
  readonly balance: number;
  /** In less out since `span.bound`. */
  readonly recent: number;
  readonly firstDay: CalendarDate;
}

/** What the measures above say one by one, day by day first, so that each voucher is read once for all spans. */
export function sumFunds(
  reader: Reader,
  asked: { readonly office: OfficeScope; readonly spans: readonly SqlSpan[]; readonly by: SqlBy },
): FundSums[] {
  const { office, spans, by } = asked;
  const part = by === null ? "''" : by === "office" ? "movement.office" : MOVEMENT_PLAN.sql;
  const sql = `WITH ${SPAN}, ${NAMED_PLAN}, movement AS (${MOVEMENT_ROWS}),
    daily AS MATERIALIZED (SELECT movement.dated_on, ${part} AS part, sum(movement.net) AS net
      FROM movement ${by === "group" ? MOVEMENT_PLAN.join : ""} WHERE true ${only(office)} GROUP BY 1, 2)
    SELECT span.key, daily.part, sum(daily.net) AS balance, min(daily.dated_on) AS first_day,
      coalesce(sum(daily.net) FILTER (WHERE daily.dated_on >= span.bound), 0) AS recent
    FROM span CROSS JOIN daily WHERE daily.dated_on <= span.last GROUP BY 1, 2`;
  return reader.all(sql, { spans: JSON.stringify(spans), ...params(office) }).map((row) => ({
    ...{ span: String(row.key), group: String(row.part), firstDay: String(row.first_day) },
    ...{ balance: Number(row.balance), recent: Number(row.recent) },
  }));
}

/** What the rules of cover ask of a policy, and no more. */
export interface CountedPolicy {
  readonly id: string;
  readonly office: string;
  readonly number: string;
  readonly planCode: string;
  readonly kind: "health" | "life";
  readonly effectiveOn: CalendarDate;
  readonly endedOn: CalendarDate | null;
}

export interface CountedContribution {
  readonly id: string;
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly amount: Francs;
}

/** Policies that began by a day, of an office or of all. */
export function listCountedPolicies(
  reader: Reader,
  { office, until }: { readonly office: OfficeScope; readonly until: CalendarDate },
): CountedPolicy[] {
  return reader
    .all(
      `SELECT id, office, number, plan_code, kind, effective_on, ended_on FROM policy
       WHERE effective_on <= @until ${only(office)} ORDER BY number, id`,
      { ...params(office), until },
    )
    .map((row) => ({
      id: String(row.id),
      office: String(row.office),
      number: String(row.number),
      planCode: String(row.plan_code),
      kind: row.kind === "life" ? "life" : "health",
      effectiveOn: String(row.effective_on),
      endedOn: row.ended_on === null ? null : String(row.ended_on),
    }));
}

/**
 * The contributions that count from a day on, by policy, in no order. Of those that were over before,
 * only the one that reaches furthest: what a policy is on a later day depends on no other.
 */
export function listCountedContributions(
  reader: Reader,
  { office, since }: { readonly office: OfficeScope; readonly since: CalendarDate },
): ReadonlyMap<string, CountedContribution[]> {
  const byPolicy = new Map<string, CountedContribution[]>();
  const counted = `FROM contribution WHERE refunded_on IS NULL ${only(office)}`;
  const sql = `SELECT id, policy_id, period_from, period_to, amount ${counted} AND period_to >= @since
    UNION ALL SELECT id, policy_id, period_from, max(period_to), amount ${counted} AND period_to < @since
      GROUP BY policy_id`;
  for (const row of reader.each(sql, { ...params(office), since })) {
    const { id, policy_id: policyId, period_from: from, period_to: to, amount } = row;
    const one = { id: String(id), from: String(from), to: String(to), amount: Number(amount) };
    const known = byPolicy.get(String(policyId));
    if (known === undefined) byPolicy.set(String(policyId), [one]);
    else known.push(one);
  }
  return byPolicy;
}
