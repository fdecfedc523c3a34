import type { Reader } from "../reader.ts";
import type { Row } from "../registry.ts";
import type { NationalDoor } from "./door.ts";

/** A member who goes from one office to another, as headquarters decided. */
export interface StoredTransfer {
  readonly id: string;
  readonly memberId: string;
  readonly from: string;
  readonly to: string;
  /** The receiving office's own record of the same woman. */
  readonly mergeInto: string | null;
  readonly decidedAt: string;
  readonly departed: boolean;
  readonly arrived: boolean;
}

export function transferFromRow(row: Row): StoredTransfer {
  return {
    id: String(row.id),
    memberId: String(row.member_id),
    from: String(row.from_office),
    to: String(row.to_office),
    mergeInto: row.merge_into === null ? null : String(row.merge_into),
    decidedAt: String(row.decided_at),
    departed: row.departed === 1,
    arrived: row.arrived === 1,
  };
}

export function listTransfers(reader: Reader): StoredTransfer[] {
  return reader.all("SELECT * FROM transfer ORDER BY decided_at DESC, id DESC").map(transferFromRow);
}

export function readTransfer(reader: Reader, id: string): StoredTransfer | undefined {
  const row = reader.get("SELECT * FROM transfer WHERE id = @id", { id });
  return row === undefined ? undefined : transferFromRow(row);
}

/** Transfers of these members that one of the two offices has not done yet. */
export function listOpenTransfers(reader: Reader, memberIds: readonly string[]): StoredTransfer[] {
  return reader
    .all(
      `SELECT * FROM transfer WHERE member_id IN (SELECT value FROM json_each(@memberIds))
       AND (departed = 0 OR arrived = 0)`,
      { memberIds: JSON.stringify(memberIds) },
    )
    .map(transferFromRow);
}

export function hasTransfer(reader: Reader, about: { memberId: string; from: string; to: string }): boolean {
  return (
    reader.get(
      "SELECT 1 FROM transfer WHERE member_id = @memberId AND from_office = @from AND to_office = @to",
      about,
    ) !== undefined
  );
}

export function insertTransfer(
  door: NationalDoor,
  transfer: Omit<StoredTransfer, "departed" | "arrived">,
): void {
  door.run(
    `INSERT INTO transfer (id, member_id, from_office, to_office, merge_into, decided_at)
     VALUES (@id, @memberId, @from, @to, @mergeInto, @decidedAt)`,
    { ...transfer },
  );
}

/** An office begins anew from a whole copy: what it did of transfers is what that copy says. */
export function reopenTransfers(door: NationalDoor, office: string): void {
  door.run("UPDATE transfer SET departed = 0 WHERE from_office = @office", { office });
  door.run("UPDATE transfer SET arrived = 0 WHERE to_office = @office", { office });
}

/** One of the two offices has done its part. @param about `from` null: whichever office it came from */
export function markTransfer(
  door: NationalDoor,
  about: { memberId: string; from: string | null; to: string },
  part: "departed" | "arrived",
): void {
  door.run(
    `UPDATE transfer SET ${part} = 1 WHERE member_id = @memberId AND to_office = @to
       AND (@from IS NULL OR from_office = @from) AND ${part} = 0`,
    about,
  );
}

/** A transfer that cannot take place any more. */
export function closeTransfer(door: NationalDoor, about: { memberId: string; from: string }): void {
  door.run(
    `UPDATE transfer SET departed = 1, arrived = 1 WHERE member_id = @memberId AND from_office = @from
       AND (departed = 0 OR arrived = 0)`,
    about,
  );
}
