import type { LedgerLine, MonthBook } from "../../contract/cashbookTerms.ts";
import type { Language } from "../../contract/primitives.ts";
import type { AccountSummary } from "../../documents/cashbook/accountSummary.ts";
import type { PlaceSheet } from "../../documents/cashbook/cashSheet.ts";
import type { Journal } from "../../documents/cashbook/journal.ts";
import { journalLine, type PaperNames } from "./paperNames.ts";

/** What the papers of a month are made of: the month's book and its vouchers, in the order of days and numbers. */
interface MonthVouchers {
  readonly book: MonthBook;
  readonly lines: readonly LedgerLine[];
  readonly names: PaperNames;
  readonly language: Language;
}

const sumOf = <T>(rows: readonly T[], of: (row: T) => number) =>
  rows.reduce((total, row) => total + of(row), 0);

function totalsOf(book: MonthBook, names: PaperNames) {
  return book.tills.map(({ till, ...sums }) => ({ ...sums, name: names.place(book.office, till) }));
}

export function monthJournal({ book, lines, names, language }: MonthVouchers): Journal {
  return {
    lines: lines.map((line) => journalLine(line, names, language)),
    balances: {
      opening: sumOf(book.tills, ({ opening }) => opening),
      closing: sumOf(book.tills, ({ closing }) => closing),
    },
    onePlace: false,
    places: totalsOf(book, names),
  };
}

/** The days on which something moved in a place, each with what lay there when it was over. */
function daysOf(lines: readonly LedgerLine[], opening: number): PlaceSheet["days"] {
  let balance = opening;
  return [...Map.groupBy(lines, ({ datedOn }) => datedOn)].map(([on, vouchers]) => {
    const sum = (direction: LedgerLine["direction"]) =>
      sumOf(vouchers, (voucher) => (voucher.direction === direction ? voucher.amount : 0));
    const [sumIn, sumOut] = [sum("in"), sum("out")];
    balance += sumIn - sumOut;
    return { on, vouchers: vouchers.length, sumIn, sumOut, balance };
  });
}

/** @param counts of the month, the latest first */
export function placeSheets(
  { book, lines, names }: MonthVouchers,
  counts: readonly (NonNullable<PlaceSheet["count"]> & { readonly till: string })[],
): PlaceSheet[] {
  const byPlace = Map.groupBy(lines, ({ till }) => till);
  return book.tills.map(({ till, ...sums }) => ({
    ...sums,
    name: names.place(book.office, till),
    days: daysOf(byPlace.get(till) ?? [], sums.opening),
    count: counts.find((count) => count.till === till) ?? null,
  }));
}

/** @param projects names by their codes */
export function accountSummary(
  { book, names }: MonthVouchers,
  projects: ReadonlyMap<string, string>,
): AccountSummary {
  return {
    accounts: book.accounts
      .map(({ account, ...sums }) => ({ ...sums, ...names.account(account) }))
      .sort((a, b) => (a.number < b.number ? -1 : a.number > b.number ? 1 : 0)),
    projects: book.projects.map(({ project, sumIn, sumOut }) => ({
      ...{ code: project, sumIn, sumOut },
      name: project === null ? "" : (projects.get(project) ?? ""),
    })),
    warnings: book.warnings.map(({ code, till }) => ({
      code,
      place: till === null ? "" : names.place(book.office, till),
    })),
  };
}
