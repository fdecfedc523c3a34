import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Outcome } from "../../../src/contract/literacyTerms.ts";
import {
  decisive,
  isComplete,
  offScale,
  outcomeOf,
  overallPercent,
} from "../../../src/domain/literacy/assessing.ts";
import { suggestedLevel } from "../../../src/domain/literacy/placing.ts";
import { at, PROGRAMME } from "./classes.ts";

const marksOf = (reading: number, writing: number, numeracy: number) => [
  { skill: "L1", mark: reading },
  { skill: "E1", mark: writing },
  { skill: "C1", mark: numeracy },
];
const anyMarks = fc
  .tuple(...PROGRAMME.skills.map(({ most }) => fc.option(fc.integer({ min: 0, max: most }))))
  .map((marks) =>
    PROGRAMME.skills.flatMap(({ code }, index) => {
      const mark = marks[index] ?? null;
      return mark === null ? [] : [{ skill: code, mark }];
    }),
  );
const anyPass = fc.record({
  overall: fc.nat({ max: 100 }),
  eachDomain: fc.nat({ max: 100 }),
  attendance: fc.nat({ max: 100 }),
});
const anyRate = fc.option(fc.nat({ max: 10_000 }));

describe("an outcome", () => {
  test("passes when every part of the rule is met, to the very mark", () => {
    const outcome = outcomeOf(PROGRAMME, marksOf(4, 7, 2), 6_000);
    expect(outcome).toMatchObject({ overall: 52, passed: true, missing: [] });
    expect(outcome.domains).toEqual([
      { domain: "reading", percent: 40 },
      { domain: "writing", percent: 70 },
      { domain: "numeracy", percent: 40 },
    ]);
  });

  test.each([
    ["overall", marksOf(4, 6, 2), 6_000],
    ["domain", marksOf(3, 10, 5), 6_000],
    ["attendance", marksOf(10, 10, 5), 5_999],
    ["attendance", marksOf(10, 10, 5), null],
    ["marks", marksOf(10, 10, 5).slice(1), 10_000],
  ] as const)("says that %s is missing", (missing, marks, rate) => {
    const outcome = outcomeOf(PROGRAMME, [...marks], rate);
    expect(outcome.passed).toBe(false);
    expect(outcome.missing).toContain(missing);
  });

  test("asks for no attendance where the rule asks for none", () => {
    const pass = { ...PROGRAMME.pass, attendance: 0 };
    expect(outcomeOf({ ...PROGRAMME, pass }, marksOf(10, 10, 5), null).passed).toBe(true);
  });

  test("is within its bounds, passes exactly when nothing is missing, and never by an empty mark", () => {
    fc.assert(
      fc.property(anyMarks, anyPass, anyRate, (marks, pass, rate) => {
        const outcome = outcomeOf({ skills: PROGRAMME.skills, pass }, marks, rate);
        expect(Outcome.parse(outcome)).toEqual(outcome);
        expect(outcome.passed).toBe(outcome.missing.length === 0);
        expect(outcome.overall).toBe(overallPercent(PROGRAMME, marks));
        expect(outcome.missing.includes("marks")).toBe(!isComplete(PROGRAMME, marks));
        if (outcome.passed) expect(marks).toHaveLength(PROGRAMME.skills.length);
      }),
    );
  });

  test("is never worse for a better mark, a better attendance or a milder rule, nor for the order of marks", () => {
    fc.assert(
      fc.property(
        anyMarks,
        anyPass,
        fc.nat({ max: 10_000 }),
        fc.nat({ max: 9 }),
        (marks, pass, rate, more) => {
          const rules = { skills: PROGRAMME.skills, pass };
          const outcome = outcomeOf(rules, marks, rate);
          expect(outcomeOf(rules, [...marks].reverse(), rate)).toEqual(outcome);
          if (!outcome.passed) return;
          const better = marks.map(({ skill, mark }) => {
            const most = PROGRAMME.skills.find(({ code }) => code === skill)?.most ?? 0;
            return { skill, mark: Math.min(most, mark + more) };
          });
          expect(outcomeOf(rules, better, Math.min(10_000, rate + more)).passed).toBe(true);
          const milder = { ...pass, overall: Math.max(0, pass.overall - more), eachDomain: 0 };
          expect(outcomeOf({ ...rules, pass: milder }, marks, rate).passed).toBe(true);
        },
      ),
    );
  });
});

test("the latest retake decides, then the one at the end; before there is none", () => {
  const one = (kind: "start" | "middle" | "end" | "retake", day: number) => ({ kind, onDay: at(day) });
  expect(decisive([one("start", 1), one("middle", 50)])).toBeUndefined();
  expect(decisive([one("start", 1), one("end", 90)])).toEqual(one("end", 90));
  const all = [one("retake", 110), one("end", 90), one("retake", 100), one("start", 1)];
  expect(decisive(all)).toEqual(one("retake", 110));
  expect(decisive([...all].reverse())).toEqual(one("retake", 110));
});

test("a mark off its scale is found, with the scale where there is one", () => {
  expect(offScale(PROGRAMME, marksOf(10, 0, 5))).toBeNull();
  expect(offScale(PROGRAMME, marksOf(10, 0, 6))).toEqual({ index: 2, most: 5 });
  expect(offScale(PROGRAMME, marksOf(-1, 0, 6))).toEqual({ index: 0, most: 10 });
  expect(offScale(PROGRAMME, [{ skill: "X9", mark: 0 }])).toEqual({ index: 0, most: null });
});

test("the placement test speaks for a level by its fifteen marks", () => {
  const level = (sum: number) => {
    const reading = Math.min(5, sum);
    const writing = Math.min(5, sum - reading);
    return suggestedLevel({ reading, writing, numeracy: sum - reading - writing });
  };
  const levels = Array.from({ length: 16 }, (_, sum) => level(sum));
  expect(levels).toEqual([
    ...Array(6).fill("beginner"),
    ...Array(5).fill("intermediate"),
    ...Array(5).fill("postLiteracy"),
  ]);
});
