import { describe, expect, it } from "vitest";
import { roundUp } from "../../src/documents/design/barChart.ts";
import type { PaperDefinition } from "../../src/documents/design/paper.ts";
import { A4, A5, mm } from "../../src/documents/design/paper.ts";
import { renderPdf } from "../../src/documents/render.ts";
import { arrearsList } from "../../src/documents/rental/arrearsList.ts";
import { inspectionSheet } from "../../src/documents/rental/inspectionSheet.ts";
import { leaseContract } from "../../src/documents/rental/leaseContract.ts";
import { reminderLetter } from "../../src/documents/rental/reminderLetter.ts";
import { rentalReport } from "../../src/documents/rental/rentalReport.ts";
import { rentRoll } from "../../src/documents/rental/rentRoll.ts";
import { rentNotices, rentQuittances } from "../../src/documents/rental/rentSlips.ts";
import { tenantStatement } from "../../src/documents/rental/tenantStatement.ts";
import { FORBIDDEN } from "./forbidden.ts";
import { LANGUAGES } from "./languages.ts";
import { fontsIn, pdfInfo, pdfText, pdfWords } from "./poppler.ts";
import {
  arrearsData,
  contractData,
  everyRentalPaper,
  FULL_NOTICE,
  inspectionData,
  LONG_NAME,
  notice,
  quittance,
  reminderData,
  reportData,
  rollData,
  statementData,
  TENANT,
} from "./rentalSamples.ts";
import { context, FONTS } from "./samples.ts";

const pdfOf = (definition: PaperDefinition) => renderPdf(definition, FONTS());
const textOf = async (definition: PaperDefinition) => pdfText(await pdfOf(definition));

const UPRIGHT = [A4.width, A4.height] as const;
const LYING = [A4.height, A4.width] as const;
const HALF_SHEET = [A5.height, A5.width] as const;

/** Of each its pages, their size, and what must be found in it. */
const PAPERS: Readonly<
  Record<string, { pages: number; size: readonly [number, number]; says: readonly string[] }>
> = {
  leaseContract: {
    pages: 2,
    size: UPRIGHT,
    says: [
      "Contrat de location",
      "KTL-B00007",
      "Étal du marché",
      "compteur d’électricité n° EDM-44 120",
      "commence le 1er janvier 2026 et prend fin le 31 décembre 2027",
      "75 000 F CFA (soixante-quinze mille francs CFA) par mois",
      "au plus tard le 5 de chaque mois",
      "électricité, 150 F CFA l’unité",
      "caution de 150 000 F CFA (cent cinquante mille francs CFA)",
      "10 jours après l’échéance donnent lieu à une pénalité de 5 %",
      "préavis de 3 mois",
      "ni sous-louer",
      "Oumou Sangaré se porte garant",
      "À partir du 1er octobre 2026, le loyer est de 80 000 F CFA par mois",
      "Du 1er mars 2026 au 30 avril 2026, aucun loyer",
      "Signature ou empreinte du garant",
      "Modèle à confirmer par le siège",
    ],
  },
  notice: {
    pages: 1,
    size: HALF_SHEET,
    says: [
      "Avis d’échéance",
      "KTL-B00007-2026-12",
      "À payer au plus tard le 5 décembre 2026 100 000 F CFA",
      "Charges décembre 2026 05/12/2026 5 000 F CFA",
      "Reste d’avant le 01/12/2026 40 000 F CFA",
      "Déjà payé −20 000 F CFA",
    ],
  },
  notices: {
    pages: 2,
    size: UPRIGHT,
    says: ["Boutique B-03", "du 14/10/2026 au 13/11/2026 05/12/2026 18 750 F CFA"],
  },
  quittance: {
    pages: 1,
    size: HALF_SHEET,
    says: [
      "Quittance de loyer",
      "la somme de quatre-vingt mille francs CFA 80 000 F CFA",
      "KTL-2026-00042 du 03/12/2026",
      "(caution)",
      "entièrement réglée",
    ],
  },
  quittances: { pages: 1, size: UPRIGHT, says: ["Remise accordée −5 000 F CFA", "soixante-quinze mille"] },
  firstReminder: {
    pages: 1,
    size: UPRIGHT,
    says: [
      "Rappel de loyer",
      "septembre 2026",
      "225 000 F CFA 25 000 F CFA 200 000 F CFA",
      "avant le 3 décembre 2026",
    ],
  },
  lastReminder: {
    pages: 1,
    size: UPRIGHT,
    says: ["Dernier rappel", "mettre fin au bail", "Votre garant, Oumou Sangaré"],
  },
  statement: {
    pages: 1,
    size: UPRIGHT,
    says: [
      "Solde avant le 01/01/2026 15 000",
      "Paiement KTL-2026-00040 70 000 20 000",
      "Total 600 000 560 000 55 000",
      "Reste à payer au 23 novembre 2026 55 000 F CFA",
    ],
  },
  entrySheet: { pages: 1, size: UPRIGHT, says: ["État des lieux d’entrée", "Électricité EDM-44 120 18 442"] },
  exitSheet: {
    pages: 1,
    size: UPRIGHT,
    says: ["État des lieux de sortie", "Murs bon moyen", "Clés rendues", "Fissure de un mètre"],
  },
  blankSheet: {
    pages: 1,
    size: UPRIGHT,
    says: ["Ce qui a été regardé", "Signature ou empreinte du locataire"],
  },
  rentRoll: {
    pages: 2,
    size: LYING,
    says: [
      "Loyers du mois",
      "Novembre 2026 · Bureau de Koutiala",
      "(bail",
      "Total 900 000 1 500 000 1 200 000",
    ],
  },
  arrearsList: {
    pages: 1,
    size: LYING,
    says: [
      "Impayés par ancienneté",
      "Situation au 23/11/2026",
      "5 baux en retard",
      "Plus de 90 jours",
      "Garant : Oumou Sangaré",
      "66 12 34 56",
      "promesse non tenue",
      "Total 375 000 375 000 250 000 600 000 1 600 000",
    ],
  },
  rentalReport: {
    pages: 3,
    size: LYING,
    says: [
      "Occupation et revenus des locaux",
      "De novembre 2025 à octobre 2026",
      "800 000",
      "75 %",
      "Novembre 2025 525 000 F CFA 440 000 F CFA 144 180 80 %",
      "Boutique B-06",
    ],
  },
};

