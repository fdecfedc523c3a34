import type { Role } from "../../contract/permissions.ts";
import { accept, type Result, refuse } from "../../contract/results.ts";
import type { Tier } from "../../contract/sync.ts";
import {
  addPerson,
  grantTier,
  holdersOf,
  openPerson,
  type PersonalKey,
  recipientsOf,
  relockPerson,
  removePerson,
  type TierSecret,
  tiersOf,
  withdrawTier,
} from "../../crypto/tierKeyring.ts";
import type { TierKeyring } from "../../crypto/tierKeyringFile.ts";
import type { Surroundings } from "../call.ts";
import { ROLE_TIERS } from "./roleTiers.ts";

/*
 * What becomes of the tier keyring when people come, change and go. All here is keyring in, keyring out; the callers
 * write, in an order that leaves every person a way in wherever a power cut falls.
 */

type Means = Pick<Surroundings, "random" | "passphraseCost">;

interface Person {
  readonly login: string;
  readonly passphrase: string;
}

/** A changed keyring and the keys in it that the new passphrase opens. */
export interface NewKeys {
  readonly keyring: TierKeyring;
  readonly keys: readonly PersonalKey[];
}

async function grantAll(
  keyring: TierKeyring,
  tiers: readonly Tier[],
  secrets: readonly TierSecret[],
  recipients: readonly string[],
): Promise<TierKeyring> {
  let result = keyring;
  for (const secret of secrets)
    if (tiers.includes(secret.tier)) result = await grantTier(result, secret, recipients);
  return result;
}

/** A new person with her role's tiers, as far as the adder holds them. What an interrupted adding left goes. */
export async function admitPerson(
  keyring: TierKeyring,
  person: Person & { readonly role: Role },
  secrets: readonly TierSecret[],
  { random, passphraseCost }: Means,
): Promise<TierKeyring> {
  const cleared = await removePerson(keyring, person.login, secrets);
  const added = await addPerson(cleared, person, random, passphraseCost);
  return grantAll(added.keyring, ROLE_TIERS[person.role], secrets, [added.key.recipient]);
}

/**
 * A new key for somebody whose passphrase nobody knows, beside the old one: it holds what that held, or what her role
 * is due if she had none; as far as `secrets` go.
 */
export async function renewPerson(
  keyring: TierKeyring,
  person: Person & { readonly role: Role },
  secrets: readonly TierSecret[],
  { random, passphraseCost }: Means,
): Promise<NewKeys> {
  const { login, role } = person;
  const due = recipientsOf(keyring, login).length === 0 ? ROLE_TIERS[role] : tiersOf(keyring, login);
  const added = await addPerson(keyring, person, random, passphraseCost);
  return {
    keyring: await grantAll(added.keyring, due, secrets, [added.key.recipient]),
    keys: [added.key],
  };
}

/** Locks the keys that `current` opens by `next` too; a new one that holds nothing, where it opens none. */
export async function lockAnew(
  keyring: TierKeyring,
  person: { readonly login: string; readonly current: string; readonly next: string },
  { random, passphraseCost }: Means,
): Promise<NewKeys> {
  const { login, current, next: passphrase } = person;
  const opened = await openPerson(keyring, login, current);
  if (opened.length === 0) {
    const added = await addPerson(keyring, { login, passphrase }, random, passphraseCost);
    return { keyring: added.keyring, keys: [added.key] };
  }
  const keys: PersonalKey[] = [];
  let result = keyring;
  for (const { identity } of opened) {
    const locked = await relockPerson(result, { login, passphrase, identity }, random, passphraseCost);
    result = locked.keyring;
    keys.push(locked.key);
  }
  return { keyring: result, keys };
}

/** What a new role gives and takes, as far as the changer's own tiers go. */
export interface TierMove {
  readonly gains: readonly Tier[];
  readonly losses: readonly Tier[];
}

/**
 * Refuses to leave a tier with somebody whose role it is no more because the changer cannot seal it anew
 * (`headquarters.tierNotHeld`), and to take it from the last one who can open it (`headquarters.tierAlone`).
 */
export function planMove(
  keyring: TierKeyring,
  about: { readonly login: string; readonly role: Role },
  secrets: readonly TierSecret[],
): Result<TierMove> {
  const field = "role";
  const held = tiersOf(keyring, about.login);
  const due = ROLE_TIERS[about.role];
  const losses = held.filter((tier) => !due.includes(tier));
  if (losses.some((tier) => !secrets.some((secret) => secret.tier === tier)))
    return refuse("headquarters.tierNotHeld", { field });
  if (losses.some((tier) => isAlone(keyring, tier, about.login)))
    return refuse("headquarters.tierAlone", { field });
  return accept({ gains: due.filter((tier) => !held.includes(tier)), losses });
}

export async function moveTiers(
  keyring: TierKeyring,
  login: string,
  { gains, losses }: TierMove,
  secrets: readonly TierSecret[],
): Promise<TierKeyring> {
  const recipients = recipientsOf(keyring, login);
  if (recipients.length === 0) return keyring;
  let result = await grantAll(keyring, gains, secrets, recipients);
  for (const secret of secrets)
    if (losses.includes(secret.tier)) result = await withdrawTier(result, secret, recipients);
  return result;
}

/** Whether nobody could open the tier any more without this person: no other holder and no recovery code. */
export function isAlone(keyring: TierKeyring, tier: Tier, login: string): boolean {
  const own = recipientsOf(keyring, login);
  const holders = holdersOf(keyring, tier);
  return (
    keyring.recovery.length === 0 &&
    holders.some((holder) => own.includes(holder)) &&
    holders.every((holder) => own.includes(holder))
  );
}
