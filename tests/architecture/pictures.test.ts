import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { inflateSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { palettePng } from "../../scripts/palettePng.ts";
import { HEADQUARTERS_PICTURES, OFFICE_PICTURES, PAPER_PICTURE } from "../../scripts/picturedPages.ts";
import { ROOT } from "../../scripts/root.ts";

const MOST_BYTES = 150 * 1024;
const MOST_BYTES_TOGETHER = 1.5 * 1024 * 1024;
const SIGNATURE = "89504e470d0a1a0a";

const readme = readFileSync(join(ROOT, "README.md"), "utf8");
const named = [...readme.matchAll(/!\[([^\]]*)\]\(([^)]+)\)/g)].map(([, words = "", path = ""]) => ({
  words,
  path,
}));

describe("the README's pictures", () => {
  const files = named.map(({ path }) => readFileSync(join(ROOT, path)));

  test("are those that the script makes, each once and none left over", () => {
    const made = [...OFFICE_PICTURES, ...HEADQUARTERS_PICTURES].map(({ name }) => name);
    const names = [...made, PAPER_PICTURE].map((name) => `${name}.png`).sort();
    expect(named.map(({ path }) => basename(path)).sort()).toEqual(names);
    expect(readdirSync(join(ROOT, "docs", "pictures")).sort()).toEqual(names);
  });

  test.each(named)(
    "$path is a PNG of a whole page, small enough, with words beside it",
    ({ words, path }) => {
      const file = readFileSync(join(ROOT, path));
      expect(file.subarray(0, 8).toString("hex")).toBe(SIGNATURE);
      expect(file.subarray(12, 16).toString("latin1")).toBe("IHDR");
      const [width, height] = [file.readUInt32BE(16), file.readUInt32BE(20)];
      expect(width).toBeGreaterThanOrEqual(1_300);
      expect(width).toBeLessThanOrEqual(1_400);
      expect(height).toBeGreaterThanOrEqual(700);
      expect(height).toBeLessThanOrEqual(1_000);
      // A page that was photographed empty is smaller.
      expect(file.length).toBeGreaterThan(25 * 1024);
      expect(file.length).toBeLessThanOrEqual(MOST_BYTES);
      expect(words).not.toBe("");
    },
  );

  test("are not heavy together", () => {
    expect(files.reduce((sum, { length }) => sum + length, 0)).toBeLessThanOrEqual(MOST_BYTES_TOGETHER);
  });
});

/** The content of a chunk of a PNG. */
function chunkOf(png: Buffer, kind: string): Buffer {
  for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at))
    if (png.toString("latin1", at + 4, at + 8) === kind)
      return png.subarray(at + 8, at + 8 + png.readUInt32BE(at));
  throw new Error(`no ${kind}`);
}

describe("a picture's palette", () => {
  const side = 20;
  const draw = (colour: (pixel: number) => readonly number[]) =>
    Uint8Array.from({ length: side * side * 4 }, (_, at) => colour(at >> 2)[at % 4] ?? 255);
  /** The colours that the file shows, pixel by pixel. */
  function shown(rgba: Uint8Array): number[][] {
    const png = palettePng({ width: side, height: side, rgba });
    const palette = chunkOf(png, "PLTE");
    const lines = inflateSync(chunkOf(png, "IDAT"));
    return Array.from({ length: side * side }, (_, pixel) => {
      const index = lines[Math.floor(pixel / side) * (side + 1) + 1 + (pixel % side)] ?? 0;
      return [...palette.subarray(index * 3, index * 3 + 3)];
    });
  }

  test("keeps every colour where there are not too many", () => {
    const colour = (pixel: number) => [pixel % 200, 10, 250 - (pixel % 200)];
    expect(shown(draw(colour))).toEqual(Array.from({ length: side * side }, (_, pixel) => colour(pixel)));
  });

  test("takes the nearest colour where there are too many", () => {
    const colour = (pixel: number) => [pixel % 256, pixel >> 8, 128];
    for (const [pixel, [red = 0, green = 0, blue = 0]] of shown(draw(colour)).entries()) {
      const [wanted = 0, other = 0] = colour(pixel);
      expect(Math.abs(red - wanted) + Math.abs(green - other) + Math.abs(blue - 128)).toBeLessThan(10);
    }
  });
});
