import { Tier } from "../../contract/sync.ts";
import type { Reader } from "../reader.ts";
import type { EntityName } from "../registry.ts";
import type { NationalDoor } from "./door.ts";

/** One entry of an office's chain, as headquarters keeps it. */
export interface HeldEntry {
  readonly seq: number;
  readonly at: string;
  readonly by: string;
  readonly entity: string;
  readonly id: string;
  readonly op: string;
  readonly shared: string | null;
  readonly local: string | null;
  readonly hash: string;
}

/** An office's chain in one epoch. */
export interface Chain {
  readonly office: string;
  readonly epoch: number;
}

const INSERT = `INSERT INTO main.entry (office, epoch, seq, at, by, entity, id, op, shared, local, hash)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`;

export function insertEntry(door: NationalDoor, chain: Chain, entry: HeldEntry): void {
  const { seq, at, by, entity, id, op, shared, local, hash } = entry;
  door.put(INSERT, [chain.office, chain.epoch, seq, at, by, entity, id, op, shared, local, hash]);
}

export function readEntryHash(reader: Reader, chain: Chain, seq: number): string | undefined {
  const row = reader.get(
    "SELECT hash FROM main.entry WHERE office = @office AND epoch = @epoch AND seq = @seq",
    { ...chain, seq },
  );
  return row === undefined ? undefined : String(row.hash);
}

export function readEntryAt(reader: Reader, chain: Chain, seq: number): string | null {
  const row = reader.get(
    "SELECT at FROM main.entry WHERE office = @office AND epoch = @epoch AND seq = @seq",
    { ...chain, seq },
  );
  return row === undefined ? null : String(row.at);
}

/** Entries from there on, by kind of record. */
export function countEntriesFrom(
  reader: Reader,
  chain: Chain,
  seq: number,
): { entity: string; entries: number }[] {
  return reader
    .all(
      `SELECT entity, count(*) AS entries FROM main.entry
       WHERE office = @office AND epoch = @epoch AND seq >= @seq GROUP BY entity ORDER BY entity`,
      { ...chain, seq },
    )
    .map((row) => ({ entity: String(row.entity), entries: Number(row.entries) }));
}

/** A member who asked for erasure has no values left in any entry, whichever office wrote it. */
const NOT_ERASED =
  "NOT EXISTS (SELECT 1 FROM main.entry AS last WHERE last.id = entry.id AND last.op = 'erase')";

export function isErased(reader: Reader, id: string): boolean {
  return reader.get("SELECT 1 FROM main.entry WHERE id = @id AND op = 'erase' LIMIT 1", { id }) !== undefined;
}

/** Whether anybody ever was. */
export function isAnyErased(reader: Reader): boolean {
  return reader.get("SELECT 1 FROM main.entry WHERE op = 'erase' LIMIT 1") !== undefined;
}

/** Whether there are entries of these kinds, both ends included, whose values must be somewhere. */
export function hasValues(
  reader: Reader,
  chain: Chain,
  about: { entities: readonly string[]; first: number; last: number },
): boolean {
  const { entities, first, last } = about;
  if (entities.length === 0 || last < first) return false;
  return (
    reader.get(
      `SELECT 1 FROM main.entry AS entry WHERE office = @office AND epoch = @epoch AND seq BETWEEN @first AND @last
         AND shared IS NOT NULL AND entity IN (SELECT value FROM json_each(@entities)) AND ${NOT_ERASED} LIMIT 1`,
      { ...chain, first, last, entities: JSON.stringify(entities) },
    ) !== undefined
  );
}

/** An entry's head with its values, where a tier that is open holds them. */
export interface HeldValues extends Omit<HeldEntry, "hash"> {
  readonly salt: Uint8Array | null;
  readonly values: string | null;
}

const PAGE = 250;
const HEAD = "entry.seq, at, by, entity, id, op, shared, local";

/** The chain alone, in order, read in pages so that other statements may run in between. */
export function* eachHeldHead(
  reader: Reader,
  chain: Chain,
  span: { first: number; last: number },
): Generator<Omit<HeldEntry, "hash">> {
  yield* eachPage(
    reader,
    `SELECT ${HEAD} FROM main.entry AS entry
    WHERE office = @office AND epoch = @epoch AND seq BETWEEN @first AND @last ORDER BY seq LIMIT ${PAGE}`,
    {
      ...chain,
      ...span,
    },
  );
}

