import { v7 } from "uuid";
import { describe, expect, test, vi } from "vitest";
import { sha256Hex } from "../../../src/crypto/digests.ts";
import { readReportFile } from "../../../src/data/reporting/reports.ts";
import { pdfInfo, pdfText } from "../../documents/poppler.ts";
import { makeTestOffice, openDesk, refusal, type TestOffice } from "../../support/office.ts";
import { register } from "../../support/women.ts";
import { receive as receiveMoney, record } from "../cashbook/book.ts";
import { signInAs } from "../insurance/enrolled.ts";
import { draftOf, issue, issueRefused, keyOf, makeLivedOffice, saveProject } from "./issued.ts";
import { on } from "./lived.ts";

async function december(): Promise<TestOffice> {
  const office = await makeTestOffice();
  await register(office);
  await on(office, "2026-12-01");
  return office;
}

const print = (office: TestOffice, id: string) => office.must("reporting.print", { id });

describe("issuing a report", () => {
  test("gives it the next number and keeps its paper with its digest", async () => {
    const office = await makeLivedOffice();
    const november = await issue(office);
    expect(november).toMatchObject({
      ...{ office: "KTL", number: "KTL-R00001", kind: "activity", period: "2026-11", project: null },
      ...{ issuedOn: "2026-12-01", issuedBy: "Awa Sissoko", kept: true, rectifiedBy: null },
    });
    const october = await issue(office, { period: "2026-10" });
    expect(october.number).toBe("KTL-R00002");
    const file = await print(office, november.id);
    expect(file).toMatchObject({ fileName: "KTL-R00001-2026-11.pdf", mediaType: "application/pdf" });
    expect(sha256Hex(file.bytes)).toBe(november.sha256);
    const text = pdfText(file.bytes);
    for (const words of ["KTL-R00001", "Novembre 2026", "Établi par", "Awa Sissoko", "01/12/2026"])
      expect(text).toContain(words);
    expect(text).not.toContain("PROJET");
    const listed = await office.must("reporting.reports", {});
    expect(listed.map(({ number }) => number)).toEqual(["KTL-R00002", "KTL-R00001"]);
  });

  test("refuses a period that is not over, and one that has not begun", async () => {
    const office = await december();
    expect(await issueRefused(office, { period: "2026-12" })).toBe(refusal("reporting.notOver", "period"));
    expect(await issueRefused(office, { period: "2026-Q4" })).toBe(refusal("reporting.notOver", "period"));
    expect(await issueRefused(office, { period: "2027-01" })).toBe(
      refusal("reporting.periodAhead", "period"),
    );
    await on(office, "2026-12-31");
    expect((await issue(office, { period: "2026-12" })).number).toBe("KTL-R00001");
  });

  test("refuses what is no report: a consolidated one of an antenna, a donor's of no project, a quarter's notice", async () => {
    const office = await december();
    const refused = (changes: Parameters<typeof keyOf>[0]) =>
      office.refused("reporting.draft", keyOf(changes));
    expect(await refused({ kind: "consolidated" })).toBe(refusal("reporting.atHeadquarters", "kind"));
    expect(await refused({ kind: "donor" })).toBe(refusal("reporting.projectMissing", "project"));
    expect(await refused({ kind: "donor", project: "AUCUN" })).toBe(
      refusal("reporting.projectUnknown", "project"),
    );
    expect(await refused({ kind: "notice", period: "2026-Q3" })).toBe(
      refusal("reporting.periodKind", "period"),
    );
    expect(await refused({ project: "EAU" })).toBe(refusal("request.invalid", "project"));
  });

  test("of the same figures and words is refused by the number it has", async () => {
    const office = await december();
    await issue(office);
    const again = await office.ask("reporting.issue", { ...keyOf(), id: v7() });
    expect(again).toMatchObject({
      ok: false,
      refusal: { code: "reporting.unchanged", values: { number: "KTL-R00001" } },
    });
    await office.must("reporting.saveText", { ...keyOf(), section: "summary", text: "Un mot de plus." });
    expect((await issue(office)).number).toBe("KTL-R00002");
  });

  test("twice by the same request (a double click) issues once", async () => {
    const office = await december();
    const about = { ...keyOf(), id: v7() };
    const first = await office.must("reporting.issue", about);
    expect(await office.must("reporting.issue", about)).toEqual(first);
    expect(await office.must("reporting.reports", {})).toHaveLength(1);
  });

  test("that is refused or cannot be drawn leaves no number used and no record", async () => {
    const office = await december();
    await issue(office);
    expect(await issueRefused(office)).toBe(refusal("reporting.unchanged"));
    const { id } = await office.must("reporting.issue", { ...keyOf({ period: "2026-10" }), id: v7() });
    expect(await office.refused("reporting.issue", { ...keyOf({ period: "2026-09" }), id })).toBe(
      refusal("request.invalid", "id"),
    );
    const { world } = office.call;
    const fonts = vi.spyOn(world, "fonts").mockImplementation(() => {
      throw new Error("the disk is gone");
    });
    office.defectsExpected = true;
    expect(await issueRefused(office, { period: "2026-09" })).toBe("request.defect");
    fonts.mockRestore();
    office.defectsExpected = false;
    expect((await office.must("reporting.reports", {})).map(({ number }) => number)).toEqual([
      "KTL-R00002",
      "KTL-R00001",
    ]);
    expect((await issue(office, { period: "2026-09" })).number).toBe("KTL-R00003");
  });

  test("needs somebody who may read all of it", async () => {
    const office = await makeLivedOffice();
    await saveProject(office);
    await signInAs(office, "trainer");
    expect(await issueRefused(office)).toBe(refusal("access.forbidden"));
    // She sees the draft of what she may read, and no more.
    const { content } = await draftOf(office);
    expect(content.figures.map(({ code }) => code.split(".")[0])).toEqual(
      expect.arrayContaining(["members", "literacy"]),
    );
    expect(content.figures.some(({ code }) => code.startsWith("cashbook"))).toBe(false);
    expect(content.budget).toEqual([]);
  });

  test("shows what was written of it so far to who may read it whole, and a notice to everybody", async () => {
    const office = await makeLivedOffice();
    for (const key of [keyOf(), keyOf({ kind: "notice" })])
      await office.must("reporting.saveText", { ...key, section: "summary", text: "La caisse est basse." });
    const textsIn = async (changes: Parameters<typeof keyOf>[0]) => {
      const { content, sections } = await draftOf(office, changes);
      return [content.texts.length, sections.filter(({ text, before }) => `${text}${before}` !== "").length];
    };
    expect(await textsIn({})).toEqual([1, 1]);
    await signInAs(office, "trainer");
    expect(await textsIn({})).toEqual([0, 0]);
    expect(await textsIn({ kind: "notice" })).toEqual([1, 1]);
    const paper = pdfText((await office.must("reporting.preview", keyOf())).bytes);
    expect(paper).not.toContain("La caisse est basse");
  });
});

