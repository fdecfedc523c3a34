import type { Content, TDocumentDefinitions } from "pdfmake/interfaces.js";
import { showDay, showFrancs, showLongDay } from "../domain/format.ts";
import { clothVectors } from "./design/cloth.ts";
import { fitLine, wrap } from "./design/fitText.ts";
import { signature } from "./design/letterhead.ts";
import {
  A5,
  COLOURS,
  drawing,
  FAMILIES,
  mm,
  type PaperDefinition,
  startDefinition,
  TABULAR,
} from "./design/paper.ts";
import type { ReceiptData } from "./receiptData.ts";
import { receiptRows } from "./receiptRows.ts";
import { type DocumentTexts, documentTexts } from "./texts/documentTexts.ts";

/** A5 lying on its long side: the stub for the office on the left, the receipt for the member on the right. */
const PAGE = { width: A5.height, height: A5.width } as const;
const STUB = { x: 12, width: 38 } as const;
const FOLD = 56;
const MAIN = { x: 65, width: 135 } as const;
const CLOTH_BREADTH = 6;

const titleOf = ({ paidOut }: ReceiptData, { receipt: words }: DocumentTexts) =>
  paidOut ? words.titlePaidOut : words.title;

/** A numbered receipt, or the voucher of a payment, on A5 with its stub; amounts in figures and in words. */
export function receipt(data: ReceiptData): PaperDefinition {
  const texts = documentTexts(data.language);
  const page: TDocumentDefinitions = {
    ...startDefinition(`${titleOf(data, texts)} ${data.number}`, data.on, data.language),
    pageSize: { width: mm(PAGE.width), height: mm(PAGE.height) },
    pageMargins: 0,
    content: [furniture(), ...stub(data, texts), ...main(data, texts)],
  };
  return { page, photos: new Map() };
}

function furniture(): Content {
  return drawing([
    ...clothVectors({
      x: 0,
      y: 0,
      breadth: mm(CLOTH_BREADTH),
      length: mm(PAGE.height),
      repeats: 11,
      way: "vertical",
    }),
    {
      type: "line",
      x1: mm(FOLD),
      y1: mm(4),
      x2: mm(FOLD),
      y2: mm(PAGE.height - 4),
      lineWidth: 0.6,
      dash: { length: 3, space: 3 },
      lineColor: COLOURS.muted,
    },
  ]);
}

/** A column of content at a fixed place, in millimetres. */
function column(x: number, y: number, width: number, stack: Content[]): Content {
  return { absolutePosition: { x: mm(x), y: mm(y) }, columns: [{ width: mm(width), stack }] };
}

function copyMark(texts: DocumentTexts, fontSize: number): Content {
  return {
    table: {
      body: [
        [
          {
            text: texts.receipt.copy.toUpperCase(),
            bold: true,
            fontSize,
            color: COLOURS.ochre,
            characterSpacing: 1,
          },
        ],
      ],
    },
    layout: {
      hLineColor: COLOURS.ochre,
      vLineColor: COLOURS.ochre,
      paddingTop: () => 1,
      paddingBottom: () => 0,
      paddingLeft: () => 5,
      paddingRight: () => 4,
    },
  };
}

function stub(data: ReceiptData, texts: DocumentTexts): Content[] {
  const { receipt: words } = texts;
  const entry = (label: string, value: string): Content => ({
    margin: [0, 0, 0, 5],
    stack: [
      { text: label, fontSize: 7, color: COLOURS.muted },
      { text: value, fontSize: 9 },
    ],
  });
  const amount = fitLine(
    showFrancs(data.amount, data.language),
    "InterSemiBold",
    mm(STUB.width),
    [12, 11, 10, 9],
  );
  return [
    column(STUB.x, 11, STUB.width, [
      {
        text: words.stub,
        font: FAMILIES.title,
        bold: true,
        fontSize: 14,
        color: COLOURS.indigo,
        lineHeight: 0.95,
      },
      { text: words.stubKeep, fontSize: 7.5, color: COLOURS.muted, margin: [0, 0, 0, 9] },
      entry(words.number, data.number),
      entry(words.date, showDay(data.on)),
      ...otherSide(data, texts).map(([label, value]) => entry(label, onOneLine(value))),
      entry(words.purpose, shorten(data.account, 2)),
      ...(data.reverses ? [entry(words.takesBack, data.reverses.number)] : []),
      ...(data.period
        ? [entry(words.period, `${showDay(data.period.startsOn)} –\n${showDay(data.period.endsOn)}`)]
        : []),
      entry(words.payment, texts.words.method[data.method]),
      ...(data.reference === "" ? [] : [entry(words.reference, onOneLine(data.reference))]),
      entry(data.paidOut ? words.paidBy : words.receivedBy, onOneLine(data.receivedBy)),
      { text: words.amount, fontSize: 7, color: COLOURS.muted },
      { text: amount.text, fontSize: amount.size, bold: true, noWrap: true, margin: [0, 0, 0, 5] },
      ...(data.duplicate ? [copyMark(texts, 8)] : []),
    ]),
  ];
}

