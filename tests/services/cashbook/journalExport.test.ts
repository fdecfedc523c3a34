import { v7 } from "uuid";
import { beforeEach, describe, expect, test } from "vitest";
import { readTable } from "../../../src/spreadsheets/readTable.ts";
import { makeTestOffice, type TestOffice } from "../../support/office.ts";
import { EVER, openBox, receive, record } from "./book.ts";

let office: TestOffice;
beforeEach(async () => {
  office = await makeTestOffice();
});

type Cells = readonly unknown[];

/** A workbook keeps amounts as numbers to compute with; a CSV file knows texts only. */
const textOf = (cell: unknown) => (typeof cell === "number" ? String(cell) : cell);

async function lines(format: "csv" | "xlsx"): Promise<Cells[]> {
  const { bytes } = await office.must("cashbook.exportJournal", { ...EVER, format });
  const table = readTable(Uint8Array.from(bytes));
  if (!table.ok) throw new Error(table.refusal.code);
  return table.value.rows.map((row) => [...row.cells]);
}

describe("the journal for an accountant's software", () => {
  test("has two lines a voucher, debit and credit, with the numbers of the place and the account", async () => {
    const box = await openBox(office);
    await office.must("cashbook.recordOpening", {
      ...{ id: v7(), till: "cash", amount: 9_000, datedOn: "2026-01-01" },
    });
    const { id } = await record(office, { till: box, reference: "F-12", words: "Cahiers ; stylos" });
    await office.must("cashbook.reverse", { id: v7(), voucherId: id, reason: "Saisi deux fois" });
    const { bytes, fileName, mediaType } = await office.must("cashbook.exportJournal", {
      ...EVER,
      format: "csv",
    });
    expect([fileName, mediaType]).toEqual(["KTL-journal-2020-01-01-2039-12-31.csv", "text/csv"]);
    expect(new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes).split("\r\n")).toEqual([
      "\ufeffDate;Journal;Pièce;Compte;Libellé;Débit;Crédit;Projet;Référence",
      "01/01/2026;AN;KTL-2026-00001;571;Soldes de départ;9000;;;",
      "01/01/2026;AN;KTL-2026-00001;121;Soldes de départ;;9000;;",
      '23/11/2026;CA;KTL-2026-00002;5712;"Cahiers ; stylos";;3500;;F-12',
      '23/11/2026;CA;KTL-2026-00002;6055;"Cahiers ; stylos";3500;;;F-12',
      '23/11/2026;CA;KTL-2026-00003;5712;"Annulation – Cahiers ; stylos";3500;;;F-12',
      '23/11/2026;CA;KTL-2026-00003;6055;"Annulation – Cahiers ; stylos";;3500;;F-12',
      "",
    ]);
  });

  test("says the same as a workbook, and both sides balance", async () => {
    await receive(office, 40_000, { till: "bank", account: "grant" });
    await record(office);
    const [csv, xlsx] = [await lines("csv"), await lines("xlsx")];
    expect(xlsx.map((cells) => cells.map(textOf))).toEqual(csv);
    expect(typeof xlsx[1]?.[5]).toBe("number");
    const sumOf = (column: number) =>
      csv.slice(1).reduce((sum, cells) => sum + Number(cells[column] ?? 0), 0);
    expect(sumOf(5)).toBe(43_500);
    expect(sumOf(6)).toBe(43_500);
  });

  test("notes who took how many lines, and refuses a span that ends before it begins", async () => {
    await record(office);
    await office.must("cashbook.exportJournal", { ...EVER, format: "csv" });
    const [latest] = await office.must("access.listAudit", { before: null, limit: 5 });
    expect(latest).toMatchObject({ action: "exportJournal", rows: 2 });
    const wrong = { from: "2026-02-01", to: "2026-01-01", format: "csv" as const };
    expect(await office.refused("cashbook.exportJournal", wrong)).toBe("cashbook.spanWrong @ to");
  });
});
