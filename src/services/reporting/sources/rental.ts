import type { CalendarDate } from "../../../contract/primitives.ts";
import type { Charge, Settlement } from "../../../contract/rentalTerms.ts";
import type { RecordLink } from "../../../contract/reportingViews.ts";
import { addDays, firstDayOf, lastDayOfMonth, monthOf } from "../../../domain/calendar.ts";
import { leaseStateOn } from "../../../domain/rental/history.ts";
import {
  askedByPremises,
  type PremisesFrancs,
  receivedByPremises,
} from "../../../domain/rental/occupancy.ts";
import { type DaySpan, monthNames } from "../../../domain/reporting/periods.ts";
import { heldOf } from "../../rental/leaseFile.ts";
import { byLease, type LeaseRecord } from "../../rental/leaseHistory.ts";
import { isRetired } from "../../rental/occupied.ts";
import { occupancyOf } from "../../rental/report.ts";
import type { CountedRecord, MeasuredBy, MeasureSource } from "../measuring.ts";
import { openRentalBook, type RentalBook } from "./rentalBook.ts";
import { byOffice, type Counting, type Tallied, tallySource } from "./tally.ts";

/*
 * What rents can be counted by. The rules are those of the roll, of arrears and of the report of rents; a figure of
 * whole months is theirs to the franc. What stands on a day is never later than today: nobody is late with what is to come.
 */

const earlier = (one: CalendarDate, other: CalendarDate) => (one < other ? one : other);
const holds = ({ from, to }: DaySpan, day: CalendarDate) => from <= day && day <= to;

const linkOf = ({ lease }: LeaseRecord): RecordLink => ({ to: "lease", id: lease.id });

/** What a lease adds on a day; nothing adds no record. */
function leaseRow(record: LeaseRecord, on: CalendarDate | null, value: number): CountedRecord[] {
  const { id, office, number } = record.lease;
  return value === 0 ? [] : [{ id, office, on, label: number, value, link: linkOf(record) }];
}

/** A lease's francs by the kind of its premises: one row for each of them and each month. */
function rowsByKind(book: RentalBook, record: LeaseRecord, francs: readonly PremisesFrancs[]): Tallied[] {
  const { id, office, number } = record.lease;
  return francs.flatMap(({ premisesId, month, francs: value }): Tallied[] => {
    const premises = book.premises().get(premisesId);
    if (value === 0) return [];
    return [
      {
        ...{ id: `${id} ${premisesId} ${month}`, office, on: null, value, link: linkOf(record) },
        ...{ label: `${number} · ${premises?.code ?? ""} · ${month}`, key: premises?.kind ?? "other" },
      },
    ];
  });
}

interface Divided {
  readonly whole: (record: LeaseRecord) => CountedRecord[];
  readonly byPremises: (record: LeaseRecord) => PremisesFrancs[];
}

/** Francs of leases, whole or by the kind of premises. */
function divided(
  book: RentalBook,
  by: MeasuredBy | null,
  { whole, byPremises }: Divided,
): readonly Tallied[] {
  if (by === "group") return book.records.flatMap((record) => rowsByKind(book, record, byPremises(record)));
  return byOffice(by, book.records.flatMap(whole));
}

const monthsOf = ({ from, to }: DaySpan) => ({ from: monthOf(from), to: monthOf(to) });

const asked: Counting<RentalBook> = (book, span, by) => {
  const due = (record: LeaseRecord) => book.charges(record).filter(({ dueOn }) => holds(span, dueOn));
  return divided(book, by, {
    whole: (record) =>
      due(record).map(({ key, dueOn, amount }) => ({
        ...{ id: `${record.lease.id} ${key}`, office: record.lease.office, on: dueOn },
        ...{ label: record.lease.number, value: amount, link: linkOf(record) },
      })),
    byPremises: (record) => askedByPremises(record.history, due(record), monthsOf(span)),
  });
};

const received: Counting<RentalBook> = (book, span, by) => {
  const isIn = ({ on }: Settlement) => holds(span, on);
  return divided(book, by, {
    whole: (record) =>
      record.payments
        .filter(({ kind, voided, receivedOn }) => kind !== "refund" && !voided && holds(span, receivedOn))
        .map(({ voucherId, receivedOn, amount }) => ({
          ...{ id: voucherId, office: record.lease.office, on: receivedOn, value: amount },
          ...{ label: book.voucherNumber(voucherId), link: { to: "voucher", id: voucherId } },
        })),
    byPremises: (record) =>
      receivedByPremises(record.history, record.settlements.filter(isIn), monthsOf(span)),
  });
};

/** What was left unpaid when the day before the span ended. */
const brought: Counting<RentalBook> = (book, { from }, by) => {
  const eve = earlier(addDays(from, -1), book.today);
  const left = (record: LeaseRecord): Charge[] =>
    book
      .standing(record, eve)
      .charges.filter(({ dueOn }) => dueOn <= eve)
      .map((charge) => ({ ...charge, amount: charge.left }));
  const rows = divided(book, by, {
    whole: (record) => leaseRow(record, eve, book.standing(record, eve).arrears),
    byPremises: (record) => askedByPremises(record.history, left(record), { from: "", to: monthOf(eve) }),
  });
  // Beside what is asked in the same month.
  return rows.map((row) => ({ ...row, id: `${row.id} ${eve}` }));
};

