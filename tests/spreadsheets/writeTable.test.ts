import fc from "fast-check";
import { unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { readTable } from "../../src/spreadsheets/readTable.ts";
import { writeCsv, writeWorkbook } from "../../src/spreadsheets/writeTable.ts";

const text = (bytes: Uint8Array): string => new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
const HEADINGS = ["Nom", "Prénom", "Téléphone"];

describe("a CSV file that we write", () => {
  it("has a byte-order mark, semicolons, CRLF and quotation marks where they are needed", () => {
    expect(text(writeCsv([HEADINGS, ["Koné", 'dite "Mama"', "a;b\nc"]]))).toBe(
      '\ufeffNom;Prénom;Téléphone\r\nKoné;"dite ""Mama""";"a;b\nc"\r\n',
    );
  });

  it.each(["=1+1", "@SUM(A1)", "-2+3", "+cmd|' /C calc'!A0", "+223-76-12", "\t=1", '=HYPERLINK("x")'])(
    "holds %j as text that cannot run, and gives it back on reading",
    (formula) => {
      const bytes = writeCsv([HEADINGS, ["Koné", "Awa", formula]]);
      expect(text(bytes)).toMatch(/;"?'[=+\-@\t]/);
      const table = readTable(bytes);
      expect(table.ok && table.value.rows[1]?.cells[2]).toBe(formula.trim());
    },
  );

  it.each(["+223 76 12 34 56", "76 12 34 56", "-5", "+225 07 08 09 1011"])("leaves %s readable", (plain) => {
    expect(text(writeCsv([[plain]]))).toBe(`\ufeff${plain}\r\n`);
  });
});

describe("an XLSX file that we write", () => {
  it("is bold in its headings, text in its cells, as wide as they need", async () => {
    const files = unzipSync(
      await writeWorkbook([
        {
          ...{ name: "Membres : [2026]", headings: HEADINGS },
          rows: [["Koné", "=1+1", "+22376123456"]],
        },
      ]),
    );
    const sheet = text(files["xl/worksheets/sheet1.xml"] ?? new Uint8Array());
    expect(sheet).toMatch(/<cols>.*width=/);
    expect(sheet).not.toMatch(/<f>/);
    expect(text(files["xl/styles.xml"] ?? new Uint8Array())).toMatch(/<b\s*\/>/);
    expect(text(files["xl/workbook.xml"] ?? new Uint8Array())).not.toMatch(/name="[^"]*[[\]:]/);
  });
});

describe("what we write", () => {
  it("is read back as it was, in both formats", async () => {
    const cell = fc
      .string({
        unit: fc.constantFrom("a", "é", "ɔ", "&", "<", '"', ";", "+", "=", "'", " ", "\n", "0", "_x0041_"),
      })
      .map((value) => value.trim())
      .filter((value) => !value.startsWith("'") && value.split("\n").length < 20);
    const row = fc.tuple(cell, cell, cell);
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 5 }), async (rows) => {
        const filled = rows.filter((cells) => cells.some((value) => value !== ""));
        for (const bytes of [
          writeCsv([HEADINGS, ...rows]),
          await writeWorkbook([{ name: "x", headings: HEADINGS, rows }]),
        ]) {
          const table = readTable(bytes);
          const read = table.ok
            ? table.value.rows.slice(1).map(({ cells }) => [0, 1, 2].map((at) => cells[at] ?? ""))
            : [];
          expect(read).toEqual(filled);
        }
      }),
      { numRuns: 60 },
    );
  });
});
