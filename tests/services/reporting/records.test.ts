import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { IndicatorRecords } from "../../../src/contract/reportingViews.ts";
import { INDICATORS } from "../../../src/domain/reporting/catalogue/catalogue.ts";
import { evaluate } from "../../../src/domain/reporting/formulas.ts";
import type { Indicator } from "../../../src/domain/reporting/indicator.ts";
import { makeTestOffice, refusal, type TestOffice } from "../../support/office.ts";
import { signInAs } from "../insurance/enrolled.ts";
import { figuresOf, live, on, payOpenClaim, recordsOf, wholeOf } from "./lived.ts";

let office: TestOffice;
beforeAll(async () => {
  office = await makeTestOffice({ shared: true });
  await live(office);
});
afterAll(() => office.close());

const sumOf = ({ rows }: IndicatorRecords, part: "counted" | "base") =>
  rows.filter((row) => row.part === part).reduce((sum, { value }) => sum + value, 0);

/** The figure that the records alone make. */
function figureOf({ formula }: Indicator, records: IndicatorRecords): number | null {
  if (formula.kind === "sum") return sumOf(records, "counted");
  return evaluate({ ...formula, part: "counted", of: "base" }, (part) =>
    sumOf(records, part === "counted" ? "counted" : "base"),
  );
}

describe("the records behind a figure", () => {
  test.each(INDICATORS.map((indicator) => [indicator.code, indicator] as const))(
    "add up to %s, whole and group by group",
    async (code, indicator) => {
      for (const by of [null, ...indicator.breakdowns.filter((one) => one !== "month")]) {
        const { rows, columns } = await figuresOf(office, { codes: [code], by, period: "2026-Q4" });
        for (const { key, label, cells } of rows) {
          const about = { code, period: columns[0]?.name ?? "", by: label === null ? null : by, key };
          const records = await recordsOf(office, about);
          expect(records.figure, `${code} ${by} ${key}`).toBe(cells[0]?.value);
          expect(figureOf(indicator, records), `${code} ${by} ${key}`).toBe(records.figure);
          expect(records.records).toBe(records.rows.length);
        }
      }
    },
  );

  test("add up to the reserve too, once the fund shrinks", async () => {
    const here = await makeTestOffice();
    await live(here);
    await on(here, "2027-11-10");
    await payOpenClaim(here, 300);
    await on(here, "2027-12-05");
    const code = "insurance.reserveMonths";
    const indicator = INDICATORS.find((one) => one.code === code);
    if (indicator === undefined) throw new Error("the reserve is an indicator");
    const records = await recordsOf(here, { code, period: "2027-12" });
    expect(records.figure).toBeGreaterThan(10);
    expect(figureOf(indicator, records)).toBe(records.figure);
    expect(records.rows.some(({ value }) => value < 0)).toBe(true);
  });

  test("of a month that is none are refused", async () => {
    for (const key of ["abcd", "2026", "2026-Q4", "2026-13"])
      expect(
        await office.refused("reporting.records", {
          ...{ code: "members.joined", period: "2026-Q4", by: "month", key, offset: 0, limit: 50 },
        }),
      ).toBe(refusal("request.invalid", "key"));
  });

  test("name numbers only, with a link to the record's page", async () => {
    const { rows } = await recordsOf(office, { code: "members.registered" });
    for (const { label, link, id } of rows) {
      expect(label).toMatch(/^KTL-\d{5}-\d$/);
      expect(link).toEqual({ to: "member", id });
    }
    const sold = await recordsOf(office, { code: "cards.sold" });
    expect(sold.rows.map(({ label, link }) => [label.slice(0, 9), link?.to])).toEqual(
      Array(5).fill(["KTL-2026-", "voucher"]),
    );
    const everything = JSON.stringify(
      await Promise.all(INDICATORS.map(({ code }) => recordsOf(office, { code }))),
    );
    expect(everything).not.toMatch(/Traoré|Femmea|Renouvelée|Suspendue|Fatoumata/);
  });

  test("come page by page, and tell how many there are and what they add up to in all", async () => {
    const all = await recordsOf(office, { code: "cards.income" });
    const pages = await Promise.all(
      [0, 3, 6, 9].map((offset) => recordsOf(office, { code: "cards.income", offset, limit: 3 })),
    );
    expect(pages.flatMap(({ rows }) => rows)).toEqual(all.rows);
    for (const { records, figure } of pages) expect([records, figure]).toEqual([8, 13_500]);
  });

  test("of a month of a quarter are the month's", async () => {
    const about = { code: "members.joined", period: "2026-Q4", by: "month" } as const;
    expect((await recordsOf(office, { ...about, key: "2026-11" })).figure).toBe(3);
    expect((await recordsOf(office, { ...about, key: "2026-10" })).figure).toBe(0);
  });

  test("go as far as the reader's role: no figure that she may not read, no link to a page that she may not open", async () => {
    const here = await makeTestOffice();
    await live(here);
    const income = (await wholeOf(here))["cards.income"];
    await signInAs(here, "trainer");
    const asked = { period: "2026-11", by: null, key: "", offset: 0, limit: 10 };
    expect(await here.refused("reporting.records", { ...asked, code: "cards.income" })).toBe(
      refusal("reporting.notForYou", "code"),
    );
    await here.must("access.lock", {});
    await here.signIn();
    await signInAs(here, "accountant");
    const issued = await recordsOf(here, { code: "cards.issued" });
    expect(issued.figure).toBe(7);
    expect(issued.rows.map(({ link }) => link)).toEqual(Array(7).fill(null));
    expect((await recordsOf(here, { code: "cards.income" })).figure).toBe(income);
  });

  test("are refused where there is no such figure", async () => {
    const asked = { code: "members.left", period: "2026-11", by: null, key: "", offset: 0, limit: 10 };
    const refused = (changes: object) => office.refused("reporting.records", { ...asked, ...changes });
    expect(await refused({ code: "members.nothing" })).toBe(refusal("reporting.indicatorUnknown", "code"));
    expect(await refused({ by: "donor" })).toBe(refusal("reporting.breakdownUnknown", "by"));
    expect(await refused({ period: "2027" })).toBe(refusal("reporting.periodAhead", "period"));
    expect(await refused({ office: "all" })).toBe(refusal("headquarters.notHere", "office"));
  });
});
