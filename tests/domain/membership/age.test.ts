import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays } from "../../../src/domain/calendar.ts";
import { ageRange, birthFault, isAdult } from "../../../src/domain/membership/age.ts";

const TODAY = "2026-11-23";
const exact = (on: string) => ({ kind: "exact", on }) as const;

describe("adulthood", () => {
  test("begins on the eighteenth birthday, not the day before", () => {
    expect(isAdult(exact("2008-11-23"), TODAY)).toBe("yes");
    expect(isAdult(exact("2008-11-24"), TODAY)).toBe("no");
  });

  test("of someone born on 29 February begins on 1 March of a common year", () => {
    expect(isAdult(exact("2008-02-29"), "2026-02-28")).toBe("no");
    expect(isAdult(exact("2008-02-29"), "2026-03-01")).toBe("yes");
  });

  test.each([
    [2009, "no"],
    [2008, "perhaps"],
    [2007, "yes"],
  ] as const)("of someone born in %i is answered « %s » when only the year is known", (year, answer) => {
    expect(isAdult({ kind: "year", year }, TODAY)).toBe(answer);
    expect(isAdult({ kind: "estimated", year }, TODAY)).toBe(answer);
  });

  test("by the year alone never contradicts the day that comes to light later", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1950, max: 2026 }), fc.nat(364), (year, offset) => {
        const on = addDays(`${year}-01-01`, offset);
        const byYear = isAdult({ kind: "year", year }, TODAY);
        const byDay = isAdult(exact(on), TODAY);
        expect(byYear === "perhaps" || byYear === byDay).toBe(true);
        const { youngest, oldest } = ageRange({ kind: "year", year }, TODAY);
        const age = ageRange(exact(on), TODAY).oldest;
        expect(youngest <= age && age <= oldest).toBe(true);
      }),
    );
  });
});

describe("a birth date", () => {
  test.each([
    [exact("2026-11-24"), "member.birthInFuture"],
    [{ kind: "year", year: 2027 }, "member.birthInFuture"],
    [exact(TODAY), "member.minor"],
    [exact("2008-11-24"), "member.minor"],
    [{ kind: "estimated", year: 2009 }, "member.minor"],
    [exact("1910-01-01"), "member.birthTooOld"],
    [{ kind: "year", year: 1900 }, "member.birthTooOld"],
    [exact("2008-11-23"), null],
    [{ kind: "year", year: 2008 }, null],
    [exact("1916-11-24"), null],
  ] as const)("%o is answered %s", (birth, fault) => {
    expect(birthFault(birth, TODAY)).toBe(fault);
  });
});
