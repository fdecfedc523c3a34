import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays } from "../../../src/domain/calendar.ts";
import { readAge, readBirth } from "../../../src/domain/import/readBirth.ts";
import { readDay } from "../../../src/domain/import/readDay.ts";
import type { Cell } from "../../../src/domain/import/table.ts";
import { DAY_STYLES, dayStyle } from "../../support/registers.ts";

const TODAY = "2026-11-23";
const exact = (on: string) => ({ kind: "exact", on });
const year = (known: number) => ({ kind: "year", year: known });
const estimated = (known: number) => ({ kind: "estimated", year: known });

describe("a birth date", () => {
  it.each<[Cell, object]>([
    ["12/03/1985", exact("1985-03-12")],
    ["12.03.1985", exact("1985-03-12")],
    ["12-3-1985", exact("1985-03-12")],
    ["12 - 03 - 1985", exact("1985-03-12")],
    ["1985-03-12", exact("1985-03-12")],
    ["1985/3/12", exact("1985-03-12")],
    ["12/03/1985 00:00:00", exact("1985-03-12")],
    ["1985-03-12T00:00:00.000Z", exact("1985-03-12")],
    ["12 mars 1985", exact("1985-03-12")],
    ["1er août 1985", exact("1985-08-01")],
    ["lundi 12 FÉVRIER 1985", exact("1985-02-12")],
    ["12-déc-1985", exact("1985-12-12")],
    ["née le 12/03/1985", exact("1985-03-12")],
    ["12/03/1985 à Koutiala", exact("1985-03-12")],
    ["19850312", exact("1985-03-12")],
    ["12031985", exact("1985-03-12")],
    [31118, exact("1985-03-12")],
    ["31118", exact("1985-03-12")],
    [31118.75, exact("1985-03-12")],
    [{ date: "1985-03-12" }, exact("1985-03-12")],
    ["29/02/2000", exact("2000-02-29")],
    ["1985", year(1985)],
    [1985, year(1985)],
    ["en 1985", year(1985)],
    ["mars 1985", year(1985)],
    ["03/1985", year(1985)],
    ["00/00/1985", year(1985)],
    ["vers 1980", estimated(1980)],
    ["env. 1980", estimated(1980)],
    ["1980 env", estimated(1980)],
    ["née vers 1980", estimated(1980)],
    ["~1980", estimated(1980)],
    ["1980 ?", estimated(1980)],
    ["Vers l'an 1980", estimated(1980)],
  ])("%j is read as it is known", (cell, birth) => {
    expect(readBirth(cell, TODAY)).toMatchObject({ birth, fault: null, centuryAdded: false, fromAge: false });
  });

  it.each<[Cell, string]>([
    ["31/02/1988", "impossibleDate"],
    ["02/25/1988", "impossibleDate"],
    ["29/02/1900", "impossibleDate"],
    ["31/02/88", "impossibleDate"],
    ["13/1985", "impossibleDate"],
    ["12/03/985", "impossibleDate"],
    ["85", "impossibleDate"],
    [45, "impossibleDate"],
    ["hier", "impossibleDate"],
    ["12/03/1885", "tooOld"],
    ["22/11/1915", "tooOld"],
    ["1900", "tooOld"],
    ["24/11/2026", "futureDate"],
    ["2027", "futureDate"],
    ["24/11/2008", "minor"],
    ["2009", "minor"],
    ["12 ans", "minor"],
  ])("%j is refused as %s", (cell, fault) => {
    expect(readBirth(cell, TODAY).fault).toBe(fault);
  });

  it("makes an adult on the eighteenth birthday, and leaves a year open", () => {
    expect(readBirth("23/11/2008", TODAY)).toMatchObject({ fault: null, perhapsMinor: false });
    expect(readBirth("24/11/2008", TODAY)).toMatchObject({ fault: "minor" });
    expect(readBirth("2008", TODAY)).toMatchObject({ fault: null, perhapsMinor: true });
    expect(readBirth("2007", TODAY)).toMatchObject({ fault: null, perhapsMinor: false });
  });

  it.each([
    ["12-03-85", "1985-03-12"],
    ["12/03/02", "2002-03-12"],
    ["12.03.27", "1927-03-12"],
    ["24/11/26", "1926-11-24"],
  ])("%s gets the only century that can be, and says so", (text, on) => {
    expect(readBirth(text, TODAY)).toMatchObject({ birth: exact(on), centuryAdded: true, fault: null });
  });

  it("of ten or of a hundred and ten years is taken for the girl's, who is refused", () => {
    expect(readBirth("12/03/18", TODAY)).toMatchObject({ fault: "minor", centuryAdded: true });
  });

  it.each(["", "-", "?", "néant", "inconnue", "N/A", null])("%j is not known", (cell) => {
    expect(readBirth(cell, TODAY)).toMatchObject({ birth: null, fault: null });
  });

  it("of an age is estimated, and says so", () => {
    expect(readBirth("35 ans", TODAY)).toMatchObject({ birth: estimated(1991), fromAge: true, fault: null });
    expect(readAge(35, TODAY)).toMatchObject({ birth: estimated(1991), fromAge: true });
    expect(readAge("environ 35", TODAY)).toMatchObject({ birth: estimated(1991) });
    expect(readAge("18", TODAY)).toMatchObject({ perhapsMinor: true, fault: null });
    expect(readAge("17", TODAY)).toMatchObject({ fault: "minor" });
    expect(readAge("trente", TODAY)).toMatchObject({ fault: "impossibleDate" });
  });

  it("is one day in every style a register writes it in", () => {
    const days = fc.integer({ min: 0, max: 30_000 }).map((offset) => addDays("1926-11-24", offset));
    fc.assert(
      fc.property(days, dayStyle, (on, style) => {
        expect(readBirth(DAY_STYLES[style](on), TODAY).birth).toEqual(exact(on));
      }),
    );
  });

  it("never makes a day up: what is read was written", () => {
    const parts = fc.tuple(
      fc.integer({ min: 0, max: 40 }),
      fc.integer({ min: 0, max: 20 }),
      fc.integer({ min: 1900, max: 2030 }),
    );
    fc.assert(
      fc.property(parts, ([day, month, written]) => {
        const { birth } = readBirth(`${day}/${month}/${written}`, TODAY);
        if (birth?.kind !== "exact") return;
        expect(birth.on.split("-").map(Number)).toEqual([written, month, day]);
      }),
    );
  });

  it("never throws, whatever the cell", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: "binary" }), fc.double()), (cell) => {
        readBirth(cell, TODAY);
        readDay(cell, TODAY);
        readAge(cell, TODAY);
      }),
    );
  });
});

