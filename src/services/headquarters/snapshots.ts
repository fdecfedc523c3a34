import type { Difference, OfficeFile, SnapshotView } from "../../contract/headquarters.ts";
import type { InputOf } from "../../contract/index.ts";
import { accept, type Result, refuse } from "../../contract/results.ts";
import { sha256Hex } from "../../crypto/digests.ts";
import { insertAudit } from "../../data/journal.ts";
import { readBranch } from "../../data/national/branches.ts";
import type { NationalDoor } from "../../data/national/door.ts";
import { readEntryHash } from "../../data/national/entries.ts";
import {
  deleteBundleRow,
  deleteFork,
  insertBundleRow,
  listBundleRows,
  readToConfirm,
  type StoredBundle,
} from "../../data/national/received.ts";
import { listHeldRecords } from "../../data/national/rows.ts";
import { reopenTransfers } from "../../data/national/transfers.ts";
import type { Reader } from "../../data/reader.ts";
import { ENTITY_NAMES, entityOf } from "../../data/registry.ts";
import type { Call } from "../call.ts";
import { type OpenBundle, openBundleFile } from "../sync/bundleFile.ts";
import { hashAfterLine, parseChainLine, parseValuesLine } from "../sync/partLines.ts";
import { applyBundle, refusalOfUnsealing } from "./applying.ts";
import { readOffice } from "./offices.ts";
import { requireNational } from "./require.ts";
import { checkSender } from "./senders.ts";
import type { NationalStore } from "./store.ts";
import { applyWaiting } from "./taking.ts";
import { lookForTwins } from "./twins.ts";
import { dropFile, waitingPath } from "./waitingFiles.ts";

const MOST_SHOWN = 200;
const NUMBERED: Readonly<Record<string, string>> = { member: "number", card: "number", voucher: "number" };

interface Standing {
  readonly digest: string;
  readonly reference: string | null;
}

/** entity → id → how the record stands. */
type Records = Map<string, Map<string, Standing>>;

function standingOf(entity: string, values: string): Standing {
  const column = NUMBERED[entity];
  const row = column === undefined ? {} : (JSON.parse(values) as Record<string, unknown>);
  return { digest: sha256Hex(values), reference: column === undefined ? null : String(row[column]) };
}

function isOwn(values: string, office: string): boolean {
  return (
    values.includes(`"office":"${office}"`) && (JSON.parse(values) as { office: unknown }).office === office
  );
}

function heldRecords(store: NationalStore, office: string): Records {
  const records: Records = new Map();
  for (const entity of ENTITY_NAMES) {
    if (!store.tiers.has(entityOf(entity).tier)) continue;
    const standings = new Map<string, Standing>();
    for (const { id, values } of listHeldRecords(store.reader, entity, office))
      standings.set(id, standingOf(entity, values));
    records.set(entity, standings);
  }
  return records;
}

interface Brought {
  readonly records: Records;
  /** The chain's hash after each entry, the first at 0. */
  readonly hashes: readonly string[];
}

/** The records as the snapshot leaves them, and its chain. */
async function readBrought(store: NationalStore, bundle: OpenBundle): Promise<Brought> {
  const office = bundle.manifest.from.office;
  const heads = new Map<number, { entity: string; id: string }>();
  const hashes: string[] = [];
  const identities = [...store.secrets.values()].map(({ identity }) => identity);
  for await (const line of bundle.lines("chain", identities)) {
    const entry = parseChainLine(line);
    if (entry !== null) heads.set(entry.seq, entry);
    hashes.push(hashAfterLine(hashes.at(-1) ?? bundle.manifest.chain.before, line));
  }
  const records: Records = new Map();
  for (const [tier, { identity }] of store.secrets) {
    for await (const line of bundle.lines(tier, [identity])) {
      const found = parseValuesLine(line);
      const head = found === null ? undefined : heads.get(found.seq);
      if (found === null || head === undefined) continue;
      const values = found.text;
      const standings = records.get(head.entity) ?? new Map<string, Standing>();
      // What the office handed over to another is no record of its own any more.
      if (isOwn(values, office)) standings.set(head.id, standingOf(head.entity, values));
      else standings.delete(head.id);
      records.set(head.entity, standings);
    }
  }
  return { records, hashes };
}

function compare(held: Records, brought: Records): Difference[] {
  const differences: Difference[] = [];
  for (const entity of new Set([...held.keys(), ...brought.keys()])) {
    const ours = held.get(entity) ?? new Map<string, Standing>();
    const theirs = brought.get(entity) ?? new Map<string, Standing>();
    for (const [id, { digest, reference }] of ours) {
      const other = theirs.get(id);
      if (other === undefined) differences.push({ entity, reference, kind: "onlyHeld" });
      else if (other.digest !== digest) differences.push({ entity, reference, kind: "changed" });
    }
    for (const [id, { reference }] of theirs)
      if (!ours.has(id)) differences.push({ entity, reference, kind: "onlyBrought" });
  }
  return differences;
}