/** Papers about one tenant say who it is; the report names nobody. */
const NAMELESS = ["rentalReport"];

describe.each(LANGUAGES)("the rental's papers in %s", (language) => {
  it.each(Object.keys(PAPERS))("%s holds its pages and tells nothing of the trade", async (name) => {
    const definition = everyRentalPaper(language)[name]?.();
    const expected = PAPERS[name];
    if (!definition || !expected) throw new Error("no such document");
    const pdf = await pdfOf(definition);
    const info = pdfInfo(pdf);
    expect(info.pages).toBe(expected.pages);
    for (const [width, height] of info.sizes) {
      expect(width).toBeCloseTo(mm(expected.size[0]), 1);
      expect(height).toBeCloseTo(mm(expected.size[1]), 1);
    }
    for (const font of fontsIn(pdf)) expect(font).toMatchObject({ embedded: true });
    const text = pdfText(pdf);
    expect(`${text} ${info.all}`).not.toMatch(FORBIDDEN);
    expect(text).not.toContain("{{");
    if (language === "fr") for (const words of expected.says) expect(text).toContain(words);
    if (NAMELESS.includes(name)) expect(text).not.toContain(TENANT);
    else expect(text).toContain(TENANT);
    // A file's properties are shown by every viewer and every file manager.
    expect(info.all).not.toContain("Traoré");
  });

  it("no word leaves its page, not even of the fullest slip", async () => {
    const slips = rentNotices({ ...context(language), notices: [FULL_NOTICE, FULL_NOTICE] }, 2);
    const papers = [slips, rentRoll(rollData(language, 60)), arrearsList(arrearsData(language, 30))];
    for (const definition of papers) {
      const pdf = await pdfOf(definition);
      const { sizes } = pdfInfo(pdf);
      for (const { page, xMin, xMax, yMin, yMax } of pdfWords(pdf)) {
        const [width = 0, height = 0] = sizes[page - 1] ?? [];
        expect(xMin).toBeGreaterThan(mm(9));
        expect(xMax).toBeLessThan(width - mm(9));
        expect(yMin).toBeGreaterThan(mm(5));
        expect(yMax).toBeLessThan(height - mm(5));
      }
    }
  });
});

