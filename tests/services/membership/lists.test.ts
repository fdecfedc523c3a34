import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { makeTestOffice, type TestOffice } from "../../support/office.ts";
import { NO_FILTER, register } from "../../support/women.ts";

let office: TestOffice;
beforeAll(async () => {
  office = await makeTestOffice({ shared: true });
  await register(office, {
    surname: '=HYPERLINK("http://x")',
    firstNames: "+Awa",
    phone: "76123456",
    locality: "@ville",
  });
  await register(office, {
    surname: "Traoré",
    firstNames: "Djénéba",
    notes: "note secrète",
    workSetting: "street",
  });
});
afterAll(() => office.close());

const latest = async () => (await office.must("access.listAudit", { before: null, limit: 1 }))[0];

describe("an export of the list", () => {
  test("is a CSV that spreadsheet programs in French open, with no cell that they would run", async () => {
    const file = await office.must("membership.exportList", { filter: NO_FILTER, format: "csv" });
    const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(file.bytes);
    expect(text.startsWith("\ufeff")).toBe(true);
    const lines = text.slice(1).trimEnd().split("\r\n");
    expect(lines).toHaveLength(3);
    expect(lines[1]).toContain("'=HYPERLINK");
    const cells = lines.flatMap((line) => line.split(";"));
    expect(cells.filter((cell) => /^"?[=@\t]/.test(cell) || /^"?[+-](?![\d ]+"?$)/.test(cell))).toEqual([]);
    expect(text).toContain("Djénéba");
  });

  test("holds nothing that stays in the office: no notes, no way of working", async () => {
    for (const format of ["csv", "xlsx"] as const) {
      const file = await office.must("membership.exportList", { filter: NO_FILTER, format });
      expect(file.fileName).toBe(`KTL-liste-2026-11-23.${format}`);
      expect(Buffer.from(file.bytes).includes("secr")).toBe(false);
    }
  });

  test("is noted: who took how many rows, as the filter left them", async () => {
    await office.must("membership.exportList", { filter: { ...NO_FILTER, text: "traore" }, format: "xlsx" });
    expect(await latest()).toMatchObject({ action: "exportMembers", rows: 1, by: "Awa Sissoko" });
  });
});

describe("a printed list", () => {
  test("is a PDF, and noted", async () => {
    const file = await office.must("membership.printList", NO_FILTER);
    expect(Buffer.from(file.bytes).subarray(0, 5).toString()).toBe("%PDF-");
    expect(await latest()).toMatchObject({ action: "printMembers", rows: 2 });
  });

  test("of nobody is a page all the same", async () => {
    const file = await office.must("membership.printList", { ...NO_FILTER, text: "zzz" });
    expect(file.bytes.length).toBeGreaterThan(1_000);
  });
});

describe("her papers", () => {
  test("her own copy of her file is noted under her number", async () => {
    const { member } = await register(office);
    const file = await office.must("membership.printFile", { id: member.id });
    expect(file.fileName).toBe(`${member.number}-dossier.pdf`);
    expect(await latest()).toMatchObject({ action: "printFile", reference: member.number });
  });

  test("of a girl who is referred nothing is stored but that a note was written", async () => {
    const before = (await office.must("office.checkUp", {})).entries;
    await office.must("membership.printReferral", {
      surname: "Mineurenommée",
      firstNames: "Fatim",
      age: 15,
      contact: "66000000",
      need: "apprentissage de couture",
    });
    expect((await office.must("office.checkUp", {})).entries).toBe(before + 1);
    expect(await latest()).toMatchObject({ action: "referral", reference: null, rows: null });
    const bytes = office.call.office.connection.serialize();
    for (const word of ["Mineurenomm", "Fatim", "66000000", "couture"])
      expect(bytes.includes(word)).toBe(false);
  });
});
