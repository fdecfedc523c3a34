import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, daysOfMonth, firstDayOf, monthOf } from "../../../src/domain/calendar.ts";
import { holdsPremises } from "../../../src/domain/rental/history.ts";
import { askedByPremises, daysLet, receivedByPremises } from "../../../src/domain/rental/occupancy.ts";
import { splitByShares } from "../../../src/domain/rental/shares.ts";
import { standingOf } from "../../../src/domain/rental/standing.ts";
import { daysIn } from "../../../src/domain/reporting/periods.ts";
import {
  anyAccount,
  anyDay,
  anyHistory,
  endedOn,
  idOf,
  leaseOf,
  SHOP,
  STORE,
  settlement,
  sumOf,
} from "./leases.ts";

const YEAR = { from: "2027-01", to: "2027-12" };

describe("an amount split by shares", () => {
  test("loses no franc, and nobody gets a whole franc more or less than the share", () => {
    const francs = fc.integer({ min: 0, max: 1_000_000_000 });
    fc.assert(
      fc.property(francs, fc.array(francs, { minLength: 1, maxLength: 20 }), (amount, shares) => {
        const split = splitByShares(amount, shares);
        const whole = BigInt(sumOf(shares));
        expect(sumOf(split)).toBe(amount);
        for (const [index, part] of split.entries()) {
          if (whole === 0n) continue;
          const off = BigInt(part) * whole - BigInt(amount) * BigInt(shares[index] ?? 0);
          expect(off > -whole && off < whole).toBe(true);
        }
      }),
    );
  });

  test("gives the francs that rounding left to those who lost most, of equals to the first", () => {
    expect(splitByShares(100, [1, 1, 1])).toEqual([34, 33, 33]);
    expect(splitByShares(10, [1, 5, 2])).toEqual([1, 6, 3]);
    expect(splitByShares(7, [0, 0])).toEqual([4, 3]);
    expect(splitByShares(7, [3_000, 0])).toEqual([7, 0]);
    expect(splitByShares(7, [])).toEqual([]);
  });
});

describe("premises in a month", () => {
  const first = leaseOf({ startsOn: "2027-01-10" }, endedOn("2027-02-14"));
  const second = leaseOf({ startsOn: "2027-02-20" });

  test("count the days on which somebody has them", () => {
    const days = ["2026-12", "2027-01", "2027-02", "2027-03"].map((month) =>
      daysLet([first, second], SHOP, daysIn(month, 1)),
    );
    expect(days).toEqual([0, 22, 23, 31]);
    expect(daysLet([first, second], STORE, daysIn("2027-01", 1))).toBe(0);
  });

  test("are let on the days on which a lease holds them", () => {
    fc.assert(
      fc.property(anyHistory, anyDay, (history, day) => {
        const month = monthOf(day);
        const days = Array.from({ length: daysOfMonth(month) }, (_, index) =>
          addDays(firstDayOf(month), index),
        );
        const held = days.filter((one) => holdsPremises(history, one, one)).length;
        expect(daysLet([history], SHOP, daysIn(month, 1))).toBe(held);
      }),
    );
  });

  const readings = [
    {
      id: idOf(100),
      premisesId: STORE,
      meter: "water" as const,
      readOn: "2027-01-01",
      index: 0,
      initial: true,
    },
    {
      id: idOf(101),
      premisesId: STORE,
      meter: "water" as const,
      readOn: "2027-01-20",
      index: 7,
      initial: false,
    },
  ];
  const both = leaseOf(
    {
      premises: [
        { premisesId: SHOP, share: 20_000 },
        { premisesId: STORE, share: 10_000 },
      ],
      charges: { kind: "meter", water: 100, power: null },
    },
    { readings },
  );

  test("of one lease divide what is asked by their shares, and each has its own meter", () => {
    const { charges } = standingOf(both, [], "2027-02-05");
    expect(askedByPremises(both, charges, YEAR)).toEqual([
      { premisesId: SHOP, month: "2027-01", francs: 20_000 },
      { premisesId: STORE, month: "2027-01", francs: 10_700 },
      { premisesId: SHOP, month: "2027-02", francs: 20_000 },
      { premisesId: STORE, month: "2027-02", francs: 10_000 },
    ]);
    expect(askedByPremises(both, charges, { from: "2027-02", to: "2027-02" })).toHaveLength(2);
  });

  test("divide what is received alike, with what went to nothing yet; no write-off is received", () => {
    const settlements = [
      settlement(1, "2027-01-31", 4_000, { "rent:2027-01": 2_999, [`water:${idOf(101)}`]: 700 }),
      settlement(2, "2027-01-31", 9_000, { "rent:2027-01": 9_000 }, "writeOff"),
    ];
    expect(receivedByPremises(both, settlements, YEAR)).toEqual([
      { premisesId: SHOP, month: "2027-01", francs: 2_200 },
      { premisesId: STORE, month: "2027-01", francs: 1_800 },
    ]);
  });

  test("lose no franc of what their lease asks and receives", () => {
    fc.assert(
      fc.property(anyAccount, ({ history, settlements }) => {
        const span = { from: "2026-01", to: "2099-12" };
        const { charges } = standingOf(history, settlements, "2031-12-31");
        const francs = (rows: { francs: number }[]) => sumOf(rows.map((row) => row.francs));
        const money = settlements.filter(({ kind }) => kind === "payment");
        expect(francs(askedByPremises(history, charges, span))).toBe(
          sumOf(charges.map(({ amount }) => amount)),
        );
        expect(francs(receivedByPremises(history, settlements, span))).toBe(
          sumOf(money.map(({ amount }) => amount)),
        );
      }),
    );
  });
});
