import type { Content, TDocumentDefinitions } from "pdfmake/interfaces.js";
import { type CashCount, DENOMINATIONS } from "../../contract/cashbookTerms.ts";
import { amountInWords } from "../../domain/amountInWords.ts";
import { showCount, showFrancs, showLongDay } from "../../domain/format.ts";
import { heading, runningPages, title } from "../design/letterhead.ts";
import {
  A4,
  COLOURS,
  fill,
  type PaperContext,
  type PaperDefinition,
  startDefinition,
} from "../design/paper.ts";
import { amountBar, ruledTable } from "../design/ruledTable.ts";
import { documentTexts } from "../texts/documentTexts.ts";
import { type CashbookWords, twoSignatures } from "./wording.ts";

export interface CountSheetData extends PaperContext {
  readonly count: Omit<CashCount, "id" | "office" | "till" | "voucherId">;
  readonly place: string;
  /** Counted in notes and coins; otherwise compared with a statement. */
  readonly isCash: boolean;
}

const MARGIN = 22;
const WIDTH = A4.width - 2 * MARGIN;

/** The minutes of a count: what was found, what the book expects, the difference and its reason, two signatures. */
export function countSheet(data: CountSheetData): PaperDefinition {
  const words = documentTexts(data.language).cashbook;
  const own = words.count;
  const { count, isCash } = data;
  const name = isCash ? own.title : own.titleStatement;
  const page: TDocumentDefinitions = {
    ...startDefinition(`${name} ${count.countedOn}`, data.on, data.language),
    ...runningPages({ ...A4, margin: MARGIN }, data.office, data.language),
    content: [
      title(name, 8),
      {
        text: fill(isCash ? own.lead : own.leadStatement, {
          day: showLongDay(count.countedOn, data.language),
          place: data.place,
        }),
        fontSize: 10.5,
        margin: [0, 0, 0, 8],
      },
      ...(isCash ? [piecesTable(data, words)] : []),
      amountBar(isCash ? own.counted : own.statement, showFrancs(count.counted, data.language)),
      {
        text: fill(own.inWords, { words: amountInWords(count.counted, data.language) }),
        margin: [0, 0, 0, 8],
      },
      ...comparison(data, words),
      ...(count.countedBy === ""
        ? []
        : [
            {
              text: fill(own.countedBy, { person: count.countedBy }),
              color: COLOURS.muted,
              margin: [0, 10, 0, 0],
            } as Content,
          ]),
      twoSignatures(words.shared.cashierSigns, words.shared.witnessSigns, WIDTH),
    ],
  };
  return { page, photos: new Map() };
}

/** Every value of the franc, also those of which there was none: nothing can be written in afterwards. */
function piecesTable({ count, language }: CountSheetData, words: CashbookWords): Content {
  const own = words.count;
  const pieces = new Map(count.pieces.map(({ value, pieces: number }) => [value, number]));
  return ruledTable({
    dense: true,
    columns: [
      { caption: own.value, width: "*", figures: true },
      { caption: own.pieces, width: 50, figures: true },
      { caption: own.amount, width: 60, figures: true },
    ],
    rows: DENOMINATIONS.map((value) => {
      const number = pieces.get(value) ?? 0;
      return [showFrancs(value, language), showCount(number, language), showFrancs(value * number, language)];
    }),
    total: [words.shared.total, "", showFrancs(count.counted, language)],
  });
}

function comparison({ count, isCash, language }: CountSheetData, words: CashbookWords): Content[] {
  const own = words.count;
  const { difference } = count;
  const francs = (amount: number) => showFrancs(amount, language);
  const verdict =
    difference === 0
      ? own.noDifference
      : fill(difference > 0 ? own.over : own.short, { amount: francs(Math.abs(difference)) });
  return [
    ruledTable({
      columns: [
        { caption: isCash ? own.counted : own.statement, width: "*", figures: true },
        { caption: own.expected, width: 55, figures: true },
        { caption: own.difference, width: 55, figures: true },
      ],
      rows: [[francs(count.counted), francs(count.expected), francs(difference)]],
    }),
    {
      text: verdict,
      bold: true,
      fontSize: 11,
      color: difference === 0 ? COLOURS.ink : COLOURS.ochre,
      margin: [0, 8, 0, 0],
    },
    ...(count.reason === "" ? [] : [heading(own.reason), { text: count.reason }]),
    ...(count.voucherNumber === null
      ? []
      : [{ text: fill(own.booked, { number: count.voucherNumber }), margin: [0, 6, 0, 0] } as Content]),
  ];
}
