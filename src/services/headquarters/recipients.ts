import { accept, type Result, refuse } from "../../contract/results.ts";
import { readTierKeyring } from "../access/tierFile.ts";
import type { Call } from "../call.ts";
import type { InvitationKeys } from "../sync/manifest.ts";

/** Age recipients of the tiers, as `tiers.json` has them in the open. */
export function tierRecipients(call: Call): Result<Omit<InvitationKeys["recipients"], "recovery">> {
  const keyring = readTierKeyring(call.office.dataDir, call.office.databaseKey);
  if (!keyring.ok) return keyring;
  const recipientOf = (tier: string) => keyring.value?.tiers.find((seal) => seal.tier === tier)?.recipient;
  const recipients = {
    identity: recipientOf("identity"),
    finance: recipientOf("finance"),
    health: recipientOf("health"),
    rights: recipientOf("rights"),
    programme: recipientOf("programme"),
  };
  const { identity, finance, health, rights, programme } = recipients;
  if (!identity || !finance || !health || !rights || !programme) return refuse("headquarters.noTier");
  return accept({ identity, finance, health, rights, programme });
}
