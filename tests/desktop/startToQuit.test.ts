import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { MessagePort } from "node:worker_threads";
import { afterEach, beforeAll, describe, expect, test } from "vitest";
import { buildScreen } from "../../scripts/buildScreen.ts";
import { ROOT } from "../../scripts/root.ts";
import type { ToScreen } from "../../src/contract/wire.ts";
import { type DesktopStart, startDesktop } from "../../src/desktop/startDesktop.ts";
import { makeStandIn, type StandIn } from "./standIn.ts";

const PAGE_FRAME = { url: "danaya://office/", parent: null };
const folders: string[] = [];
const running: StandIn[] = [];

beforeAll(() => buildScreen());

afterEach(async () => {
  for (const standIn of running.splice(0)) await standIn.killService();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

function freshFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "danaya-desktop-"));
  folders.push(folder);
  return folder;
}

function startOn(dataDir: string, more: readonly string[] = []): DesktopStart {
  return {
    root: ROOT,
    // The source itself: Node runs it where Electron needs it built.
    serviceEntry: join(ROOT, "src", "application", "serviceEntry.ts"),
    preload: "/nowhere/preload.cjs",
    args: ["main.js", `--data=${dataDir}`, ...more],
    folder: dataDir,
    machine: { platform: "linux", env: {}, homeDir: "/nowhere" },
  };
}

async function run(
  options: Partial<{ isFirst: boolean; isPackaged: boolean }> = {},
  dataDir = freshFolder(),
  more: readonly string[] = [],
) {
  const standIn = makeStandIn({ isFirst: true, isPackaged: false, ...options });
  running.push(standIn);
  await startDesktop(standIn.electron, startOn(dataDir, more));
  return { standIn, dataDir };
}

function askState(port: MessagePort): Promise<ToScreen> {
  return new Promise((resolve) => {
    port.once("message", resolve);
    port.postMessage({ type: "call", id: 1, name: "office.state", input: {} });
  });
}

