import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isInClass, isInClassWithin, overlapping, stateOf } from "../../../src/domain/literacy/stays.ts";
import { at, LAST_DAY, stay } from "./classes.ts";

const anyDay = fc.nat({ max: LAST_DAY });
const anySpan = fc
  .record({ starts: fc.option(anyDay), days: fc.option(fc.integer({ min: -1, max: 40 })) })
  .map(({ starts, days }) => ({
    startsOn: starts === null ? null : at(starts),
    endedOn: days === null ? null : at((starts ?? 0) + days),
  }));
const days = (from: number, to: number) =>
  Array.from({ length: Math.max(0, to - from + 1) }, (_, day) => at(from + day));

test("she is in the class within a span exactly when she is on one of its days", () => {
  fc.assert(
    fc.property(anySpan, anyDay, fc.nat({ max: 30 }), (one, from, length) => {
      const there = days(from, from + length).some((day) => isInClass(one, day));
      expect(isInClassWithin(one, at(from), at(from + length))).toBe(there);
    }),
  );
});

describe("an overlap", () => {
  test("is found exactly when two stays share a day", () => {
    fc.assert(
      fc.property(
        fc.array(anySpan, { maxLength: 4 }),
        anyDay,
        fc.option(fc.nat({ max: 30 })),
        (stays, from, length) => {
          const last = length === null ? LAST_DAY * 2 : from + length;
          const share = (one: (typeof stays)[number]) => days(from, last).some((day) => isInClass(one, day));
          const found = overlapping(stays, at(from), length === null ? null : at(last));
          expect(found).toEqual(stays.find(share));
        },
      ),
    );
  });

  test("is none on the day after the last, nor with a waiting list", () => {
    const first = stay({ endedOn: at(10), end: "movedCohort" });
    expect(overlapping([first], at(10))).toBe(first);
    expect(overlapping([first], at(11))).toBeUndefined();
    expect(overlapping([stay({ startsOn: null })], at(0))).toBeUndefined();
  });
});

test("what she is in the class follows from the day", () => {
  const states = (about: Parameters<typeof stay>[0]) =>
    [4, 5, 9, 10, 11].map((day) => stateOf(stay(about), at(day)));
  const startsOn = at(5);
  expect(states({ startsOn })).toEqual(["waiting", "attending", "attending", "attending", "attending"]);
  const left = { startsOn, endedOn: at(10) };
  expect(states({ ...left, end: "illness" })).toEqual([
    "waiting",
    "attending",
    "attending",
    "attending",
    "left",
  ]);
  expect(states({ ...left, end: "movedCohort" }).at(-1)).toBe("moved");
  expect(states({ ...left, end: "finished" }).at(-1)).toBe("finished");
  expect(states({ startsOn: null, endedOn: at(10), end: "other" })).toEqual(Array(5).fill("left"));
});
