import type { Reader } from "../reader.ts";
import { columnsOf, ENTITY_NAMES, type EntityName, entityOf, type Row } from "../registry.ts";
import { type StoredTransfer, transferFromRow } from "./transfers.ts";

/**
 * Transfers that an office has to do and has not been seen to have done: it lets a member go as soon as it hears of it,
 * and takes one in only once the other office has let her go, for until then that office may still sell her a card.
 */
export function listTransfersFor(reader: Reader, office: string): StoredTransfer[] {
  return reader
    .all(
      `SELECT * FROM transfer WHERE (from_office = @office AND departed = 0)
         OR (to_office = @office AND departed = 1 AND arrived = 0)
       ORDER BY decided_at, id`,
      { office },
    )
    .map(transferFromRow);
}

/** A record with its shareable columns. */
export interface MovingRow {
  readonly entity: EntityName;
  readonly row: Row;
}

/** Records of a member, and of those merged into her, that go with her; herself first. */
export function listMovingRows(reader: Reader, memberId: string): MovingRow[] {
  const shared = (entity: EntityName) => columnsOf(entity).shared.join(", ");
  const members = reader.all(
    `SELECT ${shared("member")} FROM identity.member WHERE id = @memberId OR merged_into = @memberId
     ORDER BY merged_into IS NOT NULL, id`,
    { memberId },
  );
  const ids = JSON.stringify(members.map(({ id }) => id));
  const followers = ENTITY_NAMES.filter(
    (entity) => entity !== "member" && entityOf(entity).follows !== undefined,
  );
  return [
    ...members.map((row): MovingRow => ({ entity: "member", row })),
    ...followers.flatMap((entity) => {
      const { table, tier, follows } = entityOf(entity);
      return reader
        .all(
          `SELECT ${shared(entity)} FROM ${tier}.${table} WHERE ${follows} IN (SELECT value FROM json_each(@ids)) ORDER BY id`,
          { ids },
        )
        .map((row): MovingRow => ({ entity, row }));
    }),
  ];
}

/** What every office did to these records, in the order of its own numbers. */
export function listHistoryOf(reader: Reader, ids: readonly string[]): Row[] {
  return reader.all(
    `SELECT office, epoch, seq, at, entity, id AS record_id, op, shared_values FROM journal
     WHERE id IN (SELECT value FROM json_each(@ids)) ORDER BY office, epoch, seq`,
    { ids: JSON.stringify(ids) },
  );
}

/** Suggestions about an office's members that nobody has settled: with which other office, and why. */
export function listSuggestionsFor(reader: Reader, office: string): Row[] {
  return reader.all(
    `SELECT mine.id AS member_id, theirs.office AS other_office, reasons FROM identity.duplicate
       JOIN identity.member AS mine ON mine.id IN (one, other) AND mine.office = @office
       JOIN identity.member AS theirs ON theirs.id IN (one, other) AND theirs.id <> mine.id
     WHERE state = 'open' AND NOT EXISTS (SELECT 1 FROM transfer WHERE member_id IN (one, other)
       AND (departed = 0 OR arrived = 0)) ORDER BY mine.id, theirs.office`,
    { office },
  );
}
