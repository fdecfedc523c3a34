import type { DuplicateReason } from "../contract/membership.ts";
import type { OwnSuggestion, ReceivedAnswer } from "../contract/sync.ts";
import type { Reader } from "./reader.ts";
import type { WriteDoor } from "./writeDoor.ts";

/** Headquarters' answers that were imported, the newest first. */
export function listReceivedAnswers(reader: Reader): ReceivedAnswer[] {
  return reader.all("SELECT * FROM answer_received ORDER BY number DESC").map((row) => ({
    number: Number(row.number),
    kind: row.kind === "snapshot" ? "snapshot" : "receipt",
    createdAt: String(row.created_at),
    importedAt: String(row.imported_at),
    acknowledged: Number(row.acknowledged),
  }));
}

/** 0 before the first. */
export function readLastAnswerNumber(reader: Reader): number {
  return reader.number("SELECT coalesce(max(number), 0) FROM answer_received");
}

export function insertReceivedAnswer(door: WriteDoor, answer: ReceivedAnswer): void {
  door.run(
    `INSERT INTO answer_received (number, kind, created_at, imported_at, acknowledged)
     VALUES (@number, @kind, @createdAt, @importedAt, @acknowledged)`,
    { ...answer },
  );
}

export interface KnownOffice {
  readonly code: string;
  readonly name: string;
  readonly region: string;
  readonly parentCode: string | null;
}

export function replaceKnownOffices(door: WriteDoor, offices: readonly KnownOffice[]): void {
  door.run("DELETE FROM known_office");
  for (const office of offices)
    door.run(
      "INSERT INTO known_office (code, name, region, parent_code) VALUES (@code, @name, @region, @parentCode)",
      { ...office },
    );
}

export function countKnownOffices(reader: Reader): number {
  return reader.number("SELECT count(*) FROM known_office");
}

/** Of members whom this office still has, and not as part of another record. */
export function replaceSuggestions(
  door: WriteDoor,
  suggestions: readonly { memberId: string; otherOffice: string; reasons: readonly DuplicateReason[] }[],
): void {
  door.run("DELETE FROM suggestion");
  for (const { memberId, otherOffice, reasons } of suggestions)
    door.run(
      `INSERT OR IGNORE INTO suggestion (member_id, other_office, reasons)
       SELECT id, @otherOffice, @reasons FROM member
       WHERE id = @memberId AND office = @own AND merged_into IS NULL AND erased_at IS NULL`,
      { memberId, otherOffice, reasons: JSON.stringify(reasons), own: door.author.office },
    );
}

export function listSuggestions(reader: Reader, own: string): OwnSuggestion[] {
  return reader
    .all(
      `SELECT member_id, number, other_office, reasons FROM suggestion JOIN member ON member.id = member_id
       WHERE office = @own AND merged_into IS NULL AND erased_at IS NULL ORDER BY number, other_office`,
      { own },
    )
    .map((row) => ({
      memberId: String(row.member_id),
      number: String(row.number),
      otherOffice: String(row.other_office),
      reasons: JSON.parse(String(row.reasons)) as DuplicateReason[],
    }));
}

export function isTransferDone(reader: Reader, id: string): boolean {
  return reader.get("SELECT 1 FROM transfer_done WHERE id = @id", { id }) !== undefined;
}

export function insertTransferDone(door: WriteDoor, id: string): void {
  door.run("INSERT INTO transfer_done (id, done_at) VALUES (@id, @at)", { id, at: door.author.at });
}

/** An entry that another office made about a record that came with a member. */
export interface InheritedEntry {
  readonly office: string;
  readonly epoch: number;
  readonly seq: number;
  readonly at: string;
  readonly entity: string;
  readonly id: string;
  readonly op: string;
  readonly memberId: string;
  readonly sharedValues: string | null;
}

export function insertInherited(door: WriteDoor, entry: InheritedEntry): void {
  door.run(
    `INSERT OR IGNORE INTO inherited_entry (office, epoch, seq, at, entity, id, op, member_id, shared_values)
     VALUES (@office, @epoch, @seq, @at, @entity, @id, @op, @memberId, @sharedValues)`,
    { ...entry },
  );
}

/** What was done to a record elsewhere stays told, without its values. */
export function eraseInheritedValues(door: WriteDoor, id: string): void {
  door.run("UPDATE inherited_entry SET shared_values = NULL WHERE id = @id", { id });
}
