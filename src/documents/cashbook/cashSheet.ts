import type { Content } from "pdfmake/interfaces.js";
import type { CalendarDate, Francs, Language } from "../../contract/primitives.ts";
import { showCount, showDay, showFrancs } from "../../domain/format.ts";
import { heading } from "../design/letterhead.ts";
import { COLOURS, fill } from "../design/paper.ts";
import { remark, ruledTable } from "../design/ruledTable.ts";
import { type PlaceTotals, placeTotals } from "./journal.ts";
import type { CashbookWords } from "./wording.ts";

/** A place in a month, day by day. */
export interface PlaceSheet extends PlaceTotals {
  readonly days: readonly {
    readonly on: CalendarDate;
    readonly vouchers: number;
    readonly sumIn: Francs;
    readonly sumOut: Francs;
    /** When the day was over. */
    readonly balance: number;
  }[];
  /** The last of the month. */
  readonly count: {
    readonly countedOn: CalendarDate;
    readonly counted: Francs;
    readonly expected: number;
    readonly difference: number;
  } | null;
}

/** Every place with what lay there, moved and was counted in the month. */
export function cashSheetContent(
  places: readonly PlaceSheet[],
  words: CashbookWords,
  language: Language,
): Content[] {
  const own = words.sheet;
  if (places.length === 0) return [{ text: own.empty, color: COLOURS.muted }];
  return [
    ...(places.length === 1 ? [] : [heading(own.all), placeTotals(places, words, language)]),
    ...places.map((place) => placeContent(place, words, language)),
  ];
}

/** So many days stand in one piece with their heading; a month of more runs on over the page. */
const DAYS_IN_ONE = 20;

function placeContent(place: PlaceSheet, words: CashbookWords, language: Language): Content {
  const own = words.sheet;
  return {
    unbreakable: place.days.length <= DAYS_IN_ONE,
    stack: [
      heading(place.name),
      daysTable(place, words, language),
      ...(place.days.length === 0 ? [remark(own.nothing)] : []),
      remark(countWords(place, words, language)),
    ],
  };
}

function daysTable(place: PlaceSheet, words: CashbookWords, language: Language): Content {
  const own = words.sheet;
  const moved = (amount: number) => (amount === 0 ? "" : showCount(amount, language));
  return ruledTable({
    dense: true,
    columns: [
      { caption: own.day, width: "*" },
      { caption: own.vouchers, width: 24, figures: true },
      { caption: words.shared.moneyIn, width: 35, figures: true },
      { caption: words.shared.moneyOut, width: 35, figures: true },
      { caption: own.balance, width: 37, figures: true },
    ],
    rows: [
      [own.opening, "", "", "", showCount(place.opening, language)],
      ...place.days.map((day) => [
        showDay(day.on),
        showCount(day.vouchers, language),
        moved(day.sumIn),
        moved(day.sumOut),
        showCount(day.balance, language),
      ]),
    ],
    total: [
      own.closing,
      showCount(
        place.days.reduce((sum, { vouchers }) => sum + vouchers, 0),
        language,
      ),
      showCount(place.sumIn, language),
      showCount(place.sumOut, language),
      showCount(place.closing, language),
    ],
  });
}

function countWords({ count }: PlaceSheet, { sheet: own }: CashbookWords, language: Language): string {
  if (count === null) return own.noCount;
  return fill(own.count, {
    day: showDay(count.countedOn),
    counted: showFrancs(count.counted, language),
    expected: showFrancs(count.expected, language),
    difference: showFrancs(count.difference, language),
  });
}