describe("the desktop, from start to quit", () => {
  test("opens one window on its own page, over the real service", async () => {
    const { standIn, dataDir } = await run();
    const { seen } = standIn;
    expect(seen.sandboxed).toBe(true);
    expect(seen.menu).toBeNull();
    expect(seen.paths).toEqual({ userData: join(dataDir, "window") });
    expect(seen.schemes).toMatchObject([{ scheme: "danaya", privileges: { standard: true, secure: true } }]);
    expect(seen.windows.map(({ log }) => log)).toEqual([["load danaya://office/"]]);

    const port = standIn.sayReady(PAGE_FRAME);
    if (!port) throw new Error("the page got no line");
    expect(await askState(port)).toMatchObject({
      type: "result",
      id: 1,
      result: { ok: true, value: { stage: "empty" } },
    });
    port.close();
  });

  test("shows the window once it is drawn, and its title never follows the page", async () => {
    const { standIn } = await run();
    const [window] = standIn.seen.windows;
    window?.events.emit("ready-to-show");
    expect(window?.log).toContain("show");
    let prevented = false;
    window?.events.emit("page-title-updated", {
      preventDefault: () => {
        prevented = true;
      },
    });
    expect(prevented).toBe(true);
  });

  test("gives a reloaded page a new line and ends the old one", async () => {
    const { standIn } = await run();
    const first = standIn.sayReady(PAGE_FRAME);
    if (!first) throw new Error("the page got no line");
    const ended = new Promise<void>((resolve) => first.once("close", resolve));
    const second = standIn.sayReady(PAGE_FRAME);
    await ended;
    if (!second) throw new Error("the page got no line");
    expect(await askState(second)).toMatchObject({ result: { ok: true } });
    second.close();
  });

  test("gives no line to a frame inside the page, to another page, or to a frame that is gone", async () => {
    const { standIn } = await run();
    expect(standIn.sayReady({ url: "danaya://office/", parent: {} })).toBeNull();
    expect(standIn.sayReady({ url: "https://example.org/", parent: null })).toBeNull();
    expect(standIn.sayReady(null)).toBeNull();
  });

  test("quits in order: the service closes its database first", async () => {
    const { standIn } = await run();
    standIn.raise("window-all-closed");
    expect(standIn.seen.quits).toBe(1);
    expect(standIn.raise("before-quit"), "the first quit waits").toBe(true);
    expect(standIn.raise("before-quit"), "so does an impatient second one").toBe(true);
    await expect.poll(() => standIn.seen.quits).toBe(2);
    expect(standIn.raise("before-quit"), "then nothing holds it").toBe(false);
    expect(standIn.seen.errors).toEqual([]);
  });

  test("a second start hands over to the window that is there", async () => {
    const { standIn: second } = await run({ isFirst: false });
    expect(second.seen).toMatchObject({ quits: 1, windows: [], services: 0 });

    const { standIn: first } = await run();
    const [window] = first.seen.windows;
    if (window) window.isMinimized = true;
    first.raise("second-instance", ["danaya", "--allow-file-access"], "/media");
    expect(window?.log.slice(-2)).toEqual(["restore", "focus"]);
  });

  test("a bundle that is opened by a double click is shown, by the first start and by a second", async () => {
    const { standIn } = await run({}, freshFolder(), ["--no-sandbox", "/media/cle/BKO-KTL-000001.danaya"]);
    const [window] = standIn.seen.windows;
    const shown = (file: string) => `load danaya://office/#/open?${new URLSearchParams({ file })}`;
    expect(window?.log).toEqual([shown("/media/cle/BKO-KTL-000001.danaya")]);

    standIn.raise("second-instance", ["danaya", "--flag", "BKO-KTL-000002.danaya"], "/media/autre clé");
    expect(window?.log.slice(1)).toEqual(["focus", shown("/media/autre clé/BKO-KTL-000002.danaya")]);
    expect(standIn.seen).toMatchObject({ services: 1, windows: { length: 1 } });
  });

  test("says so and quits when the service dies", async () => {
    const { standIn } = await run();
    await standIn.killService();
    await expect.poll(() => standIn.seen.quits).toBe(1);
    expect(standIn.seen.errors).toHaveLength(1);
    expect(standIn.seen.errors[0]).toContain("Danaya s’est arrêtée");
    expect(standIn.raise("before-quit")).toBe(false);
  });

  test("says so and quits when the service cannot start", async () => {
    const file = join(freshFolder(), "a-file");
    writeFileSync(file, "");
    const standIn = makeStandIn({ isFirst: true, isPackaged: true });
    running.push(standIn);
    await startDesktop(standIn.electron, { ...startOn(file), serviceEntry: join(file, "nowhere.ts") });
    expect(standIn.seen).toMatchObject({ quits: 1, windows: [] });
    expect(standIn.seen.errors[0]).toContain("n’a pas pu démarrer");
  });
});

describe("the window's session", () => {
  test("loads the built screen from its own scheme, with the policy, and nothing else", async () => {
    const { standIn } = await run();
    const page = await standIn.load("danaya://office/");
    expect(page.status).toBe(200);
    expect(page.headers.get("content-security-policy")).toContain("connect-src 'self';");
    expect(await page.text()).toContain('<div id="root">');
    expect((await standIn.load("danaya://office/../../package.json")).status).toBe(404);
    expect((await standIn.load("danaya://elsewhere/index.html")).status).toBe(404);
    expect(standIn.isCancelled("https://example.org/")).toBe(true);
    expect(standIn.isCancelled("danaya://office/index.html")).toBe(false);
  });

  test("asks where a document goes, and downloads nothing that the screen did not make", async () => {
    const { standIn } = await run();
    expect(standIn.download("blob:danaya://office/1")).toBe("Enregistrer le fichier");
    expect(standIn.download("https://example.org/program.exe")).toBeNull();
  });

  test("opens no second window, no webview, and goes nowhere else", async () => {
    const { standIn } = await run();
    const contents = standIn.createContents();
    expect(contents.open()).toEqual({ action: "deny" });
    expect(contents.attachWebview()).toBe(false);
    expect(contents.navigate("https://example.org/", true)).toBe(false);
    expect(contents.navigate("danaya://office/", true)).toBe(true);
    expect(contents.navigate("blob:danaya://office/1", false)).toBe(true);
  });

  test("the developer's tools stay shut in the packaged application", async () => {
    const { standIn } = await run({ isPackaged: true });
    expect(standIn.seen.windows[0]?.options.webPreferences?.devTools).toBe(false);
  });
});
