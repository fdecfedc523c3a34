import { bech32 } from "@scure/base";
import type { Tier } from "../contract/sync.ts";
import { canonicalJson, sha256Hex } from "./digests.ts";
import { draw, type RandomBytes } from "./entropy.ts";
import { secretOf } from "./keyring.ts";
import type { Argon2Cost, LockedKey } from "./keyringFile.ts";
import { lock, toHex, unlock } from "./lockedKey.ts";
import { normalizeRecoveryCode } from "./recoveryCode.ts";
import { openBytes, recipientOf, sealBytes, UnsealError } from "./sealing.ts";
import { type PersonEntry, TIERS_FORMAT, type TierKeyring, type TierSeal } from "./tierKeyringFile.ts";

/**
 * Who at headquarters can open which tier. Each person has an age identity of her own, locked by her passphrase; each
 * tier has a secret, sealed by age to the people who hold it and to the recovery code's identity. So giving a tier
 * asks for nobody's passphrase: only for the secret, which the giver holds, and the other's recipient.
 *
 * Every function takes a keyring and gives a new one; `tierKeyringFile.ts` reads and writes it. A login may have more
 * than one entry: a new way in is added first, and the old one goes (`settlePerson`) once the database's keyring has
 * followed, so that a power cut between the two files shuts nobody out.
 */

/** What opens one tier: its parts of bundles (`identity`, an age identity) and its store of all offices. */
export interface TierSecret {
  readonly tier: Tier;
  /** `AGE-SECRET-KEY-1…` */
  readonly identity: string;
  /** 64 hexadecimal digits. */
  readonly storeKey: string;
}

/** A person's own key, opened; `entry` tells which of her entries it came from. */
export interface PersonalKey {
  readonly identity: string;
  readonly recipient: string;
  readonly entry: string;
}

const HRP = "age-secret-key-";

/** An age identity of 32 random bytes. */
export function identityOf(raw: Uint8Array): string {
  return bech32.encodeFromBytes(HRP, raw).toUpperCase();
}

/** The 32 bytes of an age identity. @throws when the text is none */
export function bytesOfIdentity(identity: string): Uint8Array {
  const { prefix, bytes } = bech32.decodeToBytes(identity.toLowerCase());
  if (prefix !== HRP || bytes.length !== 32) throw new RangeError("not an age X25519 identity");
  return bytes;
}

/** A keyring that opens nothing yet. */
export function emptyTierKeyring(office: string): TierKeyring {
  return { format: TIERS_FORMAT, office, people: [], recovery: [], tiers: [] };
}

/** A new tier's secret. */
export function makeTierSecret(tier: Tier, random: RandomBytes): TierSecret {
  return { tier, identity: identityOf(draw(random, 32)), storeKey: toHex(draw(random, 32)) };
}

/**
 * Gives a person a new key of her own, beside any that she has. It holds nothing yet.
 * @param cost cheaper only in tests
 * @throws RangeError when the passphrase is empty
 */
export async function addPerson(
  keyring: TierKeyring,
  person: { readonly login: string; readonly passphrase: string },
  random: RandomBytes,
  cost: Argon2Cost,
): Promise<{ keyring: TierKeyring; key: PersonalKey }> {
  return lockPerson(keyring, { ...person, identity: identityOf(draw(random, 32)) }, random, cost);
}

/** Locks the key that she has by another passphrase too; the one before counts until `settlePerson`. */
export async function relockPerson(
  keyring: TierKeyring,
  person: { readonly login: string; readonly passphrase: string; readonly identity: string },
  random: RandomBytes,
  cost: Argon2Cost,
): Promise<{ keyring: TierKeyring; key: PersonalKey }> {
  return lockPerson(keyring, person, random, cost);
}

