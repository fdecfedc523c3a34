import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays } from "../../../src/domain/calendar.ts";
import {
  earnedContributions,
  type FundMovement,
  fundBalances,
  lossRatioPercent,
  reserveMonths,
} from "../../../src/domain/insurance/fund.ts";
import { anyDay } from "./plans.ts";

const move = (on: string, direction: "in" | "out", amount: number, plan = "SANTE"): FundMovement => ({
  plan,
  on,
  direction,
  amount,
});

test("the fund of each plan: in, out, what is owed and what is left", () => {
  const movements = [
    move("2026-01-05", "in", 50_000),
    move("2026-02-05", "out", 60_000),
    move("2026-02-06", "in", 20_000, "VIE"),
    move("2026-12-31", "in", 1_000),
  ];
  const committed = [
    { plan: "SANTE", amount: 2_000 },
    { plan: "SANTE", amount: 500 },
    { plan: "AUTRE", amount: 1 },
  ];
  expect(fundBalances(movements, committed, "2026-02-28")).toEqual([
    { plan: "AUTRE", moneyIn: 0, moneyOut: 0, balance: 0, committed: 1, available: -1, reserveMonths: null },
    {
      plan: "SANTE",
      moneyIn: 50_000,
      moneyOut: 60_000,
      balance: -10_000,
      committed: 2_500,
      available: -12_500,
      reserveMonths: 0,
    },
    {
      plan: "VIE",
      moneyIn: 20_000,
      moneyOut: 0,
      balance: 20_000,
      committed: 0,
      available: 20_000,
      reserveMonths: null,
    },
  ]);
});

describe("the months of reserve", () => {
  test("go by the average of the last twelve months", () => {
    const movements = [move("2024-01-01", "in", 500_000), move("2026-03-01", "out", 120_000)];
    expect(reserveMonths(movements, 380_000, "2026-12-31")).toBe(38);
    expect(reserveMonths(movements, 19_999, "2026-12-31")).toBe(1);
  });

  test("leave out what was a year and a day ago", () => {
    const movements = [move("2024-01-01", "in", 1), move("2025-12-31", "out", 120_000)];
    expect(reserveMonths(movements, 100_000, "2026-12-31")).toBeNull();
    expect(reserveMonths(movements, 100_000, "2026-12-30")).toBe(10);
  });

  test("of a young fund go by the months that it has had", () => {
    const movements = [move("2026-11-01", "in", 10_000), move("2026-12-15", "out", 30_000)];
    expect(reserveMonths(movements, 40_000, "2026-12-31")).toBe(4);
  });

  test("are none that end while the fund grows or stands still", () => {
    expect(reserveMonths([move("2026-12-01", "in", 10)], 10, "2026-12-31")).toBeNull();
    expect(reserveMonths([], 0, "2026-12-31")).toBeNull();
  });
});

describe("earned contributions", () => {
  const quarter = { from: "2026-01-01", to: "2026-03-31", amount: 3_000 };
  test.each([
    ["2025-12-01", "2025-12-31", 0],
    ["2026-01-01", "2026-01-31", 1_033],
    ["2026-02-01", "2026-02-28", 933],
    ["2026-03-01", "2026-03-31", 1_034],
    ["2026-04-01", "2026-04-30", 0],
  ])("of a quarter from %s to %s are %i F", (from, to, earned) => {
    expect(earnedContributions([quarter], { from, to })).toBe(earned);
  });

  test("of spans that follow one another add up to the franc", () => {
    const lengths = fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(
        anyDay,
        fc.integer({ min: 0, max: 400 }),
        fc.nat(1_000_000),
        lengths,
        (from, days, amount, spans) => {
          const one = { from, to: addDays(from, days), amount };
          let start = addDays(from, -20);
          let earned = 0;
          for (const length of [...spans, 800]) {
            const to = addDays(start, length - 1);
            earned += earnedContributions([one], { from: start, to });
            start = addDays(to, 1);
          }
          expect(earned).toBe(amount);
        },
      ),
    );
  });
});

test.each([
  [700, 1_000, 70],
  [2, 3, 66.6],
  [1_500, 1_000, 150],
  [5, 0, null],
])("benefits of %i F on %i F earned are a loss ratio of %s %%", (benefits, earned, ratio) => {
  expect(lossRatioPercent(benefits, earned)).toBe(ratio);
});