describe("the day on which she joined", () => {
  it.each<[Cell, string]>([
    ["20.01.2018", "2018-01-20"],
    ["05/01/99", "1999-01-05"],
    ["05/01/94", "1994-01-05"],
    ["18/04/25", "2025-04-18"],
    ["23/11/2026", "2026-11-23"],
    [43_120, "2018-01-20"],
  ])("%j is read", (cell, on) => {
    expect(readDay(cell, TODAY)).toMatchObject({ on, impossible: false, yearOnly: false });
  });

  it("of which only the year is known is its first day, and says so", () => {
    expect(readDay("2015", TODAY)).toMatchObject({ on: "2015-01-01", yearOnly: true });
    expect(readDay("mars 2015", TODAY)).toMatchObject({ on: "2015-03-01", yearOnly: true });
  });

  it.each(["24/11/2026", "31/12/1993", "05/01/80", "30/02/2015", "oui", "2027"])(
    "%s is impossible",
    (text) => {
      expect(readDay(text, TODAY)).toMatchObject({ on: null, impossible: true });
    },
  );

  it("may be missing", () => {
    expect(readDay(null, TODAY)).toMatchObject({ on: null, impossible: false });
    expect(readDay("-", TODAY)).toMatchObject({ on: null, impossible: false });
  });
});
