import { existsSync, readdirSync, statSync } from "node:fs";
import { homedir } from "node:os";
import { delimiter, join } from "node:path";
import { parseArgs } from "node:util";
import { writeBuildDate } from "./buildDate.ts";
import { buildDesktop } from "./buildDesktop.ts";
import { buildScreen } from "./buildScreen.ts";
import { checkContents, runBuilder } from "./packApplication.ts";
import type { PackagedPlatform } from "./packageContents.ts";
import {
  type Download,
  downloadsFor,
  electronVersion,
  isHere,
  isReachable,
  type PackageTarget,
} from "./packageDownloads.ts";
import { ROOT } from "./root.ts";

/*
 * `npm run package`: the installers, into dist/packages. Says before it begins what this machine lacks.
 *
 *   npm run package -- [--win] [--linux] [--dir]
 */

const USAGE = `npm run package -- [options]
  --win    the Windows installer and the portable program
  --linux  AppImage and deb (on Linux only)
  --dir    the program's folder, without an installer around it
Without --win or --linux: what this machine can make.
`;
const LOOK_MS = 10_000;
const SYSTEM_NAME: Record<PackagedPlatform, string> = { win32: "Windows", linux: "Linux" };
const INSTALLERS: Record<PackagedPlatform, readonly PackageTarget[]> = {
  win32: ["nsis", "portable"],
  linux: ["AppImage", "deb"],
};

interface Wish {
  readonly systems: readonly PackagedPlatform[];
  readonly dir: boolean;
}

function readWish(): Wish | null {
  const { values } = parseArgs({
    options: {
      win: { type: "boolean", default: false },
      linux: { type: "boolean", default: false },
      dir: { type: "boolean", default: false },
      help: { type: "boolean", short: "h", default: false },
    },
  });
  if (values.help) return null;
  const canDoLinux = process.platform === "linux";
  const chosen = values.win || values.linux;
  const systems: PackagedPlatform[] = [];
  if (chosen ? values.win : true) systems.push("win32");
  if (chosen ? values.linux : canDoLinux) systems.push("linux");
  return { systems, dir: values.dir };
}

const isOnPath = (program: string): boolean =>
  (process.env.PATH ?? "").split(delimiter).some((folder) => existsSync(join(folder, program)));

function sentence({ what, url, place }: Download): string {
  return `${what} is not on this machine and cannot be fetched from\n    ${url}\n  Put by hand, it belongs at\n    ${place}`;
}

/** What stops this system's package from being made here, a sentence each. */
async function findMissing(system: PackagedPlatform, wish: Wish): Promise<string[]> {
  const targets: readonly PackageTarget[] = wish.dir ? ["dir"] : INSTALLERS[system];
  const machine = { platform: process.platform, env: process.env, homeDir: homedir() };
  const wanted = downloadsFor(system, targets, electronVersion(), machine);
  const absent = wanted.filter((download) => !isHere(download));
  const answers = await Promise.all(absent.map((download) => isReachable(download, LOOK_MS)));
  const missing = absent.filter((_, index) => !answers[index]).map(sentence);
  if (system === "linux" && process.platform !== "linux")
    missing.push("AppImage and deb are made on Linux only.");
  if (system === "win32" && !wish.dir && process.platform !== "win32" && !isOnPath("wine"))
    missing.push(
      "wine is not on the path: away from Windows, the installer's own uninstaller is written by running it once.",
    );
  return missing;
}

/** Packs around a stand-in of Electron and looks inside; false when something is wrong there. */
async function checkInside(system: PackagedPlatform): Promise<boolean> {
  const { files, bytes, faults } = await checkContents(system);
  const megabytes = (bytes / 1_000_000).toFixed(1);
  process.stdout.write(`• inside the ${SYSTEM_NAME[system]} package: ${files} files, ${megabytes} MB\n`);
  for (const fault of faults) process.stderr.write(`  ${fault}\n`);
  return faults.length === 0;
}

async function make(system: PackagedPlatform, wish: Wish): Promise<boolean> {
  const targets = wish.dir ? ["dir"] : [];
  const { code } = await runBuilder([system === "win32" ? "--win" : "--linux", ...targets, "--x64"], true);
  return code === 0;
}

function showMade(): void {
  const folder = join(ROOT, "dist", "packages");
  for (const name of readdirSync(folder)) {
    const about = statSync(join(folder, name));
    if (about.isFile() && /^danaya/i.test(name))
      process.stdout.write(`  dist/packages/${name}  ${(about.size / 1_000_000).toFixed(1)} MB\n`);
  }
}

async function main(): Promise<number> {
  const wish = readWish();
  if (wish === null) {
    process.stdout.write(USAGE);
    return 0;
  }
  process.stdout.write("• building the screen and the desktop\n");
  await buildScreen();
  await buildDesktop();
  writeBuildDate();
  for (const system of wish.systems) if (!(await checkInside(system))) return 1;

  let complete = true;
  for (const system of wish.systems) {
    const missing = await findMissing(system, wish);
    if (missing.length === 0) complete = (await make(system, wish)) && complete;
    else {
      complete = false;
      const list = missing.map((line) => `- ${line}`).join("\n");
      process.stderr.write(
        `\nThe ${SYSTEM_NAME[system]} package was not made. All that comes before Electron's part is in order; this is missing:\n${list}\n`,
      );
    }
  }
  if (complete) showMade();
  else
    process.stderr.write("\ndocs/packaging.md says how a package is made on a machine without a network.\n");
  return complete ? 0 : 1;
}

process.exitCode = await main();
