import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import type { PackagedFile } from "./asarFile.ts";
import { ROOT } from "./root.ts";

const Lock = z.object({
  packages: z.record(
    z.string(),
    z.object({ dev: z.boolean().optional(), devOptional: z.boolean().optional() }),
  ),
});

export type PackagedPlatform = "win32" | "linux";

/** The program without Electron's runtime: a secretary's disk is small, and a stick carries it. */
export const MOST_BYTES = 40_000_000;
const ADDONS = "node_modules/better-sqlite3/prebuilds/";
/** Sources, types, maps and papers: of what comes built, nothing else is needed. */
const NEVER =
  /\.(ts|mts|cts|tsx|map|md|c|cc|cpp|h|gyp|gypi|tsbuildinfo)$|(^|\/)\.|(^|\/)(test|tests|__tests__)\//;
const PLACES = [
  /^dist\/(desktop|renderer)\//,
  /^dist\/build\.json$/,
  /^resources\/(fonts|reference)\//,
  /^resources\/icons\/icon\.png$/,
  /^(package\.json|LICENSE)$/,
  /^node_modules\//,
];

function listUnder(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(ROOT.length).replaceAll("\\", "/"));
}

/** What the program cannot run without, beside the code that its own code asks for. */
function needed(platform: PackagedPlatform): string[] {
  const migrations = listUnder("src/data/migrations").map((path) => path.replace(/^src/, "dist/desktop"));
  return [
    ...migrations,
    ...listUnder("resources/fonts"),
    ...listUnder("resources/reference"),
    "resources/icons/icon.png",
    "dist/build.json",
    "dist/renderer/index.html",
    "dist/desktop/desktop/main.js",
    "dist/desktop/desktop/preload.cjs",
    "dist/desktop/application/serviceEntry.js",
    `${ADDONS}${platform}-x64.node`,
  ];
}

/** `@b/c` of `node_modules/a/node_modules/@b/c`, and of a file in it. */
function packageName(path: string): string {
  return /.*(?:^|\/)node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1] ?? "";
}

/** The packages that the program itself asks for, by name; the packager lays them out in its own way. */
function productionPackages(): Set<string> {
  const lock: unknown = JSON.parse(readFileSync(join(ROOT, "package-lock.json"), "utf8"));
  const { packages } = Lock.parse(lock);
  return new Set(
    Object.entries(packages)
      .filter(([, { dev, devOptional }]) => !dev && !devOptional)
      .map(([folder]) => packageName(folder)),
  );
}

/**
 * Says what is wrong with the contents of a package, a sentence each; nothing when all is well.
 * @param files everything in the archive and beside it
 */
export function faultsOf(files: readonly PackagedFile[], platform: PackagedPlatform): string[] {
  const paths = new Set(files.map(({ path }) => path));
  const production = productionPackages();
  const faults: string[] = [];
  for (const path of needed(platform)) if (!paths.has(path)) faults.push(`${path} is missing`);
  for (const { path, unpacked } of files) {
    const isAddon = path === `${ADDONS}${platform}-x64.node`;
    if (!PLACES.some((place) => place.test(path))) faults.push(`${path} has no business in the package`);
    else if (path.startsWith("node_modules/") && !production.has(packageName(path)))
      faults.push(`${path} is of a package for development`);
    else if (NEVER.test(path)) faults.push(`${path} is a source, a type, a test or a paper`);
    else if (path.endsWith(".node") && !isAddon) faults.push(`${path} is for another system`);
    if (unpacked !== isAddon)
      faults.push(`${path} lies ${unpacked ? "beside" : "in"} the archive and should not`);
  }
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
  if (bytes > MOST_BYTES) faults.push(`${bytes} bytes are more than ${MOST_BYTES}`);
  return faults;
}
