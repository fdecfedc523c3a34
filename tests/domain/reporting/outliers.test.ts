import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { INDICATORS } from "../../../src/domain/reporting/catalogue/catalogue.ts";
import { farFromPast, LEAST_PAST, WATCHED } from "../../../src/domain/reporting/outliers.ts";

const usually = (value: number, months = 12) => Array.from({ length: months }, () => value);

describe("A figure far from its own past", () => {
  test("is told with the middle of the past and how far it lies", () => {
    expect(farFromPast(90, [38, 40, 41, 39, 42, 40, 37], "count")).toEqual({ usual: 40, distance: 7.9 });
    expect(farFromPast(2, [38, 40, 41, 39, 42, 40, 37], "count")?.distance).toBe(-6);
  });

  test("is no alarm while numbers are small", () => {
    expect(farFromPast(4, usually(2), "count")).toBeNull();
    expect(farFromPast(3, usually(0), "count")).toBeNull();
    expect(farFromPast(12, usually(2), "count")).not.toBeNull();
  });

  test("is no alarm at the first small step of what never moved", () => {
    expect(farFromPast(112_000, usually(100_000), "francs")).toBeNull();
    expect(farFromPast(24, usually(20), "members")).toBeNull();
    expect(farFromPast(1_000_000, usually(100_000), "francs")).not.toBeNull();
  });

  test("lies farther where the past was steady than where it swung", () => {
    const steady = farFromPast(300, [98, 101, 100, 99, 102, 100], "count");
    expect(steady).not.toBeNull();
    expect(farFromPast(300, [20, 180, 100, 10, 260, 90], "count")).toBeNull();
  });

  test("cannot be told without half a year to hold it against", () => {
    expect(farFromPast(500, usually(10, LEAST_PAST - 1), "count")).toBeNull();
    expect(farFromPast(500, usually(10, LEAST_PAST), "count")).not.toBeNull();
  });

  test("is never what already was, and what lies farther out is no less far", () => {
    const past = fc.array(fc.integer({ min: 0, max: 400 }), { minLength: LEAST_PAST, maxLength: 24 });
    fc.assert(
      fc.property(
        past,
        fc.integer({ min: 0, max: 4000 }),
        fc.integer({ min: 0, max: 100 }),
        (of, value, more) => {
          const middle = [...of].sort((a, b) => a - b)[Math.floor(of.length / 2)] ?? 0;
          expect(farFromPast(middle, [...of, middle], "count")).toBeNull();
          const far = farFromPast(value, of, "count");
          if (far !== null && far.distance > 0)
            expect(farFromPast(value + more, of, "count")?.distance).toBeGreaterThanOrEqual(far.distance);
        },
      ),
    );
  });

  test("is watched for in figures of the catalogue that every office has", () => {
    const known = new Map(INDICATORS.map((indicator) => [indicator.code, indicator]));
    for (const code of WATCHED) {
      expect(known.get(code)?.breakdowns, code).toContain("office");
      expect(known.get(code)?.nature, code).not.toBe("rate");
    }
  });
});
