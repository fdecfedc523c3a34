import { describe, expect, it } from "vitest";
import { budgetSheet } from "../../src/documents/cashbook/budgetSheet.ts";
import { cashBook } from "../../src/documents/cashbook/cashBook.ts";
import { countSheet } from "../../src/documents/cashbook/countSheet.ts";
import { monthPapers } from "../../src/documents/cashbook/monthPapers.ts";
import type { PaperDefinition } from "../../src/documents/design/paper.ts";
import { A4, mm } from "../../src/documents/design/paper.ts";
import { renderPdf } from "../../src/documents/render.ts";
import {
  bookData,
  budgetData,
  countData,
  everyCashbookPaper,
  journal,
  monthData,
} from "./cashbookSamples.ts";
import { FORBIDDEN } from "./forbidden.ts";
import { LANGUAGES } from "./languages.ts";
import { fontsIn, pdfInfo, pdfText, pdfWords } from "./poppler.ts";
import { FONTS } from "./samples.ts";

const pdfOf = (definition: PaperDefinition) => renderPdf(definition, FONTS());
const textOf = async (definition: PaperDefinition) => pdfText(await pdfOf(definition));

const SAYS: Readonly<Record<string, readonly string[]>> = {
  journal: [
    "Journal de caisse",
    "Octobre 2026 · Bureau de Koutiala",
    "Mois clos le 02/11/2026 par Sali Diarra.",
    "Solde au début : 125 000 F CFA",
    "01/10/2026 KTL-2026-00001 70610 Loyers des locaux",
    "À reporter",
    "Report",
    "Totaux",
    "Solde à la fin",
    "Par caisse",
    "La coordinatrice",
  ],
  cashSheet: [
    "Feuille de caisse",
    "02/10/2026 1 90 000 12 500 202 500",
    "À la fin du mois 15 450 000 62 500 512 500",
    "compté 512 000 F CFA, attendu 512 500 F CFA, écart −500 F CFA",
    "Pas compté dans ce mois",
  ],
  summary: [
    "Résumé du mois",
    "70610 Loyers des locaux 20 1 500 000 75 000",
    "Total dépenses 12 0 157 500",
    "Recettes moins dépenses 1 345 000 F CFA",
    "EAU-26 Eau pour le marché 500 000 45 000 455 000",
    "Orange Money : pas comptée",
  ],
  all: ["Journal de caisse", "Feuille de caisse", "Résumé du mois"],
  cashBook: ["Livre de caisse", "12 pièces", "75 000 200 000", "Totaux 600 000 50 000 675 000"],
  count: [
    "Procès-verbal de caisse",
    "10 000 F CFA 31 310 000 F CFA",
    "2 000 F CFA 0 0 F CFA",
    "trois cent soixante-treize mille six cents francs CFA",
    "373 600 F CFA 374 100 F CFA −500 F CFA",
    "Manque : 500 F CFA",
    "rendue en trop",
    "KTL-2026-00062",
    "Le témoin",
  ],
  statementCheck: ["Contrôle du solde", "BDM, compte courant", "Aucun écart"],
  budget: [
    "Budget et réalisé",
    "Année 2026, situation au 23/11/2026",
    "18 000 000 16 110 000 15 750 000 2 250 000",
    "88 %",
    "131 %",
    "pas prévu",
    "Deux livraisons",
  ],
};

describe.each(LANGUAGES)("the cash book's papers in %s", (language) => {
  it.each(Object.keys(SAYS))("%s says what it must and nothing of the trade", async (name) => {
    const definition = everyCashbookPaper(language)[name]?.();
    if (!definition) throw new Error("no such document");
    const pdf = await pdfOf(definition);
    const info = pdfInfo(pdf);
    const [width, height] = name === "budget" ? [A4.height, A4.width] : [A4.width, A4.height];
    for (const size of info.sizes) {
      expect(size[0]).toBeCloseTo(mm(width), 1);
      expect(size[1]).toBeCloseTo(mm(height), 1);
    }
    for (const font of fontsIn(pdf)) expect(font).toMatchObject({ embedded: true });
    const text = pdfText(pdf);
    expect(`${text} ${info.all}`).not.toMatch(FORBIDDEN);
    expect(text).not.toContain("{{");
    if (language === "fr") for (const words of SAYS[name] ?? []) expect(text).toContain(words);
  });
});

