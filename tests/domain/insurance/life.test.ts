import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  accountStatement,
  deathBenefitAmount,
  sharesAddUp,
  splitByShares,
  withdrawalAmount,
} from "../../../src/domain/insurance/life.ts";

const TERMS = { withdrawalAge: 50, withdrawalRate: 80, deathBenefit: 100_000 };

test("the account's statement runs oldest first; on one day what comes in stands first", () => {
  const { lines, balance } = accountStatement(
    [
      { on: "2026-02-01", amount: 2_000 },
      { on: "2026-01-01", amount: 2_000 },
    ],
    [
      { on: "2026-02-01", kind: "withdrawal", amount: -3_500 },
      { on: "2026-01-15", kind: "correction", amount: -100 },
    ],
  );
  expect(lines.map(({ on, kind, balance: after }) => [on, kind, after])).toEqual([
    ["2026-01-01", "contribution", 2_000],
    ["2026-01-15", "correction", 1_900],
    ["2026-02-01", "contribution", 3_900],
    ["2026-02-01", "withdrawal", 400],
  ]);
  expect(balance).toBe(400);
});

test.each([
  [49, 99_999, 79_999],
  [50, 99_999, 99_999],
  [18, 0, 0],
])("at %i years an account of %i F gives %i F", (age, account, amount) => {
  expect(withdrawalAmount(TERMS, account, age)).toBe(amount);
});

describe("the benefit on death", () => {
  const active = { state: "active", waitingEndsOn: "2026-06-30" } as const;
  test.each([
    ["2026-07-01", 5_000, 100_000],
    ["2026-07-01", 100_001, 100_001],
    ["2026-06-30", 5_000, 5_000],
  ])("on %s with %i F in the account is %i F", (diedOn, account, amount) => {
    expect(deathBenefitAmount(TERMS, account, active, diedOn)).toBe(amount);
  });

  test.each(["pending", "suspended", "lapsed", "ended"] as const)(
    "of a policy that is « %s » is the account alone",
    (state) => {
      expect(deathBenefitAmount(TERMS, 5_000, { state, waitingEndsOn: null }, "2026-07-01")).toBe(5_000);
    },
  );
});

describe("beneficiaries", () => {
  const shares = (...parts: number[]) => parts.map((share, index) => ({ id: `B${index}`, share }));

  test("get whole francs; those left over go to who lost most by rounding, of equals to the smaller id", () => {
    const amounts = (amount: number, ...parts: number[]) =>
      splitByShares(amount, shares(...parts)).map((one) => one.amount);
    expect(amounts(100_000, 33, 33, 34)).toEqual([33_000, 33_000, 34_000]);
    expect(amounts(101, 50, 50)).toEqual([51, 50]);
    expect(amounts(10, 33, 33, 34)).toEqual([3, 3, 4]);
    expect(amounts(2, 1, 1, 98)).toEqual([0, 0, 2]);
  });

  test.each([
    [[100], true],
    [[50, 49], false],
    [[60, 41], false],
    [[100, 0], false],
    [[99.5, 0.5], false],
    [[], false],
  ])("with shares %j add up: %s", (parts, expected) => {
    expect(sharesAddUp(shares(...parts))).toBe(expected);
    if (!expected) expect(() => splitByShares(1_000, shares(...parts))).toThrow(RangeError);
  });

  test("share every franc, each within a franc of her part, in whatever order they are named", () => {
    const cuts = fc.uniqueArray(fc.integer({ min: 1, max: 99 }), { maxLength: 8 });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000_000 }), cuts, (amount, points) => {
        const edges = [0, ...points.sort((a, b) => a - b), 100];
        const named = shares(...edges.slice(1).map((edge, index) => edge - (edges[index] ?? 0)));
        const split = splitByShares(amount, named);
        expect(split.reduce((sum, one) => sum + one.amount, 0)).toBe(amount);
        for (const one of split) expect(Math.abs(one.amount - (amount * one.share) / 100)).toBeLessThan(1);
        expect(splitByShares(amount, [...named].reverse()).reverse()).toEqual(split);
      }),
    );
  });
});
