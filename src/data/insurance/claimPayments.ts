import type { CalendarDate, Francs } from "../../contract/primitives.ts";
import type { Reader } from "../reader.ts";
import type { WriteDoor } from "../writeDoor.ts";

export interface StoredClaimPayment {
  readonly id: string;
  readonly amount: Francs;
  readonly paidOn: CalendarDate;
  readonly voucherId: string | null;
  readonly voucherNumber: string | null;
}

/** What was paid and not taken back. */
export function listClaimPayments(reader: Reader, claimId: string): StoredClaimPayment[] {
  return reader
    .all(
      `SELECT claim_payment.id, claim_payment.amount, paid_on, voucher_id, voucher.number AS voucher_number
       FROM claim_payment LEFT JOIN voucher ON voucher.id = voucher_id
       WHERE claim_id = @claimId AND voided = 0 ORDER BY paid_on, claim_payment.id`,
      { claimId },
    )
    .map((row) => ({
      id: String(row.id),
      amount: Number(row.amount),
      paidOn: String(row.paid_on),
      voucherId: row.voucher_id === null ? null : String(row.voucher_id),
      voucherNumber: row.voucher_number === null ? null : String(row.voucher_number),
    }));
}

export function sumClaimPayments(reader: Reader, claimId: string): Francs {
  const sql = "SELECT coalesce(sum(amount), 0) FROM claim_payment WHERE claim_id = @claimId AND voided = 0";
  return reader.number(sql, { claimId });
}

/** The claim that this voucher paid, also where it was taken back since; undefined when it paid none. */
export function readPaidClaim(reader: Reader, voucherId: string): string | undefined {
  const row = reader.get("SELECT claim_id FROM claim_payment WHERE voucher_id = @voucherId", { voucherId });
  return row === undefined ? undefined : String(row.claim_id);
}

export function insertClaimPayment(
  door: WriteDoor,
  payment: {
    readonly id: string;
    readonly claimId: string;
    readonly memberId: string;
    readonly planCode: string;
    readonly amount: Francs;
    readonly paidOn: CalendarDate;
    readonly voucherId: string;
  },
): void {
  door.insert("claim_payment", {
    id: payment.id,
    office: door.author.office,
    claim_id: payment.claimId,
    member_id: payment.memberId,
    plan_code: payment.planCode,
    amount: payment.amount,
    paid_on: payment.paidOn,
    voucher_id: payment.voucherId,
    voided: 0,
  });
}

/** The payment that a voucher made, and whose record it is by now; undefined when it made none that counts. */
export function readPaymentOf(
  reader: Reader,
  voucherId: string,
): { readonly id: string; readonly office: string; readonly claimId: string } | undefined {
  const sql = "SELECT id, office, claim_id FROM claim_payment WHERE voucher_id = @voucherId AND voided = 0";
  const row = reader.get(sql, { voucherId });
  return row && { id: String(row.id), office: String(row.office), claimId: String(row.claim_id) };
}

/**
 * The voucher of the latest payment of a claim of this policy for care within these days: what was paid out because
 * the days were covered. Undefined when there is none.
 */
export function readLatestBenefit(
  reader: Reader,
  about: { readonly policyId: string; readonly from: CalendarDate; readonly to: CalendarDate },
): string | undefined {
  const row = reader.get(
    `SELECT voucher.number FROM claim_payment
       JOIN claim ON claim.id = claim_id JOIN voucher ON voucher.id = claim_payment.voucher_id
     WHERE claim.policy_id = @policyId AND care_on BETWEEN @from AND @to AND claim_payment.voided = 0
     ORDER BY voucher.year DESC, voucher.counter DESC LIMIT 1`,
    { policyId: about.policyId, from: about.from, to: about.to },
  );
  return row === undefined ? undefined : String(row.number);
}

export function voidClaimPayment(door: WriteDoor, id: string): void {
  door.update("claim_payment", id, { voided: 1 });
}
