import { z } from "zod";
import { Instant, OfficeCode } from "../../contract/primitives.ts";
import { publicKeyOf } from "../../crypto/signing.ts";
import { type LocalName, readLocal } from "../../data/localState.ts";
import type { Reader } from "../../data/reader.ts";
import { InvitationKeys } from "./manifest.ts";

/** Headquarters as this office pinned it when it joined. */
export const Headquarters = z.strictObject({ code: OfficeCode, joinedAt: Instant, keys: InvitationKeys });
export type Headquarters = z.infer<typeof Headquarters>;

export function readHeadquarters(reader: Reader): Headquarters | null {
  const text = readLocal(reader, "headquarters");
  return text === null ? null : Headquarters.parse(JSON.parse(text));
}

function readSeed(reader: Reader, name: LocalName): Uint8Array {
  const hex = readLocal(reader, name);
  if (hex === null || !/^[0-9a-f]{64}$/.test(hex)) throw new Error(`${name} is missing`);
  return new Uint8Array(Buffer.from(hex, "hex"));
}

export function readSigningSeed(reader: Reader): Uint8Array {
  return readSeed(reader, "signingSeed");
}

export function readCardSeed(reader: Reader): Uint8Array {
  return readSeed(reader, "cardSeed");
}

export function readImportKey(reader: Reader): Uint8Array {
  return readSeed(reader, "importKey");
}

export function ownSigningKey(reader: Reader): Uint8Array {
  return publicKeyOf(readSigningSeed(reader));
}
