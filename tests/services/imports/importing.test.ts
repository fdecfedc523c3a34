import { describe, expect, test } from "vitest";
import { Cancelled } from "../../../src/services/call.ts";
import { writeWorkbook } from "../../../src/spreadsheets/writeTable.ts";
import { makeTestOffice, type TestOffice } from "../../support/office.ts";
import {
  csvText,
  encodeText,
  inventedWomen,
  REGISTER_HEADINGS,
  registerRows,
} from "../../support/registers.ts";
import { NO_FILTER } from "../../support/women.ts";

const source = (bytes: Uint8Array, fileName = "registre.csv") => ({ fileName, bytes, columns: null });
const csv = (rows: readonly (readonly string[])[], separator = ";") =>
  source(encodeText(csvText(rows, separator), "utf-8 with mark"));

const GOOD = registerRows(inventedWomen(40, 7));
/** What an office's register looks like: good rows and a few of each trouble. */
const MIXED = [
  REGISTER_HEADINGS,
  ["1", "Traoré", "Aminata", "12/03/1985", "Malienne", "76 12 34 56", "Koko", "05/01/2015"],
  ["2", "Konaté", "Sitan", "", "Malienne", "", "Lafiala", "03/02/2020"],
  ["3", "", "Sans nom", "01/01/1990", "Malienne", "", "Koko", "01/01/2018"],
  ["4", "Diallo", "Petite", "01/01/2015", "Malienne", "", "Koko", "01/01/2026"],
  ["5", "Bagayoko", "Impossible", "31/02/1990", "Malienne", "", "Koko", "01/01/2018"],
  ["6", "TRAORE", "Aminata", "12/03/1985", "Malienne", "76123456", "Koko", "05/01/2015"],
];

async function memberCount(office: TestOffice): Promise<number> {
  return (await office.must("office.checkUp", {})).members;
}

describe("a dry run", () => {
  test("says row by row what would happen and changes nothing", async () => {
    const office = await makeTestOffice();
    const before = (await office.must("office.checkUp", {})).entries;
    const preview = await office.must("imports.preview", csv(MIXED));
    expect(preview.counts.rows).toBe(6);
    expect(preview.rows.map(({ row, outcome }) => [row, outcome])).toEqual([
      [2, "create"],
      [3, "doubtful"],
      [4, "refused"],
      [5, "refused"],
      [6, "refused"],
      [7, "doubtful"],
    ]);
    const codes = preview.rows.map(({ remarks }) => remarks.map(({ code }) => code));
    expect(codes[1]).toContain("noBirth");
    expect(codes[2]).toContain("noSurname");
    expect(codes[3]).toContain("minor");
    expect(codes[4]).toContain("impossibleDate");
    expect(codes[5]).toContain("duplicateOfRow");
    expect((await office.must("office.checkUp", {})).entries).toBe(before);
  });

  test("counts what the import then does", async () => {
    const office = await makeTestOffice();
    const { counts } = await office.must("imports.preview", csv(MIXED));
    expect(await office.must("imports.run", { ...csv(MIXED), accept: "none" })).toEqual(counts);
    expect(await memberCount(office)).toBe(counts.created);
  });
});

describe("a card that the register says is paid", () => {
  const PAID = [
    ["Nom", "Prénom", "Date de naissance", "Date d'adhésion", "Carte payée"],
    ["Traoré", "Aminata", "12/03/1985", "05/01/2015", "OUI"],
    ["Konaté", "Sitan", "02/07/1990", "03/02/2020", "N"],
    ["Diallo", "Rokia", "09/10/1979", "03/02/2020", "2500"],
    ["Sidibé", "Hawa", "21/01/1982", "03/02/2020", ""],
  ];

  test("is taken over from today, without a franc in the cash book, and comes out on paper", async () => {
    const office = await makeTestOffice();
    const preview = await office.must("imports.preview", csv(PAID));
    expect(preview.rows[0]?.remarks.map(({ code }) => code)).toContain("cardTakenOver");
    await office.must("imports.run", { ...csv(PAID), accept: "none" });
    const query = { filter: NO_FILTER, sort: "number", descending: false, offset: 0, limit: 10 } as const;
    const { rows } = await office.must("membership.listMembers", query);
    expect(rows.map(({ status }) => status)).toEqual(["current", "new", "new", "new"]);
    expect(rows[0]?.paidUntil).toBe("2027-11-22");
    const { terms, cards } = await office.must("membership.readMember", { id: rows[0]?.id ?? "" });
    expect(terms).toMatchObject([{ startsOn: "2026-11-23", price: 0, voucherId: null }]);
    expect(cards).toMatchObject([{ issue: 1, state: "valid", validUntil: "2027-11-22" }]);
    expect((await office.must("office.checkUp", {})).vouchers).toBe(0);
    expect(await office.must("cards.waiting", {})).toEqual({ notPrintedYet: 1, allValid: 1 });
  });

  test("is left alone when the person says that the column is something else", async () => {
    const office = await makeTestOffice();
    const columns = [{ index: 4, field: "ignore" as const }];
    await office.must("imports.run", { ...csv(PAID), columns, accept: "none" });
    expect(await office.must("cards.waiting", {})).toEqual({ notPrintedYet: 0, allValid: 0 });
  });
});

