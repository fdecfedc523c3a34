import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "vite";
import { oneAtATime } from "./buildLock.ts";
import { ROOT } from "./root.ts";

/** What the built screen is made from. */
const SOURCES = [
  "renderer",
  "src/contract",
  "src/domain",
  "src/charts",
  "resources",
  "vite.config.ts",
  "package-lock.json",
];
const OUTPUT = join(ROOT, "dist", "renderer");
const STAMP = join(ROOT, "dist", "renderer.stamp");

function* filesUnder(path: string): Generator<string> {
  if (!existsSync(path)) return;
  if (!statSync(path).isDirectory()) {
    yield path;
    return;
  }
  for (const name of readdirSync(path).sort()) yield* filesUnder(join(path, name));
}

/**
 * A digest of names, sizes and times of the sources: cheap, and changes whenever an editor or a checkout
 * changed a file, also when it took one away.
 */
export function sourcesStamp(sources: readonly string[]): string {
  const digest = createHash("sha256");
  for (const source of sources) {
    for (const path of filesUnder(join(ROOT, source))) {
      const { size, mtimeMs } = statSync(path);
      digest.update(`${path}\0${size}\0${mtimeMs}\n`);
    }
  }
  return digest.digest("hex");
}

/** True when `output` is there and was made from the sources as they stand. */
export function isFresh(output: string, stampFile: string, stamp: string): boolean {
  return existsSync(output) && existsSync(stampFile) && readFileSync(stampFile, "utf8") === stamp;
}

/**
 * Builds the screen into `dist/renderer`, unless it is there and current.
 * @throws what Vite throws when the sources do not build
 */
export function buildScreen(): Promise<void> {
  return oneAtATime(async () => {
    const stamp = sourcesStamp(SOURCES);
    if (isFresh(join(OUTPUT, "index.html"), STAMP, stamp)) return;
    await build({ configFile: join(ROOT, "vite.config.ts"), configLoader: "native", logLevel: "warn" });
    writeFileSync(STAMP, stamp);
  });
}
