import { Tier } from "../../contract/sync.ts";
import { canonicalJson } from "../../crypto/digests.ts";
import { eachEntry, eachHead } from "../../data/journal.ts";
import { readPhoto } from "../../data/photos.ts";
import type { Reader } from "../../data/reader.ts";
import { ENTITY_NAMES, entityOf } from "../../data/registry.ts";

export interface Span {
  readonly first: number;
  readonly last: number;
}

export const TIERS = Tier.options;

export function entitiesOf(tier: Tier): string[] {
  return ENTITY_NAMES.filter((name) => entityOf(name).tier === tier);
}

/** One line an entry: the chain of digests, without any value. */
export function* chainLines(reader: Reader, span: Span, seen: () => void): Generator<string> {
  for (const { at, by, entity, id, local, op, seq, shared } of eachHead(reader, span)) {
    seen();
    yield canonicalJson({ at, by, entity, id, local, op, seq, shared });
  }
}

/**
 * The shareable values of one tier, a line an entry; entries whose values were erased have none. Photographs that
 * the entries show follow as base64 under their SHA-256.
 */
export function* tierLines(reader: Reader, span: Span, tier: Tier, seen: () => void): Generator<string> {
  const photos = new Set<string>();
  const entities = entitiesOf(tier);
  if (entities.length === 0) return;
  for (const entry of eachEntry(reader, span, entities)) {
    seen();
    if (entry.sharedSalt === null || entry.sharedValues === null) continue;
    const salt = Buffer.from(entry.sharedSalt).toString("hex");
    yield `{"salt":"${salt}","seq":${entry.seq},"values":${entry.sharedValues}}`;
    const photo =
      entry.entity === "member" ? /"photo_sha256":"([0-9a-f]{64})"/.exec(entry.sharedValues)?.[1] : undefined;
    if (photo !== undefined) photos.add(photo);
  }
  for (const sha256 of photos) {
    const jpeg = readPhoto(reader, sha256);
    if (jpeg !== undefined) yield `{"jpeg":"${Buffer.from(jpeg).toString("base64")}","sha256":"${sha256}"}`;
  }
}