describe("an issued report", () => {
  test("of a quarter keeps the fiscal year as it is: its name would mean other months", async () => {
    const office = await december();
    const start = async (fiscalYearStart: number) => {
      const settings = await office.must("office.readSettings", {});
      return office.ask("office.updateSettings", { ...settings, fiscalYearStart });
    };
    await issue(office);
    expect(await start(7)).toMatchObject({ ok: true });
    // July to September.
    await issue(office, { period: "2026-Q1" });
    expect(await start(1)).toMatchObject({
      ok: false,
      refusal: { code: "reporting.yearFixed", field: "fiscalYearStart" },
    });
    expect(await start(7)).toMatchObject({ ok: true });
  });

  test("is printed again byte for byte after the data changed, and after the program was closed", async () => {
    const office = await makeLivedOffice();
    const { id } = await issue(office);
    const first = await print(office, id);
    await record(office, { amount: 9_999, datedOn: "2026-11-20" });
    await register(office, { surname: "Tardive", joinedOn: "2026-11-10" });
    expect(Buffer.compare(first.bytes, (await print(office, id)).bytes)).toBe(0);
    const { dir } = office;
    office.close();
    const later = openDesk(dir);
    await later.signIn();
    expect(Buffer.compare(first.bytes, (await print(later, id)).bytes)).toBe(0);
    expect(readReportFile(later.call.office.reader, sha256Hex(first.bytes))).toBeDefined();
    later.close();
  });

  test("that is rectified is named on the one that replaces it, and says by which", async () => {
    const office = await makeLivedOffice();
    const first = await issue(office);
    await record(office, { amount: 7_000, datedOn: "2026-11-20" });
    const second = await issue(office);
    expect(pdfText((await print(office, second.id)).bytes)).toContain(
      "annule et remplace le rapport KTL-R00001",
    );
    await receiveMoney(office, 4_000, { datedOn: "2026-11-21" });
    const third = await issue(office);
    const listed = await office.must("reporting.reports", {});
    expect(listed.map(({ number, rectifiedBy }) => [number, rectifiedBy])).toEqual([
      [third.number, null],
      [second.number, third.number],
      [first.number, second.number],
    ]);
    expect((await draftOf(office)).issued?.number).toBe(third.number);
  });

  test("is unknown where there is none, and its paper is not here once it went with a lost laptop", async () => {
    const office = await december();
    expect(await office.refused("reporting.print", { id: v7() })).toBe(refusal("reporting.unknown", "id"));
    const { id } = await issue(office);
    office.call.office.connection.prepare("DELETE FROM report_file").run();
    expect(await office.refused("reporting.print", { id })).toBe(refusal("reporting.paperElsewhere"));
    expect((await office.must("reporting.reports", {}))[0]).toMatchObject({ id, kept: false });
  });

  test("for authorities has one page and no figure of health or money", async () => {
    const office = await makeLivedOffice();
    const { id } = await issue(office, { kind: "notice" });
    const { bytes } = await print(office, id);
    expect(pdfInfo(bytes).pages).toBe(1);
    expect(pdfText(bytes)).not.toMatch(/assurance|soins|F CFA|\d F\b/i);
    const { content } = await office.must("reporting.report", { id });
    expect(content.figures.every(({ code }) => /^(members|literacy)\./.test(code))).toBe(true);
    expect([content.tables, content.series, content.budget]).toEqual([[], [], []]);
  });
});
