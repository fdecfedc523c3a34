import { existsSync, mkdirSync, realpathSync, rmSync, statSync } from "node:fs";
import { join, relative } from "node:path";
import { accept, type Result, refuse } from "../../contract/results.ts";
import { copyDatabase, openDatabase } from "../../data/database.ts";
import { writeLocal } from "../../data/localState.ts";
import type { Call } from "../call.ts";
import { onDisk } from "./diskRefusals.ts";
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
 * Copies the whole office into a new dated folder below `folder`, encrypted as it stands, and opens the copy once
 * to be sure. The copy is itself a data folder: `--data` opens it.
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
  const source = officePaths(call.office.dataDir);
  const copy = officePaths(target);
  const copied = await onDisk(field, async () => {
    mkdirSync(target);
    await copyDatabase(call.office.connection, copy.database);
    const opened = await openDatabase(copy.database, call.office.databaseKey);
    if (!opened.ok) return refuse("disk.removed", { field });
    opened.value.close();
    for (const rest of ["-wal", "-shm"]) rmSync(copy.database + rest, { force: true });
    flushFile(copy.database);
    // The keyring makes a backup of it: it comes last.
    copyFlushed(source.keyring, copy.keyring);
    return accept(statSync(copy.database).size);
  });
  const done = copied.ok ? copied.value : copied;
  if (!done.ok) {
    await onDisk(field, () => rmSync(target, { recursive: true, force: true }));
    return done;
  }
  call.office.write(call.user.id, at, (door) => accept(writeLocal(door, "lastBackupAt", at)));
  return accept({ path: target, bytes: done.value, at });
}
