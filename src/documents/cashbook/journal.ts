import type { Content } from "pdfmake/interfaces.js";
import type { Francs, Language } from "../../contract/primitives.ts";
import { showCount, showFrancs } from "../../domain/format.ts";
import { heading } from "../design/letterhead.ts";
import { COLOURS, fill } from "../design/paper.ts";
import { ruledTable } from "../design/ruledTable.ts";
import { documentTexts } from "../texts/documentTexts.ts";
import { type Carried, type JournalLine, journalPage, splitPages } from "./journalPage.ts";
import type { CashbookWords } from "./wording.ts";

export interface PlaceTotals {
  readonly name: string;
  readonly opening: number;
  readonly sumIn: Francs;
  readonly sumOut: Francs;
  readonly closing: number;
}

export interface Journal {
  readonly lines: readonly JournalLine[];
  /** What lay there before and after; null for a choice of vouchers, which has no balance. */
  readonly balances: { readonly opening: number; readonly closing: number } | null;
  /** One place alone is shown: each line has its balance. */
  readonly onePlace: boolean;
  /** Summed up below, where there are several. */
  readonly places: readonly PlaceTotals[];
}

/** The lines over as many pages as they need, each with its totals carried; `head` is above on the first. */
export function journalContent(journal: Journal, language: Language): Content[] {
  const words = documentTexts(language).cashbook;
  const own = words.journal;
  const { lines, balances } = journal;
  if (lines.length === 0)
    return [
      { text: own.empty, color: COLOURS.muted, margin: [0, 0, 0, 6] },
      ...(balances === null ? [] : [{ text: fill(own.opening, francs(balances.opening, language)) }]),
      ...placesTable(journal, words, language),
    ];
  const pages = splitPages(lines, journal.onePlace);
  let carried: Carried = { moneyIn: 0, moneyOut: 0, balance: balances?.opening ?? null };
  const content = pages.map((page, index): Content => {
    const before = carried;
    carried = carryOver(before, page);
    return journalPage(
      {
        lines: page,
        before: index === 0 ? null : before,
        after: carried,
        isLast: index === pages.length - 1,
        onePlace: journal.onePlace,
      },
      words,
      language,
    );
  });
  return [
    ...(balances === null
      ? []
      : [
          {
            text: fill(own.opening, francs(balances.opening, language)),
            bold: true,
            margin: [0, 0, 0, 3],
          } as Content,
        ]),
    ...content,
    ...(balances === null
      ? []
      : [
          {
            text: fill(own.closing, francs(balances.closing, language)),
            bold: true,
            margin: [0, 5, 0, 0],
          } as Content,
        ]),
    ...placesTable(journal, words, language),
  ];
}

const francs = (amount: number, language: Language) => ({ amount: showFrancs(amount, language) });

function carryOver(before: Carried, lines: readonly JournalLine[]): Carried {
  const sum = (of: "moneyIn" | "moneyOut") => lines.reduce((total, line) => total + line[of], before[of]);
  return {
    moneyIn: sum("moneyIn"),
    moneyOut: sum("moneyOut"),
    balance: lines.at(-1)?.balance ?? before.balance,
  };
}

function placesTable({ places }: Journal, words: CashbookWords, language: Language): Content[] {
  if (places.length === 0) return [];
  return [
    {
      unbreakable: places.length <= 12,
      stack: [heading(words.journal.byPlace), placeTotals(places, words, language)],
    },
  ];
}

/** What lay in each place, what moved, and what lies there now. */
export function placeTotals(
  places: readonly PlaceTotals[],
  words: CashbookWords,
  language: Language,
): Content {
  const sum = (of: (place: PlaceTotals) => number) =>
    showCount(
      places.reduce((total, place) => total + of(place), 0),
      language,
    );
  const figures = ["opening", "sumIn", "sumOut", "closing"] as const;
  const captions = {
    opening: words.sheet.opening,
    sumIn: words.shared.moneyIn,
    sumOut: words.shared.moneyOut,
    closing: words.sheet.closing,
  };
  return ruledTable({
    dense: true,
    columns: [
      { caption: words.shared.place, width: "*" },
      ...figures.map((figure) => ({ caption: captions[figure], width: 35, figures: true })),
    ],
    rows: places.map((place) => [place.name, ...figures.map((figure) => showCount(place[figure], language))]),
    total: [words.shared.total, ...figures.map((figure) => sum((place) => place[figure]))],
  });
}
