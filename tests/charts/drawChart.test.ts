import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type ChartPaper, drawChart } from "../../src/charts/drawChart.ts";
import { CHART_PLACES } from "../../src/documents/reporting/chartBlock.ts";
import type { ChartPicture, SeriesLook } from "../../src/domain/reporting/chartPicture.ts";
import { ARREARS, ATTENDANCE, anyPicture, MEMBERS, MONEY, POLICIES, RESULT, SIX } from "./pictures.ts";

const half: ChartPaper = { ...CHART_PLACES.half, language: "fr" };
const full: ChartPaper = { ...CHART_PLACES.full, language: "fr" };

/** The words of a drawing, their spaces as plain ones. */
function textsIn(svg: string): string[] {
  return [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text = ""]) => text.replace(/\s/g, " "));
}

const pathsIn = (svg: string): string[] => [...svg.matchAll(/<path[^>]*>/g)].map(([path]) => path);

/** Vertical sides of all rectangles in a path. */
function rectangles(path: string): { y: number; height: number }[] {
  const found = path.matchAll(/M[-\d.]+ ([-\d.]+)h[-\d.]+v([-\d.]+)h/g);
  return [...found].map(([, y, height]) => ({ y: Number(y), height: Number(height) }));
}

describe("a chart on paper", () => {
  test("is the same text each time, whatever was drawn before", () => {
    const first = SIX.map((picture) => drawChart(picture, half));
    drawChart(MONEY, full);
    expect(SIX.map((picture) => drawChart(picture, half))).toEqual(first);
  });

  test("names its ticks, its categories, its series and its target", () => {
    const texts = textsIn(drawChart(ATTENDANCE, full));
    for (const text of ["0 %", "25 %", "50 %", "75 %", "100 %", "2025", "2026", "Objectif : 80 %"]) {
      expect(texts).toContain(text);
    }
    for (const { label } of [...ATTENDANCE.categories, ...ATTENDANCE.series]) expect(texts).toContain(label);
    expect(textsIn(drawChart(MONEY, full))).toEqual(expect.arrayContaining(["F CFA", "100 k", "300 k"]));
  });

  test("names every office, in several lines, and leaves months out where they would touch, but not the last", () => {
    const offices = textsIn(drawChart(MEMBERS, full));
    expect(offices).toEqual(expect.arrayContaining(["Bamako", "Morila-", "Sanso/", "Koumantou"]));
    const slanting = drawChart(MEMBERS, half);
    expect(textsIn(slanting)).toEqual(expect.arrayContaining(["Bamako", "Koutiala", "Sikasso"]));
    expect(slanting).toMatch(/transform="rotate\(-35 [\d.]+ [\d.]+\)"/);
    const months = textsIn(drawChart(MONEY, half));
    expect(months).toContain("oct.");
    expect(months).not.toContain("sept.");
  });

  test("speaks the language of the paper", () => {
    const texts = textsIn(drawChart(MONEY, { ...full, language: "en" }));
    expect(texts).toEqual(expect.arrayContaining(["100k", "300k"]));
  });

  test("writes values at bars that have room for them, and at no others", () => {
    const few = textsIn(drawChart(POLICIES, full));
    for (const value of ["3", "7", "12", "5"]) expect(few).toContain(value);
    const money = textsIn(drawChart(RESULT, full));
    expect(money).toEqual(expect.arrayContaining(["250 k", "−125 k", "413 k"]));
    expect(textsIn(drawChart(MONEY, half)).some((text) => /^2\d\d k$/.test(text) && text !== "200 k")).toBe(
      false,
    );
  });

  test("refers to nothing: no identifiers, no patterns, no clips, no classes", () => {
    for (const picture of SIX) {
      expect(drawChart(picture, full)).not.toMatch(
        /url\(|\bid=|class|clip|pattern|tabindex|role|NaN|undefined/i,
      );
    }
  });

  test("is told apart without colour: each look of bars and lines draws other strokes", () => {
    const looks: SeriesLook[] = ["solid", "hatched", "dotted", "outline"];
    for (const as of ["bar", "line"] as const) {
      const drawn = looks.map((look) =>
        drawChart(
          { ...MONEY, series: [{ label: "x", look, as, values: MONEY.series[0]?.values ?? [] }] },
          {
            ...full,
            palette: {
              ground: "white",
              ink: "black",
              soft: "black",
              grid: "black",
              strong: "black",
              warm: "black",
            },
          },
        ),
      );
      expect(new Set(drawn).size).toBe(looks.length);
    }
  });

  test("hatches in strokes and dots in dots, within the bars", () => {
    const paths = pathsIn(drawChart(ARREARS, full));
    expect(paths.some((path) => (path.match(/M[\d.]+ [\d.]+L/g) ?? []).length > 100)).toBe(true);
    expect(paths.some((path) => (path.match(/h1\.05v1\.05h-1\.05z/g) ?? []).length > 100)).toBe(true);
  });

  test("leaves a gap where there is no figure: the line is broken, the bar is not there", () => {
    const broken = pathsIn(drawChart(ATTENDANCE, full)).filter((path) => /d="M[^"]*L[^"]*M[^"]*L/.test(path));
    expect(broken).toHaveLength(1);
    const bars = pathsIn(drawChart(MONEY, full)).map((path) => rectangles(path).length);
    expect(bars.filter((count) => count >= 11)).toEqual([12, 11]);
  });

  test("hangs bars below the zero line where the result is below zero", () => {
    const svg = drawChart({ ...RESULT, target: null }, full);
    const zero = Number(/y1="([\d.]+)"[^>]*stroke="#64616f"/.exec(svg)?.[1]);
    const bars = pathsIn(svg).flatMap(rectangles);
    const above = bars.filter(({ y, height }) => y + height <= zero + 0.5);
    const below = bars.filter(({ y }) => y >= zero - 0.5);
    expect([above.length, below.length]).toEqual([3, 2]);
  });

  test("draws the heights of bars in proportion to their values", () => {
    const svg = drawChart(RESULT, full);
    const [high = 0, low = 0] = pathsIn(svg)
      .flatMap(rectangles)
      .map(({ height }) => height);
    const pen = 0.09 * full.textSize;
    expect((high + pen) / (low + pen)).toBeCloseTo(2, 1);
  });

  test("of nothing but zeros is an axis with a zero, without bars", () => {
    const none: ChartPicture = {
      ...POLICIES,
      series: [{ label: "x", look: "solid", as: "bar", values: [0, 0, 0, 0, 0, 0] }],
      target: null,
    };
    const svg = drawChart(none, full);
    expect(pathsIn(svg)).toEqual([]);
    expect(svg.match(/<line/g)).toHaveLength(1);
    expect(textsIn(svg)).toEqual(expect.arrayContaining(["0", "mai", "oct."]));
  });

  test("of any picture can be drawn, is well-formed and stays within its sides", () => {
    fc.assert(
      fc.property(anyPicture, (picture) => {
        const svg = drawChart(picture, half);
        expect(svg).not.toMatch(/NaN|Infinity|undefined|url\(/);
        expect(svg.replace(/<[^<>]*>/g, "")).not.toMatch(/[<>]|&(?!amp;|lt;|gt;)/);
        for (const [, x] of svg.matchAll(/ x="([-\d.]+)"/g)) {
          expect(Number(x)).toBeGreaterThanOrEqual(0);
          expect(Number(x)).toBeLessThanOrEqual(half.width);
        }
      }),
      { numRuns: 60 },
    );
  });

  test("leaves the process as it was: no window, no document, for whoever looks next", () => {
    drawChart(MONEY, half);
    expect("window" in globalThis).toBe(false);
    expect("document" in globalThis).toBe(false);
    const palette = {
      ...half.palette,
      get strong(): string {
        throw new Error("no ink");
      },
    };
    expect(() => drawChart(MONEY, { ...half, palette })).toThrow("no ink");
    expect("window" in globalThis).toBe(false);
    expect(textsIn(drawChart(MONEY, half))).toContain("Cotisations");
  });
});
