import { Fork, type OfficeFile, type OfficeLine, type ReceivedBundle } from "../../contract/headquarters.ts";
import { accept, type Result, refuse } from "../../contract/results.ts";
import type { Tier } from "../../contract/sync.ts";
import { parseSshPublicKey, spokenFingerprint } from "../../crypto/signing.ts";
import { type Branch, listBranches, listBranchKeys, readBranch } from "../../data/national/branches.ts";
import {
  listBundleRows,
  readForkText,
  readToConfirm,
  type StoredBundle,
} from "../../data/national/received.ts";
import { readTotals } from "../../data/national/totals.ts";
import { daysBetween } from "../../domain/calendar.ts";
import type { Call } from "../call.ts";
import { ownSigningKey } from "../sync/keys.ts";
import { isAnswerDue } from "./answerContent.ts";
import { readKeptParts, sealedIn } from "./keptParts.ts";
import { requireNational } from "./require.ts";
import type { NationalStore } from "./store.ts";

export function fingerprintOfLine(line: string): string {
  const key = parseSshPublicKey(line);
  if (key === null) throw new Error("a pinned key cannot be read");
  return spokenFingerprint(key);
}

export function readFork(store: NationalStore, office: string): Fork | null {
  const text = readForkText(store.reader, office);
  return text === null ? null : Fork.parse(JSON.parse(text));
}

/** The newest bundle that came, whatever became of it. */
function newestOf(bundles: readonly StoredBundle[]): StoredBundle | undefined {
  return bundles.reduce<StoredBundle | undefined>(
    (newest, bundle) => (newest === undefined || bundle.createdAt > newest.createdAt ? bundle : newest),
    undefined,
  );
}

/** The first stretch of entries that bundles wait for. */
function missingBefore(branch: Branch, waiting: readonly StoredBundle[]): OfficeLine["missing"] {
  const first = Math.min(
    ...waiting.filter(({ epoch }) => epoch === branch.epoch).map((bundle) => bundle.first),
  );
  return Number.isFinite(first) && first > branch.headSeq + 1
    ? { first: branch.headSeq + 1, last: first - 1 }
    : null;
}

function sealedTiersOf(store: NationalStore, bundles: readonly StoredBundle[]): Tier[] {
  const kept = bundles.filter(({ state, kept: isKept }) => state === "applied" && isKept);
  return [...new Set(kept.flatMap((bundle) => sealedIn(store.reader, bundle)))];
}

function fingerprintOf(call: Call, store: NationalStore, branch: Branch): string | null {
  if (branch.code === call.office.code) return spokenFingerprint(ownSigningKey(call.office.reader));
  const current = listBranchKeys(store.reader, branch.code).find(({ state }) => state === "current");
  return current === undefined ? null : fingerprintOfLine(current.publicKey);
}

function lineFor(call: Call, store: NationalStore, branch: Branch): OfficeLine {
  const { code } = branch;
  const bundles = listBundleRows(store.reader, code);
  const newest = newestOf(bundles);
  const waiting = bundles.filter(({ state }) => state === "waiting");
  const isOwn = code === call.office.code;
  return {
    code,
    name: branch.name,
    region: branch.region,
    parentCode: branch.parentCode,
    standing: branch.standing,
    own: isOwn,
    fingerprint: fingerprintOf(call, store, branch),
    lastBundle:
      newest === undefined
        ? null
        : { number: newest.number, createdAt: newest.createdAt, receivedAt: newest.receivedAt },
    held: branch.headSeq,
    heldUntil: branch.headAt,
    daysSince:
      newest === undefined ? null : Math.max(0, daysBetween(newest.createdAt.slice(0, 10), call.today())),
    epoch: branch.epoch,
    waitingBundles: waiting.length,
    missing: missingBefore(branch, waiting),
    sealedTiers: sealedTiersOf(store, bundles),
    forked: readForkText(store.reader, code) !== null,
    snapshotToConfirm: readToConfirm(store.reader, code) !== undefined,
    answerDue: !isOwn && branch.standing === "active" && isAnswerDue(call, store, branch),
    totals: readTotals(store.reader, store.tiers, { office: code, today: call.today() }),
  };
}

/** An office as the page «Antennes» shows it. */
export function lineOf(call: Call, store: NationalStore, code: string): Result<OfficeLine> {
  const branch = readBranch(store.reader, code);
  return branch === undefined
    ? refuse("headquarters.officeUnknown", { field: "office", values: { office: code } })
    : accept(lineFor(call, store, branch));
}

/**
 * All offices, this one first, sub-branches after their antenna. Parts that waited for whoever asks are read first, so
 * that what she sees is all that she may see.
 */
export async function listOffices(call: Call): Promise<Result<OfficeLine[]>> {
  const national = requireNational(call);
  if (!national.ok) return national;
  const store = national.value;
  await readKeptParts(call, store);
  const branches = listBranches(store.reader);
  const place = ({ code, parentCode }: Branch) =>
    code === call.office.code ? "0" : `1 ${parentCode === null ? code : `${parentCode} ${code}`}`;
  return accept(
    branches.toSorted((a, b) => (place(a) < place(b) ? -1 : 1)).map((branch) => lineFor(call, store, branch)),
  );
}

function receivedOf(bundle: StoredBundle): ReceivedBundle {
  const { number, kind, epoch, first, last, createdAt, receivedAt, bytes, state } = bundle;
  return { number, kind, epoch, span: { first, last }, createdAt, receivedAt, bytes, state };
}

/** One office with its keys and what came from it. */
export function readOffice(call: Call, input: { office: string }): Result<OfficeFile> {
  const national = requireNational(call);
  if (!national.ok) return national;
  const store = national.value;
  const line = lineOf(call, store, input.office);
  if (!line.ok) return line;
  return accept({
    line: line.value,
    keys: listBranchKeys(store.reader, input.office).map(({ publicKey, state, since, until }) => ({
      fingerprint: fingerprintOfLine(publicKey),
      state,
      since,
      until,
    })),
    bundles: listBundleRows(store.reader, input.office).map(receivedOf),
    fork: readFork(store, input.office),
  });
}
