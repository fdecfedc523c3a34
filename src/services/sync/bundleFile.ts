import type { RefusalCode } from "../../contract/refusals.ts";
import { accept, type Result, refuse } from "../../contract/results.ts";
import { canonicalJson, crc32, runningSha256 } from "../../crypto/digests.ts";
import { openPages, UnsealError } from "../../crypto/sealing.ts";
import { signatureKey, signSsh, sshFingerprint, verifySsh } from "../../crypto/signing.ts";
import { refusalOfDisk } from "../office/diskRefusals.ts";
import { type ByteSource, passingPieces, sourceOfBytes, sourceOfFile } from "./byteSource.ts";
import { FORMAT, Manifest, NAMESPACE, type Part } from "./manifest.ts";
import { readMe } from "./readMe.ts";
import { peekStoredZip, readStoredZip, type StoredZip } from "./storedZip.ts";
import { directoryOf, localHeader } from "./zipRecords.ts";

/** A bundle whose signature and parts are as its manifest says; by whom it may be signed is the caller's question. */
export interface OpenBundle {
  readonly manifest: Manifest;
  /** The key that the signature was made with. */
  readonly signer: Uint8Array;
  /** Of the whole file. */
  readonly sha256: string;
  /** Of the whole file. */
  readonly bytes: number;
  has(tier: Part["tier"]): boolean;
  /**
   * The lines of a part; none where there is no such part. What they said must not be kept before the last one came.
   * @throws UnsealError while they are read (`damaged` also where the file has changed since it was opened), and the
   *   system's error when its disk is gone
   */
  lines(tier: Part["tier"], identities: readonly string[]): AsyncGenerator<string, void, undefined>;
  /** The same lines, some hundred at a time. */
  pages(
    tier: Part["tier"],
    identities: readonly string[],
  ): AsyncGenerator<readonly string[], void, undefined>;
  close(): void;
}

const README = "LISEZMOI.txt";
const MANIFEST = "manifest.json";
const SIGNATURE = "manifest.json.sig";
const LARGEST_HEAD = 1024 * 1024;
/** JSON Lines full of digests shrink to a third or a tenth; what claims to hold so much more is a trap. */
const MOST_UNPACKED = 200;
const SMALL = 16 * 1024 * 1024;
const encoder = new TextEncoder();

function parseManifest(text: Uint8Array): Result<Manifest> {
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(text));
  } catch {
    return refuse("sync.notABundle");
  }
  const format = typeof value === "object" && value !== null && "format" in value ? String(value.format) : "";
  if (format !== FORMAT)
    return refuse(format.startsWith("danaya-bundle/") ? "sync.newerFormat" : "sync.notABundle");
  const parsed = Manifest.safeParse(value);
  const isCanonical = parsed.success && Buffer.from(canonicalJson(parsed.data)).equals(text);
  return isCanonical ? accept(parsed.data) : refuse("sync.notABundle");
}

/** A small entry's content; null where there is none or it is not small. */
function readSmall(source: ByteSource, zip: StoredZip | null, name: string): Uint8Array | null {
  const entry = zip?.entries.get(name);
  return entry === undefined || entry.bytes > LARGEST_HEAD ? null : source.read(entry.at, entry.bytes);
}

/**
 * Reads a bundle and checks all that can be checked without anybody's secret: archive, manifest, signature by the
 * key it names, size and digest of every part, nothing missing and nothing more.
 * @param source closed by the bundle's `close`, or here when it is refused
 * @throws the system's error when the source's disk is gone
 */
export function openBundle(source: ByteSource): Result<OpenBundle> {
  let opened: Result<OpenBundle> | null = null;
  try {
    opened = checkBundle(source);
    return opened;
  } finally {
    if (!opened?.ok) source.close();
  }
}

function checkBundle(source: ByteSource): Result<OpenBundle> {
  const zip = readStoredZip(source);
  const text = readSmall(source, zip, MANIFEST);
  const signature = readSmall(source, zip, SIGNATURE);
  if (zip === null || text === null || signature === null) return refuse("sync.notABundle");
  const manifest = parseManifest(text);
  if (!manifest.ok) return manifest;
  const armored = new TextDecoder().decode(signature);
  const signer = signatureKey(armored);
  if (signer === null || !verifySsh(signer, text, armored, NAMESPACE)) return refuse("sync.badSignature");
  if (sshFingerprint(signer) !== manifest.value.from.key) return refuse("sync.badSignature");
  const damaged = damagedPart(zip, manifest.value);
  if (damaged !== null) return refuse("sync.partDamaged", { values: { part: damaged } });
  return accept(openedBundle(source, zip, { manifest: manifest.value, signer }));
}

