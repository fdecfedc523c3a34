import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  barHeights,
  farFrom,
  MONTHS_SHOWN,
  monthsUpTo,
  sentOf,
} from "../../renderer/features/reporting/completeness/completenessView.ts";
import { orderedProblems, valueMatrix } from "../../renderer/features/reporting/dhis2/checkView.ts";
import { groupsOf, nameOf } from "../../renderer/features/reporting/dhis2/groups.ts";
import {
  emptyElement,
  isSameMapping,
  isWrongUid,
  mappingFile,
  mappingOf,
  mappingValues,
  readMappingFile,
} from "../../renderer/features/reporting/dhis2/mappingForm.ts";
import { Dhis2Mapping } from "../../src/contract/reportingTerms.ts";
import type { Completeness, IndicatorTable } from "../../src/contract/reportingViews.ts";
import { monthsBetween } from "../../src/domain/calendar.ts";
import { requireIndicator } from "../../src/domain/reporting/catalogue/catalogue.ts";
import { problem } from "../../src/domain/reporting/dhis2.ts";

const TODAY = "2026-11-24";

describe("which months stand in the table", () => {
  test("are twelve, the running one last at most", () => {
    expect(monthsUpTo("2026-11", TODAY)).toEqual({ from: "2025-12", to: "2026-11" });
    expect(monthsUpTo("2027-05", TODAY)).toEqual({ from: "2025-12", to: "2026-11" });
    const { from, to } = monthsUpTo("2025-11", TODAY);
    expect(monthsBetween(from, to) + 1).toBe(MONTHS_SHOWN);
  });

  test("are counted as sent among the offices that had to send them", () => {
    const cell = (state: Completeness["offices"][number]["cells"][number]["state"]) => ({
      ...{ month: "2026-10", state, cashClosed: false, report: null },
    });
    const states = ["complete", "complete", "partial", "missing", "before", "running"] as const;
    const offices = states.map((state) => ({ code: "KTL", name: "", lastAt: null, cells: [cell(state)] }));
    expect(sentOf(offices, "2026-10")).toEqual({ sent: 2, of: 4 });
    expect(sentOf(offices, "2026-09")).toEqual({ sent: 0, of: 0 });
  });
});

describe("how far a figure is from its past", () => {
  test("is said as so many times, or as a part of it", () => {
    expect(farFrom({ value: 300, usual: 100 })).toEqual({ how: "times", way: "more", times: 3 });
    expect(farFrom({ value: 20, usual: 100 })).toEqual({ how: "times", way: "less", times: 5 });
    expect(farFrom({ value: 140, usual: 100 })).toEqual({ how: "percent", way: "more", percent: 40 });
    expect(farFrom({ value: 60, usual: 100 })).toEqual({ how: "percent", way: "less", percent: 40 });
  });

  test("is said in words where nought cannot be divided by", () => {
    expect(farFrom({ value: 0, usual: 100 })).toEqual({ how: "nothing" });
    expect(farFrom({ value: 12, usual: 0 })).toEqual({ how: "fromNothing" });
    expect(farFrom({ value: -5, usual: 20 })).toEqual({ how: "otherSide" });
  });

  test("never says twice as much of less than that, nor the wrong way", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 10_000 }),
        fc.integer({ min: 1, max: 10_000 }),
        (value, usual) => {
          fc.pre(value !== usual);
          const far = farFrom({ value, usual });
          if (far.how !== "times" && far.how !== "percent") throw new Error(far.how);
          expect(far.way).toBe(value > usual ? "more" : "less");
          if (far.how === "times") expect(far.times).toBeGreaterThanOrEqual(2);
          else expect(far.percent).toBeLessThanOrEqual(100);
        },
      ),
    );
  });

  test("is drawn against the largest month", () => {
    expect(barHeights([2, 4, 0])).toEqual([0.5, 1, 0]);
    expect(barHeights([0, 0])).toEqual([0, 0]);
    expect(barHeights([-3, 6])).toEqual([0, 1]);
  });
});

