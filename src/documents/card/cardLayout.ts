import type { CanvasElement, Content, TDocumentDefinitions } from "pdfmake/interfaces.js";
import { A4, mm, type PaperDefinition, startDefinition } from "../design/paper.ts";
import { type DocumentTexts, documentTexts } from "../texts/documentTexts.ts";
import { BLEED, CARD, type CardData, type CardIssuer, type Corner, cardBack, cardFront } from "./cardFace.ts";

export const COLUMNS = 2;
export const ROWS = 5;
export const CARDS_PER_SHEET = COLUMNS * ROWS;

/** Between the two columns, in millimetres: the cloth of the right column runs over into it. */
const COLUMN_GAP = 6;
/** Rows touch: one cut parts two cards, and the cloth runs through. */
const LEFT = (A4.width - COLUMNS * CARD.width - COLUMN_GAP) / 2;
const TOP = (A4.height - ROWS * CARD.height) / 2;
const MARK = { gap: 2.2, length: 4 } as const;

/**
 * Where card `index` of a sheet lies, in millimetres from the page's top left corner. The back of each lies
 * mirrored left to right, so that it comes to lie behind its front when the sheet turns on its long edge.
 */
export function placeOnSheet(index: number, side: "front" | "back"): Corner {
  const column = index % COLUMNS;
  const x = LEFT + column * (CARD.width + COLUMN_GAP);
  const y = TOP + Math.floor(index / COLUMNS) * CARD.height;
  return side === "front" ? { x, y } : { x: A4.width - x - CARD.width, y };
}

/**
 * A4 sheets of ten cards (2 × 5) with crop marks, each followed by the sheet of their backs; print at true size
 * on both sides, turned on the long edge.
 */
export function cardSheets(cards: readonly CardData[], issuer: CardIssuer): PaperDefinition {
  const texts = documentTexts(issuer.language);
  const content: Content[] = [];
  for (let first = 0; first < cards.length; first += CARDS_PER_SHEET) {
    const sheet = cards.slice(first, first + CARDS_PER_SHEET);
    for (const side of ["front", "back"] as const) {
      content.push(newPage(cropMarks(sheet.length, side), content.length === 0));
      for (const [index, card] of sheet.entries()) {
        const place = placeOnSheet(index, side);
        content.push(...face(side)(card, issuer, texts.card, { x: mm(place.x), y: mm(place.y) }, BLEED));
      }
    }
  }
  return definition(cards, issuer, texts.card.titleSheets, A4, content, "longEdge");
}

/** One card a page of exactly its size, front then back: for a card printer. */
export function cardSingles(cards: readonly CardData[], issuer: CardIssuer): PaperDefinition {
  const texts = documentTexts(issuer.language);
  const content: Content[] = [];
  for (const card of cards) {
    for (const side of ["front", "back"] as const) {
      content.push(newPage([], content.length === 0));
      // The page ends where the card ends: what runs over is cut away by it.
      content.push(...face(side)(card, issuer, texts.card, { x: 0, y: 0 }, BLEED));
    }
  }
  return definition(cards, issuer, texts.card.titleSingles, CARD, content, "none");
}

type Face = (
  card: CardData,
  issuer: CardIssuer,
  texts: DocumentTexts["card"],
  at: Corner,
  bleed: number,
) => Content[];

function face(side: "front" | "back"): Face {
  return side === "front" ? cardFront : cardBack;
}

function newPage(vectors: CanvasElement[], first: boolean): Content {
  const marks: Content = { canvas: vectors, absolutePosition: { x: 0, y: 0 } };
  return first ? marks : { ...marks, pageBreak: "before" };
}

function definition(
  cards: readonly CardData[],
  issuer: CardIssuer,
  title: string,
  size: { width: number; height: number },
  content: Content[],
  duplex: "longEdge" | "none",
): PaperDefinition {
  const photos = new Map<string, Uint8Array>();
  for (const { photo } of cards) if (photo) photos.set(photo.sha256, photo.jpeg);
  const page: TDocumentDefinitions = {
    ...startDefinition(title, issuer.on, issuer.language),
    pageSize: { width: mm(size.width), height: mm(size.height) },
    pageMargins: 0,
    content,
  };
  return { page, photos, printing: { trueSize: true, duplex } };
}

/** Short lines at the ends of every cut, all of them outside the cards and their bleed. */
function cropMarks(cards: number, side: "front" | "back"): CanvasElement[] {
  const rows = Math.ceil(cards / COLUMNS);
  const places = Array.from({ length: cards }, (_, index) => placeOnSheet(index, side));
  const lefts = [...new Set(places.map((place) => place.x))];
  const bottom = TOP + rows * CARD.height;
  const marks: CanvasElement[] = [];
  for (const left of lefts) {
    for (const x of [left, left + CARD.width]) {
      marks.push(mark(x, TOP - MARK.gap - MARK.length, x, TOP - MARK.gap));
      marks.push(mark(x, bottom + MARK.gap, x, bottom + MARK.gap + MARK.length));
    }
  }
  const [outerLeft, outerRight] = [Math.min(...lefts), Math.max(...lefts) + CARD.width];
  for (let row = 0; row <= rows; row += 1) {
    const y = TOP + row * CARD.height;
    marks.push(mark(outerLeft - MARK.gap - MARK.length, y, outerLeft - MARK.gap, y));
    marks.push(mark(outerRight + MARK.gap, y, outerRight + MARK.gap + MARK.length, y));
  }
  return marks;
}

function mark(x1: number, y1: number, x2: number, y2: number): CanvasElement {
  return {
    type: "line",
    x1: mm(x1),
    y1: mm(y1),
    x2: mm(x2),
    y2: mm(y2),
    lineWidth: 0.35,
    lineColor: "#000000",
  };
}
