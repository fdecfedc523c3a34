import fc from "fast-check";
import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { readTable } from "../../src/spreadsheets/readTable.ts";
import { randomFrom } from "../support/registers.ts";

function codeOf(bytes: Uint8Array): string | null {
  const table = readTable(bytes);
  return table.ok ? null : table.refusal.code;
}

const utf16 = (text: string): number[] => [...text].flatMap((sign) => [sign.charCodeAt(0), 0]);
const OLE2 = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0, 0, 0];

function noise(length: number): Uint8Array {
  const random = randomFrom(5);
  return Uint8Array.from({ length }, () => Math.floor(random() * 256));
}

describe("a file that is no register", () => {
  it.each<[string, Uint8Array, string]>([
    ["nothing at all", new Uint8Array(), "import.empty"],
    ["only blanks", strToU8("\r\n  \r\n\t\r\n"), "import.empty"],
    ["only separators", strToU8(";;;;\r\n;;;;\r\n"), "import.empty"],
    ["a PDF", strToU8("%PDF-1.7\nNom;Prénom\n"), "import.notASpreadsheet"],
    ["a photograph", new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0x41, 0x42]), "import.notASpreadsheet"],
    ["a program", new Uint8Array([0x4d, 0x5a, 0x90, 0x00, 0x03]), "import.notASpreadsheet"],
    [
      "a web page",
      strToU8("  <!DOCTYPE html><table><tr><td>Nom</td></tr></table>"),
      "import.notASpreadsheet",
    ],
    ["noise", noise(20_000), "import.notASpreadsheet"],
    [
      "text with a zero byte",
      strToU8(`Nom;Prénom\n${"Koné;Awa\n".repeat(50)}\u0000`),
      "import.notASpreadsheet",
    ],
    ["another archive", zipSync({ "word/document.xml": strToU8("<w/>") }), "import.notASpreadsheet"],
    ["an empty archive", zipSync({}), "import.notASpreadsheet"],
    [
      "an OpenDocument file",
      zipSync({ mimetype: strToU8("application/vnd.oasis.opendocument.spreadsheet") }),
      "import.notASpreadsheet",
    ],
    ["an Excel file of before 2007", new Uint8Array([...OLE2, ...utf16("Workbook")]), "import.oldExcel"],
    [
      "an Excel file under a password",
      new Uint8Array([...OLE2, ...utf16("EncryptedPackage")]),
      "import.encrypted",
    ],
    ["an old Word file", new Uint8Array([...OLE2, ...utf16("WordDocument")]), "import.notASpreadsheet"],
    [
      "100,000 columns",
      strToU8(`${Array.from({ length: 100_000 }, (_, at) => `c${at}`).join(";")}\n`),
      "import.tooManyColumns",
    ],
    ["201 columns", strToU8(`${"a,".repeat(201)}\n`.repeat(3)), "import.tooManyColumns"],
    ["200,001 rows", strToU8("Koné;Awa\n".repeat(200_001)), "import.tooManyRows"],
    ["more than 64 MB", new Uint8Array(64 * 1024 * 1024 + 1).fill(0x3b), "import.tooLarge"],
  ])("%s is refused", (_, bytes, code) => {
    expect(codeOf(bytes)).toBe(code);
  });

  it("is told by its bytes, and never makes the reader throw", () => {
    const starts = [[], [0x50, 0x4b, 3, 4], OLE2, [0xff, 0xfe], [0xfe, 0xff], [0xef, 0xbb, 0xbf]];
    fc.assert(
      fc.property(fc.constantFrom(...starts), fc.uint8Array({ maxLength: 400 }), (start, rest) => {
        readTable(new Uint8Array([...start, ...rest]));
      }),
      { numRuns: 500 },
    );
  });
});

describe("columns", () => {
  it("up to 200 are read, and empty ones beyond them do no harm", () => {
    const line = `${"a;".repeat(200)}${";".repeat(20_000)}\n`;
    const table = readTable(strToU8(line.repeat(3)));
    expect(table.ok && table.value.rows.map(({ cells }) => cells.length)).toEqual([200, 200, 200]);
  });
});
