import { accessSync, constants, existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { chromium } from "@playwright/test";
import { findBrowser, quietFlags } from "../src/loopback/installedBrowser.ts";
import { runPackage, runProgram } from "./runProgram.ts";

/** A real program that the tests hold the product's files against. */
interface Tool {
  readonly program: string;
  readonly debianPackage: string;
  readonly usedFor: string;
}

const TOOLS: readonly Tool[] = [
  { program: "age", debianPackage: "age", usedFor: "opening bundles" },
  { program: "ssh-keygen", debianPackage: "openssh-client", usedFor: "checking signatures" },
  { program: "pdftotext", debianPackage: "poppler-utils", usedFor: "reading printed documents" },
  { program: "pdftoppm", debianPackage: "poppler-utils", usedFor: "looking at printed documents" },
  { program: "pdfinfo", debianPackage: "poppler-utils", usedFor: "measuring printed documents" },
  { program: "sqlite3", debianPackage: "sqlite3", usedFor: "showing that the database is not readable" },
  { program: "gunzip", debianPackage: "gzip", usedFor: "opening bundles" },
  { program: "zip", debianPackage: "zip", usedFor: "making an invitation by hand" },
  { program: "unzip", debianPackage: "unzip", usedFor: "unpacking bundles" },
  { program: "sha256sum", debianPackage: "coreutils", usedFor: "checking digests" },
];

const INSTALL_TIMEOUT_MS = 10 * 60_000;
const DOWNLOAD_TIMEOUT_MS = 5 * 60_000;
const PLAYWRIGHT = "@playwright/test/cli.js";

function isOnPath(program: string): boolean {
  return (process.env.PATH ?? "").split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, process.platform === "win32" ? `${program}.exe` : program), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

function mayInstall(): boolean {
  return process.getuid?.() === 0 && existsSync("/etc/debian_version") && isOnPath("apt-get");
}

let listsAreFresh = false;

/** Installs Debian packages; what could not be installed shows when it is looked for again. */
async function install(packages: readonly string[]): Promise<void> {
  process.stdout.write(`Installing ${packages.join(", ")} (the tests use the real programs)\n`);
  process.env.DEBIAN_FRONTEND = "noninteractive";
  if (!listsAreFresh) await runProgram("apt-get", ["update", "-qq"], INSTALL_TIMEOUT_MS);
  listsAreFresh = true;
  const args = ["install", "-y", "-qq", "--no-install-recommends", ...packages];
  await runProgram("apt-get", args, INSTALL_TIMEOUT_MS);
}

/** Playwright's own Chromium counts only if it starts: on a bare system its libraries are missing. */
async function playwrightStarts(): Promise<boolean> {
  if (!existsSync(chromium.executablePath())) return false;
  try {
    const browser = await chromium.launch({ args: quietFlags() });
    await browser.close();
    return true;
  } catch {
    return false;
  }
}

/** An installed browser, else Playwright's own, else the distribution's; false where none can be had. */
async function prepareBrowser(): Promise<boolean> {
  if (findBrowser() !== null || (await playwrightStarts())) return true;
  process.stdout.write("No Chromium, Chrome or Edge is installed: trying Playwright's own\n");
  await runPackage(PLAYWRIGHT, ["install", "chromium"], DOWNLOAD_TIMEOUT_MS);
  if (await playwrightStarts()) return true;
  if (mayInstall()) await install(["chromium"]);
  return findBrowser() !== null;
}

export interface Prepared {
  /** Whether the end-to-end tests have a browser to run in. */
  readonly hasBrowser: boolean;
  /** What is missing and what that means, one sentence each. */
  readonly missing: readonly string[];
}

/** Finds or fetches the real programs that the tests use. */
export async function prepareTools(): Promise<Prepared> {
  const absent = (): Tool[] => TOOLS.filter(({ program }) => !isOnPath(program));
  const packagesOf = (tools: readonly Tool[]): string[] => [
    ...new Set(tools.map((tool) => tool.debianPackage)),
  ];
  if (absent().length > 0 && mayInstall()) await install(packagesOf(absent()));
  const hasBrowser = await prepareBrowser();

  const still = absent();
  const missing = still.map(
    ({ program, usedFor }) => `${program} is missing (${usedFor}): the tests that run it will fail.`,
  );
  if (!hasBrowser)
    missing.push("No browser of the Chromium family is to be had: the end-to-end tests cannot run.");
  if (missing.length > 0) {
    const wanted = [...packagesOf(still), ...(hasBrowser ? [] : ["chromium"])];
    missing.push(`On Debian an administrator can install them: apt-get install ${wanted.join(" ")}`);
  }
  return { hasBrowser, missing };
}
