import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { listPackaged } from "./asarFile.ts";
import { faultsOf, type PackagedPlatform } from "./packageContents.ts";
import { ROOT } from "./root.ts";
import { projectEnv } from "./runProgram.ts";
import { writeStandInRuntime } from "./standInRuntime.ts";

const BUILDER = join(ROOT, "node_modules", "electron-builder", "cli.js");

/** What a run of electron-builder said and how it ended. */
export interface BuilderRun {
  readonly code: number;
  readonly said: string;
}

/**
 * Runs electron-builder on the project's own settings.
 * @param show also while it runs, for a person who waits
 */
export function runBuilder(args: readonly string[], show: boolean): Promise<BuilderRun> {
  const child = spawn(process.execPath, [BUILDER, "--publish", "never", ...args], {
    cwd: ROOT,
    env: projectEnv(),
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8");
    stream.on("data", (text: string) => {
      said += text;
      if (show) process.stdout.write(text);
    });
  }
  return new Promise((resolve) => {
    child.once("error", (error) => resolve({ code: 1, said: error.message }));
    child.once("close", (code) => resolve({ code: code ?? 1, said }));
  });
}

/** The folder of a packaged application, and the archive in it. */
export interface Packed {
  readonly folder: string;
  readonly archive: string;
}

/**
 * Packs the built application as in earnest, around a stand-in of Electron's runtime: needs no download.
 * @param scratch an empty folder; the caller removes it
 * @throws with what electron-builder said, when it refuses
 */
export async function packAroundStandIn(platform: PackagedPlatform, scratch: string): Promise<Packed> {
  const runtime = join(scratch, "runtime");
  mkdirSync(runtime);
  writeStandInRuntime(runtime, platform);
  const { code, said } = await runBuilder(
    [
      platform === "win32" ? "--win" : "--linux",
      "dir",
      "--x64",
      `-c.electronDist=${runtime}`,
      `-c.directories.output=${scratch}`,
    ],
    false,
  );
  if (code !== 0) throw new Error(said);
  const folder = join(scratch, platform === "win32" ? "win-unpacked" : "linux-unpacked");
  return { folder, archive: join(folder, "resources", "app.asar") };
}

/** How many files and bytes a package holds, and what is wrong with them. */
export interface Contents {
  readonly files: number;
  readonly bytes: number;
  readonly faults: readonly string[];
}

/** Packs around a stand-in into a folder of its own, looks at what is inside and removes it. */
export async function checkContents(platform: PackagedPlatform): Promise<Contents> {
  const scratch = mkdtempSync(join(tmpdir(), "danaya-package-"));
  try {
    const files = listPackaged((await packAroundStandIn(platform, scratch)).archive);
    const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
    return { files: files.length, bytes, faults: faultsOf(files, platform) };
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}
