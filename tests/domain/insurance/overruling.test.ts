import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { DecisionLine } from "../../../src/contract/insuranceTerms.ts";
import { overrule } from "../../../src/domain/insurance/overruling.ts";

/** A line as the rules leave it: paid and cuts make up what was asked. */
const aLine = fc
  .record({
    id: fc.uuid(),
    paid: fc.nat(5_000),
    rate: fc.nat(5_000),
    ceiling: fc.nat(5_000),
    acts: fc.nat(3),
  })
  .map(({ id, paid, rate, ceiling, acts }): DecisionLine => {
    const cuts = [
      { rule: "rate" as const, amount: rate, values: { rate: 70 } },
      { rule: "ceilingPerAct" as const, amount: ceiling, values: { ceiling: 100 } },
    ].filter(({ amount }) => amount > 0);
    return { id, asked: paid + rate + ceiling, paid, acts: paid === 0 ? 0 : Math.max(1, acts), cuts };
  });
const someLines = fc.array(aLine, { minLength: 1, maxLength: 6 });

const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0);

const LINES: DecisionLine[] = [
  { id: "a", asked: 1_000, paid: 700, acts: 1, cuts: [{ rule: "rate", amount: 300, values: { rate: 70 } }] },
  {
    ...{ id: "b", asked: 1_000, paid: 400, acts: 1 },
    cuts: [
      { rule: "rate", amount: 300, values: { rate: 70 } },
      { rule: "ceilingPerAct", amount: 300, values: { ceiling: 400 } },
    ],
  },
];

describe("a person's word on what the rules gave", () => {
  test("makes up the amount that she granted, and every line what was asked", () => {
    fc.assert(
      fc.property(someLines, fc.double({ min: 0, max: 1, noNaN: true }), (lines, part) => {
        const granted = Math.floor(sum(lines.map(({ asked }) => asked)) * part);
        const ruled = overrule(lines, granted);
        expect(sum(ruled.map(({ paid }) => paid))).toBe(granted);
        expect(ruled.map(({ id }) => id)).toEqual(lines.map(({ id }) => id));
        for (const { asked, paid, acts, cuts } of ruled) {
          expect(paid + sum(cuts.map(({ amount }) => amount))).toBe(asked);
          expect(cuts.every(({ amount }) => amount > 0)).toBe(true);
          expect(acts > 0).toBe(paid > 0);
        }
      }),
    );
  });

  test("changes nothing where it is the rules' own", () => {
    fc.assert(
      fc.property(someLines, (lines) => {
        expect(overrule(lines, sum(lines.map(({ paid }) => paid)))).toEqual(lines);
      }),
    );
  });

  test("takes less from the last line first, under its own rule", () => {
    expect(overrule(LINES, 600)).toEqual([
      {
        ...LINES[0],
        paid: 600,
        cuts: [...(LINES[0]?.cuts ?? []), { rule: "decision", amount: 100, values: {} }],
      },
      {
        ...LINES[1],
        ...{ paid: 0, acts: 0 },
        cuts: [...(LINES[1]?.cuts ?? []), { rule: "decision", amount: 400, values: {} }],
      },
    ]);
  });

  test("gives more to the first line first, and forgives what the rules took last", () => {
    expect(overrule(LINES, 1_500)).toEqual([
      { ...LINES[0], paid: 1_000, cuts: [] },
      {
        ...LINES[1],
        paid: 500,
        cuts: [
          { rule: "rate", amount: 300, values: { rate: 70 } },
          { rule: "ceilingPerAct", amount: 200, values: { ceiling: 400 } },
        ],
      },
    ]);
  });
});
