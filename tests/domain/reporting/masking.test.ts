import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { protect } from "../../../src/domain/reporting/masking.ts";
import type { CountTable } from "../../../src/domain/reporting/maskingTable.ts";
import { boundsOf, canBe, eliminator } from "./maskingAttackers.ts";
import {
  type Counts,
  countsArbitrary,
  equationOf,
  everyCell,
  type SumCell,
  sameWholes,
  tableOf,
  truthOf,
} from "./maskingTables.ts";

interface Published {
  readonly shown: SumCell[];
  readonly masked: SumCell[];
}

function publish(table: CountTable): Published {
  const keys = protect(table);
  const cells = everyCell(table);
  return {
    shown: cells.filter(({ key }) => keys.has(key)),
    masked: cells.filter(({ key }) => !keys.has(key)),
  };
}

const known = (table: CountTable, shown: readonly SumCell[]) => [
  ...sameWholes(table),
  ...shown.map(equationOf),
];

const called = ({ span, office, by, group, value }: SumCell) =>
  [span, office, by, group, String(value)].filter((word) => word !== "").join(" ");

/** What a reader who tries every table can be sure of. */
function undone(table: CountTable): string[] {
  const { shown, masked } = publish(table);
  const equations = known(table, shown);
  const near = truthOf(table);
  return masked
    .filter(({ unknowns, value }) => {
      const can = (low: number, high: number) =>
        low <= high && canBe(equations, unknowns, { low, high, near });
      if (value >= 5) return !can(value + 1, value + 60) && !can(0, value - 1);
      if (can(value + 5, 60)) return false;
      const least = [0, 1, 2, 3, 4].find((low) => can(low, low)) ?? value;
      return !can(Math.max(5, least + 5), 60);
    })
    .map(called);
}

