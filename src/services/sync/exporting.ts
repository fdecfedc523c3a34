import { existsSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { accept, type Result, refuse } from "../../contract/results.ts";
import type { SentBundle } from "../../contract/sync.ts";
import { sshFingerprint } from "../../crypto/signing.ts";
import { insertSentBundle } from "../../data/bundles.ts";
import { schemaVersion } from "../../data/database.ts";
import { listCarried, readHashAt, readLastEntry } from "../../data/journal.ts";
import { CHAIN_START } from "../../data/journalWriter.ts";
import { takeBundleNumber } from "../../data/numbers.ts";
import { readPhoto } from "../../data/photos.ts";
import type { WriteDoor } from "../../data/writeDoor.ts";
import type { Call } from "../call.ts";
import { onDisk } from "../office/diskRefusals.ts";
import { writeBundleFile } from "./bundleWriting.ts";
import { type Headquarters, ownSigningKey, readHeadquarters, readSigningSeed } from "./keys.ts";
import { FORMAT, type ManifestHead } from "./manifest.ts";
import {
  chainLines,
  entitiesOf,
  type PartSource,
  photoLines,
  type Span,
  TIERS,
  valueLines,
} from "./parts.ts";
import { carryRenewal } from "./renewing.ts";
import { SharedWalk } from "./sharedWalk.ts";
import { pinnedKey, readAcknowledged, readEpoch } from "./syncState.ts";

/** What goes on the stick. */
export interface Sending {
  readonly folder: string;
  readonly kind: "journal" | "snapshot";
  readonly epoch: number;
  readonly span: Span;
  /** Written in the same transaction as the note of what was sent. */
  readonly alongside?: (door: WriteDoor) => void;
}

/** What headquarters has not acknowledged yet; a lost stick heals because it goes again. */
function waitingSpan(call: Call): Span {
  const { reader } = call.office;
  return { first: readAcknowledged(reader) + 1, last: readLastEntry(reader)?.seq ?? 0 };
}

/** Called for each entry that is read; a person sees how far it is. */
function counter(call: Call, total: number): () => void {
  let done = 0;
  return () => {
    done += 1;
    if (done % 1_000 === 0) call.progress({ done, total });
  };
}

/** Entries read at a time: of so few, none outlives the young part of the memory. */
const PAGE = 100;

/** The chain goes to every tier's holder: it proves order and completeness and tells no value. */
function ownParts(call: Call, span: Span, { keys }: Headquarters): PartSource[] {
  const { reader } = call.office;
  const seen = counter(call, (span.last - span.first + 1) * 2);
  const walk = new SharedWalk(Math.ceil((span.last - span.first + 1) / PAGE), (page) => {
    const first = span.first + page * PAGE;
    return listCarried(reader, { first, last: Math.min(span.last, first + PAGE - 1) });
  });
  async function* linesOfChain() {
    for await (const page of walk.pages()) yield [...chainLines(page, seen)];
  }
  async function* linesOf(entities: ReadonlySet<string>) {
    const photos = new Set<string>();
    for await (const page of walk.pages()) {
      const own = page.filter(({ entity }) => entities.has(entity));
      yield [...valueLines(own, photos, seen)];
    }
    for (const line of photoLines(photos, (sha256) => readPhoto(reader, sha256))) yield line;
  }
  const everybody = TIERS.map((tier) => keys.recipients[tier]);
  const tiers = TIERS.map((tier): PartSource => {
    const entities = new Set(entitiesOf(tier));
    return {
      tier,
      recipients: [keys.recipients[tier]],
      lines: () => (entities.size === 0 ? [] : linesOf(entities)),
    };
  });
  return [{ tier: "chain", recipients: [...new Set(everybody)], lines: linesOfChain }, ...tiers];
}

function headFor(
  call: Call,
  about: Pick<Sending, "kind" | "epoch" | "span"> & { number: number; headquarters: Headquarters },
): ManifestHead {
  const { reader, code } = call.office;
  const { span, headquarters } = about;
  return {
    format: FORMAT,
    kind: about.kind,
    from: { office: code, key: sshFingerprint(ownSigningKey(reader)) },
    to: { office: headquarters.code, key: sshFingerprint(pinnedKey(headquarters)) },
    number: about.number,
    epoch: about.epoch,
    range: span,
    chain: {
      before: readHashAt(reader, span.first - 1) ?? CHAIN_START,
      after: readHashAt(reader, span.last) ?? CHAIN_START,
    },
    createdAt: call.world.now(),
    schema: schemaVersion(),
    app: call.world.version,
  };
}

/**
 * The next number whose file does not stand there yet: an office that was restored from an older backup counts
 * again from there, and must not overwrite the only copy of what the backup does not know.
 */
function takeFreeFile(door: WriteDoor, folder: string, code: string): { number: number; file: string } {
  for (;;) {
    const number = takeBundleNumber(door);
    const file = join(folder, `${code}-${String(number).padStart(6, "0")}.danaya`);
    if (!existsSync(file)) return { number, file };
  }
}

/**
 * Sends entries to headquarters, in a file in a folder or on a stick, sealed to its tiers. Answers only once the file
 * was read back and verified; a refusal gives the number back.
 */
export async function sendBundle(call: Call, sending: Sending): Promise<Result<SentBundle>> {
  const { reader, code } = call.office;
  const { folder, span } = sending;
  const headquarters = readHeadquarters(reader);
  if (headquarters === null) return refuse("sync.notJoined");
  const isThere = await onDisk("folder", () => statSync(folder).isDirectory());
  if (!isThere.ok) return isThere;
  if (!isThere.value) return refuse("disk.notFound", { field: "folder" });
  const carried = await carryRenewal(call, folder);
  if (!carried.ok) return carried;
  let standing: string | null = null;
  try {
    return await call.office.writeLong(call.user.id, call.world.now(), async (door) => {
      const { number, file } = takeFreeFile(door, folder, code);
      const head = headFor(call, { ...sending, number, headquarters });
      const parts = ownParts(call, span, headquarters);
      const written = await writeBundleFile(file, head, parts, readSigningSeed(reader), call);
      if (!written.ok) return written;
      standing = file;
      const { bytes, sha256 } = written.value;
      const sent: SentBundle = { file, number, ...span, bytes, createdAt: head.createdAt };
      insertSentBundle(door, { ...sent, epoch: sending.epoch, sha256 });
      sending.alongside?.(door);
      return accept(sent);
    });
  } catch (error) {
    // The office's own disk did not take it: a bundle that the office does not know of must not travel.
    if (standing !== null) rmSync(standing, { force: true });
    throw error;
  }
}

/**
 * Exports everything since the last receipt. An epoch that headquarters has not confirmed yet begins with the whole
 * journal: the stick that brought it may be lost, too.
 */
export async function exportBundle(call: Call, folder: string): Promise<Result<SentBundle>> {
  const { reader } = call.office;
  if (readHeadquarters(reader) === null) return refuse("sync.notJoined");
  const span = waitingSpan(call);
  if (span.last < span.first) return refuse("sync.nothingToSend");
  const epoch = readEpoch(reader);
  return sendBundle(call, {
    folder,
    kind: epoch > 1 && span.first === 1 ? "snapshot" : "journal",
    epoch,
    span,
  });
}
