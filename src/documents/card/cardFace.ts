import type { CanvasElement, Content } from "pdfmake/interfaces.js";
import type { CalendarDate, Language, MemberNumber } from "../../contract/primitives.ts";
import { showDay } from "../../domain/format.ts";
import { clothVectors } from "../design/cloth.ts";
import { emblemVectors } from "../design/emblem.ts";
import { fitLine, wrap } from "../design/fitText.ts";
import {
  COLOURS,
  FAMILIES,
  fill,
  mm,
  type PaperOffice,
  type PaperPhoto,
  pathVector,
  TABULAR,
} from "../design/paper.ts";
import { qrPath } from "../design/qrPath.ts";
import type { DocumentTexts } from "../texts/documentTexts.ts";
import { fitNames } from "./cardNames.ts";
import { placeholder } from "./placeholder.ts";

/** ISO/IEC 7810 ID-1, in millimetres. */
export const CARD = { width: 85.6, height: 53.98 } as const;
/** How far the cloth runs over the edge, so that a cut beside the mark shows no white. */
export const BLEED = 1.5;

/** A card to print. */
export interface CardData {
  readonly number: MemberNumber;
  /** 1 for her first card, one more for each reprint. */
  readonly issue: number;
  readonly surname: string;
  readonly firstNames: string;
  readonly validUntil: CalendarDate;
  readonly photo: PaperPhoto | null;
  /** What the QR code holds, as it is. */
  readonly qrText: string;
}

/** What all cards of an office share. */
export interface CardIssuer {
  readonly office: PaperOffice;
  readonly language: Language;
  /** Where a found card is to be brought; empty lines are left out. */
  readonly foundAddress: string;
  readonly on: CalendarDate;
}

/** Where a card's top left corner lies on the page, in points. */
export interface Corner {
  readonly x: number;
  readonly y: number;
}

interface FaceTools {
  readonly at: Corner;
  readonly vectors: CanvasElement[];
  readonly texts: Content[];
}

const CLOTH_BREADTH = 8;
const CLOTH_REPEATS = 3;

/** Distances between the top of pdfmake's line box and the baseline, as parts of the font size. */
const ASCENT = { Inter: 1984 / 2048, InterStrong: 1984 / 2048, Gentium: 2250 / 2048 } as const;

interface Line {
  readonly text: string;
  /** Millimetres from the card's top left corner; `y` is the baseline. */
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly font?: keyof typeof ASCENT;
  readonly bold?: boolean;
  readonly colour?: string;
  readonly tabular?: boolean;
  readonly spacing?: number;
}

function write(face: FaceTools, line: Line): void {
  const font = line.font ?? FAMILIES.text;
  face.texts.push({
    text: line.text,
    font,
    fontSize: line.size,
    lineHeight: 1,
    noWrap: true,
    bold: line.bold ?? false,
    color: line.colour ?? COLOURS.ink,
    characterSpacing: line.spacing ?? 0,
    ...(line.tabular ? TABULAR : {}),
    absolutePosition: {
      x: face.at.x + mm(line.x),
      y: face.at.y + mm(line.y) - ASCENT[font] * line.size,
    },
  });
}

function label(face: FaceTools, text: string, x: number, y: number): void {
  write(face, { text, x, y, size: 5.8, colour: COLOURS.muted, spacing: 0.1 });
}

function cloth(face: FaceTools, side: "left" | "right", bleed: number): void {
  const x = side === "left" ? 0 : CARD.width - CLOTH_BREADTH;
  const bled = { left: -bleed, right: CARD.width }[side];
  const strip = clothVectors({
    x: face.at.x + mm(x),
    y: face.at.y,
    breadth: mm(CLOTH_BREADTH),
    length: mm(CARD.height),
    repeats: CLOTH_REPEATS,
    way: "vertical",
  });
  if (bleed > 0) {
    face.vectors.push({
      type: "rect",
      x: face.at.x + mm(bled) - (side === "right" ? 0.2 : 0),
      y: face.at.y,
      w: mm(bleed) + 0.2,
      h: mm(CARD.height),
      color: COLOURS.indigo,
      lineWidth: 0,
    });
  }
  face.vectors.push(...strip);
}

const PHOTO = { x: 12, y: 16.8, width: 25.2, height: 32.4 } as const;
const COLUMN = { x: 40.6, width: 41.2 } as const;
const HEAD = { x: 22, width: 59.8 } as const;