const MAPPING: Dhis2Mapping = {
  dataSet: "pBOMPrpg1QX",
  attributeOptionCombo: "",
  orgUnits: [
    { office: "KTL", orgUnit: "DiszpKrYNg8" },
    { office: "XYZ", orgUnit: "kJq2mPyFEHo" },
  ],
  elements: [
    {
      ...{ code: "members.registered", by: "ageBand", key: "18-24" },
      ...{ dataElement: "f7n9E0hX8qk", categoryOptionCombo: "bRowv6yZOF2" },
    },
  ],
};

describe("the mapping as it is edited", () => {
  test("has a line for every office, those that only the mapping knows last", () => {
    const values = mappingValues(MAPPING, ["BKO", "KTL"]);
    expect(values.orgUnits.map(({ office }) => office)).toEqual(["BKO", "KTL", "XYZ"]);
    expect(mappingOf(values)).toEqual(MAPPING);
  });

  test("is saved without empty lines, and counts as changed only when it says something else", () => {
    const values = mappingValues(MAPPING, ["BKO", "KTL"]);
    values.elements.push(emptyElement());
    values.dataSet = " pBOMPrpg1QX ";
    expect(isSameMapping(mappingOf(values), MAPPING)).toBe(true);
    values.elements.push({ ...emptyElement(), code: "cards.sold" });
    expect(isSameMapping(mappingOf(values), MAPPING)).toBe(false);
    expect(Dhis2Mapping.safeParse(mappingOf(values)).success).toBe(true);
  });

  test("goes into a file and comes back out of it; another file is none", () => {
    expect(readMappingFile(mappingFile(MAPPING).bytes)).toEqual(MAPPING);
    const bytes = (text: string) => new TextEncoder().encode(text);
    expect(readMappingFile(bytes("not JSON"))).toBeNull();
    expect(readMappingFile(bytes('{"dataSet":"pBOMPrpg1QX"}'))).toBeNull();
  });

  test("marks what cannot be a UID, and leaves what is not typed yet to the check", () => {
    expect(["", "  ", "pBOMPrpg1QX", " pBOMPrpg1QX "].map(isWrongUid)).toEqual([false, false, false, false]);
    expect(["pBOMPrpg1Q", "1BOMPrpg1QX", "pBOMPrpg1QX2", "pBOM-rpg1QX"].every(isWrongUid)).toBe(true);
  });

  test("offers the catalogue's groups and those that records have, each once", () => {
    const rows = ["", "plan-1", "plan-2"].map((key) => ({
      ...{ code: "insurance.active", key, label: key === "" ? null : { fr: key, en: key } },
      ...{ cells: [], target: null },
    }));
    const table: IndicatorTable = { scope: "all", by: "group", columns: [], rows, omitted: [] };
    const groups = groupsOf(requireIndicator("insurance.active"), [table, table]);
    expect(groups.map(nameOf)).toEqual(["group plan-1", "group plan-2"]);
    const members = groupsOf(requireIndicator("members.registered"), []);
    expect(members.map(nameOf)).toContain("ageBand 18-24");
    expect(members.every(({ by }) => by === "ageBand" || by === "group")).toBe(true);
    expect(nameOf({ by: null, key: "" })).toBe("");
  });
});

describe("the check before the file", () => {
  test("says first what stops the file, and nothing twice", () => {
    const told = orderedProblems([
      problem("orgUnitMissing", { office: "GAO" }),
      problem("uidWrong", { office: "KTL", uid: "x" }),
      problem("orgUnitMissing", { office: "GAO" }),
    ]);
    expect(told.map(({ problem: { problem: kind } }) => kind)).toEqual(["uidWrong", "orgUnitMissing"]);
    expect(new Set(told.map(({ name }) => name)).size).toBe(told.length);
  });

  test("shows a figure a line and an office a column", () => {
    const of = (office: string, key: string, value: number) => ({
      ...{ office, code: "members.registered", by: key === "" ? null : ("ageBand" as const), key, value },
    });
    const matrix = valueMatrix([of("KTL", "", 12), of("BKO", "", 30), of("KTL", "18-24", 7)]);
    expect(matrix.offices).toEqual(["BKO", "KTL"]);
    expect(matrix.rows.map(({ cells }) => cells.map(({ value }) => value))).toEqual([
      [30, 12],
      [null, 7],
    ]);
  });
});
