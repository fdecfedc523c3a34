import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { DENOMINATIONS } from "../../../src/contract/cashbookTerms.ts";
import { PaymentMethod } from "../../../src/contract/primitives.ts";
import { addDays } from "../../../src/domain/calendar.ts";
import {
  balanceOf,
  closingSum,
  type Movement,
  signedAmount,
  tillMonths,
} from "../../../src/domain/cashbook/balances.ts";
import { plannedToDate, usedOf } from "../../../src/domain/cashbook/budgets.ts";
import { entriesOf } from "../../../src/domain/cashbook/entries.ts";
import { daysOfMonth, monthOf, monthsFromTo, stateOfMonth } from "../../../src/domain/cashbook/months.ts";
import { sortedPieces, sumOfPieces } from "../../../src/domain/cashbook/pieces.ts";

const direction = fc.constantFrom("in" as const, "out" as const);
const amount = fc.integer({ min: 0, max: 1_000_000_000 });
const movement: fc.Arbitrary<Movement> = fc.record({ direction, amount });
const pieces = fc.array(
  fc.record({ value: fc.constantFrom(...DENOMINATIONS), pieces: fc.integer({ min: 0, max: 1_000_000 }) }),
  { maxLength: 12 },
);

describe("notes and coins", () => {
  test("are worth the same in whatever order and however often a value was written", () => {
    fc.assert(
      fc.property(pieces, (counted) => {
        const sum = counted.reduce((total, { value, pieces: number }) => total + value * number, 0);
        expect(sumOfPieces(counted)).toBe(sum);
        const sorted = sortedPieces(counted);
        expect(sumOfPieces(sorted)).toBe(sum);
        const values = sorted.map(({ value }) => value);
        expect(values).toEqual([...new Set(values)].sort((a, b) => b - a));
      }),
    );
  });

  test("of which there are none are not written down", () => {
    expect(
      sortedPieces([
        { value: 5, pieces: 0 },
        { value: 10_000, pieces: 2 },
      ]),
    ).toEqual([{ value: 10_000, pieces: 2 }]);
  });
});

describe("a balance", () => {
  test("is what came in less what went out, at every moment", () => {
    fc.assert(
      fc.property(fc.array(movement), (movements) => {
        let sum = 0n;
        movements.forEach((one, index) => {
          sum += BigInt(signedAmount(one));
          expect(BigInt(balanceOf(movements.slice(0, index + 1)))).toBe(sum);
        });
      }),
      { numRuns: 30 },
    );
  });

  test("is carried from month to month without a franc lost, place by place and in all", () => {
    const places = ["cash", "bank", "wave"] as const;
    const month = fc.array(fc.record({ till: fc.constantFrom(...places), direction, amount }), {
      maxLength: 20,
    });
    fc.assert(
      fc.property(fc.array(month, { minLength: 1, maxLength: 6 }), (year) => {
        let carried = new Map<string, number>();
        for (const moves of year) {
          const sums = places.map((till) => {
            const sumOf = (way: "in" | "out") =>
              moves
                .filter((one) => one.till === till && one.direction === way)
                .reduce((sum, one) => sum + one.amount, 0);
            return { till, sumIn: sumOf("in"), sumOut: sumOf("out") };
          });
          const lines = tillMonths(carried, sums, places);
          for (const { till, opening, closing } of lines) {
            expect(opening).toBe(carried.get(till) ?? 0);
            expect(closing).toBe(
              balanceOf(
                moves.filter((one) => one.till === till),
                opening,
              ),
            );
          }
          const before = [...carried.values()].reduce((sum, one) => sum + one, 0);
          expect(closingSum(lines)).toBe(balanceOf(moves, before));
          carried = new Map(lines.map(({ till, closing }) => [till, closing]));
        }
      }),
    );
  });

  test("of a place that never held anything has no line in the month", () => {
    expect(tillMonths(new Map([["cash", 0]]), [], ["cash", "bank"])).toEqual([]);
  });
});

describe("double entry", () => {
  test("balances for every voucher, and a reversal undoes its voucher's lines", () => {
    const voucher = fc.record({
      number: fc.constant("KTL-2026-00001"),
      datedOn: fc.constant("2026-11-23"),
      direction,
      kind: fc.constantFrom("ordinary", "transfer", "opening", "remittance"),
      account: fc.constant("grant"),
      amount,
      method: fc.constantFrom(...PaymentMethod.options),
      till: fc.constant("cash"),
      project: fc.constantFrom(null, "EAU-2026"),
      reference: fc.string(),
    });
    fc.assert(
      fc.property(voucher, (one) => {
        const [place, account] = entriesOf(one);
        expect(place.debit + account.debit).toBe(place.credit + account.credit);
        expect(place.debit - place.credit).toBe(signedAmount(one));
        const against = entriesOf({
          ...one,
          direction: one.direction === "in" ? "out" : "in",
          kind: "reversal",
        });
        expect([against[0].debit, against[0].credit]).toEqual([place.credit, place.debit]);
      }),
    );
  });
});

describe("months", () => {
  test("follow one another without a day between or twice", () => {
    const months = monthsFromTo("2023-11", "2026-02");
    expect(months).toHaveLength(28);
    months.reduce((before, month) => {
      expect(addDays(daysOfMonth(before).to, 1)).toBe(daysOfMonth(month).from);
      return month;
    });
    expect(months.every((month) => monthOf(daysOfMonth(month).to) === month)).toBe(true);
    expect(monthsFromTo("2026-03", "2026-02")).toEqual([]);
  });

  test("run, are open, closed, or open again", () => {
    const today = "2026-11-23";
    expect(stateOfMonth("2026-11", today, [])).toBe("running");
    expect(stateOfMonth("2026-10", today, [])).toBe("open");
    expect(stateOfMonth("2026-10", today, ["closed"])).toBe("closed");
    expect(stateOfMonth("2026-10", today, ["reopened"])).toBe("reopened");
    expect(stateOfMonth("2026-10", today, ["reopened", "closed"])).toBe("closed");
  });
});

describe("a year's plan", () => {
  test("falls to its days evenly: nothing before the year, all at its end, never less the next day", () => {
    fc.assert(
      fc.property(
        amount,
        fc.integer({ min: 2020, max: 2040 }),
        fc.integer({ min: 0, max: 365 }),
        (plan, year, day) => {
          const on = addDays(`${year}-01-01`, day);
          const planned = plannedToDate(plan, year, on);
          expect(planned).toBeGreaterThanOrEqual(plannedToDate(plan, year, addDays(on, -1)));
          expect(planned).toBeLessThanOrEqual(plan);
          expect(plannedToDate(plan, year, `${year - 1}-12-31`)).toBe(0);
          expect(plannedToDate(plan, year, `${year}-12-31`)).toBe(plan);
        },
      ),
    );
  });

  test("of 365,000 francs is a thousand a day in a common year", () => {
    expect(plannedToDate(365_000, 2026, "2026-01-31")).toBe(31_000);
    expect(plannedToDate(366_000, 2028, "2028-02-29")).toBe(60_000);
  });

  test("is used by what went out for expenses and came in for income, less what was taken back", () => {
    expect(usedOf("expense", { sumIn: 500, sumOut: 3_000 })).toBe(2_500);
    expect(usedOf("income", { sumIn: 3_000, sumOut: 500 })).toBe(2_500);
  });
});