/** On the stub a member is her number, anybody else a name. */
function otherSide(data: ReceiptData, { receipt: words }: DocumentTexts): [string, string][] {
  if (data.memberNumber !== null) return [[words.member, data.memberNumber]];
  return data.name ? [[data.paidOut ? words.paidTo : words.receivedFrom, data.name]] : [];
}

/** So many lines of the stub at most. */
function shorten(text: string, lines: number): string {
  const wrapped = wrap(text, "InterMedium", 9, mm(STUB.width));
  if (wrapped.length <= lines) return text;
  return `${wrapped
    .slice(0, lines)
    .join(" ")
    .replace(/[\s.,;:]+$/, "")}…`;
}

/** The stub is narrow: what is long stands in full on the receipt itself. */
function onOneLine(text: string): string {
  return fitLine(text, "InterMedium", mm(STUB.width), [9]).text;
}

function main(data: ReceiptData, texts: DocumentTexts): Content[] {
  const { receipt: words } = texts;
  return [
    ...signature(data.office, MAIN.x, 11, { width: 74 }),
    column(MAIN.x + 78, 8, MAIN.width - 78, [
      {
        text: titleOf(data, texts),
        font: FAMILIES.title,
        bold: true,
        fontSize: data.paidOut ? 19 : 24,
        lineHeight: 0.85,
        color: COLOURS.indigo,
        alignment: "right",
      },
      {
        text: `${words.number} ${data.number}`,
        bold: true,
        fontSize: 10.5,
        alignment: "right",
        margin: [0, 3, 0, 0],
      },
    ]),
    column(MAIN.x, 30, MAIN.width, [amountBar(data)]),
    ...(data.duplicate ? [column(MAIN.x + 42, 33.2, 22, [copyMark(texts, 10)])] : []),
    column(MAIN.x, 48, MAIN.width, [receiptRows(data, texts, mm(MAIN.width))]),
    column(MAIN.x, 108, 66, [dashedBox(signerOf(data, texts), 64, 22)]),
    column(MAIN.x + 71, 108, 66, [dashedBox(words.cashierSigns, 64, 22)]),
    column(MAIN.x, 138.5, MAIN.width, [
      { text: data.paidOut ? words.keepPaidOut : words.keep, fontSize: 8, color: COLOURS.muted },
    ]),
  ];
}

function signerOf({ paidOut, memberNumber }: ReceiptData, { receipt: words }: DocumentTexts): string {
  if (memberNumber !== null) return words.memberSigns;
  return paidOut ? words.payeeSigns : words.payerSigns;
}

function amountBar(data: ReceiptData): Content {
  return {
    table: {
      widths: ["*", "auto"],
      heights: mm(13),
      body: [
        [
          { text: showLongDay(data.on, data.language), margin: [0, 11, 0, 0], color: COLOURS.muted },
          {
            text: showFrancs(data.amount, data.language),
            font: FAMILIES.text,
            bold: true,
            fontSize: 20,
            color: COLOURS.indigo,
            alignment: "right",
            margin: [0, 5, 0, 0],
            ...TABULAR,
          },
        ],
      ],
    },
    layout: {
      defaultBorder: false,
      fillColor: COLOURS.indigoPale,
      paddingLeft: () => 12,
      paddingRight: () => 12,
    },
  };
}

function dashedBox(caption: string, width: number, height: number): Content {
  return {
    stack: [
      { text: caption, fontSize: 8, color: COLOURS.muted, margin: [0, 0, 0, 2] },
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
            dash: { length: 2, space: 2 },
            lineColor: COLOURS.muted,
          },
        ],
      },
    ],
  };
}
