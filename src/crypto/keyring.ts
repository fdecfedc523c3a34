import { canonicalJson, sha256Hex } from "./digests.ts";
import { draw, type RandomBytes } from "./entropy.ts";
import {
  type Argon2Cost,
  KEYRING_FORMAT,
  type Keyring,
  type RecoverySlot,
  type UserSlot,
} from "./keyringFile.ts";
import { deriveKey, lock, requireKey, toHex, unlock } from "./lockedKey.ts";
import { normalizeRecoveryCode } from "./recoveryCode.ts";
import { openBytes, sealBytes, UnsealError } from "./sealing.ts";

/**
 * The ways to the database key: one slot a user, one for the printed recovery code, one sealed to
 * headquarters. Every function takes a keyring and gives a new one; `keyringFile.ts` reads and writes it.
 *
 * Who holds a copy of the file can try passphrases at the price of one Argon2id each, and can test whether a
 * login that he guesses is in it; he cannot read the logins.
 */

/** What the design asks for: 64 MiB, three passes, one lane. */
export const KEYRING_COST: Argon2Cost = { memoryKib: 64 * 1024, passes: 3, parallelism: 1 };

/** A keyring that opens nothing yet. */
export function emptyKeyring(office: string): Keyring {
  return { format: KEYRING_FORMAT, office, slots: [] };
}

/**
 * Gives a user a way to the key; her former slot, if any, is worth nothing from then on in this keyring.
 * @param cost cheaper only in tests
 * @throws RangeError when the passphrase is empty or the key has not 32 bytes
 */
export async function addUserSlot(
  keyring: Keyring,
  user: { readonly login: string; readonly passphrase: string; readonly databaseKey: Uint8Array },
  random: RandomBytes,
  cost: Argon2Cost = KEYRING_COST,
): Promise<Keyring> {
  const secret = secretOf(user.passphrase);
  if (secret === "") throw new RangeError("an empty passphrase protects nothing");
  const whoSalt = toHex(draw(random, 16));
  const who = whoOf(whoSalt, user.login);
  const binding = bindingOf(keyring, { kind: "user", who, whoSalt });
  const slot: UserSlot = {
    kind: "user",
    who,
    whoSalt,
    ...(await lock(secret, user.databaseKey, binding, random, cost)),
  };
  return { ...keyring, slots: [...removeUserSlot(keyring, user.login).slots, slot] };
}

/** Takes a user's way to the key away. A key that she copied before stays known to her. */
export function removeUserSlot(keyring: Keyring, login: string): Keyring {
  return { ...keyring, slots: keyring.slots.filter((slot) => !isUserSlotOf(slot, login)) };
}

/** Whether the login has a slot. */
export function hasUserSlot(keyring: Keyring, login: string): boolean {
  return keyring.slots.some((slot) => isUserSlotOf(slot, login));
}

/**
 * The database key, or null when login or passphrase is wrong. An unknown login costs as much time as a wrong
 * passphrase, so that waiting does not tell who has an account.
 */
export async function openUserSlot(
  keyring: Keyring,
  login: string,
  passphrase: string,
): Promise<Uint8Array | null> {
  const users = keyring.slots.filter((slot) => slot.kind === "user");
  const slot = users.find((candidate) => isUserSlotOf(candidate, login));
  const secret = secretOf(passphrase);
  if (slot && secret !== "") return unlock(secret, slot, bindingOf(keyring, slot));
  const decoy = users[0]?.argon2 ?? { ...KEYRING_COST, salt: "00".repeat(16) };
  await deriveKey(secret === "" ? "-" : secret, decoy);
  return null;
}

/**
 * Makes `code` (from `makeRecoveryCode`) the one recovery code; the one before opens nothing from then on.
 * @param cost cheaper only in tests
 * @throws RangeError when it is no recovery code or the key has not 32 bytes
 */
