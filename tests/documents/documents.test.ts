import { describe, expect, it } from "vitest";
import { consentForm } from "../../src/documents/consentForm.ts";
import { A4, A5, mm } from "../../src/documents/design/paper.ts";
import { memberList } from "../../src/documents/memberList.ts";
import { receipt } from "../../src/documents/receipt.ts";
import { referralNote } from "../../src/documents/referralNote.ts";
import { renderPdf } from "../../src/documents/render.ts";
import { FORBIDDEN } from "./forbidden.ts";
import { LANGUAGES } from "./languages.ts";
import { fontsIn, pdfInfo, pdfText } from "./poppler.ts";
import { context, everyDocument, FIRST_NAMES, FONTS, memberRow, receiptData, SURNAME } from "./samples.ts";

const SIZES: Readonly<Record<string, readonly [number, number]>> = {
  cardSheets: [A4.width, A4.height],
  cardSingles: [85.6, 53.98],
  receipt: [A5.height, A5.width],
  recoverySheet: [A4.width, A4.height],
  memberFile: [A4.width, A4.height],
  consentForm: [A4.width, A4.height],
  referralNote: [A4.width, A4.height],
  memberList: [A4.height, A4.width],
};

/** What must be found in each, besides names. */
const SAYS: Readonly<Record<string, readonly string[]>> = {
  cardSheets: ["Carte de membre", "22/11/2027"],
  cardSingles: ["Carte de membre", "22/11/2027"],
  receipt: [
    "KTL-2026-00042",
    "2 500 F CFA",
    "deux mille cinq cents francs CFA",
    "du 23 novembre 2026 au 22 novembre 2027",
    "Orange Money, référence OM-77421-A9",
    "Sali Diarra",
    "Souche",
  ],
  recoverySheet: ["bureau KTL", "23 novembre 2026", "enveloppe"],
  memberFile: [
    "vers 1980",
    "Côte d’Ivoire",
    "76 12 34 56",
    "Pas de cotisation pendant 1 293 jours",
    "remplacée",
    "téléphone, enfants à charge",
    "2013-015",
    "APDP",
    "Préfère être appelée le matin.",
  ],
  consentForm: ["J’accepte", "Oui", "Non", "Empreinte du pouce", "2013-015"],
  referralNote: ["LAKANA SO", "Keïta Hawa", "16 ans", "apprentissage de couture"],
  memberList: ["Liste des membres", "Hamdallaye", "1 membre", "01/03/2019", "76 12 34 56"],
};

const NAMED = ["cardSheets", "cardSingles", "receipt", "memberFile", "consentForm", "memberList"];

describe.each(LANGUAGES)("the papers in %s", (language) => {
  it.each(Object.keys(SIZES))(
    "%s has its exact size, embeds its fonts and tells nothing of the trade",
    async (name) => {
      const definition = everyDocument(language)[name]?.();
      if (!definition) throw new Error("no such document");
      const pdf = await renderPdf(definition, FONTS());
      const [width = 0, height = 0] = SIZES[name] ?? [];
      const info = pdfInfo(pdf);
      for (const [pageWidth, pageHeight] of info.sizes) {
        expect(pageWidth).toBeCloseTo(mm(width), 2);
        expect(pageHeight).toBeCloseTo(mm(height), 2);
      }
      for (const font of fontsIn(pdf)) expect(font).toMatchObject({ embedded: true });
      const text = pdfText(pdf);
      expect(`${text} ${info.all}`).not.toMatch(FORBIDDEN);
      expect(text).not.toContain("{{");
      if (language === "fr") for (const words of SAYS[name] ?? []) expect(text).toContain(words);
      if (NAMED.includes(name)) {
        expect(text).toContain(SURNAME);
        expect(text).toContain(FIRST_NAMES);
      }
      // A file's properties are shown by every viewer and every file manager.
      expect(info.all).not.toContain("Coulibaly");
    },
  );
});

