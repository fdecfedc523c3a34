import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { readRegister } from "../../src/domain/import/readRegister.ts";
import type { Table } from "../../src/domain/import/table.ts";
import { readTable } from "../../src/spreadsheets/readTable.ts";
import { writeWorkbook } from "../../src/spreadsheets/writeTable.ts";
import { csvText, encodeText, inventedWomen, registerRows } from "../support/registers.ts";

interface Book {
  readonly sheets: readonly { readonly xml: string; readonly hidden?: boolean }[];
  readonly strings?: string;
  readonly styles?: string;
  readonly from1904?: boolean;
}

/** An XLSX archive as spreadsheet programs lay it out, from the XML inside `<sheetData>`. */
function xlsx({ sheets, strings = "", styles = "", from1904 = false }: Book): Uint8Array {
  const tabs = sheets.map(
    ({ hidden }, at) =>
      `<sheet name="f${at}" sheetId="${at + 1}"${hidden ? ' state="hidden"' : ""} r:id="rId${at + 1}"/>`,
  );
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"/>`;
  const relations = [
    ...sheets.map((_, at) => relation(`rId${at + 1}`, "worksheet", `worksheets/feuille${at}.xml`)),
    relation("s", "sharedStrings", "/xl/sharedStrings.xml"),
    relation("t", "styles", "styles.xml"),
  ];
  return zipSync({
    "[Content_Types].xml": strToU8("<Types/>"),
    "xl/workbook.xml": strToU8(
      `<?xml version="1.0"?><workbook xmlns:r="r"><workbookPr date1904="${from1904 ? 1 : 0}"/><sheets>${tabs.join("")}</sheets></workbook>`,
    ),
    "xl/_rels/workbook.xml.rels": strToU8(`<Relationships>${relations.join("")}</Relationships>`),
    "xl/sharedStrings.xml": strToU8(`<sst>${strings}</sst>`),
    "xl/styles.xml": strToU8(`<styleSheet>${styles}</styleSheet>`),
    ...Object.fromEntries(
      sheets.map(({ xml }, at) => [
        `xl/worksheets/feuille${at}.xml`,
        strToU8(`<worksheet><sheetData>${xml}</sheetData></worksheet>`),
      ]),
    ),
  });
}

function read(bytes: Uint8Array): Table {
  const table = readTable(bytes);
  if (!table.ok) throw new Error(table.refusal.code);
  return table.value;
}

const DATE_STYLES =
  '<numFmts><numFmt numFmtId="164" formatCode="[$-40C]d\\ mmmm\\ yyyy;@"/><numFmt numFmtId="165" formatCode="0.00&quot; jours&quot;"/></numFmts>' +
  '<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs>';

