import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { beforeAll, describe, expect, it } from "vitest";
import { prepareZXingModule, readBarcodes } from "zxing-wasm/reader";
import { CARD, type CardData } from "../../src/documents/card/cardFace.ts";
import {
  CARDS_PER_SHEET,
  cardSheets,
  cardSingles,
  placeOnSheet,
} from "../../src/documents/card/cardLayout.ts";
import { A4, mm } from "../../src/documents/design/paper.ts";
import { renderPdf } from "../../src/documents/render.ts";
import { photograph } from "./photos.ts";
import { imagesIn, pdfInfo, pdfPicture, pdfText, pdfWords } from "./poppler.ts";
import { card, FONTS, issuer } from "./samples.ts";

const sheets = (cards: readonly CardData[]) => renderPdf(cardSheets(cards, issuer("fr")), FONTS());
const singles = (cards: readonly CardData[]) => renderPdf(cardSingles(cards, issuer("fr")), FONTS());
const manyCards = (count: number) => Array.from({ length: count }, (_, index) => card(index + 1));

/** Lines of the first canvas of each page: the crop marks. */
function cropMarks(cards: number) {
  const content = cardSheets(manyCards(cards), issuer("fr")).page.content;
  if (!Array.isArray(content)) throw new Error("a sheet is a list of nodes");
  return content.flatMap((node) =>
    typeof node === "object" && "canvas" in node
      ? [node.canvas.filter((vector) => vector.type === "line")].filter((lines) => lines.length > 0)
      : [],
  );
}

describe("a card's size", () => {
  it("is ISO ID-1 on a card printer's page, front and back", async () => {
    const { sizes } = pdfInfo(await singles([card(1), card(2)]));
    expect(sizes).toHaveLength(4);
    for (const [width, height] of sizes) {
      expect(width).toBeCloseTo((85.6 / 25.4) * 72, 2);
      expect(height).toBeCloseTo((53.98 / 25.4) * 72, 2);
    }
  });

  it("is kept by the printer: the file asks for true size, and to turn sheets on the long edge", async () => {
    const file = Buffer.from(await sheets([card(1)])).toString("latin1");
    expect(file).toContain("/PrintScaling /None");
    expect(file).toContain("/Duplex /DuplexFlipLongEdge");
  });
});

describe("a sheet of cards", () => {
  it("is A4, fronts and then backs, with the last one incomplete", async () => {
    const { sizes } = pdfInfo(await sheets(manyCards(23)));
    expect(sizes).toHaveLength(6);
    for (const [width, height] of sizes) {
      expect(width).toBeCloseTo(mm(A4.width), 2);
      expect(height).toBeCloseTo(mm(A4.height), 2);
    }
  });

  it("holds ten cards that neither overlap nor leave the page", () => {
    const corners = Array.from({ length: CARDS_PER_SHEET }, (_, index) => placeOnSheet(index, "front"));
    for (const [index, one] of corners.entries()) {
      expect(one.x).toBeGreaterThanOrEqual(5);
      expect(one.x + CARD.width).toBeLessThanOrEqual(A4.width - 5);
      expect(one.y).toBeGreaterThanOrEqual(5);
      expect(one.y + CARD.height).toBeLessThanOrEqual(A4.height - 5);
      for (const other of corners.slice(index + 1)) {
        const apart =
          Math.abs(one.x - other.x) >= CARD.width || Math.abs(one.y - other.y) >= CARD.height - 1e-9;
        expect(apart).toBe(true);
      }
    }
  });

  it.each([10, 7, 1])(
    "puts the back of each of %i cards behind its front when the sheet turns",
    async (count) => {
      const cards = manyCards(count);
      const words = pdfWords(await sheets(cards));
      for (const [index, { number }] of cards.entries()) {
        const front = placeOnSheet(index, "front");
        const back = placeOnSheet(index, "back");
        // Turned on its long edge, what lay at x lies at the page's width less x.
        expect(A4.width - back.x - CARD.width).toBeCloseTo(front.x, 9);
        expect(back.y).toBe(front.y);
        for (const [page, corner] of [
          [1, front],
          [2, back],
        ] as const) {
          const [word, ...others] = words.filter((one) => one.page === page && one.text === number);
          expect(others).toEqual([]);
          expect(word?.xMin).toBeGreaterThan(mm(corner.x));
          expect(word?.xMax).toBeLessThan(mm(corner.x + CARD.width));
          expect(word?.yMin).toBeGreaterThan(mm(corner.y));
          expect(word?.yMax).toBeLessThan(mm(corner.y + CARD.height));
        }
      }
    },
  );

  it.each([10, 7, 1])("draws its crop marks outside all %i cards and in line with their edges", (count) => {
    const pages = cropMarks(count);
    expect(pages).toHaveLength(2);
    for (const [page, lines] of pages.entries()) {
      const corners = Array.from({ length: count }, (_, index) =>
        placeOnSheet(index, page === 0 ? "front" : "back"),
      );
      const edges = {
        x: corners.flatMap(({ x }) => [mm(x), mm(x + CARD.width)]),
        y: corners.flatMap(({ y }) => [mm(y), mm(y + CARD.height)]),
      };
      for (const { x1, y1, x2, y2 } of lines) {
        const upright = x1 === x2;
        const [at, along] = upright ? [x1, edges.x] : [y1, edges.y];
        expect(along.some((edge) => Math.abs(edge - at) < 0.01)).toBe(true);
        for (const { x, y } of corners) {
          const outside =
            Math.max(x1, x2) < mm(x) ||
            Math.min(x1, x2) > mm(x + CARD.width) ||
            Math.max(y1, y2) < mm(y) ||
            Math.min(y1, y2) > mm(y + CARD.height);
          expect(outside).toBe(true);
        }
      }
    }
  });

  it("holds a photograph once, on however many cards it stands", async () => {
    const photo = photograph("the same");
    const pdf = await sheets([card(1, photo), card(2, photo), card(3, photograph("another")), card(4)]);
    expect(imagesIn(pdf)).toBe(2);
  });
});

