import { Tier } from "../../contract/sync.ts";
import { canonicalJson } from "../../crypto/digests.ts";
import type { Lines } from "../../crypto/sealing.ts";
import type { SharedEntry } from "../../data/journal.ts";
import type { EntryHead } from "../../data/journalWriter.ts";
import { ENTITY_NAMES, type EntityName, entityOf } from "../../data/registry.ts";
import type { Part } from "./manifest.ts";

export interface Span {
  readonly first: number;
  readonly last: number;
}

export const TIERS = Tier.options;

/** What a part of a bundle is made of; nothing is read before the part's turn. */
export interface PartSource {
  readonly tier: Part["tier"];
  /** age recipients that it is sealed to. */
  readonly recipients: readonly string[];
  /**
   * JSON texts without a line break; those that come with time may come several at once. Where there is none, a tier
   * has no part. All parts of a bundle are taken side by side.
   */
  lines(): Lines;
}

export function entitiesOf(tier: Tier): EntityName[] {
  return ENTITY_NAMES.filter((name) => entityOf(name).tier === tier);
}

/** One line an entry: the chain of digests, without any value. */
export function* chainLines(
  entries: Iterable<Omit<EntryHead, "before">>,
  seen: () => void,
): Generator<string> {
  for (const { at, by, entity, id, local, op, seq, shared } of entries) {
    seen();
    yield canonicalJson({ at, by, entity, id, local, op, seq, shared });
  }
}

/**
 * The shareable values of entries, a line each; entries whose values were erased have none.
 * @param photos gathers the SHA-256 of the photographs that the entries show
 */
export function* valueLines(
  entries: Iterable<SharedEntry>,
  photos: Set<string>,
  seen: () => void,
): Generator<string> {
  for (const { entity, seq, sharedSalt, sharedValues } of entries) {
    seen();
    if (sharedSalt === null || sharedValues === null) continue;
    const salt = Buffer.from(sharedSalt).toString("hex");
    yield `{"salt":"${salt}","seq":${seq},"values":${sharedValues}}`;
    const photo = entity === "member" ? /"photo_sha256":"([0-9a-f]{64})"/.exec(sharedValues)?.[1] : undefined;
    if (photo !== undefined) photos.add(photo);
  }
}

/** Photographs as base64 under their SHA-256; one that nobody shows any more is left out. */
export function* photoLines(
  photos: Iterable<string>,
  photoOf: (sha256: string) => Uint8Array | undefined,
): Generator<string> {
  for (const sha256 of photos) {
    const jpeg = photoOf(sha256);
    if (jpeg !== undefined) yield `{"jpeg":"${Buffer.from(jpeg).toString("base64")}","sha256":"${sha256}"}`;
  }
}

/**
 * A tier's part: the shareable values of its entries, and behind them the photographs that the entries show.
 * @param photoOf the picture with this SHA-256, if it is still kept
 */
export function* tierLines(
  entries: Iterable<SharedEntry>,
  photoOf: (sha256: string) => Uint8Array | undefined,
  seen: () => void,
): Generator<string> {
  const photos = new Set<string>();
  yield* valueLines(entries, photos, seen);
  yield* photoLines(photos, photoOf);
}
