import { describe, expect, test } from "vitest";
import {
  correctionsOf,
  notTold,
  reportsUpTo,
  standingReports,
} from "../../../src/domain/reporting/corrections.ts";
import { pdfText } from "../../documents/poppler.ts";
import { content } from "../../documents/reportingSamples.ts";
import { register } from "../../support/women.ts";
import { record } from "../cashbook/book.ts";
import { draftOf, issue, makeLivedOffice } from "./issued.ts";
import { on } from "./lived.ts";

describe("what arrives after a report was issued", () => {
  test("is told beside the issued figure, which stays", async () => {
    const office = await makeLivedOffice();
    const { id } = await issue(office);
    const before = await office.must("reporting.report", { id });
    expect(before.corrections).toEqual([]);
    await record(office, { amount: 12_000, datedOn: "2026-11-20", account: "transport" });
    const after = await office.must("reporting.report", { id });
    expect(after.content).toEqual(before.content);
    const expense = before.content.figures.find(({ code }) => code === "cashbook.expense")?.now.value ?? 0;
    const about = { reportId: id, number: "KTL-R00001", period: "2026-11" };
    expect(after.corrections).toEqual(
      expect.arrayContaining([
        { ...about, code: "cashbook.expense", key: null, label: null, was: expense, is: expense + 12_000 },
        expect.objectContaining({ ...about, code: "cashbook.expense", key: "transport", was: 0, is: 12_000 }),
      ]),
    );
    expect(after.corrections.some(({ code }) => code.startsWith("members."))).toBe(false);
  });

  test("is a correction in the next report of the kind, and told once", async () => {
    const office = await makeLivedOffice();
    await issue(office, { period: "2026-10" });
    await record(office, { amount: 4_000, datedOn: "2026-10-20", account: "transport" });
    const told = (await draftOf(office)).content.corrections;
    expect(told.map(({ number, code, key }) => [number, code, key])).toEqual(
      expect.arrayContaining([
        ["KTL-R00001", "cashbook.expense", null],
        ["KTL-R00001", "cashbook.expense", "transport"],
      ]),
    );
    const november = await issue(office);
    expect(pdfText((await office.must("reporting.print", { id: november.id })).bytes)).toContain(
      "KTL-R00001 oct. 2026 Dépenses",
    );
    await on(office, "2026-12-31");
    expect((await draftOf(office, { period: "2026-12" })).content.corrections).toEqual([]);
    await record(office, { amount: 500, datedOn: "2026-10-21", account: "transport" });
    const again = (await draftOf(office, { period: "2026-12" })).content.corrections;
    // What stood in the cash boxes at November's end is another sum, too.
    expect(again.map(({ number, code, key }) => `${number} ${code} ${key ?? ""}`.trim())).toEqual(
      expect.arrayContaining(["KTL-R00001 cashbook.expense transport", "KTL-R00002 cashbook.balance"]),
    );
    // Another kind of report has corrections of its own.
    expect((await draftOf(office, { kind: "notice", period: "2026" })).content.corrections).toEqual([]);
  });

  test("is told again by the report that replaces the one which told it", async () => {
    const office = await makeLivedOffice();
    await issue(office, { period: "2026-10" });
    await record(office, { amount: 4_000, datedOn: "2026-10-20", account: "transport" });
    await issue(office);
    await record(office, { amount: 700, datedOn: "2026-11-21" });
    const numbers = (await draftOf(office)).content.corrections.map(({ number }) => number);
    expect(new Set(numbers)).toEqual(new Set(["KTL-R00001", "KTL-R00002"]));
  });

  test("stands as a correction in the report that replaces it", async () => {
    const office = await makeLivedOffice();
    await issue(office);
    await register(office, { surname: "Tardive", joinedOn: "2026-11-10" });
    const second = await issue(office);
    const { content: rectified, corrections } = await office.must("reporting.report", { id: second.id });
    expect(corrections).toEqual([]);
    expect(rectified.corrections.map(({ number, code }) => [number, code])).toEqual(
      expect.arrayContaining([["KTL-R00001", "members.joined"]]),
    );
  });
});

describe("the rule of corrections", () => {
  const issued = { reportId: "r", number: "KTL-R00004", content: content("activity", "fr") };

  test("says nothing where nothing changed", () => {
    expect(correctionsOf(issued, issued.content)).toEqual([]);
  });

  test("leaves out what is hidden, then or now, and what cannot be read any more", () => {
    const masked = { value: null, masked: true };
    const hidden = issued.content.figures.map((figure) => ({ ...figure, now: masked }));
    expect(correctionsOf(issued, { figures: hidden, tables: [] })).toEqual([]);
    const shown = issued.content.figures.map((figure) => ({ ...figure, now: { value: 77, masked: false } }));
    const codes = correctionsOf(issued, { figures: shown, tables: [] }).map(({ code }) => code);
    const open = issued.content.figures.filter(({ now }) => !now.masked && now.value !== 77);
    expect(codes).toEqual(open.map(({ code }) => code));
  });

  test("counts a group that is new, or gone, from and to nought", () => {
    const [table, ...others] = issued.content.tables;
    const [first] = table?.rows ?? [];
    if (table === undefined || first === undefined) throw new Error("a table with a row");
    const rows = [{ ...first, key: "another", cells: [{ value: 3, masked: false }] }, ...table.rows.slice(1)];
    const found = correctionsOf(issued, { figures: [], tables: [{ ...table, rows }, ...others] });
    expect(found.map(({ key, was, is }) => [key, was, is])).toEqual([
      [first.key, first.cells[0]?.value, 0],
      ["another", 0, 3],
    ]);
  });

  test("looks at the last report of each period, within the fiscal year, up to the period", () => {
    const report = (period: string, name: string) => ({ key: { period }, name });
    const all = [
      ...[report("2025-12", "a"), report("2026-01", "b"), report("2026-02", "c"), report("2026-01", "d")],
      ...[report("2026-Q1", "e"), report("2026-03", "f")],
    ];
    expect(standingReports(all).map(({ name }) => name)).toEqual(["a", "d", "c", "e", "f"]);
    expect(reportsUpTo(all, "2026-02", 1).map(({ name }) => name)).toEqual(["d", "c"]);
    expect(reportsUpTo(all, "2026-Q1", 1).map(({ name }) => name)).toEqual(["d", "c", "e", "f"]);
    expect(reportsUpTo(all, "2026-01", 7).map(({ name }) => name)).toEqual(["a", "d"]);
  });

  test("tells a value once, and a newer one again", () => {
    const [one] = correctionsOf(issued, {
      figures: issued.content.figures.map((figure) => ({ ...figure, now: { value: 77, masked: false } })),
      tables: [],
    });
    if (one === undefined) throw new Error("a correction");
    expect(notTold([one], [one])).toEqual([]);
    expect(notTold([{ ...one, is: 78 }], [one])).toHaveLength(1);
  });
});
