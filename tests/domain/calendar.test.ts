import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  addDays,
  addMonths,
  addToMonth,
  dayOf,
  dayOfInstant,
  daysBetween,
  daysOfMonth,
  firstDayOf,
  fullYearsBetween,
  isCalendarDate,
  lastDayOfMonth,
  monthOf,
  monthsBetween,
  yearOf,
} from "../../src/domain/calendar.ts";

const day = fc
  .date({ min: new Date("1900-01-01"), max: new Date("2100-12-31"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const manyDays = fc.integer({ min: -40_000, max: 40_000 });

describe("a day", () => {
  test.each([
    "2026-02-29",
    "2026-13-01",
    "2026-00-10",
    "2026-04-31",
    "1900-02-29",
    "26-01-01",
    "2026-1-1",
    "",
  ])("« %s » is none", (text) => {
    expect(isCalendarDate(text)).toBe(false);
  });

  test.each(["2024-02-29", "2000-02-29", "2026-12-31"])("« %s » is one", (text) => {
    expect(isCalendarDate(text)).toBe(true);
  });

  test("is made of numbers only when it exists", () => {
    expect(dayOf(2024, 2, 29)).toBe("2024-02-29");
    expect(dayOf(2026, 2, 29)).toBeNull();
    expect(dayOf(99, 1, 1)).toBeNull();
    expect(dayOf(10_000, 1, 1)).toBeNull();
  });

  test("of an instant is the one in Mali, which keeps UTC", () => {
    expect(dayOfInstant("2026-11-23T23:59:59.999Z")).toBe("2026-11-23");
  });

  test("keeps its year", () => {
    fc.assert(fc.property(day, (on) => yearOf(on) === Number(on.slice(0, 4))));
  });
});

describe("days", () => {
  test("that are added are those between", () => {
    fc.assert(fc.property(day, manyDays, (from, days) => daysBetween(from, addDays(from, days)) === days));
  });

  test("that are added and taken away again lead back", () => {
    fc.assert(fc.property(day, manyDays, (from, days) => addDays(addDays(from, days), -days) === from));
  });

  test("cross the end of a leap year's February", () => {
    expect(addDays("2024-02-28", 1)).toBe("2024-02-29");
    expect(addDays("2026-02-28", 1)).toBe("2026-03-01");
    expect(addDays("2026-12-31", 1)).toBe("2027-01-01");
  });
});

describe("months", () => {
  test.each([
    ["2026-01-31", 1, "2026-02-28"],
    ["2024-01-31", 1, "2024-02-29"],
    ["2024-02-29", 12, "2025-02-28"],
    ["2026-11-30", 3, "2027-02-28"],
    ["2026-03-31", -1, "2026-02-28"],
    ["2026-01-15", -1, "2025-12-15"],
    ["2026-12-31", 12, "2027-12-31"],
  ])("%s and %i months are %s", (from, months, to) => {
    expect(addMonths(from, months)).toBe(to);
  });

  test("never skip one, and change the day only where it does not exist", () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -600, max: 600 }), (from, months) => {
        const to = addMonths(from, months);
        const steps = (yearOf(to) - yearOf(from)) * 12 + Number(to.slice(5, 7)) - Number(from.slice(5, 7));
        const isLastOfMonth = addDays(to, 1).slice(8) === "01";
        expect(steps).toBe(months);
        expect(to.slice(8) === from.slice(8) || (isLastOfMonth && to.slice(8) < from.slice(8))).toBe(true);
      }),
    );
  });

  test("keep the order of days", () => {
    fc.assert(
      fc.property(day, fc.nat(60), fc.integer({ min: -60, max: 60 }), (from, later, months) => {
        expect(addMonths(from, months) <= addMonths(addDays(from, later), months)).toBe(true);
      }),
    );
  });
});

describe("full years", () => {
  test.each([
    ["2008-11-23", "2026-11-22", 17],
    ["2008-11-23", "2026-11-23", 18],
    ["2008-02-29", "2026-02-28", 17],
    ["2008-02-29", "2026-03-01", 18],
    ["2008-02-29", "2028-02-29", 20],
    ["2026-12-01", "2026-11-23", -1],
  ])("from %s to %s are %i", (from, to, years) => {
    expect(fullYearsBetween(from, to)).toBe(years);
  });

  test("grow by one a birthday", () => {
    fc.assert(
      fc.property(day, fc.nat(90), (born, years) => {
        const birthday = `${yearOf(born) + years}${born.slice(4)}`;
        fc.pre(isCalendarDate(birthday));
        expect(fullYearsBetween(born, birthday)).toBe(years);
        expect(fullYearsBetween(born, addDays(birthday, -1))).toBe(years - 1);
      }),
    );
  });
});

describe("a month", () => {
  test("goes from its first to its last day", () => {
    fc.assert(
      fc.property(day, (one) => {
        const month = monthOf(one);
        expect([firstDayOf(month) <= one, one <= lastDayOfMonth(month)]).toEqual([true, true]);
        expect(addDays(lastDayOfMonth(month), 1)).toBe(firstDayOf(addToMonth(month, 1)));
        expect(daysBetween(firstDayOf(month), lastDayOfMonth(month)) + 1).toBe(daysOfMonth(month));
      }),
    );
  });

  test("is as many months from another as lead there", () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -600, max: 600 }), (one, months) => {
        const month = monthOf(one);
        expect(monthsBetween(month, addToMonth(month, months))).toBe(months);
        expect(addToMonth(month, months)).toBe(monthOf(addMonths(one, months)));
      }),
    );
  });
});
