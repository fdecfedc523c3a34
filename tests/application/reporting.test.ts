import { v7 } from "uuid";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type OperationName, operations } from "../../src/contract/index.ts";
import type { TestOffice } from "../support/office.ts";
import { makeHeadquarters } from "../support/roundTrip.ts";
import { register } from "../support/women.ts";
import { REPORTING, type ReportingName, type ReportingPrepared } from "./reportingRequests.ts";

let office: TestOffice;
let about: ReportingPrepared;

beforeAll(async () => {
  office = await makeHeadquarters({ shared: true });
  await register(office);
  office.clock.set("2027-01-05T08:15:00.000Z");
  const reportId = v7();
  const november = { kind: "activity", period: "2026-11", project: null } as const;
  await office.must("reporting.issue", { ...november, id: reportId });
  about = {
    ...{ month: "2026-11", nextMonth: "2026-12", year: 2026, reportId },
    mapping: {
      ...{ dataSet: "lyLU2wR22tC", attributeOptionCombo: "" },
      orgUnits: [{ office: "BKO", orgUnit: "O6uvpzGd5pu" }],
      elements: [
        {
          ...{ code: "members.registered", by: null, key: "" },
          ...{ dataElement: "f7n9E0hX8qk", categoryOptionCombo: "HllvX50cXC0" },
        },
      ],
    },
  };
});
afterAll(() => office.close());

/** In an order in which none spoils the next. */
const NAMES = Object.keys(REPORTING) as ReportingName[];

describe("a typical request for figures and reports", () => {
  test.each(NAMES)("%s is answered in the contract's shape", async (name) => {
    const value = await office.must(name as OperationName, REPORTING[name](about) as never);
    const parsed = operations.get(name)?.output.safeParse(value);
    expect(parsed?.error?.issues ?? []).toEqual([]);
  });

  test("is there for every operation", () => {
    const all = [...operations.keys()].filter((name) => name.startsWith("reporting."));
    expect(all.sort()).toEqual([...NAMES].sort());
  });

  test("leaves a healthy office behind", async () => {
    expect((await office.must("office.checkUp", {})).faults).toEqual([]);
  });
});
