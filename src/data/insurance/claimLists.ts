import type { ClaimRow, ClaimToPay } from "../../contract/insuranceClaims.ts";
import type { ClaimOutcome, ClaimState } from "../../contract/insuranceTerms.ts";
import type { CalendarDate, OfficeScope } from "../../contract/primitives.ts";
import type { Reader } from "../reader.ts";
import type { Row } from "../registry.ts";

const PAID = `(SELECT coalesce(sum(amount), 0) FROM claim_payment
  WHERE claim_payment.claim_id = claim.id AND claim_payment.voided = 0)`;

/** At headquarters what it ruled itself counts at once, before the office's own journal says so. */
const STATE = "CASE WHEN ruling.id IS NULL THEN claim.state ELSE 'decided' END";
const SOURCES = `FROM claim LEFT JOIN member ON member.id = claim.member_id
  LEFT JOIN policy ON policy.id = claim.policy_id
  LEFT JOIN claim_ruling AS ruling ON ruling.claim_id = claim.id AND claim.state = 'referred'`;
const COLUMNS = `claim.id, claim.office, claim.number, claim.member_id, claim.care_on, claim.asked,
  coalesce(ruling.outcome, claim.outcome) AS outcome, coalesce(ruling.granted, claim.granted) AS granted,
  ${STATE} AS state, ${PAID} AS paid, coalesce(member.number, '') AS member_number,
  coalesce(member.surname, '') AS surname, coalesce(member.first_names, '') AS first_names,
  coalesce(policy.plan_code, '') AS plan_code`;

function rowFromRow(row: Row): ClaimRow {
  return {
    id: String(row.id),
    office: String(row.office),
    number: String(row.number),
    memberId: String(row.member_id),
    memberNumber: String(row.member_number),
    surname: String(row.surname),
    firstNames: String(row.first_names),
    planCode: String(row.plan_code),
    careOn: String(row.care_on),
    state: String(row.state) as ClaimState,
    outcome: row.outcome === null ? null : (String(row.outcome) as ClaimOutcome),
    asked: Number(row.asked),
    granted: row.granted === null ? null : Number(row.granted),
    paid: Number(row.paid),
  };
}

export function readClaimRow(reader: Reader, id: string): ClaimRow | undefined {
  const row = reader.get(`SELECT ${COLUMNS} ${SOURCES} WHERE claim.id = @id`, { id });
  return row === undefined ? undefined : rowFromRow(row);
}

interface ClaimFilter {
  /** None for all. */
  readonly states: readonly ClaimState[];
  readonly office: OfficeScope;
}

function where({ states, office }: ClaimFilter): { sql: string; params: Record<string, string> } {
  const conditions = [
    ...(office === "all" ? [] : ["claim.office = @office"]),
    ...(states.length === 0 ? [] : [`${STATE} IN (SELECT value FROM json_each(@states))`]),
  ];
  return {
    sql: conditions.length === 0 ? "" : `WHERE ${conditions.join(" AND ")}`,
    params: {
      ...(office === "all" ? {} : { office }),
      ...(states.length === 0 ? {} : { states: JSON.stringify(states) }),
    },
  };
}

/** Claims in these states, the latest care first. */
export function readClaimPage(
  reader: Reader,
  filter: ClaimFilter,
  window: { offset: number; limit: number },
): { rows: ClaimRow[]; total: number } {
  const { sql, params } = where(filter);
  const order = "ORDER BY claim.care_on DESC, claim.number DESC LIMIT @limit OFFSET @offset";
  const { offset, limit } = window;
  const rows = reader.all(`SELECT ${COLUMNS} ${SOURCES} ${sql} ${order}`, { ...params, offset, limit });
  return {
    rows: rows.map(rowFromRow),
    total: reader.number(`SELECT count(*) ${SOURCES} ${sql}`, params),
  };
}

/** Decided claims of this office with money left to pay, the oldest decision first: whom and how much, not why. */
export function listClaimsToPay(reader: Reader, office: string): ClaimToPay[] {
  return reader
    .all(
      `SELECT claim.id, claim.number, member.number AS member_number, surname, first_names, plan_code, granted,
         decided_on, ${PAID} AS paid
       FROM claim JOIN member ON member.id = claim.member_id JOIN policy ON policy.id = claim.policy_id
       WHERE claim.office = @office AND claim.state = 'decided' AND granted > 0
       ORDER BY decided_on, claim.number`,
      { office },
    )
    .map((row) => ({
      id: String(row.id),
      number: String(row.number),
      memberNumber: String(row.member_number),
      surname: String(row.surname),
      firstNames: String(row.first_names),
      planCode: String(row.plan_code),
      granted: Number(row.granted),
      paid: Number(row.paid),
      left: Number(row.granted) - Number(row.paid),
      decidedOn: row.decided_on === null ? null : String(row.decided_on),
    }));
}

/** How many claims of this office wait for their next step. */
export function countWaitingClaims(
  reader: Reader,
  office: string,
): { toCheck: number; toDecide: number; toPay: number } {
  const row = reader.get(
    `SELECT count(*) FILTER (WHERE state = 'submitted') AS to_check,
       count(*) FILTER (WHERE state = 'checked') AS to_decide,
       count(*) FILTER (WHERE state = 'decided' AND granted > 0) AS to_pay
     FROM claim WHERE office = @office`,
    { office },
  );
  return {
    toCheck: Number(row?.to_check ?? 0),
    toDecide: Number(row?.to_decide ?? 0),
    toPay: Number(row?.to_pay ?? 0),
  };
}

/** In headquarters' copies: how many claims wait for its word. */
export function countReferredClaims(national: Reader): number {
  return national.number(
    `SELECT count(*) FROM claim
     WHERE state = 'referred' AND id NOT IN (SELECT claim_id FROM claim_ruling)`,
  );
}

/** What repeats or contradicts itself between claims. */
export interface ClaimTrace {
  readonly id: string;
  readonly number: string;
  readonly policy: string;
  readonly patient: string;
  readonly careOn: CalendarDate;
  readonly facilityCode: string | null;
  readonly facilityName: string;
  readonly receiptNumber: string;
  readonly photos: readonly string[];
}

/** An office's claims that were submitted and not withdrawn. */
export function listClaimTraces(reader: Reader, office: string): ClaimTrace[] {
  return reader
    .all(
      `SELECT id, number, policy_id, coalesce(child_id, member_id) AS patient, care_on, facility_code, facility_name,
         receipt_number, photos
       FROM claim WHERE office = @office AND state <> 'draft' AND (state <> 'closed' OR outcome IS NOT NULL)
       ORDER BY number`,
      { office },
    )
    .map((row) => ({
      id: String(row.id),
      number: String(row.number),
      policy: String(row.policy_id),
      patient: String(row.patient),
      careOn: String(row.care_on),
      facilityCode: row.facility_code === null ? null : String(row.facility_code),
      facilityName: String(row.facility_name),
      receiptNumber: String(row.receipt_number),
      photos: row.photos === "" ? [] : (JSON.parse(String(row.photos)) as string[]),
    }));
}
