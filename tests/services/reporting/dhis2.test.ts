import { describe, expect, test } from "vitest";
import type { Dhis2Mapping } from "../../../src/contract/reportingTerms.ts";
import { refusal } from "../../support/office.ts";
import { KOUTIALA, MOPTI, makeAntenna, makeEnrolled, receive, send } from "../../support/roundTrip.ts";
import { register } from "../../support/women.ts";
import { makeSiege } from "../headquarters/siege.ts";
import { monthOf, womenOf } from "./checkedWomen.ts";

const MONTH = "2026-10";
const element = (
  code: string,
  dataElement: string,
  changes: Partial<Dhis2Mapping["elements"][number]> = {},
) => ({
  ...{ code, by: null, key: "", dataElement, categoryOptionCombo: "" },
  ...changes,
});
const mapping: Dhis2Mapping = {
  dataSet: "Set12345678",
  attributeOptionCombo: "",
  orgUnits: [
    { office: "BKO", orgUnit: "Bko12345678" },
    { office: "KTL", orgUnit: "Ktl12345678" },
  ],
  elements: [
    element("members.registered", "Memb1234567"),
    element("insurance.checkups", "Chec1234567"),
    element("insurance.checkups", "Chec1234567", {
      ...{ by: "ageBand", key: "55+", categoryOptionCombo: "Old12345678" },
    }),
    element("insurance.lossRatio", "Loss1234567"),
  ],
};

async function national() {
  const hq = await makeSiege();
  const koutiala = await makeEnrolled(hq, KOUTIALA);
  await register(koutiala, { joinedOn: "2026-09-01" });
  const women = await womenOf(koutiala);
  monthOf(koutiala, women, "2026-10-12", { young: 9, middle: 8, old: 2 });
  await receive(hq, await send(koutiala));
  return hq;
}

const words = (problems: readonly object[]) =>
  problems.map((problem) =>
    Object.values(problem)
      .filter((word) => word !== null && word !== "")
      .join(" "),
  );

describe("DHIS2", () => {
  test("gets a month’s values of each mapped office; small counts are left out and named", async () => {
    const hq = await national();
    const { values, problems } = await hq.must("reporting.checkDhis2", { month: MONTH, mapping });
    expect(values.map(({ office, code, key, value }) => `${office} ${code} ${key} ${value}`)).toEqual([
      "BKO members.registered  0",
      "KTL members.registered  1",
      "KTL insurance.checkups  19",
    ]);
    expect(words(problems)).toEqual([
      "masked false BKO insurance.checkups",
      "masked false BKO insurance.checkups 55+",
      "noValue false BKO insurance.lossRatio",
      "masked false KTL insurance.checkups 55+",
      "noValue false KTL insurance.lossRatio",
    ]);
    const file = await hq.must("reporting.exportDhis2", { month: MONTH, mapping });
    expect(file.fileName).toBe("BKO-dhis2-2026-10.json");
    const json = JSON.parse(new TextDecoder().decode(file.bytes));
    expect(json).toMatchObject({ dataSet: "Set12345678", period: "202610" });
    expect(
      json.dataValues.map(({ orgUnit, value }: Record<string, string>) => `${orgUnit} ${value}`),
    ).toEqual(["Bko12345678 0", "Ktl12345678 1", "Ktl12345678 19"]);
    const trail = hq.call.office.reader.all("SELECT action, reference, rows FROM audit_event");
    expect(trail).toContainEqual({ action: "exportDhis2", reference: MONTH, rows: 3 });
  });

  test("is written nothing while the mapping is wrong, and nothing of a month that is not over", async () => {
    const hq = await national();
    await makeEnrolled(hq, MOPTI);
    const wrong = {
      ...mapping,
      elements: [
        element("members.unheard", "Unhe1234567"),
        element("members.registered", "Memb1234567", { by: "ageBand", key: "90+" }),
        element("members.registered", "Memb1234568", { by: "office", key: "KTL" }),
      ],
    };
    const { problems } = await hq.must("reporting.checkDhis2", { month: MONTH, mapping: wrong });
    expect(words(problems)).toEqual([
      "orgUnitMissing false MPT",
      "indicatorUnknown true members.unheard",
      "breakdownUnknown true members.registered 90+",
      "breakdownUnknown true members.registered KTL",
    ]);
    expect(await hq.refused("reporting.exportDhis2", { month: MONTH, mapping: wrong })).toBe(
      refusal("dhis2.stopped"),
    );
    expect(await hq.refused("reporting.exportDhis2", { month: "2026-11", mapping })).toBe(
      refusal("reporting.notOver", "month"),
    );
    expect(await hq.refused("reporting.checkDhis2", { month: "2026-12", mapping })).toBe(
      refusal("reporting.periodAhead", "month"),
    );
    const running = await hq.must("reporting.checkDhis2", { month: "2026-11", mapping });
    expect(words(running.problems)).toContain("incomplete false KTL");
    expect(
      hq.call.office.reader.number("SELECT count(*) FROM audit_event WHERE action = 'exportDhis2'"),
    ).toBe(0);
  });

  test("is told by the mapping that was saved, finished or not", async () => {
    const hq = await national();
    expect(await hq.refused("reporting.exportDhis2", { month: MONTH })).toBe(refusal("dhis2.nothingMapped"));
    const begun = { ...mapping, dataSet: "" };
    await hq.must("reporting.saveDhis2Mapping", begun);
    expect(await hq.must("reporting.dhis2Mapping", {})).toEqual(begun);
    expect(await hq.refused("reporting.exportDhis2", { month: MONTH })).toBe(refusal("dhis2.stopped"));
    await hq.must("reporting.saveDhis2Mapping", mapping);
    const file = await hq.must("reporting.exportDhis2", { month: MONTH });
    expect(file.mediaType).toBe("application/json");
  });

  test("is headquarters’ alone", async () => {
    const antenna = await makeAntenna(KOUTIALA);
    for (const name of ["reporting.checkDhis2", "reporting.exportDhis2"] as const)
      expect(await antenna.refused(name, { month: MONTH })).toBe(refusal("headquarters.notHere"));
    expect(await antenna.refused("reporting.dhis2Mapping", {})).toBe(refusal("headquarters.notHere"));
  });
});