export async function setRecoverySlot(
  keyring: Keyring,
  code: string,
  databaseKey: Uint8Array,
  random: RandomBytes,
  cost: Argon2Cost = KEYRING_COST,
): Promise<Keyring> {
  const secret = normalizeRecoveryCode(code);
  if (secret === null) throw new RangeError("not a recovery code");
  const binding = bindingOf(keyring, { kind: "recovery" });
  const slot: RecoverySlot = {
    kind: "recovery",
    ...(await lock(secret, databaseKey, binding, random, cost)),
  };
  return { ...keyring, slots: [...keyring.slots.filter(({ kind }) => kind !== "recovery"), slot] };
}

/** The database key, or null when the code is mistyped, is not this office's, or none was ever set. */
export async function openRecoverySlot(keyring: Keyring, code: string): Promise<Uint8Array | null> {
  const secret = normalizeRecoveryCode(code);
  const slot = keyring.slots.find(({ kind }) => kind === "recovery");
  if (secret === null || slot?.kind !== "recovery") return null;
  return unlock(secret, slot, bindingOf(keyring, slot));
}

/**
 * Seals the key to headquarters' age recipient, in place of any before. Age binds no context, so the sealed
 * text itself says which office's key it is: JSON, readable by hand after `base64 -d | age -d`.
 * @throws RangeError when it is no X25519 recipient or the key has not 32 bytes
 */
export async function setHeadquartersSlot(
  keyring: Keyring,
  recipient: string,
  databaseKey: Uint8Array,
): Promise<Keyring> {
  requireKey(databaseKey);
  const text = canonicalJson(headquartersContent(keyring, toHex(databaseKey)));
  const sealed = Buffer.from(await sealBytes(Buffer.from(text), [recipient])).toString("base64");
  const others = keyring.slots.filter(({ kind }) => kind !== "headquarters");
  return { ...keyring, slots: [...others, { kind: "headquarters", recipient, sealed }] };
}

/**
 * The database key, or null when there is no such slot, it is damaged, or sealed to another identity.
 * @throws when the identity is no X25519 identity
 */
export async function openHeadquartersSlot(keyring: Keyring, identity: string): Promise<Uint8Array | null> {
  const slot = keyring.slots.find(({ kind }) => kind === "headquarters");
  if (slot?.kind !== "headquarters") return null;
  try {
    const text = Buffer.from(await openBytes(Buffer.from(slot.sealed, "base64"), [identity])).toString();
    const key = /"databaseKey":"([0-9a-f]{64})"/.exec(text)?.[1];
    if (!key || text !== canonicalJson(headquartersContent(keyring, key))) return null;
    return new Uint8Array(Buffer.from(key, "hex"));
  } catch (error) {
    if (error instanceof UnsealError) return null;
    throw error;
  }
}

function headquartersContent(keyring: Keyring, databaseKey: string) {
  return { databaseKey, format: keyring.format, kind: "headquarters", office: keyring.office };
}

function isUserSlotOf(slot: Keyring["slots"][number], login: string): boolean {
  return slot.kind === "user" && slot.who === whoOf(slot.whoSalt, login);
}

function whoOf(whoSalt: string, login: string): string {
  return sha256Hex(Buffer.concat([Buffer.from(whoSalt, "hex"), Buffer.from(login)]));
}

/** What a locked key is tied to: a slot moved to another office, kind or user does not open. */
function bindingOf(
  { format, office }: Keyring,
  slot: { readonly kind: string; readonly who?: string; readonly whoSalt?: string },
): Uint8Array {
  const { kind, who = null, whoSalt = null } = slot;
  return Buffer.from(canonicalJson({ format, kind, office, who, whoSalt }));
}

/** One passphrase however it was typed: composed accents, plain spaces (as RFC 8265's OpaqueString). */
export function secretOf(passphrase: string): string {
  return passphrase.replace(/\p{Zs}/gu, " ").normalize("NFC");
}
