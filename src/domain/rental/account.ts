import type { CalendarDate, Francs } from "../../contract/primitives.ts";
import type { Charge, Settlement } from "../../contract/rentalTerms.ts";
import { firstDayOf } from "../calendar.ts";
import { addCredit, type Credit, creditOf, refundCredit } from "./credit.ts";
import type { LeaseHistory } from "./history.ts";
import { graceEndsOn, penaltyFor } from "./penalties.ts";
import { byDue, meteredCharges, periodCharges } from "./schedule.ts";

/**
 * The account of a lease by the end of a day: what went to which charge. Settlements are gone through once, in the
 * order of their days, with the ends of grace between them; so what a day was never changes by what was paid later.
 */

export interface Entry {
  readonly charge: Charge;
  paid: Francs;
  writtenOff: Francs;
  /** Day of the last settlement that went to it. */
  lastOn: CalendarDate | null;
}

export interface Account {
  /** Oldest due first, with every charge to come that something was paid for. */
  readonly entries: readonly Entry[];
  /** Francs that each write-off took off; less than its amount where the charge has become smaller since. */
  readonly writeOffs: ReadonlyMap<string, Francs>;
  /** Payments less refunds. */
  readonly received: number;
}

export const leftOf = ({ charge, paid, writtenOff }: Entry): Francs => charge.amount - paid - writtenOff;

const entryOf = (charge: Charge): Entry => ({ charge, paid: 0, writtenOff: 0, lastOn: null });
const inOrder = (entries: readonly Entry[]) => [...entries].sort((a, b) => byDue(a.charge, b.charge));

const KIND_RANK = { payment: 0, writeOff: 1, refund: 2 } as const;

