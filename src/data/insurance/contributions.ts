import type { CalendarDate, Francs, OfficeScope } from "../../contract/primitives.ts";
import type { Reader } from "../reader.ts";
import type { Row } from "../registry.ts";
import type { WriteDoor } from "../writeDoor.ts";

/** One period that was paid. */
export interface StoredContribution {
  readonly id: string;
  readonly policyId: string;
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly amount: Francs;
  readonly paidOn: CalendarDate;
  /** `null` where the voucher is another office's. */
  readonly voucherId: string | null;
  readonly voucherNumber: string | null;
  /** Paid back on cancellation: it covers nothing. */
  readonly refundedOn: CalendarDate | null;
}

const nullable = (value: Row[string] | undefined) =>
  value === null || value === undefined ? null : String(value);

function contributionFromRow(row: Row): StoredContribution {
  return {
    id: String(row.id),
    policyId: String(row.policy_id),
    from: String(row.period_from),
    to: String(row.period_to),
    amount: Number(row.amount),
    paidOn: String(row.paid_on),
    voucherId: nullable(row.voucher_id),
    voucherNumber: nullable(row.voucher_number),
    refundedOn: nullable(row.refunded_on),
  };
}

const SELECT = `SELECT contribution.*, voucher.number AS voucher_number
  FROM contribution LEFT JOIN voucher ON voucher.id = contribution.voucher_id`;

/** A policy's contributions, in the order of their periods. */
export function listContributions(reader: Reader, policyId: string): StoredContribution[] {
  return reader
    .all(`${SELECT} WHERE policy_id = @policyId ORDER BY period_from, contribution.id`, { policyId })
    .map(contributionFromRow);
}

/** Those of a whole office, or of all in headquarters' copies, by policy. */
export function contributionsByPolicy(
  reader: Reader,
  office: OfficeScope,
): ReadonlyMap<string, StoredContribution[]> {
  const isOne = office !== "all";
  const sql = `${SELECT} ${isOne ? "WHERE contribution.office = @office" : ""} ORDER BY period_from, contribution.id`;
  const byPolicy = new Map<string, StoredContribution[]>();
  for (const row of reader.all(sql, isOne ? { office } : {})) {
    const contribution = contributionFromRow(row);
    const known = byPolicy.get(contribution.policyId);
    if (known === undefined) byPolicy.set(contribution.policyId, [contribution]);
    else known.push(contribution);
  }
  return byPolicy;
}

/** What one voucher paid for, in the order of the periods. */
export function listContributionsOfVoucher(reader: Reader, voucherId: string): StoredContribution[] {
  return reader
    .all(`${SELECT} WHERE voucher_id = @voucherId ORDER BY period_from`, { voucherId })
    .map(contributionFromRow);
}

export interface NewContribution {
  readonly id: string;
  readonly policyId: string;
  readonly memberId: string;
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly amount: Francs;
  readonly paidOn: CalendarDate;
  readonly voucherId: string;
}

export function insertContribution(door: WriteDoor, contribution: NewContribution): void {
  door.insert("contribution", {
    id: contribution.id,
    office: door.author.office,
    policy_id: contribution.policyId,
    member_id: contribution.memberId,
    period_from: contribution.from,
    period_to: contribution.to,
    amount: contribution.amount,
    paid_on: contribution.paidOn,
    voucher_id: contribution.voucherId,
    refunded_on: null,
    refund_voucher_id: null,
  });
}

export function markRefunded(
  door: WriteDoor,
  id: string,
  refund: { on: CalendarDate; voucherId: string },
): void {
  door.update("contribution", id, { refunded_on: refund.on, refund_voucher_id: refund.voucherId });
}
