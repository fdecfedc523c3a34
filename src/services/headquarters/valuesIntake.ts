import { accept, type Refusal, type Result, refuse } from "../../contract/results.ts";
import type { Tier } from "../../contract/sync.ts";
import { sealValues } from "../../crypto/digests.ts";
import type { NationalDoor } from "../../data/national/door.ts";
import {
  type Chain,
  eachHeldSeal,
  eraseHeldValues,
  type HeldSeal,
  insertValues,
  isAnyErased,
  isErased,
} from "../../data/national/entries.ts";
import { type Records, recordsOf, rowOf } from "../../data/national/rows.ts";
import { type EntityName, entityOf, isEntity } from "../../data/registry.ts";
import { parsePhotoLine, parseValuesLine, type ValuesLine } from "../sync/partLines.ts";
import { entitiesOf } from "../sync/parts.ts";
import type { Pace } from "./pace.ts";

export interface ValuesIntake {
  take(line: string): Refusal | null;
  /** After the last line: refuses when values are missing that nobody erased. */
  finish(): Refusal | null;
}

function damaged(seq: number): Refusal {
  return refuse("sync.contentDamaged", { values: { seq } }).refusal;
}

/** SQLite's word on a value that no table takes, or a member who cannot be read: the file's fault, not ours. */
function refusalOfValue(error: unknown, seq: number): Refusal {
  const isConstraint =
    error instanceof Error && "code" in error && String(error.code).startsWith("SQLITE_CONSTRAINT");
  const isUnreadable = error instanceof Error && (error.name === "ZodError" || error instanceof SyntaxError);
  if (isConstraint || isUnreadable) return damaged(seq);
  throw error;
}

interface Desk {
  readonly door: NationalDoor;
  readonly chain: Chain;
  readonly tier: Tier;
  readonly records: Records;
  readonly anyErased: boolean;
  readonly touched: Set<string>;
}

/** Kinds of records that an erasure empties. */
function tellsOfHer(entity: EntityName): boolean {
  return entity === "member" || entityOf(entity).erased !== undefined;
}

function takeValues(
  { door, chain, tier, records, anyErased, touched }: Desk,
  entry: HeldSeal,
  line: ValuesLine,
): Refusal | null {
  const { salt, text: values } = line;
  const { seq, entity } = entry;
  if (!isEntity(entity)) return refuse("headquarters.unknownEntity", { values: { seq } }).refusal;
  if (entry.shared === null || sealValues(salt, values) !== entry.shared) return damaged(seq);
  try {
    const record = rowOf(entity, JSON.parse(values));
    if (record === null) return refuse("headquarters.unknownEntity", { values: { seq } }).refusal;
    if (record.id !== entry.id) return damaged(seq);
    // Another office may have erased her meanwhile: what this one still sent is not kept.
    const isKept = !anyErased || !tellsOfHer(entity) || entry.op === "erase" || !isErased(door, entry.id);
    if (isKept) insertValues(door, chain, { tier, seq, salt, values });
    if (entry.op === "erase") eraseHeldValues(door, tier, entry.id, { ...chain, seq });
    const applied = records.apply(entity, record, chain.office);
    if (applied === "foreign") return refuse("headquarters.foreignRow", { values: { seq } }).refusal;
    if (applied === "applied" && entity === "member") {
      touched.add(entry.id);
      // Her number finds the record that took hers in.
      if (typeof record.merged_into === "string") touched.add(record.merged_into);
    }
    return null;
  } catch (error) {
    return refusalOfValue(error, seq);
  }
}

function takePhoto(door: NationalDoor, line: string): Refusal | null {
  const photo = parsePhotoLine(line);
  if (photo === null) return refuse("sync.contentDamaged").refusal;
  door.run("INSERT OR IGNORE INTO identity.photo (sha256, jpeg) VALUES (@sha256, @jpeg)", { ...photo });
  return null;
}

/**
 * Takes in one tier's values for entries that the chain holds already. Lines up to `after` were taken before. Each
 * line's digest is the chain's, its record is the office's to write, its columns are the registry's.
 * @param about `touched`: takes the ids of members that stand differently now
 */
export function takeTier(
  door: NationalDoor,
  chain: Chain,
  about: { tier: Tier; after: number; last: number; touched: Set<string> },
): ValuesIntake {
  const { tier, after, last, touched } = about;
  const [records, anyErased] = [recordsOf(door), isAnyErased(door)];
  const desk: Desk = { door, chain, tier, records, anyErased, touched };
  const entries = eachHeldSeal(door, chain, { entities: entitiesOf(tier), first: after + 1, last });
  let next = entries.next();
  let reached = 0;
  let lacking: number | null = null;

  /** The entry of that number; those passed over had their values erased. */
  const entryAt = (seq: number): HeldSeal | null => {
    for (; !next.done && next.value.seq < seq; next = entries.next()) {
      const { id, shared } = next.value;
      if (lacking === null && shared !== null && !isErased(door, id)) lacking = next.value.seq;
    }
    return !next.done && next.value.seq === seq ? next.value : null;
  };

  return {
    take(line) {
      const found = parseValuesLine(line);
      if (found === null) return tier === "identity" ? takePhoto(door, line) : damaged(reached);
      const { seq } = found;
      if (seq <= reached) return damaged(seq);
      reached = seq;
      if (seq <= after) return null;
      const entry = entryAt(seq);
      if (entry === null) return damaged(seq);
      next = entries.next();
      return takeValues(desk, entry, found);
    },
    finish() {
      entryAt(last + 1);
      return lacking === null ? null : damaged(lacking);
    },
  };
}

/** So many lines between two breaths. */
const BREATH = 1_000;

/** Feeds all lines of one tier's part; refuses at the first that does not fit. */
export async function feedTier(
  intake: ValuesIntake,
  pages: AsyncIterable<readonly string[]>,
  pace: Pace,
): Promise<Result<null>> {
  let count = 0;
  for await (const page of pages) {
    for (const line of page) {
      const refusal = intake.take(line);
      if (refusal !== null) return { ok: false, refusal };
    }
    count += page.length;
    if (count < BREATH) continue;
    await pace.breathe(count);
    count = 0;
  }
  const refusal = intake.finish();
  return refusal === null ? accept(null) : { ok: false, refusal };
}
