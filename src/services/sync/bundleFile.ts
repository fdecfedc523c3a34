import { type Zippable, zipSync } from "fflate";
import { accept, type Result, refuse } from "../../contract/results.ts";
import { canonicalJson, sha256Hex } from "../../crypto/digests.ts";
import { signatureKey, signSsh, sshFingerprint, verifySsh } from "../../crypto/signing.ts";
import { FORMAT, Manifest, NAMESPACE, type Part } from "./manifest.ts";
import { readMe } from "./readMe.ts";
import { readStoredZip } from "./storedZip.ts";

/** A sealed part and its name, `identity.age`. */
export interface SealedPart {
  readonly name: string;
  readonly tier: Part["tier"];
  readonly bytes: Uint8Array;
}

/** A bundle whose signature and parts are as its manifest says; by whom it may be signed is the caller's question. */
export interface ReadBundle {
  readonly manifest: Manifest;
  /** The key that the signature was made with. */
  readonly signer: Uint8Array;
  readonly parts: ReadonlyMap<string, Uint8Array>;
}

const README = "LISEZMOI.txt";
const MANIFEST = "manifest.json";
const SIGNATURE = "manifest.json.sig";
/** ZIP keeps local time; a fixed moment makes the same bundle the same bytes. */
const MTIME = new Date("1980-01-01T12:00:00");
const LARGEST_HEAD = 1024 * 1024;
const encoder = new TextEncoder();

export function describePart(part: SealedPart): Part {
  return { name: part.name, tier: part.tier, bytes: part.bytes.length, sha256: sha256Hex(part.bytes) };
}

/**
 * Writes a bundle: ZIP, entries stored, in the order of the format; the manifest in canonical JSON, signed.
 * @param seed the office's signing key
 */
export function writeBundle(manifest: Manifest, parts: readonly SealedPart[], seed: Uint8Array): Uint8Array {
  const text = encoder.encode(canonicalJson(manifest));
  const files: Zippable = {
    [README]: encoder.encode(readMe(manifest)),
    [MANIFEST]: text,
    [SIGNATURE]: encoder.encode(signSsh(seed, text, NAMESPACE)),
  };
  for (const part of parts) files[part.name] = part.bytes;
  return zipSync(files, { level: 0, mtime: MTIME });
}

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

/**
 * Reads a bundle and checks all that can be checked without anybody's secret: archive, manifest, signature by the
 * key it names, size and digest of every part, nothing missing and nothing more.
 */
export function readBundle(bytes: Uint8Array): Result<ReadBundle> {
  const files = readStoredZip(bytes);
  const text = files?.get(MANIFEST);
  const signature = files?.get(SIGNATURE);
  if (!files || !text || !signature || text.length > LARGEST_HEAD || signature.length > LARGEST_HEAD)
    return refuse("sync.notABundle");
  const manifest = parseManifest(text);
  if (!manifest.ok) return manifest;
  const armored = new TextDecoder().decode(signature);
  const signer = signatureKey(armored);
  if (signer === null || !verifySsh(signer, text, armored, NAMESPACE)) return refuse("sync.badSignature");
  if (sshFingerprint(signer) !== manifest.value.from.key) return refuse("sync.badSignature");
  const parts = readParts(files, manifest.value);
  return parts.ok ? accept({ manifest: manifest.value, signer, parts: parts.value }) : parts;
}

function readParts(files: Map<string, Uint8Array>, manifest: Manifest): Result<Map<string, Uint8Array>> {
  const expected = [README, MANIFEST, SIGNATURE, ...manifest.parts.map((part) => part.name)];
  const found = [...files.keys()];
  const isWhole = found.length === expected.length && expected.every((name, index) => found[index] === name);
  if (!isWhole)
    return refuse("sync.partDamaged", {
      values: { part: expected.find((name) => !files.has(name)) ?? found.at(-1) ?? "" },
    });
  const parts = new Map<string, Uint8Array>();
  for (const part of manifest.parts) {
    const bytes = files.get(part.name) ?? new Uint8Array(0);
    if (bytes.length !== part.bytes || sha256Hex(bytes) !== part.sha256) {
      return refuse("sync.partDamaged", { values: { part: part.name } });
    }
    parts.set(part.name, bytes);
  }
  return accept(parts);
}
