import { existsSync, mkdirSync, realpathSync, rmSync, statSync } from "node:fs";
import { join, relative } from "node:path";
import { accept, type Result, refuse } from "../../contract/results.ts";
import { copyDatabase, openDatabase } from "../../data/database.ts";
import { writeLocal } from "../../data/localState.ts";
import type { Call } from "../call.ts";
import { onDisk } from "./diskRefusals.ts";
import { copyNational, hasUnfinished } from "./nationalFiles.ts";
import { copyFlushed, flushFile, officePaths } from "./officeFiles.ts";

/** `/x/y` lies in `/x`, and a folder lies in itself. */
function liesIn(folder: string, inside: string): boolean {
  const way = relative(folder, inside);
  return way === "" || (!way.startsWith("..") && way !== inside);
}

/** A name that is free: a second copy within one second must not meet the first. */
function freeName(path: string): string {
  let name = path;
  for (let count = 2; existsSync(name); count += 1) name = `${path}-${count}`;
  return name;
}

/**
 * Copies the office into `target`, which is empty, and opens the copy of the database once to be sure. Nothing writes
 * meanwhile: requests are answered one after the other.
 * @returns the bytes copied, without the keyrings
 */
async function copyOffice(call: Call, target: string): Promise<Result<number>> {
  const { dataDir, connection, databaseKey } = call.office;
  const source = officePaths(dataDir);
  const copy = officePaths(target);
  // Opening them undoes what a power cut left half written. A damaged one is copied as it lies: the register's backup
  // must not wait for it.
  await onDisk(null, () => call.national());
  if (hasUnfinished(dataDir)) return refuse("backup.importUnfinished");
  await copyDatabase(connection, copy.database);
  const opened = await openDatabase(copy.database, databaseKey);
  if (!opened.ok) return refuse("disk.removed", { field: "folder" });
  opened.value.close();
  for (const rest of ["-wal", "-shm"]) rmSync(copy.database + rest, { force: true });
  flushFile(copy.database);
  const bytes = statSync(copy.database).size + copyNational(dataDir, target);
  if (existsSync(source.tiers)) copyFlushed(source.tiers, copy.tiers);
  // The keyring makes a backup of it: it comes last.
  copyFlushed(source.keyring, copy.keyring);
  return accept(bytes);
}

/**
 * Copies the whole office into a new dated folder below `folder`, encrypted as it stands; at headquarters with its
 * copies of all offices. The copy is itself a data folder: `--data` opens it.
 * Refuses a folder that is not there or is the data folder itself, and a disk that is full or gone; nothing half
 * done is left behind.
 */
export async function backUp(
  call: Call,
  folder: string,
): Promise<Result<{ path: string; bytes: number; at: string }>> {
  const field = "folder";
  if (!existsSync(folder) || !statSync(folder).isDirectory()) return refuse("disk.notFound", { field });
  if (liesIn(realpathSync(call.office.dataDir), realpathSync(folder)))
    return refuse("disk.sameAsData", { field });
  const at = call.world.now();
  const moment = at.slice(0, 19).replaceAll(":", "").replace("T", "-");
  const target = freeName(join(folder, `${call.office.code}-${moment}`));
  const copied = await onDisk(field, () => {
    mkdirSync(target);
    return copyOffice(call, target);
  });
  const done = copied.ok ? copied.value : copied;
  if (!done.ok) {
    await onDisk(field, () => rmSync(target, { recursive: true, force: true }));
    return done;
  }
  call.office.write(call.user.id, at, (door) => accept(writeLocal(door, "lastBackupAt", at)));
  return accept({ path: target, bytes: done.value, at });
}
