import type { Result } from "../../contract/results.ts";
import type { Tier } from "../../contract/sync.ts";
import type { keyedDigest } from "../../crypto/digests.ts";
import type { TierSecret } from "../../crypto/tierKeyring.ts";
import type { NationalDoor } from "../../data/national/door.ts";
import type { Reader } from "../../data/reader.ts";

/**
 * Headquarters' copies of all offices (its own branch included), as far as the person's tiers open them: a tier that
 * she does not hold is there and empty.
 */
export interface National {
  readonly reader: Reader;
  readonly tiers: ReadonlySet<Tier>;
}

/** A key for digests that only headquarters can make. */
export type MatchKey = Parameters<typeof keyedDigest>[0];

/** Headquarters' copies while somebody is signed in. */
export interface NationalStore extends National {
  readonly dataDir: string;
  readonly secrets: ReadonlyMap<Tier, TierSecret>;
  /** By which names, births and phones are digested to find the same woman in two offices. */
  readonly matchKey: MatchKey;
  /** One transaction over the chain and all open stores; a refusal rolls it back. */
  write<T>(work: (door: NationalDoor) => Result<T>): Result<T>;
  writeLong<T>(work: (door: NationalDoor) => Promise<Result<T>>): Promise<Result<T>>;
  /** Brings the copies up to this office's own journal. */
  refresh(): void;
  close(): void;
}
