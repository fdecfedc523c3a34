import { unzipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { TestOffice } from "../../support/office.ts";
import { exported, makeExportedOffice, SPREADSHEETS, sheetOf, titleOf } from "./exportedOffice.ts";

/** What people could be called who mean harm. */
const NAMES = [
  "=cmd|' /C calc'!A0",
  "@SUM(1+1)*cmd|' /C calc'!A0",
  '+HYPERLINK("x";"y")',
  "-2+3",
  "＝cmd|' /C calc'!A0",
  "Awa\",=cmd|' /C calc'!A0,\"",
  "\u200b=1+1",
] as const;

const NAME = (index: number) => NAMES[index % NAMES.length] ?? "";
const SIGNS = /^[\s\p{Cf}]*[=+\-@＝＋－＠]/u;
const HARMLESS = /^[+-]\d[\d \u00a0\u202f]*(?:[.,]\d+)?$/;

/** Cells as a program cuts a text that heeds quotation marks only at a cell's beginning. */
function cut(text: string, separator: string): string[] {
  const cells: string[] = [];
  let at = 0;
  while (at < text.length) {
    let cell = "";
    if (text[at] === '"') {
      for (at += 1; at < text.length; at += 1) {
        if (text[at] === '"' && text[at + 1] !== '"') break;
        if (text[at] === '"') at += 1;
        cell += text[at];
      }
      at += 1;
    }
    for (; at < text.length && text[at] !== separator && text[at] !== "\n"; at += 1) cell += text[at];
    at += 1;
    cells.push(cell.replace(/\r$/, ""));
  }
  return cells;
}

let office: TestOffice;
beforeAll(async () => {
  office = await makeExportedOffice(NAME);
});
afterAll(() => office.close());

const CASES = SPREADSHEETS.map((request) => [titleOf(request), request] as const);
/** Lists in which somebody's words stand. */
const seen = new Set<string>();

describe("names that are formulas", () => {
  test.each(CASES)(
    "run in no cell of %s as CSV, whatever a program cuts lines at",
    async (title, request) => {
      const file = await exported(office, request, "csv");
      const text = new TextDecoder().decode(file.bytes);
      for (const separator of [";", ",", "\t"])
        for (const cell of cut(text, separator)) {
          const calls = separator === ";" || /[(|!]/.test(cell);
          if (SIGNS.test(cell) && !HARMLESS.test(cell) && calls)
            expect.fail(`${title}: ${JSON.stringify(cell)}`);
        }
      if (/'[=@+\-＝]/.test(text)) seen.add(title);
    },
  );

  test.each(CASES)("are text in every cell of %s as a workbook", async (_, request) => {
    const parts = unzipSync((await exported(office, request, "xlsx")).bytes);
    for (const [name, bytes] of Object.entries(parts)) {
      if (!name.startsWith("xl/worksheets/")) continue;
      const sheet = new TextDecoder().decode(bytes);
      expect(sheet).not.toMatch(/<f[ >/]/);
      for (const [, attributes = "", value = ""] of sheet.matchAll(/<c ([^>]*)>(.*?)<\/c>/gs))
        if (!/t="/.test(attributes)) expect(value).toMatch(/^(?:<v>-?[\d.]+(?:E[+-]?\d+)?<\/v>)?$/i);
    }
  });

  test("stood in most lists, so that the test had something to find", () => {
    for (const list of ["policies", "claims", "leases", "accounts", "projects", "budget", "offices"])
      expect(
        [...seen].some((title) => title.endsWith(` ${list}`)),
        list,
      ).toBe(true);
    expect(seen.size).toBeGreaterThan(12);
  });

  test("are read back as they were", async () => {
    const file = await office.must("reporting.exportList", { list: "projects", format: "csv" });
    expect(sheetOf(file).flat()).toContain(NAMES[3]);
    expect(sheetOf(file).flat()).toContain(NAMES[2]);
  });
});
