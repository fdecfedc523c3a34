import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { MessagePort } from "node:worker_threads";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { buildDesktop, DESKTOP_MAIN } from "../../scripts/buildDesktop.ts";
import { buildScreen } from "../../scripts/buildScreen.ts";
import type { FromScreen, ToScreen } from "../../src/contract/wire.ts";
import { makeStandIn } from "./standIn.ts";

const standIn = vi.hoisted(() => ({ electron: undefined as unknown }));
vi.mock("electron", () => ({ default: standIn.electron }));

const dataDir = mkdtempSync(join(tmpdir(), "danaya-built-"));

beforeAll(async () => {
  await buildScreen();
  await buildDesktop();
});

afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

function call(port: MessagePort, message: FromScreen): Promise<ToScreen> {
  return new Promise((resolve) => {
    port.once("message", resolve);
    port.postMessage(message);
  });
}

describe("the built desktop", () => {
  test("runs from its own start to its quit: its service makes an office on disk", async () => {
    const running = makeStandIn({ isFirst: true, isPackaged: true });
    standIn.electron = running.electron;
    process.argv = ["electron", DESKTOP_MAIN, `--data=${dataDir}`];
    await import(/* @vite-ignore */ DESKTOP_MAIN);
    await expect.poll(() => running.seen.windows.length, { timeout: 20_000 }).toBe(1);
    expect(running.seen.windows[0]?.options.webPreferences?.preload).toBe(
      join(dirname(DESKTOP_MAIN), "preload.cjs"),
    );
    expect((await running.load("danaya://office/")).status).toBe(200);

    const port = running.sayReady({ url: "danaya://office/", parent: null });
    if (!port) throw new Error("the page got no line");
    const person = { name: "Awa Coulibaly", login: "awa", role: "coordinator" };
    const input = {
      code: "KTL",
      name: "Koutiala",
      region: "Sikasso",
      parentCode: null,
      headquarters: false,
      language: "fr",
      person,
      passphrase: "le marché de Koutiala ouvre jeudi",
    };
    expect(await call(port, { type: "call", id: 1, name: "office.create", input })).toMatchObject({
      result: { ok: true },
    });
    expect(await call(port, { type: "call", id: 2, name: "office.checkUp", input: {} })).toMatchObject({
      result: { ok: true, value: { faults: [] } },
    });

    running.raise("before-quit");
    await expect.poll(() => running.seen.quits, { timeout: 20_000 }).toBe(1);
    expect(running.seen.errors).toEqual([]);
  });

  test("has a preload that a sandbox can load: one file that asks for Electron and nothing else", () => {
    const code = readFileSync(join(dirname(DESKTOP_MAIN), "preload.cjs"), "utf8");
    const asked: string[] = [];
    const listened: string[] = [];
    const page = {
      location: { origin: "danaya://office" },
      addEventListener: (type: string) => void listened.push(type),
    };
    const require = (name: string): unknown => {
      asked.push(name);
      return { ipcRenderer: { send: () => undefined, on: (channel: string) => void listened.push(channel) } };
    };
    new Function("require", "window", "exports", "module", code)(require, page, {}, { exports: {} });
    expect(asked).toEqual(["electron"]);
    expect(listened).toEqual(["message", "danaya:port"]);
  });
});
