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

export function listClaimPayments(reader: Reader, claimId: string): StoredClaimPayment[] {
  return reader
    .all(
      `SELECT claim_payment.id, claim_payment.amount, paid_on, voucher_id, voucher.number AS voucher_number
       FROM claim_payment LEFT JOIN voucher ON voucher.id = voucher_id
       WHERE claim_id = @claimId ORDER BY paid_on, claim_payment.id`,
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
  return reader.number("SELECT coalesce(sum(amount), 0) FROM claim_payment WHERE claim_id = @claimId", {
    claimId,
  });
}

/** The claim that this voucher paid; undefined when it paid none. */
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
  });
}
