import { describe, expect, it } from "vitest";
import type { ReportContent, ReportKind } from "../../src/contract/reportingTerms.ts";
import { A4, mm } from "../../src/documents/design/paper.ts";
import { renderPdf } from "../../src/documents/render.ts";
import { workbookSheets } from "../../src/documents/reporting/workbookSheets.ts";
import { indicatorOf } from "../../src/domain/reporting/catalogue/catalogue.ts";
import { DASHBOARD_CHARTS } from "../../src/domain/reporting/dashboards.ts";
import { breakdownsOf, figuresOf, REPORT_PLANS } from "../../src/domain/reporting/reportPlan.ts";
import { FORBIDDEN } from "./forbidden.ts";
import { LANGUAGES } from "./languages.ts";
import { fontsIn, imagesIn, pdfInfo, pdfText, pdfWords } from "./poppler.ts";
import { content, ISSUE, paper } from "./reportingSamples.ts";
import { FONTS } from "./samples.ts";

const KINDS = Object.keys(REPORT_PLANS) as ReportKind[];

const pdfOf = (of: ReportContent, issue: Parameters<typeof paper>[1] = ISSUE) =>
  renderPdf(paper(of, issue), FONTS());
const textOf = async (of: ReportContent, issue: Parameters<typeof paper>[1] = ISSUE) =>
  pdfText(await pdfOf(of, issue));

/** What must be found in each. */
const SAYS: Readonly<Record<ReportKind, readonly string[]>> = {
  activity: [
    "Rapport d’activité",
    "Octobre 2026",
    "Koutiala (KTL)",
    "KTL-R00005",
    "Chiffres clés",
    "Indicateur oct. 2026 sept. 2026 Écart Objectif Atteint",
    "trente-deux femmes sont venues",
    "Tranche d’âge",
    "Budget et réalisé au 31/10/2026",
    "Corrections à des rapports déjà émis",
    "KTL-R00004 sept. 2026 Cartes vendues 41 43",
    "La secrétaire",
    "Fait à Koutiala, le 23 novembre 2026",
    "KTL-R00005 · Rapport d’activité · Octobre 2026",
  ],
  consolidated: [
    "3e trimestre 2026 : juillet à septembre 2026",
    "Tous les bureaux",
    "Bureaux incomplets",
    "Mopti (MPT), Gao (GAO)",
    "Bureau par bureau",
    "La coordinatrice nationale",
  ],
  donor: ["Rapport au bailleur", "CARITAS-26 – Apprendre et entreprendre", "Budget et réalisé au 30/09/2026"],
  notice: ["Note d’information", "Année 2025", "Qui nous sommes", "Association Yeelen est une association"],
};