describe("an XLSX file", () => {
  it("written from a register is the same register as its CSV, line by line", async () => {
    const rows = registerRows(inventedWomen(40, 4));
    const [headings = [], ...data] = rows;
    const table = read(await writeWorkbook([{ name: "Registre", headings, rows: data }]));
    expect(table).toMatchObject({ kind: "xlsx", encoding: null, separator: null });
    expect(table.rows).toEqual(read(encodeText(csvText(rows, ";"), "utf-8")).rows);
  });

  it("has text, numbers, dates, formulas, truth and errors in its cells, and gaps between them", () => {
    const table = read(
      xlsx({
        strings:
          '<si><t>Koné</t></si><si><r><t>A</t></r><r><rPr><b/></rPr><t xml:space="preserve">wa </t></r><rPh><t>x</t></rPh></si>',
        styles: DATE_STYLES,
        sheets: [
          {
            xml:
              '<row r="2"><c r="A2" t="s"><v>0</v></c><c r="B2" t="s"><v>1</v></c><c r="D2" s="1"><v>31118</v></c><c r="E2" s="2"><v>31118.5</v></c>' +
              '<c r="F2" s="3"><v>31118</v></c><c r="G2"><v>76123456</v></c><c r="H2" t="inlineStr"><is><t>M&apos;Pè &amp; Koko</t></is></c></row>' +
              '<row r="9"><c t="str"><f>A2</f><v>Sow_x000D_</v></c><c t="b"><v>1</v></c><c t="e"><v>#N/A</v></c><c r="ZZ9" s="1"/></row>',
          },
        ],
      }),
    );
    expect(table.rows).toEqual([
      {
        row: 2,
        cells: [
          "Koné",
          "Awa",
          null,
          { date: "1985-03-12" },
          { date: "1985-03-12" },
          31118,
          76123456,
          "M'Pè & Koko",
        ],
      },
      { row: 9, cells: ["Sow", "TRUE", "#N/A"] },
    ]);
  });

  it("from an old Macintosh counts its days from 1904", () => {
    const sheet = { xml: '<row r="1"><c r="A1" s="1"><v>29656</v></c></row>' };
    expect(read(xlsx({ styles: DATE_STYLES, from1904: true, sheets: [sheet] })).rows[0]?.cells).toEqual([
      { date: "1985-03-12" },
    ]);
  });

  it("is read from its first sheet that holds anything, hidden ones last", () => {
    const cell = (text: string) => `<row r="1"><c r="A1" t="inlineStr"><is><t>${text}</t></is></c></row>`;
    const sheets = [
      { xml: "" },
      { xml: cell("caché"), hidden: true },
      { xml: cell("Nom") },
      { xml: cell("autre") },
    ];
    expect(read(xlsx({ sheets })).rows[0]?.cells).toEqual(["Nom"]);
  });

  it("with dates and phones as numbers goes in like any register", () => {
    const text = (column: string, row: number, value: string) =>
      `<c r="${column}${row}" t="inlineStr"><is><t>${value}</t></is></c>`;
    const table = read(
      xlsx({
        styles: DATE_STYLES,
        sheets: [
          {
            xml:
              `<row r="1">${["Nom", "Prénom", "Naissance", "Tél", "Adhésion"].map((name, at) => text("ABCDE"[at] ?? "", 1, name)).join("")}</row>` +
              `<row r="2">${text("A", 2, "Koné")}${text("B", 2, "Awa")}<c r="C2" s="1"><v>31118</v></c><c r="D2"><v>76123456</v></c><c r="E2"><v>2015</v></c></row>`,
          },
        ],
      }),
    );
    const reading = readRegister(table, null, "2026-11-23");
    expect(reading.ok && reading.value.rows[0]).toMatchObject({
      outcome: "create",
      details: { birth: { kind: "exact", on: "1985-03-12" }, phone: "+22376123456", joinedOn: "2015-01-01" },
    });
  });
});

describe("a hostile XLSX file", () => {
  const codeOf = (bytes: Uint8Array): string | null => {
    const table = readTable(bytes);
    return table.ok ? null : table.refusal.code;
  };

  it.each<[string, string, string]>([
    ["100,000 columns", `<row r="1">${"<c><v>1</v></c>".repeat(100_000)}</row>`, "import.tooManyColumns"],
    ["one cell far to the right", '<row r="1"><c r="XFD1"><v>1</v></c></row>', "import.tooManyColumns"],
    [
      "a column that no sheet has",
      '<row r="1"><c r="ZZZZZZZZZZZZ1"><v>1</v></c></row>',
      "import.tooManyColumns",
    ],
    ["a row that no sheet has", '<row r="99999999999"><c><v>1</v></c></row>', "import.tooManyRows"],
    ["200,001 rows", "<row><c><v>1</v></c></row>".repeat(200_001), "import.tooManyRows"],
    ["broken XML", '<row r="1"><c r="A1"><v>1</w></c>', "import.notASpreadsheet"],
    ["a tag without end", `<row ${"a".repeat(4_000_000)}`, "import.notASpreadsheet"],
    ["nothing", "", "import.empty"],
  ])("with %s is refused", (_, xml, code) => {
    expect(codeOf(xlsx({ sheets: [{ xml }] }))).toBe(code);
  });

  it("that unpacks to more than a quarter of a gigabyte is refused before it is unpacked", () => {
    const bomb = zipSync({
      "xl/workbook.xml": strToU8("<workbook/>"),
      "xl/worksheets/sheet1.xml": new Uint8Array(16),
    });
    // The central directory's size of the first part, made to promise 1 GB.
    const view = new DataView(bomb.buffer, bomb.byteOffset);
    for (let at = 0; at < bomb.length - 4; at += 1) {
      if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 1 << 30, true);
    }
    expect(codeOf(bomb)).toBe("import.tooLarge");
  });

  it("cut short anywhere is refused or read, never thrown over", () => {
    const whole = xlsx({ sheets: [{ xml: '<row r="1"><c r="A1"><v>1</v></c></row>' }] });
    for (let length = 1; length < whole.length; length += 7) {
      expect(["import.notASpreadsheet", "import.empty", null]).toContain(codeOf(whole.subarray(0, length)));
    }
  });
});