describe("a receipt", () => {
  it("says that it is a copy from the second print on, on the stub too", async () => {
    const first = pdfText(await renderPdf(receipt(receiptData("fr")), FONTS()));
    expect(first).not.toContain("COPIE");
    const second = pdfText(await renderPdf(receipt({ ...receiptData("fr"), duplicate: true }), FONTS()));
    expect(second.match(/COPIE/g)).toHaveLength(2);
  });

  it("stays on its page with the longest names and amounts", async () => {
    const data = {
      ...receiptData("fr"),
      name: `${"Sissoko Bathily ".repeat(4).slice(0, 60)} ${"Fatoumata ".repeat(8)}`,
      amount: 999_999_999,
      reference: "REFERENCE-LONGUE-0123456789-ABCDEFGHIJKLMNOPQRSTUVWXYZ-0123",
      receivedBy: "Aminata Rokiatou Coulibaly ".repeat(3).slice(0, 80),
      duplicate: true,
      office: { code: "MRL", name: "Morila-Sanso/Koumantou", printedName: "A".repeat(40) },
    };
    expect(pdfInfo(await renderPdf(receipt(data), FONTS())).pages).toBe(1);
  });

  it("leaves out the period and the reference where there are none", async () => {
    const bare = { ...receiptData("fr"), period: null, reference: "", method: "cash" } as const;
    const text = pdfText(await renderPdf(receipt(bare), FONTS()));
    expect(text).not.toContain("Période");
    expect(text).not.toContain("éférence");
    expect(text).toContain("Espèces");
  });
});

describe("the recovery sheet", () => {
  it("shows the code in full and names nobody", async () => {
    const definition = everyDocument("fr").recoverySheet?.();
    if (!definition) throw new Error("no recovery sheet");
    const text = pdfText(await renderPdf(definition, FONTS()));
    expect(text.replace(/\s/g, "")).toContain("7Q2M0VXK93TWADJ4");
    expect(text.replace(/\s/g, "")).toContain("HR8PZC1EM5GN");
    expect(text).not.toMatch(/Koutiala|Association|Yeelen/);
  });
});

describe("papers to sign", () => {
  it.each(LANGUAGES)("stay on one page, with the longest texts (%s)", async (language) => {
    const common = context(language);
    const member = { number: memberRow(1).number, name: "Coulibaly ".repeat(14) };
    const consent = pdfInfo(await renderPdf(consentForm({ ...common, member }), FONTS()));
    expect(consent.pages).toBe(1);
    const need = "Un endroit où dormir et un apprentissage. ".repeat(24).slice(0, 1000);
    const note = {
      surname: "K".repeat(60),
      firstNames: "H".repeat(80),
      age: 17,
      contact: "c ".repeat(60),
      need,
    };
    const referral = pdfInfo(await renderPdf(referralNote({ ...common, note, sentBy: "Sali" }), FONTS()));
    expect(referral.pages).toBe(1);
  });
});

describe("a list of members", () => {
  it("repeats its heading and counts its pages", async () => {
    const rows = Array.from({ length: 120 }, (_, index) => memberRow(index + 1));
    const definition = memberList({
      ...context("fr"),
      rows,
      withOffice: false,
      filterWords: [],
      printedBy: "Sali Diarra",
    });
    const pdf = await renderPdf(definition, FONTS());
    const { pages } = pdfInfo(pdf);
    const text = pdfText(pdf);
    expect(pages).toBeGreaterThan(2);
    expect(text.match(/Quartier ou village/g)).toHaveLength(pages);
    expect(text).toContain(`Page ${pages} sur ${pages}`);
    expect(text).toContain("120 membres");
    expect(text).toContain("Tous les membres");
    for (const { number } of rows) expect(text).toContain(number);
  });

  it("says so when nobody answers to the choices", async () => {
    const about = { rows: [], withOffice: false, filterWords: ["x"], printedBy: "Sali" };
    const definition = memberList({ ...context("fr"), ...about });
    expect(pdfText(await renderPdf(definition, FONTS()))).toContain("Aucune membre ne répond");
  });

  it("of all offices says on each line whose member she is", async () => {
    const rows = [memberRow(1), { ...memberRow(2), office: "MPT" }];
    const about = { rows, withOffice: true, filterWords: ["tous les bureaux"], printedBy: "Sali" };
    const definition = memberList({ ...context("fr"), ...about });
    const text = pdfText(await renderPdf(definition, FONTS()));
    expect(text).toContain("Bureau");
    expect(text).toContain("MPT");
    expect(text).toContain("tous les bureaux");
  });
});

describe("rendering", () => {
  it("reports its progress, and ends when the report throws", async () => {
    const seen: number[] = [];
    await renderPdf(receipt(receiptData("fr")), FONTS(), { onProgress: (done) => seen.push(done) });
    expect(seen.at(-1)).toBe(1);
    const stopped = renderPdf(receipt(receiptData("fr")), FONTS(), {
      onProgress: () => {
        throw new Error("cancelled");
      },
    });
    await expect(stopped).rejects.toThrow("cancelled");
  });

  it("makes the same file from the same data", async () => {
    const [one, two] = await Promise.all([0, 1].map(() => renderPdf(receipt(receiptData("fr")), FONTS())));
    expect(Buffer.from(one ?? []).equals(Buffer.from(two ?? []))).toBe(true);
  });
});
