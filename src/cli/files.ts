import { existsSync, readFileSync, statSync } from "node:fs";
import { basename, dirname } from "node:path";
import { refusalOfDisk, writeWhole } from "../application/disk.ts";
import { refuse } from "../contract/results.ts";
import { RefusedError } from "./office.ts";

/** @throws RefusedError when the file is not there or cannot be read */
export function readInput(path: string): { fileName: string; bytes: Uint8Array } {
  try {
    return { fileName: basename(path), bytes: new Uint8Array(readFileSync(path)) };
  } catch (error) {
    throw refused(error);
  }
}

/**
 * Asked before work that leaves a trace (cards count as printed, an office as joined), so that a mistyped folder
 * comes to light first.
 * @throws RefusedError when there is no folder to write the file into
 */
export function requireFolderFor(path: string): void {
  if (!existsSync(dirname(path)) || !statSync(dirname(path)).isDirectory())
    throw new RefusedError(refuse("disk.notFound").refusal);
}

/** Writes whole or not at all. @throws RefusedError when the disk is full, gone or not writable */
export function writeOutput(path: string, bytes: Uint8Array): void {
  requireFolderFor(path);
  try {
    writeWhole(path, bytes);
  } catch (error) {
    throw refused(error);
  }
}

function refused(error: unknown): unknown {
  const code = refusalOfDisk(error);
  return code === null ? error : new RefusedError(refuse(code).refusal);
}