describe("an import", () => {
  test("creates the rows without doubt, leaves the others, and is noted", async () => {
    const office = await makeTestOffice();
    const counts = await office.must("imports.run", { ...csv(MIXED), accept: "none" });
    expect(counts).toEqual({ rows: 6, created: 1, doubtful: 2, refused: 3, unchanged: 0 });
    const [latest] = await office.must("access.listAudit", { before: null, limit: 1 });
    expect(latest).toMatchObject({ action: "importRegister", rows: 1 });
  });

  test("creates the doubtful rows that the person looked at, and only those", async () => {
    const office = await makeTestOffice();
    const counts = await office.must("imports.run", { ...csv(MIXED), accept: [3] });
    expect(counts).toMatchObject({ created: 2, doubtful: 1 });
    const { rows } = await office.must("membership.listMembers", {
      filter: NO_FILTER,
      sort: "number",
      descending: false,
      offset: 0,
      limit: 10,
    });
    expect(rows.map(({ surname }) => surname)).toEqual(["Traoré", "Konaté"]);
  });

  test("creates all doubtful rows when told to, and never a refused one", async () => {
    const office = await makeTestOffice();
    expect(await office.must("imports.run", { ...csv(MIXED), accept: "all" })).toMatchObject({
      created: 3,
      doubtful: 0,
      refused: 3,
    });
    const other = await makeTestOffice();
    expect(await other.must("imports.run", { ...csv(MIXED), accept: [4, 5, 6, 99] })).toMatchObject({
      created: 1,
    });
  });

  test("of the same file again adds nobody", async () => {
    const office = await makeTestOffice();
    const first = await office.must("imports.run", { ...csv(GOOD), accept: "all" });
    expect(first.created).toBe(40);
    const again = await office.must("imports.run", { ...csv(GOOD), accept: "all" });
    expect(again).toEqual({ rows: 40, created: 0, doubtful: 0, refused: 0, unchanged: 40 });
    expect(await memberCount(office)).toBe(40);
  });

  test("of the same rows saved in another way adds nobody", async () => {
    const office = await makeTestOffice();
    await office.must("imports.run", { ...csv(GOOD), accept: "all" });
    const women = inventedWomen(40, 7);
    const [headings = [], ...cells] = GOOD;
    const others = [
      csv(GOOD, ","),
      csv(GOOD, "\t"),
      source(encodeText(csvText(GOOD, ";"), "utf-16le with mark")),
      source(encodeText(csvText([["Antenne de Koutiala"], [], ...GOOD], ";"), "utf-8")),
      source(await writeWorkbook([{ name: "Registre", headings, rows: cells }]), "registre.xlsx"),
      csv(registerRows(women, "iso", "plus")),
      csv(registerRows(women, "dots", "bare")),
    ];
    for (const other of others) {
      const counts = await office.must("imports.run", { ...other, accept: "all" });
      expect(counts).toEqual({ rows: 40, created: 0, doubtful: 0, refused: 0, unchanged: 40 });
    }
    expect(await memberCount(office)).toBe(40);
  });

  test("of a longer file adds the new rows alone", async () => {
    const office = await makeTestOffice();
    await office.must("imports.run", { ...csv(GOOD.slice(0, 21)), accept: "all" });
    const counts = await office.must("imports.run", { ...csv(GOOD), accept: "all" });
    expect(counts).toMatchObject({ created: 20, unchanged: 20 });
  });

  test("asks about a woman who is a member already under another spelling", async () => {
    const office = await makeTestOffice();
    await office.must("imports.run", { ...csv(MIXED.slice(0, 2)), accept: "none" });
    const again = csv([
      REGISTER_HEADINGS,
      ["9", "TRAORE", "Aminata", "1985-03-12", "", "+223 76123456", "", ""],
    ]);
    const preview = await office.must("imports.preview", again);
    expect(preview.rows[0]).toMatchObject({ outcome: "doubtful" });
    const [number] = preview.rows[0]?.remarks.filter(({ code }) => code === "duplicateOfMember") ?? [];
    expect(number?.other).toBe("KTL-00001-6");
  });

  test("makes records that a page can show and a person can save", async () => {
    const office = await makeTestOffice();
    await office.must("imports.run", { ...csv(GOOD), accept: "all" });
    const { rows } = await office.must("membership.listMembers", {
      filter: NO_FILTER,
      sort: "number",
      descending: false,
      offset: 0,
      limit: 100,
    });
    for (const { id } of rows) {
      const {
        number,
        status,
        paidUntil,
        photoSha256,
        leftOn,
        leftReason,
        erased,
        id: _id,
        office: whose,
        ...details
      } = (await office.must("membership.readMember", { id })).member;
      expect([status, paidUntil, photoSha256, leftOn, leftReason, erased]).toEqual([
        "new",
        null,
        null,
        null,
        null,
        false,
      ]);
      expect([whose, number.slice(0, 7)]).toEqual(["KTL", "KTL-000"]);
      await office.must("membership.updateMember", { id, details });
    }
  });

  test("that is stopped in the middle leaves nothing, not even a number", async () => {
    const office = await makeTestOffice();
    const many = csv(registerRows(inventedWomen(900, 3)));
    const before = (await office.must("office.checkUp", {})).entries;
    let breaths = 0;
    office.onBreath = () => {
      breaths += 1;
      if (breaths === 5) throw new Cancelled();
    };
    expect(await office.refused("imports.run", { ...many, accept: "all" })).toBe("request.cancelled");
    expect(office.progress.length).toBeGreaterThan(0);
    office.onBreath = () => {};
    expect((await office.must("office.checkUp", {})).entries).toBe(before);
    const counts = await office.must("imports.run", { ...many, accept: "all" });
    expect(counts.created).toBeGreaterThan(850);
    const row = office.call.office.reader.get("SELECT min(number) AS first FROM member");
    expect(row?.first).toBe("KTL-00001-6");
  });

  test("tells how far it is", async () => {
    const office = await makeTestOffice();
    await office.must("imports.run", { ...csv(registerRows(inventedWomen(600, 5))), accept: "all" });
    const steps = office.progress;
    expect(steps.every(({ done, total }) => done <= total)).toBe(true);
    expect(steps.map(({ done }) => done)).toEqual(steps.map(({ done }) => done).sort((a, b) => a - b));
  });
});

