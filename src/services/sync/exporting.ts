import { existsSync, readFileSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { accept, type Result, refuse } from "../../contract/results.ts";
import type { SentBundle, SyncState } from "../../contract/sync.ts";
import { sha256Hex } from "../../crypto/digests.ts";
import { sealLines } from "../../crypto/sealing.ts";
import { parseSshPublicKey, spokenFingerprint, sshFingerprint } from "../../crypto/signing.ts";
import { insertSentBundle, listSentBundles } from "../../data/bundles.ts";
import { schemaVersion } from "../../data/database.ts";
import { countWaiting, readHashAt, readLastEntry } from "../../data/journal.ts";
import { CHAIN_START } from "../../data/journalWriter.ts";
import { readLocal } from "../../data/localState.ts";
import { takeBundleNumber } from "../../data/numbers.ts";
import type { Reader } from "../../data/reader.ts";
import { type EntityName, entityOf } from "../../data/registry.ts";
import type { WriteDoor } from "../../data/writeDoor.ts";
import type { Call } from "../call.ts";
import { onDisk } from "../office/diskRefusals.ts";
import { writeWhole } from "../office/officeFiles.ts";
import { describePart, readBundle, type SealedPart, writeBundle } from "./bundleFile.ts";
import { type Headquarters, ownSigningKey, readHeadquarters, readSigningSeed } from "./keys.ts";
import { FORMAT, type Manifest } from "./manifest.ts";
import { chainLines, type Span, TIERS, tierLines } from "./parts.ts";

function pinnedKey(headquarters: Headquarters): Uint8Array {
  const key = parseSshPublicKey(headquarters.keys.signing);
  if (key === null) throw new Error("headquarters' key is damaged");
  return key;
}

function acknowledged(reader: Reader): number {
  return Number(readLocal(reader, "acknowledged") ?? 0);
}

/** What headquarters has not acknowledged yet; a lost stick heals because it goes again. */
function waitingSpan(reader: Reader): Span {
  return { first: acknowledged(reader) + 1, last: readLastEntry(reader)?.seq ?? 0 };
}

export function readSyncState(call: Call): Result<SyncState> {
  const { reader } = call.office;
  const headquarters = readHeadquarters(reader);
  const waiting = countWaiting(reader, acknowledged(reader));
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
    acknowledged: acknowledged(reader),
    lastExportAt: listSentBundles(reader)[0]?.createdAt ?? null,
    waiting: waiting.map((kind) => ({ ...kind, tier: entityOf(kind.entity as EntityName).tier })),
  });
}

export function readHistory(call: Call): Result<SentBundle[]> {
  return accept(listSentBundles(call.office.reader));
}

/** Counts the lines that pass: a tier without any has no part, and asking before would read the journal twice. */
function counting(lines: Iterable<string>): { each(): Generator<string>; count(): number } {
  let count = 0;
  return {
    *each() {
      for (const line of lines) {
        count += 1;
        yield line;
      }
    },
    count: () => count,
  };
}

/** The chain goes to every tier's holder: it proves order and completeness and tells no value. */
async function sealParts(call: Call, span: Span, { keys }: Headquarters): Promise<SealedPart[]> {
  const { reader } = call.office;
  const everybody = TIERS.map((tier) => keys.recipients[tier]);
  const total = (span.last - span.first + 1) * 2;
  let done = 0;
  const seen = () => {
    done += 1;
    if (done % 1_000 === 0) call.progress({ done, total });
  };
  const parts: SealedPart[] = [
    {
      name: "chain.age",
      tier: "chain",
      bytes: await sealLines(chainLines(reader, span, seen), [...new Set(everybody)]),
    },
  ];
  for (const tier of TIERS) {
    await call.breathe();
    const lines = counting(tierLines(reader, span, tier, seen));
    const bytes = await sealLines(lines.each(), [keys.recipients[tier]]);
    if (lines.count() > 0) parts.push({ name: `${tier}.age`, tier, bytes });
  }
  return parts;
}

function manifestFor(
  call: Call,
  about: { span: Span; number: number; headquarters: Headquarters; parts: readonly SealedPart[] },
): Manifest {
  const { reader, code } = call.office;
  const { span, headquarters } = about;
  return {
    format: FORMAT,
    kind: "journal",
    from: { office: code, key: sshFingerprint(ownSigningKey(reader)) },
    to: { office: headquarters.code, key: sshFingerprint(pinnedKey(headquarters)) },
    number: about.number,
    epoch: Number(readLocal(reader, "epoch") ?? 1),
    range: span,
    chain: {
      before: readHashAt(reader, span.first - 1) ?? CHAIN_START,
      after: readHashAt(reader, span.last) ?? CHAIN_START,
    },
    createdAt: call.world.now(),
    schema: schemaVersion(),
    app: call.world.version,
    parts: about.parts.map(describePart),
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

/** Writes, flushes and reads back; the file stands there whole and verified, or not at all. */
async function writeVerified(path: string, bytes: Uint8Array): Promise<Result<string>> {
  const sha256 = sha256Hex(bytes);
  const written = await onDisk("folder", () => {
    writeWhole(path, bytes);
    return readFileSync(path);
  });
  const isWhole = written.ok && sha256Hex(written.value) === sha256 && readBundle(written.value).ok;
  if (isWhole) return accept(sha256);
  await onDisk("folder", () => rmSync(path, { force: true }));
  return written.ok ? refuse("sync.readBackFailed", { field: "folder" }) : written;
}

/**
 * Exports everything since the last receipt to a folder or stick, sealed to headquarters. Answers only once the
 * file was read back and verified; a refusal gives the number back.
 */
export async function exportBundle(call: Call, folder: string): Promise<Result<SentBundle>> {
  const { reader, code } = call.office;
  const headquarters = readHeadquarters(reader);
  if (headquarters === null) return refuse("sync.notJoined");
  const span = waitingSpan(reader);
  if (span.last < span.first) return refuse("sync.nothingToSend");
  const isThere = await onDisk("folder", () => statSync(folder).isDirectory());
  if (!isThere.ok) return isThere;
  if (!isThere.value) return refuse("disk.notFound", { field: "folder" });
  const parts = await sealParts(call, span, headquarters);
  let standing: string | null = null;
  try {
    return await call.office.writeLong(call.user.id, call.world.now(), async (door) => {
      const { number, file } = takeFreeFile(door, folder, code);
      const manifest = manifestFor(call, { span, number, headquarters, parts });
      const bytes = writeBundle(manifest, parts, readSigningSeed(reader));
      const written = await writeVerified(file, bytes);
      if (!written.ok) return written;
      standing = file;
      const sent: SentBundle = { file, number, ...span, bytes: bytes.length, createdAt: manifest.createdAt };
      insertSentBundle(door, { ...sent, epoch: manifest.epoch, sha256: written.value });
      return accept(sent);
    });
  } catch (error) {
    // The office's own disk did not take it: a bundle that the office does not know of must not travel.
    if (standing !== null) rmSync(standing, { force: true });
    throw error;
  }
}
