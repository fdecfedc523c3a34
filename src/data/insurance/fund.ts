import type { PlanCode } from "../../contract/insuranceTerms.ts";
import type { CalendarDate, Francs, OfficeScope } from "../../contract/primitives.ts";
import type { Reader } from "../reader.ts";

/** Money of a plan that went through the cash book. */
export interface StoredMovement {
  readonly plan: PlanCode;
  readonly on: CalendarDate;
  readonly direction: "in" | "out";
  readonly amount: Francs;
}

const only = (office: OfficeScope, table: string) =>
  office === "all" ? "" : `AND ${table}.office = @office`;
const params = (office: OfficeScope): Record<string, string> => (office === "all" ? {} : { office });

/** Vouchers that a contribution, its refund or a payment names, with the plan that it is about. */
function plansByVoucher(reader: Reader): ReadonlyMap<string, PlanCode> {
  const rows = reader.all(
    `SELECT voucher_id AS voucher, plan_code AS plan FROM contribution JOIN policy ON policy.id = policy_id
     UNION ALL SELECT refund_voucher_id, plan_code FROM contribution JOIN policy ON policy.id = policy_id
     UNION ALL SELECT voucher_id, plan_code FROM claim_payment
     UNION ALL SELECT voucher_id, plan_code FROM life_payment`,
  );
  return new Map(rows.map(({ voucher, plan }) => [String(voucher), String(plan)]));
}

interface Unnamed {
  readonly memberId: string;
  readonly kind: "health" | "life";
  readonly recordedAt: string;
}

/**
 * The plan of a voucher that no record names: a registration fee is taken with its policy, at the same instant for the
 * same member. Where a record went to another office with her, and names this office's voucher no more, her policy of
 * that kind still tells the plan; the office's first of that kind where she has none any more.
 */
function planFinder(reader: Reader): (about: Unnamed) => PlanCode {
  const rows = reader.all(
    "SELECT member_id, kind, plan_code, created_at FROM policy ORDER BY created_at, id",
  );
  const policies = rows.map((row) => ({
    memberId: String(row.member_id),
    kind: String(row.kind),
    plan: String(row.plan_code),
    createdAt: String(row.created_at),
  }));
  return ({ memberId, kind, recordedAt }) => {
    const ofKind = policies.filter((policy) => policy.kind === kind);
    const hers = ofKind.filter((policy) => policy.memberId === memberId);
    const found = hers.find(({ createdAt }) => createdAt === recordedAt) ?? hers[0] ?? ofKind[0];
    return found?.plan ?? kind.toUpperCase();
  };
}

/**
 * Every franc of insurance in an office's cash book, or in all of them; the sum is the vouchers' sum. A voucher that was
 * taken back is left out with the one that took it back: nothing was contributed or paid out.
 */
export function listMovements(reader: Reader, office: OfficeScope): StoredMovement[] {
  const named = plansByVoucher(reader);
  const planOf = planFinder(reader);
  return reader
    .all(
      `SELECT id, dated_on, direction, amount, account, member_id, recorded_at FROM voucher
       WHERE (account LIKE 'health%' OR account LIKE 'life%') ${only(office, "voucher")} AND kind <> 'reversal'
         AND NOT EXISTS (SELECT 1 FROM voucher later WHERE later.reverses_id = voucher.id)
       ORDER BY dated_on, counter`,
      params(office),
    )
    .map((row) => ({
      plan:
        named.get(String(row.id)) ??
        planOf({
          memberId: String(row.member_id),
          kind: String(row.account).startsWith("life") ? "life" : "health",
          recordedAt: String(row.recorded_at),
        }),
      on: String(row.dated_on),
      direction: row.direction === "out" ? "out" : "in",
      amount: Number(row.amount),
    }));
}

/** What was decided or approved and is not paid yet. */
export function listCommitted(
  reader: Reader,
  office: OfficeScope,
): { readonly plan: PlanCode; readonly amount: Francs }[] {
  const claims = reader.all(
    `SELECT plan_code AS plan, granted - (SELECT coalesce(sum(amount), 0) FROM claim_payment
       WHERE claim_payment.claim_id = claim.id AND voided = 0) AS amount
     FROM claim JOIN policy ON policy.id = claim.policy_id
     WHERE claim.state = 'decided' AND granted > 0 ${only(office, "claim")}`,
    params(office),
  );
  const exits = reader.all(
    `SELECT life_payment.plan_code AS plan, life_payment.amount
     FROM life_payment JOIN life_exit ON life_exit.id = exit_id
     WHERE life_exit.state = 'approved' AND paid_on IS NULL ${only(office, "life_payment")}`,
    params(office),
  );
  return [...claims, ...exits].map((row) => ({ plan: String(row.plan), amount: Number(row.amount) }));
}

/** Plans that an office's policies are on. */
export function listInsuredPlans(reader: Reader, office: OfficeScope): { code: PlanCode; kind: string }[] {
  return reader
    .all(
      `SELECT DISTINCT plan_code, kind FROM policy WHERE 1 ${only(office, "policy")} ORDER BY plan_code`,
      params(office),
    )
    .map((row) => ({ code: String(row.plan_code), kind: String(row.kind) }));
}
