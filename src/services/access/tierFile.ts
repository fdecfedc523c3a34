import { accept, type Result, refuse } from "../../contract/results.ts";
import { parseTierKeyring, serializeTierKeyring, type TierKeyring } from "../../crypto/tierKeyringFile.ts";
import type { Call } from "../call.ts";
import { onDisk } from "../office/diskRefusals.ts";
import { officePaths, readIfThere, writeWhole } from "../office/officeFiles.ts";

/** Headquarters' `tiers.json`; null where there is none (an antenna). Refuses a file that is damaged or planted. */
export function readTierKeyring(dataDir: string, databaseKey: Uint8Array): Result<TierKeyring | null> {
  const text = readIfThere(officePaths(dataDir).tiers);
  if (text === null) return accept(null);
  const keyring = parseTierKeyring(text, databaseKey);
  return keyring === null ? refuse("access.keyringDamaged") : accept(keyring);
}

/** @throws the system's error; the old file is untouched then */
export function writeTierKeyring(dataDir: string, keyring: TierKeyring, databaseKey: Uint8Array): void {
  writeWhole(officePaths(dataDir).tiers, serializeTierKeyring(keyring, databaseKey));
}

/** Changes the file, if this is headquarters; the old one stays whole when the disk refuses. */
export async function changeTiers(
  { office, identity }: Pick<Call, "office" | "identity">,
  change: (keyring: TierKeyring) => Promise<TierKeyring>,
): Promise<Result<void>> {
  if (!identity.headquarters) return accept(undefined);
  const keyring = readTierKeyring(office.dataDir, office.databaseKey);
  if (!keyring.ok) return keyring;
  const before = keyring.value;
  if (before === null) return accept(undefined);
  return onDisk(null, async () => {
    const after = await change(before);
    if (after !== before) writeTierKeyring(office.dataDir, after, office.databaseKey);
  });
}
