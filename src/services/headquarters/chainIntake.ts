import { accept, type Refusal, type Result, refuse } from "../../contract/results.ts";
import type { NationalDoor } from "../../data/national/door.ts";
import { type Chain, insertEntry, readEntryHash } from "../../data/national/entries.ts";
import { isEntity } from "../../data/registry.ts";
import { hashAfterLine, parseChainLine } from "../sync/partLines.ts";
import type { Pace } from "./pace.ts";

/** Records of journals have UUIDs; answers name theirs otherwise. */
const RECORD_ID = /^[0-9a-f-]{36}$/;

export interface ChainHead {
  readonly seq: number;
  readonly hash: string;
  readonly at: string | null;
}

/** Where a chain parts from what headquarters holds. */
export interface Parted {
  readonly at: number;
  readonly held: string;
  readonly brought: string;
  readonly broughtEntries: ReadonlyMap<string, number>;
}

export interface ChainIntake {
  /** Takes the next line. Answers with a refusal when it is not the next link of this chain. */
  take(line: string): Refusal | null;
  /** Entries that were new. */
  readonly added: number;
  readonly head: ChainHead;
  readonly parted: Parted | null;
}

interface Span {
  readonly first: number;
  readonly last: number;
}

/**
 * Takes in a stretch of an office's chain: entries that headquarters holds are compared, those after its head are
 * added. Where one differs nothing more is added, and what came from there on is counted.
 * @param before the chain's hash before `first`, as the manifest says
 */
export function takeChain(
  door: NationalDoor,
  chain: Chain,
  about: { held: ChainHead; span: Span; before: string },
): ChainIntake {
  const { held, span } = about;
  let seq = span.first - 1;
  let hash = about.before;
  let at = seq === held.seq ? held.at : null;
  let added = 0;
  let parted: { at: number; held: string; brought: string; broughtEntries: Map<string, number> } | null =
    null;

  const count = (entity: string) =>
    parted?.broughtEntries.set(entity, (parted.broughtEntries.get(entity) ?? 0) + 1);

  return {
    take(line) {
      const entry = parseChainLine(line);
      if (entry === null || entry.seq !== seq + 1 || entry.seq > span.last || !RECORD_ID.test(entry.id))
        return refuse("sync.contentDamaged", { values: { seq: seq + 1 } }).refusal;
      if (!isEntity(entry.entity))
        return refuse("headquarters.unknownEntity", { values: { seq: seq + 1 } }).refusal;
      hash = hashAfterLine(hash, line);
      seq = entry.seq;
      at = entry.at;
      if (parted === null && seq <= held.seq) {
        const ours = readEntryHash(door, chain, seq) ?? "";
        if (ours !== hash) parted = { at: seq, held: ours, brought: hash, broughtEntries: new Map() };
      } else if (parted === null) {
        insertEntry(door, chain, { ...entry, hash });
        added += 1;
      }
      count(entry.entity);
      return null;
    },
    get added() {
      return added;
    },
    get head() {
      return { seq, hash, at };
    },
    get parted() {
      return parted;
    },
  };
}

/** So many lines between two breaths. */
const BREATH = 2_000;

/** Feeds all lines; refuses the first that does not fit, and a chain that ends elsewhere than it said. */
export async function feedChain(
  intake: ChainIntake,
  pages: AsyncIterable<readonly string[]>,
  about: { last: number; after: string; pace: Pace },
): Promise<Result<null>> {
  let count = 0;
  for await (const page of pages) {
    for (const line of page) {
      const refusal = intake.take(line);
      if (refusal !== null) return { ok: false, refusal };
    }
    count += page.length;
    if (count < BREATH) continue;
    await about.pace.breathe(count);
    count = 0;
  }
  const isWhole = intake.head.seq === about.last && intake.head.hash === about.after;
  return isWhole ? accept(null) : refuse("sync.contentDamaged", { values: { seq: intake.head.seq } });
}