describe.each(LANGUAGES)("the reports in %s", (language) => {
  it.each(KINDS)("%s holds within its pages and tells nothing of the trade", async (kind) => {
    const pdf = await pdfOf(content(kind, language));
    const info = pdfInfo(pdf);
    for (const [width, height] of info.sizes) {
      expect(width).toBeCloseTo(mm(A4.width), 2);
      expect(height).toBeCloseTo(mm(A4.height), 2);
    }
    for (const font of fontsIn(pdf)) expect(font).toMatchObject({ embedded: true });
    for (const { xMin, xMax } of pdfWords(pdf)) {
      expect(xMin).toBeGreaterThan(mm(15));
      expect(xMax).toBeLessThan(mm(A4.width - 15));
    }
    const text = pdfText(pdf);
    expect(`${text} ${info.all}`).not.toMatch(FORBIDDEN);
    expect(text).not.toMatch(/\{\{|undefined|NaN/);
    if (language === "fr") for (const words of SAYS[kind]) expect(text).toContain(words);
    expect(imagesIn(pdf)).toBe(0);
  });
});

describe("what a report shows", () => {
  it.each(KINDS)("%s names indicators and breakdowns that there are", (kind) => {
    const plan = REPORT_PLANS[kind];
    for (const code of [...figuresOf(plan), ...plan.keyFigures, ...Object.values(plan.planned)]) {
      const indicator = indicatorOf(code ?? "");
      expect(indicator, code).toBeDefined();
      if (plan.ofProject) expect(indicator?.breakdowns, code).toContain("donor");
    }
    for (const { code, by } of breakdownsOf(plan)) expect(indicatorOf(code)?.breakdowns, code).toContain(by);
    // What stands on the first page has its place in a part, too.
    expect(figuresOf(plan)).toEqual(expect.arrayContaining([...plan.keyFigures]));
  });

  it("has every figure of an activity report with its name and its value", async () => {
    const of = content("activity", "fr");
    const text = await textOf(of);
    for (const { code, now } of of.figures) {
      // A long name goes over two lines, with its figures between them.
      const name = indicatorOf(code)?.name.fr.split(" ").slice(0, 3).join(" ") ?? "";
      const value = now.value === null ? "masqué" : String(Math.floor(now.value)).slice(-3);
      expect(text).toMatch(new RegExp(`${name}[^—]*${value}`));
    }
    for (const { title } of DASHBOARD_CHARTS) expect(text).toContain(title.fr);
  });

  it("never writes a hidden number, on paper or in the workbook", async () => {
    const of = content("activity", "fr");
    const hidden: ReportContent = {
      ...of,
      figures: of.figures.map((figure) => ({ ...figure, now: { value: null, masked: true } })),
      tables: of.tables.map((table) => ({
        ...table,
        rows: table.rows.map((row) => ({ ...row, cells: [{ value: null, masked: true }] })),
      })),
    };
    const text = await textOf(hidden);
    expect(text).toContain("Membres inscrites masqué 192 —");
    // Where no group is shown one line stands for all of them.
    expect(text).toContain("Sorte de soins Soins demandés Soins pris en charge tout le détail masqué masqué");
    expect(text).not.toContain("maternité");
    expect(text).toContain("petit nombre");
    const [figures, tables] = workbookSheets(hidden, "KTL-R00005");
    expect(figures?.rows.every((row) => row[3] === "" && row[4] === "oui")).toBe(true);
    const groups = tables?.rows.filter((row) => row[4] !== "") ?? [];
    expect(groups.length).toBeGreaterThan(20);
    expect(groups.every((row) => row[6] === "" && row[7] === "oui")).toBe(true);
    // Where nothing of a table is shown, one line says so.
    const whole = hidden.tables.map((table) => ({ ...table, totals: [{ value: null, masked: true }] }));
    const short = await textOf({ ...hidden, tables: whole });
    expect(short).toContain("Sorte de soins : tout est masqué.");
    expect(short).not.toContain("maternité");
    // A table without any hidden cell does not explain them.
    const open = { ...of, figures: of.figures.slice(0, 5), tables: [] };
    expect(await textOf(open)).not.toContain("petit nombre");
  });

  it("is a draft without a number, marked on every page", async () => {
    const of = content("activity", "fr");
    expect(paper(of, null).page.watermark).toMatchObject({ text: "PROJET" });
    expect(paper(of).page.watermark).toBeUndefined();
    const pdf = await pdfOf(of, null);
    const feet = pdfWords(pdf).filter(({ text, yMin }) => text === "Projet," && yMin > mm(A4.height - 20));
    expect(new Set(feet.map(({ page }) => page)).size).toBe(pdfInfo(pdf).pages);
    expect(pdfText(pdf)).toContain("ce rapport n’est pas émis");
    expect(pdfText(pdf)).not.toContain("KTL-R00005");
  });

  it("says which report it replaces", async () => {
    const text = await textOf(content("donor", "fr"), { ...ISSUE, replaces: "KTL-R00004" });
    expect(text).toContain("annule et remplace le rapport KTL-R00004");
  });

  it("names a period that is not over by the day of its figures, and what it is compared with", async () => {
    const span = { name: "2026-11", from: "2026-11-01", to: "2026-11-23", partial: true };
    const before = { name: "2026-10", from: "2026-10-01", to: "2026-10-23", partial: true };
    const text = await textOf(content("activity", "fr", { span, before }), null);
    expect(text).toContain("Novembre 2026, chiffres arrêtés au 23/11/2026");
    expect(text).toContain("du 01/10/2026 au 23/10/2026");
  });

  it("names a fiscal year that does not begin in January by its months", async () => {
    const span = { name: "2025", from: "2025-07-01", to: "2026-06-30", partial: false };
    const text = await textOf(content("notice", "fr", { span }));
    expect(text).toContain("Exercice 2025 : juillet 2025 à juin 2026");
  });

  it("leaves parts out of which there is nothing to say", async () => {
    const text = await textOf(content("activity", "fr", { figures: [], tables: [], series: [], texts: [] }));
    expect(text).not.toContain("Assurance");
    expect(text).toContain("La coordinatrice");
  });

  it("leaves out what a project has nothing of, and only of a project", async () => {
    const none = { value: 0, masked: false };
    const empty = (kind: ReportKind) => {
      const of = content(kind, "fr");
      const figures = of.figures.map((figure) => ({ ...figure, now: none, before: none, target: null }));
      return { ...of, figures, texts: [] };
    };
    expect(await textOf(empty("donor"))).not.toContain("Alphabétisation");
    expect(await textOf(empty("activity"))).toContain("Femmes inscrites en classe 0 0 =");
  });

  it("is the same file every time it is drawn", async () => {
    const [one, other] = [await pdfOf(content("activity", "fr")), await pdfOf(content("activity", "fr"))];
    expect(Buffer.compare(one, other)).toBe(0);
  });
});

describe("the note for authorities", () => {
  const long = (text: string): ReportContent["texts"] => [{ section: "summary", text: text.slice(0, 6000) }];
  const endless = {
    sentences: "Les membres du bureau ont tenu leurs réunions comme prévu. ".repeat(120),
    paragraphs: "Une réunion a eu lieu.\n".repeat(300),
    "wide letters": "W".repeat(6000),
    "empty lines": "\n\nA\n\n\n".repeat(900),
  };

  it.each(Object.entries(endless))("has one page, whatever is written: %s", async (_, text) => {
    for (const issue of [{ ...ISSUE, replaces: "KTL-R00004" }, null])
      expect(pdfInfo(await pdfOf(content("notice", "fr", { texts: long(text) }), issue)).pages).toBe(1);
  });

  it("has nothing of health, insurance or money in it", () => {
    for (const code of figuresOf(REPORT_PLANS.notice)) {
      const indicator = indicatorOf(code);
      expect(indicator?.sensitive).toBe(false);
      expect(indicator?.unit).not.toBe("francs");
      expect(["members", "literacy"]).toContain(indicator?.area);
    }
    expect(REPORT_PLANS.notice).toMatchObject({ budget: false, pictures: false });
    expect(breakdownsOf(REPORT_PLANS.notice)).toEqual([]);
  });
});
