import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { LeaseChange, MeterReading } from "../../../src/contract/rentalTerms.ts";
import { addDays, daysOfMonth, firstDayOf, monthOf } from "../../../src/domain/calendar.ts";
import {
  holdsPremises,
  lastDayOf,
  leaseStateOn,
  PERIOD_MONTHS,
  rentOn,
  revisedRent,
} from "../../../src/domain/rental/history.ts";
import { periodsOf } from "../../../src/domain/rental/periods.ts";
import { byDue, scheduleOf } from "../../../src/domain/rental/schedule.ts";
import { anyDay, anyHistory, anyTerms, endedOn, idOf, leaseOf, SHOP, STORE } from "./leases.ts";

const rents = (history: Parameters<typeof scheduleOf>[0], until: string) =>
  scheduleOf(history, until).map(({ key, dueOn, amount }) => `${key} ${dueOn} ${amount}`);

const revision = (from: string, rent: number): LeaseChange => {
  return { kind: "revision", id: idOf(50), from, rent, rate: null };
};
const rentFree = (from: string, to: string): LeaseChange => ({ kind: "rentFree", id: idOf(51), from, to });

describe("the periods of a lease", () => {
  test("are whole calendar months from the month in which it begins, and its days cut the first and the last", () => {
    const history = leaseOf({ startsOn: "2027-11-16", period: "quarter", dueDay: 5 }, endedOn("2028-05-20"));
    expect(periodsOf(history, "2099-12-31")).toEqual([
      { from: "2027-11-16", to: "2028-01-31", month: "2027-11", due: "2027-11-16" },
      { from: "2028-02-01", to: "2028-04-30", month: "2028-02", due: "2028-02-05" },
      { from: "2028-05-01", to: "2028-05-20", month: "2028-05", due: "2028-05-05" },
    ]);
  });

  test("are there from their first day on", () => {
    const history = leaseOf({ startsOn: "2027-01-10" });
    expect(periodsOf(history, "2027-01-09")).toEqual([]);
    expect(periodsOf(history, "2027-01-31")).toHaveLength(1);
    expect(periodsOf(history, "2027-02-01")).toHaveLength(2);
  });

  test("follow one another without a gap up to the last day", () => {
    fc.assert(
      fc.property(anyHistory, anyDay, (history, until) => {
        const periods = periodsOf(history, until);
        const last = lastDayOf(history);
        const [first] = periods;
        if (first === undefined) {
          expect(until < history.terms.startsOn || (last ?? until) < history.terms.startsOn).toBe(true);
          return;
        }
        expect(first.from).toBe(history.terms.startsOn);
        for (const [index, { from, to, due }] of periods.entries()) {
          expect(from <= to && due >= history.terms.startsOn).toBe(true);
          if (index > 0) expect(from).toBe(addDays(periods[index - 1]?.to ?? "", 1));
        }
        const end = periods.at(-1)?.to ?? "";
        expect(last === null ? end >= until : end === last || (end < last && end >= until)).toBe(true);
      }),
    );
  });
});

/** A rent by the day, counted day by day in fractions: ⌊x + ½⌋ of rent × Σ 1/days of its month ÷ months. */
function countedRent(rent: number, from: string, to: string, months: number, free: (day: string) => boolean) {
  const whole = 28n * 29n * 30n * 31n;
  let parts = 0n;
  for (let day = from; day <= to; day = addDays(day, 1))
    if (!free(day)) parts += whole / BigInt(daysOfMonth(monthOf(day)));
  const divisor = whole * BigInt(months);
  return Number((2n * BigInt(rent) * parts + divisor) / (2n * divisor));
}

