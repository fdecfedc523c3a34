import { availableParallelism } from "node:os";
import { defineConfig } from "@playwright/test";
import { findBrowser, quietFlags } from "./src/loopback/installedBrowser.ts";

const browser = findBrowser();

export default defineConfig({
  testDir: "tests/e2e",
  testMatch: "**/*.spec.ts",
  outputDir: "test-results",
  globalSetup: "./tests/e2e/support/buildAll.ts",
  timeout: 120_000,
  expect: { timeout: 15_000 },
  fullyParallel: true,
  workers: Math.max(1, Math.floor(availableParallelism() / 2)),
  forbidOnly: true,
  retries: 0,
  reporter: [["list"], ["json", { outputFile: "dist/reports/playwright.json" }]],
  use: {
    viewport: { width: 1366, height: 768 },
    locale: "fr-FR",
    timezoneId: "Africa/Bamako",
    trace: "retain-on-failure",
    screenshot: "only-on-failure",
    launchOptions: {
      // An installed Chromium, Chrome or Edge; Playwright's own where there is none.
      ...(browser === null ? {} : { executablePath: browser }),
      args: quietFlags(),
    },
  },
});
