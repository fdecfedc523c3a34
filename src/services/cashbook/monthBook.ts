import type { MonthBook, MonthLine, MonthName, TillKey, TillMonth } from "../../contract/cashbookTerms.ts";
import type { InputOf } from "../../contract/index.ts";
import type { OfficeCode } from "../../contract/primitives.ts";
import { accept, type Result, refuse } from "../../contract/results.ts";
import { type Closing, listClosings } from "../../data/cashbook/closings.ts";
import { lastCounts } from "../../data/cashbook/counts.ts";
import { listBalances } from "../../data/cashbook/ledger.ts";
import {
  countWithoutPaper,
  listDayNets,
  listNumberGaps,
  readEndNumbers,
  type Span,
  sumByAccount,
  sumByPlace,
  sumByProject,
  sumSpan,
} from "../../data/cashbook/monthSums.ts";
import { listOpenRemittances } from "../../data/cashbook/remittances.ts";
import type { Reader } from "../../data/reader.ts";
import { addDays, yearOf } from "../../domain/calendar.ts";
import { tillMonths } from "../../domain/cashbook/balances.ts";
import { daysOfMonth } from "../../domain/cashbook/months.ts";
import { type MonthFacts, type WatchedPlace, warningsOf } from "../../domain/cashbook/warnings.ts";
import type { Call } from "../call.ts";
import { nationalWith } from "../scope.ts";
import { chartBook } from "./chartBook.ts";
import { readMonths } from "./months.ts";
import { placesOf } from "./places.ts";
import { type OpenBook, openBook } from "./vouchers.ts";

/** A book of one office. */
type OfficeBook = OpenBook & { readonly office: OfficeCode };

/** What every place held before a span, moved in it and holds after it. */
export function readTillMonths(reader: Reader, span: Span): TillMonth[] {
  const carried = listBalances(reader, span.office, addDays(span.from, -1));
  const opening = new Map(carried.map(({ till, balance }) => [till, balance]));
  const order = placesOf(reader, span.office).map(({ key }) => key);
  return tillMonths(opening, sumByPlace(reader, span), order);
}

/** Whether a closed month's vouchers still are what they were when it was closed. */
export function isAsClosed(reader: Reader, closing: Closing): boolean {
  const span = { office: closing.office, ...daysOfMonth(closing.month) };
  const { vouchers, sumIn, sumOut } = sumSpan(reader, span);
  const balances = new Map(
    listBalances(reader, closing.office, span.to).map(({ till, balance }) => [till, balance]),
  );
  const keys: TillKey[] = [...new Set([...balances.keys(), ...Object.keys(closing.balances)])];
  return (
    vouchers === closing.vouchers &&
    sumIn === closing.sumIn &&
    sumOut === closing.sumOut &&
    keys.every((key) => (balances.get(key) ?? 0) === (closing.balances[key] ?? 0))
  );
}

/** Months of this office that are closed and whose vouchers are no longer what they were, for the check-up. */
export function listClosingFaults(call: Call): string[] {
  const { reader } = call.office;
  return listClosings(reader, ownBook(call))
    .filter((closing) => closing.state === "closed" && !isAsClosed(reader, closing))
    .map(({ month: name }) => `${name}: the vouchers are not those that were closed`);
}

function watchedPlaces(
  { reader, office }: OfficeBook,
  span: Span,
  tills: readonly TillMonth[],
): WatchedPlace[] {
  const nets = Map.groupBy(listDayNets(reader, span), ({ till }) => till);
  const counts = lastCounts(reader, office);
  return placesOf(reader, office).map(({ key, kind }) => {
    let balance = tills.find(({ till }) => till === key)?.opening ?? 0;
    const days = (nets.get(key) ?? []).map(({ on, net }) => {
      balance += net;
      return { on, balance };
    });
    return { till: key, kind, days, lastCount: counts.get(`${office}/${key}`)?.countedOn ?? null };
  });
}

/** Sent and not booked at headquarters, which alone can tell: the office's, or for headquarters' own book everybody's. */
function openRemittances(call: Call, { office }: OfficeBook, { from, to }: Span): MonthFacts["remittances"] {
  const national = nationalWith(call, "finance");
  if (national === null) return [];
  return listOpenRemittances(national.reader, call.office.code)
    .filter((sent) => office === call.office.code || sent.office === office)
    .filter(({ datedOn }) => from <= datedOn && datedOn <= to)
    .map(({ office: sender, number, amount }) => ({ office: sender, number, amount }));
}

function factsOf(
  call: Call,
  book: OfficeBook,
  about: {
    readonly month: MonthName;
    readonly tills: readonly TillMonth[];
    readonly closing: Closing | undefined;
    readonly lines: readonly MonthLine[];
  },
): MonthFacts {
  const { month, tills, closing } = about;
  const { reader, office, isOwn } = book;
  const span = { office, ...daysOfMonth(month) };
  // The newest comes first.
  const earlier = about.lines.findLast(({ state }) => state === "open" || state === "reopened")?.month;
  const byHand = chartBook(call).accounts.filter(({ automatic }) => !automatic);
  return {
    gaps: listNumberGaps(reader, office, yearOf(span.from)),
    places: watchedPlaces(book, span, tills),
    earlierOpen: earlier !== undefined && earlier < month ? earlier : null,
    remittances: openRemittances(call, book, span),
    // Photographs stay in the office: elsewhere nobody knows of them.
    withoutPaper: isOwn
      ? countWithoutPaper(
          reader,
          span,
          byHand.map(({ code }) => code),
        )
      : 0,
    asClosed: closing === undefined || isAsClosed(reader, closing),
  };
}

/**
 * A month of one office: what was carried, moved and is carried on, by place, account and project, and what is amiss.
 * Not within a transaction: headquarters' copies are brought up to the own journal first.
 */
export function readMonth(call: Call, book: OfficeBook, month: MonthName): MonthBook {
  const { reader, office } = book;
  const span = { office, ...daysOfMonth(month) };
  const closings = listClosings(reader, book).filter((closing) => closing.month === month);
  const closing = closings.find(({ state }) => state === "closed");
  const lines = readMonths(call, book);
  const line = lines.find((one) => one.month === month);
  const tills = readTillMonths(reader, span);
  return {
    ...{ office, month, tills },
    // Before the first voucher and after today nothing was ever closed.
    state: line?.state ?? (span.from > call.today() ? "running" : "open"),
    ...readEndNumbers(reader, span),
    vouchers: sumSpan(reader, span).vouchers,
    accounts: sumByAccount(reader, span),
    projects: sumByProject(reader, span).map(({ vouchers: _, ...sums }) => sums),
    warnings: warningsOf(factsOf(call, book, { month, tills, closing, lines })),
    closedOn: closing?.closedOn ?? null,
    closedBy: closing?.closedBy ?? "",
  };
}

/** This office's own book, within a transaction or without. */
export function ownBook(call: Call, reader: Reader = call.office.reader): OfficeBook {
  return { reader, office: call.office.code, isOwn: true };
}

/**
 * A month of this office, or of another at headquarters. Refuses all offices at once: each closes its own month.
 */
export function month(call: Call, input: InputOf<"cashbook.month">): Result<MonthBook> {
  if (input.office === "all") return refuse("request.invalid", { field: "office" });
  const book = openBook(call, input.office);
  if (!book.ok) return book;
  const { reader, isOwn } = book.value;
  const office = input.office ?? call.office.code;
  return accept(readMonth(call, { reader, isOwn, office }, input.month));
}
