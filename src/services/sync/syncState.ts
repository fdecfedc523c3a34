import { accept, type Result } from "../../contract/results.ts";
import { Parting, type SentBundle, type SyncState } from "../../contract/sync.ts";
import { parseSshPublicKey, spokenFingerprint } from "../../crypto/signing.ts";
import { listSentBundles } from "../../data/bundles.ts";
import { countWaiting, readEntryTime, readLastEntry } from "../../data/journal.ts";
import { readLocal } from "../../data/localState.ts";
import type { Reader } from "../../data/reader.ts";
import { type EntityName, entityOf } from "../../data/registry.ts";
import type { Call } from "../call.ts";
import { type Headquarters, ownSigningKey, readHeadquarters } from "./keys.ts";

export function pinnedKey(headquarters: Headquarters): Uint8Array {
  const key = parseSshPublicKey(headquarters.keys.signing);
  if (key === null) throw new Error("headquarters' key is damaged");
  return key;
}

/** The last entry that headquarters said it holds. */
export function readAcknowledged(reader: Reader): number {
  return Number(readLocal(reader, "acknowledged") ?? 0);
}

/** 1 until a snapshot settled a fork. */
export function readEpoch(reader: Reader): number {
  return Number(readLocal(reader, "epoch") ?? 1);
}

export function readParting(reader: Reader): Parting | null {
  const text = readLocal(reader, "parting");
  return text === null ? null : Parting.parse(JSON.parse(text));
}

export function readSyncState(call: Call): Result<SyncState> {
  const { reader } = call.office;
  const headquarters = readHeadquarters(reader);
  const acknowledged = readAcknowledged(reader);
  return accept({
    ownFingerprint: spokenFingerprint(ownSigningKey(reader)),
    headquarters:
      headquarters === null
        ? null
        : {
            code: headquarters.code,
            fingerprint: spokenFingerprint(pinnedKey(headquarters)),
            joinedAt: headquarters.joinedAt,
          },
    entries: readLastEntry(reader)?.seq ?? 0,
    acknowledged,
    acknowledgedUntil: readEntryTime(reader, acknowledged) ?? null,
    lastExportAt: listSentBundles(reader)[0]?.createdAt ?? null,
    lastAnswerAt: readLocal(reader, "lastAnswerAt"),
    epoch: readEpoch(reader),
    parting: readParting(reader),
    renewing: readLocal(reader, "renewal") !== null,
    waiting: countWaiting(reader, acknowledged).map((kind) => ({
      ...kind,
      tier: entityOf(kind.entity as EntityName).tier,
    })),
  });
}

export function readHistory(call: Call): Result<SentBundle[]> {
  return accept(listSentBundles(call.office.reader));
}
