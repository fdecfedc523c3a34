import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, test as base, expect, type Page } from "@playwright/test";
import { ROOT } from "../../../scripts/root.ts";
import { type Line, openLine } from "../../loopback/openLine.ts";
import { listenForErrors } from "./danayaTest.ts";
import { type RunningOffice, runOffice } from "./runningOffice.ts";

/** One of several laptops in a test, each with a data folder and a window of its own. */
export interface Place {
  readonly office: RunningOffice;
  readonly page: Page;
  /** Writes `dist/screenshots/NAME.png`, 1366×768. */
  shot(name: string): Promise<void>;
  /** Copies the data folder while nobody works in it, and starts the office again. */
  copyFolder(): Promise<void>;
  /** The laptop with that copy of its data folder: what was done since is gone. */
  putBack(): Promise<void>;
}

/**
 * Starts one more laptop.
 * @param prepare seeds it before its window opens, over a line of its own
 */
export type OpenPlace = (prepare?: (line: Line) => Promise<void>) => Promise<Place>;

interface Fixtures {
  readonly openPlace: OpenPlace;
  /** A folder that stands for the USB stick; removed after the test. */
  readonly stick: string;
}

/** Work in a place's data folder while its host is down. */
async function whileClosed(
  { page, office }: Pick<Place, "page" | "office">,
  work: () => void,
): Promise<void> {
  await page.goto("about:blank");
  await office.stop();
  work();
  await office.start();
  await page.goto(await office.issueUrl());
}

async function open(browser: Browser, office: RunningOffice): Promise<{ place: Place; errors: string[] }> {
  const context = await browser.newContext();
  const page = await context.newPage();
  const errors = listenForErrors(page);
  await page.goto(await office.issueUrl());
  const copies = mkdtempSync(join(tmpdir(), "danaya-e2e-copies-"));
  const copy = join(copies, "copy");
  const place: Place = {
    page,
    office: {
      ...office,
      sweep() {
        office.sweep();
        rmSync(copies, { recursive: true, force: true });
      },
    },
    async shot(name) {
      await page.screenshot({ path: join(ROOT, "dist", "screenshots", `${name}.png`) });
    },
    copyFolder: () => whileClosed({ page, office }, () => cpSync(office.dataDir, copy, { recursive: true })),
    putBack: () =>
      whileClosed({ page, office }, () => {
        rmSync(office.dataDir, { recursive: true });
        cpSync(copy, office.dataDir, { recursive: true });
      }),
  };
  return { place, errors };
}

/** The end-to-end tests' `test` for several offices and the stick between them. */
export const test = base.extend<Fixtures>({
  openPlace: async ({ browser }, use) => {
    const offices: RunningOffice[] = [];
    const errors: string[] = [];
    const opened: { place: Place; errors: string[] }[] = [];
    try {
      await use(async (prepare) => {
        const office = await runOffice();
        offices.push(office);
        if (prepare) {
          const line = await openLine(await office.issueUrl());
          await prepare(line);
          line.close();
        }
        const one = await open(browser, office);
        opened.push(one);
        return one.place;
      });
      for (const one of opened) {
        errors.push(...one.errors);
        const faults = (await one.place.office.findFaults()) ?? [];
        expect(faults, "the check-up after the test").toEqual([]);
      }
      expect(errors, "errors in the pages' consoles").toEqual([]);
    } finally {
      for (const { place } of opened) await place.page.context().close();
      for (const office of offices) await office.stop();
      for (const { place } of opened) place.office.sweep();
      for (const office of offices) office.sweep();
    }
  },
  // In the home folder, where a person finds it in the list of folders.
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures from the pattern
  stick: async ({}, use) => {
    const stick = mkdtempSync(join(homedir(), "danaya-cle-"));
    try {
      await use(stick);
    } finally {
      rmSync(stick, { recursive: true, force: true });
    }
  },
});

export { expect };
