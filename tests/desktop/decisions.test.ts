import { describe, expect, test } from "vitest";
import {
  isOwnDocument,
  isOwnPage,
  mayNavigate,
  mayRequest,
  PAGE,
  pageFor,
} from "../../src/desktop/ownPage.ts";
import { isReadyMessage, mayHaveLine } from "../../src/desktop/portMessages.ts";
import { defaultDataDir, readOpenedFile, readStartArguments } from "../../src/desktop/startArguments.ts";
import { windowOptions } from "../../src/desktop/windowOptions.ts";
import { mayUse } from "../../src/desktop/windowPermissions.ts";

const VIEWER = "chrome-extension://mhjfbmdgcfjbbpaeojofohoefgiehjai/index.html";

describe("where the window may go", () => {
  test.each([
    ["danaya://office/", true],
    ["danaya://office/index.html#/membres", true],
    ["danaya://elsewhere/", false],
    ["danaya://office.example/", false],
    ["https://example.org/", false],
    ["file:///etc/passwd", false],
    ["data:text/html,x", false],
    ["javascript:alert(1)", false],
    ["about:blank", false],
    ["blob:danaya://office/3b1f", false],
    [VIEWER, false],
  ])("its own page only: %s", (url, allowed) => {
    expect(mayNavigate(url, true)).toBe(allowed);
  });

  test.each([
    ["blob:danaya://office/3b1f", true],
    ["about:blank", true],
    [VIEWER, true],
    ["blob:https://example.org/3b1f", false],
    ["https://example.org/", false],
    ["chrome-extension://aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa/index.html", false],
  ])("a frame in it also to a document shown from memory: %s", (url, allowed) => {
    expect(mayNavigate(url, false)).toBe(allowed);
  });

  test("nothing is asked from outside of the machine", () => {
    expect(
      ["danaya://office/a.js", "blob:danaya://office/1", "data:image/png;base64,"].every(mayRequest),
    ).toBe(true);
    expect(
      ["http://127.0.0.1/", "https://a.example/", "ws://a.example/", "ftp://a.example/", "x"].some(
        mayRequest,
      ),
    ).toBe(false);
  });

  test("a page's own address and its documents are told apart", () => {
    expect(isOwnPage("danaya://office")).toBe(true);
    expect(isOwnDocument(PAGE)).toBe(false);
    expect(isOwnDocument("blob:danaya://office/1")).toBe(true);
  });
});

describe("what the page may use", () => {
  const own = "danaya://office/";
  test.each([
    ["the camera, for photographs and codes", "media", own, ["video"], true],
    ["copying a text", "clipboard-sanitized-write", own, [], true],
    ["the microphone", "media", own, ["audio"], false],
    ["camera and microphone together", "media", own, ["video", "audio"], false],
    ["an unnamed device", "media", own, [], false],
    ["the camera, for another page", "media", "https://example.org/", ["video"], false],
    ["reading the clipboard", "clipboard-read", own, [], false],
    ["the place", "geolocation", own, [], false],
    ["notices on the desktop", "notifications", own, [], false],
    ["other programs", "openExternal", own, [], false],
    ["USB", "usb", own, [], false],
  ])("%s", (_what, permission, from, media, allowed) => {
    expect(mayUse({ permission, from, media })).toBe(allowed);
  });
});

describe("the window", () => {
  test("is sandboxed, isolated, without Node, under a neutral title, and fits 1366×768", () => {
    const options = windowOptions("/p/preload.cjs", "/p/icon.png", false);
    expect(options.title).toBe("Danaya");
    expect(options.width).toBeLessThanOrEqual(1366);
    expect(options.height).toBeLessThanOrEqual(768);
    expect(options.webPreferences).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
      spellcheck: false,
      devTools: false,
    });
  });
});

