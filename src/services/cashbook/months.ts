import type { MonthLine, MonthName } from "../../contract/cashbookTerms.ts";
import type { InputOf } from "../../contract/index.ts";
import type { CalendarDate, OfficeCode } from "../../contract/primitives.ts";
import { accept, type Result } from "../../contract/results.ts";
import { type Closing, listClosings } from "../../data/cashbook/closings.ts";
import { listMonthSums } from "../../data/cashbook/monthSums.ts";
import { listOpenReopenings } from "../../data/cashbook/reopenings.ts";
import { monthOf, monthsFromTo, stateOfMonth } from "../../domain/cashbook/months.ts";
import type { Call } from "../call.ts";
import { officesOf } from "./places.ts";
import { type OpenBook, openBook } from "./vouchers.ts";

/** The word of headquarters that a closing is to be opened again and its office has not done yet, by the closing. */
type Words = ReadonlyMap<string, string>;

function wordsOf({ reader, office, isOwn }: OpenBook): Words {
  // An office's own register has none: it does what an answer says at once.
  const open = isOwn ? [] : listOpenReopenings(reader, office);
  return new Map(open.map(({ closingId, reason }) => [closingId, reason]));
}

interface OfficeMonths {
  readonly office: OfficeCode;
  readonly sums: ReturnType<typeof listMonthSums>;
  readonly closings: readonly Closing[];
  readonly words: Words;
}

function lineOf(
  { office, sums, closings, words }: OfficeMonths,
  month: MonthName,
  today: CalendarDate,
): MonthLine {
  const made = closings.filter((closing) => closing.month === month);
  const standing = made.find(({ state }) => state === "closed");
  const { vouchers = 0, sumIn = 0, sumOut = 0 } = sums.find((one) => one.month === month) ?? {};
  const state = stateOfMonth(
    month,
    today,
    made.map((closing) => closing.state),
  );
  return {
    ...{ office, month, state, vouchers, sumIn, sumOut },
    closedOn: standing?.closedOn ?? null,
    closedBy: standing?.closedBy ?? "",
    reopenReason: standing === undefined ? (made.at(-1)?.reopenReason ?? "") : (words.get(standing.id) ?? ""),
  };
}

/** The months of a book, office by office, the newest first. */
export function readMonths(call: Call, book: OpenBook): MonthLine[] {
  const today = call.today();
  const sums = Map.groupBy(listMonthSums(book.reader, book.office), ({ office }) => office);
  const closings = Map.groupBy(listClosings(book.reader, book), ({ office }) => office);
  const words = wordsOf(book);
  return officesOf(book).flatMap((office) => {
    const months = sums.get(office) ?? [];
    const about = { office, sums: months, closings: closings.get(office) ?? [], words };
    const first = months[0]?.month ?? monthOf(today);
    return monthsFromTo(first, monthOf(today))
      .reverse()
      .map((month) => lineOf(about, month, today));
  });
}

/** Months of this office that are over and not closed, the earliest first. */
export function monthsToClose(call: Call, book: OpenBook): MonthName[] {
  return readMonths(call, book)
    .filter(({ state }) => state === "open" || state === "reopened")
    .map(({ month }) => month)
    .reverse();
}

/** From the first voucher's month to the present one, the newest first; at headquarters of any office or of all. */
export function months(call: Call, input: InputOf<"cashbook.months">): Result<MonthLine[]> {
  const book = openBook(call, input.office);
  return book.ok ? accept(readMonths(call, book.value)) : book;
}
