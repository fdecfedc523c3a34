import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "./root.ts";

/*
 * `npm run lock`, after anything that rewrote package-lock.json.
 *
 * npm 10 compiles every package that has a `binding.gyp`, unless it reads `gypfile: false`; the SQLite
 * package says so in its own manifest, but npm leaves it out of the lock file, and then calls for a compiler
 * that an office machine has not. What stands in the lock file is kept by `npm ci` of npm 10 and 11.
 */

/** Packages that bring their native part built. */
const PREBUILT = ["node_modules/better-sqlite3"];

interface LockFile {
  readonly packages: Record<string, { gypfile?: boolean; optionalDependencies?: Record<string, string> }>;
}

/** The lock file's text with the native packages marked as needing no compiler. */
export function markPrebuilt(text: string): string {
  const lock = JSON.parse(text) as LockFile;
  for (const path of PREBUILT) {
    const entry = lock.packages[path];
    if (entry) entry.gypfile = false;
  }
  return `${JSON.stringify(lock, null, 2)}\n`;
}

/**
 * What `npm ci` would stumble over, one line each: an unmarked native package, or a package for another
 * system that npm dropped when it rewrote the lock file beside an installed `node_modules`.
 */
export function lockFaults(text: string): string[] {
  const { packages } = JSON.parse(text) as LockFile;
  const unmarked = PREBUILT.filter((path) => packages[path]?.gypfile !== false);
  const dropped = Object.entries(packages).flatMap(([path, entry]) =>
    Object.keys(entry.optionalDependencies ?? {}).filter(
      (name) => !(`node_modules/${name}` in packages) && !(`${path}/node_modules/${name}` in packages),
    ),
  );
  return [
    ...unmarked.map((path) => `${path} would be compiled: npm run lock`),
    ...dropped.map(
      (name) => `${name} is missing: delete node_modules and the lock file, npm install, npm run lock`,
    ),
  ];
}

if (import.meta.main) {
  const path = join(ROOT, "package-lock.json");
  const mended = markPrebuilt(readFileSync(path, "utf8"));
  writeFileSync(path, mended);
  for (const fault of lockFaults(mended)) {
    process.stderr.write(`${fault}\n`);
    process.exitCode = 1;
  }
}
