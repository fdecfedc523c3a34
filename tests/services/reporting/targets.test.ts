import { v7 } from "uuid";
import { describe, expect, test } from "vitest";
import type { IndicatorTable, IndicatorTarget } from "../../../src/contract/reportingViews.ts";
import { makeTestOffice, refusal, type TestOffice } from "../../support/office.ts";
import {
  answerTo,
  KOUTIALA,
  MOPTI,
  makeEnrolled,
  makeHeadquarters,
  receive,
  send,
} from "../../support/roundTrip.ts";
import { signInAs } from "../insurance/enrolled.ts";
import { figuresOf } from "./lived.ts";

const YEAR = 2026;

function save(office: TestOffice, code: string, value: number | null, forOffice = office.call.office.code) {
  return office.must("reporting.saveTarget", { id: v7(), forOffice, year: YEAR, code, value });
}

const refused = (office: TestOffice, changes: object) =>
  office.refused("reporting.saveTarget", {
    ...{ id: v7(), forOffice: office.call.office.code, year: YEAR, code: "members.joined", value: 10 },
    ...changes,
  });

const words = (targets: readonly IndicatorTarget[]) =>
  targets.map(({ office, forOffice, code, value }) => `${office}→${forOffice} ${code} ${value}`);

const targetOf = ({ rows }: IndicatorTable, code: string) => rows.find((row) => row.code === code)?.target;

describe("targets", () => {
  test("are of a fiscal year: shared out where the figure flows, the same all year where it stands", async () => {
    const office = await makeTestOffice();
    await save(office, "members.joined", 120);
    expect(words(await save(office, "members.upToDateRate", 80))).toEqual([
      "KTL→KTL members.joined 120",
      "KTL→KTL members.upToDateRate 80",
    ]);
    const month = await figuresOf(office, { period: "2026-11" });
    expect([targetOf(month, "members.joined"), targetOf(month, "members.upToDateRate")]).toEqual([10, 80]);
    const quarter = await figuresOf(office, { period: "2026-Q4" });
    expect([targetOf(quarter, "members.joined"), targetOf(quarter, "members.upToDateRate")]).toEqual([
      30, 80,
    ]);
    expect(targetOf(await figuresOf(office, { period: "2025" }), "members.joined")).toBeNull();
    expect(targetOf(month, "members.left")).toBeNull();
    expect((await office.must("reporting.dashboard", { period: "2026" })).figures).toContainEqual(
      expect.objectContaining({ code: "members.joined", target: 120 }),
    );
  });

  test("are changed and taken away, and one set twice is one", async () => {
    const office = await makeTestOffice();
    await save(office, "members.joined", 120);
    expect(words(await save(office, "members.joined", 60))).toEqual(["KTL→KTL members.joined 60"]);
    expect(await save(office, "members.joined", null)).toEqual([]);
    expect(await save(office, "cards.sold", null)).toEqual([]);
    expect(words(await save(office, "members.joined", 24))).toEqual(["KTL→KTL members.joined 24"]);
    expect(await office.must("reporting.targets", { year: 2027 })).toEqual([]);
  });

  test("of the classes are those of literacy's own page, not a second set", async () => {
    const office = await makeTestOffice();
    await save(office, "literacy.attendanceRate", 82.5);
    const about = { id: v7(), year: YEAR, indicator: "enrolled", value: 40 } as const;
    await office.must("literacy.saveTarget", about);
    const kept = await office.must("literacy.targets", { year: YEAR });
    expect(kept.map(({ indicator, value }) => [indicator, value])).toEqual([
      ["attendanceRate", 8_250],
      ["enrolled", 40],
    ]);
    expect(words(await office.must("reporting.targets", { year: YEAR }))).toEqual([
      "KTL→KTL literacy.attendanceRate 82.5",
      "KTL→KTL literacy.enrolled 40",
    ]);
    await save(office, "literacy.enrolled", null);
    expect(words(await office.must("reporting.targets", { year: YEAR }))).toHaveLength(1);
  });

  test("of others are not an office's to set, nor those of an indicator that has none", async () => {
    const office = await makeTestOffice();
    expect(await refused(office, { forOffice: "MPT" })).toBe(
      refusal("reporting.targetForOthers", "forOffice"),
    );
    expect(await refused(office, { forOffice: "all" })).toBe(
      refusal("reporting.targetForOthers", "forOffice"),
    );
    expect(await refused(office, { code: "members.left" })).toBe(
      refusal("reporting.indicatorUnknown", "code"),
    );
    expect(await refused(office, { code: "members.no" })).toBe(refusal("reporting.indicatorUnknown", "code"));
    expect(await office.refused("reporting.targets", { year: YEAR, office: "all" })).toBe(
      refusal("headquarters.notHere", "office"),
    );
    await signInAs(office, "secretary");
    expect(await refused(office, {})).toBe("access.forbidden");
  });

  test("that headquarters sets come with its answer, stand before the office's own, and go when it takes them away", async () => {
    const hq = await makeHeadquarters();
    const koutiala = await makeEnrolled(hq, KOUTIALA);
    const mopti = await makeEnrolled(hq, MOPTI);
    await save(koutiala, "members.joined", 10);
    await save(koutiala, "cards.sold", 50);
    await save(koutiala, "literacy.enrolled", 20);
    await save(hq, "members.joined", 30, "KTL");
    await save(hq, "literacy.enrolled", 25, "KTL");
    await save(hq, "members.joined", 99, "MPT");
    await save(hq, "members.joined", 400, "all");
    expect(await refused(hq, { forOffice: "XYZ" })).toBe(refusal("reporting.officeUnknown", "forOffice"));
    await receive(hq, await send(koutiala), await send(mopti));
    const ktl = ["KTL→KTL cards.sold 50", "BKO→KTL literacy.enrolled 25", "BKO→KTL members.joined 30"];
    expect(words(await hq.must("reporting.targets", { year: YEAR, office: "KTL" }))).toEqual(ktl);
    expect(words(await hq.must("reporting.targets", { year: YEAR, office: "all" }))).toEqual([
      "BKO→all members.joined 400",
    ]);
    expect(await hq.must("reporting.targets", { year: YEAR })).toEqual([]);
    await answerTo(hq, koutiala);
    await answerTo(hq, mopti);
    expect(words(await koutiala.must("reporting.targets", { year: YEAR }))).toEqual(ktl);
    expect(words(await mopti.must("reporting.targets", { year: YEAR }))).toEqual([
      "BKO→MPT members.joined 99",
    ]);
    expect(targetOf(await figuresOf(koutiala, { period: "2026" }), "members.joined")).toBe(30);
    expect(await refused(koutiala, {})).toBe(refusal("reporting.targetOfHeadquarters", "value"));
    await save(hq, "members.joined", null, "KTL");
    await answerTo(hq, koutiala);
    expect(words(await koutiala.must("reporting.targets", { year: YEAR }))).toEqual([
      ...["KTL→KTL cards.sold 50", "BKO→KTL literacy.enrolled 25", "KTL→KTL members.joined 10"],
    ]);
    expect(words(await save(koutiala, "members.joined", 12))).toContain("KTL→KTL members.joined 12");
  });
});