describe("Masked counts", () => {
  test("no count under five is shown", () => {
    fc.assert(
      fc.property(countsArbitrary({ months: [1, 3, 4], offices: 2, groups: [2, 3, 4] }), (counts) => {
        expect(publish(tableOf(counts)).shown.filter(({ value }) => value < 5)).toEqual([]);
      }),
    );
  });

  test("a reader who tries every possible table cannot undo a mask: groups, two breakdowns, months and their quarter", () => {
    fc.assert(
      fc.property(countsArbitrary({ months: [2, 3], offices: 1, groups: [2, 3] }), (counts) => {
        expect(undone(tableOf(counts))).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  test("nor over offices and all of them together", () => {
    fc.assert(
      fc.property(countsArbitrary({ months: [1], offices: 3, groups: [2, 3] }), (counts) => {
        expect(undone(tableOf(counts))).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  test("nor over two offices, the months of a short year, its quarter and its sum", () => {
    fc.assert(
      fc.property(countsArbitrary({ months: [3, 4], offices: 2, groups: [2], oneWay: true }), (counts) => {
        expect(undone(tableOf(counts))).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  test("adding and subtracting everything shown of a year of three offices gives no masked cell", () => {
    fc.assert(
      fc.property(countsArbitrary({ months: [12], offices: 3, groups: [8] }), (counts) => {
        const table = tableOf(counts);
        const { shown, masked } = publish(table);
        const follows = eliminator(known(table, shown));
        expect(masked.filter(({ unknowns }) => follows(unknowns)).map(called)).toEqual([]);
      }),
      { numRuns: 4 },
    );
  });

  test("nor do bounds: what is left of a shown sum is never less than five", () => {
    fc.assert(
      fc.property(countsArbitrary({ months: [12], offices: 3, groups: [3, 5] }), (counts) => {
        const table = tableOf(counts);
        const { shown, masked } = publish(table);
        const bounds = boundsOf(known(table, shown));
        const told = masked.filter(({ unknowns, value }) => {
          const [only] = unknowns;
          const range = unknowns.length === 1 && only !== undefined ? bounds.get(only) : undefined;
          if (range === undefined) return false;
          return value < 5 ? range.high < 5 || range.high - range.low < 5 : range.high === range.low;
        });
        expect(told.map(called)).toEqual([]);
      }),
      { numRuns: 20 },
    );
  });
});

describe("What is decided stays decided", () => {
  const year = countsArbitrary({ months: [6, 9], offices: 2, groups: [3] });

  test("what was shown and masked of earlier months does not depend on later ones", () => {
    fc.assert(
      fc.property(year, fc.integer({ min: 1, max: 5 }), (counts, over) => {
        const now = protect(tableOf(counts, over));
        const later = protect(tableOf(counts));
        const cells = everyCell(tableOf(counts, over));
        expect(cells.filter(({ key }) => now.has(key) !== later.has(key)).map(called)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  test("what an office shows does not depend on the others", () => {
    fc.assert(
      fc.property(year, (counts) => {
        const alone: Counts = { offices: ["o0"], counts: counts.counts.map(([first]) => [first ?? []]) };
        const own = protect(tableOf(alone));
        const beside = protect(tableOf(counts));
        const cells = everyCell(tableOf(alone));
        expect(cells.filter(({ key }) => own.has(key) !== beside.has(key)).map(called)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});

/** One office and breakdown, a line for each month. */
const months = (...lines: number[][]): Counts => ({ offices: ["o0"], counts: lines.map((of) => [[of]]) });
const maskedOf = (counts: Counts) => publish(tableOf(counts)).masked.map(called);

describe("Nothing is masked needlessly", () => {
  test("a table without a small count is shown whole", () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.integer({ min: 5, max: 90 }), { minLength: 3, maxLength: 3 }), {
          minLength: 12,
          maxLength: 12,
        }),
        (lines) => {
          expect(maskedOf(months(...lines))).toEqual([]);
        },
      ),
      { numRuns: 30 },
    );
  });

  test("one small group takes one other with it, and the sum is shown", () => {
    expect(maskedOf(months([3, 20, 30, 40]))).toEqual(["m0 o0 by0 g0 3", "m0 o0 by0 g3 40"]);
  });

  test("two small groups that add up to five or more stay by themselves where enough is left open", () => {
    expect(maskedOf(months([4, 20, 4, 2, 30]))).toEqual([
      "m0 o0 by0 g0 4",
      "m0 o0 by0 g2 4",
      "m0 o0 by0 g3 2",
    ]);
  });

  test("a small month takes the next with it, so that the quarter can be shown", () => {
    expect(maskedOf(months([3], [9], [12])).filter((name) => !name.includes("by0"))).toEqual([
      "m0 o0 3",
      "m1 o0 9",
    ]);
  });

  test("a month that is small at the end of its quarter takes the quarter with it", () => {
    expect(maskedOf(months([9], [12], [3])).filter((name) => !name.includes("by0"))).toEqual([
      "m2 o0 3",
      "q0 o0 24",
    ]);
  });

  test("of a table with few small counts most is shown", () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 6, maxLength: 6 }), {
          minLength: 12,
          maxLength: 12,
        }),
        (lines) => {
          const { shown, masked } = publish(tableOf(months(...lines)));
          const ample = [...shown, ...masked].filter(({ value }) => value >= 5);
          expect(shown.length / ample.length).toBeGreaterThan(0.6);
        },
      ),
      { numRuns: 30 },
    );
  });
});

describe("Breakdowns that do not name everything", () => {
  const whole = (count: CountTable["count"]): CountTable => ({
    slots: 1,
    spans: [{ name: "m0", first: 0, last: 0 }],
    offices: ["o0"],
    breakdowns: [{ by: "by0", groups: ["g0", "g1"] }],
    count,
  });

  test("what no group names is guarded like a small group", () => {
    const table = whole((_slot, _office, by, group) => (by === "" ? 43 : group === "g0" ? 20 : 21));
    expect([...protect(table)].map((key) => key.split("\n").join(" "))).toEqual(["m0 o0  ", "m0 o0 by0 g0"]);
  });

  test("of groups that overlap nothing is shown but the whole", () => {
    const table = whole((_slot, _office, by) => (by === "" ? 30 : 20));
    expect([...protect(table)]).toEqual(["m0\no0\n\n"]);
  });
});
