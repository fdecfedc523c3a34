import { createPrivateKey, createPublicKey, hash, type KeyObject, sign, verify } from "node:crypto";
import { draw, type RandomBytes } from "./entropy.ts";
import { SshReader, sshString, strictBase64 } from "./sshWire.ts";

/**
 * Ed25519 keys as OpenSSH writes them, and signatures in its SSHSIG format (PROTOCOL.sshsig in OpenSSH's
 * sources), so that `ssh-keygen -Y verify` checks what the product signs.
 */

const KEY_KIND = "ssh-ed25519";
const HASH = "sha512";
const MAGIC = Buffer.from("SSHSIG");
const FIRST_LINE = "-----BEGIN SSH SIGNATURE-----";
const LAST_LINE = "-----END SSH SIGNATURE-----";
/** DER around a raw Ed25519 key (RFC 8410 sections 4 and 7). */
const SPKI_PREFIX = Buffer.from("302a300506032b6570032100", "hex");
const PKCS8_PREFIX = Buffer.from("302e020100300506032b657004220420", "hex");

/** A new secret signing key: the 32-byte seed of RFC 8032. */
export function generateSigningKey(random: RandomBytes): Uint8Array {
  return draw(random, 32);
}

/** The 32-byte public key of a seed. */
export function publicKeyOf(seed: Uint8Array): Uint8Array {
  const der = createPublicKey(privateKey(seed)).export({ format: "der", type: "spki" });
  return new Uint8Array(der.subarray(SPKI_PREFIX.length));
}

/** Ed25519 over the bytes as they are. */
export function signRaw(seed: Uint8Array, message: Uint8Array): Uint8Array {
  return new Uint8Array(sign(null, message, privateKey(seed)));
}

