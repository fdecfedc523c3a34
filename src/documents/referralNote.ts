import type { Content, TDocumentDefinitions } from "pdfmake/interfaces.js";
import type { z } from "zod";
import type { ReferralNote } from "../contract/membership.ts";
import { showLongDay } from "../domain/format.ts";
import { runningPages, signBox, title } from "./design/letterhead.ts";
import {
  A4,
  COLOURS,
  FAMILIES,
  fill,
  mm,
  type PaperContext,
  type PaperDefinition,
  startDefinition,
} from "./design/paper.ts";
import { type DocumentTexts, documentTexts } from "./texts/documentTexts.ts";

export interface ReferralNoteData extends PaperContext {
  readonly note: z.infer<typeof ReferralNote>;
  /** Who sends her. */
  readonly sentBy: string;
}

const MARGIN = 22;
const WIDTH = A4.width - 2 * MARGIN;

/** The note with which a girl under 18 is referred to LAKANA SO, with a slip for the answer. */
export function referralNote(data: ReferralNoteData): PaperDefinition {
  const texts = documentTexts(data.language).referral;
  const page: TDocumentDefinitions = {
    ...startDefinition(texts.title, data.on, data.language),
    ...runningPages({ ...A4, margin: MARGIN }, data.office, data.language, texts.secrecy),
    content: [
      title(texts.title, 8),
      {
        text: [
          { text: `${texts.to}\n`, color: COLOURS.muted },
          { text: texts.partner, font: FAMILIES.title, bold: true, fontSize: 15 },
        ],
        margin: [0, 0, 0, 10],
      },
      { text: texts.lead, fontSize: 11, margin: [0, 0, 0, 10] },
      person(data, texts),
      sender(data, texts),
      replySlip(texts),
    ],
  };
  return { page, photos: new Map() };
}

type ReferralTexts = DocumentTexts["referral"];

function showAge(age: number | null, texts: ReferralTexts): string {
  if (age === null) return texts.unknown;
  return age === 1 ? texts.year : fill(texts.years, { age });
}

function person({ note }: ReferralNoteData, texts: ReferralTexts): Content {
  const name = [note.surname, note.firstNames].filter((part) => part !== "").join(" ");
  const rows: [string, string][] = [
    [texts.name, name || texts.unknown],
    [texts.age, showAge(note.age, texts)],
    [texts.contact, note.contact || texts.unknown],
    [texts.need, note.need],
  ];
  return {
    fontSize: 11,
    table: {
      widths: [mm(44), "*"],
      body: rows.map(([caption, value]) => [{ text: caption, color: COLOURS.muted }, { text: value }]),
    },
    layout: {
      hLineWidth: () => 0.5,
      vLineWidth: () => 0,
      hLineColor: COLOURS.hairline,
      paddingLeft: () => 0,
      paddingTop: () => 6,
      paddingBottom: () => 6,
    },
  };
}

function sender(data: ReferralNoteData, texts: ReferralTexts): Content {
  return {
    margin: [0, 16, 0, 0],
    unbreakable: true,
    columns: [
      {
        width: "*",
        stack: [
          { text: texts.from, color: COLOURS.muted },
          { text: data.sentBy, bold: true, fontSize: 11 },
          { text: data.office.name, margin: [0, 0, 0, 8] },
          { text: texts.on, color: COLOURS.muted },
          { text: showLongDay(data.on, data.language), fontSize: 11 },
        ],
      },
      { width: mm(72), stack: [signBox(texts.senderSigns, 72, 28)] },
    ],
  };
}

function replySlip(texts: ReferralTexts): Content {
  const half = (WIDTH - 8) / 2;
  const rule = (width: number, y: number): Content => ({
    canvas: [
      { type: "line", x1: 0, y1: y, x2: mm(width), y2: y, lineWidth: 0.6, lineColor: COLOURS.hairline },
    ],
  });
  return {
    margin: [0, 26, 0, 0],
    unbreakable: true,
    stack: [
      {
        canvas: [
          {
            type: "line",
            x1: 0,
            y1: 0,
            x2: mm(WIDTH),
            y2: 0,
            lineWidth: 0.6,
            dash: { length: 3, space: 3 },
            lineColor: COLOURS.muted,
          },
        ],
      },
      {
        text: texts.replyTitle,
        font: FAMILIES.title,
        bold: true,
        fontSize: 13,
        color: COLOURS.indigo,
        margin: [0, 12, 0, 8],
      },
      {
        columnGap: mm(8),
        columns: [
          { width: mm(half), stack: [{ text: texts.reply, color: COLOURS.muted }, rule(half, 16)] },
          { width: mm(half), stack: [{ text: texts.replyBy, color: COLOURS.muted }, rule(half, 16)] },
        ],
      },
    ],
  };
}
