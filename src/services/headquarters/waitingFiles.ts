import { existsSync, renameSync, rmSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { nationalPaths } from "../../data/national/stores.ts";
import { copyFlushed, flushFolder } from "../office/officeFiles.ts";

/** Where a bundle that waits is kept, sealed as it came. */
export function waitingPath(dataDir: string, sha256: string): string {
  return join(nationalPaths(dataDir).waiting, `${sha256}.danaya`);
}

/**
 * Copies a stick's file in, flushed, and whole under its name or not at all: a power cut leaves no piece to be trusted.
 * @returns whether it was not there before
 * @throws the system's error
 */
export function keepFile(dataDir: string, sha256: string, from: string): boolean {
  const path = waitingPath(dataDir, sha256);
  if (existsSync(path) && statSync(path).size === statSync(from).size) return false;
  copyFlushed(from, `${path}.part`);
  renameSync(`${path}.part`, path);
  flushFolder(dirname(path));
  return true;
}

/** A file that nothing waits for any more. */
export function dropFile(dataDir: string, sha256: string): void {
  rmSync(waitingPath(dataDir, sha256), { force: true });
}
