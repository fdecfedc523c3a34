import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { chargesUntil } from "../../../src/domain/rental/account.ts";
import { allocate } from "../../../src/domain/rental/allocate.ts";
import { arrearsByAge } from "../../../src/domain/rental/arrears.ts";
import { paidThrough } from "../../../src/domain/rental/paidThrough.ts";
import { standingOf } from "../../../src/domain/rental/standing.ts";
import { anyAccount, anyDay, endedOn, find, idOf, leaseOf, SHOP, settlement } from "./leases.ts";

const states = (...about: Parameters<typeof standingOf>) =>
  Object.fromEntries(standingOf(...about).charges.map(({ key, state, left }) => [key, `${state} ${left}`]));

describe("the standing of a lease", () => {
  const history = leaseOf();

  test("tells of each charge whether it is coming, due, late, paid in part or settled", () => {
    const settlements = [
      settlement(1, "2027-01-20", 35_000, { "rent:2027-01": 30_000, "rent:2027-02": 5_000 }),
      settlement(2, "2027-02-01", 1_000, { "rent:2027-04": 1_000 }),
    ];
    const on = "2027-03-05";
    expect(states(history, settlements, on, "2027-05-31")).toEqual({
      "rent:2027-01": "settled 0",
      "rent:2027-02": "late 25000",
      "rent:2027-03": "due 30000",
      "rent:2027-04": "part 29000",
      "rent:2027-05": "coming 30000",
    });
    expect(states(history, settlements, "2027-02-05")).toMatchObject({ "rent:2027-02": "part 25000" });
    const { arrears, advance, ages, charges } = standingOf(history, settlements, on);
    expect({ arrears, advance, shown: charges.length }).toEqual({
      arrears: 55_000,
      advance: 1_000,
      shown: 3,
    });
    expect(ages).toEqual({ upTo30: 55_000, upTo60: 0, upTo90: 0, over90: 0 });
    expect(charges.map(({ settledOn }) => settledOn)).toEqual(["2027-01-20", null, null]);
  });

  test("is the same whether its day alone is asked for or a later one too", () => {
    fc.assert(
      fc.property(anyAccount, anyDay, anyDay, ({ history, settlements }, one, other) => {
        const [on, later] = one < other ? [one, other] : [other, one];
        const known = chargesUntil(history, settlements, later);
        expect(standingOf(history, settlements, on, on, known)).toEqual(standingOf(history, settlements, on));
      }),
    );
  });

  test("does not know yet what is settled after its day", () => {
    const settlements = [settlement(1, "2027-01-06", 30_000, { "rent:2027-01": 30_000 })];
    expect(states(history, settlements, "2027-01-05")).toEqual({ "rent:2027-01": "due 30000" });
  });

  test("leaves an advance with the periods that it was paid for, and counts it whole until they are due", () => {
    const parts = { "rent:2027-01": 30_000, "rent:2027-02": 30_000, "rent:2027-03": 10_000 };
    const paid = [settlement(1, "2027-01-05", 75_000, parts)];
    expect(standingOf(history, paid, "2027-01-31").advance).toBe(45_000);
    expect(standingOf(history, paid, "2027-02-05").advance).toBe(15_000);
    const ahead = standingOf(history, paid, "2027-02-28", "2027-03-31").charges;
    expect(find(ahead, "rent:2027-03")).toMatchObject({ paid: 10_000, state: "part" });
    // The 5,000 that went to no period help where something is due.
    expect(standingOf(history, paid, "2027-03-05")).toMatchObject({ advance: 0, arrears: 15_000 });
  });

  test("gives what a shorter lease leaves over to what is due, and the rest is an advance to give back", () => {
    const ended = leaseOf(
      { charges: { kind: "meter", water: 100, power: null } },
      {
        ...endedOn("2027-02-14"),
        readings: [
          { id: idOf(100), premisesId: SHOP, meter: "water", readOn: "2027-01-01", index: 0, initial: true },
          {
            id: idOf(101),
            premisesId: SHOP,
            meter: "water",
            readOn: "2027-02-14",
            index: 60,
            initial: false,
          },
        ],
      },
    );
    const parts = { "rent:2027-01": 30_000, "rent:2027-02": 30_000, "rent:2027-03": 30_000 };
    const paid = [settlement(1, "2027-01-05", 90_000, parts)];
    const { charges, advance, arrears } = standingOf(ended, paid, "2027-02-14");
    expect(find(charges, "rent:2027-02")).toMatchObject({ amount: 15_000, paid: 15_000, state: "settled" });
    expect(find(charges, `water:${idOf(101)}`)).toMatchObject({ paid: 6_000, settledOn: "2027-01-05" });
    expect({ advance, arrears }).toEqual({ advance: 39_000, arrears: 0 });
    const refunded = [...paid, settlement(2, "2027-02-20", 39_000, {}, "refund")];
    expect(standingOf(ended, refunded, "2027-02-28")).toMatchObject({ advance: 0, arrears: 0 });
    // Whose payment is taken back after all owes what was given to her.
    const [refund] = refunded.slice(1);
    const first = settlement(3, "2027-01-05", 51_000, { "rent:2027-01": 30_000, "rent:2027-02": 21_000 });
    expect(standingOf(ended, refund ? [first, refund] : [], "2027-02-28")).toMatchObject({
      advance: 0,
      arrears: 39_000,
    });
  });

  test("makes no money of a write-off that turned out too large", () => {
    const written = [
      settlement(1, "2027-03-01", 60_000, { "rent:2027-01": 30_000, "rent:2027-02": 30_000 }, "writeOff"),
    ];
    expect(standingOf(history, written, "2027-03-01")).toMatchObject({ advance: 0, arrears: 0 });
    const shorter = { ...history, ...endedOn("2027-02-14") };
    const { charges, advance } = standingOf(shorter, written, "2027-03-01");
    expect(charges.map(({ writtenOff, paid }) => [writtenOff, paid])).toEqual([
      [30_000, 0],
      [15_000, 0],
    ]);
    expect(advance).toBe(0);
  });

  test("keeps a settled period settled when a meter read late asks for something older", () => {
    const metered = { charges: { kind: "meter" as const, water: 100, power: null } };
    const parts = { "rent:2027-01": 30_000, "rent:2027-02": 30_000 };
    const paid = [settlement(1, "2027-02-10", 60_000, parts)];
    const read = (readOn: string, index: number, initial: boolean) => {
      return { id: idOf(100 + index), premisesId: SHOP, meter: "water" as const, readOn, index, initial };
    };
    const readings = [read("2027-01-01", 0, true), read("2027-01-20", 50, false)];
    expect(states(leaseOf(metered, { readings }), paid, "2027-02-10")).toEqual({
      "rent:2027-01": "settled 0",
      [`water:${idOf(150)}`]: "late 5000",
      "rent:2027-02": "settled 0",
    });
  });
});

