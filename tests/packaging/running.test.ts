import { execFile } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import type { MessagePort } from "node:worker_threads";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { unpackArchive } from "../../scripts/asarFile.ts";
import type { ToScreen } from "../../src/contract/wire.ts";
import { startDesktop } from "../../src/desktop/startDesktop.ts";
import { makeStandIn } from "../desktop/standIn.ts";
import { type PackedForTest, packForTest } from "./packed.ts";

/*
 * Electron's own part cannot run here; what it would find in the archive does: laid out as a folder far from the
 * project, with this system's add-on.
 */
const PLATFORM = process.platform === "win32" ? "win32" : "linux";
const canRun = process.arch === "x64" && process.platform !== "darwin";

let packed: PackedForTest;
let app: string;
beforeAll(async () => {
  packed = await packForTest(PLATFORM);
  app = join(packed.scratch, "app");
  unpackArchive(packed.archive, app);
});
afterAll(() => packed?.sweep());

function modulesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".js"))
    .map((entry) => join(entry.parentPath, entry.name));
}

/** The packages that the built code asks for by name, Electron itself apart. */
function askedFor(): string[] {
  const asked = /\b(?:from |import |import\()"([^."/\s][^"\s]*)"/g;
  const found = modulesUnder(join(app, "dist", "desktop")).flatMap((file) =>
    [...readFileSync(file, "utf8").matchAll(asked)].map(([, name = ""]) => name),
  );
  return [...new Set(found)].filter((name) => name !== "electron").sort();
}

/** Has a Node of its own load the modules from inside of the packaged folder. */
async function load(modules: readonly string[]): Promise<void> {
  const probe = join(app, "dist", "probe.mjs");
  writeFileSync(probe, modules.map((module) => `await import(${JSON.stringify(module)});\n`).join(""));
  try {
    await promisify(execFile)(process.execPath, [probe], { cwd: app });
  } finally {
    rmSync(probe);
  }
}

function call(port: MessagePort, id: number, name: string, input: unknown): Promise<ToScreen> {
  return new Promise((resolve) => {
    const listen = (message: ToScreen): void => {
      if (message.type !== "result" || message.id !== id) return;
      port.off("message", listen);
      resolve(message);
    };
    port.on("message", listen);
    port.postMessage({ type: "call", id, name, input });
  });
}

const NEW_OFFICE = {
  ...{ code: "KTL", name: "Koutiala", region: "Sikasso", parentCode: null, headquarters: false },
  ...{ language: "fr", passphrase: "le marché de Koutiala ouvre jeudi" },
  person: { name: "Awa Coulibaly", login: "awa", role: "coordinator" },
};

describe.skipIf(!canRun)("the packaged program, without Electron around it", () => {
  test("finds every package that its code asks for", async () => {
    const names = askedFor().filter((name) => !name.startsWith("node:"));
    expect(names).toEqual(expect.arrayContaining(["better-sqlite3", "pdfmake/js/Printer.js", "zod"]));
    await load(names);
  });

  test("loads every module of its own, but those that are Electron's or begin the program", async () => {
    const begins = /[\\/](main|serviceEntry)\.js$/;
    const modules = modulesUnder(join(app, "dist", "desktop")).filter((file) => !begins.test(file));
    expect(modules.length).toBeGreaterThan(200);
    await load(modules.map((file) => new URL(`file://${file}`).href));
  });

  test("says so when one file of a package is gone", async () => {
    const file = join(app, "node_modules", "uuid", "package.json");
    const before = readFileSync(file);
    rmSync(file);
    try {
      await expect(load(askedFor())).rejects.toThrow("uuid");
    } finally {
      writeFileSync(file, before);
    }
  });

  test("makes an office, prints its recovery sheet, finds its books in order and shows its screen", async () => {
    const dataDir = join(packed.scratch, "data");
    mkdirSync(dataDir);
    const standIn = makeStandIn({ isFirst: true, isPackaged: true });
    await startDesktop(standIn.electron, {
      root: app,
      serviceEntry: join(app, "dist", "desktop", "application", "serviceEntry.js"),
      preload: join(app, "dist", "desktop", "desktop", "preload.cjs"),
      args: [`--data=${dataDir}`],
      folder: dataDir,
      machine: { platform: process.platform, env: {}, homeDir: packed.scratch },
    });
    expect(standIn.seen.errors).toEqual([]);
    const page = await standIn.load("danaya://office/");
    expect([page.status, await page.text()]).toEqual([200, expect.stringContaining("<title>Danaya</title>")]);

    const port = standIn.sayReady({ url: "danaya://office/", parent: null });
    if (!port) throw new Error("the page got no line");
    const built: unknown = JSON.parse(readFileSync(join(app, "dist", "build.json"), "utf8"));
    expect(await call(port, 1, "office.state", {})).toMatchObject({
      result: { ok: true, value: { stage: "empty", version: "0.1.0", ...Object(built) } },
    });
    const made = await call(port, 2, "office.create", NEW_OFFICE);
    expect(made).toMatchObject({ result: { ok: true, value: { sheet: { mediaType: "application/pdf" } } } });
    expect(await call(port, 3, "office.checkUp", {})).toMatchObject({
      result: { ok: true, value: { faults: [] } },
    });
    port.close();
    standIn.raise("before-quit");
    await expect.poll(() => standIn.seen.quits, { timeout: 20_000 }).toBe(1);
  });
});
