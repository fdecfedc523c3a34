import type { Content, TDocumentDefinitions } from "pdfmake/interfaces.js";
import type { OfficeScope } from "../../contract/primitives.ts";
import { showCount, showDay } from "../../domain/format.ts";
import { runningPages } from "../design/letterhead.ts";
import { monthTitle } from "../design/monthName.ts";
import { A4, fill, type PaperContext, type PaperDefinition, startDefinition } from "../design/paper.ts";
import { documentTexts } from "../texts/documentTexts.ts";
import { type AccountSummary, summaryContent } from "./accountSummary.ts";
import { cashSheetContent, type PlaceSheet } from "./cashSheet.ts";
import { type Journal, journalContent } from "./journal.ts";
import {
  type CashbookWords,
  MARGIN,
  type MonthStanding,
  paperHead,
  scopeName,
  standingLine,
  twoSignatures,
} from "./wording.ts";

export type MonthPaper = "journal" | "cashSheet" | "summary";

export interface MonthPapersData extends PaperContext {
  readonly month: string;
  readonly scope: OfficeScope;
  readonly standing: MonthStanding;
  /** Which of them, in this order; each begins on a page of its own. */
  readonly papers: readonly MonthPaper[];
  readonly journal: Journal;
  /** The numbers of the first and the last voucher; null in a month without any. */
  readonly first: string | null;
  readonly last: string | null;
  readonly places: readonly PlaceSheet[];
  readonly summary: AccountSummary;
  readonly madeBy: string;
}

/** The papers of a month's end: journal, cash sheet, summary, each with its place for two signatures. */
export function monthPapers(data: MonthPapersData): PaperDefinition {
  const words = documentTexts(data.language).cashbook;
  const page: TDocumentDefinitions = {
    ...startDefinition(titleOf(data, words), data.on, data.language),
    ...runningPages(
      { ...A4, margin: MARGIN },
      data.office,
      data.language,
      fill(words.shared.madeOn, { day: showDay(data.on), person: data.madeBy }),
    ),
    content: data.papers.map((paper, index) => ({
      stack: paperContent(paper, data, words),
      ...(index === 0 ? {} : { pageBreak: "before" as const }),
    })),
  };
  return { page, photos: new Map() };
}

const nameOf = (paper: MonthPaper, words: CashbookWords) =>
  ({ journal: words.journal, cashSheet: words.sheet, summary: words.summary })[paper].title;

function titleOf({ papers, month }: MonthPapersData, words: CashbookWords): string {
  return `${papers.map((paper) => nameOf(paper, words)).join(", ")} ${month}`;
}

function paperContent(paper: MonthPaper, data: MonthPapersData, words: CashbookWords): Content[] {
  const { language } = data;
  const about = `${monthTitle(data.month, language)} · ${scopeName(data.scope, data, words)} · F\u00a0CFA`;
  const content = {
    journal: () => journalContent(data.journal, language),
    cashSheet: () => cashSheetContent(data.places, words, language),
    summary: () => summaryContent(data.summary, words, language),
  };
  return [
    ...paperHead(nameOf(paper, words), about, paper === "journal" ? vouchersOf(data, words) : ""),
    standingLine(data.standing, words),
    ...content[paper](),
    twoSignatures(words.shared.cashierSigns, words.shared.coordinatorSigns),
  ];
}

/** `41 pièces, KTL-2026-00001 à KTL-2026-00041`. */
function vouchersOf({ journal, first, last, language }: MonthPapersData, words: CashbookWords): string {
  const own = words.journal;
  const { length } = journal.lines;
  if (first === null || last === null) return "";
  if (length === 1) return own.countOne;
  return `${fill(own.count, { count: showCount(length, language) })} · ${fill(own.numbers, { first, last })}`;
}
