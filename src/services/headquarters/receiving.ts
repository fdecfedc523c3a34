import type { ReceivedFile, ReceiveReport } from "../../contract/headquarters.ts";
import type { InputOf } from "../../contract/index.ts";
import { accept, type Refusal, type Result, refuse } from "../../contract/results.ts";
import { insertAudit } from "../../data/journal.ts";
import { type Branch, readBranch, updateRecovering } from "../../data/national/branches.ts";
import { insertBundleRow, readBundleRow } from "../../data/national/received.ts";
import type { Call } from "../call.ts";
import { type OpenBundle, openBundleFile, peekBundle } from "../sync/bundleFile.ts";
import { takeEnrolment } from "./enrolments.ts";
import { readKeptParts } from "./keptParts.ts";
import { forgetErasedReasons } from "./ownRulings.ts";
import { doOwnTransfers } from "./ownTransfers.ts";
import { linesOf, stickPace } from "./pace.ts";
import { requireNational } from "./require.ts";
import { checkSender } from "./senders.ts";
import {
  applyOne,
  applyWaiting,
  lineOf,
  lookForSetBack,
  PLAIN,
  refusedLine,
  rowOf,
  type Work,
} from "./taking.ts";
import { keepFile } from "./waitingFiles.ts";

/** What a bundle is to the office's chain, before anything is opened. */
type Standing =
  | { readonly is: "next" }
  | { readonly is: "held" }
  | { readonly is: "gap"; readonly missing: { first: number; last: number } }
  | { readonly is: "newEpoch" }
  | { readonly is: "refused"; readonly refusal: Refusal };

function standingOf(branch: Branch, { manifest }: OpenBundle): Standing {
  const { epoch, range } = manifest;
  if (epoch < branch.epoch) return { is: "refused", refusal: refuse("headquarters.oldEpoch").refusal };
  if (range.first < 1 || range.last < range.first)
    return { is: "refused", refusal: refuse("sync.contentDamaged").refusal };
  if (epoch > branch.epoch)
    return range.first === 1
      ? { is: "newEpoch" }
      : { is: "gap", missing: { first: 1, last: range.first - 1 } };
  if (range.first > branch.headSeq + 1)
    return { is: "gap", missing: { first: branch.headSeq + 1, last: range.first - 1 } };
  return range.last <= branch.headSeq ? { is: "held" } : { is: "next" };
}

function keepWaiting(work: Work, path: string, bundle: OpenBundle, state: "waiting" | "toConfirm"): void {
  const { call, store } = work;
  keepFile(store.dataDir, bundle.sha256, path);
  store.write((door) => {
    insertBundleRow(door, rowOf(call, bundle, state, true));
    // A new laptop that goes on from entries that are not here has its office back.
    updateRecovering(door, bundle.manifest.from.office, false);
    return accept(null);
  });
}

/** A bundle of which headquarters has every entry: known, late, or the sign that the office was set back. */
async function lookAtHeld(work: Work, path: string, name: string, bundle: OpenBundle): Promise<ReceivedFile> {
  const line = lineOf(name, bundle);
  const { store } = work;
  const { from, range } = bundle.manifest;
  const known = readBundleRow(store.reader, bundle.sha256);
  // One of which a part waits is looked at again: what was kept of it may have been lost.
  const isKnown = known?.state === "applied" && !known.kept;
  if (!isKnown) {
    const compared = await applyOne(work, path, bundle);
    if (!compared.ok) return refusedLine(name, bundle, compared.refusal);
  }
  if (isKnown || lookForSetBack(work, from.office)?.sha256 !== bundle.sha256) {
    // Somebody may have stopped the work before what waited for this one was taken.
    const entries = await applyWaiting(work, from.office);
    return { ...line, ...PLAIN, outcome: "alreadyReceived", entries };
  }
  const held = readBranch(store.reader, from.office)?.headSeq ?? 0;
  const { refusal } = refuse("headquarters.rollback", { values: { last: range.last, held } });
  return refusedLine(name, bundle, refusal);
}