const writtenOff: Counting<RentalBook> = (book, span, by) =>
  byOffice(
    by,
    book.records.flatMap((record) =>
      record.writeOffs
        .filter(({ voided, on }) => !voided && holds(span, on))
        .flatMap(({ id, on, amount }) => leaseRow(record, on, amount).map((row) => ({ ...row, id }))),
    ),
  );

const arrears: Counting<RentalBook> = (book, { to }, by) => {
  const day = earlier(to, book.today);
  const oldest = ({ charges }: ReturnType<RentalBook["standing"]>) =>
    charges.find(({ left, dueOn }) => left > 0 && dueOn <= day)?.dueOn ?? null;
  const late = book.records.map((record) => ({ record, standing: book.standing(record, day) }));
  if (by !== "group")
    return byOffice(
      by,
      late.flatMap(({ record, standing }) => leaseRow(record, oldest(standing), standing.arrears)),
    );
  return late.flatMap(({ record, standing }) =>
    Object.entries(standing.ages).flatMap(([key, francs]) =>
      leaseRow(record, oldest(standing), francs).map((row) => ({ ...row, key })),
    ),
  );
};

/** A tenant once, with the numbers of the leases that are late. */
const tenantsInArrears: Counting<RentalBook> = (book, { to }, by) => {
  const day = earlier(to, book.today);
  const late = book.records.filter((record) => book.standing(record, day).arrears > 0);
  const tenants = Map.groupBy(late, ({ lease }) => lease.tenantId);
  const rows = [...tenants].flatMap(([id, [first, ...others]]): CountedRecord[] => {
    if (first === undefined) return [];
    const label = [first, ...others].map(({ lease }) => lease.number).join(", ");
    return [{ id, office: first.lease.office, on: null, label, value: 1, link: linkOf(first) }];
  });
  return byOffice(by, rows);
};

const leases: Counting<RentalBook> = (book, { to }, by) => {
  const day = earlier(to, book.today);
  const running = book.records.filter(({ history }) => leaseStateOn(history, day) === "running");
  return byOffice(
    by,
    running.flatMap((record) => leaseRow(record, record.lease.terms.startsOn, 1)),
  );
};

/** What premises add, by their kind too. */
function premisesRows(
  book: RentalBook,
  by: MeasuredBy | null,
  amountOf: (premises: Parameters<typeof occupancyOf>[0]) => number,
): readonly Tallied[] {
  const rows = [...book.premises().values()].flatMap((premises): Tallied[] => {
    const { id, office, code, kind } = premises;
    const value = amountOf(premises);
    const link: RecordLink = { to: "premises", id };
    return value === 0 ? [] : [{ id, office, on: null, label: code, value, link, key: kind }];
  });
  return by === "group" ? rows : byOffice(by, rows);
}

const premisesInUse: Counting<RentalBook> = (book, { to }, by) => {
  const day = earlier(to, book.today);
  return premisesRows(book, by, (premises) => (isRetired(premises, day) ? 0 : 1));
};

/** A span month by month, the first and the last cut to it, as occupancy is counted. */
function monthsWithin(span: DaySpan): DaySpan[] {
  const later = (one: CalendarDate, other: CalendarDate) => (one > other ? one : other);
  return monthNames(monthsOf(span)).map((month) => ({
    from: later(firstDayOf(month), span.from),
    to: earlier(lastDayOfMonth(month), span.to),
  }));
}

const occupancy =
  (what: "daysLet" | "days"): Counting<RentalBook> =>
  (book, span, by) => {
    const months = monthsWithin(span);
    return premisesRows(book, by, (premises) => {
      const histories = book.histories().get(premises.id) ?? [];
      return months.reduce((sum, days) => sum + occupancyOf(premises, histories, days)[what], 0);
    });
  };

const deposits: Counting<RentalBook> = (book, { to }, by) => {
  const entries = byLease(book.deposits().filter(({ on }) => on <= to));
  return byOffice(
    by,
    book.records.flatMap((record) => leaseRow(record, null, heldOf(entries.get(record.lease.id) ?? []))),
  );
};

export const rentalSource: MeasureSource = tallySource<RentalBook>({
  open: openRentalBook,
  isShared: true,
  countings: {
    "rental.asked": asked,
    "rental.received": received,
    "rental.toRecover": (book, span, by) => [...brought(book, span, by), ...asked(book, span, by)],
    "rental.writtenOff": writtenOff,
    "rental.arrears": arrears,
    "rental.tenantsInArrears": tenantsInArrears,
    "rental.leases": leases,
    "rental.premises": premisesInUse,
    "rental.daysLet": occupancy("daysLet"),
    "rental.days": occupancy("days"),
    "rental.deposits": deposits,
  },
  // Kinds and ages are called by the catalogue.
  groupNames: () => new Map(),
});
