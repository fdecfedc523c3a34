import type { InputOf, OutputOf } from "../../contract/index.ts";
import type { CalendarDate, Francs } from "../../contract/primitives.ts";
import type { RollLine } from "../../contract/rentalViews.ts";
import { accept, type Result } from "../../contract/results.ts";
import { addDays, addMonths } from "../../domain/calendar.ts";
import { holdsPremises, leaseStateOn } from "../../domain/rental/history.ts";
import { standingOf } from "../../domain/rental/standing.ts";
import type { Call } from "../call.ts";
import { type Scope, scopeOf } from "../scope.ts";
import { type PremisesById, premisesById } from "./leaseFile.ts";
import { type LeaseRecord, listRecords } from "./leaseHistory.ts";

type Roll = OutputOf<"rental.roll">;

interface Month {
  readonly from: CalendarDate;
  /** Its last day. */
  readonly to: CalendarDate;
  readonly today: CalendarDate;
}

export function codesOf({ lease }: LeaseRecord, premises: PremisesById): string[] {
  return lease.terms.premises.map(({ premisesId }) => premises.get(premisesId)?.code ?? "");
}

function receivedIn({ payments }: LeaseRecord, { from, to }: Month): Francs {
  return payments
    .filter(
      ({ kind, voided, receivedOn }) =>
        kind !== "refund" && !voided && receivedOn >= from && receivedOn <= to,
    )
    .reduce((sum, { amount }) => sum + amount, 0);
}

/** The last day on which anything was paid, up to a day. */
function lastPaidBy({ payments }: LeaseRecord, day: CalendarDate): CalendarDate | null {
  const last = payments.findLast(
    ({ kind, voided, receivedOn }) => kind !== "refund" && !voided && receivedOn <= day,
  );
  return last?.receivedOn ?? null;
}

/** The account when the month is over. A penalty that nobody has incurred yet is not asked for. */
function accountOf(record: LeaseRecord, { from, to, today }: Month) {
  const { charges, advance } = standingOf(record.history, record.settlements, to);
  const asked = charges.filter(({ kind, dueOn }) => dueOn <= to && (kind !== "penalty" || dueOn <= today));
  const sum = (francs: (charge: (typeof asked)[number]) => Francs) =>
    asked.reduce((total, charge) => total + francs(charge), 0);
  return {
    due: sum(({ dueOn, amount }) => (dueOn >= from ? amount : 0)),
    left: sum(({ left }) => left),
    advance,
  };
}

function lineOf(record: LeaseRecord, month: Month, premises: PremisesById): RollLine | null {
  const { lease, history } = record;
  const { from, to, today } = month;
  const eve = addDays(from, -1);
  const account = accountOf(record, month);
  const brought = standingOf(history, record.settlements, eve).arrears;
  const received = receivedIn(record, month);
  const { due, left, advance } = account;
  const isThere = holdsPremises(history, from, to);
  if (!isThere && brought + due + left + received + advance === 0) return null;
  return {
    leaseId: lease.id,
    office: lease.office,
    number: lease.number,
    tenantName: lease.tenant.name,
    tenantPhone: lease.tenant.phone,
    premises: codesOf(record, premises),
    ended: leaseStateOn(history, to < today ? to : today) === "ended",
    ...{ brought, due, received, left, advance },
    lastPaidOn: lastPaidBy(record, to),
  };
}

function totalsOf(lines: readonly RollLine[]): Roll["totals"] {
  const totals = { brought: 0, due: 0, received: 0, left: 0, advance: 0 };
  for (const line of lines) {
    totals.brought += line.brought;
    totals.due += line.due;
    totals.received += line.received;
    totals.left += line.left;
    totals.advance += line.advance;
  }
  return totals;
}

/** The lines of a month where they are read, by office and number. */
export function listRoll(call: Call, { reader, office = call.office.code }: Scope, name: string): RollLine[] {
  const from = `${name}-01`;
  const month = { from, to: addDays(addMonths(from, 1), -1), today: call.today() };
  const premises = premisesById(reader, office);
  return listRecords(reader, { office }).flatMap((record) => lineOf(record, month, premises) ?? []);
}

/** The rents of a month: who has premises in it, owed something, or paid. */
export function roll(call: Call, input: InputOf<"rental.roll">): Result<Roll> {
  const scope = scopeOf(call, input.office, "finance");
  if (!scope.ok) return scope;
  const lines = listRoll(call, scope.value, input.month);
  return accept({ lines, totals: totalsOf(lines) });
}
