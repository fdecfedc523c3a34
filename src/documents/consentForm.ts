import type { Content, ContentStack, TDocumentDefinitions } from "pdfmake/interfaces.js";
import type { MemberNumber } from "../contract/primitives.ts";
import { runningPages, signBox, title, writingLine } from "./design/letterhead.ts";
import {
  A4,
  COLOURS,
  FAMILIES,
  mm,
  type PaperContext,
  type PaperDefinition,
  startDefinition,
} from "./design/paper.ts";
import { type DocumentTexts, documentTexts } from "./texts/documentTexts.ts";

export interface ConsentFormData extends PaperContext {
  /** Whom it is for; null prints lines to fill in by hand. */
  readonly member: { readonly number: MemberNumber; readonly name: string } | null;
}

const MARGIN = 20;
const WIDTH = A4.width - 2 * MARGIN;

/** The form on which a member agrees, or does not, to what is kept about her: one A4 page to sign. */
export function consentForm(data: ConsentFormData): PaperDefinition {
  const texts = documentTexts(data.language).consent;
  const page: TDocumentDefinitions = {
    ...startDefinition(texts.title, data.on, data.language),
    ...runningPages({ ...A4, margin: MARGIN }, data.office, data.language),
    content: [
      title(texts.title, 5),
      { text: texts.lead, fontSize: 10.5, margin: [0, 0, 0, 9] },
      explanations(texts),
      identity(data, texts),
      choices(texts),
      signatures(texts),
    ],
  };
  return { page, photos: new Map() };
}

type ConsentTexts = DocumentTexts["consent"];

function explanations(texts: ConsentTexts): Content {
  return {
    table: {
      widths: [mm(34), "*"],
      body: texts.sections.map(({ title: name, text }) => [
        {
          text: name,
          font: FAMILIES.title,
          bold: true,
          fontSize: 11.5,
          lineHeight: 0.9,
          color: COLOURS.indigo,
          margin: [0, -2, 0, 0],
        },
        { text, fontSize: 10.2 },
      ]),
    },
    layout: {
      hLineWidth: () => 0.5,
      vLineWidth: () => 0,
      hLineColor: COLOURS.hairline,
      paddingLeft: (column) => (column === 0 ? 0 : 8),
      paddingRight: () => 0,
      paddingTop: () => 5,
      paddingBottom: () => 4,
    },
  };
}

function identity(data: ConsentFormData, texts: ConsentTexts): Content {
  const blank = (width: number, value: string | undefined): Content =>
    value === undefined ? writingLine(width) : { text: value, bold: true, fontSize: 11 };
  const field = (
    caption: string,
    width: number,
    value: string | undefined,
  ): ContentStack & { width: number } => ({
    width: mm(width),
    stack: [{ text: caption, fontSize: 8.5, color: COLOURS.muted }, blank(width, value)],
  });
  return {
    margin: [0, 11, 0, 0],
    columnGap: mm(8),
    columns: [
      field(texts.name, 106, data.member?.name),
      field(texts.number, WIDTH - 114, data.member?.number),
    ],
  };
}

function choices(texts: ConsentTexts): Content {
  const box = (): Content => ({
    canvas: [{ type: "rect", x: 0, y: 0, w: 14, h: 14, r: 2, lineWidth: 0.9, lineColor: COLOURS.ink }],
    alignment: "center",
  });
  const head = (text: string): Content => ({
    text,
    bold: true,
    alignment: "center",
    fontSize: 9,
    margin: [0, 5, 0, 0],
  });
  return {
    margin: [0, 10, 0, 0],
    table: {
      widths: ["*", mm(14), mm(14)],
      headerRows: 1,
      dontBreakRows: true,
      body: [
        [
          { text: texts.choicesTitle, font: FAMILIES.title, bold: true, fontSize: 13, color: COLOURS.indigo },
          head(texts.yes),
          head(texts.no),
        ],
        ...texts.choices.map((text): Content[] => [
          { text, fontSize: 11, margin: [0, 0.5, 0, 0] },
          box(),
          box(),
        ]),
      ],
    },
    layout: {
      hLineWidth: (row) => (row === 0 ? 0 : 0.5),
      vLineWidth: () => 0,
      hLineColor: COLOURS.hairline,
      paddingLeft: () => 0,
      paddingTop: () => 4.5,
      paddingBottom: () => 4.5,
    },
  };
}

function signatures(texts: ConsentTexts): Content {
  const line = (caption: string): Content => ({
    stack: [{ text: caption, fontSize: 8.5, color: COLOURS.muted }, writingLine(50)],
    margin: [0, 0, 0, 4],
  });
  return {
    margin: [0, 10, 0, 0],
    columnGap: mm(8),
    unbreakable: true,
    columns: [
      {
        width: mm(50),
        stack: [line(texts.place), line(texts.date), line(texts.language), line(texts.explainedBy)],
      },
      {
        width: mm(64),
        stack: [
          { stack: [signBox(texts.memberSigns, 64, 18)], margin: [0, 0, 0, 5] },
          signBox(texts.officeSigns, 64, 18),
        ],
      },
      { width: mm(40), stack: [signBox(texts.thumb, 40, 43)] },
    ],
  };
}
