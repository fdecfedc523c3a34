import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, daysBetween } from "../../../src/domain/calendar.ts";
import {
  comparedSpan,
  daysIn,
  fiscalYearOf,
  isOver,
  kindOf,
  lastOver,
  monthNames,
  monthsIn,
  periodBefore,
  periodOn,
  shiftPeriod,
  spanOf,
  targetFor,
} from "../../../src/domain/reporting/periods.ts";

const fiscalStarts = fc.integer({ min: 1, max: 12 });
const years = fc.integer({ min: 1990, max: 2099 });
const days = fc.integer({ min: 0, max: 40_000 }).map((offset) => addDays("1990-01-01", offset));
const periods = fc.oneof(
  fc
    .tuple(years, fc.integer({ min: 1, max: 12 }))
    .map(([year, month]) => `${year}-${String(month).padStart(2, "0")}`),
  fc.tuple(years, fc.integer({ min: 1, max: 4 })).map(([year, quarter]) => `${year}-Q${quarter}`),
  years.map(String),
);

describe("periods", () => {
  test("the quarters of a fiscal year are its months, each once and in order, wherever it begins", () => {
    fc.assert(
      fc.property(years, fiscalStarts, (year, start) => {
        const months = [1, 2, 3, 4].flatMap((quarter) => monthNames(monthsIn(`${year}-Q${quarter}`, start)));
        expect(months).toEqual(monthNames(monthsIn(String(year), start)));
        expect(months).toHaveLength(12);
        expect(months[0]).toBe(`${year}-${String(start).padStart(2, "0")}`);
        expect(months.map((month) => fiscalYearOf(month, start))).toEqual(Array(12).fill(year));
      }),
    );
  });

  test("a period and the next one lie side by side, and shifting there and back changes nothing", () => {
    fc.assert(
      fc.property(periods, fc.integer({ min: -50, max: 50 }), fiscalStarts, (period, by, start) => {
        expect(shiftPeriod(shiftPeriod(period, by), -by)).toBe(period);
        expect(kindOf(shiftPeriod(period, by))).toBe(kindOf(period));
        expect(periodBefore(shiftPeriod(period, 1))).toBe(period);
        expect(daysIn(shiftPeriod(period, 1), start).from).toBe(addDays(daysIn(period, start).to, 1));
      }),
    );
  });

  test("every day is in the period that is called by it", () => {
    fc.assert(
      fc.property(days, fiscalStarts, fc.constantFrom("month", "quarter", "year"), (day, start, kind) => {
        const period = periodOn(day, kind, start);
        const { from, to } = daysIn(period, start);
        expect(kindOf(period)).toBe(kind);
        expect(from <= day && day <= to).toBe(true);
        expect(isOver(lastOver(kind, day, start), day, start)).toBe(true);
      }),
    );
  });

  test("a fiscal year that begins in July has its first quarter from July to September", () => {
    expect(daysIn("2026-Q1", 7)).toEqual({ from: "2026-07-01", to: "2026-09-30" });
    expect(daysIn("2026-Q3", 7)).toEqual({ from: "2027-01-01", to: "2027-03-31" });
    expect(daysIn("2026", 7)).toEqual({ from: "2026-07-01", to: "2027-06-30" });
    expect(periodOn("2027-06-30", "quarter", 7)).toBe("2026-Q4");
    expect(periodOn("2027-07-01", "year", 7)).toBe("2027");
  });

  test("a period that is not over is compared with as many first days of the one before", () => {
    fc.assert(
      fc.property(days, fiscalStarts, fc.constantFrom("month", "quarter", "year"), (day, start, kind) => {
        const span = spanOf(periodOn(day, kind, start), day, start);
        const before = comparedSpan(span, start);
        const whole = daysIn(before.name, start);
        expect(span.to).toBe(day);
        expect(before.name).toBe(periodBefore(span.name));
        expect(before.from).toBe(whole.from);
        expect(before.partial).toBe(span.partial);
        const length = daysBetween(span.from, span.to);
        const isCut = span.partial && addDays(whole.from, length) < whole.to;
        expect(before.to).toBe(isCut ? addDays(whole.from, length) : whole.to);
      }),
    );
  });

  test("the thirtieth of a month is compared with the whole of a shorter one", () => {
    const span = spanOf("2026-03", "2026-03-30", 1);
    expect(span).toEqual({ name: "2026-03", from: "2026-03-01", to: "2026-03-30", partial: true });
    expect(comparedSpan(span, 1)).toEqual({
      ...{ name: "2026-02", from: "2026-02-01", to: "2026-02-28", partial: true },
    });
    expect(spanOf("2026-03", "2026-03-31", 1).partial).toBe(false);
  });

  test("a year's target of what flows is shared out by months, of what stands it is the same all year", () => {
    fc.assert(
      fc.property(years, fiscalStarts, fc.integer({ min: 0, max: 1_000_000 }), (year, fiscalStart, value) => {
        const about = { flows: true, fiscalStart };
        expect(targetFor({ year, value }, String(year), about)).toBe(value);
        const quarters = [1, 2, 3, 4].map((quarter) =>
          targetFor({ year, value }, `${year}-Q${quarter}`, about),
        );
        expect(
          Math.abs(quarters.reduce<number>((sum, one) => sum + (one ?? 0), 0) - value),
        ).toBeLessThanOrEqual(4);
        expect(targetFor({ year, value }, `${year}-Q2`, { flows: false, fiscalStart })).toBe(value);
        expect(targetFor({ year: year + 1, value }, String(year), about)).toBeNull();
      }),
    );
  });
});
