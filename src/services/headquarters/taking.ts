import { Fork, type ReceivedFile } from "../../contract/headquarters.ts";
import { accept, type Refusal, type Result, refuse } from "../../contract/results.ts";
import type { Tier } from "../../contract/sync.ts";
import { readBranch, updateKnownKey, updateRecovering } from "../../data/national/branches.ts";
import type { NationalDoor } from "../../data/national/door.ts";
import { countEntriesFrom } from "../../data/national/entries.ts";
import {
  deleteBundleRow,
  deleteFork,
  insertBundleRow,
  listWaiting,
  readForkText,
  readNewestBundle,
  readSetBack,
  type StoredBundle,
  writeFork,
} from "../../data/national/received.ts";
import type { Call } from "../call.ts";
import { type OpenBundle, openBundleFile } from "../sync/bundleFile.ts";
import { applyBundle, ForkSeen, isPartMissing, refusalOfUnsealing, tiersIn } from "./applying.ts";
import type { Pace } from "./pace.ts";
import { checkSender } from "./senders.ts";
import type { NationalStore } from "./store.ts";
import { lookForTwinsCalmly } from "./twins.ts";
import { dropFile, keepFile, waitingPath } from "./waitingFiles.ts";

/** One go at a stick. */
export interface Work {
  readonly call: Call;
  readonly store: NationalStore;
  readonly pace: Pace;
  newDuplicates: number;
  /** Bundles that had waited, and were refused when their turn came. */
  readonly refusedLate: ReceivedFile[];
}

export const PLAIN: Pick<ReceivedFile, "entries" | "missing" | "refusal" | "sealedTiers"> = {
  entries: 0,
  missing: null,
  refusal: null,
  sealedTiers: [],
};

export function lineOf(
  name: string,
  bundle: OpenBundle | null,
): Pick<ReceivedFile, "name" | "office" | "number"> {
  return {
    name,
    office: bundle?.manifest.from.office ?? null,
    number: bundle?.manifest.number ?? null,
  };
}

export function refusedLine(name: string, bundle: OpenBundle | null, refusal: Refusal): ReceivedFile {
  const { code, values } = refusal;
  return {
    ...lineOf(name, bundle),
    ...PLAIN,
    outcome: "refused",
    refusal: values === undefined ? { code } : { code, values },
  };
}

export function rowOf(
  call: Call,
  bundle: OpenBundle,
  state: StoredBundle["state"],
  kept: boolean,
): StoredBundle {
  const { manifest } = bundle;
  return {
    sha256: bundle.sha256,
    office: manifest.from.office,
    key: manifest.from.key,
    number: manifest.number,
    kind: manifest.kind === "snapshot" ? "snapshot" : "journal",
    epoch: manifest.epoch,
    first: manifest.range.first,
    last: manifest.range.last,
    createdAt: manifest.createdAt,
    receivedAt: call.world.now(),
    bytes: bundle.bytes,
    tiers: tiersIn(manifest),
    state,
    kept,
  };
}

function noteFork(work: Work, bundle: OpenBundle, fork: ForkSeen["fork"]): void {
  const { manifest } = bundle;
  const seen = { ...fork, number: manifest.number, seenAt: work.call.world.now() };
  work.store.write((door) => {
    writeFork(door, manifest.from.office, JSON.stringify(seen));
    // What was set back with it: the answer that tells of the parting must be one that this laptop can believe.
    if (manifest.kind !== "invitation") updateKnownKey(door, manifest.from.office, manifest.to.key);
    return accept(null);
  });
}

/** Whether a part of it may wait: for somebody who holds its tier, or for a part before it that cannot be read. */
function mayWait(store: NationalStore, { manifest }: OpenBundle): boolean {
  const chain = { office: manifest.from.office, epoch: manifest.epoch };
  return tiersIn(manifest).some(
    (tier) => !store.secrets.has(tier) || isPartMissing(store.reader, chain, tier, manifest.range.first),
  );
}

/** Which key of headquarters the office believes: a bundle that comes late tells nothing of it. */
function noteKnownKey(door: NationalDoor, { manifest }: OpenBundle): void {
  const newest = readNewestBundle(door, manifest.from.office);
  const isLate = newest !== undefined && (newest.epoch > manifest.epoch || newest.number > manifest.number);
  if (!isLate && manifest.kind !== "invitation") updateKnownKey(door, manifest.from.office, manifest.to.key);
}

