import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { beforeAll, describe, expect, it } from "vitest";
import { prepareZXingModule, readBarcodes } from "zxing-wasm/reader";
import { isCertificateGenuine, readCertificateText } from "../../src/crypto/certificateSeal.ts";
import { publicKeyOf } from "../../src/crypto/signing.ts";
import { A4, mm, type PaperDefinition } from "../../src/documents/design/paper.ts";
import { attendanceSheet } from "../../src/documents/literacy/attendanceSheet.ts";
import { certificates } from "../../src/documents/literacy/certificates.ts";
import { figuresPaper } from "../../src/documents/literacy/figuresPaper.ts";
import { passedList } from "../../src/documents/literacy/passedList.ts";
import { renderPdf } from "../../src/documents/render.ts";
import { FORBIDDEN } from "./forbidden.ts";
import { LANGUAGES } from "./languages.ts";
import {
  busySheet,
  certificateData,
  certificatesData,
  everyLiteracyPaper,
  figuresData,
  passedData,
  SEED,
  sheetData,
} from "./literacySamples.ts";
import { fontsIn, imagesIn, pdfInfo, pdfPicture, pdfText, pdfWords } from "./poppler.ts";
import { FIRST_NAMES, FONTS, SURNAME } from "./samples.ts";

const pdfOf = (definition: PaperDefinition) => renderPdf(definition, FONTS());
const textOf = async (definition: PaperDefinition) => pdfText(await pdfOf(definition));

const LANDSCAPE = ["sheet", "certificates"];
const PAGES: Readonly<Record<string, number>> = { sheet: 1, certificates: 1, passed: 1, figures: 2 };

/** What must be found in each. */
const SAYS: Readonly<Record<string, readonly string[]>> = {
  sheet: [
    "Feuille de présence",
    "KTL-C00007 · Médina-Coura, le matin · du 23/11/2026 au 29/11/2026",
    "Lundi 23/11",
    "8 h 30 · 2 h 30",
    "16 h · 2 h 30",
    "Ce qui a été appris",
    "Signature de la formatrice",
    "P présente · R en retard · E excusée · A absente",
  ],
  certificates: [
    "Attestation de réussite",
    `${FIRST_NAMES} ${SURNAME}`,
    "membre de l’association",
    "Alphabétisation 1 – français",
    "Débutant 150 h 78 %",
    "Fait à Koutiala, le 23 novembre 2026",
    "La formatrice",
    "La coordinatrice, cachet",
    "N° KTL-D00012",
  ],
  passed: [
    "Liste des réussites",
    "Réussites Évaluées 18 22",
    "— 60 % KTL-D00001 23/11/2026",
    "21 % 61 % — —",
    "Pour réussir : 50 % en tout, 40 % dans chaque domaine, 60 % de présence.",
  ],
  figures: [
    "Bureau de Koutiala · du 01/01/2026 au 31/12/2026",
    "Présence 79 % des séances tenues, retards compris",
    "Réussites 50 83 % des évaluées",
    "Heures faites 525 h 30 88 % des heures prévues",
    "Coût par femme inscrite 7 241 F CFA",
    "Déménagement 4",
    "Hamdallaye 29 79 % 9 60 50 525 h 30",
  ],
};

describe.each(LANGUAGES)("the papers of the classes in %s", (language) => {
  it.each(Object.keys(PAGES))("%s holds its pages and tells nothing of the trade", async (name) => {
    const definition = everyLiteracyPaper(language)[name]?.();
    if (!definition) throw new Error("no such document");
    const pdf = await pdfOf(definition);
    const info = pdfInfo(pdf);
    const [width, height] = LANDSCAPE.includes(name) ? [A4.height, A4.width] : [A4.width, A4.height];
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
    // A file's properties are shown by every viewer and every file manager.
    expect(info.all).not.toContain("Coulibaly");
    expect(imagesIn(pdf)).toBe(0);
  });
});