describe("the lease contract", () => {
  it("says in words what was not agreed, and names a penalty and a guarantor only where there are any", async () => {
    const data = contractData("fr");
    const { terms, tenant } = data;
    const bare = await textOf(
      leaseContract({
        ...data,
        changes: [],
        tenant: { ...tenant, kind: "firm", name: LONG_NAME, guarantorName: "", guarantorPhone: "" },
        terms: {
          ...terms,
          ...{ endsOn: null, period: "year", charges: { kind: "none" }, deposit: 0, noticeMonths: 0 },
          penalty: { kind: "none" },
        },
      }),
    );
    for (const words of [
      "la société Établissements Mamadou",
      "durée indéterminée",
      "une fois par an, au plus tard le 5 du mois de janvier",
      "Aucune charge",
      "Aucune caution",
      "sans préavis",
    ])
      expect(bare).toContain(words);
    for (const words of ["Pénalité", "garant", "Convenu depuis"]) expect(bare).not.toContain(words);
  });
});

describe("slips", () => {
  it("are two to a page, as many pages as that takes", async () => {
    const notices = Array.from({ length: 25 }, () => notice());
    const pdf = await pdfOf(rentNotices({ ...context("fr"), notices }, 2));
    expect(pdfInfo(pdf).pages).toBe(13);
    expect(pdfText(pdf).match(/Signature et cachet/g)).toHaveLength(25);
  });

  it("of a settled period ask for nothing", async () => {
    const notices = [notice({ paid: 80_000, earlier: 0 })];
    expect(await textOf(rentNotices({ ...context("fr"), notices }, 1))).toContain("rien à payer 0 F CFA");
  });

  it("name the first vouchers of many and say how many more there are", async () => {
    const payments = Array.from({ length: 9 }, (_, index) => ({
      ...{ number: `KTL-2026-0004${index}`, on: "2026-12-03", source: "tenant" as const },
    }));
    const text = await textOf(rentQuittances({ ...context("fr"), quittances: [quittance({ payments })] }, 1));
    expect(text).toContain("et 5 autres");
    expect(text).not.toContain("KTL-2026-00048");
  });
});

describe("lists over many pages", () => {
  it("the statement repeats its heading on each and says so when nothing happened", async () => {
    const pdf = await pdfOf(tenantStatement(statementData("fr", 60)));
    const { pages } = pdfInfo(pdf);
    expect(pages).toBeGreaterThan(2);
    expect(pdfText(pdf).match(/Demandé/g)).toHaveLength(pages);
    const empty = { ...statementData("fr", 0), opening: 0, closing: 0 };
    expect(await textOf(tenantStatement(empty))).toContain("Compte à jour au 23 novembre 2026");
    expect(await textOf(tenantStatement({ ...empty, closing: -5_000 }))).toContain(
      "Avance au 23 novembre 2026 5 000 F CFA",
    );
  });

  it("roll, arrears and report of nothing say so", async () => {
    expect(await textOf(rentRoll(rollData("fr", 0)))).toContain("Aucun bail dans ce mois");
    expect(await textOf(arrearsList(arrearsData("fr", 0)))).toContain("Personne n’est en retard");
    expect(await textOf(rentalReport(reportData("fr", 1, 0)))).toContain("Aucun local");
  });

  it("a report of two years of thirty premises has every month and every one of them", async () => {
    const text = await textOf(rentalReport(reportData("fr", 24, 30)));
    for (const words of ["Octobre 2027", "Boutique B-30", "10/27"]) expect(text).toContain(words);
  });

  it("a reminder of many periods keeps what is asked with the place to sign", async () => {
    const [line] = reminderData("fr", "last").unpaid;
    if (line === undefined) throw new Error("nothing is unpaid");
    const unpaid = Array.from({ length: 30 }, () => line);
    const text = await textOf(reminderLetter({ ...reminderData("fr", "last"), unpaid }));
    expect(text).toContain("Somme à payer 1 500 000 F CFA");
    expect(text).toMatch(/mettre fin au bail.*Pour le bureau/);
  });

  it("an exit sheet to fill in lists what the entry sheet had", async () => {
    const text = await textOf(inspectionSheet(inspectionData("fr", "exit", { items: [], keys: 0 })));
    expect(text).toContain("Rideau de fer bon");
  });
});

describe("a chart's axis", () => {
  it("ends at a round number that no bar passes", () => {
    expect([0, 1, 7, 99, 525_000, 1_000_000].map(roundUp)).toEqual([1, 1, 8, 100, 800_000, 1_000_000]);
  });
});
