import { readFileSync } from "node:fs";
import fc from "fast-check";
import PDFDocument from "pdfkit";
import QRCode from "qrcode";
import { describe, expect, it } from "vitest";
import { emblemSvg } from "../../src/documents/design/emblem.ts";
import { fitLine, type MeasuredFace, widthOf, wrap } from "../../src/documents/design/fitText.ts";
import { qrPath } from "../../src/documents/design/qrPath.ts";
import type { FontFile } from "../../src/documents/render.ts";
import { FONTS } from "./samples.ts";

const FACES: readonly [MeasuredFace, FontFile][] = [
  ["InterMedium", "Inter-Medium.ttf"],
  ["InterSemiBold", "Inter-SemiBold.ttf"],
  ["GentiumBold", "GentiumBookPlus-Bold.ttf"],
];
const NAME = fc.string({ unit: fc.constantFrom(..."AaÉéïçWwMilt ɛɔɲŋƐƆƝŊ-’ Ff"), maxLength: 90 });

/** Sum of the signed areas within a path of `M x y`, `H x`, `V y`, `Z`: holes turn the other way and count less. */
function areaOf(path: string): number {
  let area = 0;
  for (const contour of path.split("Z").filter((part) => part !== "")) {
    let [x, y] = [0, 0];
    for (const [, command, first = "", second = ""] of contour.matchAll(/([MHV])([\d.]+)(?: ([\d.]+))?/g)) {
      const next =
        command === "V" ? [x, Number(first)] : [Number(first), command === "M" ? Number(second) : y];
      area += command === "M" ? 0 : x * (next[1] ?? 0) - (next[0] ?? 0) * y;
      [x = 0, y = 0] = next;
    }
  }
  return Math.abs(area / 2);
}

describe("the measure of text", () => {
  it.each(FACES)("of %s is the font's own or a little more", (face, fontFile) => {
    const pdf = new PDFDocument({ font: "" });
    pdf.font(Buffer.from(FONTS()[fontFile])).fontSize(10);
    fc.assert(
      fc.property(NAME, (text) => {
        const own = pdf.widthOfString(text);
        expect(widthOf(text, face, 10)).toBeGreaterThanOrEqual(own - 0.5);
      }),
      { numRuns: 500 },
    );
    const plain = "Coulibaly Fatoumata Kɛnɛba";
    expect(widthOf(plain, face, 10)).toBeLessThan(pdf.widthOfString(plain) * 1.06);
  });

  it("breaks lines that fit, and loses no letter", () => {
    fc.assert(
      fc.property(NAME, fc.integer({ min: 20, max: 200 }), (text, width) => {
        const lines = wrap(text, "InterMedium", 8, width);
        expect(lines.join("").replaceAll(" ", "")).toBe(text.replaceAll(" ", ""));
        for (const line of lines) expect(widthOf(line, "InterMedium", 8)).toBeLessThanOrEqual(width);
      }),
    );
  });

  it("breaks at words, and inside a word only where it must", () => {
    expect(wrap("Aminata Coulibaly-Traoré", "InterMedium", 8, 60)).toEqual([
      "Aminata",
      "Coulibaly-",
      "Traoré",
    ]);
    expect(wrap("+223\u00a076\u00a000", "InterMedium", 8, 60)).toEqual(["+223\u00a076\u00a000"]);
  });

  it("shrinks a line to its place, and cuts it only at the smallest size", () => {
    expect(fitLine("Ly", "GentiumBold", 100, [12, 6])).toEqual({ text: "Ly", size: 12 });
    const cut = fitLine("Association ".repeat(9), "GentiumBold", 100, [12, 6]);
    expect(cut.size).toBe(6);
    expect(cut.text.endsWith("…")).toBe(true);
    expect(widthOf(cut.text, "GentiumBold", 6)).toBeLessThanOrEqual(100);
  });
});

describe("a QR symbol as one outline", () => {
  it("covers exactly its dark modules", () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 120 }), (text) => {
        const { modules } = QRCode.create(text, { errorCorrectionLevel: "M" });
        const dark = modules.data.reduce((sum, module) => sum + (module ? 1 : 0), 0);
        const place = { x: 7, y: 3, side: modules.size * 4, level: "M" } as const;
        expect(areaOf(qrPath(text, place))).toBe(dark * 16);
      }),
      { numRuns: 40 },
    );
  });
});

describe("the emblem", () => {
  it("is the same on screen as on paper", () => {
    const file = readFileSync(new URL("../../resources/emblem.svg", import.meta.url), "utf8");
    expect(file).toBe(emblemSvg());
  });
});
