import { describe, expect, test } from "vitest";
import type { Breakdown, ReportedSpan } from "../../../src/contract/reportingTerms.ts";
import { spanOf } from "../../../src/domain/reporting/periods.ts";
import { placeOf } from "../../../src/services/reporting/engineAccess.ts";
import {
  type Masks,
  maskReportTable,
  masksOf,
  maskTable,
} from "../../../src/services/reporting/maskedFigures.ts";
import { makeTestOffice, type TestOffice, TODAY } from "../../support/office.ts";
import { KOUTIALA, makeEnrolled, receive, send } from "../../support/roundTrip.ts";
import { register } from "../../support/women.ts";
import { makeSiege } from "../headquarters/siege.ts";
import { checkUps, monthOf, womenOf } from "./checkedWomen.ts";

const CODE = "insurance.checkups";
const span = (name: string): ReportedSpan => spanOf(name, TODAY, 1);

function masksAt(office: TestOffice, of = office.call.office.code): Masks {
  const place = placeOf(office.call, of);
  if (!place.ok) throw new Error(place.refusal.code);
  return masksOf(place.value);
}

const at = (name: string, by: Breakdown | null = null, key = "") => ({
  code: CODE,
  span: span(name),
  by,
  key,
});

/** Two old women in August and few of any age in September; enough of all in July and October. */
async function checked(office: TestOffice): Promise<void> {
  const women = await womenOf(office);
  monthOf(office, women, "2026-07-14", { young: 9, middle: 8, old: 6 });
  monthOf(office, women, "2026-08-11", { young: 20, middle: 7, old: 2 });
  monthOf(office, women, "2026-09-11", { young: 1, middle: 1, old: 1 });
  monthOf(office, women, "2026-10-12", { young: 9, middle: 8, old: 6 });
}

describe("A sensitive figure that leaves the office", () => {
  test("is hidden where it is small, and where a small one could be worked out by it", async () => {
    const office = await makeTestOffice();
    await checked(office);
    const masks = masksAt(office);
    expect(masks.shown(at("2026-08"), 29)).toEqual({ value: 29, masked: false });
    expect(masks.shown(at("2026-08", "ageBand", "55+"), 2)).toEqual({ value: null, masked: true });
    expect(masks.shown(at("2026-09"), 3)).toEqual({ value: null, masked: true });
    const { rows } = await office.must("reporting.indicators", {
      ...{ codes: [CODE], from: "2026-08", to: "2026-08", by: "ageBand" },
    });
    const bands = rows.filter(({ label }) => label !== null);
    const hidden = bands.filter(({ key }) => masks.hides(at("2026-08", "ageBand", key)));
    const left = hidden.reduce((all, { cells }) => all + (cells[0]?.value ?? 0), 0);
    expect(left).toBeGreaterThanOrEqual(5);
    // The quarter less July and August would be September.
    expect(masks.hides(at("2026-Q3"))).toBe(true);
  });

  test("is hidden while its period is not over", async () => {
    const office = await makeTestOffice();
    await checked(office);
    const masks = masksAt(office);
    for (const name of ["2026-11", "2026-Q4", "2026"]) expect(masks.hides(at(name)), name).toBe(true);
    // Another office's third quarter may be other months.
    const q3 = { ...span("2026-Q3"), from: "2026-10-01", to: "2026-12-31" };
    expect(masks.hides({ ...at("2026-Q3"), span: q3 })).toBe(true);
    expect(masks.hides(at("2026-07"))).toBe(false);
    expect(masks.hides({ ...at("2026-07"), span: { ...span("2026-07"), to: "2026-07-30" } })).toBe(true);
    expect(masks.hides({ ...at("2026-10"), code: "members.registered" })).toBe(false);
    expect(masks.hides({ ...at("2026-11"), code: "cashbook.income" })).toBe(false);
  });

  test("takes its francs with it", async () => {
    const office = await makeTestOffice();
    await checked(office);
    const masks = masksAt(office);
    for (const code of ["insurance.claimsAsked", "insurance.claimsGranted", "insurance.carePaid"])
      expect(masks.shown({ ...at("2026-10"), code }, 120_000), code).toEqual({ value: null, masked: true });
  });

  test("is hidden in a table with every group that there is, counted or not", async () => {
    const office = await makeTestOffice();
    await checked(office);
    const asked = { codes: [CODE], from: "2026-10", to: "2026-10", by: "ageBand" as const };
    const table = await office.must("reporting.indicators", asked);
    const only = table.rows.filter(({ key }) => key === "" || key === "55+");
    const masked = maskTable(masksAt(office), { ...table, rows: only });
    expect(masked.rows.map(({ key }) => key)).toEqual(["", "55+", "18-24", "25-34", "35-44", "45-54"]);
    for (const { cells } of masked.rows)
      for (const { value, masked: isMasked } of cells)
        expect(isMasked ? value === null : (value ?? 0) >= 5).toBe(true);
    const report = maskReportTable(
      masksAt(office),
      {
        ...{ code: CODE, by: "ageBand", columns: ["2026-08"] },
        rows: [{ key: "55+", label: { fr: "", en: "" }, cells: [{ value: 2, masked: false }] }],
        totals: [{ value: 29, masked: false }],
      },
      [span("2026-08")],
    );
    expect(report.rows.map(({ cells }) => cells[0]?.masked)).toEqual(report.rows.map(() => true));
    expect(report.totals).toEqual([{ value: 29, masked: false }]);
  });

  test("has no line of its own in a table for a group that is not always there", async () => {
    const office = await makeTestOffice();
    const { member } = await register(office, { birth: null });
    await checked(office);
    checkUps(office, member.id, "2026-10-13", 1);
    const asked = { codes: [CODE], from: "2026-10", to: "2026-10", by: "ageBand" as const };
    const table = await office.must("reporting.indicators", asked);
    expect(table.rows.map(({ key }) => key)).toContain("unknown");
    const keys = maskTable(masksAt(office), table).rows.map(({ key }) => key);
    expect(keys).toEqual(["", "18-24", "25-34", "35-44", "45-54", "55+"]);
    const line = { key: "unknown", label: { fr: "", en: "" }, cells: [{ value: 1, masked: false }] };
    const about = { code: CODE, by: "ageBand" as const, columns: ["2026-10"], rows: [line], totals: [] };
    const report = maskReportTable(masksAt(office), about, [span("2026-10")]);
    expect(report.rows.map(({ key }) => key)).toEqual(keys.slice(1));
  });

  test("of all offices is hidden while it would tell one office’s small count", async () => {
    const hq = await makeSiege();
    const koutiala = await makeEnrolled(hq, KOUTIALA);
    await checked(koutiala);
    await receive(hq, await send(koutiala));
    const women = await womenOf(hq);
    for (const day of ["2026-07-15", "2026-08-15", "2026-09-15"])
      monthOf(hq, women, day, { young: 10, middle: 12, old: 11 });
    const masks = masksAt(hq, "all");
    expect(masks.hides({ ...at("2026-09"), by: "office", key: "KTL" })).toBe(true);
    expect(masks.hides({ ...at("2026-09"), by: "office", key: "BKO" })).toBe(false);
    expect(masks.hides(at("2026-07"))).toBe(false);
    expect(masks.hides(at("2026-09"))).toBe(true);
    // An office hides the same wherever its figures are made.
    const own = masksAt(koutiala);
    for (const name of ["2026-08", "2026-09", "2026-10", "2026-Q3"])
      expect(masks.hides({ ...at(name), by: "office", key: "KTL" }), name).toBe(own.hides(at(name)));
  });
});
