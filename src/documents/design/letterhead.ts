import type { CanvasElement, Content, ContentColumns, TDocumentDefinitions } from "pdfmake/interfaces.js";
import type { Language } from "../../contract/primitives.ts";
import { documentTexts } from "../texts/documentTexts.ts";
import { clothVectors } from "./cloth.ts";
import { emblemVectors } from "./emblem.ts";
import { fitLine } from "./fitText.ts";
import { COLOURS, drawing, FAMILIES, fill, mm, type PaperOffice } from "./paper.ts";

interface Sheet {
  /** In millimetres, as it lies: landscape is wider than high. */
  readonly width: number;
  readonly height: number;
  readonly margin: number;
}

const CLOTH = 5;
/** A repeat of the pattern, in millimetres, as near as the width allows. */
const REPEAT = 11.4;
const HEAD_HEIGHT = 17;

/** The strip of cloth along the top of a page. */
export function topCloth(x: number, width: number, breadth = CLOTH): CanvasElement[] {
  return clothVectors({
    x: mm(x),
    y: 0,
    breadth: mm(breadth),
    length: mm(width),
    repeats: Math.max(1, Math.round((width * CLOTH) / (REPEAT * breadth))),
    way: "horizontal",
  });
}

/**
 * Emblem, name of the association and office.
 * @param x, y in millimetres
 * @param room `width` in millimetres that the name may take; `scale` 1 on first pages
 */
export function signature(
  office: Pick<PaperOffice, "printedName" | "name">,
  x: number,
  y: number,
  room: { width?: number; scale?: number } = {},
): Content[] {
  const { width = 120, scale = 1 } = room;
  const sizes = [13, 12, 11, 10, 9, 8, 7].map((size) => size * scale);
  const name = fitLine(office.printedName, "GentiumBold", mm(width - 13 * scale), sizes);
  return [
    drawing(emblemVectors(mm(x), mm(y), mm(10 * scale))),
    {
      absolutePosition: { x: mm(x + 13 * scale), y: mm(y) - 2 * scale },
      stack: [
        {
          text: name.text,
          font: FAMILIES.title,
          bold: true,
          fontSize: name.size,
          lineHeight: (0.9 * 13 * scale) / name.size,
          noWrap: true,
          color: COLOURS.indigo,
        },
        { text: office.name, fontSize: 9 * scale, color: COLOURS.muted },
      ],
    },
  ];
}

/** Cloth, letterhead on the first page, page numbers: what pages of running text have in common. */
export function runningPages(
  sheet: Sheet,
  office: Pick<PaperOffice, "printedName" | "name">,
  language: Language,
  note = "",
): Pick<TDocumentDefinitions, "pageSize" | "pageMargins" | "header" | "footer"> {
  const texts = documentTexts(language).letterhead;
  return {
    pageSize: { width: mm(sheet.width), height: mm(sheet.height) },
    pageMargins: [mm(sheet.margin), mm(CLOTH + HEAD_HEIGHT), mm(sheet.margin), mm(17)],
    header: (page) => [
      drawing(topCloth(0, sheet.width)),
      ...signature(office, sheet.margin, CLOTH + 5, { scale: page === 1 ? 1 : 0.78 }),
    ],
    footer: (page, pages): ContentColumns => ({
      margin: [mm(sheet.margin), mm(5), mm(sheet.margin), 0],
      fontSize: 8,
      color: COLOURS.muted,
      columns: [
        { width: "*", text: note },
        { width: "auto", text: pages > 1 ? fill(texts.page, { page, pages }) : "" },
      ],
    }),
  };
}

/** A document's title. */
export function title(text: string, below = 10): Content {
  return {
    text,
    font: FAMILIES.title,
    bold: true,
    fontSize: 22,
    lineHeight: 1,
    color: COLOURS.indigo,
    margin: [0, 6, 0, below],
  };
}

/** A heading within a document. */
export function heading(text: string): Content {
  return {
    text,
    font: FAMILIES.title,
    bold: true,
    fontSize: 13,
    lineHeight: 1,
    color: COLOURS.indigo,
    margin: [0, 10, 0, 4],
    headlineLevel: 1,
  };
}

/** An empty box to sign in, with its caption above; `width` and `height` in millimetres. */
export function signBox(caption: string, width: number, height: number): Content {
  return {
    stack: [
      { text: caption, fontSize: 8.5, color: COLOURS.muted, margin: [0, 0, 0, 2] },
      {
        canvas: [
          {
            type: "rect",
            x: 0,
            y: 0,
            w: mm(width),
            h: mm(height),
            r: 3,
            lineWidth: 0.6,
            lineColor: COLOURS.hairline,
          },
        ],
      },
    ],
  };
}

/** A line to write on, `width` in millimetres. */
export function writingLine(width: number): Content {
  return {
    canvas: [
      { type: "line", x1: 0, y1: 12, x2: mm(width), y2: 12, lineWidth: 0.6, lineColor: COLOURS.hairline },
    ],
  };
}