describe("the attendance sheet", () => {
  it("has women by number and first names, never by surname", async () => {
    const text = await textOf(attendanceSheet(sheetData("fr")));
    for (const words of ["KTL-00001-6", FIRST_NAMES, "Fatoumata Kadidiatou Aïssata Mariam Oumou"])
      expect(text).toContain(words);
    expect(text).not.toContain("Coulibaly");
  });

  it("takes 25 women and a week to a page, and goes on counting", async () => {
    const pdf = await pdfOf(attendanceSheet(busySheet("fr", 40)));
    expect(pdfInfo(pdf).pages).toBe(8);
    const words = pdfWords(pdf);
    const numbers = (page: number) =>
      words.filter((word) => word.page === page && word.text.startsWith("KTL-000")).length;
    expect([1, 2, 7, 8].map(numbers)).toEqual([25, 14, 25, 15]);
    for (const { xMax, yMax } of words) {
      expect(xMax).toBeLessThanOrEqual(mm(A4.height));
      expect(yMax).toBeLessThanOrEqual(mm(A4.width));
    }
  });

  it("has letters to circle on every day but those before a woman came", async () => {
    const letters = (await textOf(attendanceSheet(sheetData("fr")))).match(/P R E A/g);
    expect(letters).toHaveLength(12 * 3 - 1);
    expect((await textOf(attendanceSheet(sheetData("en")))).match(/P L E A/g)).toHaveLength(35);
  });

  it("shows what is entered already, and leaves a cancelled session out", async () => {
    const data = sheetData("fr", 1);
    const [first, second, third] = data.sessions;
    if (!first || !second || !third) throw new Error("three sessions");
    const enrolmentId = data.learners[0]?.enrolmentId ?? "";
    const sessions: typeof data.sessions = [
      { ...first, state: "held", content: "Les prix", marks: [{ enrolmentId, mark: "L" }] },
      { ...second, state: "cancelled" },
      third,
    ];
    const text = await textOf(attendanceSheet({ ...data, sessions }));
    expect(text).toContain("Les prix");
    expect(text).toContain(`${FIRST_NAMES} R P R E A`);
    expect(text).not.toContain("Mercredi");
  });

  it("without a session planned leaves days to be written, and without a woman says so", async () => {
    const blank = await textOf(attendanceSheet({ ...sheetData("fr", 3), sessions: [] }));
    expect(blank.match(/Le [.…]+ \/ [.…]+/g)).toHaveLength(5);
    expect(await textOf(attendanceSheet(sheetData("fr", 0)))).toContain("Personne n’est inscrite");
  });
});