describe("the rent of a period", () => {
  test("is exactly the rent where the period is whole", () => {
    fc.assert(
      fc.property(anyTerms, (terms) => {
        const history = leaseOf({ ...terms, startsOn: firstDayOf(monthOf(terms.startsOn)), endsOn: null });
        const charges = scheduleOf(history, "2030-06-30");
        const [fixed, rent] = [charges.filter(({ kind }) => kind === "charges"), terms.rent];
        expect(charges.filter(({ kind }) => kind === "rent").every(({ amount }) => amount === rent)).toBe(
          true,
        );
        const asked = terms.charges.kind === "fixed" ? terms.charges.amount : 0;
        expect(fixed.every(({ amount }) => amount === asked)).toBe(true);
      }),
    );
  });

  test("is the part of its days in each of its months, to the nearest franc", () => {
    fc.assert(
      fc.property(anyHistory, anyDay, (history, until) => {
        const months = PERIOD_MONTHS[history.terms.period];
        const spans = history.changes.filter((change) => change.kind === "rentFree");
        const isFree = (day: string) =>
          spans.some(({ from, to }) => from <= day && monthOf(day) <= monthOf(to));
        const expected = periodsOf(history, until)
          .map(({ from, to, month }) => {
            const rent = countedRent(rentOn(history, from), from, to, months, isFree);
            return { key: `rent:${month}`, amount: rent };
          })
          .filter(({ amount }) => amount > 0);
        const rents = scheduleOf(history, until).filter(({ kind }) => kind === "rent");
        expect(rents.map(({ key, amount }) => ({ key, amount }))).toEqual(expected);
      }),
    );
  });

  test("is cut by the day on which the lease ends, in a leap year too", () => {
    const shop = (on: string) => rents(leaseOf({ startsOn: "2028-02-01" }, endedOn(on)), "2029-01-01");
    expect(shop("2028-02-29")).toEqual(["rent:2028-02 2028-02-05 30000"]);
    expect(shop("2028-02-28")).toEqual(["rent:2028-02 2028-02-05 28966"]);
    expect(shop("2028-02-01")).toEqual(["rent:2028-02 2028-02-05 1034"]);
    expect(rents(leaseOf({ startsOn: "2027-02-15" }), "2027-02-20")).toEqual([
      "rent:2027-02 2027-02-15 15000",
    ]);
  });

  test("of a year counts each of its months alike, however long", () => {
    const year = { startsOn: "2027-03-01", period: "year", rent: 365_000 } as const;
    expect(rents(leaseOf(year), "2028-03-01")).toEqual([
      "rent:2027-03 2027-03-05 365000",
      "rent:2028-03 2028-03-05 365000",
    ]);
    // Eleven whole months and 14 of 29 days.
    expect(rents(leaseOf(year, endedOn("2028-02-14")), "2028-03-01")).toEqual([
      "rent:2027-03 2027-03-05 349267",
    ]);
  });

  test("is not asked for months that are free, while fixed charges are", () => {
    const history = leaseOf(
      { charges: { kind: "fixed", amount: 2_000 }, period: "quarter" },
      { changes: [rentFree("2027-02-01", "2027-06-01")] },
    );
    expect(rents(history, "2027-07-01")).toEqual([
      "rent:2027-01 2027-01-05 10000",
      "charges:2027-01 2027-01-05 2000",
      "charges:2027-04 2027-04-05 2000",
      "rent:2027-07 2027-07-05 30000",
      "charges:2027-07 2027-07-05 2000",
    ]);
  });

  test("follows the latest revision that is in force when the period begins", () => {
    const changes = [
      revision("2027-03-01", 32_000),
      revision("2027-02-02", 31_000),
      revision("2027-03-01", 33_000),
    ];
    const history = leaseOf({}, { changes });
    expect(rents(history, "2027-04-01")).toEqual([
      "rent:2027-01 2027-01-05 30000",
      "rent:2027-02 2027-02-05 30000",
      "rent:2027-03 2027-03-05 33000",
      "rent:2027-04 2027-04-05 33000",
    ]);
    const days = ["2026-12-31", "2027-02-28", "2027-03-01"];
    expect(days.map((day) => rentOn(history, day))).toEqual([30_000, 30_000, 33_000]);
    expect(rentOn(leaseOf({ period: "quarter" }, { changes }), "2027-03-31")).toBe(30_000);
    expect(rentOn(leaseOf({ period: "quarter" }, { changes }), "2027-04-01")).toBe(33_000);
  });

  test("is revised by hundredths of a percent, halves up", () => {
    expect([revisedRent(40_000, 750), revisedRent(30_001, 5_000), revisedRent(333, -1_000)]).toEqual([
      43_000, 45_002, 300,
    ]);
    expect(revisedRent(5_000, -10_000)).toBe(0);
  });
});