/** The part that is missing, too much, out of its place or not as the manifest says; null when all is well. */
function damagedPart({ entries }: StoredZip, manifest: Manifest): string | null {
  const expected = [README, MANIFEST, SIGNATURE, ...manifest.parts.map((part) => part.name)];
  const found = [...entries.keys()];
  const isWhole = found.length === expected.length && expected.every((name, index) => found[index] === name);
  if (!isWhole) return expected.find((name) => !entries.has(name)) ?? found.at(-1) ?? "";
  const damaged = manifest.parts.find((part) => {
    const entry = entries.get(part.name);
    return entry?.bytes !== part.bytes || entry.sha256 !== part.sha256;
  });
  return damaged?.name ?? null;
}

function openedBundle(
  source: ByteSource,
  { entries, sha256 }: StoredZip,
  about: Pick<OpenBundle, "manifest" | "signer">,
): OpenBundle {
  const partOf = (tier: Part["tier"]) => about.manifest.parts.find((part) => part.tier === tier);
  const pages: OpenBundle["pages"] = (tier, identities) => {
    const part = partOf(tier);
    const entry = part && entries.get(part.name);
    return entry ? pagesOf(source, { at: entry.at, part }, identities) : noPages();
  };
  return {
    ...about,
    sha256,
    bytes: source.size,
    has: (tier) => partOf(tier) !== undefined,
    pages,
    lines: async function* (tier, identities) {
      for await (const page of pages(tier, identities)) yield* page;
    },
    close: () => source.close(),
  };
}

async function* noPages(): AsyncGenerator<readonly string[], void, undefined> {}

async function* pagesOf(
  source: ByteSource,
  { at, part }: { at: number; part: Part },
  identities: readonly string[],
): AsyncGenerator<readonly string[], void, undefined> {
  const digest = runningSha256();
  let gone: unknown = null;
  function* pieces(): Generator<Uint8Array> {
    try {
      for (const piece of passingPieces(source, at, part.bytes)) {
        digest.update(piece);
        yield Uint8Array.from(piece);
      }
    } catch (error) {
      gone = error;
      throw error;
    }
  }
  const maxBytes = Math.max(SMALL, part.bytes * MOST_UNPACKED);
  try {
    yield* openPages(pieces(), identities, { maxBytes });
  } catch (error) {
    throw gone ?? error;
  }
  // The stick may be another since it was checked, and anybody can seal to a known recipient.
  if (digest.hex() !== part.sha256) throw new UnsealError("damaged");
}

/** Runs work that reads a disk, and answers with the refusal when it is gone. */
function onReadDisk<T>(work: () => Result<T>): Result<T> {
  try {
    return work();
  } catch (error) {
    const code: RefusalCode | null = refusalOfDisk(error);
    if (code === null) throw error;
    return refuse(code);
  }
}

export function openBundleBytes(bytes: Uint8Array): Result<OpenBundle> {
  return openBundle(sourceOfBytes(bytes));
}

/** A bundle on a disk, with little of it in memory at a time; `close` it. */
export function openBundleFile(path: string): Result<OpenBundle> {
  return onReadDisk(() => openBundle(sourceOfFile(path)));
}

/** What a file says of itself, for a list of what lies on a stick. Nothing of it is checked: trust none of it. */
export function peekBundle(path: string): Result<Manifest> {
  return onReadDisk(() => {
    const source = sourceOfFile(path);
    try {
      const text = peekStoredZip(source, MANIFEST, LARGEST_HEAD);
      return text === null ? refuse("sync.notABundle") : parseManifest(text);
    } finally {
      source.close();
    }
  });
}

/** What stands before the parts of a bundle: for people, for the reader, and the signature. */
export function headFiles(manifest: Manifest, seed: Uint8Array): { name: string; content: Uint8Array }[] {
  const text = encoder.encode(canonicalJson(manifest));
  return [
    { name: README, content: encoder.encode(readMe(manifest)) },
    { name: MANIFEST, content: text },
    { name: SIGNATURE, content: encoder.encode(signSsh(seed, text, NAMESPACE)) },
  ];
}

/**
 * A small bundle in memory: ZIP, entries stored, in the order of the format; the manifest in canonical JSON, signed.
 * @param parts sealed, as the manifest describes them
 * @param seed the office's signing key
 */
export function writeBundle(
  manifest: Manifest,
  parts: readonly { readonly name: string; readonly bytes: Uint8Array }[],
  seed: Uint8Array,
): Uint8Array {
  const files = [...headFiles(manifest, seed), ...parts.map(({ name, bytes }) => ({ name, content: bytes }))];
  const entries = files.map(({ name, content }) => ({ name, bytes: content.length, crc: crc32(content) }));
  const stored = files.flatMap(({ content }, index) => {
    const entry = entries[index];
    return entry === undefined ? [] : [localHeader(entry), content];
  });
  return new Uint8Array(Buffer.concat([...stored, directoryOf(entries)]));
}
