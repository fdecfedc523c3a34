import { readdirSync, readFileSync, statfsSync, statSync } from "node:fs";
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

/** Linux: what is mounted where desktops put sticks, from the kernel's own list (its blanks are written `\040`). */
function linuxSticks(): Place[] {
  const mounts = readFileSync("/proc/self/mounts", "utf8")
    .split("\n")
    .map((line) => line.split(" ")[1]?.replaceAll("\\040", " ") ?? "")
    .filter((path) => /^\/(media|run\/media)\/./.test(path));
  return mounts.map((path) => ({
    path,
    kind: "removable",
    label: path.split("/").at(-1) ?? path,
    freeBytes: freeBytes(path),
  }));
}

function macVolumes(): Place[] {
  return readdirSync("/Volumes").map((label) => {
    const path = join("/Volumes", label);
    return { path, kind: "removable", label, freeBytes: freeBytes(path) };
  });
}

/** Windows: every letter that answers; the system's own disk is not offered as a stick. */
function windowsDrives(): Place[] {
  const system = (process.env.SystemDrive ?? "C:").toUpperCase();
  const letters = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"].map((letter) => `${letter}:`);
  return letters.flatMap((drive): Place[] => {
    const free = freeBytes(`${drive}\\`);
    if (free === null) return [];
    return [
      { path: `${drive}\\`, kind: drive === system ? "disk" : "removable", label: drive, freeBytes: free },
    ];
  });
}

function listPlaces(): Place[] {
  const home: Place = { path: homedir(), kind: "home", label: "", freeBytes: freeBytes(homedir()) };
  const drives = { linux: linuxSticks, darwin: macVolumes, win32: windowsDrives }[process.platform as string];
  return [...(drives?.() ?? []), home];
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
