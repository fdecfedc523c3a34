import { existsSync, lstatSync, readdirSync, readFileSync, statfsSync, statSync } from "node:fs";
import { homedir } from "node:os";
import { dirname, join, resolve } from "node:path";
import type { FolderListing } from "../../contract/office.ts";
import { accept, type Result, refuse } from "../../contract/results.ts";

type Place = FolderListing["places"][number];

function freeBytes(path: string): number | null {
  try {
    const { bavail, bsize } = statfsSync(path);
    return bavail * bsize;
  } catch {
    return null;
  }
}

/** A blank, a tab, a backslash in the kernel's list is written in octal: `\040`. In bytes, for accented labels. */
function plainPath(written: string): string {
  const bytes = Buffer.from(written, "utf8").toString("latin1");
  const plain = bytes.replace(/\\([0-7]{3})/g, (_, octal: string) =>
    String.fromCharCode(Number.parseInt(octal, 8)),
  );
  return Buffer.from(plain, "latin1").toString("utf8");
}

/**
 * Linux: what is mounted where desktops put sticks, each once, in the order in which they were plugged in.
 * @param mounts the kernel's own list, `/proc/self/mounts`
 */
export function stickMounts(mounts: string): { path: string; label: string }[] {
  const paths = mounts
    .split("\n")
    .map((line) => plainPath(line.split(" ")[1] ?? ""))
    .filter((path) => /^\/(media|run\/media)\/./.test(path));
  return [...new Set(paths)].map((path) => ({ path, label: path.split("/").at(-1) ?? path }));
}

function linuxSticks(): Place[] {
  return stickMounts(readFileSync("/proc/self/mounts", "utf8")).map((stick) => ({
    ...stick,
    kind: "removable",
    freeBytes: freeBytes(stick.path),
  }));
}

/** macOS: the volumes; the one that is a link to `/` is the system's own disk. */
export function volumesIn(folder: string): Place[] {
  return readdirSync(folder)
    .filter((label) => !label.startsWith("."))
    .map((label) => {
      const path = join(folder, label);
      const isOwnDisk = lstatSync(path).isSymbolicLink();
      return { path, kind: isOwnDisk ? "disk" : "removable", label, freeBytes: freeBytes(path) };
    });
}

const LETTERS = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"].map((letter) => `${letter}:`);

/**
 * Windows: every letter that answers. Sticks have no recycle bin, built-in and external disks have one: that tells
 * them apart without asking another program. Their names are known to the volume manager alone, so the letter is
 * what they are called by.
 */
export function drivesAmong(
  roots: readonly { readonly letter: string; readonly root: string }[],
  system: string,
): Place[] {
  return roots.flatMap(({ letter, root }): Place[] => {
    const free = freeBytes(root);
    if (free === null) return [];
    const isDisk = letter === system || existsSync(join(root, "$RECYCLE.BIN"));
    return [{ path: root, kind: isDisk ? "disk" : "removable", label: letter, freeBytes: free }];
  });
}

function windowsDrives(): Place[] {
  const roots = LETTERS.map((letter) => ({ letter, root: `${letter}\\` }));
  return drivesAmong(roots, (process.env.SystemDrive ?? "C:").toUpperCase());
}

/** A stick that is pulled out while it is looked at must not hide the other places. */
function drives(): Place[] {
  try {
    const list = { linux: linuxSticks, darwin: () => volumesIn("/Volumes"), win32: windowsDrives };
    return list[process.platform as keyof typeof list]?.() ?? [];
  } catch {
    return [];
  }
}

function listPlaces(): Place[] {
  return [...drives(), { path: homedir(), kind: "home", label: "", freeBytes: freeBytes(homedir()) }];
}

/** Folders inside `path` (the home folder when null), hidden ones left out, and the places to begin from. */
export function listFolders(path: string | null): Result<FolderListing> {
  const here = resolve(path ?? homedir());
  try {
    if (!statSync(here).isDirectory()) return refuse("disk.notFound", { field: "path" });
    const folders = readdirSync(here, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && !entry.name.startsWith("."))
      .map((entry) => ({ name: entry.name, path: join(here, entry.name) }))
      .sort((a, b) => a.name.localeCompare(b.name, "fr"));
    const parent = dirname(here);
    return accept({ path: here, parent: parent === here ? null : parent, places: listPlaces(), folders });
  } catch {
    return refuse("disk.notFound", { field: "path" });
  }
}
