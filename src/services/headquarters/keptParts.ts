import { accept } from "../../contract/results.ts";
import { readTierPosition } from "../../data/national/entries.ts";
import { listKeptApplied, type StoredBundle, updateKept } from "../../data/national/received.ts";
import type { Reader } from "../../data/reader.ts";
import type { Call } from "../call.ts";
import { openBundleFile } from "../sync/bundleFile.ts";
import { applyTier, refusalOfUnsealing } from "./applying.ts";
import type { NationalStore } from "./store.ts";
import { lookForTwinsCalmly } from "./twins.ts";
import { dropFile, waitingPath } from "./waitingFiles.ts";

/** Tiers of a bundle whose part nobody who may open it has read yet. */
export function sealedIn(reader: Reader, bundle: StoredBundle): StoredBundle["tiers"] {
  const chain = { office: bundle.office, epoch: bundle.epoch };
  return bundle.tiers.filter((tier) => readTierPosition(reader, chain, tier) < bundle.last);
}

async function readParts(call: Call, store: NationalStore, row: StoredBundle): Promise<number> {
  const waiting = sealedIn(store.reader, row).filter((tier) => store.secrets.has(tier));
  const opened = openBundleFile(waitingPath(store.dataDir, row.sha256));
  if (!opened.ok) return 0;
  const bundle = opened.value;
  const chain = { office: row.office, epoch: row.epoch };
  let more = 0;
  try {
    const taken = await store.writeLong(async (door) => {
      const touched = new Set<string>();
      for (const tier of waiting) {
        const applied = await applyTier(call, door, { store, chain, tier, bundle, touched });
        if (!applied.ok) return applied;
      }
      more = await lookForTwinsCalmly(door, store.matchKey, touched, call.breathe);
      const isDone = sealedIn(door, row).length === 0;
      if (isDone) updateKept(door, row.sha256, false);
      return accept(isDone);
    });
    if (taken.ok && taken.value) dropFile(store.dataDir, row.sha256);
    return taken.ok ? more : 0;
  } catch (error) {
    refusalOfUnsealing(error);
    return 0;
  } finally {
    bundle.close();
  }
}

/**
 * Reads the parts that waited for the person who is here now, in their order. A part that cannot be read stays and
 * shows on the office's page as waiting.
 * @returns how many more pairs of likely duplicates there are
 */
export async function readKeptParts(call: Call, store: NationalStore): Promise<number> {
  let more = 0;
  for (const row of listKeptApplied(store.reader)) {
    const isOurs = sealedIn(store.reader, row).some((tier) => store.secrets.has(tier));
    if (isOurs) more += await readParts(call, store, row);
  }
  return more;
}
