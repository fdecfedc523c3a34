import type { Checkup } from "../../contract/insurancePolicies.ts";
import type { CalendarDate, MemberNumber, OfficeCode } from "../../contract/primitives.ts";
import type { Reader } from "../reader.ts";
import type { Row } from "../registry.ts";
import type { WriteDoor } from "../writeDoor.ts";

export interface StoredCheckup extends Checkup {
  readonly memberId: string;
  readonly office: OfficeCode;
}

function checkupFromRow(row: Row): StoredCheckup {
  return {
    id: String(row.id),
    office: String(row.office),
    memberId: String(row.member_id),
    doneOn: String(row.done_on),
    stamp: String(row.stamp),
    facility: String(row.facility),
  };
}

/** Those of a member that were not voided, the latest first. */
export function listCheckups(reader: Reader, memberId: string): StoredCheckup[] {
  return reader
    .all("SELECT * FROM checkup WHERE member_id = @memberId AND voided = 0 ORDER BY done_on DESC, id DESC", {
      memberId,
    })
    .map(checkupFromRow);
}

/** One that was not voided. */
export function readCheckup(reader: Reader, id: string): StoredCheckup | undefined {
  const row = reader.get("SELECT * FROM checkup WHERE id = @id AND voided = 0", { id });
  return row === undefined ? undefined : checkupFromRow(row);
}

export function hasCheckup(reader: Reader, id: string): boolean {
  return reader.get("SELECT 1 FROM checkup WHERE id = @id", { id }) !== undefined;
}

export function insertCheckup(door: WriteDoor, checkup: Omit<StoredCheckup, "office">): void {
  door.insert("checkup", {
    id: checkup.id,
    office: door.author.office,
    member_id: checkup.memberId,
    done_on: checkup.doneOn,
    stamp: checkup.stamp,
    voided: 0,
    facility: checkup.facility,
  });
}

export function markCheckupVoided(door: WriteDoor, id: string): void {
  door.update("checkup", id, { voided: 1 });
}

export interface LastCheckup {
  readonly memberId: string;
  readonly memberNumber: MemberNumber;
  readonly surname: string;
  readonly firstNames: string;
  readonly phone: string;
  readonly lastOn: CalendarDate | null;
}

/** Who is followed: she has not left by `@today`. */
const FOLLOWED = `member.office = @office AND merged_into IS NULL AND erased_at IS NULL
  AND (left_on IS NULL OR left_on > @today)`;
const LAST = `(SELECT member_id, max(done_on) AS last_on FROM checkup
  WHERE voided = 0 AND done_on <= @today GROUP BY member_id)`;

/** Each member of the office who has not left by `today`, with her last check-up up to then; by name. */
export function listLastCheckups(reader: Reader, office: OfficeCode, today: CalendarDate): LastCheckup[] {
  return reader
    .all(
      `SELECT member.id, member.number, surname, first_names, phone, last_on FROM member
       LEFT JOIN ${LAST} AS last ON last.member_id = member.id
       WHERE ${FOLLOWED}
       ORDER BY sort_name, member.number`,
      { office, today },
    )
    .map((row) => ({
      memberId: String(row.id),
      memberNumber: String(row.number),
      surname: String(row.surname),
      firstNames: String(row.first_names),
      phone: String(row.phone),
      lastOn: row.last_on === null ? null : String(row.last_on),
    }));
}

/** Of the same members how many had their last check-up before a day. */
export function countLastCheckupsBefore(
  reader: Reader,
  office: OfficeCode,
  { before, today }: { before: CalendarDate; today: CalendarDate },
): number {
  return reader.number(
    `SELECT count(*) FROM ${LAST} AS last JOIN member ON member.id = last.member_id
     WHERE ${FOLLOWED} AND last_on < @before`,
    { office, before, today },
  );
}
