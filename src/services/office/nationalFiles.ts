import { existsSync, mkdirSync, readdirSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import { Tier } from "../../contract/sync.ts";
import { nationalPaths } from "../../data/national/stores.ts";
import { copyFlushed } from "./officeFiles.ts";

/*
 * Headquarters' copies of all offices as files, for a backup. They are copied as they lie: SQLite could copy only those
 * stores that the person holds a key for.
 */

const WAITING = /^[0-9a-f]{64}\.danaya$/;

function stores(dataDir: string): string[] {
  const { chain, store } = nationalPaths(dataDir);
  return [chain, ...Tier.options.map(store)].filter(existsSync);
}

/**
 * Whether a store has a rollback journal: a write that a power cut broke off. Its journals name each other by their
 * paths, so a copy of half a write could never be put right. Opening the store where it lies does it.
 */
export function hasUnfinished(dataDir: string): boolean {
  const journals = stores(dataDir).map((path) => `${path}-journal`);
  return journals.some((path) => existsSync(path) && statSync(path).size > 0);
}

/**
 * Copies the stores and the bundles that wait into another data folder; nothing where there are none.
 * @returns the bytes copied
 * @throws the system's error
 */
export function copyNational(from: string, to: string): number {
  const source = nationalPaths(from);
  const target = nationalPaths(to);
  const names = stores(from).map((path) => basename(path));
  const waiting = existsSync(source.waiting) ? readdirSync(source.waiting) : [];
  if (names.length === 0) return 0;
  mkdirSync(target.waiting, { recursive: true, mode: 0o700 });
  let bytes = 0;
  const copy = (path: string, copied: string) => {
    copyFlushed(path, copied);
    bytes += statSync(copied).size;
  };
  for (const name of names) copy(join(source.folder, name), join(target.folder, name));
  for (const name of waiting)
    if (WAITING.test(name)) copy(join(source.waiting, name), join(target.waiting, name));
  return bytes;
}
