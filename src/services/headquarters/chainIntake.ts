import { accept, type Refusal, type Result, refuse } from "../../contract/results.ts";
import { sha256Hex } from "../../crypto/digests.ts";
import type { NationalDoor } from "../../data/national/door.ts";
import { type Chain, insertEntry, readEntryHash } from "../../data/national/entries.ts";
import { isEntity } from "../../data/registry.ts";
import type { Pace } from "./pace.ts";

/** Canonical JSON of one entry's head, as docs/bundles.md has it; nothing else is taken. */
const LINE =
  /^\{"at":"(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)","by":"([0-9a-f-]{36})","entity":"([a-z_]{1,40})","id":"([0-9a-f-]{36})","local":(?:null|"([0-9a-f]{64})"),"op":"(insert|update|erase)","seq":(\d{1,15}),"shared":(?:null|"([0-9a-f]{64})")\}$/;
const BY = ',"by":';

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
      const found = LINE.exec(line);
      if (found === null || Number(found[7]) !== seq + 1 || seq + 1 > span.last)
        return refuse("sync.contentDamaged", { values: { seq: seq + 1 } }).refusal;
      const [, moment = "", by = "", entity = "", id = "", local = null, op = "", , shared = null] = found;
      if (!isEntity(entity))
        return refuse("headquarters.unknownEntity", { values: { seq: seq + 1 } }).refusal;
      const cut = line.indexOf(BY);
      hash = sha256Hex(`${line.slice(0, cut)},"before":"${hash}"${line.slice(cut)}`);
      seq += 1;
      at = moment;
      if (parted === null && seq <= held.seq) {
        const ours = readEntryHash(door, chain, seq) ?? "";
        if (ours !== hash) parted = { at: seq, held: ours, brought: hash, broughtEntries: new Map() };
      } else if (parted === null) {
        insertEntry(door, chain, { seq, at: moment, by, entity, id, op, shared, local, hash });
        added += 1;
      }
      count(entity);
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