/** Whether `signature` (64 bytes) is that of `publicKey` (32 bytes) over `message`; never throws. */
export function verifyRaw(publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean {
  if (publicKey.length !== 32 || signature.length !== 64) return false;
  const der = Buffer.concat([SPKI_PREFIX, publicKey]);
  try {
    return verify(null, message, createPublicKey({ key: der, format: "der", type: "spki" }), signature);
  } catch {
    return false;
  }
}

/** One line as in `id_ed25519.pub`: `ssh-ed25519 AAAA… comment`. */
export function sshPublicKey(publicKey: Uint8Array, comment = ""): string {
  const line = `${KEY_KIND} ${keyBlob(publicKey).toString("base64")}`;
  return comment === "" ? line : `${line} ${comment.replace(/\s+/g, " ")}`;
}

/** The 32-byte key of such a line, or null when it is not exactly an Ed25519 key. A comment is allowed. */
export function parseSshPublicKey(line: string): Uint8Array | null {
  const parts = /^ssh-ed25519[ \t]+([A-Za-z0-9+/=]+)(?:[ \t][^\r\n]*)?$/.exec(line.trim());
  const blob = strictBase64(parts?.[1] ?? "");
  return blob && keyInBlob(blob);
}

/** `SHA256:…`, exactly as `ssh-keygen -lf` shows it. */
export function sshFingerprint(publicKey: Uint8Array): string {
  return `SHA256:${hash("sha256", keyBlob(publicKey), "base64").replace(/=+$/, "")}`;
}

/**
 * The fingerprint that two people read to each other on the phone: eight groups of four digits (106 bits),
 * each five bytes of the key blob's SHA-512, big-endian, modulo 10000.
 */
export function spokenFingerprint(publicKey: Uint8Array): string {
  const digest = hash("sha512", keyBlob(publicKey), "buffer");
  const groups: string[] = [];
  for (let at = 0; at < 40; at += 5) {
    groups.push(String(digest.readUIntBE(at, 5) % 10_000).padStart(4, "0"));
  }
  return groups.join(" ");
}

/**
 * Signs as `ssh-keygen -Y sign` does, SHA-512.
 * @param namespace what the signature is for (`danaya-bundle`); one made for another purpose never verifies
 * @returns the armored text, ending in a line break
 * @throws RangeError when the namespace is empty
 */
export function signSsh(seed: Uint8Array, message: Uint8Array, namespace: string): string {
  if (namespace === "") throw new RangeError("a signature needs a namespace");
  const signature = Buffer.concat([
    sshString(KEY_KIND),
    sshString(signRaw(seed, toBeSigned(message, namespace))),
  ]);
  const version = Buffer.from([0, 0, 0, 1]);
  const blob = Buffer.concat([
    MAGIC,
    version,
    sshString(keyBlob(publicKeyOf(seed))),
    sshString(namespace),
    sshString(""),
    sshString(HASH),
    sshString(signature),
  ]);
  const lines = blob.toString("base64").match(/.{1,70}/g) ?? [];
  return `${[FIRST_LINE, ...lines, LAST_LINE].join("\n")}\n`;
}

/**
 * Whether `signature` (armored SSHSIG) was made by this very key over `message` for `namespace`. Stricter than
 * OpenSSH: Ed25519 and SHA-512 only, nothing before, after or left over. Never throws.
 */
export function verifySsh(
  publicKey: Uint8Array,
  message: Uint8Array,
  signature: string,
  namespace: string,
): boolean {
  const parsed = parseSignature(signature);
  if (!parsed || namespace === "" || parsed.namespace !== namespace) return false;
  if (!Buffer.from(parsed.publicKey).equals(publicKey)) return false;
  return verifyRaw(publicKey, toBeSigned(message, namespace), parsed.raw);
}

/** The public key that a signature says it was made with: to be looked up, not to be believed. */
export function signatureKey(signature: string): Uint8Array | null {
  return parseSignature(signature)?.publicKey ?? null;
}

function parseSignature(
  armored: string,
): { publicKey: Uint8Array; namespace: string; raw: Uint8Array } | null {
  const lines = armored.split(/\r?\n/);
  if (lines.at(-1) === "") lines.pop();
  if (lines.length < 3 || lines.shift() !== FIRST_LINE || lines.pop() !== LAST_LINE) return null;
  const blob = strictBase64(lines.join(""));
  if (!blob) return null;

  const outer = new SshReader(blob);
  const magic = outer.take(MAGIC.length);
  const version = outer.uint32();
  const keyBytes = outer.string();
  const namespace = outer.string();
  const reserved = outer.text();
  const algorithm = outer.text();
  const signature = outer.string();
  if (!magic || !MAGIC.equals(magic) || version !== 1 || !keyBytes || !namespace || !signature) return null;
  if (reserved !== "" || algorithm !== HASH || !outer.finished) return null;

  const inner = new SshReader(signature);
  const kind = inner.text();
  const raw = inner.string();
  const publicKey = keyInBlob(keyBytes);
  if (kind !== KEY_KIND || raw?.length !== 64 || !inner.finished || !publicKey) return null;
  return { publicKey, namespace: Buffer.from(namespace).toString(), raw };
}

function toBeSigned(message: Uint8Array, namespace: string): Buffer {
  const digest = hash(HASH, message, "buffer");
  return Buffer.concat([MAGIC, sshString(namespace), sshString(""), sshString(HASH), sshString(digest)]);
}

function privateKey(seed: Uint8Array): KeyObject {
  if (seed.length !== 32) throw new RangeError("an Ed25519 seed has 32 bytes");
  return createPrivateKey({ key: Buffer.concat([PKCS8_PREFIX, seed]), format: "der", type: "pkcs8" });
}

function keyBlob(publicKey: Uint8Array): Buffer {
  if (publicKey.length !== 32) throw new RangeError("an Ed25519 public key has 32 bytes");
  return Buffer.concat([sshString(KEY_KIND), sshString(publicKey)]);
}

function keyInBlob(blob: Uint8Array): Uint8Array | null {
  const reader = new SshReader(blob);
  const kind = reader.text();
  const key = reader.string();
  return kind === KEY_KIND && key?.length === 32 && reader.finished ? key : null;
}
