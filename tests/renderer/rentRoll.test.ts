import { describe, expect, test } from "vitest";
import { sortArrears, sumAges } from "../../renderer/features/rental/arrears/arrearsOrder.ts";
import {
  monthsOf,
  occupancyOf,
  premisesSums,
  sumOf,
} from "../../renderer/features/rental/report/reportFigures.ts";
import { monthAfter, monthsAround, readMonth } from "../../renderer/features/rental/roll/monthSteps.ts";
import { isFoundIn, nextToCollect } from "../../renderer/features/rental/roll/rollView.ts";

describe("collecting one tenant after the other", () => {
  const lines = [
    { leaseId: "a", left: 0 },
    { leaseId: "b", left: 25_000 },
    { leaseId: "c", left: 0 },
    { leaseId: "d", left: 4_000 },
  ];

  test("begins at the first line of which something is left", () => {
    expect(nextToCollect(lines, null)).toBe("b");
  });

  test("goes on with the next one and from the top after the last", () => {
    expect(nextToCollect(lines, "b")).toBe("d");
    expect(nextToCollect(lines, "d")).toBe("b");
  });

  test("ends when nobody owes anything, or only the one who just paid a part", () => {
    expect(nextToCollect([{ leaseId: "a", left: 0 }], "a")).toBeNull();
    expect(nextToCollect(lines.slice(1, 3), "b")).toBeNull();
    expect(nextToCollect([], null)).toBeNull();
  });
});

describe("searching the lines of the rental", () => {
  const line = {
    tenantName: "Société Kéléya",
    tenantPhone: "+22376123456",
    number: "KTL-B00012",
    premises: ["B-03", "Étal du marché"],
  };

  test("finds by name, lease and premises, without accents, and by four digits of the phone", () => {
    for (const text of ["", "keleya", "KELEYA soc", "b-03", "etal", "B00012", "76 12"])
      expect([text, isFoundIn(line, text)]).toEqual([text, true]);
    for (const text of ["traore", "keleya traore", "99 12"])
      expect([text, isFoundIn(line, text)]).toEqual([text, false]);
  });
});

describe("the month of the rent roll", () => {
  test("steps over the turn of the year", () => {
    expect(monthAfter("2026-12", 1)).toBe("2027-01");
    expect(monthAfter("2026-01", -1)).toBe("2025-12");
    expect(monthsAround("2026-12-24", 1, 2)).toEqual(["2027-01", "2026-12", "2026-11", "2026-10"]);
  });

  test("is the running one where the address names none", () => {
    expect(readMonth("2026-03", "2026-11")).toBe("2026-03");
    for (const wrong of [null, "", "2026-13", "mars"]) expect(readMonth(wrong, "2026-11")).toBe("2026-11");
  });
});

const NO_AGES = { upTo30: 0, upTo60: 0, upTo90: 0, over90: 0 };

describe("the list of arrears", () => {
  const lines = [
    { number: "1", oldestDueOn: "2026-10-05", total: 10, ages: { ...NO_AGES, upTo60: 10 } },
    { number: "2", oldestDueOn: "2026-08-05", total: 30, ages: { ...NO_AGES, upTo30: 5, over90: 25 } },
    { number: "3", oldestDueOn: "2026-08-05", total: 40, ages: { ...NO_AGES, over90: 40 } },
  ];
  const order = (by: "age" | "total", descending: boolean) =>
    sortArrears(lines, by, descending)
      .map(({ number }) => number)
      .join("");

  test("shows first what is oldest, or what is largest, and the other way round", () => {
    expect(order("age", true)).toBe("321");
    expect(order("age", false)).toBe("132");
    expect(order("total", true)).toBe("321");
    expect(order("total", false)).toBe("123");
  });

  test("adds up by age to what it adds up to at all", () => {
    expect(sumAges(lines)).toEqual({ upTo30: 5, upTo60: 10, upTo90: 0, over90: 65, total: 80 });
  });
});

describe("the report's figures", () => {
  const cell = (premisesId: string, month: string, daysLet: number, received: number) => ({
    premisesId,
    month,
    daysLet,
    days: 30,
    asked: 100,
    received,
  });
  const report = {
    premises: [
      { id: "a", office: "KTL", code: "B-01", kind: "shop" as const },
      { id: "b", office: "KTL", code: "B-02", kind: "shop" as const },
    ],
    cells: [cell("a", "2026-10", 30, 100), cell("b", "2026-10", 0, 0), cell("a", "2026-11", 15, 40)],
    months: [{ month: "2026-10", daysLet: 30, days: 60, asked: 200, received: 100 }],
  };

  test("are of all premises, or of one month by month", () => {
    expect(monthsOf(report, null)).toEqual(report.months);
    expect(monthsOf(report, "a").map(({ month, received }) => `${month} ${received}`)).toEqual([
      "2026-10 100",
      "2026-11 40",
    ]);
  });

  test("say of each premises what it came to over all months", () => {
    expect(
      premisesSums(report).map(({ code, daysLet, days, asked, received }) => [
        code,
        daysLet,
        days,
        asked,
        received,
      ]),
    ).toEqual([
      ["B-01", 45, 60, 200, 140],
      ["B-02", 0, 30, 100, 0],
    ]);
    expect(sumOf(premisesSums(report)).received).toBe(140);
  });

  test("have no occupancy where nothing could be let", () => {
    expect(occupancyOf({ daysLet: 0, days: 0 })).toBeNull();
    expect(occupancyOf({ daysLet: 5, days: 30 })).toBe(17);
  });
});
