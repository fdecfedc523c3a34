import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { accept, type Result, refuse } from "../../contract/results.ts";
import { parseKeyring } from "../../crypto/keyringFile.ts";
import { clearInterrupted, lookAtFolder } from "./createOffice.ts";
import { onDisk } from "./diskRefusals.ts";
import { copyFlushed, officePaths, removeWhole, writeWhole } from "./officeFiles.ts";

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
  if (keyring === null) return refuse("access.keyringDamaged", { field });
  const to = officePaths(dataDir);
  const copied = await onDisk(field, () => {
    clearInterrupted(to);
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    writeWhole(to.creating, "");
    copyFlushed(from.database, to.database);
    writeWhole(to.keyring, readFileSync(from.keyring));
    removeWhole(to.creating);
  });
  if (copied.ok) return accept({ code: keyring.office });
  for (const file of [to.database, to.keyring, to.creating]) rmSync(file, { force: true });
  return copied;
}
