import type { InputOf } from "../../contract/index.ts";
import type { CalendarDate, Francs } from "../../contract/primitives.ts";
import type { RentalReport } from "../../contract/rentalViews.ts";
import { accept, type Result, refuse } from "../../contract/results.ts";
import { listPremises, type StoredPremises } from "../../data/rental/premises.ts";
import { addToMonth, daysBetween, firstDayOf, lastDayOfMonth, monthsBetween } from "../../domain/calendar.ts";
import type { LeaseHistory } from "../../domain/rental/history.ts";
import {
  askedByPremises,
  daysLet,
  type PremisesFrancs,
  receivedByPremises,
} from "../../domain/rental/occupancy.ts";
import { standingOf } from "../../domain/rental/standing.ts";
import type { DaySpan } from "../../domain/reporting/periods.ts";
import type { Call } from "../call.ts";
import { scopeOf } from "../scope.ts";
import { type LeaseRecord, listRecords } from "./leaseHistory.ts";

/** So many months fit a page with its charts. */
const MOST_MONTHS = 24;

/** Both included. */
function monthsOf(from: string, to: string): string[] {
  return Array.from({ length: monthsBetween(from, to) + 1 }, (_, index) => addToMonth(from, index));
}

type Cell = RentalReport["cells"][number];

interface Span {
  readonly from: string;
  readonly to: string;
  readonly today: CalendarDate;
}

/** Days of a span on which premises were in use. */
function daysInUse({ retiredOn }: StoredPremises, { from, to }: DaySpan): number {
  const all = daysBetween(from, to) + 1;
  if (retiredOn === null) return all;
  return Math.min(all, Math.max(0, daysBetween(from, retiredOn)));
}

/** How long premises were let, and how long they could have been, on days of one month. */
export function occupancyOf(
  premises: StoredPremises,
  histories: readonly LeaseHistory[],
  days: DaySpan,
): { readonly daysLet: number; readonly days: number } {
  const held = daysLet(histories, premises.id, days);
  return { daysLet: held, days: Math.max(held, daysInUse(premises, days)) };
}

/** Leases by each of their premises. */
export function historiesByPremises(records: readonly LeaseRecord[]): ReadonlyMap<string, LeaseHistory[]> {
  const histories = new Map<string, LeaseHistory[]>();
  for (const { history } of records)
    for (const { premisesId } of history.terms.premises)
      histories.set(premisesId, [...(histories.get(premisesId) ?? []), history]);
  return histories;
}

const keyOf = (premisesId: string, month: string) => `${premisesId} ${month}`;

function sumsOf(rows: readonly PremisesFrancs[]): ReadonlyMap<string, Francs> {
  const sums = new Map<string, Francs>();
  for (const { premisesId, month, francs } of rows) {
    const key = keyOf(premisesId, month);
    sums.set(key, (sums.get(key) ?? 0) + francs);
  }
  return sums;
}

/** What is asked up to the span's end; penalties only as far as they were incurred. */
function askedOf({ history, settlements }: LeaseRecord, span: Span): PremisesFrancs[] {
  const end = lastDayOfMonth(span.to);
  const { charges } = standingOf(history, settlements, end < span.today ? end : span.today, end);
  return askedByPremises(history, charges, span);
}

function cellsOf(premises: readonly StoredPremises[], records: readonly LeaseRecord[], span: Span): Cell[] {
  const asked = sumsOf(records.flatMap((record) => askedOf(record, span)));
  const received = sumsOf(
    records.flatMap(({ history, settlements }) => receivedByPremises(history, settlements, span)),
  );
  const histories = historiesByPremises(records);
  return premises.flatMap((one) =>
    monthsOf(span.from, span.to).map((month) => {
      const days = { from: firstDayOf(month), to: lastDayOfMonth(month) };
      const key = keyOf(one.id, month);
      return {
        ...{ premisesId: one.id, month, ...occupancyOf(one, histories.get(one.id) ?? [], days) },
        ...{ asked: asked.get(key) ?? 0, received: received.get(key) ?? 0 },
      };
    }),
  );
}

function totalsOf(cells: readonly Cell[], span: Span): RentalReport["months"] {
  const totals = new Map(
    monthsOf(span.from, span.to).map((month) => [
      month,
      { month, daysLet: 0, days: 0, asked: 0, received: 0 },
    ]),
  );
  for (const cell of cells) {
    const total = totals.get(cell.month);
    if (total === undefined) continue;
    total.daysLet += cell.daysLet;
    total.days += cell.days;
    total.asked += cell.asked;
    total.received += cell.received;
  }
  return [...totals.values()];
}

/** Occupancy and income, by premises and month; at headquarters of any office or of all. */
export function report(call: Call, input: InputOf<"rental.report">): Result<RentalReport> {
  const scope = scopeOf(call, input.office, "finance");
  if (!scope.ok) return scope;
  const { from, to } = input;
  if (to < from) return refuse("rental.monthsWrong", { field: "to" });
  if (monthsBetween(from, to) >= MOST_MONTHS) return refuse("rental.spanTooLong", { field: "to" });
  const { reader, office = call.office.code } = scope.value;
  const span = { from, to, today: call.today() };
  const premises = listPremises(reader, office);
  const cells = cellsOf(premises, listRecords(reader, { office }), span);
  return accept({
    office: scope.value.office ?? null,
    from,
    to,
    premises: premises.map(({ id, office: code, code: name, kind }) => ({
      id,
      office: code,
      code: name,
      kind,
    })),
    cells,
    months: totalsOf(cells, span),
  });
}
