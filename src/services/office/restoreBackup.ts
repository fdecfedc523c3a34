import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { accept, type Result, refuse } from "../../contract/results.ts";
import { parseKeyring } from "../../crypto/keyringFile.ts";
import { officeOfTierKeyring } from "../../crypto/tierKeyringFile.ts";
import { nationalPaths } from "../../data/national/stores.ts";
import { clearInterrupted, lookAtFolder } from "./createOffice.ts";
import { onDisk } from "./diskRefusals.ts";
import { copyNational, hasUnfinished } from "./nationalFiles.ts";
import { copyFlushed, officePaths, readIfThere, removeWhole, writeWhole } from "./officeFiles.ts";

/** Whether headquarters' copies come with a tier keyring of the same office; at an antenna there is neither. */
function hasItsTiers(folder: string, office: string): boolean {
  const tiers = readIfThere(officePaths(folder).tiers);
  return tiers === null ? !existsSync(nationalPaths(folder).chain) : officeOfTierKeyring(tiers) === office;
}

/**
 * Takes the office of a backup (a folder that `backUp` made) into an empty data folder. The keyring comes last: a
 * power cut before it leaves an empty folder, and the work can be done again. Whether the database opens is seen at
 * the first sign-in, when there is a key.
 * Refuses a data folder that has an office (`office.alreadyExists`), a folder without a backup, a damaged keyring.
 */
export async function restoreBackup(dataDir: string, folder: string): Promise<Result<{ code: string }>> {
  const field = "folder";
  if (lookAtFolder(dataDir) !== "empty") return refuse("office.alreadyExists");
  const from = officePaths(folder);
  if (!existsSync(from.keyring) || !existsSync(from.database)) return refuse("backup.notFound", { field });
  const keyring = parseKeyring(readFileSync(from.keyring, "utf8"));
  if (keyring === null || !hasItsTiers(folder, keyring.office))
    return refuse("access.keyringDamaged", { field });
  if (hasUnfinished(folder)) return refuse("backup.importUnfinished", { field });
  const to = officePaths(dataDir);
  const copied = await onDisk(field, () => {
    clearInterrupted(to);
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    writeWhole(to.creating, "");
    copyFlushed(from.database, to.database);
    copyNational(folder, dataDir);
    if (existsSync(from.tiers)) copyFlushed(from.tiers, to.tiers);
    writeWhole(to.keyring, readFileSync(from.keyring));
    removeWhole(to.creating);
  });
  if (copied.ok) return accept({ code: keyring.office });
  clearInterrupted(to);
  rmSync(to.creating, { force: true });
  return copied;
}