describe("the journal", () => {
  it("carries its totals from page to page, however long the words are", async () => {
    for (const onePlace of [false, true]) {
      const pdf = await pdfOf(cashBook(bookData("fr", { journal: journal(400, onePlace) })));
      const { pages } = pdfInfo(pdf);
      expect(pages).toBeGreaterThan(8);
      const words = pdfWords(pdf);
      for (let page = 1; page <= pages; page += 1) {
        const texts = words.filter((word) => word.page === page).map(({ text }) => text);
        const count = (text: string) => texts.filter((one) => one === text).length;
        expect([count("Report"), count("reporter"), count("Totaux")]).toEqual([
          page === 1 ? 0 : 1,
          page === pages ? 0 : 1,
          page === pages ? 1 : 0,
        ]);
      }
      const text = pdfText(pdf);
      const toCarry = [...text.matchAll(/À reporter ([\d ]+?) (?=\D)/g)].map(([, figures]) => figures);
      const carried = [...text.matchAll(/Report ([\d ]+?) \d\d\//g)].map(([, figures]) => figures);
      expect(carried).toHaveLength(pages - 1);
      expect(toCarry.map((figures) => figures?.trim())).toEqual(carried.map((figures) => figures?.trim()));
    }
  });

  it("says that a month is provisional until it is closed, and of another office not who closed it", async () => {
    const standing = { state: "open", closedOn: null, closedBy: "" } as const;
    const open = await textOf(monthPapers(monthData("fr", ["journal"], { standing })));
    expect(open).toContain("Provisoire : ce mois n’est pas clos.");
    const closed = { state: "closed", closedOn: "2026-11-02", closedBy: "" } as const;
    const away = await textOf(monthPapers(monthData("fr", ["summary"], { standing: closed, scope: "MPT" })));
    expect(away).toContain("Bureau MPT");
    expect(away).toContain("Mois clos le 02/11/2026. ");
  });

  it("of no voucher says so, and what lies there", async () => {
    const empty = { ...journal(0), places: [] };
    const none = { first: null, last: null };
    const text = await textOf(monthPapers(monthData("fr", ["journal"], { journal: empty, ...none })));
    expect(text).toContain("Aucune pièce dans ce temps.");
    expect(text).toContain("Solde au début : 125 000 F CFA");
  });

  it("of chosen vouchers has no balance", async () => {
    const chosen = { ...journal(5), balances: null, places: [] };
    const text = await textOf(cashBook(bookData("fr", { journal: chosen, filterWords: ["entrées seules"] })));
    expect(text).toContain("entrées seules");
    expect(text).not.toContain("Solde");
  });
});

describe("the cash sheet and the summary", () => {
  it("of nothing say so", async () => {
    const empty = { accounts: [], projects: [], warnings: [] };
    const text = await textOf(
      monthPapers(monthData("fr", ["cashSheet", "summary"], { places: [], summary: empty })),
    );
    expect(text).toContain("Aucune caisse.");
    expect(text).toContain("Aucune pièce dans ce mois.");
    expect(text).not.toContain("Par projet");
  });

  it("of a place that moves every day runs over pages with its heading on each", async () => {
    const [place] = monthData("fr", []).places;
    const [day] = place?.days ?? [];
    if (place === undefined || day === undefined) throw new Error("no day");
    const places = Array.from({ length: 3 }, () => ({
      ...place,
      days: Array.from({ length: 31 }, (_, index) => ({
        ...day,
        on: `2026-10-${String(index + 1).padStart(2, "0")}`,
      })),
    }));
    const pdf = await pdfOf(monthPapers(monthData("fr", ["cashSheet"], { places })));
    expect(pdfInfo(pdf).pages).toBeGreaterThan(2);
    expect(pdfText(pdf).match(/31\/10\/2026 1 90 000/g)).toHaveLength(3);
  });
});

describe("count and budget", () => {
  it("a count with too much says so", async () => {
    const { count } = countData("fr");
    const over = { ...count, expected: 373_000, difference: 600 };
    expect(await textOf(countSheet(countData("fr", { count: over })))).toContain("Trop : 600 F CFA");
  });

  it("a budget of many lines repeats its headings, and none says so", async () => {
    const [row] = budgetData("fr").rows;
    if (row === undefined) throw new Error("no row");
    const rows = Array.from({ length: 60 }, () => row);
    const pdf = await pdfOf(budgetSheet(budgetData("fr", { rows })));
    const { pages } = pdfInfo(pdf);
    expect(pages).toBeGreaterThan(2);
    expect(pdfText(pdf).match(/Part utilisée/g)).toHaveLength(pages);
    expect(await textOf(budgetSheet(budgetData("fr", { rows: [] })))).toContain("Aucune ligne de budget");
  });
});