/** Takes the bundle's entries in one transaction; the file is kept while a part of it waits for its reader. */
export async function applyOne(
  work: Work,
  path: string,
  bundle: OpenBundle,
): Promise<Result<{ added: number; sealed: readonly Tier[] }>> {
  const { call, store } = work;
  const office = bundle.manifest.from.office;
  // Kept before it is noted: a file without a row is only a little room, a row without its file is a loss.
  const isKeptNow = mayWait(store, bundle) && keepFile(store.dataDir, bundle.sha256, path);
  const letGo = () => {
    if (isKeptNow) dropFile(store.dataDir, bundle.sha256);
  };
  try {
    const taken = await store.writeLong(async (door) => {
      const branch = readBranch(door, office);
      if (branch === undefined) return refuse("headquarters.officeUnknown", { values: { office } });
      const applied = await applyBundle(work.pace, door, { store, branch, bundle });
      if (!applied.ok) return applied;
      insertBundleRow(door, rowOf(call, bundle, "applied", applied.value.sealed.length > 0));
      noteKnownKey(door, bundle);
      updateRecovering(door, office, false);
      work.newDuplicates += await lookForTwinsCalmly(door, store.matchKey, applied.value.touched, () =>
        work.pace.breathe(),
      );
      return applied;
    });
    if (!taken.ok) letGo();
    else if (taken.value.sealed.length === 0) dropFile(store.dataDir, bundle.sha256);
    return taken;
  } catch (error) {
    letGo();
    if (error instanceof ForkSeen) {
      noteFork(work, bundle, error.fork);
      return refuse("headquarters.fork", { values: { seq: error.fork.at } });
    }
    return refusalOfUnsealing(error);
  }
}

/** Bundles that waited for what has just come. @returns entries that they added */
export async function applyWaiting(work: Work, office: string): Promise<number> {
  const { store } = work;
  let entries = 0;
  for (;;) {
    const branch = readBranch(store.reader, office);
    if (branch === undefined) return entries;
    const next = listWaiting(store.reader, office, branch.epoch).find(
      ({ first }) => first <= branch.headSeq + 1,
    );
    if (next === undefined) return entries;
    const taken = await applyWaitingOne(work, next);
    if (taken.ok) entries += taken.value;
    else store.write((door) => accept(deleteBundleRow(door, next.sha256)));
  }
}

/** The office's key may have been revoked while the bundle waited, so its sender is asked anew. */
async function applyWaitingOne(work: Work, row: StoredBundle): Promise<Result<number>> {
  const { call, store } = work;
  const path = waitingPath(store.dataDir, row.sha256);
  const opened = openBundleFile(path);
  if (!opened.ok) return opened;
  const bundle = opened.value;
  try {
    const sender = checkSender(call, store.reader, bundle);
    const taken = sender.ok ? await applyOne(work, path, bundle) : sender;
    if (taken.ok) return accept(taken.value.added);
    dropFile(store.dataDir, row.sha256);
    work.refusedLate.push(refusedLine(`${row.office}-${row.number}`, bundle, taken.refusal));
    return taken;
  } finally {
    bundle.close();
  }
}

/**
 * An office that was set back to an old copy shows before it writes anything new: a later bundle ends before an
 * earlier one. When it has caught up by itself (the old copy was only looked at), the sign goes.
 */
export function lookForSetBack(work: Work, office: string): StoredBundle | undefined {
  const { store, call } = work;
  const branch = readBranch(store.reader, office);
  if (branch === undefined) return undefined;
  const found = readSetBack(store.reader, office, branch.epoch);
  const newest = readNewestBundle(store.reader, office);
  const isCaughtUp = newest !== undefined && found !== undefined && newest.number > found.number;
  const known = readForkText(store.reader, office);
  const isSetBackKnown = known !== null && Fork.parse(JSON.parse(known)).held === null;
  store.write((door) => {
    if (found !== undefined && !isCaughtUp && (known === null || isSetBackKnown)) {
      const seen: Fork = {
        at: found.last + 1,
        held: null,
        brought: null,
        number: found.number,
        seenAt: call.world.now(),
        heldEntries: countEntriesFrom(door, { office, epoch: branch.epoch }, found.last + 1),
        broughtEntries: [],
      };
      writeFork(door, office, JSON.stringify(seen));
    } else if (isSetBackKnown) deleteFork(door, office);
    return accept(null);
  });
  return isCaughtUp ? undefined : found;
}
