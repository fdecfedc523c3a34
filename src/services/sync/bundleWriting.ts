import { renameSync, rmSync } from "node:fs";
import { dirname } from "node:path";
import { accept, type Result, refuse } from "../../contract/results.ts";
import { crc32 } from "../../crypto/digests.ts";
import { type Lines, sealedPieces } from "../../crypto/sealing.ts";
import { refusalOfDisk } from "../office/diskRefusals.ts";
import { flushFolder } from "../office/officeFiles.ts";
import { headFiles, openBundleFile } from "./bundleFile.ts";
import { passingPieces, sourceOfFile } from "./byteSource.ts";
import { GrowingFile, onTarget, TargetFailed } from "./growingFile.ts";
import { type Manifest, type ManifestHead, PART_TIERS, type Part } from "./manifest.ts";
import type { PartSource } from "./parts.ts";
import { directoryOf, localHeader, type ZipEntry } from "./zipRecords.ts";

/** Lets cancellation and other messages through; throws when the person stopped the work. */
type Breathe = () => Promise<void>;

export interface WrittenBundle {
  readonly manifest: Manifest;
  /** Of the whole file. */
  readonly bytes: number;
  /** Of the whole file. */
  readonly sha256: string;
}

/** A part that lies sealed in a file of its own beside the target. */
interface SealedPart {
  readonly path: string;
  readonly entry: ZipEntry;
  readonly part: Part;
}

/** The lines as they are taken, counted: a tier without any has no part, and asking before would read all twice. */
function counting(lines: Lines) {
  let count = 0;
  function* each(ready: Iterable<string>): Generator<string> {
    for (const line of ready) {
      count += 1;
      yield line;
    }
  }
  async function* eachComing(
    coming: AsyncIterable<string | readonly string[]>,
  ): AsyncGenerator<string | readonly string[]> {
    for await (const some of coming) {
      count += typeof some === "string" ? 1 : some.length;
      yield some;
    }
  }
  return { lines: Symbol.iterator in lines ? each(lines) : eachComing(lines), count: () => count };
}

/** Seals one part into its file; null where a tier has no lines. Nothing readable touches the disk. */
async function sealPart(path: string, source: PartSource, breathe: Breathe): Promise<SealedPart | null> {
  const { lines, count } = counting(source.lines());
  const file = new GrowingFile(path);
  try {
    for await (const piece of sealedPieces(lines, source.recipients)) {
      file.write(piece);
      await breathe();
    }
    if (count() === 0 && source.tier !== "chain") return null;
    const name = `${source.tier}.age`;
    return {
      path,
      entry: { name, bytes: file.bytes, crc: file.crc },
      part: { name, tier: source.tier, bytes: file.bytes, sha256: file.sha256() },
    };
  } finally {
    onTarget(() => file.close());
  }
}

/**
 * Seals the parts side by side: packing one keeps another processor busy than reading the next lines, and what several
 * parts are made of need be read only once.
 */
async function sealParts(
  path: (source: PartSource) => string,
  sources: readonly PartSource[],
  breathe: Breathe,
): Promise<SealedPart[]> {
  let failure: { readonly error: unknown } | null = null;
  const breatheTogether = async () => {
    await breathe();
    if (failure !== null) throw new Error("another part failed");
  };
  const parts = await Promise.all(
    sources.map(async (source) => {
      try {
        const part = await sealPart(path(source), source, breatheTogether);
        // Gone before the bundle has its name: a power cut then leaves the bundle alone.
        if (part === null) onTarget(() => rmSync(path(source)));
        return part;
      } catch (error) {
        failure ??= { error };
        return null;
      }
    }),
  );
  // The compiler does not see what happened meanwhile.
  const failed = failure as { readonly error: unknown } | null;
  if (failed !== null) throw failed.error;
  return parts.filter((part) => part !== null);
}

/** Puts the archive together: the head from memory, the parts from their files. */
async function packParts(
  path: string,
  { head, parts }: { head: ReturnType<typeof headFiles>; parts: readonly SealedPart[] },
  breathe: Breathe,
): Promise<{ bytes: number; sha256: string }> {
  const file = new GrowingFile(path);
  const entries: ZipEntry[] = [];
  try {
    for (const { name, content } of head) {
      const entry = { name, bytes: content.length, crc: crc32(content) };
      entries.push(entry);
      file.write(localHeader(entry));
      file.write(content);
    }
    for (const part of parts) {
      entries.push(part.entry);
      file.write(localHeader(part.entry));
      await copyPart(part, file, breathe);
      onTarget(() => rmSync(part.path));
    }
    file.write(directoryOf(entries));
    file.flush();
    return { bytes: file.bytes, sha256: file.sha256() };
  } finally {
    onTarget(() => file.close());
  }
}

async function copyPart({ path, entry }: SealedPart, file: GrowingFile, breathe: Breathe): Promise<void> {
  const source = onTarget(() => sourceOfFile(path));
  try {
    const pieces = passingPieces(source, 0, entry.bytes);
    for (let next = onTarget(() => pieces.next()); !next.done; next = onTarget(() => pieces.next())) {
      file.write(next.value);
      await breathe();
    }
  } finally {
    source.close();
  }
}

/** What was written is there again, whole and verified, when it is read from the disk. */
function readsBack(path: string, written: { bytes: number; sha256: string }): Result<void> {
  const back = openBundleFile(path);
  if (back.ok) back.value.close();
  else if (back.refusal.code.startsWith("disk.")) return refuse(back.refusal.code, { field: "folder" });
  const isWhole = back.ok && back.value.sha256 === written.sha256 && back.value.bytes === written.bytes;
  return isWhole ? accept(undefined) : refuse("sync.readBackFailed", { field: "folder" });
}

/**
 * Writes a bundle by streams: each part sealed into a file of its own, then all packed, flushed, renamed, read back
 * and verified. The file stands there whole, or nothing of it does.
 * @param path  where nothing stands yet; what an interrupted export left beside it is written over
 * @param seed  the office's signing key
 * @returns refusals name the field `folder`
 * @throws whatever giving the lines or `breathe` throws; nothing is left behind then either
 */
export async function writeBundleFile(
  path: string,
  head: ManifestHead,
  sources: readonly PartSource[],
  seed: Uint8Array,
  options: { readonly breathe: Breathe },
): Promise<Result<WrittenBundle>> {
  const order = (source: PartSource) => PART_TIERS.options.indexOf(source.tier);
  // Somebody who stops at once leaves the disk untouched.
  await options.breathe();
  const inOrder = sources.toSorted((a, b) => order(a) - order(b));
  const part = `${path}.part`;
  const pathOf = (source: PartSource) => `${path}.${source.tier}.part`;
  const leftovers = new Set([part, ...inOrder.map(pathOf)]);
  try {
    const parts = await sealParts(pathOf, inOrder, options.breathe);
    const manifest: Manifest = { ...head, parts: parts.map((sealed) => sealed.part) };
    const written = await packParts(part, { head: headFiles(manifest, seed), parts }, options.breathe);
    onTarget(() => renameSync(part, path));
    leftovers.add(path);
    onTarget(() => flushFolder(dirname(path)));
    const back = readsBack(path, written);
    if (!back.ok) return back;
    leftovers.delete(path);
    return accept({ manifest, ...written });
  } catch (error) {
    if (error instanceof TargetFailed) return refuse(error.code, { field: "folder" });
    throw error;
  } finally {
    for (const left of leftovers) takeAway(left);
  }
}

/** As far as the disk lets it: one that was pulled out is why the work failed. */
function takeAway(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch (error) {
    if (refusalOfDisk(error) === null) throw error;
  }
}