describe("a certificate", () => {
  beforeAll(() => {
    const wasm = createRequire(import.meta.url).resolve("zxing-wasm/reader/zxing_reader.wasm");
    prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(readFileSync(wasm)).buffer } });
  });

  it("carries a code that reads back from paper, is genuine and names nobody", async () => {
    const picture = pdfPicture(await pdfOf(certificates(certificatesData("fr"))), 1, 200);
    const [code, ...others] = await readBarcodes(new Blob([picture]), { formats: ["QRCode"] });
    expect(others).toEqual([]);
    const read = readCertificateText(code?.text ?? "");
    expect(read).toMatchObject({ number: "KTL-D00012", issuedOn: "2026-11-23" });
    expect(read && isCertificateGenuine(read, publicKeyOf(SEED))).toBe(true);
    expect(code?.text).not.toMatch(/coulibaly|fat/i);
    const width = (code?.position.topRight.x ?? 0) - (code?.position.topLeft.x ?? 0);
    expect((width / 200) * 25.4).toBeGreaterThan(25);
  });

  it("keeps the longest name and programme whole and within its frame", async () => {
    const name = `${"Kadidiatou Aïssata ".repeat(4)}${"Sissoko-Bathily-".repeat(3)}Konaté`;
    const programmeName = "Alphabétisation fonctionnelle et calcul pour le petit commerce, deuxième année !";
    const wide = certificateData(13, { name: "W".repeat(140), programmeName: "W".repeat(80) });
    const data = certificatesData("fr", [certificateData(12, { name, programmeName }), wide]);
    const pdf = await pdfOf(certificates(data));
    expect(pdfInfo(pdf).pages).toBe(2);
    const words = pdfWords(pdf);
    const text = (page: number) =>
      words
        .filter((word) => word.page === page)
        .map((word) => word.text)
        .join("");
    for (const whole of [name, programmeName])
      expect(text(1)).toContain(whole.replace(/[\s\u202f\u00a0]/g, ""));
    expect(text(2).match(/W+/g)?.join("")).toHaveLength(220);
    for (const { xMin, xMax } of words) {
      expect(xMin).toBeGreaterThan(mm(13));
      expect(xMax).toBeLessThan(mm(A4.height - 13));
    }
  });

  it("is one of many, each on a page of its own", async () => {
    const many = Array.from({ length: 5 }, (_, index) => certificateData(index + 1));
    const pdf = await pdfOf(certificates(certificatesData("en", many)));
    expect(pdfInfo(pdf).pages).toBe(5);
    expect(pdfWords(pdf).filter(({ text }) => text.startsWith("KTL-D"))).toHaveLength(5);
  });
});

describe("the list of those who passed", () => {
  it("goes over several pages with its heading on each, and keeps the place to sign whole", async () => {
    const words = pdfWords(await pdfOf(passedList(passedData("fr", 40))));
    const pagesOf = (text: string) => words.filter((word) => word.text === text).map(({ page }) => page);
    expect(words.filter(({ text }) => text.startsWith("KTL-000"))).toHaveLength(40);
    expect(pagesOf("Numéro")).toEqual([1, 2]);
    expect(pagesOf("cachet")).toEqual([2]);
  });

  it("says so where nobody passed", async () => {
    expect(await textOf(passedList(passedData("fr", 0)))).toContain("Personne n’a encore réussi");
  });
});

describe("the figures", () => {
  it("write hours and attendance over each bar of a year, and leave an empty month empty", async () => {
    const text = await textOf(figuresPaper(figuresData("fr", 12)));
    expect(text).toContain("35 38 42 45 49 48 36 0 42 46 45 48");
    expect(text).toContain("60 % 64 % 67 % 71 % 74 % 78 % 81 % 88 % 92 % 95 % 99 %");
  });

  it("hold five years of bars within the page, and name the years below", async () => {
    const words = pdfWords(await pdfOf(figuresPaper(figuresData("fr", 60))));
    for (const { xMax } of words) expect(xMax).toBeLessThanOrEqual(mm(A4.width - 15));
    for (const year of ["2027", "2028", "2029", "2030"])
      expect(words.filter(({ text }) => text === year)).toHaveLength(2);
  });

  it("of all offices have a line for each", async () => {
    const [first] = figuresData("fr").cohorts;
    if (!first) throw new Error("a line");
    const offices = ["BKO", "KTL"].map((label) => ({ ...first, label }));
    const text = await textOf(figuresPaper({ ...figuresData("fr"), scope: "all", offices }));
    for (const words of ["Tous les bureaux", "Bureau par bureau", "BKO 29 79 %"])
      expect(text).toContain(words);
  });

  it("say so where there was nothing", async () => {
    const none = figuresData("fr", 1);
    const reasons = none.all.reasons.map((one) => ({ ...one, women: 0 }));
    const zero = { ...none.all, reasons, costPerLearner: null, attendanceRate: null, minutesPlanned: 0 };
    const text = await textOf(figuresPaper({ ...none, all: zero, cohorts: [] }));
    for (const words of ["Personne n’est partie.", "Aucune classe pendant ces jours.", "Présence —"])
      expect(text).toContain(words);
    expect(text).not.toContain("Mois par mois");
  });
});
