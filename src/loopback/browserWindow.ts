import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findBrowser, hasDisplay, quietFlags } from "./installedBrowser.ts";

export interface BrowserWindow {
  /** Resolves when the person closed the window. */
  readonly closed: Promise<void>;
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
  const child = spawn(browser, appWindowFlags(url, profileDir), { stdio: "ignore" });
  const closed = new Promise<void>((resolve) => {
    child.once("exit", () => resolve());
    child.once("error", () => resolve());
  });
  const swept = closed.then(() => rmSync(profileDir, { recursive: true, force: true, maxRetries: 5 }));
  return { closed: swept.catch(() => undefined), close: () => void child.kill() };
}
