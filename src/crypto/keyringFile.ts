import { z } from "zod";
import { OfficeCode, Sha256Hex } from "../contract/primitives.ts";
import { isAgeRecipient } from "./sealing.ts";
import { strictBase64 } from "./sshWire.ts";

/** The file `keyring.json` beside the database: its shape, reading and writing. */

export const KEYRING_FORMAT = "danaya-keyring/1";

const MIB = 1024;
/** More would be a slip or an attack on memory: an office has a handful of users. */
const MOST_SLOTS = 200;

export const hexOf = (bytes: number) => z.string().regex(new RegExp(`^[0-9a-f]{${bytes * 2}}$`));

/**
 * Argon2id's parameters, within what a laptop can do: a damaged or planted file must not make it ask for all
 * memory or hours of work.
 */
export const Argon2Parameters = z
  .strictObject({
    memoryKib: z
      .int()
      .min(8)
      .max(1024 * MIB),
    passes: z.int().min(1).max(16),
    parallelism: z.int().min(1).max(4),
    salt: hexOf(16),
  })
  // RFC 9106 section 3.1: at least 8 KiB a lane.
  .refine(({ memoryKib, parallelism }) => memoryKib >= 8 * parallelism);

/** AES-256-GCM around the 32-byte database key, under a key that Argon2id made; the tag ends `sealed`. */
const lockedKey = { argon2: Argon2Parameters, nonce: hexOf(12), sealed: hexOf(48) };

const UserSlot = z.strictObject({
  kind: z.literal("user"),
  /** SHA-256(whoSalt ‖ login): the file does not name the staff. */
  who: Sha256Hex,
  whoSalt: hexOf(16),
  ...lockedKey,
});

const RecoverySlot = z.strictObject({ kind: z.literal("recovery"), ...lockedKey });

const HeadquartersSlot = z.strictObject({
  kind: z.literal("headquarters"),
  recipient: z.string().refine(isAgeRecipient),
  /** An age file, in base 64. */
  sealed: z
    .string()
    .max(4000)
    .refine((text) => strictBase64(text) !== null),
});

const Keyring = z.strictObject({
  format: z.literal(KEYRING_FORMAT),
  office: OfficeCode,
  slots: z
    .array(z.discriminatedUnion("kind", [UserSlot, RecoverySlot, HeadquartersSlot]))
    .max(MOST_SLOTS)
    .refine((slots) => (["recovery", "headquarters"] as const).every((kind) => count(slots, kind) <= 1)),
});

export type Keyring = z.infer<typeof Keyring>;
export type UserSlot = z.infer<typeof UserSlot>;
export type RecoverySlot = z.infer<typeof RecoverySlot>;
export type LockedKey = Pick<UserSlot, "argon2" | "nonce" | "sealed">;

/** How dear one try at a passphrase is. */
export interface Argon2Cost {
  readonly memoryKib: number;
  readonly passes: number;
  readonly parallelism: number;
}

/** Reads the file's text; null when it is damaged, of another format, or asks for absurd work. */
export function parseKeyring(text: string): Keyring | null {
  try {
    return Keyring.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}

/** The file's text, ending in a line break. */
export function serializeKeyring(keyring: Keyring): string {
  return `${JSON.stringify(keyring, null, 2)}\n`;
}

function count(slots: readonly { readonly kind: string }[], kind: string): number {
  return slots.filter((slot) => slot.kind === kind).length;
}
