import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { type Browser, chromium, type Page } from "@playwright/test";
import { DEMO_SIGN_IN } from "../src/contract/office.ts";
import { addToMonth, monthOf } from "../src/domain/calendar.ts";
import { findBrowser, quietFlags } from "../src/loopback/installedBrowser.ts";
import { startLoopback } from "../src/loopback/startLoopback.ts";
import { buildScreen } from "./buildScreen.ts";
import { palettePng } from "./palettePng.ts";
import {
  HEADQUARTERS_PICTURES,
  OFFICE_PICTURES,
  PAPER_PICTURE,
  type ScreenPicture,
} from "./picturedPages.ts";
import { ROOT } from "./root.ts";
import { runProgram } from "./runProgram.ts";

/*
 * `npm run pictures`: photographs the main pages of the demonstrations for the README, into `docs/pictures/`. It makes the
 * two demonstrations in a temporary folder, looks at them in a real browser, and draws a monthly report's first pages.
 *
 *   npm run pictures -- [--office DIR] [--headquarters DIR]    of demonstrations that are there already
 */

const FOLDER = join(ROOT, "docs", "pictures");
const VIEW = { width: 1366, height: 768 };
/** So long a slow machine may take to make a demonstration. */
const MAKING_MS = 20 * 60_000;
/** A page draws what its first answers ask for. */
const SETTLE_MS = 700;
const WAITING = "[aria-label='Un instant…']";
/** A page of A4 beside another is as high as a screen, nearly. */
const PAPER_DPI = 78;

/** The browser reads the PNG: a page that is empty but for a canvas. */
async function shrink(page: Page, png: Buffer): Promise<Buffer> {
  const { width, height, base64 } = await page.evaluate(
    async (source) => {
      const picture = new Image();
      picture.src = source;
      await picture.decode();
      const canvas = document.createElement("canvas");
      canvas.width = picture.width;
      canvas.height = picture.height;
      const context = canvas.getContext("2d");
      if (!context) throw new Error("no canvas");
      context.drawImage(picture, 0, 0);
      const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
      const pieces: string[] = [];
      for (let at = 0; at < data.length; at += 32_768)
        pieces.push(String.fromCharCode(...data.subarray(at, at + 32_768)));
      return { width: canvas.width, height: canvas.height, base64: btoa(pieces.join("")) };
    },
    `data:image/png;base64,${png.toString("base64")}`,
  );
  return palettePng({ width, height, rgba: Buffer.from(base64, "base64") });
}

async function keep(browser: Browser, name: string, png: Buffer): Promise<void> {
  const page = await browser.newPage();
  const small = await shrink(page, png);
  await page.close();
  const path = join(FOLDER, `${name}.png`);
  writeFileSync(path, small);
  process.stdout.write(`${name}.png  ${Math.round(statSync(path).size / 1024)} KB\n`);
}

/** Nothing is on the way any more, and letters have their font. */
async function settle(page: Page): Promise<void> {
  await page.mouse.move(0, 0);
  await page.waitForTimeout(SETTLE_MS);
  await page.waitForFunction((waiting) => document.querySelector(waiting) === null, WAITING);
  await page.evaluate(() => document.fonts.ready);
}

/** Opens the demonstration in a folder and photographs its pages. */
async function photograph(
  browser: Browser,
  { dataDir, headquarters }: { dataDir: string; headquarters: boolean },
  pictures: readonly ScreenPicture[],
): Promise<void> {
  const loopback = await startLoopback({ dataDir, demo: true, headquarters, open: false });
  const context = await browser.newContext({
    ...{ viewport: VIEW, locale: "fr-FR", timezoneId: "Africa/Bamako" },
    ...{ colorScheme: "light", reducedMotion: "reduce" },
  });
  try {
    const page = await context.newPage();
    await page.goto(loopback.url);
    await page.getByRole("heading", { name: "Aujourd’hui", level: 1 }).waitFor({ timeout: MAKING_MS });
    for (const { name, address, arrange } of pictures) {
      await page.goto(`${loopback.origin}/#${address}`);
      await arrange(page);
      await settle(page);
      await keep(browser, name, await page.screenshot({ animations: "disabled", caret: "hide" }));
    }
  } finally {
    await context.close();
    await loopback.close();
  }
}

/** The first two pages of the monthly report that the office issued last, beside each other. */
async function photographPaper(browser: Browser, dataDir: string, scratch: string): Promise<void> {
  const pdf = join(scratch, "rapport.pdf");
  const month = addToMonth(monthOf(new Date().toISOString()), -2);
  process.env.DANAYA_PASSPHRASE = DEMO_SIGN_IN.passphrase;
  const report = [
    "report",
    "monthly",
    "--month",
    month,
    "--data",
    dataDir,
    "--user",
    DEMO_SIGN_IN.login,
    "--out",
    pdf,
  ];
  if ((await runProgram(process.execPath, [join(ROOT, "bin", "danaya.js"), ...report])) !== 0)
    throw new Error("the report was not written");
  const prefix = join(scratch, "page");
  if ((await runProgram("pdftoppm", ["-png", "-r", String(PAPER_DPI), "-l", "2", pdf, prefix])) !== 0)
    throw new Error("pdftoppm did not draw the report: is poppler-utils installed?");
  const sheets = [1, 2].map((number) => readFileSync(`${prefix}-${number}.png`).toString("base64"));
  const page = await browser.newPage({ viewport: VIEW });
  await page.setContent(
    `<body style="margin:0;display:inline-flex;gap:24px;padding:24px;background:#e9e4da">${sheets
      .map((sheet) => `<img src="data:image/png;base64,${sheet}">`)
      .join("")}`,
  );
  await keep(browser, PAPER_PICTURE, await page.locator("body").screenshot());
  await page.close();
}

const { values } = parseArgs({
  options: { office: { type: "string" }, headquarters: { type: "string" } },
});
const scratch = mkdtempSync(join(tmpdir(), "danaya-pictures-"));
const installed = findBrowser();
const browser = await chromium.launch({
  ...(installed === null ? {} : { executablePath: installed }),
  args: quietFlags(),
});
try {
  await buildScreen();
  mkdirSync(FOLDER, { recursive: true });
  const office = values.office ?? join(scratch, "bureau");
  await photograph(browser, { dataDir: office, headquarters: false }, OFFICE_PICTURES);
  await photographPaper(browser, office, scratch);
  const headquarters = values.headquarters ?? join(scratch, "siege");
  await photograph(browser, { dataDir: headquarters, headquarters: true }, HEADQUARTERS_PICTURES);
} finally {
  await browser.close();
  rmSync(scratch, { recursive: true, force: true });
}
