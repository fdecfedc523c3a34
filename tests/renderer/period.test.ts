import { describe, expect, test } from "vitest";
import { periodOf } from "../../renderer/features/cashbook/period.ts";

describe("a period of the cash book", () => {
  test("this month reaches from its first to its last day", () => {
    expect(periodOf("thisMonth", "2026-11-23")).toEqual({ from: "2026-11-01", to: "2026-11-30" });
    expect(periodOf("thisMonth", "2028-02-29")).toEqual({ from: "2028-02-01", to: "2028-02-29" });
  });

  test("last month is the one before, over the turn of the year and from a 31st", () => {
    expect(periodOf("lastMonth", "2027-01-31")).toEqual({ from: "2026-12-01", to: "2026-12-31" });
    expect(periodOf("lastMonth", "2026-03-31")).toEqual({ from: "2026-02-01", to: "2026-02-28" });
  });

  test("this year is the calendar's", () => {
    expect(periodOf("thisYear", "2026-11-23")).toEqual({ from: "2026-01-01", to: "2026-12-31" });
  });

  test("today is one day", () => {
    expect(periodOf("today", "2026-11-23")).toEqual({ from: "2026-11-23", to: "2026-11-23" });
  });
});