async function lockPerson(
  keyring: TierKeyring,
  person: { readonly login: string; readonly passphrase: string; readonly identity: string },
  random: RandomBytes,
  cost: Argon2Cost,
): Promise<{ keyring: TierKeyring; key: PersonalKey }> {
  const secret = secretOf(person.passphrase);
  if (secret === "") throw new RangeError("an empty passphrase protects nothing");
  const whoSalt = toHex(draw(random, 16));
  const who = whoOf(whoSalt, person.login);
  const locked = await lockIdentity(keyring, secret, person.identity, { who, whoSalt }, random, cost);
  const entry: PersonEntry = { who, whoSalt, ...locked };
  return {
    keyring: { ...keyring, people: [...keyring.people, entry] },
    key: { identity: person.identity, recipient: entry.recipient, entry: whoSalt },
  };
}

/** The keys of hers that the passphrase opens: one, or none; more only after a power cut. */
export async function openPerson(
  keyring: TierKeyring,
  login: string,
  passphrase: string,
): Promise<PersonalKey[]> {
  const secret = secretOf(passphrase);
  const opened: PersonalKey[] = [];
  for (const entry of secret === "" ? [] : entriesOf(keyring, login)) {
    const { who, whoSalt, recipient } = entry;
    const identity = await unlockIdentity(keyring, secret, entry, { who, whoSalt });
    if (identity !== null) opened.push({ identity, recipient, entry: whoSalt });
  }
  return opened;
}

/** The recipients of the login's keys; none when she has no entry. */
export function recipientsOf(keyring: TierKeyring, login: string): string[] {
  return [...new Set(entriesOf(keyring, login).map(({ recipient }) => recipient))];
}

/**
 * Keeps of a person's entries only these, and what the other keys held is sealed anew without them, as far as
 * `secrets` go.
 * @param onlySuperseded spares an entry that holds a tier which the kept ones do not hold
 */
export async function settlePerson(
  keyring: TierKeyring,
  login: string,
  kept: readonly PersonalKey[],
  about: { readonly secrets: readonly TierSecret[]; readonly onlySuperseded?: boolean },
): Promise<TierKeyring> {
  const keptEntries = new Set(kept.map(({ entry }) => entry));
  const keptRecipients = kept.map(({ recipient }) => recipient);
  const isSuperseded = ({ recipient }: PersonEntry) =>
    keyring.tiers.every(
      ({ holders }) => !holders.includes(recipient) || holders.some((one) => keptRecipients.includes(one)),
    );
  const leaving = entriesOf(keyring, login).filter(
    (entry) => !keptEntries.has(entry.whoSalt) && (!about.onlySuperseded || isSuperseded(entry)),
  );
  if (leaving.length === 0) return keyring;
  const people = keyring.people.filter((entry) => !leaving.includes(entry));
  return resealLeft({ ...keyring, people }, about.secrets);
}

/**
 * Takes a person out, and what she held is sealed anew without her, as far as `secrets` go. A tier's secret that she
 * copied before stays known to her.
 */
export async function removePerson(
  keyring: TierKeyring,
  login: string,
  secrets: readonly TierSecret[],
): Promise<TierKeyring> {
  return settlePerson(keyring, login, [], { secrets });
}

/**
 * Makes `code` (from `makeRecoveryCode`) open every tier; codes before it do until `settleRecovery`.
 * @param secrets of all tiers: the old code's own key is not at hand, so each is sealed anew
 * @throws RangeError when it is no recovery code or a tier's secret is missing
 */
export async function addRecovery(
  keyring: TierKeyring,
  about: { readonly code: string; readonly secrets: readonly TierSecret[] },
  random: RandomBytes,
  cost: Argon2Cost,
): Promise<TierKeyring> {
  const secret = normalizeRecoveryCode(about.code);
  if (secret === null) throw new RangeError("not a recovery code");
  const entry = await lockIdentity(keyring, secret, identityOf(draw(random, 32)), RECOVERY, random, cost);
  return resealAll({ ...keyring, recovery: [...keyring.recovery, entry] }, about.secrets);
}

/** Keeps the newest recovery code alone. @throws RangeError when a tier's secret is missing */
export async function settleRecovery(
  keyring: TierKeyring,
  secrets: readonly TierSecret[],
): Promise<TierKeyring> {
  return resealAll({ ...keyring, recovery: keyring.recovery.slice(-1) }, secrets);
}

