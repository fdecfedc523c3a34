import { v7 } from "uuid";
import { beforeEach, describe, expect, test } from "vitest";
import type { FileOutput } from "../../../src/contract/primitives.ts";
import { FORBIDDEN } from "../../documents/forbidden.ts";
import { pdfInfo, pdfText } from "../../documents/poppler.ts";
import { makeTestOffice, refusal, type TestOffice, TODAY } from "../../support/office.ts";
import { KOUTIALA, makeEnrolled, makeHeadquarters, receive, send } from "../../support/roundTrip.ts";
import { addPremises, letShop, pay, read, terminate } from "./letting.ts";

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

/** What a paper says; that it is neutral, under a neutral name. */
function said(paper: FileOutput): string {
  const text = pdfText(paper.bytes);
  expect(text).not.toMatch(FORBIDDEN);
  expect(text).not.toContain("{{");
  expect(paper.fileName).not.toMatch(/Berth|Sékou/);
  return text;
}

describe("the contract", () => {
  test("says what was signed, with its premises, and what was agreed since", async () => {
    const lease = await letShop(office, { penalty: { kind: "fixed", graceDays: 5, amount: 1_000 } });
    await office.must("rental.reviseRent", {
      ...{ id: v7(), leaseId: lease.id, from: "2027-01-01", rate: null, rent: 32_000, note: "" },
    });
    const paper = await office.must("rental.printLease", { id: lease.id });
    expect(paper.fileName).toBe("KTL-B00001-contrat.pdf");
    const text = said(paper);
    for (const words of [
      "Association Yeelen, bureau de Koutiala",
      "Sékou Berthé, ci-après « le locataire »",
      "Marché central, 18 m², compteur d’eau n° E-4471",
      "30 000 F CFA (trente mille francs CFA) par mois",
      "5 jours après l’échéance donnent lieu à une pénalité de 1 000 F CFA",
      "Modibo Berthé se porte garant",
      "À partir du 1er janvier 2027, le loyer est de 32 000 F CFA par mois",
    ])
      expect(text).toContain(words);
  });

  test("is refused for a lease that nobody knows", async () => {
    expect(await office.refused("rental.printLease", { id: v7() })).toBe(
      refusal("rental.leaseUnknown", "id"),
    );
  });
});

describe("a notice", () => {
  test("asks for a period before it is due, with what is owed from before and less what is paid", async () => {
    const { id } = await letShop(office, { charges: { kind: "fixed", amount: 2_000 } });
    await pay(office, id, 80_000, "2026-11-20");
    const paper = await office.must("rental.printNotice", { leaseId: id, month: "2026-12" });
    expect(paper.fileName).toBe("KTL-B00001-avis-2026-12.pdf");
    expect(pdfInfo(paper.bytes).pages).toBe(1);
    const text = said(paper);
    for (const words of [
      "À payer au plus tard le 5 décembre 2026 48 000 F CFA",
      "Loyer décembre 2026 05/12/2026 30 000 F CFA",
      "Charges décembre 2026 05/12/2026 2 000 F CFA",
      "Reste d’avant le 01/12/2026 16 000 F CFA",
    ])
      expect(text).toContain(words);
  });

  test("lists what the meters and a penalty ask for beside the rent", async () => {
    const { id, premises } = await letShop(office, {
      ...{ charges: { kind: "meter", water: 500, power: null } },
      penalty: { kind: "fixed", graceDays: 5, amount: 1_000 },
    });
    const reading = { leaseId: id, premisesId: premises[0]?.id ?? "", meter: "water" } as const;
    const first = { ...reading, initial: true, readOn: "2026-09-01", index: 10 };
    await office.must("rental.recordReading", { ...first, id: v7() });
    await office.must("rental.recordReading", {
      ...{ ...reading, id: v7(), readOn: "2026-11-20", index: 18, initial: false },
    });
    const text = said(await office.must("rental.printNotice", { leaseId: id, month: "2026-12" }));
    for (const words of [
      "Eau du 02/09/2026 au 20/11/2026 20/11/2026 4 000 F CFA",
      "3 000 F CFA",
      "Reste d’avant le 01/12/2026 90 000 F CFA",
      "Total 127 000 F CFA",
    ])
      expect(text).toContain(words);
  });

  test("is refused where no period begins", async () => {
    const { id } = await letShop(office, { period: "quarter" });
    expect(await office.refused("rental.printNotice", { leaseId: id, month: "2026-10" })).toBe(
      refusal("rental.nothingThere", "month"),
    );
    expect(await office.refused("rental.printNotice", { leaseId: v7(), month: "2026-10" })).toBe(
      refusal("rental.leaseUnknown", "leaseId"),
    );
  });
});

