import { describe, expect, test } from "vitest";
import { dayAsTyped, readTypedDay } from "../../renderer/lib/typedDay.ts";

const TODAY = "2026-11-23";
const read = (text: string) => readTypedDay(text, TODAY);

describe("a typed day", () => {
  test.each([
    ["23/11/2026", "2026-11-23"],
    ["23-11-2026", "2026-11-23"],
    ["23.11.26", "2026-11-23"],
    ["23 11 2026", "2026-11-23"],
    ["1/2/2020", "2020-02-01"],
    ["23112026", "2026-11-23"],
    ["231126", "2026-11-23"],
    ["2026-11-23", "2026-11-23"],
    ["  05/06/1977 ", "1977-06-05"],
  ])("« %s » is %s", (text, day) => {
    expect(read(text)).toEqual({ kind: "day", day });
  });

  test("two digits are the latest such year that has begun", () => {
    expect(read("05/06/77")).toEqual({ kind: "day", day: "1977-06-05" });
    expect(read("05/06/26")).toEqual({ kind: "day", day: "2026-06-05" });
    expect(read("05/06/27")).toEqual({ kind: "day", day: "1927-06-05" });
  });

  test("a day without a year is the last one that has been", () => {
    expect(read("23/11")).toEqual({ kind: "day", day: "2026-11-23" });
    expect(read("24/11")).toEqual({ kind: "day", day: "2025-11-24" });
  });

  test.each([
    "31/02/2020",
    "29/02/2023",
    "00/01/2020",
    "12/13/2020",
    "23/11/202",
    "hier",
    "1980",
    "2020-02-31",
  ])("« %s » is no day", (text) => {
    expect(read(text)).toEqual({ kind: "unreadable" });
  });

  test("nothing typed is nothing, not a mistake", () => {
    expect(read("  ")).toEqual({ kind: "empty" });
  });

  test("what a field writes out is read back as the same day", () => {
    expect(read(dayAsTyped("2024-02-29"))).toEqual({ kind: "day", day: "2024-02-29" });
    expect(dayAsTyped(null)).toBe("");
  });
});
