import type { Progress } from "../contract/index.ts";
import type { OfficeIdentity } from "../contract/office.ts";
import type { Role } from "../contract/permissions.ts";
import type { CalendarDate, Instant } from "../contract/primitives.ts";
import type { Result } from "../contract/results.ts";
import type { Tier } from "../contract/sync.ts";
import type { Argon2Cost } from "../crypto/keyringFile.ts";
import type { TierSecret } from "../crypto/tierKeyring.ts";
import type { Fonts } from "../documents/render.ts";
import type { NationalStore } from "./headquarters/store.ts";
import type { OpenOffice } from "./office/openOffice.ts";

/** What the world outside gives a use case: the time, randomness, where things lie. */
export interface Surroundings {
  now(): Instant;
  newId(): string;
  random(length: number): Uint8Array;
  readonly fonts: () => Fonts;
  /** What one try at a passphrase or the recovery code costs, in slots that are written from now on. */
  readonly passphraseCost: Argon2Cost;
  readonly version: string;
  /** The day that the installed program was made of; null where it runs from its sources. */
  readonly builtOn: CalendarDate | null;
}

export interface SignedIn {
  readonly id: string;
  readonly name: string;
  readonly login: string;
  readonly role: Role;
}

/** One request of a signed-in person to an open office. */
export interface Call {
  readonly office: OpenOffice;
  readonly identity: OfficeIdentity;
  readonly user: SignedIn;
  /** The tiers' keys that are sealed to this person; none outside of headquarters. */
  readonly tierSecrets: readonly TierSecret[];
  /** These tiers were taken from her just now: what the desk keeps open of them is closed. */
  forgetTiers(tiers: readonly Tier[]): void;
  /** The copies of all offices, brought up to this office's own journal; null outside of headquarters. */
  national(): NationalStore | null;
  readonly world: Surroundings;
  today(): CalendarDate;
  progress(progress: Progress): void;
  /**
   * Lets cancellation and other messages through during long work.
   * @throws Cancelled when the person stopped it; the transaction around is rolled back
   */
  breathe(): Promise<void>;
}

/** The person stopped a long request. */
export class Cancelled extends Error {}

export type Answer<T> = Result<T> | Promise<Result<T>>;
