import type { CalendarDate, Francs } from "../../contract/primitives.ts";
import type { Charge, ChargeKind, MeterReading } from "../../contract/rentalTerms.ts";
import { addDays, addToMonth, daysOfMonth, lastDayOfMonth, monthOf, monthsBetween } from "../calendar.ts";
import { halfUp } from "./halfUp.ts";
import { type LeaseHistory, lastDayOf, PERIOD_MONTHS, rentOfPeriod } from "./history.ts";
import { periodsOf, type RentPeriod } from "./periods.ts";

/** What a lease asks for, computed from its terms, changes and readings; never typed. */

const RANK: Record<ChargeKind, number> = { rent: 0, charges: 1, water: 2, power: 3, penalty: 4 };

/** The order in which charges are paid: by due day, of one day by kind, then by key. */
export function byDue(a: Charge, b: Charge): number {
  if (a.dueOn !== b.dueOn) return a.dueOn < b.dueOn ? -1 : 1;
  if (a.kind !== b.kind) return RANK[a.kind] - RANK[b.kind];
  return a.key < b.key ? -1 : a.key > b.key ? 1 : 0;
}

/** Common to the lengths of all months (28, 29, 30, 31): a day of any of them is a whole number of these. */
const DAY_PARTS = 377_580;

/** The days of a month that lie in the period, in parts of a month of `DAY_PARTS`. */
function partsIn(month: string, { from, to }: RentPeriod): number {
  const days = daysOfMonth(month);
  const first = month === monthOf(from) ? Number(from.slice(8)) : 1;
  const last = month === monthOf(to) ? Number(to.slice(8)) : days;
  return (last - first + 1) * (DAY_PARTS / days);
}

/** So much of `amount` as the period's days are of the whole months; months for which `isFree` answers yes count nothing. */
function amountOf(
  amount: Francs,
  period: RentPeriod,
  months: number,
  isFree: (month: string) => boolean,
): Francs {
  const count = monthsBetween(monthOf(period.from), monthOf(period.to)) + 1;
  let parts = 0;
  for (let index = 0, month = monthOf(period.from); index < count; index++, month = addToMonth(month, 1))
    if (!isFree(month)) parts += partsIn(month, period);
  // 10^9 francs × 12 months × 377,580 stay under 2^53.
  return halfUp(amount * parts, months * DAY_PARTS);
}

interface FreeMonths {
  readonly from: string;
  readonly to: string;
}

function freeMonths({ changes }: LeaseHistory): FreeMonths[] {
  return changes.flatMap((change) =>
    change.kind === "rentFree" ? { from: monthOf(change.from), to: monthOf(change.to) } : [],
  );
}

/** Whether the lease neither begins nor ends within the period. */
function isUncut({ from, to, month }: RentPeriod, months: number, last: CalendarDate | null): boolean {
  return from.endsWith("-01") && (to !== last || to === lastDayOfMonth(addToMonth(month, months - 1)));
}

/** Rents and fixed charges of the periods that begin on or before `until`. */
export function periodCharges(history: LeaseHistory, until: CalendarDate): Charge[] {
  const { terms } = history;
  const months = PERIOD_MONTHS[terms.period];
  const last = lastDayOf(history);
  const free = freeMonths(history);
  const isFree = (month: string) => free.some(({ from, to }) => from <= month && month <= to);
  const found: Charge[] = [];
  for (const period of periodsOf(history, until)) {
    const { from, to, month, due: dueOn } = period;
    const isWhole = isUncut(period, months, last);
    const whole = rentOfPeriod(history, from);
    const rent = isWhole && free.length === 0 ? whole : amountOf(whole, period, months, isFree);
    if (rent > 0) found.push({ key: `rent:${month}`, kind: "rent", from, to, dueOn, amount: rent });
    if (terms.charges.kind !== "fixed") continue;
    const fixed = terms.charges.amount;
    const amount = isWhole ? fixed : amountOf(fixed, period, months, () => false);
    if (amount > 0) found.push({ key: `charges:${month}`, kind: "charges", from, to, dueOn, amount });
  }
  return found;
}

/** By day; of one day what closes an old meter before what opens a new one. */
function byReading(a: MeterReading, b: MeterReading): number {
  if (a.readOn !== b.readOn) return a.readOn < b.readOn ? -1 : 1;
  if (a.initial !== b.initial) return a.initial ? 1 : -1;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

/** What the meters say: of each reading that follows another of the same meter, what was used between them. */
export function meteredCharges({ terms, readings }: LeaseHistory): Charge[] {
  const { charges } = terms;
  if (charges.kind !== "meter") return [];
  const before = new Map<string, MeterReading>();
  const found: Charge[] = [];
  for (const reading of [...readings].sort(byReading)) {
    const { id, meter, premisesId, readOn, index, initial } = reading;
    const previous = before.get(`${meter} ${premisesId}`);
    before.set(`${meter} ${premisesId}`, reading);
    const price = charges[meter];
    if (initial || previous === undefined || price === null || index <= previous.index) continue;
    const next = addDays(previous.readOn, 1);
    found.push({
      key: `${meter}:${id}`,
      kind: meter,
      from: next > readOn ? readOn : next,
      to: readOn,
      dueOn: readOn,
      amount: (index - previous.index) * price,
    });
  }
  return found;
}

/** All charges of the periods that begin, and of the readings that were made, on or before `until`; oldest due first. */
export function scheduleOf(history: LeaseHistory, until: CalendarDate): Charge[] {
  const metered = meteredCharges(history).filter(({ dueOn }) => dueOn <= until);
  return [...periodCharges(history, until), ...metered].sort(byDue);
}
