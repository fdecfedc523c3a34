import type { CalendarDate } from "../../../contract/primitives.ts";
import type { Charge } from "../../../contract/rentalTerms.ts";
import { listDepositEntries, type StoredDepositEntry } from "../../../data/rental/money.ts";
import type { StoredPremises } from "../../../data/rental/premises.ts";
import { lastDayOfMonth } from "../../../domain/calendar.ts";
import { chargesUntil } from "../../../domain/rental/account.ts";
import type { LeaseHistory } from "../../../domain/rental/history.ts";
import { type Standing, standingOf } from "../../../domain/rental/standing.ts";
import { premisesById } from "../../rental/leaseFile.ts";
import { type LeaseRecord, listBookedRecords, listRecords } from "../../rental/leaseHistory.ts";
import { historiesByPremises } from "../../rental/report.ts";
import { type Opened, once, outermost } from "./tally.ts";

/** Every lease of one office or of all, read once, with what is computed of it kept for the next span. */
export interface RentalBook {
  readonly records: readonly LeaseRecord[];
  readonly today: CalendarDate;
  /** The account at the end of a day. */
  standing(record: LeaseRecord, day: CalendarDate): Standing;
  /** What was asked up to the last span's end; penalties only as far as they were incurred. */
  charges(record: LeaseRecord): Standing["charges"];
  readonly premises: () => ReadonlyMap<string, StoredPremises>;
  readonly histories: () => ReadonlyMap<string, LeaseHistory[]>;
  readonly deposits: () => readonly StoredDepositEntry[];
  /** A payment's voucher, where records are shown. */
  voucherNumber(voucherId: string): string;
}

const earlier = (one: CalendarDate, other: CalendarDate) => (one < other ? one : other);

export function openRentalBook({ call, reader, office, spans, labels }: Opened): RentalBook {
  const selection = { office };
  const booked = labels ? listBookedRecords(reader, selection) : null;
  const records: readonly LeaseRecord[] = booked ?? listRecords(reader, selection);
  const numbers = new Map(
    (booked ?? []).flatMap(({ payments }) =>
      payments.map(({ voucherId, voucherNumber }) => [voucherId, voucherNumber] as const),
    ),
  );
  const today = call.today();
  const end = outermost(spans).to;
  const standings = new Map<string, Standing>();
  const schedules = new Map<string, readonly Charge[]>();
  const charges = new Map<string, Standing["charges"]>();
  return {
    records,
    today,
    standing: ({ lease, history, settlements }, day) => {
      const key = `${lease.id} ${day}`;
      const schedule =
        schedules.get(lease.id) ?? chargesUntil(history, settlements, end > today ? end : today);
      schedules.set(lease.id, schedule);
      const standing = standings.get(key) ?? standingOf(history, settlements, day, day, schedule);
      standings.set(key, standing);
      return standing;
    },
    charges: ({ lease, history, settlements }) => {
      const known =
        charges.get(lease.id) ??
        standingOf(history, settlements, earlier(end, today), lastDayOfMonth(end.slice(0, 7))).charges;
      charges.set(lease.id, known);
      return known;
    },
    premises: once(() => premisesById(reader, office)),
    histories: once(() => historiesByPremises(records)),
    deposits: once(() => listDepositEntries(reader, selection)),
    voucherNumber: (voucherId) => numbers.get(voucherId) ?? "",
  };
}
