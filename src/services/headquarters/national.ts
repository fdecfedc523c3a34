import type { OfficeIdentity } from "../../contract/office.ts";
import type { Result } from "../../contract/results.ts";
import type { Tier } from "../../contract/sync.ts";
import { digestKey } from "../../crypto/digests.ts";
import type { TierSecret } from "../../crypto/tierKeyring.ts";
import { isHurried } from "../../data/database.ts";
import { eachEntry, eachHead, readHashAt, readLastEntry } from "../../data/journal.ts";
import { CHAIN_START } from "../../data/journalWriter.ts";
import { readLocal, writeLocal } from "../../data/localState.ts";
import { readBranch, updateHead, upsertBranch } from "../../data/national/branches.ts";
import { type NationalDoor, openNationalDoor } from "../../data/national/door.ts";
import { readTierPosition, updateTierPosition } from "../../data/national/entries.ts";
import { dropUnshownPhotos } from "../../data/national/rows.ts";
import { openStores, writeStoresHurriedly } from "../../data/national/stores.ts";
import { readPhoto } from "../../data/photos.ts";
import type { StatementCache } from "../../data/reader.ts";
import type { Surroundings } from "../call.ts";
import type { OpenOffice } from "../office/openOffice.ts";
import { chainLines, entitiesOf, tierLines } from "../sync/parts.ts";
import { takeChain } from "./chainIntake.ts";
import { refill } from "./refill.ts";
import type { NationalStore } from "./store.ts";
import { lookForTwins } from "./twins.ts";
import { takeTier } from "./valuesIntake.ts";

export interface NationalCall {
  readonly office: OpenOffice;
  readonly identity: OfficeIdentity;
  readonly tierSecrets: readonly TierSecret[];
  readonly world: Surroundings;
  /** Who is signed in: what has to be noted in the own office is noted under her name. */
  readonly user?: { readonly id: string };
}

function hexBytes(hex: string | null): Uint8Array | null {
  return hex !== null && /^[0-9a-f]{64}$/.test(hex) ? new Uint8Array(Buffer.from(hex, "hex")) : null;
}

/** A secret of this machine, drawn at its first use. */
function ownSecret({ office, world, user }: NationalCall, name: "nationalKey" | "matchKey"): Uint8Array {
  const known = hexBytes(readLocal(office.reader, name));
  if (known !== null) return known;
  const fresh = world.random(32);
  office.write(user?.id ?? "", world.now(), (door) => {
    writeLocal(door, name, Buffer.from(fresh).toString("hex"));
    return { ok: true, value: null };
  });
  return fresh;
}

/**
 * Opens headquarters' copies with the tiers that the person holds; what a newer version of the program made of the
 * tables is filled anew from the entries.
 * @throws SqliteError when a file is damaged
 */
export function openNational(call: NationalCall): NationalStore {
  const { office, tierSecrets } = call;
  const secrets = new Map(tierSecrets.map((secret) => [secret.tier, secret]));
  const keys = new Map(tierSecrets.map(({ tier, storeKey }) => [tier, storeKey]));
  const { connection, stale } = openStores(office.dataDir, ownSecret(call, "nationalKey"), keys);
  if (isHurried(office.connection)) writeStoresHurriedly(connection);
  const cache: StatementCache = new Map();
  const door = openNationalDoor(connection, cache);
  const end = <T>(result: Result<T>): Result<T> => {
    connection.exec(result.ok ? "COMMIT" : "ROLLBACK");
    return result;
  };
  const abandon = (error: unknown): never => {
    if (connection.inTransaction) connection.exec("ROLLBACK");
    throw error;
  };
  const store: NationalStore = {
    reader: door,
    tiers: new Set(secrets.keys()),
    secrets,
    dataDir: office.dataDir,
    matchKey: digestKey(ownSecret(call, "matchKey")),
    write: (work) => {
      connection.exec("BEGIN IMMEDIATE");
      try {
        return end(work(door));
      } catch (error) {
        return abandon(error);
      }
    },
    writeLong: async (work) => {
      connection.exec("BEGIN IMMEDIATE");
      try {
        return end(await work(door));
      } catch (error) {
        return abandon(error);
      }
    },
    refresh: () => refreshOwn(store, call),
    close: () => connection.close(),
  };
  if (stale.length > 0) refill(store, stale);
  return store;
}

/** The own branch's journal is right here: its entries are taken in like everybody's, without a stick. */
function refreshOwn(store: NationalStore, { office, identity }: NationalCall): void {
  const last = readLastEntry(office.reader)?.seq ?? 0;
  const branch = readBranch(store.reader, office.code);
  const isCurrent = branch !== undefined && branch.headSeq === last && !isBehind(store, office.code, last);
  if (isCurrent) return;
  store.write((door) => {
    upsertBranch(door, identity, "active", null);
    const known = readBranch(door, office.code);
    const chain = { office: office.code, epoch: known?.epoch ?? 1 };
    const held = {
      seq: known?.headSeq ?? 0,
      hash: known?.headHash ?? CHAIN_START,
      at: known?.headAt ?? null,
    };
    takeOwnChain(door, chain, { held, last, office });
    const touched = new Set<string>();
    for (const tier of store.tiers) takeOwnTier(door, chain, { tier, last, office, touched });
    lookForTwins(door, store.matchKey, touched);
    return { ok: true, value: null };
  });
}

function isBehind(store: NationalStore, office: string, last: number): boolean {
  const epoch = readBranch(store.reader, office)?.epoch ?? 1;
  return [...store.tiers].some((tier) => readTierPosition(store.reader, { office, epoch }, tier) < last);
}

interface OwnChain {
  readonly held: { seq: number; hash: string; at: string | null };
  readonly last: number;
  readonly office: OpenOffice;
}

function takeOwnChain(door: NationalDoor, chain: { office: string; epoch: number }, own: OwnChain): void {
  const span = { first: own.held.seq + 1, last: own.last };
  if (span.first > span.last) return;
  if ((readHashAt(own.office.reader, own.held.seq) ?? CHAIN_START) !== own.held.hash)
    throw new Error("the own journal does not continue its copy");
  const intake = takeChain(door, chain, { held: own.held, span, before: own.held.hash });
  for (const line of chainLines(eachHead(own.office.reader, span), () => {})) {
    const refusal = intake.take(line);
    if (refusal !== null) throw new Error(`the own journal is not taken: ${refusal.code}`);
  }
  updateHead(door, chain.office, { epoch: chain.epoch, ...intake.head });
}

function takeOwnTier(
  door: NationalDoor,
  chain: { office: string; epoch: number },
  own: { tier: Tier; last: number; office: OpenOffice; touched: Set<string> },
): void {
  const { tier, last, office, touched } = own;
  const after = readTierPosition(door, chain, tier);
  if (after >= last) return;
  const intake = takeTier(door, chain, { tier, after, last, touched });
  const entries = eachEntry(office.reader, { first: after + 1, last }, entitiesOf(tier));
  for (const line of tierLines(
    entries,
    (sha256) => readPhoto(office.reader, sha256),
    () => {},
  )) {
    const refusal = intake.take(line);
    if (refusal !== null) throw new Error(`the own journal is not taken: ${refusal.code}`);
  }
  const lacking = intake.finish();
  if (lacking !== null) throw new Error(`the own journal is not taken: ${lacking.code}`);
  if (tier === "identity") dropUnshownPhotos(door);
  updateTierPosition(door, chain, tier, last);
}
