import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { _electron, expect, test } from "@playwright/test";
import { DESKTOP_MAIN } from "../../scripts/buildDesktop.ts";
import { findElectron } from "../../scripts/electronRuntime.ts";
import { hasDisplay, quietFlags } from "../../src/loopback/installedBrowser.ts";

const program = findElectron();

test.describe("the real desktop window", () => {
  test.skip(program === null, "the Electron runtime is not installed");
  test.skip(!hasDisplay(), "there is no display");

  test("opens under a neutral title, reaches the service over its port and quits clean", async () => {
    const dataDir = mkdtempSync(join(tmpdir(), "danaya-desktop-"));
    const application = await _electron.launch({
      ...(program === null ? {} : { executablePath: program }),
      args: [...quietFlags(), DESKTOP_MAIN, `--data=${dataDir}`],
    });
    try {
      const page = await application.firstWindow();
      await expect(page).toHaveTitle("Danaya");
      expect(page.url()).toMatch(/^danaya:\/\/office\//);
      // Whatever the wizard's first page says, the service answered: a heading stands on it.
      await expect(page.getByRole("heading").first()).toBeVisible();
      const node = await page.evaluate(() =>
        ["require", "process", "Buffer"].filter((name) => name in globalThis),
      );
      expect(node, "what of Node the page can reach").toEqual([]);
      await page.evaluate(() => {
        globalThis.location.href = "https://example.org/";
      });
      expect(page.url()).toMatch(/^danaya:\/\/office\//);
    } finally {
      await application.close();
      rmSync(dataDir, { recursive: true, force: true, maxRetries: 5 });
    }
  });
});