async function takeBundle(work: Work, path: string, name: string, bundle: OpenBundle): Promise<ReceivedFile> {
  const sender = checkSender(work.call, work.store.reader, bundle);
  if (!sender.ok) return refusedLine(name, bundle, sender.refusal);
  const standing = standingOf(sender.value, bundle);
  const line = lineOf(name, bundle);
  switch (standing.is) {
    case "refused":
      return refusedLine(name, bundle, standing.refusal);
    case "gap":
      keepWaiting(work, path, bundle, "waiting");
      return { ...line, ...PLAIN, outcome: "waiting", missing: standing.missing };
    case "newEpoch":
      keepWaiting(work, path, bundle, "toConfirm");
      return { ...line, ...PLAIN, outcome: "toConfirm" };
    case "held":
      return lookAtHeld(work, path, name, bundle);
    case "next": {
      const taken = await applyOne(work, path, bundle);
      if (!taken.ok) return refusedLine(name, bundle, taken.refusal);
      const followed = await applyWaiting(work, sender.value.code);
      lookForSetBack(work, sender.value.code);
      return {
        ...line,
        ...PLAIN,
        outcome: "applied",
        entries: taken.value.added + followed,
        sealedTiers: [...taken.value.sealed],
      };
    }
  }
}

async function receiveFile(work: Work, path: string): Promise<ReceivedFile> {
  const name = path.split(/[\\/]/).at(-1) ?? path;
  const opened = openBundleFile(path);
  if (!opened.ok) return refusedLine(name, null, opened.refusal);
  const bundle = opened.value;
  try {
    if (bundle.manifest.kind === "enrolment") return takeEnrolment(work.call, work.store, name, bundle);
    if (bundle.manifest.kind !== "journal" && bundle.manifest.kind !== "snapshot")
      return refusedLine(
        name,
        bundle,
        refuse("sync.notForHere", { values: { office: bundle.manifest.to.office } }).refusal,
      );
    return await takeBundle(work, path, name, bundle);
  } finally {
    bundle.close();
  }
}

/** A file of the stick, with what it says of itself. */
interface OnStick {
  readonly path: string;
  readonly lines: number;
  readonly order: string;
}

/** Renewed keys first, so that what they signed is known; then each office's bundles from the first entry on. */
function inOrder(files: readonly string[]): OnStick[] {
  const onStick = files.map((path) => {
    const manifest = peekBundle(path);
    if (!manifest.ok) return { path, lines: 0, order: "2" };
    const { kind, from, epoch, range } = manifest.value;
    const first = String(range.first).padStart(15, "0");
    const order = kind === "enrolment" ? "0" : `1 ${from.office} ${epoch} ${first}`;
    return { path, lines: linesOf(range), order };
  });
  return onStick.sort((a, b) => (a.order < b.order ? -1 : a.order > b.order ? 1 : 0));
}

/**
 * Takes in the bundles among these files, whatever their order; each on its own, in one transaction. Bundles after a
 * gap wait; what came before is told so. Refuses nothing as a whole: every file has its own line.
 */
export async function receive(
  call: Call,
  input: InputOf<"headquarters.receive">,
): Promise<Result<ReceiveReport>> {
  const national = requireNational(call);
  if (!national.ok) return national;
  const store = national.value;
  if (store.secrets.size === 0) return refuse("headquarters.noTier");
  const onStick = inOrder(input.files);
  const pace = stickPace(
    call,
    onStick.reduce((sum, { lines }) => sum + lines, 0),
  );
  const work: Work = { call, store, pace, newDuplicates: 0, refusedLate: [] };
  work.newDuplicates += await readKeptParts(call, store);
  const files: ReceivedFile[] = [];
  for (const { path, lines } of onStick) {
    pace.begin(lines);
    await pace.breathe();
    files.push(await receiveFile(work, path));
  }
  files.push(...work.refusedLate);
  doOwnTransfers(call, store);
  forgetErasedReasons(call, store);
  pace.begin(0);
  const entries = files.reduce((sum, file) => sum + file.entries, 0);
  call.office.write(call.user.id, call.world.now(), (door) =>
    accept(insertAudit(door, { id: call.world.newId(), action: "receive", rows: entries })),
  );
  return accept({ files, entries, newDuplicates: Math.max(0, work.newDuplicates) });
}
