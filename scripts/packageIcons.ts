import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { chromium, type Page } from "@playwright/test";
import { findBrowser, quietFlags } from "../src/loopback/installedBrowser.ts";
import { ROOT } from "./root.ts";
import { type IconPicture, windowsIcon } from "./windowsIcon.ts";

/*
 * Draws the icons anew from their SVG sources with a Chromium, after a change of a source:
 *
 *   node scripts/packageIcons.ts
 */

const ICONS = join(ROOT, "resources", "icons");
/** Up to this side the drawing made for few pixels is taken. */
const SMALL_UP_TO = 24;
const WINDOWS_SIDES = [16, 20, 24, 32, 40, 48, 64, 256];
const LINUX_SIDES = [16, 24, 32, 48, 64, 128, 256, 512];
const WINDOW_SIDE = 512;

const sourceFor = (name: string, side: number): string =>
  readFileSync(join(ICONS, `${name}${side <= SMALL_UP_TO ? "-small" : ""}.svg`), "utf8");

/** Draws the source into a square of `side` pixels. */
async function draw(page: Page, name: string, side: number): Promise<IconPicture> {
  const source = `data:image/svg+xml;base64,${Buffer.from(sourceFor(name, side)).toString("base64")}`;
  const { rgba, png } = await page.evaluate(
    async ([address, pixels]) => {
      const picture = new Image(pixels, pixels);
      picture.src = address;
      await picture.decode();
      const canvas = document.createElement("canvas");
      canvas.width = pixels;
      canvas.height = pixels;
      const context = canvas.getContext("2d");
      if (!context) throw new Error("no canvas");
      context.drawImage(picture, 0, 0, pixels, pixels);
      const { data } = context.getImageData(0, 0, pixels, pixels);
      return { rgba: [...data], png: canvas.toDataURL("image/png") };
    },
    [source, side] as const,
  );
  const [, encoded = ""] = png.split(",");
  return { side, rgba: Uint8Array.from(rgba), png: Buffer.from(encoded, "base64") };
}

async function drawAll(page: Page, name: string, sides: readonly number[]): Promise<IconPicture[]> {
  const pictures: IconPicture[] = [];
  for (const side of sides) pictures.push(await draw(page, name, side));
  return pictures;
}

const installed = findBrowser();
const browser = await chromium.launch({
  ...(installed === null ? {} : { executablePath: installed }),
  args: quietFlags(),
});
try {
  const page = await browser.newPage();
  for (const name of ["icon", "bundle"])
    writeFileSync(join(ICONS, `${name}.ico`), windowsIcon(await drawAll(page, name, WINDOWS_SIDES)));
  mkdirSync(join(ICONS, "linux"), { recursive: true });
  for (const { side, png } of await drawAll(page, "icon", LINUX_SIDES))
    writeFileSync(join(ICONS, "linux", `${side}x${side}.png`), png);
  writeFileSync(join(ICONS, "icon.png"), (await draw(page, "icon", WINDOW_SIDE)).png);
} finally {
  await browser.close();
}
