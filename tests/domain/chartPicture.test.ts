import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type ChartPicture,
  chartScale,
  fullChartValue,
  shortChartValue,
  tickTexts,
} from "../../src/domain/reporting/chartPicture.ts";
import { ARREARS, ATTENDANCE, anyPicture, MEMBERS, MONEY, RESULT } from "../charts/pictures.ts";

/** Spaces of every kind as plain ones. */
const plain = (texts: readonly string[]) => texts.map((text) => text.replace(/\s/g, " "));

const withValues = (values: (number | null)[], change: Partial<ChartPicture> = {}): ChartPicture => ({
  ...{ title: "", kind: "bars", unit: "count", target: null, ...change },
  categories: values.map(() => ({ label: "", group: null })),
  series: [{ label: "", look: "solid", as: "bar", values }],
});

describe("the scale of a chart", () => {
  test("has round steps from zero", () => {
    expect(chartScale(MONEY).ticks).toEqual([0, 100_000, 200_000, 300_000]);
    expect(chartScale(MEMBERS).ticks).toEqual([0, 500, 1000, 1500]);
  });

  test("reaches below zero where a result does", () => {
    expect(chartScale(RESULT).ticks).toEqual([-400_000, -200_000, 0, 200_000, 400_000, 600_000]);
  });

  test("is that of the sums where bars stand on each other", () => {
    const { high } = chartScale(ARREARS);
    const sums = ARREARS.categories.map((_, at) =>
      ARREARS.series.reduce((sum, { values }) => sum + (values[at] ?? 0), 0),
    );
    expect(high).toBeGreaterThanOrEqual(Math.max(...sums));
    expect(chartScale({ ...ARREARS, kind: "bars" }).high).toBeLessThan(Math.max(...sums));
  });

  test("goes to a hundred for shares, further only where they do", () => {
    expect(chartScale(ATTENDANCE).ticks).toEqual([0, 25, 50, 75, 100]);
    expect(chartScale(withValues([3, 2], { unit: "percent" })).high).toBe(100);
    expect(chartScale(withValues([130], { unit: "percent" })).ticks).toEqual([0, 50, 100, 150]);
  });

  test("counts people in whole ones", () => {
    expect(chartScale(withValues([1, 2])).ticks).toEqual([0, 1, 2]);
    expect(chartScale(withValues([7])).ticks).toEqual([0, 2, 4, 6, 8]);
  });

  test("of nothing is a zero line", () => {
    expect(chartScale(withValues([0, null, 0])).ticks).toEqual([0]);
    expect(chartScale(withValues([])).ticks).toEqual([0]);
  });

  test("has room for a value however small, on either side of zero", () => {
    const { low, high } = chartScale(withValues([-Number.MIN_VALUE, 5]));
    expect([low < 0, high >= 5]).toEqual([true, true]);
    expect(chartScale(withValues([Number.MIN_VALUE, -5])).high).toBeGreaterThan(0);
  });

  test("makes room for the target", () => {
    expect(chartScale(withValues([3], { target: { label: "", value: 40 } })).high).toBe(40);
  });

  test("holds every value of any picture between its ends, in few whole steps with zero among them", () => {
    fc.assert(
      fc.property(anyPicture, (picture) => {
        const { low, high, ticks } = chartScale(picture);
        const alone = picture.series.filter(({ as }) => as === "line" || picture.kind !== "stackedBars");
        for (const value of alone.flatMap(({ values }) => values)) {
          if (value === null) continue;
          expect(value).toBeGreaterThanOrEqual(low);
          expect(value).toBeLessThanOrEqual(high);
        }
        expect(ticks).toContain(0);
        expect(ticks.length).toBeLessThanOrEqual(7);
        expect(ticks.every(Number.isInteger)).toBe(true);
        expect(high).toBeGreaterThan(low);
      }),
    );
  });
});

describe("the texts of a chart", () => {
  test("say all ticks of one scale in one size of unit", () => {
    expect(plain(tickTexts([0, 250_000, 500_000, 750_000, 1_000_000], "francs", "fr"))).toEqual([
      "0",
      "0,25 M",
      "0,5 M",
      "0,75 M",
      "1 M",
    ]);
    expect(plain(tickTexts([-10_000, 0, 10_000], "francs", "en"))).toEqual(["−10k", "0", "10k"]);
    expect(plain(tickTexts([0, 2500, 5000], "count", "fr"))).toEqual(["0", "2 500", "5 000"]);
    expect(plain(tickTexts([0, 2_000_000_000], "francs", "fr"))).toEqual(["0", "2 Md"]);
    expect(plain(tickTexts([0, 50, 100], "percent", "fr"))).toEqual(["0 %", "50 %", "100 %"]);
  });

  test("at a bar are short: about three figures", () => {
    expect(
      plain([1_234_567, 45_321, 950, -61_000].map((value) => shortChartValue(value, "francs", "fr"))),
    ).toEqual(["1,23 M", "45,3 k", "950", "−61 k"]);
    expect(shortChartValue(61.6, "percent", "en")).toBe("62%");
    expect(shortChartValue(12.5, "count", "fr")).toBe("12,5");
  });

  test("in the table are whole", () => {
    expect(plain([fullChartValue(1_234_567, "francs", "fr"), fullChartValue(62.5, "percent", "fr")])).toEqual(
      ["1 234 567", "62,5 %"],
    );
    expect(fullChartValue(1234.56, "count", "en")).toBe("1,234.6");
    expect(fullChartValue(-0.01, "count", "fr")).toBe("0");
  });
});
