import type { Content } from "pdfmake/interfaces.js";
import { amountInWords } from "../domain/amountInWords.ts";
import { addDays } from "../domain/calendar.ts";
import { showDay, showFrancs, showLongDay } from "../domain/format.ts";
import { wrap } from "./design/fitText.ts";
import { COLOURS, DEFAULT_STYLE, fill, mm } from "./design/paper.ts";
import type { ReceiptData, RentLine } from "./receiptData.ts";
import type { DocumentTexts } from "./texts/documentTexts.ts";

/** Points. */
const CAPTION_WIDTH = mm(28);
/** Lines of text that leave the places to sign where they are, in ordinary and in small letters. */
const ORDINARY_LINES = 8;
const MOST_RENT_LINES = 5;
/** Where the office writes a name by hand. */
const BLANK = "……………………………………………………";

interface ReceiptRow {
  readonly label: string;
  readonly lines: readonly string[];
  /** The first line. */
  readonly bold?: boolean;
}

/** Whole periods of one kind that follow one another are one line. */
function joinRent(lines: readonly RentLine[]): RentLine[] {
  const joined: RentLine[] = [];
  for (const line of [...Map.groupBy(lines, ({ kind }) => kind).values()].flat()) {
    const last = joined.at(-1);
    const isWhole = last?.kind === line.kind && !last.partial && !line.partial;
    if (last !== undefined && isWhole && addDays(last.to, 1) === line.from)
      joined.splice(-1, 1, { ...last, to: line.to, amount: last.amount + line.amount });
    else joined.push(line);
  }
  return joined;
}

const sumOf = (lines: readonly RentLine[]) => lines.reduce((sum, { amount }) => sum + amount, 0);

/** What a rent went to; what no period asked for is an advance. */
function rentLines(data: ReceiptData, { receipt: { rent: words } }: DocumentTexts): string[] {
  const francs = (amount: number) => showFrancs(amount, data.language);
  const joined = joinRent(data.rent);
  const shown = joined.slice(0, MOST_RENT_LINES);
  const others = sumOf(joined.slice(MOST_RENT_LINES));
  const advance = data.amount - sumOf(data.rent);
  return [
    ...shown.map((line) =>
      fill(line.partial ? words.partial : words.span, {
        kind: words.kind[line.kind],
        from: showDay(line.from),
        to: showDay(line.to),
        amount: francs(line.amount),
      }),
    ),
    ...(others > 0 ? [fill(words.others, { amount: francs(others) })] : []),
    ...(data.rent.length > 0 && advance > 0 ? [fill(words.advance, { amount: francs(advance) })] : []),
  ];
}

function nameRow(data: ReceiptData, { receipt: words }: DocumentTexts): ReceiptRow[] {
  if (data.name === null) return [];
  const label = data.memberNumber !== null && data.paidOut ? words.member : undefined;
  const lines = [data.name || BLANK, ...(data.memberNumber === null ? [] : [data.memberNumber])];
  return [{ label: label ?? (data.paidOut ? words.paidTo : words.receivedFrom), lines, bold: true }];
}

function purposeRows(data: ReceiptData, texts: DocumentTexts): ReceiptRow[] {
  const { receipt: words } = texts;
  const { period, reverses, language } = data;
  return [
    { label: words.purpose, lines: [data.account, data.words, ...rentLines(data, texts)] },
    { label: words.project, lines: [data.project] },
    {
      label: words.period,
      lines: period
        ? [
            fill(words.periodSpan, {
              from: showLongDay(period.startsOn, language),
              to: showLongDay(period.endsOn, language),
            }),
          ]
        : [],
    },
    { label: words.takesBack, lines: reverses ? [fill(words.takesBackNumber, { ...reverses })] : [] },
  ];
}

function rowsOf(data: ReceiptData, texts: DocumentTexts): ReceiptRow[] {
  const { receipt: words } = texts;
  const method = texts.words.method[data.method];
  const { reference } = data;
  const payment = reference === "" ? method : fill(words.paymentWithReference, { method, reference });
  const rows = [
    ...nameRow(data, texts),
    { label: words.amountInWords, lines: [amountInWords(data.amount, data.language)] },
    ...purposeRows(data, texts),
    { label: words.payment, lines: [payment] },
    { label: data.paidOut ? words.paidBy : words.receivedBy, lines: [data.receivedBy] },
  ];
  return rows
    .map((row) => ({ ...row, lines: row.lines.filter((line) => line !== "") }))
    .filter(({ lines }) => lines.length > 0);
}

function countLines(rows: readonly ReceiptRow[], size: number, width: number): number {
  const count = (line: string) => wrap(line, "InterMedium", size, width - CAPTION_WIDTH).length;
  return rows.flatMap(({ lines }) => lines.map(count)).reduce((sum, lines) => sum + lines, 0);
}

/** Letters and the room between rows, so that the places to sign stay where they are. */
function sizesFor(rows: readonly ReceiptRow[], width: number): { letters: number; padding: number } {
  if (countLines(rows, DEFAULT_STYLE.fontSize, width) <= ORDINARY_LINES && rows.length <= 6)
    return { letters: DEFAULT_STYLE.fontSize, padding: 3.6 };
  const lines = countLines(rows, 8, width);
  if (lines <= 11) return { letters: 8, padding: 2 };
  return lines <= 14 ? { letters: 7.5, padding: 1 } : { letters: 6.5, padding: 0.5 };
}

/** Who, how much in words, what for and how. @param width in points */
export function receiptRows(data: ReceiptData, texts: DocumentTexts, width: number): Content {
  const rows = rowsOf(data, texts);
  const { letters, padding } = sizesFor(rows, width);
  return {
    fontSize: letters,
    table: {
      widths: [CAPTION_WIDTH, "*"],
      body: rows.map(({ label, lines, bold = false }) => [
        { text: label, color: COLOURS.muted },
        {
          text: lines.map((text, index) => ({
            text: index === 0 ? text : `\n${text}`,
            bold: bold && index === 0,
          })),
        },
      ]),
    },
    layout: {
      hLineWidth: (row) => (row === 0 ? 0 : 0.5),
      vLineWidth: () => 0,
      hLineColor: COLOURS.hairline,
      paddingLeft: () => 0,
      paddingTop: () => padding,
      paddingBottom: () => padding,
    },
  };
}
