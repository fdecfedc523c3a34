import type { CalendarDate } from "../../contract/primitives.ts";
import type { ChargeStanding } from "../../contract/rentalTerms.ts";
import { accept, type Result, refuse } from "../../contract/results.ts";
import type { RentNotice, RentQuittance, SlipLine } from "../../documents/rental/rentSlips.ts";
import { lastDayOfMonth } from "../../domain/calendar.ts";
import { standingOf } from "../../domain/rental/standing.ts";
import { headOf, type PremisesById } from "./leaseFile.ts";
import type { BookedRecord } from "./leaseHistory.ts";

/** What is asked about a lease's period. */
export interface SlipQuestion {
  readonly record: BookedRecord;
  readonly premises: PremisesById;
  /** The period's first month. */
  readonly month: string;
  readonly today: CalendarDate;
}

interface PeriodCharges {
  /** Rent and fixed charges of the period. */
  readonly own: readonly ChargeStanding[];
  readonly others: readonly ChargeStanding[];
}

/** @returns null where the lease has no such period, or asks for nothing in it */
function chargesOf({ record, month, today }: SlipQuestion): PeriodCharges | null {
  const end = lastDayOfMonth(month);
  const { charges } = standingOf(record.history, record.settlements, today, end > today ? end : today);
  const keys = new Set([`rent:${month}`, `charges:${month}`]);
  const own = charges.filter(({ key }) => keys.has(key));
  return own.length === 0 ? null : { own, others: charges.filter(({ key }) => !keys.has(key)) };
}

const sumOf = (charges: readonly ChargeStanding[], of: (charge: ChargeStanding) => number) =>
  charges.reduce((total, charge) => total + of(charge), 0);

const lineOf = ({ kind, from, to, dueOn, amount }: ChargeStanding): SlipLine => ({
  ...{ kind, from, to, dueOn, amount },
});

function periodOf(question: SlipQuestion, own: readonly ChargeStanding[]) {
  const head = headOf(question.record, question.premises, question.today);
  const [first] = own;
  if (first === undefined) throw new Error("a period on paper has charges");
  return {
    number: head.number,
    tenantName: head.tenantName,
    premises: head.premises,
    month: question.month,
    ...{ from: first.from, to: first.to },
  };
}

/** What is open of one kind, as one line: a slip has no room for every meter. */
function openOfKind(kind: ChargeStanding["kind"], open: readonly ChargeStanding[]): SlipLine[] {
  const charges = open.filter((charge) => charge.kind === kind);
  const [first] = charges;
  if (first === undefined) return [];
  const days = (of: "from" | "to" | "dueOn") => charges.map((charge) => charge[of]).sort();
  return [
    {
      kind,
      from: days("from")[0] ?? first.from,
      to: days("to").at(-1) ?? first.to,
      dueOn: days("dueOn")[0] ?? first.dueOn,
      amount: sumOf(charges, ({ left }) => left),
    },
  ];
}

/** What is due in a period, with all that is owed from before. Refuses a month in which no period begins. */
export function noticeOf(question: SlipQuestion): Result<RentNotice> {
  const charges = chargesOf(question);
  if (charges === null) return refuse("rental.nothingThere", { field: "month" });
  const { own, others } = charges;
  const dueOn = own.map((charge) => charge.dueOn).sort()[0] ?? question.today;
  const open = others.filter(
    (charge) =>
      charge.left > 0 &&
      charge.dueOn <= dueOn &&
      (charge.kind !== "penalty" || charge.dueOn <= question.today),
  );
  const isPeriod = ({ kind }: ChargeStanding) => kind === "rent" || kind === "charges";
  return accept({
    ...periodOf(question, own),
    dueOn,
    lines: [
      ...own.map(lineOf),
      ...(["water", "power", "penalty"] as const).flatMap((kind) => openOfKind(kind, open)),
    ],
    paid: sumOf(own, ({ amount, left }) => amount - left),
    earlier: sumOf(open.filter(isPeriod), ({ left }) => left),
  });
}

/** Whether a notice asks for any franc. */
export function asksAnything({ lines, paid, earlier }: RentNotice): boolean {
  return lines.reduce((sum, { amount }) => sum + amount, 0) - paid + earlier > 0;
}

/** The vouchers of which something went to these charges. */
function paymentsOf({ record }: SlipQuestion, own: readonly ChargeStanding[]): RentQuittance["payments"] {
  const keys = new Set<string>(own.map(({ key }) => key));
  return record.payments
    .filter(
      ({ kind, voided, parts }) => kind !== "refund" && !voided && parts.some(({ key }) => keys.has(key)),
    )
    .map(({ voucherNumber, receivedOn, kind }) => ({
      number: voucherNumber,
      on: receivedOn,
      source: kind === "deposit" ? "deposit" : "tenant",
    }));
}

/**
 * A period of which rent and charges are wholly settled, by money at least in part. Refuses a month in which no period
 * begins, one of which anything is left, and one that was let go altogether: nothing was received for it.
 */
export function quittanceOf(question: SlipQuestion): Result<RentQuittance> {
  const own = chargesOf(question)?.own ?? [];
  if (sumOf(own, ({ paid, left }) => paid + left) === 0)
    return refuse("rental.nothingThere", { field: "month" });
  const left = sumOf(own, (charge) => charge.left);
  if (left > 0) return refuse("rental.notSettled", { field: "month", values: { left } });
  return accept({
    ...periodOf(question, own),
    lines: own.map(lineOf),
    remitted: sumOf(own, ({ writtenOff }) => writtenOff),
    payments: paymentsOf(question, own),
  });
}
