import type { Fork } from "../../contract/headquarters.ts";
import { accept, type Result, refuse } from "../../contract/results.ts";
import type { Tier } from "../../contract/sync.ts";
import { UnsealError } from "../../crypto/sealing.ts";
import { CHAIN_START } from "../../data/journalWriter.ts";
import { listArriving } from "../../data/national/arriving.ts";
import { type Branch, updateHead } from "../../data/national/branches.ts";
import type { NationalDoor } from "../../data/national/door.ts";
import {
  type Chain,
  countEntriesFrom,
  hasValues,
  readEntryHash,
  readTierPosition,
  updateTierPosition,
} from "../../data/national/entries.ts";
import { clearOffice, dropUnshownPhotos, putBack } from "../../data/national/rows.ts";
import type { Reader } from "../../data/reader.ts";
import type { OpenBundle } from "../sync/bundleFile.ts";
import type { Manifest } from "../sync/manifest.ts";
import { entitiesOf, TIERS } from "../sync/parts.ts";
import { type ChainIntake, feedChain, takeChain } from "./chainIntake.ts";
import type { Pace } from "./pace.ts";
import type { NationalStore } from "./store.ts";
import { feedTier, takeTier } from "./valuesIntake.ts";

/** What taking in a bundle's entries came to. */
export interface Taken {
  readonly added: number;
  /** Tiers of the bundle that nobody here may open: their parts wait. */
  readonly sealed: readonly Tier[];
  readonly touched: ReadonlySet<string>;
}

/** The journal parted: the transaction is rolled back, and this is what was seen. */
export class ForkSeen extends Error {
  readonly fork: Omit<Fork, "seenAt" | "number">;

  constructor(fork: Omit<Fork, "seenAt" | "number">) {
    super("the office's journal is not the one that headquarters holds");
    this.fork = fork;
  }
}

/** An unsealing failure as a refusal. @throws whatever is no such failure */
export function refusalOfUnsealing(error: unknown): ReturnType<typeof refuse> {
  if (!(error instanceof UnsealError)) throw error;
  return refuse(error.reason === "notForUs" ? "headquarters.otherSeal" : "sync.contentDamaged");
}

/** The tiers whose values a bundle settles: those it has a part of, and all of them where it begins an epoch anew. */
export function tiersIn(manifest: Manifest): Tier[] {
  if (manifest.epoch > 1 && manifest.range.first === 1) return [...TIERS];
  return manifest.parts.flatMap(({ tier }) => (tier === "chain" ? [] : [tier]));
}

function identitiesOf(store: NationalStore): string[] {
  return [...store.secrets.values()].map(({ identity }) => identity);
}

function broughtEntries(intake: ChainIntake) {
  return [...(intake.parted?.broughtEntries ?? [])]
    .map(([entity, entries]) => ({ entity, entries }))
    .sort((a, b) => (a.entity < b.entity ? -1 : 1));
}

/** @throws ForkSeen when the chain does not continue what headquarters holds */
async function applyChain(
  pace: Pace,
  door: NationalDoor,
  about: { store: NationalStore; chain: Chain; branch: Branch; bundle: OpenBundle },
): Promise<Result<ChainIntake>> {
  const { chain, bundle, store } = about;
  const { range, chain: ends } = bundle.manifest;
  const isNewEpoch = chain.epoch !== about.branch.epoch;
  const held = isNewEpoch
    ? { seq: 0, hash: CHAIN_START, at: null }
    : { seq: about.branch.headSeq, hash: about.branch.headHash, at: about.branch.headAt };
  const before = range.first === 1 ? CHAIN_START : readEntryHash(door, chain, range.first - 1);
  const intake = takeChain(door, chain, { held, span: range, before: ends.before });
  const fed = await feedChain(intake, bundle.pages("chain", identitiesOf(store)), {
    last: range.last,
    after: ends.after,
    pace,
  });
  if (!fed.ok) return fed;
  const parted =
    before === ends.before
      ? intake.parted
      : { at: range.first - 1, held: before ?? null, brought: ends.before };
  if (parted !== null) {
    throw new ForkSeen({
      at: parted.at,
      held: parted.held,
      brought: parted.brought,
      heldEntries: countEntriesFrom(door, chain, parted.at),
      broughtEntries: broughtEntries(intake),
    });
  }
  if (intake.head.seq > held.seq) updateHead(door, chain.office, { epoch: chain.epoch, ...intake.head });
  return accept(intake);
}

/** Whether a part before this entry was not read, so that what comes after it must wait. */
export function isPartMissing(reader: Reader, chain: Chain, tier: Tier, first: number): boolean {
  const after = readTierPosition(reader, chain, tier);
  return hasValues(reader, chain, { entities: entitiesOf(tier), first: after + 1, last: first - 1 });
}

/** Takes in one tier's part, from where the tier stands; one that does not follow waits. */
export async function applyTier(
  pace: Pace,
  door: NationalDoor,
  about: { store: NationalStore; chain: Chain; tier: Tier; bundle: OpenBundle; touched: Set<string> },
): Promise<Result<null>> {
  const { store, chain, tier, bundle, touched } = about;
  const secret = store.secrets.get(tier);
  const { last } = bundle.manifest.range;
  const after = readTierPosition(door, chain, tier);
  if (secret === undefined || after >= last) return accept(null);
  if (isPartMissing(door, chain, tier, bundle.manifest.range.first)) return accept(null);
  const isAnew = after === 0 && chain.epoch > 1;
  const arriving = isAnew ? listArriving(door, tier, chain) : [];
  if (isAnew) clearOffice(door, tier, chain.office);
  const intake = takeTier(door, chain, { tier, after, last, touched });
  const fed = await feedTier(intake, bundle.pages(tier, [secret.identity]), pace);
  if (!fed.ok) return fed;
  for (const { entity, row } of arriving) {
    putBack(door, entity, row);
    if (entity === "member") touched.add(String(row.id));
  }
  if (tier === "identity") dropUnshownPhotos(door);
  updateTierPosition(door, chain, tier, last);
  return fed;
}

/**
 * Takes a bundle's entries into an open transaction: its chain first, then the part of each tier that the person
 * holds. @throws ForkSeen, and UnsealError when a part cannot be opened
 */
export async function applyBundle(
  pace: Pace,
  door: NationalDoor,
  about: { store: NationalStore; branch: Branch; bundle: OpenBundle },
): Promise<Result<Taken>> {
  const { store, branch, bundle } = about;
  const { manifest } = bundle;
  const chain = { office: branch.code, epoch: manifest.epoch };
  const taken = await applyChain(pace, door, { ...about, chain });
  if (!taken.ok) return taken;
  const tiers = tiersIn(manifest);
  const entities = TIERS.filter((tier) => !bundle.has(tier)).flatMap(entitiesOf);
  if (hasValues(door, chain, { entities, ...manifest.range })) return refuse("sync.contentDamaged");
  const touched = new Set<string>();
  for (const tier of tiers) {
    const applied = await applyTier(pace, door, { store, chain, tier, bundle, touched });
    if (!applied.ok) return applied;
  }
  const sealed = tiers.filter((tier) => readTierPosition(door, chain, tier) < manifest.range.last);
  return accept({ added: taken.value.added, sealed, touched });
}
