import type { Reader } from "../../../src/data/reader.ts";
import type { Row } from "../../../src/data/registry.ts";
import { dayOf, lastOfMonth, numberOf, plusDays, plusMonths } from "./yearDays.ts";

/*
 * The year's figures once more, from the rows alone: nothing here goes by the rules or the sums of the product.
 */

const OFFICE = "office = 'KTL'";
const INSURANCE = "(account LIKE 'health%' OR account LIKE 'life%')";

export interface VoucherRow {
  readonly id: string;
  readonly plan: string;
  readonly account: string;
  readonly month: string;
  readonly sign: 1 | -1;
  readonly amount: number;
  readonly memberId: string;
  readonly on: string;
  readonly at: string;
}

/** Every woman has one plan of each kind in this year: her voucher's account tells which. */
export function voucherRows(reader: Reader): VoucherRow[] {
  const plans = reader.all(`SELECT DISTINCT member_id, kind, plan_code FROM policy WHERE ${OFFICE}`);
  const planOf = new Map(plans.map((row) => [`${row.member_id} ${row.kind}`, String(row.plan_code)]));
  return reader.all(`SELECT * FROM voucher WHERE ${OFFICE} AND ${INSURANCE}`).map((row) => ({
    id: String(row.id),
    plan: planOf.get(`${row.member_id} ${String(row.account).startsWith("life") ? "life" : "health"}`) ?? "",
    account: String(row.account),
    month: String(row.dated_on).slice(0, 7),
    sign: row.direction === "in" ? 1 : -1,
    amount: Number(row.amount),
    memberId: String(row.member_id),
    on: String(row.dated_on),
    at: String(row.recorded_at),
  }));
}

export const total = (amounts: readonly number[]) => amounts.reduce((sum, amount) => sum + amount, 0);

/** Francs that each month earns of a contribution: its days one by one, each the whole francs reached by then. */
function earnedByMonth(row: Row, earned: Map<string, number>): void {
  const from = numberOf(String(row.period_from));
  const days = numberOf(String(row.period_to)) - from + 1;
  const reached = (day: number) => Math.floor((Number(row.amount) * day) / days);
  for (let day = 1; day <= days; day += 1) {
    const month = dayOf(from + day - 1).slice(0, 7);
    earned.set(month, (earned.get(month) ?? 0) + reached(day) - reached(day - 1));
  }
}

interface Rhythm {
  readonly grace: number;
  readonly lapse: number;
}

/** What a policy is on a day, from its paid days. */
function stateOn(policy: Row, paid: readonly Row[], { grace, lapse }: Rhythm, day: string): string {
  if (policy.ended_on !== null && day > String(policy.ended_on)) return "ended";
  if (paid.some((row) => String(row.period_from) <= day && day <= String(row.period_to))) return "active";
  if (day < String(policy.effective_on)) return "pending";
  const before = paid.map((row) => String(row.period_to)).filter((to) => to < day);
  const last = before.sort().at(-1);
  const due = last === undefined ? String(policy.effective_on) : plusDays(last, 1);
  const suspendedFrom = plusDays(due, grace + 1);
  if (day < suspendedFrom) return last === undefined ? "pending" : "active";
  return day < plusMonths(suspendedFrom, lapse) ? "suspended" : "lapsed";
}

const RHYTHMS: Readonly<Record<string, Rhythm>> = {
  MUTUELLE: { grace: 15, lapse: 2 },
  PETITE: { grace: 15, lapse: 3 },
  "DANAYA-VIE": { grace: 30, lapse: 6 },
};

function planLine(reader: Reader, plan: string, month: string, asOf: string) {
  const policies = reader.all(`SELECT * FROM policy WHERE ${OFFICE} AND plan_code = @plan`, { plan });
  const taken = reader.all(
    `SELECT * FROM contribution WHERE ${OFFICE} AND refunded_on IS NULL
       AND policy_id IN (SELECT id FROM policy WHERE plan_code = @plan)`,
    { plan },
  );
  const byPolicy = Map.groupBy(taken, (row) => String(row.policy_id));
  const rhythm = RHYTHMS[plan] ?? { grace: 0, lapse: 0 };
  const states = policies.map((policy) =>
    stateOn(policy, byPolicy.get(String(policy.id)) ?? [], rhythm, asOf),
  );
  const count = (state: string) => states.filter((one) => one === state).length;
  const earned = new Map<string, number>();
  for (const row of taken) earnedByMonth(row, earned);
  const vouchers = voucherRows(reader).filter((row) => row.plan === plan && row.month === month);
  const sum = (accounts: RegExp) =>
    total(vouchers.filter(({ account }) => accounts.test(account)).map(({ amount }) => amount));
  const benefits = sum(/Benefit$|lifePayment/);
  const earnedNow = earned.get(month) ?? 0;
  return {
    code: plan,
    active: count("active"),
    new: policies.filter((row) => String(row.effective_on).startsWith(month)).length,
    suspended: count("suspended"),
    lapsed: count("lapsed"),
    ended: policies.filter((row) => String(row.ended_on ?? "").startsWith(month)).length,
    collected: sum(/Contribution$/),
    earned: earnedNow,
    benefits,
    lossRatio: earnedNow === 0 ? null : Math.floor((1000 * benefits) / earnedNow) / 10,
  };
}