describe("water and power", () => {
  const reading = (count: number, readOn: string, index: number, more: Partial<MeterReading> = {}) => {
    const first = {
      id: idOf(count),
      premisesId: SHOP,
      meter: "water" as const,
      readOn,
      index,
      initial: false,
    };
    return { ...first, ...more };
  };
  const metered = (readings: MeterReading[]) =>
    scheduleOf(leaseOf({ charges: { kind: "meter", water: 500, power: null } }, { readings }), "2027-12-31")
      .filter(({ kind }) => kind === "water" || kind === "power")
      .map(({ key, from, to, dueOn, amount }) => [key, from, to, dueOn, amount]);

  test("are what was used since the reading before of the same meter, at the price of the lease", () => {
    const readings = [
      reading(101, "2027-03-31", 138),
      reading(100, "2027-01-01", 120, { initial: true }),
      reading(102, "2027-02-10", 900, { premisesId: STORE, initial: true }),
      reading(103, "2027-04-30", 138),
      reading(104, "2027-05-31", 140),
    ];
    expect(metered(readings)).toEqual([
      [`water:${idOf(101)}`, "2027-01-02", "2027-03-31", "2027-03-31", 9_000],
      [`water:${idOf(104)}`, "2027-05-01", "2027-05-31", "2027-05-31", 1_000],
    ]);
  });

  test("go on from a new meter, whose first reading is made on the day of the old one's last", () => {
    const readings = [
      reading(100, "2027-01-01", 120, { initial: true }),
      reading(101, "2027-02-01", 3, { initial: true }),
      reading(102, "2027-02-01", 130),
      reading(103, "2027-03-01", 13),
    ];
    expect(metered(readings).map(([key, , , , amount]) => [key, amount])).toEqual([
      [`water:${idOf(102)}`, 5_000],
      [`water:${idOf(103)}`, 5_000],
    ]);
  });

  test("ask for nothing without a price or a reading before", () => {
    const power = { meter: "power" as const };
    const readings = [
      reading(100, "2027-01-01", 1, { ...power, initial: true }),
      reading(101, "2027-02-01", 9, power),
    ];
    expect(metered([...readings, reading(102, "2027-02-01", 9)])).toEqual([]);
  });
});

describe("a lease", () => {
  test("is upcoming, running or ended, by its last day or by a renewal", () => {
    const history = leaseOf({ endsOn: "2027-12-31" });
    const renewed = (endsOn: string | null) =>
      leaseOf({ endsOn: "2027-12-31" }, { changes: [{ kind: "renewal", id: idOf(52), endsOn }] });
    const states = (one: typeof history) =>
      ["2026-12-31", "2027-12-31", "2028-01-01"].map((day) => leaseStateOn(one, day));
    expect(states(history)).toEqual(["upcoming", "running", "ended"]);
    expect(states(renewed(null))).toEqual(["upcoming", "running", "running"]);
    expect(lastDayOf(renewed("2028-06-30"))).toBe("2028-06-30");
    expect(lastDayOf({ ...renewed(null), ...endedOn("2027-08-15") })).toBe("2027-08-15");
  });

  test("has its premises from its first to its last day", () => {
    const history = leaseOf({ startsOn: "2027-02-10", endsOn: "2027-04-10" });
    expect(holdsPremises(history, "2027-01-01", "2027-02-09")).toBe(false);
    expect(holdsPremises(history, "2027-01-01", "2027-02-10")).toBe(true);
    expect(holdsPremises(history, "2027-04-10", "2028-01-01")).toBe(true);
    expect(holdsPremises(history, "2027-04-11", "2028-01-01")).toBe(false);
    expect(holdsPremises({ ...history, ...endedOn("2027-02-09") }, "2027-01-01", "2027-12-31")).toBe(false);
  });

  test("asks for its charges in the order of their due days, each key once, and for none of nothing", () => {
    fc.assert(
      fc.property(anyHistory, anyDay, (history, until) => {
        const charges = scheduleOf(history, until);
        expect([...charges].sort(byDue)).toEqual(charges);
        expect(new Set(charges.map(({ key }) => key)).size).toBe(charges.length);
        expect(charges.every(({ amount }) => amount > 0)).toBe(true);
        expect(charges.every(({ from, to }) => from <= to)).toBe(true);
      }),
    );
  });
});
