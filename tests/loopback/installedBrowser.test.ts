import { describe, expect, test } from "vitest";
import { appWindowFlags } from "../../src/loopback/browserWindow.ts";
import { browserCandidates, hasDisplay, quietFlags } from "../../src/loopback/installedBrowser.ts";

describe("the installed browser", () => {
  test("is looked for along the path on Linux, a named one first", () => {
    const found = browserCandidates("linux", { PATH: "/usr/bin:/snap/bin", DANAYA_BROWSER: "/opt/b/chrome" });
    expect(found[0]).toBe("/opt/b/chrome");
    expect(found).toContain("/usr/bin/chromium");
    expect(found).toContain("/snap/bin/chromium");
  });

  test("is Edge first on Windows, which every Windows has", () => {
    const found = browserCandidates("win32", {
      ProgramFiles: "C:\\Program Files",
      "ProgramFiles(x86)": "C:\\Program Files (x86)",
    });
    expect(found[0]).toBe("C:\\Program Files\\Microsoft\\Edge\\Application\\msedge.exe");
    expect(found.at(-1)).toBe("C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe");
  });

  test("needs a display on Linux only", () => {
    expect(hasDisplay("linux", {})).toBe(false);
    expect(hasDisplay("linux", { DISPLAY: ":0" })).toBe(true);
    expect(hasDisplay("linux", { WAYLAND_DISPLAY: "wayland-0" })).toBe(true);
    expect(hasDisplay("win32", {})).toBe(true);
  });

  test("gives up its sandbox for root only", () => {
    expect(quietFlags(true)).toContain("--no-sandbox");
    expect(quietFlags(false)).not.toContain("--no-sandbox");
  });

  test("shows the address without an address bar, and keeps no history", () => {
    const flags = appWindowFlags("http://127.0.0.1:1/entree?cle=x", "/tmp/profile");
    expect(flags).toContain("--app=http://127.0.0.1:1/entree?cle=x");
    expect(flags).toContain("--incognito");
    expect(flags).toContain("--user-data-dir=/tmp/profile");
  });
});
