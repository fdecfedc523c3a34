import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { lossRatioPercent } from "../../../src/domain/insurance/fund.ts";
import { evaluate, measuresOf } from "../../../src/domain/reporting/formulas.ts";
import type { Formula } from "../../../src/domain/reporting/indicator.ts";

const over = (values: Record<string, number>) => (measure: string) => values[measure] ?? 0;
const RATE = { kind: "rate", part: "a", of: "b", scale: 100, decimals: 1 } as const satisfies Formula;

describe("formulas", () => {
  test("a sum adds its measures and takes off the others; what was not counted is nought", () => {
    const formula: Formula = { kind: "sum", of: ["a", "b"], minus: ["c"] };
    expect(evaluate(formula, over({ a: 5, b: 7, c: 20 }))).toBe(-8);
    expect(evaluate(formula, over({}))).toBe(0);
    expect(measuresOf(formula)).toEqual(["a", "b", "c"]);
  });

  test("a rate of nothing is no figure, and a rate of something is nought at least", () => {
    expect(evaluate(RATE, over({ a: 3 }))).toBeNull();
    expect(evaluate(RATE, over({ b: 3 }))).toBe(0);
    expect(measuresOf({ ...RATE, of: "a" })).toEqual(["a"]);
  });

  test("a rate is rounded half up to its decimals", () => {
    expect(evaluate(RATE, over({ a: 2, b: 3 }))).toBe(66.7);
    expect(evaluate({ ...RATE, decimals: 0 }, over({ a: 1, b: 200 }))).toBe(1);
    expect(evaluate({ ...RATE, decimals: 0 }, over({ a: 1, b: 201 }))).toBe(0);
    expect(evaluate({ ...RATE, decimals: 2 }, over({ a: 1, b: 3 }))).toBe(33.33);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e9 }), fc.integer({ min: 1, max: 1e9 }), (a, b) => {
        const rate = evaluate(RATE, over({ a, b })) ?? Number.NaN;
        const tenths = BigInt(Math.round(rate * 10));
        // |tenths − 1000 a / b| ≤ ½, and the half goes up.
        const twice = 2n * (tenths * BigInt(b) - 1000n * BigInt(a));
        expect(twice > -BigInt(b) && twice <= BigInt(b)).toBe(true);
      }),
    );
  });

  test("a rate that is rounded down is the loss ratio of the insurance's own screen", () => {
    const down: Formula = { ...RATE, rounded: "down" };
    expect(evaluate(down, over({ a: 2, b: 3 }))).toBe(66.6);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e9 }), fc.integer({ min: 0, max: 1e9 }), (a, b) => {
        expect(evaluate(down, over({ a, b }))).toBe(lossRatioPercent(a, b));
      }),
    );
  });
});
