import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Runs a tool of poppler over a PDF file's bytes. @throws when it is not installed or refuses the file */
function poppler(tool: string, pdf: Uint8Array, args: (file: string, folder: string) => string[]): string {
  const folder = mkdtempSync(join(tmpdir(), "danaya-documents-"));
  try {
    const file = join(folder, "paper.pdf");
    writeFileSync(file, pdf);
    const done = spawnSync(tool, args(file, folder), { maxBuffer: 256 * 1024 * 1024, encoding: "utf8" });
    if (done.error)
      throw new Error(`${tool} does not run (is poppler-utils installed?): ${done.error.message}`);
    if (done.status !== 0) throw new Error(`${tool} refused the file: ${done.stderr}`);
    return tool === "pdftoppm" ? readFileSync(join(folder, "page.png"), "base64") : done.stdout;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** What the file says, every kind of space as one ordinary space. */
export function pdfText(pdf: Uint8Array): string {
  return poppler("pdftotext", pdf, (file) => ["-layout", file, "-"]).replace(/[\s\u00a0\u202f]+/g, " ");
}

/** The lines of every page as they lie on it: columns stand apart by two blanks or more, inside of one there is one. */
export function pdfLines(pdf: Uint8Array): string[][] {
  const text = poppler("pdftotext", pdf, (file) => ["-layout", file, "-"]);
  return text.split("\f").map((page) => page.split("\n").map((line) => line.replace(/[\u00a0\u202f]/g, " ")));
}

export interface PageInfo {
  readonly pages: number;
  /** Width × height of every page, in points, as `pdfinfo` prints them. */
  readonly sizes: readonly (readonly [width: number, height: number])[];
  readonly all: string;
}

export function pdfInfo(pdf: Uint8Array): PageInfo {
  const all = poppler("pdfinfo", pdf, (file) => ["-f", "1", "-l", "9999", file]);
  const sizes = [...all.matchAll(/Page\s+\d+ size:\s+([\d.]+) x ([\d.]+) pts/g)].map(
    ([, width, height]) => [Number(width), Number(height)] as const,
  );
  return { pages: sizes.length, sizes, all };
}

export interface Word {
  /** From 1. */
  readonly page: number;
  readonly text: string;
  readonly xMin: number;
  readonly yMin: number;
  readonly xMax: number;
  readonly yMax: number;
}

/** Every word with its box, in points from the page's top left corner. */
export function pdfWords(pdf: Uint8Array): Word[] {
  const html = poppler("pdftotext", pdf, (file) => ["-bbox", file, "-"]);
  return html.split("<page ").flatMap((part, page) =>
    [...part.matchAll(/<word xMin="(.+?)" yMin="(.+?)" xMax="(.+?)" yMax="(.+?)">(.*?)<\/word>/g)].map(
      ([, xMin, yMin, xMax, yMax, text = ""]) => ({
        page,
        text,
        xMin: Number(xMin),
        yMin: Number(yMin),
        xMax: Number(xMax),
        yMax: Number(yMax),
      }),
    ),
  );
}

/** How many different images the file holds. */
export function imagesIn(pdf: Uint8Array): number {
  const rows = poppler("pdfimages", pdf, (file) => ["-list", file])
    .trim()
    .split("\n")
    .slice(2);
  return new Set(rows.map((row) => row.trim().split(/\s+/)[10])).size;
}

/** Fonts that the file refers to, and whether each is inside it. */
export function fontsIn(pdf: Uint8Array): { name: string; embedded: boolean }[] {
  const rows = poppler("pdffonts", pdf, (file) => [file])
    .trim()
    .split("\n")
    .slice(2);
  return rows.map((row) => ({
    name: row.split(/\s+/)[0] ?? "",
    embedded: / (yes|no) +(yes|no) +(yes|no) +\d+ +\d+$/.exec(row)?.[1] === "yes",
  }));
}

/** A page as a PNG picture. */
export function pdfPicture(pdf: Uint8Array, page: number, dotsPerInch: number): Buffer<ArrayBuffer> {
  const base64 = poppler("pdftoppm", pdf, (file, folder) => [
    ...["-png", "-singlefile", "-r", String(dotsPerInch), "-f", String(page), "-l", String(page)],
    ...[file, join(folder, "page")],
  ]);
  return Buffer.from(base64, "base64");
}
