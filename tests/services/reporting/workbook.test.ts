import { unzipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { readTable } from "../../../src/spreadsheets/readTable.ts";
import { pdfText } from "../../documents/poppler.ts";
import { register } from "../../support/women.ts";
import { issue, makeLivedOffice } from "./issued.ts";

const text = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes);

/** The first sheet as a person's spreadsheet program reads it. */
function sheetRows(bytes: Uint8Array): { rows: string[][] } {
  const table = readTable(bytes);
  if (!table.ok) throw new Error(table.refusal.code);
  return {
    rows: table.value.rows.map(({ cells }) => Array.from({ length: 8 }, (_, at) => String(cells[at] ?? ""))),
  };
}

describe("the workbook of an issued report", () => {
  test("has figures, tables, budget, texts and definitions; what is hidden on paper is hidden here", async () => {
    const office = await makeLivedOffice();
    await office.must("reporting.saveText", {
      ...{ kind: "activity", period: "2026-11", project: null, section: "summary" },
      text: '=HYPERLINK("x") bonne lecture',
    });
    const { id } = await issue(office);
    const file = await office.must("reporting.exportReport", { id });
    expect(file.fileName).toBe("KTL-R00001-2026-11.xlsx");
    const parts = unzipSync(file.bytes);
    const names = [...text(parts["xl/workbook.xml"]).matchAll(/<sheet [^>]*name="([^"]+)"/g)].map(
      ([, name]) => name,
    );
    expect(names).toEqual(["Chiffres", "Tableaux", "Budget", "Textes", "Définitions"]);
    const sheets = Object.entries(parts)
      .filter(([name]) => name.startsWith("xl/worksheets/") || name === "xl/sharedStrings.xml")
      .map(([, bytes]) => text(bytes));
    const all = sheets.join("");
    for (const words of ["members.registered", "insurance.claims", "KTL-R00001", "bonne lecture"])
      expect(all).toContain(words);
    expect(all).not.toMatch(/<f>/);
    const { content } = await office.must("reporting.report", { id });
    const hidden = content.figures.filter(({ now }) => now.masked).map(({ code }) => code);
    expect(hidden).toContain("insurance.claims");
    const paper = await office.must("reporting.print", { id });
    expect(pdfText(paper.bytes)).toContain("Dossiers de soins masqué");
    const { rows } = sheetRows(file.bytes);
    for (const [code, , , now, isHidden] of rows)
      if (hidden.includes(code ?? "")) expect([code, now, isHidden]).toEqual([code, "", "oui"]);
    const trail = await office.must("access.listAudit", { before: null, limit: 2 });
    expect(trail.map(({ reference }) => reference)).toEqual(["KTL-R00001", "KTL-R00001"]);
  });

  test("stays what was issued when the data change", async () => {
    const office = await makeLivedOffice();
    const { id } = await issue(office);
    const before = await office.must("reporting.report", { id });
    const sheetOf = async () =>
      text(
        unzipSync((await office.must("reporting.exportReport", { id })).bytes)["xl/worksheets/sheet1.xml"],
      );
    const first = await sheetOf();
    await register(office, { surname: "Autre", joinedOn: "2026-11-11" });
    expect(await sheetOf()).toBe(first);
    expect((await office.must("reporting.report", { id })).content).toEqual(before.content);
  });
});