/** The front: cloth, emblem, name of the association, photograph, names, number, validity, office. */
export function cardFront(
  card: CardData,
  issuer: CardIssuer,
  texts: DocumentTexts["card"],
  at: Corner,
  bleed = BLEED,
): Content[] {
  const face: FaceTools = { at, vectors: [], texts: [] };
  cloth(face, "left", bleed);
  face.vectors.push(...emblemVectors(at.x + mm(12), at.y + mm(4.4), mm(8.4)));
  const name = fitLine(issuer.office.printedName, "GentiumBold", mm(HEAD.width), [12, 11, 10, 9, 8, 7, 6]);
  write(face, {
    ...name,
    x: HEAD.x,
    y: 8.5,
    font: FAMILIES.title,
    bold: true,
    colour: COLOURS.indigo,
  });
  write(face, {
    text: texts.kind,
    x: HEAD.x,
    y: 12.3,
    size: 7,
    colour: COLOURS.ochre,
    font: FAMILIES.strong,
  });
  const photo = photograph(card.photo, face, texts);
  nameBlock(face, card);
  label(face, texts.number, COLUMN.x, 34);
  write(face, {
    text: card.number,
    x: COLUMN.x,
    y: 38.1,
    size: 11,
    bold: true,
    colour: COLOURS.indigo,
  });
  label(face, texts.validUntil, COLUMN.x, 44.4);
  write(face, { text: showDay(card.validUntil), x: COLUMN.x, y: 48.2, size: 9, bold: true, tabular: true });
  const office = fitLine(issuer.office.name, "InterMedium", mm(18.5), [9, 8, 7, 6, 5.5]);
  label(face, texts.office, COLUMN.x + 22.5, 44.4);
  write(face, { ...office, x: COLUMN.x + 22.5, y: 48.2, font: FAMILIES.strong });
  return [{ canvas: face.vectors, absolutePosition: { x: 0, y: 0 } }, ...photo, ...face.texts];
}

function nameBlock(face: FaceTools, card: CardData): void {
  const block = fitNames(card.surname, card.firstNames, mm(COLUMN.width), mm(13.2));
  for (const line of block) {
    write(face, {
      text: line.text,
      x: COLUMN.x,
      y: 16.8 + (line.baseline * 25.4) / 72,
      size: line.size,
      ...(line.kind === "surname"
        ? { font: FAMILIES.title, bold: true }
        : { font: FAMILIES.strong, colour: COLOURS.ink }),
    });
  }
}

/** The photograph, or a quiet figure where it will be. */
function photograph(photo: PaperPhoto | null, face: FaceTools, texts: DocumentTexts["card"]): Content[] {
  const [x, y] = [face.at.x + mm(PHOTO.x), face.at.y + mm(PHOTO.y)];
  const [width, height] = [mm(PHOTO.width), mm(PHOTO.height)];
  if (photo) return [{ image: photo.sha256, width, height, absolutePosition: { x, y } }];
  face.vectors.push(...placeholder(x, y, width, height));
  write(face, {
    text: texts.noPhoto,
    x: PHOTO.x + PHOTO.width / 2 - 2.6,
    y: PHOTO.y + PHOTO.height - 2.4,
    size: 6,
    colour: COLOURS.muted,
  });
  return [];
}

const QR = { x: 6, y: 7.6, side: 30 } as const;
const FOUND = { x: 41.2, width: 33 } as const;

/** The back: the code, its number, and where to bring a found card. */
export function cardBack(
  card: CardData,
  issuer: CardIssuer,
  texts: DocumentTexts["card"],
  at: Corner,
  bleed = BLEED,
): Content[] {
  const face: FaceTools = { at, vectors: [], texts: [] };
  cloth(face, "right", bleed);
  const place = { x: at.x + mm(QR.x), y: at.y + mm(QR.y), side: mm(QR.side), level: "M" } as const;
  face.vectors.push(pathVector({ d: qrPath(card.qrText, place), color: COLOURS.ink }));
  write(face, { text: card.number, x: QR.x, y: 42.8, size: 8, bold: true });
  write(face, {
    text: fill(texts.issue, { issue: card.issue }),
    x: QR.x,
    y: 46.6,
    size: 6.2,
    colour: COLOURS.muted,
  });
  foundBlock(face, issuer, texts);
  return [{ canvas: face.vectors, absolutePosition: { x: 0, y: 0 } }, ...face.texts];
}

function foundBlock(face: FaceTools, issuer: CardIssuer, texts: DocumentTexts["card"]): void {
  let y = 10.2;
  const paragraph = (text: string, size: number, style: Partial<Line>) => {
    for (const line of wrap(text, "InterMedium", size, mm(FOUND.width))) {
      write(face, { text: line, x: FOUND.x, y, size, ...style });
      y += (size * 1.25 * 25.4) / 72;
    }
  };
  if (issuer.foundAddress !== "") {
    const heading = fitLine(texts.ifFound, "GentiumBold", mm(FOUND.width), [9, 8.5, 8, 7]);
    write(face, { ...heading, x: FOUND.x, y, font: FAMILIES.title, bold: true, colour: COLOURS.indigo });
    y += 4.2;
    paragraph(texts.bringBack, 6.2, { colour: COLOURS.muted });
    y += 1.3;
    // A phone number stays on one line.
    const address = issuer.foundAddress.replace(/(\d) (?=\d)/g, "$1\u00a0");
    paragraph(address, foundSize(address), { font: FAMILIES.strong });
  }
  y = 43.2;
  paragraph(texts.personal, 5.6, { colour: COLOURS.muted });
}

/** The largest size at which the address leaves the lines below it their place. */
function foundSize(address: string): number {
  const height = mm(19.5);
  const fits = (size: number) =>
    wrap(address, "InterMedium", size, mm(FOUND.width)).length * size * 1.25 <= height;
  return [7.5, 7, 6.5, 6, 5.5, 5].find(fits) ?? 5;
}
