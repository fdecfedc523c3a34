import { type EnrolmentEnd, Placement, type Stay } from "../../contract/literacyTerms.ts";
import type { CalendarDate } from "../../contract/primitives.ts";
import type { Reader } from "../reader.ts";
import type { Row } from "../registry.ts";
import type { WriteDoor } from "../writeDoor.ts";

/** A stay with whom it is of: a record that was merged stands for the one that took it in. */
export interface StoredStay extends Stay {
  readonly office: string;
  readonly placement: Placement | null;
  /** Empty where the register that this reader holds does not know her, or she was erased. */
  readonly number: string;
  readonly surname: string;
  readonly firstNames: string;
}

function stayFromRow(row: Row): StoredStay {
  const text = (value: Row[string] | undefined) =>
    value === null || value === undefined ? null : String(value);
  return {
    id: String(row.id),
    office: String(row.office),
    cohortId: String(row.cohort_id),
    memberId: String(row.her_id),
    enrolledOn: String(row.enrolled_on),
    startsOn: text(row.starts_on),
    endedOn: text(row.ended_on),
    end: text(row.end_reason) as EnrolmentEnd | null,
    previousId: text(row.previous_id),
    placement: typeof row.placement === "string" ? Placement.parse(JSON.parse(row.placement)) : null,
    number: String(row.number ?? ""),
    surname: String(row.surname ?? ""),
    firstNames: String(row.first_names ?? ""),
  };
}

const STAYS = `SELECT enrolment.*, coalesce(her.id, enrolment.member_id) AS her_id, her.number, her.surname, her.first_names
  FROM enrolment LEFT JOIN member AS noted ON noted.id = enrolment.member_id
    LEFT JOIN member AS her ON her.id = coalesce(noted.merged_into, noted.id)`;

/** Of cohorts, in the order of members' numbers. */
export function listStays(reader: Reader, cohortIds: readonly string[]): StoredStay[] {
  return reader
    .all(
      `${STAYS} WHERE enrolment.cohort_id IN (SELECT value FROM json_each(@ids))
       ORDER BY her.number, enrolment.enrolled_on, enrolment.id`,
      { ids: JSON.stringify(cohortIds) },
    )
    .map(stayFromRow);
}

export function readStay(reader: Reader, id: string): StoredStay | undefined {
  const row = reader.get(`${STAYS} WHERE enrolment.id = @id`, { id });
  return row === undefined ? undefined : stayFromRow(row);
}

/** A woman's, the first to the latest; those of records that were merged into hers too. */
export function listStaysOf(reader: Reader, memberId: string): StoredStay[] {
  return reader
    .all(
      `${STAYS} WHERE coalesce(her.id, enrolment.member_id) = @memberId ORDER BY enrolment.enrolled_on, enrolment.id`,
      { memberId },
    )
    .map(stayFromRow);
}

export interface NewStay {
  readonly id: string;
  readonly cohortId: string;
  readonly memberId: string;
  readonly enrolledOn: CalendarDate;
  readonly startsOn: CalendarDate | null;
  readonly previousId: string | null;
  readonly placement: Placement | null;
}

export function insertStay(door: WriteDoor, stay: NewStay): void {
  door.insert("enrolment", {
    id: stay.id,
    office: door.author.office,
    cohort_id: stay.cohortId,
    member_id: stay.memberId,
    enrolled_on: stay.enrolledOn,
    starts_on: stay.startsOn,
    ended_on: null,
    end_reason: null,
    previous_id: stay.previousId,
    placement: stay.placement === null ? null : JSON.stringify(stay.placement),
  });
}

export function updateStayStart(door: WriteDoor, id: string, startsOn: CalendarDate): void {
  door.update("enrolment", id, { starts_on: startsOn });
}

export function updateStayEnd(door: WriteDoor, id: string, on: CalendarDate, end: EnrolmentEnd): void {
  door.update("enrolment", id, { ended_on: on, end_reason: end });
}
