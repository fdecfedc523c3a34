import {
  closeSync,
  copyFileSync,
  existsSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from "node:fs";
import { dirname, join } from "node:path";

/** Where an office lies on disk. A copy of this folder is a whole office. */
export function officePaths(dataDir: string) {
  return {
    database: join(dataDir, "danaya.db"),
    keyring: join(dataDir, "keyring.json"),
    /** Headquarters only: who can open which tier. */
    tiers: join(dataDir, "tiers.json"),
    /** Stands there only while an office is being made: what a power cut leaves behind may then be cleared. */
    creating: join(dataDir, "creating"),
    tries: join(dataDir, "tries.json"),
    lock: join(dataDir, "lock"),
    backups: join(dataDir, "backups"),
  };
}

/** Flushes a folder's entries, so that a new name survives a power cut. Windows has no such call and needs none. */
export function flushFolder(folder: string): void {
  if (process.platform === "win32") return;
  const handle = openSync(folder, "r");
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/**
 * Copies a file and waits until it is on the disk: a stick may be pulled out as soon as this returns.
 * @throws the system's error
 */
export function copyFlushed(from: string, to: string): void {
  copyFileSync(from, to);
  flushFile(to);
}

/** Waits until what was written of a file, and its name, are on the disk. @throws the system's error */
export function flushFile(path: string): void {
  const handle = openSync(path, "r+");
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  flushFolder(dirname(path));
}

/**
 * Writes a file so that after a power cut either the old or the new one stands there, whole.
 * @throws the system's error (ENOSPC, EROFS, ENOENT …); the target is untouched then
 */
export function writeWhole(path: string, content: string | Uint8Array): void {
  const temporary = `${path}.part`;
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
  try {
    const handle = openSync(temporary, "w", 0o600);
    try {
      let written = 0;
      while (written < bytes.length) written += writeSync(handle, bytes, written);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    renameSync(temporary, path);
    flushFolder(dirname(path));
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

/** Takes a file away so that a power cut does not bring it back. */
export function removeWhole(path: string): void {
  rmSync(path);
  flushFolder(dirname(path));
}

export function readIfThere(path: string): string | null {
  return existsSync(path) ? readFileSync(path, "utf8") : null;
}