/** The recovery code's own identity, or null when the code is mistyped, is not this office's, or none was set. */
export async function openRecovery(keyring: TierKeyring, code: string): Promise<string | null> {
  const secret = normalizeRecoveryCode(code);
  if (secret === null) return null;
  for (const entry of keyring.recovery) {
    const identity = await unlockIdentity(keyring, secret, entry, RECOVERY);
    if (identity !== null) return identity;
  }
  return null;
}

/**
 * Puts a new tier into the keyring, held by these people and the recovery code.
 * @throws RangeError when it is there already, or nobody would hold it
 */
export async function createTier(
  keyring: TierKeyring,
  secret: TierSecret,
  holders: readonly string[],
): Promise<TierKeyring> {
  if (keyring.tiers.some(({ tier }) => tier === secret.tier))
    throw new RangeError("the tier is there already");
  const recipient = await recipientOf(secret.identity);
  const begun: TierSeal = { tier: secret.tier, recipient, holders: [], sealed: "" };
  return sealTier({ ...keyring, tiers: [...keyring.tiers, begun] }, secret, holders);
}

/** Seals a tier to these recipients of the keyring's people too. @throws RangeError when there is no such tier */
export async function grantTier(
  keyring: TierKeyring,
  secret: TierSecret,
  recipients: readonly string[],
): Promise<TierKeyring> {
  return sealTier(keyring, secret, [...holdersOf(keyring, secret.tier), ...recipients]);
}

/**
 * Seals a tier anew without these recipients. A secret that one of them copied before stays known to her.
 * @throws RangeError when there is no such tier, or nobody would hold it any more
 */
export async function withdrawTier(
  keyring: TierKeyring,
  secret: TierSecret,
  recipients: readonly string[],
): Promise<TierKeyring> {
  const left = holdersOf(keyring, secret.tier).filter((holder) => !recipients.includes(holder));
  return sealTier(keyring, secret, left);
}

/** The recipients of the people who hold the tier; the recovery code's is not among them. */
export function holdersOf(keyring: TierKeyring, tier: Tier): string[] {
  const known = new Set(keyring.people.map(({ recipient }) => recipient));
  const seal = keyring.tiers.find((one) => one.tier === tier);
  return seal === undefined ? [] : seal.holders.filter((holder) => known.has(holder));
}

/** The tiers that the login holds. */
export function tiersOf(keyring: TierKeyring, login: string): Tier[] {
  const own = recipientsOf(keyring, login);
  return keyring.tiers
    .map(({ tier }) => tier)
    .filter((tier) => holdersOf(keyring, tier).some((holder) => own.includes(holder)));
}

/** The secrets of the tiers that one of these identities (a person's or the recovery code's) opens. */
export async function openTiers(keyring: TierKeyring, identities: readonly string[]): Promise<TierSecret[]> {
  const opened: TierSecret[] = [];
  for (const seal of identities.length === 0 ? [] : keyring.tiers) {
    const secret = await openSeal(keyring, seal, identities);
    if (secret !== null) opened.push(secret);
  }
  return opened;
}

async function openSeal(
  keyring: TierKeyring,
  seal: TierSeal,
  identities: readonly string[],
): Promise<TierSecret | null> {
  try {
    const bytes = await openBytes(Buffer.from(seal.sealed, "base64"), identities);
    const text = Buffer.from(bytes).toString();
    const identity = /"identity":"(AGE-SECRET-KEY-1[0-9A-Z]{58})"/.exec(text)?.[1];
    const storeKey = /"storeKey":"([0-9a-f]{64})"/.exec(text)?.[1];
    if (identity === undefined || storeKey === undefined) return null;
    const secret: TierSecret = { tier: seal.tier, identity, storeKey };
    // Age binds no context: the sealed text says itself which office's and tier's it is.
    if (text !== textOf(keyring, secret) || (await recipientOf(identity)) !== seal.recipient) return null;
    return secret;
  } catch (error) {
    if (error instanceof UnsealError) return null;
    throw error;
  }
}

