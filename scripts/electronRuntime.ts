import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "./root.ts";

const PACKAGE = join(ROOT, "node_modules", "electron");
const DOWNLOADS = join(ROOT, "node_modules", ".cache", "electron-download");
/** A download that brings nothing new for so long is given up; a slow one is not. */
const STALL_MS = 30_000;
const LOOK_EVERY_MS = 1_000;

const PROGRAM: Partial<Record<NodeJS.Platform, string>> = {
  win32: "electron.exe",
  darwin: "Electron.app/Contents/MacOS/Electron",
};

/**
 * The Electron program, where it is installed.
 * @param env `ELECTRON_OVERRIDE_DIST_PATH` names the folder of another copy, as for Electron's own tools
 * @returns null when it is not there
 */
export function findElectron(env: NodeJS.ProcessEnv = process.env): string | null {
  const program = PROGRAM[process.platform] ?? "electron";
  const own = env.ELECTRON_OVERRIDE_DIST_PATH;
  if (own) return existsSync(join(own, program)) ? join(own, program) : null;
  const version = join(PACKAGE, "dist", "version");
  const manifest: unknown = JSON.parse(readFileSync(join(PACKAGE, "package.json"), "utf8"));
  const wanted =
    typeof manifest === "object" && manifest !== null && "version" in manifest ? manifest.version : "";
  // The installer writes the version last: a copy cut short is no copy.
  if (!existsSync(version) || readFileSync(version, "utf8").replace(/^v/, "").trim() !== wanted) return null;
  const path = join(PACKAGE, "dist", program);
  return existsSync(path) ? path : null;
}

function bytesUnder(folder: string): number {
  if (!existsSync(folder)) return 0;
  let bytes = 0;
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    try {
      if (entry.isFile()) bytes += statSync(join(entry.parentPath, entry.name)).size;
    } catch {
      // Gone between the two looks: the installer tidies up after itself.
    }
  }
  return bytes;
}

/** Runs Electron's own installer; resolves with whether it ended well, and gives up when nothing moves. */
function runInstaller(): Promise<boolean> {
  mkdirSync(DOWNLOADS, { recursive: true });
  const env = { ...process.env, TMPDIR: DOWNLOADS, TEMP: DOWNLOADS, TMP: DOWNLOADS };
  const child = spawn(process.execPath, [join(PACKAGE, "install.js")], { env, stdio: "ignore" });
  let seen = -1;
  let changedAt = Date.now();
  const watch = setInterval(() => {
    const bytes = bytesUnder(DOWNLOADS) + bytesUnder(join(PACKAGE, "dist"));
    if (bytes !== seen) changedAt = Date.now();
    else if (Date.now() - changedAt > STALL_MS) child.kill("SIGKILL");
    seen = bytes;
  }, LOOK_EVERY_MS);
  return new Promise((resolve) => {
    child.once("error", () => resolve(false));
    child.once("close", (code) => resolve(code === 0));
  }).finally(() => {
    clearInterval(watch);
    rmSync(DOWNLOADS, { recursive: true, force: true });
  }) as Promise<boolean>;
}

/** The Electron program, fetched first where it is missing and can be had; null where it cannot. */
export async function fetchElectron(): Promise<string | null> {
  const here = findElectron();
  if (here || process.env.ELECTRON_OVERRIDE_DIST_PATH) return here;
  process.stdout.write(
    "Téléchargement du moteur Electron, une seule fois… (fetching the Electron runtime)\n",
  );
  return (await runInstaller()) ? findElectron() : null;
}
