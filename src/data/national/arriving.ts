import type { Tier } from "../../contract/sync.ts";
import type { Reader } from "../reader.ts";
import { columnsOf, ENTITY_NAMES, type EntityName, entityOf, type Row } from "../registry.ts";
import type { Chain } from "./entries.ts";

/*
 * Records that are an office's by a transfer, but that its own journal does not know: they are on their way to it, and
 * headquarters alone has them.
 */

export interface ArrivingRow {
  readonly entity: EntityName;
  readonly row: Row;
}

/** Members whom headquarters gave to an office, and records that were merged into theirs. */
const GIVEN = `SELECT member_id FROM transfer WHERE to_office = @office UNION SELECT id FROM identity.member
  WHERE merged_into IN (SELECT member_id FROM transfer WHERE to_office = @office)`;

const NOT_ITS_OWN = (record: string) =>
  `NOT EXISTS (SELECT 1 FROM main.entry WHERE office = @office AND epoch = @epoch AND entry.id = ${record})`;

function select(reader: Reader, entity: EntityName, where: string, chain: Chain): ArrivingRow[] {
  const { table, tier } = entityOf(entity);
  const columns = columnsOf(entity)
    .shared.map((column) => `record.${column}`)
    .join(", ");
  return reader
    .all(
      `SELECT ${columns} FROM ${tier}.${table} AS record WHERE office = @office AND ${where} ORDER BY id`,
      {
        ...chain,
      },
    )
    .map((row) => ({ entity, row }));
}

/** One tier's records of members who are on their way to an office whose new journal does not know them. */
export function listArriving(reader: Reader, tier: Tier, chain: Chain): ArrivingRow[] {
  return ENTITY_NAMES.flatMap((entity) => {
    const { follows, tier: own } = entityOf(entity);
    if (follows === undefined || own !== tier) return [];
    const where = `record.${follows} IN (${GIVEN}) AND ${NOT_ITS_OWN(`record.${follows}`)}`;
    return select(reader, entity, where, chain);
  });
}

/**
 * What the giving office still wrote for a member after the receiving one had taken her in: a card that was sold
 * before the answer came.
 */
export function listLate(reader: Reader, chain: Chain): ArrivingRow[] {
  const arrived = `SELECT member_id FROM transfer WHERE to_office = @office AND arrived = 1
    UNION SELECT id FROM identity.member
      WHERE merged_into IN (SELECT member_id FROM transfer WHERE to_office = @office AND arrived = 1)`;
  return ENTITY_NAMES.flatMap((entity) => {
    const { follows } = entityOf(entity);
    if (follows === undefined || entity === "member") return [];
    return select(reader, entity, `record.${follows} IN (${arrived}) AND ${NOT_ITS_OWN("record.id")}`, chain);
  });
}