/** Canonical JSON, readable by hand after `base64 -d | age -d`. */
function textOf({ format, office }: TierKeyring, { tier, identity, storeKey }: TierSecret): string {
  return canonicalJson({ format, identity, kind: "tier", office, storeKey, tier });
}

async function sealTier(
  keyring: TierKeyring,
  secret: TierSecret,
  wanted: readonly string[],
): Promise<TierKeyring> {
  const known = new Set(keyring.people.map(({ recipient }) => recipient));
  const holders = [...new Set(wanted)].filter((holder) => known.has(holder));
  const before = keyring.tiers.find(({ tier }) => tier === secret.tier);
  if (before === undefined) throw new RangeError("there is no such tier");
  const recipients = [...holders, ...keyring.recovery.map(({ recipient }) => recipient)];
  const bytes = await sealBytes(Buffer.from(textOf(keyring, secret)), recipients);
  const seal: TierSeal = { ...before, holders, sealed: Buffer.from(bytes).toString("base64") };
  return { ...keyring, tiers: keyring.tiers.map((one) => (one === before ? seal : one)) };
}

/** Seals anew what is still sealed to keys that are nobody's any more, as far as `secrets` go. */
async function resealLeft(keyring: TierKeyring, secrets: readonly TierSecret[]): Promise<TierKeyring> {
  let result = keyring;
  for (const seal of keyring.tiers) {
    const left = holdersOf(keyring, seal.tier);
    const secret = secrets.find(({ tier }) => tier === seal.tier);
    const stays = left.length === seal.holders.length;
    if (!stays && secret !== undefined && left.length + keyring.recovery.length > 0)
      result = await sealTier(result, secret, left);
  }
  return result;
}

async function resealAll(keyring: TierKeyring, secrets: readonly TierSecret[]): Promise<TierKeyring> {
  let result = keyring;
  for (const { tier } of keyring.tiers) {
    const secret = secrets.find((one) => one.tier === tier);
    if (secret === undefined) throw new RangeError("a tier's secret is missing");
    result = await sealTier(result, secret, holdersOf(keyring, tier));
  }
  return result;
}

const RECOVERY = { who: null, whoSalt: null } as const;
type Whose = { readonly who: string; readonly whoSalt: string } | typeof RECOVERY;

async function lockIdentity(
  keyring: TierKeyring,
  secret: string,
  identity: string,
  whose: Whose,
  random: RandomBytes,
  cost: Argon2Cost,
): Promise<LockedKey & { recipient: string }> {
  const recipient = await recipientOf(identity);
  const raw = bytesOfIdentity(identity);
  const locked = await lock(secret, raw, bindingOf(keyring, recipient, whose), random, cost);
  raw.fill(0);
  return { recipient, ...locked };
}

async function unlockIdentity(
  keyring: TierKeyring,
  secret: string,
  entry: LockedKey & { readonly recipient: string },
  whose: Whose,
): Promise<string | null> {
  const raw = await unlock(secret, entry, bindingOf(keyring, entry.recipient, whose));
  if (raw === null) return null;
  const identity = identityOf(raw);
  raw.fill(0);
  return identity;
}

/** What a locked key is tied to: an entry moved to another office, person or recipient does not open. */
function bindingOf({ format, office }: TierKeyring, recipient: string, whose: Whose): Uint8Array {
  const { who, whoSalt } = whose;
  const kind = who === null ? "recovery" : "person";
  return Buffer.from(canonicalJson({ format, kind, office, recipient, who, whoSalt }));
}

function entriesOf(keyring: TierKeyring, login: string): PersonEntry[] {
  return keyring.people.filter(({ who, whoSalt }) => who === whoOf(whoSalt, login));
}

function whoOf(whoSalt: string, login: string): string {
  return sha256Hex(Buffer.concat([Buffer.from(whoSalt, "hex"), Buffer.from(login)]));
}