describe("a card's front", () => {
  it("says who she is to the association and until when, and nothing else", async () => {
    const text = pdfText(await singles([card(42, photograph("x"))]));
    for (const words of ["Association Yeelen", "Carte de membre", "Coulibaly-Ɲaŋa", "Fatɔumata Kɛnɛba"]) {
      expect(text).toContain(words);
    }
    for (const words of ["KTL-00042-", "22/11/2027", "Koutiala"]) expect(text).toContain(words);
  });

  it.each([
    ["Traoré", "Awa"],
    ["ƐƆƝŊ".repeat(15), "ɛɔɲŋ".repeat(20)],
    ["W".repeat(60), "W".repeat(80)],
    ["Sissoko Bathily Konaté de la Grande Concession du Fleuve Nig", "Mariam Oumou ".repeat(6).trim()],
    ["Ba-Ɲaŋa-".repeat(7), "Éléonore-Ɔɔɛɛ ".repeat(5).trim()],
    ["Ly", "Fatoumata Kadidiatou Aïssata"],
  ])("keeps the name %s %s whole and in its place", async (surname, firstNames) => {
    const words = pdfWords(await singles([{ ...card(1), surname, firstNames }])).filter(
      ({ page }) => page === 1,
    );
    const label = words.find(({ text }) => text === "Numéro");
    const found = words.filter(
      ({ xMin, yMin }) => xMin > mm(40) && yMin > mm(15) && yMin < (label?.yMin ?? 0),
    );
    expect(
      found
        .map(({ text }) => text)
        .join("")
        .replace(/\s/g, ""),
    ).toBe((surname + firstNames).replace(/\s/g, ""));
    for (const { xMax, yMax } of found) {
      expect(xMax).toBeLessThanOrEqual(mm(82.2));
      // The boxes are the font's, taller than its letters; ours stand clear of the line below.
      expect(yMax).toBeLessThanOrEqual((label?.yMin ?? 0) + 3);
    }
  });

  it("has a drawn figure where no photograph is", async () => {
    expect(imagesIn(await singles([card(1)]))).toBe(0);
  });
});

describe("a card's back", () => {
  beforeAll(() => {
    const wasm = createRequire(import.meta.url).resolve("zxing-wasm/reader/zxing_reader.wasm");
    prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(readFileSync(wasm)).buffer } });
  });

  it("carries the QR text, readable from paper, at least 20 mm wide", async () => {
    const one = card(42);
    const picture = pdfPicture(await singles([one]), 2, 300);
    const [code, ...others] = await readBarcodes(new Blob([picture]), { formats: ["QRCode"] });
    expect(others).toEqual([]);
    expect(code?.text).toBe(one.qrText);
    const width = (code?.position.topRight.x ?? 0) - (code?.position.topLeft.x ?? 0);
    expect((width / 300) * 25.4).toBeGreaterThan(20);
    expect(["M", "Q"]).toContain(code?.ecLevel);
  });

  it("asks the finder to bring it to the office's address", async () => {
    const text = pdfText(await singles([card(42)]));
    expect(text).toContain("Si vous trouvez cette carte");
    expect(text).toContain("Boîte postale 123");
    expect(text).toContain("+223 76 00 00 00");
    expect(text).toContain("Exemplaire 1");
  });

  it("takes the longest address without running over the edge or into the text below", async () => {
    const foundAddress = "Avenue du Cinquantenaire de l’Indépendance ".repeat(4).slice(0, 160);
    const definition = cardSingles([card(1)], { ...issuer("fr"), foundAddress });
    const words = pdfWords(await renderPdf(definition, FONTS())).filter(({ page }) => page === 2);
    const below = words.find(({ text }) => text === "personnelle.");
    for (const { text, xMax, yMax } of words) {
      expect(xMax).toBeLessThan(mm(CARD.width - 8));
      if (text.length > 4 && foundAddress.includes(text)) expect(yMax).toBeLessThan(below?.yMin ?? 0);
    }
  });
});
