import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Rate } from "../../../src/contract/literacyTerms.ts";
import { attendanceOf, rateOf } from "../../../src/domain/literacy/attendance.ts";
import { at, session, sessionsOf, stay } from "./classes.ts";

const anyMarks = fc
  .array(fc.constantFrom("P", "L", "E", "A", " "), { maxLength: 40 })
  .map((all) => all.join(""));
const count = (marks: string, letters: string) => [...marks].filter((mark) => letters.includes(mark)).length;

test("a rate is hundredths of a percent, half up, and none where there is nothing to divide by", () => {
  expect([rateOf(0, 0), rateOf(0, 7), rateOf(7, 7)]).toEqual([null, 0, 10_000]);
  expect([rateOf(1, 3), rateOf(2, 3), rateOf(1, 8), rateOf(1, 16)]).toEqual([3333, 6667, 1250, 625]);
  expect(rateOf(1, 20_000)).toBe(1);
  fc.assert(
    fc.property(fc.nat({ max: 100_000 }), fc.nat({ max: 100_000 }), (part, more) => {
      const rate = rateOf(part, part + more);
      expect(Rate.parse(rate)).toBe(rate);
      if (rate !== null)
        expect(Math.abs(rate * (part + more) - part * 10_000) * 2).toBeLessThanOrEqual(part + more);
    }),
  );
});

describe("her attendance", () => {
  test("counts present and late against present, late and absent, whatever the marks", () => {
    fc.assert(
      fc.property(anyMarks, (marks) => {
        const { attended, held, rate } = attendanceOf(stay(), sessionsOf(marks));
        expect([attended, held]).toEqual([count(marks, "PL"), count(marks, "PLA")]);
        expect(rate).toBe(rateOf(attended, held));
      }),
    );
  });

  test("looks at the days on which she was in the class, the first and the last included", () => {
    const marks = "PPPPPPPPPP";
    const days = (startsOn: string | null, endedOn: string | null) =>
      attendanceOf(stay({ startsOn, endedOn, end: endedOn === null ? null : "work" }), sessionsOf(marks))
        .held;
    expect([days(at(0), null), days(at(3), null), days(at(3), at(5)), days(at(5), at(5))]).toEqual([
      10, 7, 3, 1,
    ]);
    expect(days(null, null)).toBe(0);
  });

  test("is changed by no session that was called off or not entered, wherever it lies", () => {
    fc.assert(
      fc.property(
        anyMarks,
        fc.nat({ max: 40 }),
        fc.constantFrom("cancelled" as const, "planned" as const),
        (marks, day, state) => {
          const held = sessionsOf(marks);
          const off = session({
            id: "off",
            onDay: at(day),
            state,
            marks: [{ enrolmentId: "stay", mark: "A" }],
          });
          const sessions = [...held.slice(0, day), off, ...held.slice(day)];
          expect(attendanceOf(stay(), sessions)).toEqual(attendanceOf(stay(), held));
        },
      ),
    );
  });
});

describe("absences in a row", () => {
  const inARow = (marks: string) => attendanceOf(stay(), sessionsOf(marks)).absencesInARow;

  test("are those at the latest sessions held", () => {
    expect(["AAA", "PAAA", "AAAP", "AAPAA", "", "AALA"].map(inARow)).toEqual([3, 3, 0, 2, 0, 1]);
  });

  test("are not broken by an excused session or one at which nobody noted her, which do not count either", () => {
    expect(["AEA", "A AA", "AAAE", "EE", "PEAEA"].map(inARow)).toEqual([2, 3, 3, 0, 2]);
  });

  test("are counted over sessions held, not over days: weeks without one change nothing", () => {
    const sessions = sessionsOf("PAAA").map((one, index) => ({ ...one, onDay: at(index * 30) }));
    expect(attendanceOf(stay(), sessions).absencesInARow).toBe(3);
    fc.assert(
      fc.property(anyMarks, (marks) => {
        const noted = [...marks].filter((mark) => mark !== "E" && mark !== " ").join("");
        expect(inARow(marks)).toBe(/A*$/.exec(noted)?.[0].length);
      }),
    );
  });
});
