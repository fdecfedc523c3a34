import { SessionIds } from "../../contract/literacyTerms.ts";
import type { CalendarDate, Francs } from "../../contract/primitives.ts";
import type { Reader } from "../reader.ts";
import type { Row } from "../registry.ts";
import type { WriteDoor } from "../writeDoor.ts";

/** What a learner paid for a class. */
export interface StoredFee {
  readonly id: string;
  readonly enrolmentId: string;
  readonly cohortId: string;
  readonly amount: Francs;
  readonly paidOn: CalendarDate;
  readonly voucherId: string;
}

/** Fees of cohorts that were not taken back. */
export function listFees(reader: Reader, cohortIds: readonly string[]): StoredFee[] {
  return reader
    .all(
      `SELECT class_fee.*, enrolment.cohort_id FROM class_fee JOIN enrolment ON enrolment.id = enrolment_id
       WHERE voided = 0 AND enrolment.cohort_id IN (SELECT value FROM json_each(@ids)) ORDER BY paid_on, class_fee.id`,
      { ids: JSON.stringify(cohortIds) },
    )
    .map((row) => ({
      id: String(row.id),
      enrolmentId: String(row.enrolment_id),
      cohortId: String(row.cohort_id),
      amount: Number(row.amount),
      paidOn: String(row.paid_on),
      voucherId: String(row.voucher_id),
    }));
}

/** A stay's fee: what was paid for it and for the stays before it, and whether another one follows. */
export interface FeeStanding {
  readonly paid: Francs;
  readonly followed: boolean;
}

const STANDINGS = `WITH RECURSIVE way (stay, id) AS (
    SELECT id, id FROM enrolment WHERE id IN (SELECT value FROM json_each(@ids))
    UNION ALL
    SELECT way.stay, enrolment.previous_id FROM way JOIN enrolment ON enrolment.id = way.id
    WHERE enrolment.previous_id IS NOT NULL)
  SELECT way.stay, coalesce(sum(class_fee.amount), 0) AS paid,
    EXISTS (SELECT 1 FROM enrolment WHERE previous_id = way.stay) AS followed
  FROM way LEFT JOIN class_fee ON class_fee.enrolment_id = way.id AND class_fee.voided = 0 GROUP BY way.stay`;

/** Of stays: a fee that was paid follows its woman to the class in which she goes on. */
export function readFeeStandings(reader: Reader, stayIds: readonly string[]): Map<string, FeeStanding> {
  const rows = reader.all(STANDINGS, { ids: JSON.stringify(stayIds) });
  return new Map(
    rows.map((row) => [String(row.stay), { paid: Number(row.paid), followed: row.followed === 1 }]),
  );
}

export function readFeeOfVoucher(
  reader: Reader,
  voucherId: string,
): { id: string; enrolmentId: string; voided: boolean } | undefined {
  const row = reader.get("SELECT id, enrolment_id, voided FROM class_fee WHERE voucher_id = @voucherId", {
    voucherId,
  });
  return row === undefined
    ? undefined
    : { id: String(row.id), enrolmentId: String(row.enrolment_id), voided: row.voided === 1 };
}

export function insertFee(door: WriteDoor, fee: Omit<StoredFee, "cohortId">): void {
  const { id, enrolmentId, amount, paidOn, voucherId } = fee;
  door.insert("class_fee", {
    ...{ id, office: door.author.office, enrolment_id: enrolmentId, amount, paid_on: paidOn },
    ...{ voucher_id: voucherId, voided: 0 },
  });
}

export function voidFee(door: WriteDoor, id: string): void {
  door.update("class_fee", id, { voided: 1 });
}

/** What a trainer was paid for sessions. */
export interface StoredAllowance {
  readonly id: string;
  readonly office: string;
  readonly trainerId: string;
  readonly cohortId: string;
  readonly sessions: number;
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly amount: Francs;
  readonly paidOn: CalendarDate;
  readonly voucherId: string;
  /** Empty for a reader without the cash book's tier. */
  readonly voucherNumber: string;
  readonly voided: boolean;
  readonly sessionIds: readonly string[];
}

function allowanceFromRow(row: Row): StoredAllowance {
  return {
    id: String(row.id),
    office: String(row.office),
    trainerId: String(row.trainer_id),
    cohortId: String(row.cohort_id),
    sessions: Number(row.sessions),
    from: String(row.from_day),
    to: String(row.to_day),
    amount: Number(row.amount),
    paidOn: String(row.paid_on),
    voucherId: String(row.voucher_id),
    voucherNumber: String(row.voucher_number ?? ""),
    voided: row.voided === 1,
    sessionIds: SessionIds.parse(JSON.parse(String(row.session_ids))),
  };
}

const ALLOWANCES = `SELECT trainer_allowance.*, voucher.number AS voucher_number
  FROM trainer_allowance LEFT JOIN voucher ON voucher.id = voucher_id`;

/** Of cohorts, with those that were taken back, in the order of payment. */
export function listAllowances(reader: Reader, cohortIds: readonly string[]): StoredAllowance[] {
  return reader
    .all(
      `${ALLOWANCES} WHERE cohort_id IN (SELECT value FROM json_each(@ids)) ORDER BY paid_on, trainer_allowance.id`,
      { ids: JSON.stringify(cohortIds) },
    )
    .map(allowanceFromRow);
}

export function readAllowanceOfVoucher(reader: Reader, voucherId: string): StoredAllowance | undefined {
  const row = reader.get(`${ALLOWANCES} WHERE voucher_id = @voucherId`, { voucherId });
  return row === undefined ? undefined : allowanceFromRow(row);
}

export function insertAllowance(
  door: WriteDoor,
  allowance: Omit<StoredAllowance, "office" | "voucherNumber" | "voided">,
): void {
  door.insert("trainer_allowance", {
    id: allowance.id,
    office: door.author.office,
    trainer_id: allowance.trainerId,
    cohort_id: allowance.cohortId,
    sessions: allowance.sessions,
    from_day: allowance.from,
    to_day: allowance.to,
    amount: allowance.amount,
    paid_on: allowance.paidOn,
    voucher_id: allowance.voucherId,
    voided: 0,
    session_ids: JSON.stringify(allowance.sessionIds),
  });
}

export function voidAllowance(door: WriteDoor, id: string): void {
  door.update("trainer_allowance", id, { voided: 1 });
}

/** Cohorts that a fee or an allowance was paid for in these days. */
export function listPaidCohortIds(
  reader: Reader,
  { from, to }: { readonly from: CalendarDate; readonly to: CalendarDate },
): string[] {
  return reader
    .all(
      `SELECT cohort_id FROM trainer_allowance WHERE voided = 0 AND paid_on BETWEEN @from AND @to
       UNION SELECT enrolment.cohort_id FROM class_fee JOIN enrolment ON enrolment.id = enrolment_id
       WHERE voided = 0 AND paid_on BETWEEN @from AND @to ORDER BY 1`,
      { from, to },
    )
    .map((row) => String(row.cohort_id));
}
