import type { OutputOf } from "../../contract/index.ts";
import { accept, type Result, refuse } from "../../contract/results.ts";
import { setRecoverySlot } from "../../crypto/keyring.ts";
import type { Keyring } from "../../crypto/keyringFile.ts";
import { makeRecoveryCode } from "../../crypto/recoveryCode.ts";
import { addRecovery, settleRecovery } from "../../crypto/tierKeyring.ts";
import { readSettings } from "../../data/officeRecord.ts";
import type { Call } from "../call.ts";
import { onDisk } from "../office/diskRefusals.ts";
import { recoverySheetFile } from "../office/paper.ts";
import { provePassphrase, writeKeyring } from "./signIn.ts";
import { changeTiers, readTierKeyring } from "./tierFile.ts";
import { noteAudit } from "./users.ts";

/** The old code's key is not at hand: each tier must be sealed anew, which asks for the secrets of all of them. */
function requireAllTiers(call: Call): Result<null> {
  if (!call.identity.headquarters) return accept(null);
  const tiers = readTierKeyring(call.office.dataDir, call.office.databaseKey);
  if (!tiers.ok) return tiers;
  const held = new Set(call.tierSecrets.map(({ tier }) => tier));
  const holdsAll = tiers.value === null || tiers.value.tiers.every(({ tier }) => held.has(tier));
  return holdsAll ? accept(null) : refuse("headquarters.tierNotHeld");
}

/**
 * The tiers' keyring takes the new code in beside the old one, the database's is changed, then the tiers' lets the old
 * one go: wherever a power cut falls, the code that opens the database opens the tiers.
 */
async function writeCode(
  call: Call,
  code: string,
  { keyring, databaseKey }: { keyring: Keyring; databaseKey: Uint8Array },
): Promise<Result<void>> {
  const { random, passphraseCost } = call.world;
  const secrets = call.tierSecrets;
  const begun = await changeTiers(call, (tiers) =>
    addRecovery(tiers, { code, secrets }, random, passphraseCost),
  );
  if (!begun.ok) return begun;
  const changed = await onDisk(null, async () =>
    writeKeyring(
      call.office.dataDir,
      await setRecoverySlot(keyring, code, databaseKey, random, passphraseCost),
    ),
  );
  return changed.ok ? changeTiers(call, (tiers) => settleRecovery(tiers, secrets)) : changed;
}

/** A new recovery code for whoever proves her passphrase; the old paper opens nothing from then on. */
export async function renewRecoveryCode(
  call: Call,
  passphrase: string,
): Promise<Result<OutputOf<"access.renewRecoveryCode">>> {
  const holdsAll = requireAllTiers(call);
  if (!holdsAll.ok) return holdsAll;
  const proved = await provePassphrase(call, passphrase, "passphrase");
  if (!proved.ok) return proved;
  const recoveryCode = makeRecoveryCode(call.world.random);
  const written = await writeCode(call, recoveryCode, proved.value);
  if (!written.ok) return written;
  noteAudit(call, "renewRecoveryCode");
  const { language } = readSettings(call.office.reader);
  const about = { officeCode: call.office.code, recoveryCode, on: call.today(), language };
  return accept({ recoveryCode, sheet: await recoverySheetFile(call.world, about) });
}
