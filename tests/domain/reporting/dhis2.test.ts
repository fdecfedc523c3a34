import { describe, expect, test } from "vitest";
import type { Dhis2Mapping } from "../../../src/contract/reportingTerms.ts";
import { dataValueSet, mappingProblems } from "../../../src/domain/reporting/dhis2.ts";

const KTL = "Ktl1234567a";
const MPT = "Mpt1234567a";
const members = {
  ...{ code: "members.registered", by: null, key: "", dataElement: "Elem123456a" },
  categoryOptionCombo: "",
} as const;
const mapping: Dhis2Mapping = {
  dataSet: "Set12345678",
  attributeOptionCombo: "",
  orgUnits: [
    { office: "KTL", orgUnit: KTL },
    { office: "MPT", orgUnit: MPT },
  ],
  elements: [members, { ...members, by: "ageBand", key: "18-24", categoryOptionCombo: "Comb123456a" }],
};

const told = (changes: Partial<Dhis2Mapping>, offices = ["KTL", "MPT"]) =>
  mappingProblems({ ...mapping, ...changes }, offices).map(({ problem, stops, office, code, key, uid }) =>
    [problem, stops ? "stops" : "notes", office, code, key, uid].filter((word) => word).join(" "),
  );

describe("A mapping to a DHIS2", () => {
  test("without a fault has no problem", () => {
    expect(told({})).toEqual([]);
  });

  test("needs a data set, and identifiers of eleven letters and digits that begin with a letter", () => {
    expect(told({ dataSet: "" })).toEqual(["dataSetMissing stops"]);
    expect(told({ dataSet: "1et12345678" })).toEqual(["uidWrong stops 1et12345678"]);
    expect(told({ attributeOptionCombo: "défaut" })).toEqual(["uidWrong stops défaut"]);
    expect(told({ elements: [{ ...members, dataElement: "" }] })).toEqual([
      "uidWrong stops members.registered",
    ]);
    expect(told({ elements: [{ ...members, categoryOptionCombo: "Comb" }] })).toEqual([
      "uidWrong stops members.registered Comb",
    ]);
  });

  test("may leave an office out, but not name one that is not there", () => {
    expect(told({ orgUnits: [{ office: "KTL", orgUnit: KTL }] })).toEqual(["orgUnitMissing notes MPT"]);
    expect(
      told({
        orgUnits: [
          { office: "KTL", orgUnit: KTL },
          { office: "MPT", orgUnit: "" },
        ],
      }),
    ).toEqual(["orgUnitMissing notes MPT"]);
    expect(told({}, ["KTL"])).toEqual([`officeUnknown stops MPT ${MPT}`]);
  });

  test("never sends two values to the same place", () => {
    expect(told({ elements: [members, { ...members, code: "members.joined" }] })).toEqual([
      "twice stops members.joined Elem123456a",
    ]);
    expect(
      told({
        orgUnits: [
          { office: "KTL", orgUnit: KTL },
          { office: "MPT", orgUnit: KTL },
        ],
      }),
    ).toEqual([`twice stops MPT ${KTL}`]);
  });
});

describe("The file for dataValueSets", () => {
  const [whole, band] = mapping.elements;
  if (whole === undefined || band === undefined) throw new Error("two elements");
  const at = (orgUnit: string, value = 12) => ({ orgUnit, element: whole, value });

  test("names the period as DHIS2 does, and every value by organisation unit, element and combination", () => {
    const values = [at(KTL), { orgUnit: MPT, element: band, value: 62.5 }];
    const set = { mapping: { ...mapping, attributeOptionCombo: "Attr123456a" }, month: "2026-10", values };
    expect(JSON.parse(dataValueSet({ ...set, completeOn: "2026-11-23" }))).toEqual({
      dataSet: "Set12345678",
      period: "202610",
      attributeOptionCombo: "Attr123456a",
      dataValues: [
        {
          dataElement: "Elem123456a",
          period: "202610",
          orgUnit: KTL,
          attributeOptionCombo: "Attr123456a",
          value: "12",
        },
        {
          dataElement: "Elem123456a",
          categoryOptionCombo: "Comb123456a",
          period: "202610",
          orgUnit: MPT,
          attributeOptionCombo: "Attr123456a",
          value: "62.5",
        },
      ],
    });
  });

  test("is said to be complete for one organisation unit only", () => {
    const set = { mapping, month: "2026-10", values: [at(KTL)] };
    expect(JSON.parse(dataValueSet({ ...set, completeOn: "2026-11-23" }))).toMatchObject({
      completeDate: "2026-11-23",
      orgUnit: KTL,
    });
    expect(dataValueSet({ ...set, completeOn: null })).not.toContain("completeDate");
  });
});
