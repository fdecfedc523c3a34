import type { Content, TableCell } from "pdfmake/interfaces.js";
import type { CalendarDate, Francs, Language } from "../../contract/primitives.ts";
import { showCount, showDay } from "../../domain/format.ts";
import { wrap } from "../design/fitText.ts";
import { A4, COLOURS, mm, TABULAR } from "../design/paper.ts";
import { type CashbookWords, type NamedAccount, WIDTH } from "./wording.ts";

/** A voucher in the journal: numbers, never the name of a person. */
export interface JournalLine {
  readonly number: string;
  readonly datedOn: CalendarDate;
  readonly account: NamedAccount;
  /** What it was for; then what else tells it apart: a member's number, a project, a reference. */
  readonly words: readonly string[];
  readonly place: string;
  readonly moneyIn: Francs;
  readonly moneyOut: Francs;
  /** Of the place after it; null where several places are shown. */
  readonly balance: number | null;
}

/** What has come in and gone out since the journal began, and what lies in its one place. */
export interface Carried {
  readonly moneyIn: Francs;
  readonly moneyOut: Francs;
  readonly balance: number | null;
}

interface JournalPage {
  readonly lines: readonly JournalLine[];
  /** Carried from the page before; null on the first. */
  readonly before: Carried | null;
  readonly after: Carried;
  readonly isLast: boolean;
  readonly onePlace: boolean;
}

/** Millimetres of the columns around the account, which takes what is left. */
const DATE = 20;
const VOUCHER = 31;
const PLACE = 27;
const MONEY = 23;
const WHAT = WIDTH - DATE - VOUCHER - PLACE - 2 * MONEY;
/** Points to the left and right of a cell's words. */
const PADDING = 3;
const SIZE = 8.5;
const SMALL = 8;
/** Ascent and descent of the font, with the leading that the table sets. */
const LEADING = 1.21 * 1.05;
/** Points that a row needs beside its words. */
const ROW_EXTRA = 4;
/** Points on a page for rows: without margins, heading and carried totals, and a little less. */
const ROOM = mm(A4.height - 22 - 17) - 62;
/** What stands above the journal on its first page. */
const HEAD_ROOM = 105;

const innerWidth = (width: number) => mm(width) - 2 * PADDING;

function rowHeight({ account, words, place }: JournalLine, onePlace: boolean): number {
  const count = (text: string, size: number, width: number) =>
    text === "" ? 0 : wrap(text, "InterMedium", size, innerWidth(width)).length;
  const what = count(accountText(account), SIZE, WHAT) * SIZE + count(detailText(words), SMALL, WHAT) * SMALL;
  const where = onePlace ? 0 : count(place, SIZE, PLACE) * SIZE;
  return Math.max(what, where, SIZE) * LEADING + ROW_EXTRA;
}

/** The lines of each page: rows are measured beforehand, because a page's foot says what it carries over. */
export function splitPages(lines: readonly JournalLine[], onePlace: boolean): JournalLine[][] {
  const pages: JournalLine[][] = [];
  let page: JournalLine[] = [];
  let left = ROOM - HEAD_ROOM;
  for (const line of lines) {
    const height = rowHeight(line, onePlace);
    if (height > left && page.length > 0) {
      pages.push(page);
      page = [];
      left = ROOM;
    }
    page.push(line);
    left -= height;
  }
  return [...pages, page];
}

const accountText = ({ number, name }: JournalLine["account"]) => `${number} ${name}`;
const detailText = (words: JournalLine["words"]) => words.join(" · ");

/** One page's table with its totals; all but the first begin a page. */
export function journalPage(page: JournalPage, words: CashbookWords, language: Language): Content {
  const own = words.journal;
  const { before, after, isLast, onePlace } = page;
  const last = onePlace ? own.balance : words.shared.place;
  return {
    ...(before === null ? {} : { pageBreak: "before" }),
    fontSize: SIZE,
    lineHeight: 1.05,
    table: {
      widths: [DATE, VOUCHER, WHAT, ...(onePlace ? [MONEY, MONEY, PLACE] : [PLACE, MONEY, MONEY])].map(
        innerWidth,
      ),
      body: [
        head(
          [
            own.date,
            own.voucher,
            own.what,
            ...(onePlace ? [own.moneyIn, own.moneyOut, last] : [last, own.moneyIn, own.moneyOut]),
          ],
          onePlace,
        ),
        ...(before === null ? [] : [sums(own.carried, before, onePlace, language)]),
        ...page.lines.map((line) => row(line, onePlace, language)),
        sums(isLast ? own.totals : own.toCarry, after, onePlace, language),
      ],
    },
    layout: {
      hLineWidth: (line, { table }) =>
        line === 0 ? 0 : line === 1 || line === table.body.length - 1 ? 0.9 : 0.3,
      vLineWidth: () => 0,
      hLineColor: (line, { table }) =>
        line === 1 || line === table.body.length - 1 ? COLOURS.indigo : COLOURS.hairline,
      paddingLeft: () => PADDING,
      paddingRight: () => PADDING,
      paddingTop: () => 2,
      paddingBottom: () => 1.5,
    },
  };
}

const FIGURES = { alignment: "right", noWrap: true, ...TABULAR } as const;

function head(captions: readonly string[], onePlace: boolean): TableCell[] {
  return captions.map((text, index) => ({
    text,
    bold: true,
    fontSize: SMALL,
    color: COLOURS.indigo,
    ...(index > 3 || (onePlace && index === 3) ? { alignment: "right" as const } : {}),
  }));
}

const money = (amount: number, language: Language): TableCell => ({
  text: amount === 0 ? "" : showCount(amount, language),
  ...FIGURES,
});

const balanceCell = (balance: number | null, bold: boolean, language: Language): TableCell => ({
  text: balance === null ? "" : showCount(balance, language),
  bold,
  ...FIGURES,
});

function row(line: JournalLine, onePlace: boolean, language: Language): TableCell[] {
  const figures = [money(line.moneyIn, language), money(line.moneyOut, language)];
  return [
    { text: showDay(line.datedOn) },
    { text: line.number, noWrap: true },
    {
      stack: [
        { text: accountText(line.account) },
        ...(line.words.length === 0
          ? []
          : [{ text: detailText(line.words), fontSize: SMALL, color: COLOURS.muted }]),
      ],
    },
    ...(onePlace
      ? [...figures, balanceCell(line.balance, false, language)]
      : [{ text: line.place }, ...figures]),
  ];
}

function sums(caption: string, carried: Carried, onePlace: boolean, language: Language): TableCell[] {
  const figures = [carried.moneyIn, carried.moneyOut].map(
    (amount): TableCell => ({ text: showCount(amount, language), bold: true, ...FIGURES }),
  );
  const balance = balanceCell(carried.balance, true, language);
  return [
    { text: "" },
    { text: "" },
    { text: caption, bold: true },
    ...(onePlace ? [...figures, balance] : [{ text: "" }, ...figures]),
  ];
}