describe("a penalty", () => {
  const percent = { kind: "percent" as const, graceDays: 10, percent: 5 };
  const penalties = (...about: Parameters<typeof standingOf>) =>
    standingOf(...about)
      .charges.filter(({ kind }) => kind === "penalty")
      .map(({ key, dueOn, amount }) => [key, dueOn, amount]);

  test("is asked for once, on the day after grace, of what was unpaid then", () => {
    const history = leaseOf({ penalty: percent });
    const parts = { "rent:2027-01": 10_010 };
    const inTime = [settlement(1, "2027-01-15", 10_010, parts)];
    expect(penalties(history, inTime, "2027-01-15")).toEqual([]);
    // 5 % of 19,990, halves up.
    expect(penalties(history, inTime, "2027-02-10")).toEqual([["penalty:rent:2027-01", "2027-01-16", 1_000]]);
    expect(penalties(history, [settlement(1, "2027-01-16", 10_010, parts)], "2027-02-10")).toEqual([
      ["penalty:rent:2027-01", "2027-01-16", 1_500],
    ]);
    const whole = [settlement(1, "2027-01-15", 30_000, { "rent:2027-01": 30_000 })];
    expect(penalties(history, whole, "2027-02-15")).toEqual([]);
  });

  test("is a fixed amount for each rent and each fixed charge, and for no other penalty or meter", () => {
    const history = leaseOf({
      charges: { kind: "fixed", amount: 2_000 },
      penalty: { kind: "fixed", graceDays: 0, amount: 1_500 },
    });
    expect(penalties(history, [], "2027-02-01")).toEqual([
      ["penalty:charges:2027-01", "2027-01-06", 1_500],
      ["penalty:rent:2027-01", "2027-01-06", 1_500],
    ]);
    const metered = leaseOf(
      { charges: { kind: "meter", water: 100, power: null }, penalty: percent },
      {
        readings: [
          { id: idOf(100), premisesId: SHOP, meter: "water", readOn: "2027-01-01", index: 0, initial: true },
          { id: idOf(101), premisesId: SHOP, meter: "water", readOn: "2027-01-02", index: 9, initial: false },
        ],
      },
    );
    const paid = [settlement(1, "2027-01-05", 30_000, { "rent:2027-01": 30_000 })];
    expect(penalties(metered, paid, "2027-02-05")).toEqual([]);
  });

  test("is paid by a later payment, and stays when what it was for is paid", () => {
    const history = leaseOf({ penalty: percent });
    const parts = { "rent:2027-01": 30_000, "penalty:rent:2027-01": 1_500, "rent:2027-02": 500 };
    const paid = [settlement(1, "2027-01-20", 32_000, parts)];
    expect(states(history, paid, "2027-02-04")).toEqual({
      "rent:2027-01": "settled 0",
      "penalty:rent:2027-01": "settled 0",
      "rent:2027-02": "part 29500",
    });
    // Nobody can pay a penalty before it comes up: such money lies free.
    const early = [settlement(1, "2027-01-10", 1_500, { "penalty:rent:2027-01": 1_500 })];
    expect(penalties(history, early, "2027-01-31")).toEqual([["penalty:rent:2027-01", "2027-01-16", 1_425]]);
  });

  test("is paid from an advance that lies free before a younger rent is", () => {
    const history = leaseOf({ penalty: percent, dueDay: 1 });
    const parts = { "rent:2027-01": 30_000 };
    // 1,500 of the 4,500 that came later are for January's penalty; of February 27,000 are unpaid on the 11th.
    const paid = [settlement(1, "2027-01-20", 34_500, parts)];
    expect(penalties(history, paid, "2027-02-28")).toEqual([
      ["penalty:rent:2027-01", "2027-01-12", 1_500],
      ["penalty:rent:2027-02", "2027-02-12", 1_350],
    ]);
  });

  test("never falls on a rent for which an advance lay there", () => {
    const lease = leaseOf({ penalty: percent, endsOn: "2027-01-31" });
    const paid = [settlement(1, "2027-01-05", 70_000, { "rent:2027-01": 30_000 })];
    const renewed = { ...lease, changes: [{ kind: "renewal" as const, id: idOf(52), endsOn: null }] };
    expect(penalties(renewed, paid, "2027-02-28")).toEqual([]);
    // In March 10,000 of the advance are left for 30,000.
    expect(penalties(renewed, paid, "2027-03-31")).toEqual([["penalty:rent:2027-03", "2027-03-16", 1_000]]);
  });
});

