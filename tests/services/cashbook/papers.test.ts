import { v7 } from "uuid";
import { beforeEach, describe, expect, test } from "vitest";
import type { FileOutput } from "../../../src/contract/primitives.ts";
import { accept } from "../../../src/contract/results.ts";
import { insertVoucher } from "../../../src/data/vouchers.ts";
import { FORBIDDEN } from "../../documents/forbidden.ts";
import { pdfText } from "../../documents/poppler.ts";
import { makeTestOffice, refusal, type TestOffice, TODAY } from "../../support/office.ts";
import {
  KOUTIALA,
  makeEnrolled,
  makeHeadquarters,
  receive as receiveSticks,
  send,
} from "../../support/roundTrip.ts";
import { balance, closeMonth, openBox, receive, record } from "./book.ts";

let office: TestOffice;
beforeEach(async () => {
  office = await makeTestOffice();
  await setPrintedName(office);
});

/** What strangers may read of the association. */
async function setPrintedName(about: TestOffice): Promise<void> {
  const settings = await about.must("office.readSettings", {});
  await about.must("office.updateSettings", { ...settings, printedName: "Association Yeelen" });
}

function said(paper: FileOutput): string {
  const text = pdfText(paper.bytes);
  expect(text).not.toMatch(FORBIDDEN);
  expect(text).not.toContain("{{");
  return text;
}

const MONTH = "2026-10";

/** October as it was worked: two days, two places, one project. */
async function work(about: TestOffice = office): Promise<string> {
  const box = await openBox(about);
  await about.must("cashbook.saveProject", {
    ...{ id: v7(), code: "EAU-26", name: "Eau pour le marché", donor: "Mairie" },
    ...{ startsOn: null, endsOn: null, active: true },
  });
  await receive(about, 50_000, { datedOn: "2026-09-30" });
  await receive(about, 20_000, { datedOn: "2026-10-02", project: "EAU-26" });
  await record(about, { datedOn: "2026-10-02", amount: 7_500, words: "Achat de bassines" });
  await about.must("cashbook.transfer", {
    ...{ id: v7(), inId: v7(), from: "cash", to: box, amount: 10_000, datedOn: "2026-10-05" },
    ...{ words: "", reference: "" },
  });
  await record(about, { till: box, datedOn: "2026-10-20", amount: 1_250, words: "Taxi" });
  return box;
}

describe("the papers of a month", () => {
  test("are provisional until it is closed, then say when and by whom", async () => {
    await work();
    const asked = { month: MONTH, paper: "journal" } as const;
    expect(said(await office.must("cashbook.printMonth", asked))).toContain("Provisoire");
    await closeMonth(office, "2026-09");
    await closeMonth(office, MONTH);
    const text = said(await office.must("cashbook.printMonth", asked));
    expect(text).not.toContain("Provisoire");
    expect(text).toContain("Mois clos le 23/11/2026 par Awa Sissoko.");
  });

  test("the journal has each voucher in its order, and what lies in each place", async () => {
    await work();
    const paper = await office.must("cashbook.printMonth", { month: MONTH, paper: "journal" });
    expect(paper.fileName).toBe("KTL-caisse-journal-2026-10.pdf");
    const text = said(paper);
    for (const words of [
      "Octobre 2026 · Bureau de Koutiala",
      "5 pièces · KTL-2026-00002 à KTL-2026-00006",
      "Solde au début : 50 000 F CFA",
      "Achat de bassines",
      "projet EAU-26",
      "Totaux 30 000 18 750",
      "Solde à la fin : 61 250 F CFA",
      "Espèces 50 000 20 000 17 500 52 500",
      "Petite caisse 0 10 000 1 250 8 750",
    ])
      expect(text).toContain(words);
    const numbers = [...text.matchAll(/\d\d\/10\/2026 (KTL-2026-\d+)/g)].map(([, number]) => number);
    expect(numbers).toEqual([2, 3, 4, 5, 6].map((counter) => `KTL-2026-0000${counter}`));
  });

  test("the cash sheet has each place day by day with its last count", async () => {
    await work();
    const text = said(await office.must("cashbook.printMonth", { month: MONTH, paper: "cashSheet" }));
    for (const words of [
      "02/10/2026 2 20 000 7 500 62 500",
      "05/10/2026 1 10 000 52 500",
      "20/10/2026 1 1 250 8 750",
      "Pas compté dans ce mois.",
    ])
      expect(text).toContain(words);
    await closeMonth(office, "2026-09");
    await closeMonth(office, MONTH);
    await office.must("cashbook.count", {
      ...{ id: v7(), voucherId: v7(), till: "cash", statement: null, reason: "" },
      pieces: [
        { value: 10_000, pieces: 5 },
        { value: 500, pieces: 5 },
      ],
      expected: await balance(office),
    });
    const november = await office.must("cashbook.printMonth", { month: "2026-11", paper: "cashSheet" });
    expect(said(november)).toContain("Dernier comptage : 23/11/2026, compté 52 500 F CFA");
  });

  test("the summary has accounts and projects and names no member", async () => {
    await work();
    const text = said(await office.must("cashbook.printMonth", { month: MONTH, paper: "summary" }));
    for (const words of [
      "Recettes moins dépenses 11 250 F CFA",
      "EAU-26 Eau pour le marché 20 000 0 20 000",
      "Points à vérifier",
      "Un mois plus ancien n’est pas clos.",
    ])
      expect(text).toContain(words);
  });

  test("all stand in one file", async () => {
    await work();
    const paper = await office.must("cashbook.printMonth", { month: MONTH, paper: "all" });
    expect(paper.fileName).toBe("KTL-caisse-mois-2026-10.pdf");
    for (const words of ["Journal de caisse", "Feuille de caisse", "Résumé du mois"])
      expect(said(paper)).toContain(words);
  });

  test("of a month without a voucher say so", async () => {
    const text = said(await office.must("cashbook.printMonth", { month: "2026-11", paper: "all" }));
    for (const words of ["Aucune pièce dans ce temps", "Aucune pièce dans ce mois"])
      expect(text).toContain(words);
  });
});

