import { createCipheriv, createDecipheriv } from "node:crypto";
import { argon2id } from "hash-wasm";
import { draw, type RandomBytes } from "./entropy.ts";
import type { Argon2Cost, LockedKey } from "./keyringFile.ts";

/** The 32-byte database key behind a secret that a person knows: Argon2id, then AES-256-GCM. */

const KEY_BYTES = 32;
const TAG_BYTES = 16;

/**
 * Locks the key under a new salt and nonce.
 * @param secret  passphrase or code, not empty
 * @param binding authenticated with the key: it opens only under the same bytes
 * @throws RangeError when the key has not 32 bytes
 */
export async function lock(
  secret: string,
  databaseKey: Uint8Array,
  binding: Uint8Array,
  random: RandomBytes,
  cost: Argon2Cost,
): Promise<LockedKey> {
  requireKey(databaseKey);
  const { memoryKib, passes, parallelism } = cost;
  const argon2 = { memoryKib, passes, parallelism, salt: toHex(draw(random, 16)) };
  const nonce = draw(random, 12);
  const key = await deriveKey(secret, argon2);
  const cipher = createCipheriv("aes-256-gcm", key, nonce, { authTagLength: TAG_BYTES }).setAAD(binding);
  const sealed = Buffer.concat([cipher.update(databaseKey), cipher.final(), cipher.getAuthTag()]);
  key.fill(0);
  return { argon2, nonce: toHex(nonce), sealed: toHex(sealed) };
}

/** The key, or null when secret or binding are not those that it was locked with. */
export async function unlock(
  secret: string,
  locked: LockedKey,
  binding: Uint8Array,
): Promise<Uint8Array | null> {
  const key = await deriveKey(secret, locked.argon2);
  const nonce = Buffer.from(locked.nonce, "hex");
  const sealed = Buffer.from(locked.sealed, "hex");
  const decipher = createDecipheriv("aes-256-gcm", key, nonce, { authTagLength: TAG_BYTES });
  decipher.setAAD(binding).setAuthTag(sealed.subarray(KEY_BYTES));
  key.fill(0);
  const opened = decipher.update(sealed.subarray(0, KEY_BYTES));
  try {
    decipher.final();
  } catch {
    return null;
  }
  return new Uint8Array(opened);
}

/** 32 bytes by Argon2id version 1.3 (RFC 9106) over the secret's UTF-8. */
export async function deriveKey(secret: string, argon2: LockedKey["argon2"]): Promise<Uint8Array> {
  const { memoryKib, passes, parallelism, salt } = argon2;
  const [password, saltBytes] = [Buffer.from(secret), Buffer.from(salt, "hex")];
  const key = await argon2id({
    password,
    salt: saltBytes,
    memorySize: memoryKib,
    iterations: passes,
    parallelism,
    hashLength: KEY_BYTES,
    outputType: "binary",
  });
  password.fill(0);
  return key;
}

/** @throws RangeError when it is no AES-256 key */
export function requireKey(databaseKey: Uint8Array): void {
  if (databaseKey.length !== KEY_BYTES) throw new RangeError("the database key has 32 bytes");
}

export function toHex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString("hex");
}
