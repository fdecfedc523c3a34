import type { Role } from "../../contract/permissions.ts";
import type { OfficeCode } from "../../contract/primitives.ts";
import { Tier } from "../../contract/sync.ts";
import {
  addPerson,
  addRecovery,
  createTier,
  emptyTierKeyring,
  makeTierSecret,
  type TierSecret,
} from "../../crypto/tierKeyring.ts";
import type { TierKeyring } from "../../crypto/tierKeyringFile.ts";
import type { Surroundings } from "../call.ts";
import { ROLE_TIERS } from "./roleTiers.ts";

/**
 * Headquarters' first tier keyring: all tiers, held by its first person as far as her role goes, and by the recovery
 * code where it is at hand.
 * @returns the keyring, and the secrets that she holds
 */
export async function foundTiers(
  about: {
    readonly code: OfficeCode;
    readonly person: { readonly login: string; readonly role: Role; readonly passphrase: string };
    readonly recoveryCode: string | null;
  },
  { random, passphraseCost }: Pick<Surroundings, "random" | "passphraseCost">,
): Promise<{ keyring: TierKeyring; secrets: TierSecret[] }> {
  const { person, recoveryCode } = about;
  const first = await addPerson(emptyTierKeyring(about.code), person, random, passphraseCost);
  let keyring =
    recoveryCode === null
      ? first.keyring
      : await addRecovery(first.keyring, { code: recoveryCode, secrets: [] }, random, passphraseCost);
  const secrets = Tier.options.map((tier) => makeTierSecret(tier, random));
  const own = secrets.filter(({ tier }) => ROLE_TIERS[person.role].includes(tier));
  for (const secret of secrets)
    keyring = await createTier(keyring, secret, own.includes(secret) ? [first.key.recipient] : []);
  return { keyring, secrets: own };
}