describe("refused rows", () => {
  test("come as a file with the reason, and are taken once they are corrected", async () => {
    const office = await makeTestOffice();
    await office.must("imports.run", { ...csv(MIXED), accept: "none" });
    const about = { ...csv(MIXED), withDoubtful: false, format: "csv" } as const;
    const file = await office.must("imports.refusedRows", about);
    const text = new TextDecoder().decode(file.bytes);
    expect(text.split("\r\n").filter((line) => line !== "")).toHaveLength(4);
    expect(text).toContain("Motif");
    expect(text).toContain("31/02/1990");
    const corrected = text.replace("31/02/1990", "28/02/1990").replace(";;Sans nom", ";Ballo;Sans nom");
    const counts = await office.must("imports.run", {
      ...source(new TextEncoder().encode(corrected)),
      accept: "none",
    });
    expect(counts).toMatchObject({ rows: 3, created: 2, refused: 1 });
  });

  test("come with the doubtful ones when asked, as XLSX too, and nothing that was taken", async () => {
    const office = await makeTestOffice();
    for (const format of ["csv", "xlsx"] as const) {
      const file = await office.must("imports.refusedRows", { ...csv(MIXED), withDoubtful: true, format });
      const again = await office.must("imports.preview", source(file.bytes, file.fileName));
      expect(again.counts.rows).toBe(5);
    }
  });
});

describe("a file that is no register", () => {
  const WIDE = `${Array.from({ length: 100_000 }, (_, index) => `C${index}`).join(";")}\n${"x;".repeat(100_000)}\n`;
  test.each([
    ["an empty one", new Uint8Array(), "import.empty"],
    ["blank lines", new TextEncoder().encode("\n\n;;;\n"), "import.empty"],
    ["a PDF", new TextEncoder().encode(`%PDF-1.7\n${"\u0000\u0001".repeat(500)}`), "import.notASpreadsheet"],
    [
      "a picture",
      Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, ...new Uint8Array(500)]),
      "import.notASpreadsheet",
    ],
    [
      "an old Excel file",
      Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Uint8Array(600)]),
      "",
    ],
    ["a cut XLSX", Uint8Array.from([0x50, 0x4b, 3, 4, 20, 0, 0, 0]), "import.notASpreadsheet"],
    ["one of 100,000 columns", new TextEncoder().encode(WIDE), "import.tooManyColumns"],
    ["one without headings", new TextEncoder().encode("12;13\n14;15\n"), "import.noHeader"],
  ])("is refused: %s, and nothing changes", async (_, bytes, code) => {
    const office = await makeTestOffice();
    const before = (await office.must("office.checkUp", {})).entries;
    for (const name of ["imports.preview", "imports.run", "imports.refusedRows"] as const) {
      const input = { ...source(bytes), accept: "all", withDoubtful: true, format: "csv" } as const;
      const { accept, withDoubtful, format, ...plain } = input;
      const asked =
        name === "imports.run"
          ? { ...plain, accept }
          : name === "imports.preview"
            ? plain
            : { ...plain, withDoubtful, format };
      const refused = await office.refused(name, asked as never);
      expect(refused).toMatch(code === "" ? /^import\./ : code);
    }
    expect((await office.must("office.checkUp", {})).entries).toBe(before);
  });
});
