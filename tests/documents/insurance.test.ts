import { describe, expect, it } from "vitest";
import type { PaperDefinition } from "../../src/documents/design/paper.ts";
import { A4, A5, mm } from "../../src/documents/design/paper.ts";
import { accountStatement } from "../../src/documents/insurance/accountStatement.ts";
import { attestation } from "../../src/documents/insurance/attestation.ts";
import { decisionSlip } from "../../src/documents/insurance/decisionSlip.ts";
import { exitPapers } from "../../src/documents/insurance/exitPapers.ts";
import { monthlySummary } from "../../src/documents/insurance/monthlySummary.ts";
import { policyCertificate } from "../../src/documents/insurance/policyCertificate.ts";
import { renderPdf } from "../../src/documents/render.ts";
import { FORBIDDEN } from "./forbidden.ts";
import {
  account,
  attestationData,
  certificate,
  decision,
  everyInsurancePaper,
  exitData,
  LIFE,
  MEDICAL,
  policyFile,
  summaryData,
} from "./insuranceSamples.ts";
import { LANGUAGES } from "./languages.ts";
import { fontsIn, pdfInfo, pdfText } from "./poppler.ts";
import { context, FIRST_NAMES, FONTS, SURNAME } from "./samples.ts";

const pdfOf = (definition: PaperDefinition) => renderPdf(definition, FONTS());
const textOf = async (definition: PaperDefinition) => pdfText(await pdfOf(definition));

const PAGES: Readonly<Record<string, number>> = {
  healthPolicy: 1,
  lifePolicy: 1,
  decisionSlip: 1,
  accountStatement: 1,
  withdrawalPapers: 1,
  deathPapers: 4,
  attestation: 1,
  monthlySummary: 1,
};

/** What must be found in each. */
const SAYS: Readonly<Record<string, readonly string[]>> = {
  healthPolicy: [
    "Adhésion",
    "12 500 F CFA chaque mois",
    "Frais d’inscription : 1 000 F CFA",
    "Pendant les 3 premiers mois",
    "jusqu’au 31/05/2026 inclus",
    "Petite chirurgie 70 % 125 000 F CFA 100 000 F CFA —",
    "Consultation 70 % 5 000 F CFA 100 000 F CFA 12",
    "Lunettes non payé",
    "au plus 2 500 000 F CFA par an",
    "COSM-01, VIT-C",
    "Centre de référence de Koutiala : 80 % au moins",
    "Awa Coulibaly, 02/04/2018",
    "date de naissance à compléter",
    "à confirmer par le siège",
  ],
  lifePolicy: [
    "À partir de 50 ans",
    "80 % de votre compte",
    "150 000 F CFA au moins",
    "Oumou Sangaré mère 60 %",
    "seul votre compte est versé",
  ],
  decisionSlip: [
    "Décision KTL-S00031",
    "Demande réduite",
    "Awa Coulibaly",
    "Médicaments (× 3)",
    "Total 75 000 F CFA 58 000 F CFA 17 000 F CFA",
    "le plan paie 70 %",
    "− 45 000 F CFA",
    "dix-sept mille francs CFA",
    "Signature ou empreinte de la membre",
  ],
  accountStatement: ["03/03/2026 Cotisation KTL-2026-00003 5 000 F CFA 5 000 F CFA", "Part du fonds commun"],
  withdrawalPapers: ["Décharge", "Payé le 23/11/2026, pièce KTL-2026-00042", "trente-deux mille francs CFA"],
  deathPapers: ["Oumou Sangaré", "Issa Coulibaly", "90 000 F CFA", "60 000 F CFA", "une part de 60 %"],
  attestation: ["Attestation de suivi", "novembre 2026", "05/11/2026", "T-0147", "jusqu’au 30 novembre 2026"],
  monthlySummary: [
    "Octobre 2026 · Bureau de Koutiala",
    "Total 403 11 24 8 2",
    "4 137 500 F CFA 4 012 901 F CFA 1 208 750 F CFA 30,1 %",
    "décidée, à payer 3 120 500 F CFA 71 250 F CFA",
    "Vu par la coordinatrice",
  ],
};

