import { addDays, addMonths } from "../../../src/domain/calendar.ts";
import { earnedContributions, reserveMonths } from "../../../src/domain/insurance/fund.ts";
import { type BareArea, type BareSpan, outermost, rowsOf } from "./figures.ts";

/** Days of grace of the plan, and the day after which they begin. */
const GRACE_DAYS = 15;

const collected = (key: string) => `SELECT ${key} AS key, sum(amount) AS value FROM contribution
  WHERE paid_on BETWEEN @from AND @to GROUP BY 1`;
const benefits = (key: string) => `SELECT ${key} AS key, sum(amount) AS value FROM (
    SELECT office, paid_on, amount FROM claim_payment WHERE voided = 0 AND paid_on BETWEEN @from AND @to
    UNION ALL SELECT office, paid_on, amount FROM life_payment WHERE paid_on BETWEEN @from AND @to) GROUP BY 1`;
const CLAIMS = `SELECT substr(entered_on, 1, 7) AS key, count(*) AS value FROM claim
  WHERE entered_on BETWEEN @from AND @to GROUP BY 1`;
const LINES = `SELECT category AS key, count(*) AS value FROM claim JOIN claim_line ON claim_line.claim_id = claim.id
  WHERE entered_on BETWEEN @from AND @to AND claim_line.voided = 0 GROUP BY 1`;
/** Policies that are paid for the day, or within grace. */
const ACTIVE = `SELECT '' AS key, count(*) AS value FROM policy
  WHERE effective_on <= @last AND (ended_on IS NULL OR ended_on >= @last) AND EXISTS (SELECT 1 FROM contribution
    WHERE policy_id = policy.id AND refunded_on IS NULL AND period_from <= @last AND period_to >= @since)`;
const EARNED = `SELECT id, period_from AS "from", period_to AS "to", amount FROM contribution
  WHERE refunded_on IS NULL AND period_from <= @to AND period_to >= @from`;
const FUND = `SELECT min(dated_on) AS first, sum(iif(direction = 'in', amount, -amount)) AS balance,
    sum(iif(direction = 'in', amount, -amount)) FILTER (WHERE dated_on >= @since) AS recent FROM voucher
  WHERE (account GLOB 'health*' OR account GLOB 'life*') AND kind <> 'reversal' AND dated_on <= @last
    AND NOT EXISTS (SELECT 1 FROM voucher AS later WHERE later.reverses_id = voucher.id)`;
const COMMITTED = `SELECT coalesce((SELECT sum(granted - (SELECT coalesce(sum(amount), 0) FROM claim_payment
      WHERE claim_id = claim.id AND voided = 0 AND paid_on <= @last)) FROM claim
    WHERE state IN ('decided', 'paid') AND granted > 0 AND decided_on <= @last), 0)
  + coalesce((SELECT sum(life_payment.amount) FROM life_exit JOIN life_payment ON exit_id = life_exit.id
    WHERE life_exit.state IN ('approved', 'paid') AND on_day <= @last
      AND (paid_on IS NULL OR paid_on > @last)), 0) AS value`;

interface Fund {
  readonly first: string;
  readonly balance: number;
  readonly recent: number;
}

/** How long the fund lasts, by the rule that the product has; two movements stand for all that there were. */
function monthsLeft({ first, balance, recent }: Fund, committed: number, last: string): number | null {
  const one = { plan: "fund" };
  const movements = [
    { ...one, on: first, direction: "in" as const, amount: 0 },
    {
      ...one,
      on: last,
      direction: recent < 0 ? ("out" as const) : ("in" as const),
      amount: Math.abs(recent),
    },
  ];
  return reserveMonths(movements, balance - committed, last);
}

export const prepareInsurance: BareArea = (connection, isNational) => {
  const month = "substr(paid_on, 1, 7)";
  const paidIn = [collected(month), benefits(month)].map((sql) => connection.prepare(sql));
  const paidBy = [collected("office"), benefits("office")].map((sql) => connection.prepare(sql));
  const [claims, lines] = [connection.prepare(CLAIMS), connection.prepare(LINES)];
  const [active, earned] = [connection.prepare(ACTIVE), connection.prepare(EARNED)];
  const [fund, committed] = [connection.prepare(FUND), connection.prepare(COMMITTED)];
  const measures = ["insurance.collected", "insurance.benefits"];
  return (asked, { put }) => {
    const { span, before } = asked;
    const days = ({ first, last }: BareSpan) => ({ from: first, to: last });
    for (const [at, statement] of paidIn.entries())
      for (const { key, value } of rowsOf(statement, outermost(asked))) put(measures[at] ?? "", key, value);
    for (const { key, value } of rowsOf(claims, { from: before.first, to: span.last }))
      put("insurance.claims", key, value);
    for (const { key, value } of rowsOf(lines, days(span))) {
      put("insurance.claimLines", span.key, value, `group ${key}`);
      put("insurance.claimLines", span.key, value);
    }
    for (const one of [span, before]) {
      const { key, last } = one;
      put("insurance.active", key, rowsOf(active, { last, since: addDays(last, -GRACE_DAYS - 1) })[0]?.value);
      const taken = earned.all(days(one)) as { id: string; from: string; to: string; amount: number }[];
      put("insurance.earned", key, earnedContributions(taken, days(one)));
      const held = fund.get({ last, since: addDays(addMonths(last, -12), 1) }) as Fund;
      const owed = rowsOf(committed, { last })[0]?.value ?? 0;
      put("insurance.reserveMonths", key, held.first === null ? null : monthsLeft(held, owed, last));
    }
    if (!isNational) return;
    for (const [at, statement] of paidBy.entries())
      for (const { key, value } of rowsOf(statement, days(span)))
        put(measures[at] ?? "", span.key, value, `office ${key}`);
  };
};
