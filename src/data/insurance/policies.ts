import type { PolicyFile } from "../../contract/insurancePolicies.ts";
import type { CalendarDate, MemberNumber, OfficeCode, OfficeScope } from "../../contract/primitives.ts";
import { takePolicyNumber } from "../numbers.ts";
import type { Reader } from "../reader.ts";
import type { Row } from "../registry.ts";
import type { WriteDoor } from "../writeDoor.ts";

type EndReason = NonNullable<PolicyFile["endReason"]>;

/** A policy with what a list says of its member; empty where her record is closed to who reads. */
export interface StoredPolicy {
  readonly id: string;
  readonly office: OfficeCode;
  readonly number: string;
  readonly memberId: string;
  readonly memberNumber: MemberNumber;
  readonly surname: string;
  readonly firstNames: string;
  readonly phone: string;
  readonly memberLeftOn: CalendarDate | null;
  readonly planCode: string;
  readonly kind: "health" | "life";
  readonly effectiveOn: CalendarDate;
  /** The last day. */
  readonly endedOn: CalendarDate | null;
  readonly endReason: EndReason | null;
}

function policyFromRow(row: Row): StoredPolicy {
  const text = (column: string) => String(row[column] ?? "");
  return {
    id: text("id"),
    office: text("office"),
    number: text("number"),
    memberId: text("member_id"),
    memberNumber: text("member_number"),
    surname: text("surname"),
    firstNames: text("first_names"),
    phone: text("phone"),
    memberLeftOn: row.left_on === null ? null : text("left_on"),
    planCode: text("plan_code"),
    kind: row.kind === "life" ? "life" : "health",
    effectiveOn: text("effective_on"),
    endedOn: row.ended_on === null ? null : text("ended_on"),
    endReason: row.end_reason === null ? null : (text("end_reason") as EndReason),
  };
}

const SELECT = `SELECT policy.*, member.number AS member_number, member.surname, member.first_names, member.phone,
    member.left_on
  FROM policy LEFT JOIN member ON member.id = policy.member_id`;

export interface PolicySelection {
  /** `all` where the reader holds several offices'. */
  readonly office?: OfficeScope | undefined;
  readonly memberId?: string | undefined;
  readonly planCode?: string | undefined;
  /** Only those that began before this day, have not ended by it, and that no contribution covers on it or later. */
  readonly unpaidOn?: CalendarDate | undefined;
}

const UNPAID = `policy.effective_on < @unpaidOn AND (policy.ended_on IS NULL OR policy.ended_on >= @unpaidOn)
  AND NOT EXISTS (SELECT 1 FROM contribution
    WHERE policy_id = policy.id AND refunded_on IS NULL AND period_to >= @unpaidOn)`;

/** By the members' names, then by number. */
export function listPolicies(reader: Reader, selection: PolicySelection): StoredPolicy[] {
  const { office, memberId, planCode, unpaidOn } = selection;
  const isOne = office !== undefined && office !== "all";
  const where = [
    ...(isOne ? ["policy.office = @office"] : []),
    ...(memberId === undefined ? [] : ["policy.member_id = @memberId"]),
    ...(planCode === undefined ? [] : ["policy.plan_code = @planCode"]),
    ...(unpaidOn === undefined ? [] : [UNPAID]),
  ];
  const sql = `${SELECT} ${where.length === 0 ? "" : `WHERE ${where.join(" AND ")}`}
    ORDER BY member.sort_name, policy.number, policy.id`;
  return reader
    .all(sql, {
      ...(isOne ? { office } : {}),
      ...(memberId === undefined ? {} : { memberId }),
      ...(planCode === undefined ? {} : { planCode }),
      ...(unpaidOn === undefined ? {} : { unpaidOn }),
    })
    .map(policyFromRow);
}

export function readPolicy(reader: Reader, id: string): StoredPolicy | undefined {
  const row = reader.get(`${SELECT} WHERE policy.id = @id`, { id });
  return row === undefined ? undefined : policyFromRow(row);
}

/** @returns its number */
export function insertPolicy(
  door: WriteDoor,
  policy: Pick<StoredPolicy, "id" | "memberId" | "planCode" | "kind" | "effectiveOn">,
): string {
  const number = takePolicyNumber(door);
  door.insert("policy", {
    id: policy.id,
    office: door.author.office,
    number,
    member_id: policy.memberId,
    plan_code: policy.planCode,
    kind: policy.kind,
    effective_on: policy.effectiveOn,
    ended_on: null,
    end_reason: null,
    created_at: door.author.at,
  });
  return number;
}

/** @param on the last day of cover */
export function endPolicy(door: WriteDoor, id: string, end: { on: CalendarDate; reason: EndReason }): void {
  door.update("policy", id, { ended_on: end.on, end_reason: end.reason });
}

/** What her claims, or the fund, paid her on a policy. */
export function sumBenefits(reader: Reader, policyId: string): number {
  return reader.number(
    `SELECT (SELECT coalesce(sum(amount), 0) FROM claim_payment WHERE voided = 0 AND claim_id IN
         (SELECT id FROM claim WHERE policy_id = @policyId))
       + (SELECT coalesce(sum(amount), 0) FROM life_payment WHERE paid_on IS NOT NULL AND exit_id IN
         (SELECT id FROM life_exit WHERE policy_id = @policyId))`,
    { policyId },
  );
}

export function listClaimsOf(
  reader: Reader,
  policyId: string,
): { id: string; number: string; careOn: CalendarDate; state: string }[] {
  return reader
    .all(
      "SELECT id, number, care_on, state FROM claim WHERE policy_id = @policyId ORDER BY care_on, number",
      {
        policyId,
      },
    )
    .map((row) => ({
      id: String(row.id),
      number: String(row.number),
      careOn: String(row.care_on),
      state: String(row.state),
    }));
}

/** Whether somebody asked for an exit from the fund that is neither paid nor refused yet. */
export function hasOpenExit(reader: Reader, policyId: string): boolean {
  const sql = "SELECT 1 FROM life_exit WHERE policy_id = @policyId AND state IN ('requested', 'approved')";
  return reader.get(sql, { policyId }) !== undefined;
}
