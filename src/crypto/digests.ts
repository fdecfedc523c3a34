import { createHash, createHmac, createSecretKey, hash, type KeyObject } from "node:crypto";
import { crc32 as zlibCrc32 } from "node:zlib";
import canonicalize from "canonicalize";

/** What one link of the journal's chain covers. `shared` and `local` are digests of values, never values. */
export interface ChainedEntry {
  readonly seq: number;
  readonly at: string;
  readonly by: string;
  readonly entity: string;
  readonly id: string;
  readonly op: string;
  /** `sealValues` of the shareable values, or null when the entry has none. */
  readonly shared: string | null;
  /** `sealValues` of the local-only values, or null when the entry has none. */
  readonly local: string | null;
  /** The chain hash of the entry before. */
  readonly before: string;
}

/** V8 lists such keys first whatever the order they were added in, so they cannot be put in order by copying. */
const KEY_THAT_KEEPS_NO_ORDER = /^\d|^__proto__$/;

/**
 * JSON in the one form of RFC 8785 (JCS): keys in UTF-16 order, no blanks, ECMAScript numbers.
 * @throws when the value has no such form: undefined, NaN, an infinity, a lone surrogate, a cycle
 */
export function canonicalJson(value: unknown): string {
  const flat = canonicalRecord(value);
  if (flat !== null) return flat;
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError("this value has no JSON form");
  return text;
}

/**
 * Two to four times as fast as the library for what the journal is full of: one record of plain values and
 * short lists of them. Says null for everything that it is not sure about; the library then decides.
 */
function canonicalRecord(value: unknown): string | null {
  if (!isPlainRecord(value)) return null;
  const keys = Object.keys(value);
  let inOrder = true;
  let before = "";
  for (const key of keys) {
    if (KEY_THAT_KEEPS_NO_ORDER.test(key) || !isPlainValue(value[key])) return null;
    if (key < before) inOrder = false;
    before = key;
  }
  const text = JSON.stringify(inOrder ? value : inKeyOrder(value, keys));
  // JSON.stringify escapes a lone surrogate where RFC 8785 refuses it.
  return text.includes("\\ud") ? null : text;
}

function inKeyOrder(value: Record<string, unknown>, keys: string[]): Record<string, unknown> {
  const ordered: Record<string, unknown> = {};
  for (const key of keys.sort()) ordered[key] = value[key];
  return ordered;
}

function isPlainRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}

function isPlainValue(value: unknown): boolean {
  if (Array.isArray(value)) return Object.getPrototypeOf(value) === Array.prototype && value.every(isScalar);
  return isScalar(value);
}

function isScalar(value: unknown): boolean {
  return (
    typeof value === "string" ||
    typeof value === "boolean" ||
    value === null ||
    (typeof value === "number" && Number.isFinite(value))
  );
}

/** SHA-256 as 64 lower-case hexadecimal digits; a string counts as its UTF-8 bytes. */
export function sha256Hex(data: Uint8Array | string): string {
  return hash("sha256", data, "hex");
}

/**
 * The digest that stands for values in the journal's chain: SHA-256(salt ‖ canonical JSON), hexadecimal.
 * Once salt and values are erased, it tells nothing of them.
 * @param salt      16 random bytes, kept beside the values
 * @param canonical the values as `canonicalJson` wrote them
 */
export function sealValues(salt: Uint8Array, canonical: string): string {
  const bytes = Buffer.allocUnsafe(salt.length + Buffer.byteLength(canonical));
  bytes.set(salt);
  bytes.write(canonical, salt.length);
  return hash("sha256", bytes, "hex");
}

/** One link of the journal's chain: SHA-256(JCS({seq, at, by, entity, id, op, shared, local, before})). */
export function chainHash(entry: ChainedEntry): string {
  const { at, before, by, entity, id, local, op, seq, shared } = entry;
  // Written in key order, so that the short way through canonicalJson is taken, and nothing else is covered.
  return sha256Hex(canonicalJson({ at, before, by, entity, id, local, op, seq, shared }));
}

/** A key made ready for many digests: the library takes ten times as long for bytes. */
export function digestKey(key: Uint8Array): KeyObject {
  return createSecretKey(key);
}

/** Hex HMAC-SHA256: recognises a text again without telling it to whoever lacks the key. */
export function keyedDigest(key: Uint8Array | KeyObject, text: string): string {
  return createHmac("sha256", key).update(text).digest("hex");
}

/** SHA-256 of bytes that come piece by piece. */
export interface RunningDigest {
  update(piece: Uint8Array): void;
  /** As `sha256Hex`; nothing can be added afterwards. */
  hex(): string;
}

export function runningSha256(): RunningDigest {
  const digest = createHash("sha256");
  return {
    update: (piece) => {
      digest.update(piece);
    },
    hex: () => digest.digest("hex"),
  };
}

/**
 * CRC-32 as ZIP archives have it: against accidents, proves nothing against a person.
 * @param before the CRC-32 of what came before, where the data come piece by piece
 */
export function crc32(data: Uint8Array, before = 0): number {
  return zlibCrc32(data, before);
}
