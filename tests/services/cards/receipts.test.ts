import { v7 } from "uuid";
import { beforeEach, describe, expect, test } from "vitest";
import { pdfInfo, pdfText } from "../../documents/poppler.ts";
import { makeTestOffice, type TestOffice } from "../../support/office.ts";
import { register } from "../../support/women.ts";
import { openBox, receive, record } from "../cashbook/book.ts";
import { MOVES } from "../cashbook/moneyRequests.ts";
import { deposit, letShop, pay } from "../rental/letting.ts";

let office: TestOffice;
beforeEach(async () => {
  office = await makeTestOffice();
});

async function print(voucherId: string, of = office) {
  const { fileName, bytes } = await of.must("cards.printReceipt", { voucherId });
  expect(pdfInfo(bytes).pages).toBe(1);
  return { fileName, text: pdfText(bytes) };
}

describe("a receipt", () => {
  test("of income by hand names who paid, the account, the words and the project", async () => {
    await office.must("cashbook.saveProject", {
      ...{ id: v7(), code: "PUITS-26", name: "Puits du marché", donor: "Mairie", active: true },
      ...{ startsOn: null, endsOn: null },
    });
    const { id } = await receive(office, 75_000, { payee: "Mairie de Koutiala", project: "PUITS-26" });
    const { fileName, text } = await print(id);
    expect(fileName).toBe("KTL-2026-00001-recu.pdf");
    for (const words of [
      "Reçu de",
      "Mairie de Koutiala",
      "Don de la mairie",
      "PUITS-26 Puits du marché",
      "75 000",
    ])
      expect(text).toContain(words);
    expect(text).toContain("soixante-quinze mille");
    expect(text).not.toMatch(/COPIE|membre|Pièce de dépense/);
    expect((await print(id)).text).toContain("COPIE");
  });

  test("of an expense is a cash voucher with places for both to sign", async () => {
    const { id } = await record(office, { payee: "Librairie Soleil" });
    const { fileName, text } = await print(id);
    expect(fileName).toBe("KTL-2026-00001-depense.pdf");
    for (const words of ["Pièce de dépense", "Payé à", "Librairie Soleil", "Cahiers et stylos", "Payé par"])
      expect(text).toContain(words);
    expect(text).toContain("Signature ou empreinte de qui reçoit");
    expect(text).toContain("Signature et cachet");
  });

  test("of who is not named leaves room to write it; a transfer names nobody", async () => {
    const expense = await record(office);
    expect((await print(expense.id)).text).toMatch(/Payé à …{20}/);
    const box = await openBox(office);
    const about = { from: "cash", to: box, amount: 500, datedOn: "2026-11-23", words: "", reference: "" };
    const { out } = await office.must("cashbook.transfer", { id: v7(), inId: v7(), ...about });
    expect((await print(out.id)).text).not.toContain("Payé à");
  });

  test("of a reversal says so, names the number that it takes back and why", async () => {
    const { id } = await receive(office, 75_000, { payee: "Mairie de Koutiala" });
    const reversal = v7();
    await office.must("cashbook.reverse", { id: reversal, voucherId: id, reason: "Saisi deux fois" });
    const { text } = await print(reversal);
    expect(text).toContain("la pièce n° KTL-2026-00001 : Saisi deux fois");
    expect(text).toContain("Annule");
    expect(text).toContain("Mairie de Koutiala");
    expect(text).toContain("Pièce de dépense");
  });

  test("of a rent names the tenant and each period, an instalment as one; a copy says the same", async () => {
    const lease = await letShop(office, {}, { name: "Sékou Berthé" });
    const first = await pay(office, lease.id, 75_000, "2026-11-20");
    const said = (await print(first.voucherId)).text;
    expect(said).toContain("Sékou Berthé");
    expect(said).toContain("Loyer du 01/09/2026 au 31/10/2026 : 60 000 F CFA");
    expect(said).toContain("Loyer du 01/11/2026 au 30/11/2026, acompte : 15 000 F CFA");
    const second = await pay(office, lease.id, 15_000, "2026-11-20");
    const rest = (await print(second.voucherId)).text;
    expect(rest).toContain("Loyer du 01/11/2026 au 30/11/2026 : 15 000 F CFA");
    expect((await print(first.voucherId)).text.replaceAll("COPIE ", "")).toContain(
      "Loyer du 01/11/2026 au 30/11/2026, acompte : 15 000 F CFA",
    );
  });

  test("of a deposit names the tenant too", async () => {
    const lease = await letShop(office, {}, { name: "Sékou Berthé" });
    await deposit(office, lease.id, 60_000, "2026-11-20");
    const { rows } = await office.must("cashbook.listVouchers", {
      ...{ from: "2026-01-01", to: "2026-12-31", offset: 0, limit: 1 },
    });
    expect((await print(rows[0]?.id ?? "")).text).toContain("Sékou Berthé");
  });

  test("in English where the office prints in English", async () => {
    const settings = await office.must("office.readSettings", {});
    await office.must("office.updateSettings", { ...settings, language: "en" });
    const { id } = await record(office, { payee: "Librairie Soleil" });
    const { text } = await print(id);
    for (const words of ["Cash voucher", "Paid to", "Recipient’s signature"]) expect(text).toContain(words);
  });
});

test.each(Object.keys(MOVES))(
  "every voucher that %s books has one receipt, with its own number",
  async (name) => {
    const request = await MOVES[name]?.(office);
    if (request === undefined) throw new Error(name);
    const { reader } = office.call.office;
    const known = new Set(reader.all("SELECT id FROM voucher").map(({ id }) => id));
    await office.must(request.name, request.input as never);
    const vouchers = reader.all("SELECT id, number, amount FROM voucher").filter(({ id }) => !known.has(id));
    for (const { id, number } of vouchers) {
      const { text } = await print(String(id));
      const printed = /N° (KTL-\d{4}-\d{5})/g;
      const numbers = new Set([...text.matchAll(printed)].map(([, found]) => found));
      expect([...numbers]).toEqual([number]);
      const rows = reader.all("SELECT id FROM voucher WHERE number = @number", { number: String(number) });
      expect(rows).toEqual([{ id }]);
    }
  },
);

test("a member's receipt says Membre on its stub, with her number", async () => {
  const { member } = await register(office);
  const sale = { id: v7(), memberId: member.id, price: 2_500, method: "cash", reference: "" } as const;
  await office.must("cards.sellTerm", sale);
  const { text } = await print(sale.id);
  expect(text).toContain(`Membre`);
  expect(text.split(member.number).length).toBeGreaterThan(2);
});