function fold<K extends string>(rows: readonly Row[], key: K, columns: readonly string[]) {
  const groups = Map.groupBy(rows, (row) => String(row[key]));
  return Object.fromEntries(
    [...groups].map(([name, group]) => [
      name,
      [group.length, ...columns.map((column) => total(group.map((row) => Number(row[column] ?? 0))))],
    ]),
  );
}

/** What the monthly summary says, with claims as [count, asked, granted or paid] by state and category. */
export function summaryFrom(reader: Reader, month: string, today: string) {
  const asOf = [lastOfMonth(month), today].sort()[0] ?? today;
  const entered = reader.all(`SELECT * FROM claim WHERE ${OFFICE} AND entered_on LIKE '${month}-%'`);
  const ids = new Set(entered.map((row) => String(row.id)));
  const lines = reader
    .all(`SELECT * FROM claim_line WHERE ${OFFICE} AND voided = 0`)
    .filter((row) => ids.has(String(row.claim_id)));
  return {
    plans: Object.keys(RHYTHMS)
      .sort()
      .map((plan) => planLine(reader, plan, month, asOf)),
    claimsByState: fold(entered, "state", ["asked", "granted"]),
    claimsByCategory: fold(lines, "category", ["asked", "paid"]),
  };
}

/** Decided and not paid, by plan. */
export function committedFrom(reader: Reader, plan: string): number {
  const rows = reader.all(
    `SELECT granted, (SELECT sum(amount) FROM claim_payment WHERE claim_id = claim.id) AS paid
     FROM claim WHERE ${OFFICE} AND state = 'decided'
       AND policy_id IN (SELECT id FROM policy WHERE plan_code = @plan)`,
    { plan },
  );
  return total(rows.map((row) => Number(row.granted) - Number(row.paid ?? 0)));
}

/** The records behind each voucher, `account day member francs`; and the same said by the vouchers. */
export function booked(reader: Reader): { records: string[]; vouchers: string[] } {
  const words = (id: unknown, account: string, on: unknown, about: { member: unknown; amount: unknown }) =>
    `${id} ${account} ${on} ${about.member} ${about.amount}`;
  const grouped = (sql: string) =>
    reader.all(sql).map((row) => {
      const { member_id: member, amount } = row;
      return words(row.voucher, String(row.account), row.on_day, { member, amount });
    });
  const records = [
    ...grouped(
      `SELECT voucher_id AS voucher, kind || 'Contribution' AS account, paid_on AS on_day,
         contribution.member_id, sum(amount) AS amount
       FROM contribution JOIN policy ON policy.id = policy_id WHERE contribution.${OFFICE}
       GROUP BY voucher_id, policy_id, paid_on`,
    ),
    ...grouped(
      `SELECT refund_voucher_id AS voucher, 'healthRefund' AS account, refunded_on AS on_day, member_id,
         sum(amount) AS amount
       FROM contribution WHERE ${OFFICE} AND refunded_on IS NOT NULL GROUP BY refund_voucher_id, policy_id`,
    ),
    ...grouped(
      `SELECT voucher_id AS voucher, 'healthBenefit' AS account, paid_on AS on_day, member_id, amount
       FROM claim_payment WHERE ${OFFICE}`,
    ),
    ...grouped(
      `SELECT voucher_id AS voucher, 'lifePayment' AS account, paid_on AS on_day, member_id, amount
       FROM life_payment WHERE ${OFFICE} AND paid_on IS NOT NULL`,
    ),
    // A registration's voucher is booked with its policy; the small plan asks for no fee.
    ...grouped(
      `SELECT voucher.id AS voucher, policy.kind || 'Registration' AS account, effective_on AS on_day,
         policy.member_id, 1000 AS amount
       FROM policy LEFT JOIN voucher ON voucher.member_id = policy.member_id
         AND recorded_at = created_at AND account = policy.kind || 'Registration'
       WHERE policy.${OFFICE} AND plan_code <> 'PETITE'`,
    ),
  ];
  const vouchers = voucherRows(reader).map(({ id, account, on, memberId: member, amount }) =>
    words(id, account, on, { member, amount }),
  );
  return { records: records.sort(), vouchers: vouchers.sort() };
}
