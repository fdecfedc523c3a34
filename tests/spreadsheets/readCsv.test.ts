import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readRegister } from "../../src/domain/import/readRegister.ts";
import type { Table } from "../../src/domain/import/table.ts";
import { readTable } from "../../src/spreadsheets/readTable.ts";
import { csvText, encodeText, inventedWomen, registerRows, type TestEncoding } from "../support/registers.ts";

function read(bytes: Uint8Array): Table {
  const table = readTable(bytes);
  if (!table.ok) throw new Error(table.refusal.code);
  return table.value;
}

const readText = (text: string): Table => read(encodeText(text, "utf-8"));
const cellsOf = (table: Table) => table.rows.map(({ cells }) => cells);
const ENCODINGS: readonly TestEncoding[] = [
  "utf-8",
  "utf-8 with mark",
  "utf-16le",
  "utf-16le with mark",
  "utf-16be with mark",
  "windows-1252",
];

describe("a CSV file", () => {
  it.each(
    ENCODINGS.flatMap((encoding) => [";", ",", "\t", "|"].map((separator) => [encoding, separator] as const)),
  )("in %s with %j between its cells is the same register", (encoding, separator) => {
    const rows = registerRows(inventedWomen(30, 2));
    const table = read(encodeText(csvText(rows, separator), encoding));
    expect(table.separator).toBe(separator);
    expect(table.encoding).toBe(encoding.split(" ")[0]);
    expect(cellsOf(table)).toEqual(rows.map((cells) => cells.map((cell) => cell || null)));
  });

  it("keeps any cells that it was given, whatever stands in them", () => {
    const cell = fc
      .string({ unit: fc.constantFrom("a", "é", "ɛ", '"', ";", ",", "\n", " ", "'", "1") })
      .map((text) => text.trim())
      .filter((text) => !/^'[=+\-@]/.test(text) && text.split("\n").length < 20);
    const rows = fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(rows, fc.constantFrom("\n", "\r\n", "\r"), (data, lineEnd) => {
        const all = [["Nom", "Prénom", "Quartier"], ...data];
        const filled = all.filter((cells) => cells.some((text) => text !== ""));
        const table = readText(csvText(all, ";", lineEnd));
        const read = cellsOf(table).map((cells) => [0, 1, 2].map((index) => cells[index] ?? ""));
        expect(read).toEqual(filled);
      }),
    );
  });

  it("numbers its rows as a spreadsheet program does: by record, blank lines counted", () => {
    const table = readText('Registre\r\n\r\nNom;Note\r\nKoné;"deux\r\nlignes"\r\n;;\r\nSow;x\r\n');
    expect(table.rows).toEqual([
      { row: 1, cells: ["Registre"] },
      { row: 3, cells: ["Nom", "Note"] },
      { row: 4, cells: ["Koné", "deux\r\nlignes"] },
      { row: 6, cells: ["Sow", "x"] },
    ]);
  });

  it("is parted by what makes even columns, not by the commas of its titles and addresses", () => {
    const table = readText(
      "Liste, membres, antenne, de Koutiala, 2026\nNom;Prénom;Adresse\nKoné;Awa;Koko, rue 12, porte 3\nSow;Oumou;Médine, rue 1\n",
    );
    expect(table.separator).toBe(";");
    expect(table.rows.at(-1)?.cells).toEqual(["Sow", "Oumou", "Médine, rue 1"]);
  });

  it("may name its separator in a first line, which is no row", () => {
    const table = readText("sep=|\nNom|Prénom\nKoné|Awa\n");
    expect(table).toMatchObject({ separator: "|", rows: [{ row: 1 }, { row: 2 }] });
  });

  it("of one column has no separator", () => {
    expect(readText("Nom et prénom\nKoné Awa\nSow Oumou\n")).toMatchObject({
      separator: null,
      rows: [{ cells: ["Nom et prénom"] }, { cells: ["Koné Awa"] }, { cells: ["Sow Oumou"] }],
    });
  });

  it("loses no row to a quotation mark that is never closed", () => {
    const table = readText('Nom;Prénom;Note\nKoné;"Awa;x\nSow;Oumou;dite "Mama" la grande\nDao;Ya;"bon"\n');
    expect(cellsOf(table)).toEqual([
      ["Nom", "Prénom", "Note"],
      ["Koné", '"Awa', "x"],
      ["Sow", "Oumou", 'dite "Mama" la grande'],
      ["Dao", "Ya", "bon"],
    ]);
  });

  it("saved by an old Macintosh or by MS-DOS keeps its accents", () => {
    const mac: Record<string, number> = { é: 0x8e, è: 0x8f, ï: 0x95 };
    const dos: Record<string, number> = { é: 0x82, è: 0x8a, ï: 0x8b };
    const text = "Nom;Prénom\nKoné;Aïssata\nBerthé;Founè\n";
    for (const [table, encoding] of [
      [mac, "macintosh"],
      [dos, "cp850"],
    ] as const) {
      const read1 = read(Uint8Array.from(text, (sign) => table[sign] ?? sign.charCodeAt(0)));
      expect(read1).toMatchObject({
        encoding,
        rows: [{ cells: ["Nom", "Prénom"] }, { cells: ["Koné", "Aïssata"] }, { cells: ["Berthé", "Founè"] }],
      });
    }
  });

  it("in UTF-8 with lines pasted from a Windows-1252 file keeps the accents of both", () => {
    const utf8 = encodeText("Nom;Prénom\nKoné;Aïssata\nBerthé;Founè\n", "utf-8");
    const windows = encodeText("Traoré;Nènè\n", "windows-1252");
    expect(cellsOf(read(new Uint8Array([...utf8, ...windows]))).at(-1)).toEqual(["Traoré", "Nènè"]);
  });

  it("gives the same lines in every encoding, so that a file saved again adds nobody", () => {
    const rows = registerRows(inventedWomen(40, 9));
    const digests = ENCODINGS.map((encoding) => {
      const reading = readRegister(read(encodeText(csvText(rows, ";"), encoding)), null, "2026-11-23");
      return reading.ok ? reading.value.rows.map(({ digestInput }) => digestInput) : [];
    });
    for (const digest of digests) expect(digest).toEqual(digests[0]);
  });
});