describe.each(LANGUAGES)("the insurance's papers in %s", (language) => {
  it.each(Object.keys(PAGES))("%s holds its pages and tells nothing of the trade", async (name) => {
    const definition = everyInsurancePaper(language)[name]?.();
    if (!definition) throw new Error("no such document");
    const pdf = await pdfOf(definition);
    const info = pdfInfo(pdf);
    const { width, height } = name === "attestation" ? A5 : A4;
    for (const [pageWidth, pageHeight] of info.sizes) {
      expect(pageWidth).toBeCloseTo(mm(width), 2);
      expect(pageHeight).toBeCloseTo(mm(height), 2);
    }
    expect(info.pages).toBe(PAGES[name]);
    for (const font of fontsIn(pdf)) expect(font).toMatchObject({ embedded: true });
    const text = pdfText(pdf);
    expect(`${text} ${info.all}`).not.toMatch(FORBIDDEN);
    expect(text).not.toContain("{{");
    if (language === "fr") for (const words of SAYS[name] ?? []) expect(text).toContain(words);
    if (name === "monthlySummary") expect(text).not.toContain(SURNAME);
    else for (const part of [SURNAME, FIRST_NAMES]) expect(text).toContain(part);
    // A file's properties are shown by every viewer and every file manager.
    expect(info.all).not.toContain("Coulibaly");
  });

  it("the attestation names neither care nor illness", async () => {
    expect(await textOf(attestation(attestationData(language)))).not.toMatch(MEDICAL);
  });

  it("letters and discharges name neither care nor plan nor number of a member to a family", async () => {
    const text = await textOf(exitPapers(exitData(language, "death")));
    expect(text).not.toMatch(MEDICAL);
    expect(text).not.toContain("KTL-00042");
    expect(text).not.toContain("Épargne retraite");
  });
});

describe("the certificate of a policy", () => {
  it("says in words what the plan does not have", async () => {
    const bare = { ...LIFE, waitingMonths: 0, lapseMonths: 0, withdrawalRate: 0, deathBenefit: 0 };
    const file = { ...policyFile("life"), beneficiaries: [], waitingUntil: null };
    const text = await textOf(policyCertificate({ ...certificate("fr", "life"), terms: bare, file }));
    for (const words of [
      "Aucun délai d’attente",
      "le contrat s’arrête aussitôt",
      "rien n’est rendu",
      "En cas de décès : votre compte.",
      "Personne n’est nommé encore",
    ])
      expect(text).toContain(words);
  });
});

describe("the decision slip", () => {
  it("of a rejected claim gives the note and has no place to sign for money", async () => {
    const lines = decision("fr").lines.map((line) => ({ ...line, paid: 0, cuts: [] }));
    const note = "Le reçu est celui d’une autre personne.";
    const rejected = { ...decision("fr"), outcome: "rejected", granted: 0, note, lines } as const;
    const text = await textOf(decisionSlip(rejected));
    expect(text).toContain("Demande rejetée");
    expect(text).toContain(note);
    expect(text).not.toContain("J’ai reçu la somme");
  });

  it("keeps the place to sign whole, however many lines there are", async () => {
    const lines = Array.from({ length: 40 }, () => decision("fr").lines)
      .flat()
      .slice(0, 40);
    const text = await textOf(decisionSlip({ ...decision("fr"), lines }));
    expect(text).toMatch(/Reçu de la membre.*Signature ou empreinte de la membre/);
    expect(text).toContain("Page 1 sur");
  });
});

describe("the account statement", () => {
  it("runs over as many pages as there are movements, with its heading on each", async () => {
    const [first] = account().movements;
    if (first === undefined) throw new Error("no movement");
    const movements = Array.from({ length: 120 }, () => first);
    const pdf = await pdfOf(accountStatement({ ...context("fr"), account: { ...account(), movements } }));
    const { pages } = pdfInfo(pdf);
    expect(pages).toBeGreaterThan(2);
    expect(pdfText(pdf).match(/Opération/g)).toHaveLength(pages);
  });

  it("says so when nothing was paid in", async () => {
    const empty = { ...account(), movements: [], balance: 0 };
    expect(await textOf(accountStatement({ ...context("fr"), account: empty }))).toContain("Aucun versement");
  });
});

describe("the monthly summary", () => {
  it("of nothing says so, and of all offices names them", async () => {
    const { summary } = summaryData("fr");
    const nothing = { ...summary, office: "all", plans: [], claimsByState: [], claimsByCategory: [] };
    const text = await textOf(monthlySummary({ ...summaryData("fr"), summary: nothing, lossRatio: null }));
    for (const words of ["Tous les bureaux", "Aucun contrat", "Aucune demande"])
      expect(text).toContain(words);
  });
});
