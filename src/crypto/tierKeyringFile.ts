import { z } from "zod";
import { OfficeCode, Sha256Hex } from "../contract/primitives.ts";
import { Tier } from "../contract/sync.ts";
import { canonicalJson, keyedDigest } from "./digests.ts";
import { Argon2Parameters, hexOf } from "./keyringFile.ts";
import { isAgeRecipient } from "./sealing.ts";
import { strictBase64 } from "./sshWire.ts";

/** The file `tiers.json` beside headquarters' database: its shape, reading and writing. */

export const TIERS_FORMAT = "danaya-tiers/1";

/** More would be a slip or an attack on memory: headquarters has a handful of people. */
const MOST_PEOPLE = 200;
/** An age file adds some 130 characters of base 64 for each person whom it is sealed to. */
const LONGEST_SEAL = 1_000 + 2 * MOST_PEOPLE * 140;

const Recipient = z.string().max(100).refine(isAgeRecipient);

/** A personal age identity's 32 bytes, locked by a secret that a person knows. */
const personalKey = { recipient: Recipient, argon2: Argon2Parameters, nonce: hexOf(12), sealed: hexOf(48) };

const PersonEntry = z.strictObject({
  /** SHA-256(whoSalt ‖ login): the file does not name the staff. */
  who: Sha256Hex,
  whoSalt: hexOf(16),
  ...personalKey,
});

const RecoveryEntry = z.strictObject(personalKey);

const TierSeal = z.strictObject({
  tier: Tier,
  /** The tier's own age recipient: what the offices seal its part of a bundle to. */
  recipient: Recipient,
  /** The people's recipients that `sealed` opens for; beside them it opens for every recovery entry. */
  holders: z.array(Recipient).max(MOST_PEOPLE),
  /** An age file around the tier's secret, in base 64. */
  sealed: z
    .string()
    .max(LONGEST_SEAL)
    .refine((text) => strictBase64(text) !== null),
});

const allDistinct = (values: readonly string[]) => new Set(values).size === values.length;

const TierKeyring = z.strictObject({
  format: z.literal(TIERS_FORMAT),
  office: OfficeCode,
  people: z
    .array(PersonEntry)
    .max(MOST_PEOPLE)
    .refine((people) => allDistinct(people.map(({ whoSalt }) => whoSalt))),
  recovery: z.array(RecoveryEntry).max(MOST_PEOPLE),
  tiers: z
    .array(TierSeal)
    .max(Tier.options.length)
    .refine((tiers) => allDistinct(tiers.map(({ tier }) => tier))),
});

const TiersFile = TierKeyring.extend({ mac: Sha256Hex });

export type TierKeyring = z.infer<typeof TierKeyring>;
export type PersonEntry = z.infer<typeof PersonEntry>;
export type RecoveryEntry = z.infer<typeof RecoveryEntry>;
export type TierSeal = z.infer<typeof TierSeal>;

/**
 * Reads the file's text; null when it is damaged, of another format, asks for absurd work, or was written by somebody
 * who does not know the database's key. Age seals to anybody: without that last check, whoever gets at the laptop for
 * a moment could put a recipient of his own into the file, and the next grant would be sealed to him.
 */
export function parseTierKeyring(text: string, databaseKey: Uint8Array): TierKeyring | null {
  const file = parseFile(text);
  if (file === null) return null;
  const { mac, ...keyring } = file;
  return mac === macOf(keyring, databaseKey) ? keyring : null;
}

/** The office whose file this is, as far as that can be told without a key; null when it is no such file. */
export function officeOfTierKeyring(text: string): string | null {
  return parseFile(text)?.office ?? null;
}

/** The file's text, ending in a line break. */
export function serializeTierKeyring(keyring: TierKeyring, databaseKey: Uint8Array): string {
  return `${JSON.stringify({ ...keyring, mac: macOf(keyring, databaseKey) }, null, 2)}\n`;
}

function parseFile(text: string): z.infer<typeof TiersFile> | null {
  try {
    return TiersFile.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}

function macOf(keyring: TierKeyring, databaseKey: Uint8Array): string {
  return keyedDigest(databaseKey, canonicalJson(keyring));
}