/** Entries of one tier's records with their values, in order. @param entities the tier's */
export function* eachHeldValues(
  reader: Reader,
  chain: Chain,
  about: { tier: Tier; entities: readonly string[]; first: number; last: number },
): Generator<HeldValues> {
  const tier = Tier.parse(about.tier);
  const sql = `SELECT ${HEAD}, salt, vals FROM main.entry AS entry LEFT JOIN ${tier}.entry_values AS held
      ON held.office = entry.office AND held.epoch = entry.epoch AND held.seq = entry.seq
    WHERE entry.office = @office AND entry.epoch = @epoch AND entry.seq BETWEEN @first AND @last
      AND entity IN (SELECT value FROM json_each(@entities)) ORDER BY entry.seq LIMIT ${PAGE}`;
  yield* eachPage(reader, sql, {
    ...chain,
    first: about.first,
    last: about.last,
    entities: JSON.stringify(about.entities),
  });
}

/** What the chain says of an entry's values. */
export type HeldSeal = Pick<HeldEntry, "seq" | "entity" | "id" | "op" | "shared">;

/** Entries of these kinds of record, in order, in pages. */
export function* eachHeldSeal(
  reader: Reader,
  chain: Chain,
  about: { entities: readonly EntityName[]; first: number; last: number },
): Generator<HeldSeal> {
  // As a list in the SQL, which SQLite compares at once; in a list from JSON it would look every entry up.
  const names = about.entities.map((name) => `'${name}'`).join(", ");
  const sql = `SELECT seq, entity, id, op, shared FROM main.entry WHERE office = @office AND epoch = @epoch
    AND seq BETWEEN @first AND @last AND entity IN (${names}) ORDER BY seq LIMIT ${PAGE}`;
  for (let { first } = about; first <= about.last; ) {
    const rows = reader.all(sql, { ...chain, first, last: about.last });
    for (const { seq, entity, id, op, shared } of rows)
      yield {
        seq: Number(seq),
        entity: String(entity),
        id: String(id),
        op: String(op),
        shared: typeof shared === "string" ? shared : null,
      };
    if (rows.length < PAGE) return;
    first = Number(rows.at(-1)?.seq) + 1;
  }
}

function* eachPage(
  reader: Reader,
  sql: string,
  params: { office: string; epoch: number; first: number; last: number; entities?: string },
): Generator<HeldValues> {
  const nullable = (value: unknown) => (value === null ? null : String(value));
  for (let { first } = params; first <= params.last; ) {
    const rows = reader.all(sql, { ...params, first });
    for (const row of rows) {
      const salt: unknown = row.salt;
      yield {
        seq: Number(row.seq),
        at: String(row.at),
        by: String(row.by),
        entity: String(row.entity),
        id: String(row.id),
        op: String(row.op),
        shared: nullable(row.shared),
        local: nullable(row.local),
        salt: salt instanceof Uint8Array ? salt : null,
        values: nullable(row.vals ?? null),
      };
    }
    if (rows.length < PAGE) return;
    first = Number(rows.at(-1)?.seq) + 1;
  }
}

const INSERT_VALUES = Object.fromEntries(
  Tier.options.map((tier) => [
    tier,
    `INSERT INTO ${tier}.entry_values (office, epoch, seq, salt, vals) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (office, epoch, seq) DO NOTHING`,
  ]),
) as Record<Tier, string>;

export function insertValues(
  door: NationalDoor,
  chain: Chain,
  value: { tier: Tier; seq: number; salt: Uint8Array; values: string },
): void {
  door.put(INSERT_VALUES[value.tier], [chain.office, chain.epoch, value.seq, value.salt, value.values]);
}

/** A member asked for erasure: the values of all entries about her record go, whichever office wrote them. */
export function eraseHeldValues(
  door: NationalDoor,
  tier: Tier,
  id: string,
  keep: Chain & { seq: number },
): void {
  const rows = door.all("SELECT office, epoch, seq FROM main.entry WHERE id = @id", { id });
  for (const { office, epoch, seq } of rows) {
    if (office === keep.office && epoch === keep.epoch && seq === keep.seq) continue;
    door.run(`DELETE FROM ${tier}.entry_values WHERE office = @office AND epoch = @epoch AND seq = @seq`, {
      office: office ?? null,
      epoch: epoch ?? null,
      seq: seq ?? null,
    });
  }
}

export function readTierPosition(reader: Reader, chain: Chain, tier: Tier): number {
  return reader.number(
    "SELECT seq FROM tier_position WHERE office = @office AND epoch = @epoch AND tier = @tier",
    { ...chain, tier },
  );
}

export function updateTierPosition(door: NationalDoor, chain: Chain, tier: Tier, seq: number): void {
  door.run(
    `INSERT INTO tier_position (office, epoch, tier, seq) VALUES (@office, @epoch, @tier, @seq)
     ON CONFLICT (office, epoch, tier) DO UPDATE SET seq = max(seq, excluded.seq)`,
    { ...chain, tier, seq },
  );
}