describe("a quittance", () => {
  test("comes with the last franc of rent and charges, and names the vouchers that paid", async () => {
    const { id } = await letShop(office, { charges: { kind: "fixed", amount: 2_000 } });
    const asked = { leaseId: id, month: "2026-09" };
    await pay(office, id, 31_000, "2026-09-10");
    expect(await office.refused("rental.printQuittance", asked)).toBe(refusal("rental.notSettled", "month"));
    const { voucherNumber } = await pay(office, id, 1_000, "2026-11-10");
    const paper = await office.must("rental.printQuittance", asked);
    expect(paper.fileName).toBe("KTL-B00001-quittance-2026-09.pdf");
    const text = said(paper);
    for (const words of [
      "la somme de trente-deux mille francs CFA 32 000 F CFA",
      "KTL-2026-00001 du 10/09/2026",
      `${voucherNumber} du 10/11/2026`,
      "entièrement réglée",
    ])
      expect(text).toContain(words);
  });

  test("of a period that was let go in part says so, and of one let go altogether is refused", async () => {
    const { id } = await letShop(office);
    await pay(office, id, 25_000, "2026-09-10");
    const letGo = { leaseId: id, reason: "Travaux dans la rue" };
    await office.must("rental.writeOff", { ...letGo, id: v7(), amount: 35_000 });
    const text = said(await office.must("rental.printQuittance", { leaseId: id, month: "2026-09" }));
    expect(text).toContain("Remise accordée −5 000 F CFA");
    expect(text).toContain("25 000 F CFA");
    expect(await office.refused("rental.printQuittance", { leaseId: id, month: "2026-10" })).toBe(
      refusal("rental.nothingThere", "month"),
    );
  });
});

describe("the papers of a month", () => {
  test("have every lease that is asked for anything, or that has settled it, two to a page", async () => {
    const leases = [await letShop(office), await letShop(office), await letShop(office)];
    for (const { id } of leases.slice(0, 1)) await pay(office, id, 120_000, "2026-11-20");
    const gone = await letShop(office);
    await terminate(office, gone.id, "2026-10-31");
    const notices = await office.must("rental.printMonth", { month: "2026-12", paper: "notices" });
    expect(notices.fileName).toBe("KTL-avis-2026-12.pdf");
    expect(said(notices).match(/KTL-B\d{5}-2026-12/g)).toEqual(["KTL-B00002-2026-12", "KTL-B00003-2026-12"]);
    expect(pdfInfo(notices.bytes).pages).toBe(1);
    const quittances = await office.must("rental.printMonth", { month: "2026-11", paper: "quittances" });
    expect(said(quittances).match(/KTL-B\d{5}-2026-11/g)).toEqual(["KTL-B00001-2026-11"]);
  });

  test("are refused where there is none", async () => {
    await letShop(office);
    for (const paper of ["notices", "quittances"] as const)
      expect(await office.refused("rental.printMonth", { month: "2026-05", paper })).toBe(
        refusal("rental.nothingThere", "month"),
      );
  });
});

describe("reminders", () => {
  test("list what is unpaid with its total and a day to pay before", async () => {
    const { id } = await letShop(office);
    await pay(office, id, 45_000, "2026-10-10");
    const first = await office.must("rental.printReminder", { leaseId: id, kind: "first" });
    expect(first.fileName).toBe(`KTL-B00001-rappel-1-${TODAY}.pdf`);
    for (const words of [
      "Rappel de loyer",
      "Loyer octobre 2026 05/10/2026 30 000 F CFA 15 000 F CFA 15 000 F CFA",
      "Somme à payer 45 000 F CFA",
      "avant le 3 décembre 2026",
    ])
      expect(said(first)).toContain(words);
    const last = said(await office.must("rental.printReminder", { leaseId: id, kind: "last" }));
    for (const words of ["mettre fin au bail", "Votre garant, Modibo Berthé"]) expect(last).toContain(words);
  });

  test("are refused where nothing is owed, and for a lease that nobody knows", async () => {
    const { id } = await letShop(office);
    await pay(office, id, 90_000, TODAY);
    expect(await office.refused("rental.printReminder", { leaseId: id, kind: "first" })).toBe(
      refusal("rental.nothingLate", "leaseId"),
    );
    expect(await office.refused("rental.printReminder", { leaseId: v7(), kind: "last" })).toBe(
      refusal("rental.leaseUnknown", "leaseId"),
    );
  });
});