describe("what is in arrears", () => {
  test("is counted by the days since it was due", () => {
    const left = (dueOn: string, francs: number) => ({ dueOn, left: francs });
    const charges = [
      left("2027-01-01", 1),
      left("2027-01-02", 10),
      left("2027-01-31", 100),
      left("2027-02-01", 1_000),
      left("2027-03-02", 10_000),
      left("2027-03-03", 100_000),
      left("2027-04-02", 200_000),
      left("2027-04-03", 900_000),
    ];
    expect(arrearsByAge(charges, "2027-04-02")).toEqual({
      upTo30: 300_000,
      upTo60: 11_000,
      upTo90: 110,
      over90: 1,
    });
  });
});

describe("a payment", () => {
  test("goes to what is due longest first, then to what is to come; what nothing asks for is an advance", () => {
    const { charges } = standingOf(leaseOf(), [], "2027-02-10", "2027-03-31");
    expect(allocate([...charges].reverse(), 45_000)).toEqual({
      parts: [
        { key: "rent:2027-01", amount: 30_000 },
        { key: "rent:2027-02", amount: 15_000 },
      ],
      advance: 0,
    });
    expect(allocate(charges, 100_000)).toMatchObject({ advance: 10_000 });
    expect(allocate([], 500)).toEqual({ parts: [], advance: 500 });
  });

  test("says until when periods are paid for, water and power aside", () => {
    const history = leaseOf({ period: "quarter" });
    expect(paidThrough(standingOf(history, [], "2027-05-01"))).toBeNull();
    const paid = [settlement(1, "2027-01-10", 40_000, { "rent:2027-01": 30_000, "rent:2027-04": 10_000 })];
    expect(paidThrough(standingOf(history, paid, "2027-01-10", "2028-12-31"))).toBe("2027-06-30");
    const late = leaseOf(
      { charges: { kind: "meter", water: 100, power: null } },
      {
        readings: [
          { id: idOf(100), premisesId: SHOP, meter: "water", readOn: "2027-01-01", index: 0, initial: true },
          { id: idOf(101), premisesId: SHOP, meter: "water", readOn: "2027-01-03", index: 9, initial: false },
        ],
      },
    );
    const water = [settlement(1, "2027-01-03", 900, { [`water:${idOf(101)}`]: 900 })];
    expect(paidThrough(standingOf(late, water, "2027-01-31"))).toBeNull();
  });
});
