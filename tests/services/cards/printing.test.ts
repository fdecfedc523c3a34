import { spawnSync } from "node:child_process";
import { v7 } from "uuid";
import { describe, expect, test } from "vitest";
import { makeTestOffice, type TestOffice } from "../../support/office.ts";
import { makeJpeg } from "../../support/photos.ts";
import { register } from "../../support/women.ts";

/** What a reader of the PDF sees as text. */
function textOf(pdf: Uint8Array): string {
  return spawnSync("pdftotext", ["-", "-"], { input: pdf }).stdout.toString();
}

const pages = (bytes: Uint8Array) =>
  Buffer.from(bytes)
    .toString("latin1")
    .match(/\/Type \/Page\b/g)?.length;

async function withCards(office: TestOffice, count: number): Promise<string[]> {
  const ids: string[] = [];
  for (let index = 0; index < count; index += 1) {
    const { id } = (await register(office, { surname: `Membre${index}` })).member;
    const about = { id: v7(), memberId: id, method: "cash", reference: "", price: 2_500 } as const;
    await office.must("cards.sellTerm", about);
    ids.push(id);
  }
  return ids;
}

describe("printing cards", () => {
  test("prints those that wait, ten a sheet with their backs, and they wait no more", async () => {
    const office = await makeTestOffice();
    const [first = ""] = await withCards(office, 11);
    await office.must("membership.setPhoto", { id: first, jpeg: makeJpeg(350, 450) });
    expect(await office.must("cards.waiting", {})).toEqual({ notPrintedYet: 11, allValid: 11 });
    const file = await office.must("cards.print", { who: "notPrintedYet", layout: "sheet" });
    expect(file.fileName).toBe("KTL-cartes-2026-11-23.pdf");
    expect(pages(file.bytes)).toBe(4);
    expect(await office.must("cards.waiting", {})).toEqual({ notPrintedYet: 0, allValid: 11 });
    expect(await office.refused("cards.print", { who: "notPrintedYet", layout: "sheet" })).toBe(
      "card.nothingToPrint",
    );
    const [latest] = await office.must("access.listAudit", { before: null, limit: 1 });
    expect(latest).toMatchObject({ action: "printCards", rows: 11 });
  });

  test("prints one card a page for a card printer, front and back", async () => {
    const office = await makeTestOffice();
    const ids = await withCards(office, 2);
    const file = await office.must("cards.print", { who: { memberIds: ids }, layout: "single" });
    expect(pages(file.bytes)).toBe(4);
  });

  test("leaves out who left and whose card has expired", async () => {
    const office = await makeTestOffice();
    const [left = "", stays = ""] = await withCards(office, 2);
    await office.must("membership.recordDeparture", { id: left, on: "2026-11-23", reason: "moved" });
    expect(await office.must("cards.waiting", {})).toEqual({ notPrintedYet: 1, allValid: 1 });
    expect(await office.refused("cards.print", { who: { memberIds: [left] }, layout: "sheet" })).toBe(
      "card.none",
    );
    office.clock.set("2028-06-01T08:00:00.000Z");
    expect(await office.must("cards.waiting", {})).toEqual({ notPrintedYet: 0, allValid: 0 });
    expect(await office.refused("cards.print", { who: { memberIds: [stays] }, layout: "sheet" })).toBe(
      "card.none",
    );
  });

  test("is refused for a member who never bought a card", async () => {
    const office = await makeTestOffice();
    const { id } = (await register(office)).member;
    expect(await office.refused("cards.print", { who: { memberIds: [id] }, layout: "sheet" })).toBe(
      "card.none",
    );
    expect(await office.refused("cards.print", { who: "allValid", layout: "sheet" })).toBe(
      "card.nothingToPrint",
    );
  });
});

describe("a receipt", () => {
  test("is printed once as such and afterwards as a copy", async () => {
    const office = await makeTestOffice();
    const [memberId = ""] = await withCards(office, 1);
    const [voucher] = (
      await office.must("cashbook.listVouchers", {
        from: "2026-11-01",
        to: "2026-11-30",
        offset: 0,
        limit: 1,
      })
    ).rows;
    const voucherId = voucher?.id ?? "";
    const first = await office.must("cards.printReceipt", { voucherId });
    expect(first.fileName).toBe("KTL-2026-00001-recu.pdf");
    const second = await office.must("cards.printReceipt", { voucherId });
    expect(textOf(second.bytes)).toMatch(/duplicata|copie/i);
    expect(textOf(first.bytes)).not.toMatch(/duplicata|copie/i);
    expect(textOf(first.bytes)).toMatch(/deux mille cinq cents/i);
    expect(textOf(first.bytes)).not.toMatch(/femmes? libres?|sexe/i);
    expect(memberId).not.toBe("");
  });

  test("of no voucher is refused", async () => {
    const office = await makeTestOffice();
    expect(await office.refused("cards.printReceipt", { voucherId: v7() })).toBe("voucher.notFound");
  });
});
