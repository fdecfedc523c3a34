import type { User } from "../../contract/access.ts";
import type { InputOf, OutputOf } from "../../contract/index.ts";
import type { FileOutput } from "../../contract/primitives.ts";
import { accept, type Result, refuse } from "../../contract/results.ts";
import { Tier } from "../../contract/sync.ts";
import { recipientOf } from "../../crypto/sealing.ts";
import {
  grantTier as grant,
  holdersOf,
  recipientsOf,
  type TierSecret,
  withdrawTier as withdraw,
} from "../../crypto/tierKeyring.ts";
import type { TierKeyring } from "../../crypto/tierKeyringFile.ts";
import { listUsers, readUser } from "../../data/users.ts";
import { provePassphrase } from "../access/signIn.ts";
import { changeTiers, readTierKeyring } from "../access/tierFile.ts";
import { noteAudit } from "../access/users.ts";
import type { Call } from "../call.ts";

/** The tier keyring; refuses at an antenna, and at a headquarters whose coordinator has not signed in since it has tiers. */
function requireTiers({ office, identity }: Call): Result<TierKeyring> {
  if (!identity.headquarters) return refuse("headquarters.notHere");
  const keyring = readTierKeyring(office.dataDir, office.databaseKey);
  if (!keyring.ok) return keyring;
  return keyring.value === null ? refuse("headquarters.noTier") : accept(keyring.value);
}

function requireSecret({ tierSecrets }: Call, tier: Tier): Result<TierSecret> {
  const secret = tierSecrets.find((one) => one.tier === tier);
  return secret === undefined ? refuse("headquarters.tierNotHeld", { field: "tier" }) : accept(secret);
}

function holdersAmong(keyring: TierKeyring, people: readonly User[], tier: Tier): User[] {
  const holders = holdersOf(keyring, tier);
  return people.filter(({ login }) => recipientsOf(keyring, login).some((own) => holders.includes(own)));
}

/** Who holds which tier, and who could be given one. */
export function listTiers(call: Call): Result<OutputOf<"headquarters.tiers">> {
  const keyring = requireTiers(call);
  if (!keyring.ok) return keyring;
  const people = listUsers(call.office.reader).filter(({ active }) => active);
  return accept({
    tiers: Tier.options.flatMap((tier) => {
      const seal = keyring.value.tiers.find((one) => one.tier === tier);
      if (seal === undefined) return [];
      const holders = holdersAmong(keyring.value, people, tier);
      return {
        tier,
        recipient: seal.recipient,
        holders: holders.map(({ id: userId, name }) => ({ userId, name })),
      };
    }),
    people: people.map(({ id: userId, name, role, login }) => ({
      userId,
      name,
      role,
      ready: recipientsOf(keyring.value, login).length > 0,
    })),
  });
}

interface Move {
  readonly keyring: TierKeyring;
  readonly secret: TierSecret;
  readonly user: User;
  /** The recipients of the person's keys. */
  readonly own: readonly string[];
}

function prepareMove(call: Call, input: { userId: string; tier: Tier }): Result<Move> {
  const keyring = requireTiers(call);
  if (!keyring.ok) return keyring;
  const user = readUser(call.office.reader, input.userId);
  if (user === undefined || !user.active) return refuse("access.userNotFound", { field: "userId" });
  const secret = requireSecret(call, input.tier);
  if (!secret.ok) return secret;
  const own = recipientsOf(keyring.value, user.login);
  return accept({ keyring: keyring.value, secret: secret.value, user, own });
}

/** Seals a tier to a person: from her next sign-in on she reads it. Given twice, it is given once. */
export async function grantTier(
  call: Call,
  input: InputOf<"headquarters.grantTier">,
): Promise<Result<Record<string, never>>> {
  const move = prepareMove(call, input);
  if (!move.ok) return move;
  const { keyring, secret, user, own } = move.value;
  if (own.length === 0) return refuse("headquarters.personNotReady", { field: "userId" });
  if (holdersAmong(keyring, [user], input.tier).length > 0) return accept({});
  const granted = await changeTiers(call, (before) => grant(before, secret, own));
  if (!granted.ok) return granted;
  noteAudit(call, "grantTier", { reference: referenceOf(input) });
  return accept({});
}

/** Seals a tier anew without a person. The last person keeps it. */
export async function withdrawTier(
  call: Call,
  input: InputOf<"headquarters.withdrawTier">,
): Promise<Result<Record<string, never>>> {
  const move = prepareMove(call, input);
  if (!move.ok) return move;
  const { keyring, secret, user, own } = move.value;
  if (holdersAmong(keyring, [user], input.tier).length === 0) return accept({});
  const others = holdersOf(keyring, input.tier).filter((holder) => !own.includes(holder));
  if (others.length === 0) return refuse("headquarters.tierAlone", { field: "userId" });
  const withdrawn = await changeTiers(call, (before) => withdraw(before, secret, own));
  if (!withdrawn.ok) return withdrawn;
  if (user.id === call.user.id) call.forgetTiers([input.tier]);
  noteAudit(call, "withdrawTier", { reference: referenceOf(input) });
  return accept({});
}

/** Which tier and whose: her id, for the trail bears no name. */
function referenceOf({ tier, userId }: { tier: Tier; userId: string }): string {
  return `${tier} ${userId}`;
}

/**
 * A tier's age identity as `age-keygen` writes it, to open parts of bundles by hand. Asks for the passphrase once
 * more; in the audit trail before it is handed out.
 */
export async function exportIdentity(
  call: Call,
  input: InputOf<"headquarters.exportIdentity">,
): Promise<Result<FileOutput>> {
  const keyring = requireTiers(call);
  if (!keyring.ok) return keyring;
  const secret = requireSecret(call, input.tier);
  if (!secret.ok) return secret;
  const proved = await provePassphrase(call, input.passphrase, "passphrase");
  if (!proved.ok) return proved;
  noteAudit(call, "exportIdentity", { reference: input.tier });
  const { identity } = secret.value;
  const created = `${call.world.now().slice(0, 19)}Z`;
  const text = `# created: ${created}\n# public key: ${await recipientOf(identity)}\n${identity}\n`;
  return accept({
    fileName: `${call.office.code}-${input.tier}.txt`,
    mediaType: "application/octet-stream",
    bytes: new TextEncoder().encode(text),
  });
}