describe("which messages pass", () => {
  const page = { location: { origin: "danaya://office" } };
  const ready = { source: page, origin: "danaya://office", data: { type: "danaya:ready" } };

  test("the page's own wish for its line does", () => {
    expect(isReadyMessage(ready, page)).toBe(true);
  });

  test.each([
    ["a frame's", { source: {} }],
    ["another origin's", { origin: "https://example.org" }],
    ["one without type", { data: {} }],
    ["a text", { data: "danaya:ready" }],
    ["nothing", { data: null }],
    ["the answer to itself", { data: { type: "danaya:port" } }],
  ])("%s does not", (_what, part) => {
    expect(isReadyMessage({ ...ready, ...part }, page)).toBe(false);
  });

  test("only the topmost frame of the own page gets a line", () => {
    expect(mayHaveLine({ url: "danaya://office/", parent: null })).toBe(true);
    expect(mayHaveLine({ url: "danaya://office/", parent: {} })).toBe(false);
    expect(mayHaveLine({ url: "https://example.org/", parent: null })).toBe(false);
    expect(mayHaveLine(null)).toBe(false);
  });
});

describe("where the data lies", () => {
  const linux = { platform: "linux", env: {}, homeDir: "/home/awa" } as const;

  test("follows each system's custom, and is not carried about by Windows' roaming", () => {
    expect(defaultDataDir(linux, false)).toBe("/home/awa/.local/share/danaya");
    expect(defaultDataDir({ ...linux, env: { XDG_DATA_HOME: "/d" } }, true)).toBe("/d/danaya-demo");
    expect(defaultDataDir({ platform: "darwin", env: {}, homeDir: "/Users/awa" }, false)).toBe(
      "/Users/awa/Library/Application Support/Danaya",
    );
    const windows = {
      platform: "win32",
      env: { LOCALAPPDATA: "C:\\U\\awa\\AppData\\Local" },
      homeDir: "C:\\U\\awa",
    } as const;
    expect(defaultDataDir(windows, false)).toBe("C:\\U\\awa\\AppData\\Local\\Danaya");
    expect(defaultDataDir({ ...windows, env: {} }, true)).toBe("C:\\U\\awa\\AppData\\Local\\Danaya-demo");
  });

  test("is where the person says, and Chromium's own switches do not disturb that", () => {
    const args = ["--no-sandbox", "main.js", "--data=/media/x", "--demo", "--disable-gpu"];
    expect(readStartArguments(args, linux)).toEqual({ dataDir: "/media/x", demo: true });
    expect(readStartArguments(["--data", "/media/y"], linux)).toEqual({ dataDir: "/media/y", demo: false });
    expect(readStartArguments(["--data="], linux)).toEqual({
      dataDir: "/home/awa/.local/share/danaya",
      demo: false,
    });
  });
});

describe("a bundle opened by a double click", () => {
  const windows = { platform: "win32", env: {}, homeDir: "C:\\Users\\Awa" } as const;
  const linux = { platform: "linux", env: {}, homeDir: "/home/awa" } as const;

  test.each([
    [windows, ["E:\\KTL-000017.danaya"], "C:\\", "E:\\KTL-000017.danaya"],
    [windows, ["--flag", "KTL-000017.DANAYA"], "E:\\Envois", "E:\\Envois\\KTL-000017.DANAYA"],
    [linux, ["main.js", "/media/clé/KTL-000017.danaya"], "/", "/media/clé/KTL-000017.danaya"],
    [linux, ["a.danaya", "b.danaya"], "/media", "/media/a.danaya"],
    [linux, ["--file=a.danaya"], "/media", null],
    [linux, ["liste.csv"], "/media", null],
    [linux, [], "/media", null],
  ])("is found among the arguments: %j %j", (machine, args, folder, path) => {
    expect(readOpenedFile(args, folder, machine)).toBe(path);
  });

  test("goes into the page's own address, whatever its name holds", () => {
    expect(pageFor(null)).toBe(PAGE);
    const path = "E:\\a & b?#é.danaya";
    const url = pageFor(path);
    expect(isOwnPage(url)).toBe(true);
    expect(new URLSearchParams(url.split("#/open?")[1]).get("file")).toBe(path);
    expect(new URL(url).pathname).toBe("/");
  });
});