function countsOf(differences: readonly Difference[]): SnapshotView["counts"] {
  const counts = new Map<
    string,
    { entity: string; onlyHeld: number; onlyBrought: number; changed: number }
  >();
  for (const { entity, kind } of differences) {
    const count = counts.get(entity) ?? { entity, onlyHeld: 0, onlyBrought: 0, changed: 0 };
    count[kind] += 1;
    counts.set(entity, count);
  }
  return [...counts.values()].sort((a, b) => (a.entity < b.entity ? -1 : 1));
}

/** The snapshot that waits for a person's word, opened; whoever sent it is asked anew. */
async function withSnapshot<T>(
  call: Call,
  office: string,
  work: (about: { store: NationalStore; row: StoredBundle; bundle: OpenBundle }) => Promise<Result<T>>,
): Promise<Result<T>> {
  const national = requireNational(call);
  if (!national.ok) return national;
  const store = national.value;
  const row = readToConfirm(store.reader, office);
  if (row === undefined) return refuse("headquarters.nothingToConfirm");
  const opened = openBundleFile(waitingPath(store.dataDir, row.sha256));
  if (!opened.ok) return opened;
  try {
    const sender = checkSender(call, store.reader, opened.value);
    return sender.ok ? await work({ store, row, bundle: opened.value }) : sender;
  } catch (error) {
    // Values that are no JSON: nobody looked into the snapshot before.
    return error instanceof SyntaxError ? refuse("sync.contentDamaged") : refusalOfUnsealing(error);
  } finally {
    opened.value.close();
  }
}

/** The first entry at which the snapshot's chain is not headquarters'; null where one only goes on further. */
function differsFrom(reader: Reader, row: StoredBundle, hashes: readonly string[]): number | null {
  const branch = readBranch(reader, row.office);
  if (branch === undefined) return null;
  const chain = { office: row.office, epoch: branch.epoch };
  const last = Math.min(branch.headSeq, row.last);
  for (let seq = 1; seq <= last; seq += 1)
    if (readEntryHash(reader, chain, seq) !== hashes[seq - 1]) return seq;
  return branch.headSeq === row.last ? null : last + 1;
}

/** What would change if headquarters took this snapshot for the office's truth. */
export function readSnapshot(
  call: Call,
  input: InputOf<"headquarters.readSnapshot">,
): Promise<Result<SnapshotView>> {
  return withSnapshot(call, input.office, async ({ store, row, bundle }) => {
    const { records, hashes } = await readBrought(store, bundle);
    const differences = compare(heldRecords(store, row.office), records);
    const rank = { onlyHeld: 0, changed: 1, onlyBrought: 2 };
    const branch = readBranch(store.reader, row.office);
    return accept({
      office: row.office,
      sha256: row.sha256,
      number: row.number,
      epoch: row.epoch,
      createdAt: row.createdAt,
      heldLast: branch?.headSeq ?? 0,
      broughtLast: row.last,
      differsFrom: differsFrom(store.reader, row, hashes),
      counts: countsOf(differences),
      differences: differences.sort((a, b) => rank[a.kind] - rank[b.kind]).slice(0, MOST_SHOWN),
    });
  });
}

/** What headquarters kept of the office until now stays under its old epoch; nothing waits in that epoch any more. */
function closeEpochs(door: NationalDoor, row: StoredBundle): string[] {
  const dropped: string[] = [];
  for (const bundle of listBundleRows(door, row.office)) {
    if (bundle.epoch >= row.epoch && bundle.state !== "toConfirm") continue;
    if (bundle.sha256 === row.sha256) continue;
    if (bundle.state !== "applied") deleteBundleRow(door, bundle.sha256);
    else if (bundle.kept) insertBundleRow(door, { ...bundle, kept: false });
    if (bundle.kept) dropped.push(bundle.sha256);
  }
  return dropped;
}

/**
 * The office's own word, the snapshot, becomes headquarters' copy under the new epoch. Refused when another snapshot
 * has come since the person looked.
 */
export function confirmSnapshot(
  call: Call,
  input: InputOf<"headquarters.confirmSnapshot">,
): Promise<Result<OfficeFile>> {
  return withSnapshot(call, input.office, async ({ store, row, bundle }) => {
    if (row.sha256 !== input.sha256) return refuse("headquarters.nothingToConfirm");
    let dropped: string[] = [];
    const taken = await store.writeLong(async (door) => {
      const branch = readBranch(door, row.office);
      if (branch === undefined) return refuse("headquarters.officeUnknown");
      reopenTransfers(door, row.office);
      const applied = await applyBundle(call, door, { store, branch, bundle });
      if (!applied.ok) return applied;
      dropped = closeEpochs(door, row);
      insertBundleRow(door, { ...row, state: "applied", kept: applied.value.sealed.length > 0 });
      deleteFork(door, row.office);
      lookForTwins(door, store.matchKey, applied.value.touched);
      return applied;
    });
    if (!taken.ok) return taken;
    if (taken.value.sealed.length === 0) dropped.push(row.sha256);
    for (const sha256 of dropped) dropFile(store.dataDir, sha256);
    await applyWaiting({ call, store, pace: call, newDuplicates: 0, refusedLate: [] }, row.office);
    call.office.write(call.user.id, call.world.now(), (door) =>
      accept(insertAudit(door, { id: call.world.newId(), action: "confirmSnapshot", reference: row.office })),
    );
    return readOffice(call, { office: row.office });
  });
}