describe("the book as it stands on the screen", () => {
  const span = { from: "2026-10-01", to: "2026-10-31" };

  test("of one place has the balance after each line", async () => {
    await work();
    const paper = await office.must("cashbook.printBook", { ...span, till: "cash" });
    expect(paper.fileName).toBe("KTL-caisse-livre-2026-10-01-2026-10-31.pdf");
    const text = said(paper);
    for (const words of [
      "Espèces",
      "20 000 70 000",
      "7 500 62 500",
      "10 000 52 500",
      "Solde à la fin : 52 500",
    ])
      expect(text).toContain(words);
    expect(text).not.toContain("Petite caisse");
  });

  test("of what was chosen says what was chosen and has no balance", async () => {
    await work();
    const text = said(
      await office.must("cashbook.printBook", { ...span, direction: "out", text: "bassines" }),
    );
    for (const words of ["1 pièce", "sorties seules · recherche : bassines", "Totaux 0 7 500"])
      expect(text).toContain(words);
    expect(text).not.toContain("Solde");
  });

  test("marks what was taken back", async () => {
    const { id } = await record(office, { datedOn: "2026-11-02" });
    await office.must("cashbook.reverse", { id: v7(), voucherId: id, reason: "Payé deux fois" });
    const text = said(await office.must("cashbook.printBook", { from: "2026-11-01", to: TODAY }));
    for (const words of ["annulation", "annulée"]) expect(text).toContain(words);
  });

  test("is refused for days in the wrong order, and for more vouchers than a print holds", async () => {
    expect(await office.refused("cashbook.printBook", { from: "2026-11-02", to: "2026-11-01" })).toBe(
      refusal("cashbook.spanWrong", "to"),
    );
    const { call } = office;
    call.office.write(call.user.id, call.world.now(), (door) => {
      const plain = {
        account: "supplies",
        amount: 5,
        method: "cash",
        reference: "",
        memberId: null,
      } as const;
      for (let count = 0; count < 7_001; count += 1)
        insertVoucher(door, { ...plain, id: v7(), datedOn: TODAY, direction: "in" });
      return accept(null);
    });
    expect(await office.refused("cashbook.printBook", { from: TODAY, to: TODAY })).toBe(
      refusal("cashbook.bookTooLong", "from"),
    );
  });
});

describe("a count", () => {
  test("prints its pieces, its difference and the reason", async () => {
    await receive(office, 52_750);
    const { id } = await office.must("cashbook.count", {
      ...{ id: v7(), voucherId: v7(), till: "cash", statement: null, expected: 52_750 },
      pieces: [
        { value: 10_000, pieces: 5 },
        { value: 500, pieces: 5 },
      ],
      reason: "Monnaie mal rendue",
    });
    const paper = await office.must("cashbook.printCount", { id });
    expect(paper.fileName).toBe("KTL-caisse-comptage-2026-11-23.pdf");
    const text = said(paper);
    for (const words of [
      "dans la caisse « Espèces »",
      "10 000 F CFA 5 50 000 F CFA",
      "Manque : 250 F CFA",
      "Monnaie mal rendue",
      "KTL-2026-00002",
      "Compté par Awa Sissoko.",
    ])
      expect(text).toContain(words);
  });

  test("is refused where nobody knows it", async () => {
    expect(await office.refused("cashbook.printCount", { id: v7() })).toBe(refusal("request.invalid", "id"));
  });
});

test("the budget is printed against what was booked", async () => {
  await work();
  await office.must("cashbook.saveBudgetLine", {
    ...{ id: v7(), year: 2026, account: "supplies", project: null, amount: 17_500, note: "Deux livraisons" },
  });
  const paper = await office.must("cashbook.printBudget", { year: 2026, on: TODAY, project: null });
  expect(paper.fileName).toBe("KTL-caisse-budget-2026.pdf");
  const text = said(paper);
  for (const words of [
    "situation au 23/11/2026",
    "17 500",
    "8 750 8 750 50 %",
    "Deux livraisons",
    "pas prévu",
  ])
    expect(text).toContain(words);
});

test("headquarters prints another office's month and book, and nobody prints all offices' month", async () => {
  const hq = await makeHeadquarters();
  const away = await makeEnrolled(hq, KOUTIALA);
  await setPrintedName(hq);
  await work(away);
  await closeMonth(away, "2026-09");
  await closeMonth(away, MONTH);
  await receiveSticks(hq, await send(away));
  const paper = await hq.must("cashbook.printMonth", { month: MONTH, paper: "all", office: "KTL" });
  expect(paper.fileName).toBe("BKO-caisse-KTL-mois-2026-10.pdf");
  const text = said(paper);
  for (const words of ["Bureau KTL", "Mois clos le 23/11/2026.", "Petite caisse"])
    expect(text).toContain(words);
  expect(text).not.toContain("par Awa Sissoko.");
  const book = { from: "2026-10-01", to: "2026-10-31", office: "all" } as const;
  expect(said(await hq.must("cashbook.printBook", book))).toContain("KTL · Espèces");
  expect(await hq.refused("cashbook.printMonth", { month: MONTH, paper: "all", office: "all" })).toBe(
    refusal("request.invalid", "office"),
  );
});
