import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findBrowser, hasDisplay, quietFlags } from "./installedBrowser.ts";

export interface BrowserWindow {
  /** Resolves when the person closed the window, or when the browser could not show one. */
  readonly closed: Promise<"closed" | "failed">;
  close(): void;
}

/** A window without address bar, under a profile of its own that keeps nothing on disk. */
export function appWindowFlags(url: string, profileDir: string): string[] {
  return [
    `--app=${url}`,
    `--user-data-dir=${profileDir}`,
    "--incognito",
    "--inprivate",
    "--window-size=1366,768",
    "--lang=fr",
    ...quietFlags(),
  ];
}

/**
 * Opens the address in an installed browser of the Chromium family.
 * @returns null when there is no display or no such browser
 */
export function openBrowserWindow(url: string): BrowserWindow | null {
  const browser = hasDisplay() ? findBrowser() : null;
  if (!browser) return null;
  const profileDir = mkdtempSync(join(tmpdir(), "danaya-window-"));
  const sweep = (): void => {
    try {
      rmSync(profileDir, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    } catch {
      // The browser's helpers may hold a file a moment longer; nothing of the office is in it.
    }
  };
  const child = spawn(browser, appWindowFlags(url, profileDir), { stdio: "ignore" });
  const closed = new Promise<"closed" | "failed">((resolve) => {
    child.once("exit", (code) => resolve(code === null || code === 0 ? "closed" : "failed"));
    child.once("error", () => resolve("failed"));
  }).finally(sweep);
  return {
    closed,
    close() {
      child.kill();
      sweep();
    },
  };
}
