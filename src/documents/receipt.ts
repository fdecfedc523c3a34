import type { Content, TDocumentDefinitions } from "pdfmake/interfaces.js";
import type { VoucherAccount } from "../contract/cashbook.ts";
import type { CalendarDate, Francs, MemberNumber, PaymentMethod } from "../contract/primitives.ts";
import { amountInWords } from "../domain/amountInWords.ts";
import { showDay, showFrancs, showLongDay } from "../domain/format.ts";
import { clothVectors } from "./design/cloth.ts";
import { fitLine, wrap } from "./design/fitText.ts";
import { signature } from "./design/letterhead.ts";
import {
  A5,
  COLOURS,
  DEFAULT_STYLE,
  drawing,
  FAMILIES,
  fill,
  mm,
  type PaperContext,
  type PaperDefinition,
  startDefinition,
  TABULAR,
} from "./design/paper.ts";
import { type DocumentTexts, documentTexts } from "./texts/documentTexts.ts";

export interface ReceiptData extends PaperContext {
  /** `KTL-2026-00042`; `on` is the voucher's day. */
  readonly number: string;
  readonly memberNumber: MemberNumber;
  /** Surname and first names. */
  readonly memberName: string;
  readonly account: VoucherAccount;
  /** The office paid: a refund or a benefit. */
  readonly paidOut: boolean;
  /** What the payment covers, when it covers a time. */
  readonly period: { readonly startsOn: CalendarDate; readonly endsOn: CalendarDate } | null;
  readonly amount: Francs;
  readonly method: PaymentMethod;
  /** Of the mobile or bank payment; empty for none. */
  readonly reference: string;
  readonly receivedBy: string;
  /** Every print but the first says that it is a copy. */
  readonly duplicate: boolean;
}

/** A5 lying on its long side: the stub for the office on the left, the receipt for the member on the right. */
const PAGE = { width: A5.height, height: A5.width } as const;
const STUB = { x: 12, width: 38 } as const;
const FOLD = 56;
const MAIN = { x: 65, width: 135 } as const;
const CLOTH_BREADTH = 6;
const CAPTION_WIDTH = 28;

/** A numbered receipt on A5 with its stub; amounts in figures and in words. */
export function receipt(data: ReceiptData): PaperDefinition {
  const texts = documentTexts(data.language);
  const page: TDocumentDefinitions = {
    ...startDefinition(`${texts.receipt.title} ${data.number}`, data.on, data.language),
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
      entry(words.member, data.memberNumber),
      entry(words.purpose, texts.words.account[data.account]),
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
        text: words.title,
        font: FAMILIES.title,
        bold: true,
        fontSize: 24,
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
    column(MAIN.x, 48, MAIN.width, [details(data, texts)]),
    column(MAIN.x, 108, 66, [dashedBox(words.payerSigns, 64, 22)]),
    column(MAIN.x + 71, 108, 66, [dashedBox(words.cashierSigns, 64, 22)]),
    column(MAIN.x, 138.5, MAIN.width, [
      { text: data.paidOut ? words.keepPaidOut : words.keep, fontSize: 8, color: COLOURS.muted },
    ]),
  ];
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

/** Names and references at their longest take smaller letters, so that the places to sign stay where they are. */
function isLong(data: ReceiptData): boolean {
  const lines = [
    data.memberName,
    data.reference,
    data.receivedBy,
    amountInWords(data.amount, data.language),
  ].map((text) => wrap(text, "InterMedium", DEFAULT_STYLE.fontSize, mm(MAIN.width - CAPTION_WIDTH)).length);
  return lines.reduce((sum, count) => sum + count, 0) > 5;
}

function details(data: ReceiptData, texts: DocumentTexts): Content {
  const { receipt: words } = texts;
  const long = isLong(data);
  const method = texts.words.method[data.method];
  const rows: [string, Content][] = [
    [
      data.paidOut ? words.member : words.receivedFrom,
      { text: [{ text: data.memberName, bold: true }, `\n${data.memberNumber}`] },
    ],
    [words.amountInWords, { text: amountInWords(data.amount, data.language) }],
    [words.purpose, { text: texts.words.account[data.account] }],
    ...(data.period
      ? ([
          [
            words.period,
            {
              text: fill(words.periodSpan, {
                from: showLongDay(data.period.startsOn, data.language),
                to: showLongDay(data.period.endsOn, data.language),
              }),
            },
          ],
        ] satisfies [string, Content][])
      : []),
    [
      words.payment,
      {
        text:
          data.reference === ""
            ? method
            : fill(words.paymentWithReference, { method, reference: data.reference }),
      },
    ],
    [data.paidOut ? words.paidBy : words.receivedBy, { text: data.receivedBy }],
  ];
  return {
    fontSize: long ? 8 : DEFAULT_STYLE.fontSize,
    table: {
      widths: [mm(CAPTION_WIDTH), "*"],
      body: rows.map(([label, value]) => [{ text: label, color: COLOURS.muted }, value]),
    },
    layout: {
      hLineWidth: (row) => (row === 0 ? 0 : 0.5),
      vLineWidth: () => 0,
      hLineColor: COLOURS.hairline,
      paddingLeft: () => 0,
      paddingTop: () => (long ? 2 : 3.6),
      paddingBottom: () => (long ? 2 : 3.6),
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
