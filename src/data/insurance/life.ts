import type { LifeExitFile, OpenExit } from "../../contract/insurancePolicies.ts";
import type { CalendarDate, Francs, OfficeCode } from "../../contract/primitives.ts";
import type { Reader } from "../reader.ts";
import type { Row } from "../registry.ts";
import type { WriteDoor } from "../writeDoor.ts";

export type ExitKind = LifeExitFile["kind"];
export type ExitState = LifeExitFile["state"];

/** A member leaves the life fund, or her beneficiaries are paid. */
export interface StoredExit {
  readonly id: string;
  readonly office: OfficeCode;
  readonly policyId: string;
  readonly memberId: string;
  readonly planCode: string;
  readonly kind: ExitKind;
  readonly on: CalendarDate;
  readonly amount: Francs;
  readonly state: ExitState;
  /** Ids of people of the office. */
  readonly requestedBy: string;
  readonly approvedBy: string | null;
}

export interface StoredLifePayment {
  readonly id: string;
  readonly exitId: string;
  /** Null where she is paid herself. */
  readonly beneficiaryId: string | null;
  /** Empty where she is paid herself, and where names are closed to who reads. */
  readonly beneficiary: string;
  readonly share: number | null;
  readonly amount: Francs;
  readonly paidOn: CalendarDate | null;
  readonly voucherNumber: string | null;
}

const nullable = (value: Row[string] | undefined) =>
  value === null || value === undefined ? null : String(value);

function exitFromRow(row: Row): StoredExit {
  return {
    id: String(row.id),
    office: String(row.office),
    policyId: String(row.policy_id),
    memberId: String(row.member_id),
    planCode: String(row.plan_code),
    kind: String(row.kind) as ExitKind,
    on: String(row.on_day),
    amount: Number(row.amount),
    state: String(row.state) as ExitState,
    requestedBy: String(row.requested_by),
    approvedBy: nullable(row.approved_by),
  };
}

function paymentFromRow(row: Row): StoredLifePayment {
  return {
    id: String(row.id),
    exitId: String(row.exit_id),
    beneficiaryId: nullable(row.beneficiary_id),
    beneficiary: String(row.beneficiary ?? ""),
    share: row.share === null ? null : Number(row.share),
    amount: Number(row.amount),
    paidOn: nullable(row.paid_on),
    voucherNumber: nullable(row.voucher_number),
  };
}

export function readExit(reader: Reader, id: string): StoredExit | undefined {
  const row = reader.get("SELECT * FROM life_exit WHERE id = @id", { id });
  return row === undefined ? undefined : exitFromRow(row);
}

/** In the order in which they were asked for. */
export function listExits(reader: Reader, policyId: string): StoredExit[] {
  return reader
    .all("SELECT * FROM life_exit WHERE policy_id = @policyId ORDER BY id", { policyId })
    .map(exitFromRow);
}

/** Of an office, with whom they concern; `requestedBy` is a person's id. */
export function listOpenExits(reader: Reader, office: OfficeCode): OpenExit[] {
  return reader
    .all(
      `SELECT life_exit.*, member.number AS member_number, surname, first_names,
         (SELECT coalesce(sum(amount), 0) FROM life_payment
          WHERE exit_id = life_exit.id AND paid_on IS NULL) AS unpaid
       FROM life_exit JOIN member ON member.id = life_exit.member_id
       WHERE life_exit.office = @office AND life_exit.state IN ('requested', 'approved')
       ORDER BY life_exit.id`,
      { office },
    )
    .map((row) => {
      const { id: exitId, policyId, kind, on, amount, planCode, requestedBy } = exitFromRow(row);
      return {
        ...{ exitId, policyId, kind, on, amount, planCode, requestedBy },
        left: Number(row.unpaid),
        state: row.state === "approved" ? "approved" : "requested",
        memberNumber: String(row.member_number),
        surname: String(row.surname),
        firstNames: String(row.first_names),
      };
    });
}

export function insertExit(
  door: WriteDoor,
  exit: Omit<StoredExit, "office" | "state" | "requestedBy" | "approvedBy">,
): void {
  door.insert("life_exit", {
    id: exit.id,
    office: door.author.office,
    policy_id: exit.policyId,
    member_id: exit.memberId,
    plan_code: exit.planCode,
    kind: exit.kind,
    on_day: exit.on,
    amount: exit.amount,
    state: "requested",
    requested_by: door.author.by,
    approved_by: null,
  });
}

export function decideExit(door: WriteDoor, id: string, state: "approved" | "refused"): void {
  door.update("life_exit", id, { state, approved_by: door.author.by });
}

export function markExitPaid(door: WriteDoor, id: string): void {
  door.update("life_exit", id, { state: "paid" });
}

const PAYMENT = `SELECT life_payment.*, voucher.number AS voucher_number, beneficiary.name AS beneficiary,
    beneficiary.share
  FROM life_payment LEFT JOIN voucher ON voucher.id = life_payment.voucher_id
    LEFT JOIN beneficiary ON beneficiary.id = life_payment.beneficiary_id`;

export function readLifePayment(reader: Reader, id: string): StoredLifePayment | undefined {
  const row = reader.get(`${PAYMENT} WHERE life_payment.id = @id`, { id });
  return row === undefined ? undefined : paymentFromRow(row);
}

/** The largest first. */
export function listLifePayments(reader: Reader, exitId: string): StoredLifePayment[] {
  return reader
    .all(`${PAYMENT} WHERE exit_id = @exitId ORDER BY life_payment.amount DESC, life_payment.id`, { exitId })
    .map(paymentFromRow);
}

/** Whether this voucher paid a part of an exit. */
export function isLifePaymentOf(reader: Reader, paymentId: string, voucherId: string): boolean {
  const sql = "SELECT 1 FROM life_payment WHERE id = @paymentId AND voucher_id = @voucherId";
  return reader.get(sql, { paymentId, voucherId }) !== undefined;
}

export function insertLifePayment(
  door: WriteDoor,
  exit: Pick<StoredExit, "id" | "memberId" | "planCode">,
  payment: Pick<StoredLifePayment, "id" | "beneficiaryId" | "amount">,
): void {
  door.insert("life_payment", {
    id: payment.id,
    office: door.author.office,
    exit_id: exit.id,
    member_id: exit.memberId,
    plan_code: exit.planCode,
    beneficiary_id: payment.beneficiaryId,
    amount: payment.amount,
    paid_on: null,
    voucher_id: null,
  });
}

export function markLifePaymentPaid(
  door: WriteDoor,
  id: string,
  paid: { on: CalendarDate; voucherId: string },
): void {
  door.update("life_payment", id, { paid_on: paid.on, voucher_id: paid.voucherId });
}