/** By day, whatever the order in which they were given: of one day money before what is given up or back. */
export function bySettling(a: Settlement, b: Settlement): number {
  if (a.on !== b.on) return a.on < b.on ? -1 : 1;
  if (a.kind !== b.kind) return KIND_RANK[a.kind] - KIND_RANK[b.kind];
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

/** So far ahead that every charge is there that a part was stored for. */
function horizonOf(settlements: readonly Settlement[], until: CalendarDate): CalendarDate {
  let horizon = until;
  for (const { parts } of settlements)
    for (const { key } of parts) {
      if (key.startsWith("water:") || key.startsWith("power:")) continue;
      const begins = firstDayOf(key.slice(-"YYYY-MM".length));
      if (begins > horizon) horizon = begins;
    }
  return horizon;
}

/** What is worked on while the settlements are gone through. */
interface Ledger {
  readonly history: LeaseHistory;
  readonly entries: Map<string, Entry>;
  readonly scheduled: readonly Entry[];
  readonly penalties: Entry[];
  readonly credit: Credit;
  readonly writeOffs: Map<string, Francs>;
  /** Of `scheduled`, how many ends of grace were looked at. */
  judged: number;
}

/** Puts stored parts where they belong, at most what a charge still asks for. What money is too much becomes credit. */
function applyParts(ledger: Ledger, { id, on, amount, parts, kind }: Settlement): void {
  let used = 0;
  for (const part of parts) {
    const entry = ledger.entries.get(part.key);
    const taken = entry === undefined ? 0 : Math.min(part.amount, leftOf(entry));
    if (entry === undefined || taken === 0) continue;
    if (kind === "writeOff") entry.writtenOff += taken;
    else entry.paid += taken;
    entry.lastOn = on;
    used += taken;
  }
  if (kind === "writeOff") ledger.writeOffs.set(id, used);
  else addCredit(ledger.credit, on, amount - used);
}

/** What is unpaid of a charge as things stand, once older charges have had the credit that lies there. */
function unpaidOf(ledger: Ledger, charge: Entry): Francs {
  const left = leftOf(charge);
  let credit = creditOf(ledger.credit);
  for (const entry of ledger.scheduled) {
    if (credit <= 0 || entry === charge) break;
    credit -= leftOf(entry);
  }
  for (const entry of ledger.penalties) {
    if (credit <= 0 || byDue(entry.charge, charge.charge) > 0) break;
    credit -= leftOf(entry);
  }
  return Math.max(0, left - Math.max(0, credit));
}

function addPenalty(ledger: Ledger, entry: Entry, graceEnd: CalendarDate): void {
  const unpaid = unpaidOf(ledger, entry);
  const charge = unpaid > 0 ? penaltyFor(entry.charge, unpaid, ledger.history.terms.penalty, graceEnd) : null;
  if (charge === null) return;
  const added = entryOf(charge);
  ledger.penalties.push(added);
  ledger.entries.set(charge.key, added);
}

/** Adds the penalties that come up on or before a day, as things stood when each grace ended. */
function judgeUntil(ledger: Ledger, day: CalendarDate): void {
  const { penalty } = ledger.history.terms;
  if (penalty.kind === "none") return;
  for (let entry = ledger.scheduled[ledger.judged]; entry; entry = ledger.scheduled[++ledger.judged]) {
    if (entry.charge.dueOn >= day) return;
    // What is settled before its grace ends stays so.
    const graceEnd = leftOf(entry) === 0 ? null : graceEndsOn(entry.charge, penalty);
    if (graceEnd === null) continue;
    if (graceEnd >= day) return;
    addPenalty(ledger, entry, graceEnd);
  }
}

/** Lets the credit that is left pay what is due by a day and not settled, the oldest first. */
function pour({ lots }: Credit, entries: readonly Entry[], on: CalendarDate): void {
  let index = 0;
  for (const entry of entries) {
    if (entry.charge.dueOn > on) return;
    for (let lot = lots[index]; lot !== undefined && leftOf(entry) > 0; lot = lots[index]) {
      const taken = Math.min(lot.amount, leftOf(entry));
      lot.amount -= taken;
      entry.paid += taken;
      if (entry.lastOn === null || lot.on > entry.lastOn) entry.lastOn = lot.on;
      if (lot.amount === 0) index += 1;
    }
  }
}

/** More was given back than lay there: it is missing from what is due last. */
function takeBack(owed: Francs, entries: readonly Entry[]): void {
  let rest = owed;
  for (let index = entries.length - 1; index >= 0 && rest > 0; index--) {
    const entry = entries[index];
    const taken = Math.min(entry?.paid ?? 0, rest);
    if (entry !== undefined) entry.paid -= taken;
    rest -= taken;
  }
}

/** All that a lease asks for by `until`, and what was paid for beyond; oldest due first, penalties left out. */
export function chargesUntil(
  history: LeaseHistory,
  settlements: readonly Settlement[],
  until: CalendarDate,
): Charge[] {
  const charges = [...periodCharges(history, horizonOf(settlements, until)), ...meteredCharges(history)];
  return charges.sort(byDue);
}

/**
 * @param on its last moment; what was settled later does not count yet
 * @param until charges that begin by this day are there even where nothing was paid for them
 * @param known `chargesUntil` of that day or a later one, where an account is asked for on many days
 */
export function accountOf(
  history: LeaseHistory,
  settlements: readonly Settlement[],
  on: CalendarDate,
  until: CalendarDate,
  known?: readonly Charge[],
): Account {
  const past = settlements.filter((settlement) => settlement.on <= on).sort(bySettling);
  const scheduled = (known ?? chargesUntil(history, past, until)).map(entryOf);
  const ledger: Ledger = {
    ...{ history, scheduled, penalties: [], judged: 0 },
    entries: new Map(scheduled.map((entry) => [entry.charge.key, entry])),
    credit: { lots: [], owed: 0 },
    writeOffs: new Map(),
  };
  let received = 0;
  for (const settlement of past) {
    judgeUntil(ledger, settlement.on);
    if (settlement.kind === "refund") refundCredit(ledger.credit, settlement.amount);
    else applyParts(ledger, settlement);
    if (settlement.kind !== "writeOff")
      received += settlement.kind === "refund" ? -settlement.amount : settlement.amount;
  }
  judgeUntil(ledger, on);
  const entries = ledger.penalties.length === 0 ? scheduled : inOrder([...scheduled, ...ledger.penalties]);
  pour(ledger.credit, entries, on);
  takeBack(ledger.credit.owed, entries);
  return { entries, writeOffs: ledger.writeOffs, received };
}
