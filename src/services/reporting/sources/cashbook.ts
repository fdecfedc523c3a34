import type { AccountSide, BudgetLine } from "../../../contract/cashbookTerms.ts";
import type { CalendarDate, OfficeCode } from "../../../contract/primitives.ts";
import type { BothLanguages } from "../../../contract/reportingTerms.ts";
import { listBudgetLines } from "../../../data/cashbook/budgets.ts";
import { listClosedMonths, listPlaceNets, type PlaceNet } from "../../../data/reporting/cashbook.ts";
import { addDays, lastDayOfMonth, yearOf } from "../../../domain/calendar.ts";
import { plannedToDate } from "../../../domain/cashbook/budgets.ts";
import type { DaySpan } from "../../../domain/reporting/periods.ts";
import { chartBook } from "../../cashbook/chartBook.ts";
import { paperNames } from "../../cashbook/paperNames.ts";
import { officesOf, type Place, placesOf } from "../../cashbook/places.ts";
import type { MeasuredBy, MeasuredPlace, MeasureSource } from "../measuring.ts";
import { NO_PROJECT, projectNames } from "./groupNames.ts";
import { cutDays } from "./segments.ts";
import { joinedSources } from "./sqlSource.ts";
import { byOffice, type Counting, type Opened, once, outermost, type Tallied, tallySource } from "./tally.ts";
import { voucherSource } from "./vouchers.ts";

/** What lies in each place at the end of days, the plan of the years, and months closed, of one office or of all. */
interface CashBook {
  /** What each place holds at the end of a span's last day; empty ones left out. */
  balances(day: CalendarDate): readonly { office: OfficeCode; till: string; balance: number }[];
  place(office: OfficeCode, till: string): Place | undefined;
  readonly plan: () => readonly BudgetLine[];
  side(account: string): AccountSide;
  accountNumber(account: string): string;
  readonly closed: () => ReturnType<typeof listClosedMonths>;
}

const keyOf = ({ office, till }: { office: OfficeCode; till: string }) => `${office}/${till}`;

function balancesOn(nets: readonly PlaceNet[], last: number) {
  const places = Map.groupBy(
    nets.filter(({ at }) => at <= last),
    keyOf,
  );
  return [...places.values()].flatMap(([first, ...others]) => {
    if (first === undefined) return [];
    const balance = [first, ...others].reduce((sum, { net }) => sum + net, 0);
    return balance === 0 ? [] : [{ office: first.office, till: first.till, balance }];
  });
}

function openCashBook({ call, reader, office, spans }: Opened): CashBook {
  const segments = cutDays(spans.map(({ to }) => to));
  const nets = once(() => listPlaceNets(reader, office, segments));
  const chart = once(() => chartBook(call));
  const places = new Map<OfficeCode, Place[]>();
  return {
    balances: (day) => balancesOn(nets(), segments.find(({ to }) => to === day)?.at ?? -1),
    place: (code, till) => {
      const known = places.get(code) ?? placesOf(reader, code);
      places.set(code, known);
      return known.find(({ key }) => key === till);
    },
    plan: once(() => {
      const { from, to } = outermost(spans);
      const years = Array.from({ length: yearOf(to) - yearOf(from) + 1 }, (_, index) => yearOf(from) + index);
      return years.flatMap((year) => listBudgetLines(reader, office, year));
    }),
    side: (account) => chart().find(account)?.side ?? "balance",
    accountNumber: (account) => chart().find(account)?.number ?? account,
    closed: once(() => listClosedMonths(reader, office)),
  };
}

const balance: Counting<CashBook> = (book, { to }, by) => {
  const rows = book.balances(to).map(
    ({ office, till, balance: value }): Tallied => ({
      ...{ id: keyOf({ office, till }), key: keyOf({ office, till }), office, on: to, value },
      label: book.place(office, till)?.accountNumber ?? "",
      link: { to: "till", id: till },
    }),
  );
  return by === "group" ? rows : byOffice(by, rows);
};

/** A year's plan falls to its days; what falls to the months of a year is the year's plan to the franc. */
function plannedWithin({ amount, year }: BudgetLine, { from, to }: DaySpan): number {
  return plannedToDate(amount, year, to) - plannedToDate(amount, year, addDays(from, -1));
}

const planned =
  (side: AccountSide): Counting<CashBook> =>
  (book, span, by) => {
    const rows = book.plan().flatMap((line): Tallied[] => {
      const { id, office, account, project } = line;
      const value = plannedWithin(line, span);
      if (value === 0 || book.side(account) !== side) return [];
      const key = by === "donor" ? (project ?? NO_PROJECT) : account;
      const label = book.accountNumber(account);
      return [{ id, key, office, on: null, label, value, link: { to: "account", id: account } }];
    });
    return by === "group" || by === "donor" ? rows : byOffice(by, rows);
  };

/** A month counts on its last day. */
const monthsClosed: Counting<CashBook> = (book, { from, to }, by) =>
  byOffice(
    by,
    book.closed().flatMap(({ id, office, month }) => {
      const on = lastDayOfMonth(month);
      return from <= on && on <= to ? [{ id, office, on, label: month, value: 1, link: null }] : [];
    }),
  );

/** Accounts by their codes, and places as `KTL/cash`. */
function accountsAndPlaces(place: MeasuredPlace): ReadonlyMap<string, BothLanguages> {
  const { call, reader, office, isOwn } = place;
  const book = { reader, office, isOwn };
  const [fr, en] = [paperNames(call, book, "fr"), paperNames(call, book, "en")];
  const held = officesOf(book).flatMap((code) => placesOf(reader, code));
  return new Map([
    ...chartBook(call).accounts.map(({ code, name, nameEn }) => [code, { fr: name, en: nameEn }] as const),
    ...held.map(({ office: code, key: till }) => {
      const name = { fr: fr.place(code, till), en: en.place(code, till) };
      return [keyOf({ office: code, till }), name] as const;
    }),
  ]);
}

const groupNames = (place: MeasuredPlace, by: MeasuredBy): ReadonlyMap<string, BothLanguages> => {
  if (by === "donor") return projectNames(place);
  return by === "group" ? accountsAndPlaces(place) : new Map();
};

export const cashbookSource: MeasureSource = joinedSources(
  voucherSource,
  tallySource<CashBook>({
    open: openCashBook,
    countings: {
      "cashbook.balance": balance,
      "cashbook.budgetIncomePlanned": planned("income"),
      "cashbook.budgetExpensePlanned": planned("expense"),
      "cashbook.monthsClosed": monthsClosed,
    },
    groupNames,
  }),
);