test("the statement ends with what the lease owes on its last day", async () => {
  const { id } = await letShop(office);
  await pay(office, id, 45_000, "2026-10-10");
  const asked = { leaseId: id, from: "2026-10-01", to: TODAY };
  const paper = await office.must("rental.printStatement", asked);
  expect(paper.fileName).toBe(`KTL-B00001-releve-${TODAY}.pdf`);
  const text = said(paper);
  for (const words of [
    "Solde avant le 01/10/2026 30 000",
    "10/10/2026 Paiement KTL-2026-00001 45 000 15 000",
    "Reste à payer au 23 novembre 2026 45 000 F CFA",
  ])
    expect(text).toContain(words);
  expect((await read(office, id)).arrears).toBe(45_000);
});

describe("an inspection sheet", () => {
  test("of an exit has what was seen at the entry beside it, and the meters of the day", async () => {
    const { id, premises } = await letShop(office);
    const premisesId = premises[0]?.id ?? "";
    const sheet = { leaseId: id, premisesId, keys: 2, remarks: "" };
    const item = { item: "Porte", remark: "" };
    await office.must("rental.saveInspection", {
      ...{ ...sheet, id: v7(), kind: "entry", on: "2026-09-01" },
      items: [{ ...item, condition: "good" }],
    });
    const exit = v7();
    await office.must("rental.saveInspection", {
      ...{ ...sheet, id: exit, kind: "exit", on: TODAY },
      items: [{ ...item, condition: "poor", remark: "Gond cassé" }],
    });
    const paper = await office.must("rental.printInspection", { leaseId: id, id: exit });
    expect(paper.fileName).toBe(`KTL-B00001-etat-des-lieux-${TODAY}.pdf`);
    const text = said(paper);
    for (const words of ["État des lieux de sortie", "Porte bon mauvais Gond cassé", "Eau E-4471"])
      expect(text).toContain(words);
  });

  test("is refused where there is none", async () => {
    const { id } = await letShop(office);
    expect(await office.refused("rental.printInspection", { leaseId: id, id: v7() })).toBe(
      refusal("rental.inspectionUnknown", "id"),
    );
  });
});

describe("lists and figures", () => {
  test("roll, arrears and report say what the screens say", async () => {
    const { id, number } = await letShop(office);
    await pay(office, id, 20_000, "2026-11-10");
    await office.must("rental.noteReminder", {
      ...{ id: v7(), leaseId: id, kind: "call", promisedOn: "2026-11-25", promised: 20_000, note: "" },
    });
    await addPremises(office, "V-01");
    const roll = await office.must("rental.printRoll", { month: "2026-11" });
    expect(roll.fileName).toBe("KTL-loyers-2026-11.pdf");
    expect(said(roll)).toMatch(new RegExp(`${number} Sékou Berthé .* 60 000 30 000 20 000 70 000 —`));
    const arrears = await office.must("rental.printArrears", { on: TODAY });
    expect(arrears.fileName).toBe(`KTL-impayes-${TODAY}.pdf`);
    for (const words of ["1 bail en retard", "Garant : Modibo Berthé", "Appel le 23/11/2026", "70 000"])
      expect(said(arrears)).toContain(words);
    const report = await office.must("rental.printReport", { from: "2026-09", to: "2026-11" });
    expect(report.fileName).toBe("KTL-locaux-2026-09-2026-11.pdf");
    for (const words of ["De septembre 2026 à novembre 2026", "Boutique V-01 0 F CFA 0 F CFA 0"])
      expect(said(report)).toContain(words);
  });

  test("of another office are headquarters' to print", async () => {
    const hq = await makeHeadquarters();
    const away = await makeEnrolled(hq, KOUTIALA);
    await setPrintedName(hq);
    const { id } = await letShop(away);
    await receive(hq, await send(away));
    const roll = await hq.must("rental.printRoll", { month: "2026-11", office: "KTL" });
    expect(roll.fileName).toBe("BKO-loyers-KTL-2026-11.pdf");
    expect(said(roll)).toContain("Bureau KTL");
    expect(said(await hq.must("rental.printArrears", { on: TODAY, office: "all" }))).toContain(
      "Tous les bureaux",
    );
    const report = { from: "2026-09", to: "2026-11", office: "all" } as const;
    expect(said(await hq.must("rental.printReport", report))).toContain("KTL · Boutique");
    expect(
      said(await hq.must("rental.printStatement", { leaseId: id, from: "2026-09-01", to: TODAY })),
    ).toContain("KTL-B00001");
    const contract = said(await hq.must("rental.printLease", { id }));
    expect(contract).toContain("Association Yeelen, bureau de Koutiala");
    expect(await away.refused("rental.printRoll", { month: "2026-11", office: "all" })).toBe(
      refusal("headquarters.notHere", "office"),
    );
  });
});
