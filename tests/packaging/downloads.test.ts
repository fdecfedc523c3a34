import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { zipSync } from "fflate";
import { afterEach, describe, expect, test } from "vitest";
import { runBuilder } from "../../scripts/packApplication.ts";
import {
  downloadsFor,
  electronVersion,
  isHere,
  isReachable,
  type MakingMachine,
} from "../../scripts/packageDownloads.ts";
import { ROOT } from "../../scripts/root.ts";
import { writeStandInRuntime } from "../../scripts/standInRuntime.ts";
import { buildAll } from "./packed.ts";

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});
function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "danaya-package-"));
  folders.push(folder);
  return folder;
}

const LINUX: MakingMachine = { platform: "linux", env: {}, homeDir: "/home/awa" };
const whats = (system: "win32" | "linux", ...targets: Parameters<typeof downloadsFor>[1]): string[] =>
  downloadsFor(system, targets, "45.4.1", LINUX).map(({ what }) => what);

describe("what is fetched to make a package", () => {
  test("is Electron with its digests, and the tools of each kind of package", () => {
    const electron = (system: string): string[] => [
      `Electron 45.4.1 for ${system} x64`,
      "the list of digests of Electron 45.4.1",
    ];
    expect(whats("win32", "dir")).toEqual(electron("Windows"));
    expect(whats("win32", "nsis", "portable")).toEqual([
      ...electron("Windows"),
      "7-Zip 1.0.0",
      "NSIS 3.0.4.1",
      "NSIS plug-ins 3.4.1",
    ]);
    expect(whats("linux", "AppImage")).toEqual([...electron("Linux"), "AppImage tools 1.0.3"]);
    expect(whats("linux", "deb")).toEqual([...electron("Linux"), "7-Zip 1.0.0", "fpm 1.17.0"]);
  });

  test("is told with its address and the place where it may be put by hand", () => {
    const [electron, , sevenZip] = downloadsFor("win32", ["nsis"], "45.4.1", LINUX);
    expect(electron?.url).toBe(
      "https://github.com/electron/electron/releases/download/v45.4.1/electron-v45.4.1-win32-x64.zip",
    );
    expect(sevenZip?.place).toBe("/home/awa/.cache/electron-builder/7zip@1.0.0/7zip-linux-x64.tar.gz");
    const machine = {
      ...LINUX,
      env: { ELECTRON_BUILDER_CACHE: "/c", ELECTRON_MIRROR: "https://m.example/" },
    };
    const [mirrored, , elsewhere] = downloadsFor("win32", ["nsis"], "45.4.1", machine);
    expect(mirrored?.url).toBe("https://m.example/v45.4.1/electron-v45.4.1-win32-x64.zip");
    expect(elsewhere?.place).toBe("/c/7zip@1.0.0/7zip-linux-x64.tar.gz");
  });

  test("bears the names that the installed electron-builder asks for", () => {
    const code = ["7zip", "windows", "linux"]
      .map((name) => join(ROOT, "node_modules", "app-builder-lib", "out", "toolsets", `${name}.js`))
      .map((path) => readFileSync(path, "utf8"))
      .join("\n");
    const tools = [
      ...downloadsFor("win32", ["nsis"], "45.4.1", LINUX).slice(2),
      ...downloadsFor("linux", ["AppImage", "deb"], "45.4.1", LINUX).slice(2),
    ];
    expect(tools).toHaveLength(6);
    for (const { place } of tools) expect(code).toContain(place.slice(place.lastIndexOf("/") + 1));
    const yml = readFileSync(join(ROOT, "electron-builder.yml"), "utf8");
    expect(yml).toContain("appimage: 1.0.3");
  });

  test("is not asked for long: a host that never answers is given up", async () => {
    const silent = createServer(() => undefined);
    await new Promise<void>((resolve) => silent.listen(0, "127.0.0.1", () => resolve()));
    const address = silent.address();
    const port = typeof address === "object" && address !== null ? address.port : 0;
    const download = { what: "x", url: `http://127.0.0.1:${port}/x`, place: "/nowhere" };
    expect(await isReachable(download, 200)).toBe(false);
    silent.closeAllConnections();
    silent.close();
    expect(await isReachable({ ...download, url: "http://127.0.0.1:1/x" }, 2_000)).toBe(false);
  });
});

/** Puts a stand-in of Electron where the downloads say that it may be put. */
function putByHand(cache: string): void {
  const scratch = makeFolder();
  writeStandInRuntime(scratch, "win32");
  const program = readFileSync(join(scratch, "electron.exe"));
  const empty = new Uint8Array();
  const zip = zipSync({
    "electron.exe": program,
    "locales/fr.pak": empty,
    "locales/en-US.pak": empty,
    version: new TextEncoder().encode(electronVersion()),
    "resources/default_app.asar": empty,
  });
  const machine: MakingMachine = {
    platform: process.platform,
    env: { XDG_CACHE_HOME: cache },
    homeDir: cache,
  };
  const [electron, digests] = downloadsFor("win32", ["dir"], electronVersion(), machine);
  if (!electron || !digests) throw new Error("nothing to put");
  expect([isHere(electron), isHere(digests)]).toEqual([false, false]);
  mkdirSync(dirname(electron.place), { recursive: true });
  writeFileSync(electron.place, zip);
  const sum = createHash("sha256").update(zip).digest("hex");
  writeFileSync(digests.place, `${sum} *electron-v${electronVersion()}-win32-x64.zip\n`);
  expect([isHere(electron), isHere(digests)]).toEqual([true, true]);
}

describe("a machine without a network", () => {
  test.skipIf(process.platform !== "linux")(
    "makes the package once the files lie where it was told to put them",
    async () => {
      await buildAll();
      const cache = makeFolder();
      putByHand(cache);
      const output = makeFolder();
      const before = process.env.XDG_CACHE_HOME;
      process.env.XDG_CACHE_HOME = cache;
      try {
        const run = await runBuilder(["--win", "dir", "--x64", `-c.directories.output=${output}`], false);
        expect(run.code, run.said).toBe(0);
      } finally {
        if (before === undefined) delete process.env.XDG_CACHE_HOME;
        else process.env.XDG_CACHE_HOME = before;
      }
      expect(readFileSync(join(output, "win-unpacked", "Danaya.exe")).length).toBeGreaterThan(0);
    },
  );
});
