import { join } from "node:path";
import { test as base, expect, type Page } from "@playwright/test";
import { ROOT } from "../../../scripts/root.ts";
import { type RunningOffice, runOffice } from "./runningOffice.ts";

interface Options {
  /** Start as the training office. */
  readonly demo: boolean;
}

interface Fixtures {
  /** The running application on its own, fresh folder; checked up and removed after the test. */
  readonly office: RunningOffice;
  /** Lines that the page may write as errors to its console: a test adds its own. */
  readonly tolerated: RegExp[];
  /** Writes `dist/screenshots/NAME.png`, 1366×768. */
  readonly shot: (name: string) => Promise<void>;
}

/** Collects what a page reports as wrong. */
export function listenForErrors(page: Page): string[] {
  const errors: string[] = [];
  page.on("pageerror", (error) => errors.push(`${error.name}: ${error.message}`));
  page.on("console", (message) => {
    if (message.type() === "error") errors.push(message.text());
  });
  return errors;
}

/**
 * The end-to-end tests' `test`: `page` has the application open; afterwards its console must be free of
 * errors and the office free of faults.
 */
export const test = base.extend<Options & Fixtures>({
  demo: [false, { option: true }],
  // A fresh list for each test, so that one test's leave is not the next one's.
  tolerated: async ({ demo: _demo }, use) => {
    await use([]);
  },
  office: async ({ demo }, use) => {
    const office = await runOffice({ demo });
    try {
      await use(office);
      expect((await office.findFaults()) ?? [], "the check-up after the test").toEqual([]);
    } finally {
      await office.stop();
      office.sweep();
    }
  },
  page: async ({ page, office, tolerated }, use) => {
    const errors = listenForErrors(page);
    await page.goto(await office.issueUrl());
    await use(page);
    const unexpected = errors.filter((line) => !tolerated.some((pattern) => pattern.test(line)));
    expect(unexpected, "errors in the page's console").toEqual([]);
  },
  shot: async ({ page }, use) => {
    await use(async (name) => {
      await page.screenshot({ path: join(ROOT, "dist", "screenshots", `${name}.png`) });
    });
  },
});

export { expect };
