import type { User } from "../../contract/access.ts";
import { accept, type Result, refuse } from "../../contract/results.ts";
import type { Tier } from "../../contract/sync.ts";
import { sealValues } from "../../crypto/digests.ts";
import { insertAudit } from "../../data/journal.ts";
import { CHAIN_START } from "../../data/journalWriter.ts";
import { clearLocal, writeLocal } from "../../data/localState.ts";
import { reindexMember } from "../../data/members.ts";
import { readOfficeIdentity } from "../../data/officeRecord.ts";
import { beginRecovery, isFreshOffice, listMemberIds, type Recovery } from "../../data/recovery.ts";
import { entityOf, isEntity } from "../../data/registry.ts";
import { insertUser, listUsers, updateUser } from "../../data/users.ts";
import type { WriteDoor } from "../../data/writeDoor.ts";
import type { Call } from "../call.ts";
import { refusalOfContent } from "./answersReading.ts";
import type { OpenBundle } from "./bundleFile.ts";
import type { Part } from "./manifest.ts";
import { hashAfterLine, parseChainLine, parsePhotoLine, parseValuesLine } from "./partLines.ts";
import { TIERS } from "./parts.ts";
import { readAcknowledged } from "./syncState.ts";

/** Lines between two pauses. */
const PAUSE_LINES = 1_000;

function damaged(seq: number): ReturnType<typeof refuse> {
  return refuse("sync.contentDamaged", { values: { seq } });
}

/** How far it is, for the person who waits: each entry comes in the chain, and once more in its tier. */
function counter(call: Call, last: number): () => Promise<void> {
  let done = 0;
  return async () => {
    done += 1;
    if (done % PAUSE_LINES !== 0) return;
    call.progress({ done, total: last * 2 });
    await call.breathe();
  };
}

/** The whole chain from its first entry, each the next link, ending where the manifest says. */
async function takeChain(
  recovery: Recovery,
  bundle: OpenBundle,
  { identities, seen }: { identities: readonly string[]; seen: () => Promise<void> },
): Promise<Result<null>> {
  const { range, chain } = bundle.manifest;
  let seq = 0;
  let hash: string = CHAIN_START;
  for await (const line of bundle.lines("chain", identities)) {
    const head = parseChainLine(line);
    if (head === null || head.seq !== seq + 1 || !isEntity(head.entity)) return damaged(seq + 1);
    const before = hash;
    hash = hashAfterLine(before, line);
    seq += 1;
    recovery.addEntry({ ...head, before, hash });
    await seen();
  }
  const isWhole = seq > 0 && range.first === 1 && seq === range.last && hash === chain.after;
  return isWhole && chain.before === CHAIN_START ? accept(null) : damaged(seq);
}

async function takeTier(
  recovery: Recovery,
  tier: Tier,
  { lines, seen }: { lines: AsyncIterable<string>; seen: () => Promise<void> },
): Promise<Result<null>> {
  let reached = 0;
  for await (const line of lines) {
    const values = parseValuesLine(line);
    if (values === null) {
      const photo = tier === "identity" ? parsePhotoLine(line) : null;
      if (photo === null) return damaged(reached);
      recovery.addPhoto(photo.sha256, photo.jpeg);
    } else {
      const { seq, salt, text } = values;
      const head = recovery.readHead(seq);
      const isOfTier = head !== null && isEntity(head.entity) && entityOf(head.entity).tier === tier;
      if (!isOfTier || seq <= reached || sealValues(salt, text) !== head.shared) return damaged(seq);
      recovery.addValues(seq, salt, text);
      reached = seq;
    }
    await seen();
  }
  return accept(null);
}

/** An office is taken back only where nothing of its own was entered yet. */
export function requireFresh(call: Call): Result<null> {
  const { reader } = call.office;
  return isFreshOffice(reader) && readAcknowledged(reader) === 0 ? accept(null) : refuse("sync.notFresh");
}

/**
 * Replaces this new laptop's journal and records by the office's own, as headquarters holds them: entries keep their
 * hashes, values are checked against their digests. Inside a transaction, before its door is opened.
 */
export async function replaceOffice(
  call: Call,
  bundle: OpenBundle,
  identities: readonly string[],
): Promise<Result<null>> {
  const { connection, code, reader } = call.office;
  const seen = counter(call, bundle.manifest.range.last);
  let part: Part["tier"] = "chain";
  try {
    const recovery = beginRecovery(connection, code);
    const chain = await takeChain(recovery, bundle, { identities, seen });
    if (!chain.ok) return chain;
    for (const tier of TIERS) {
      part = tier;
      const taken = await takeTier(recovery, tier, { lines: bundle.lines(tier, identities), seen });
      if (!taken.ok) return taken;
    }
    const odd = await recovery.settle(call.breathe);
    if (odd !== null) return damaged(odd);
    const identity = readOfficeIdentity(reader);
    return identity?.code === code && !identity.headquarters ? accept(null) : refuse("sync.contentDamaged");
  } catch (error) {
    return refusalOfContent(error, part);
  }
}

/**
 * What the new laptop adds to the recovered journal: its own people anew; those of the lost laptop may no longer sign
 * in. All that is derived of the records is made again.
 * @param people of this laptop before its journal was replaced
 */
export async function settleRecovered(
  call: Call,
  door: WriteDoor,
  about: { people: readonly User[]; last: number; epoch: number },
): Promise<void> {
  const { people, last, epoch } = about;
  const lost = listUsers(door).filter(({ active }) => active);
  for (const person of people) insertUser(door, person);
  for (const person of lost) updateUser(door, { ...person, active: false });
  for (const [done, id] of listMemberIds(door).entries()) {
    reindexMember(door, id);
    if (done % PAUSE_LINES === 0) await call.breathe();
  }
  writeLocal(door, "epoch", String(epoch));
  writeLocal(door, "acknowledged", String(last));
  writeLocal(door, "recoveredThrough", String(last));
  clearLocal(door, "parting");
  clearLocal(door, "heldEpoch");
  insertAudit(door, { id: call.world.newId(), action: "importAnswer", rows: last });
}
