import type { InputOf } from "../../contract/index.ts";
import type { CalendarDate, Francs } from "../../contract/primitives.ts";
import type { ArrearsLine } from "../../contract/rentalViews.ts";
import { accept, type Result } from "../../contract/results.ts";
import { listReminders, type StoredReminder } from "../../data/rental/visits.ts";
import { leaseStateOn } from "../../domain/rental/history.ts";
import { standingOf } from "../../domain/rental/standing.ts";
import type { Call } from "../call.ts";
import { type Scope, scopeOf } from "../scope.ts";
import { requirePast } from "./changing.ts";
import { type PremisesById, premisesById } from "./leaseFile.ts";
import { byLease, type LeaseRecord, listRecords } from "./leaseHistory.ts";
import { codesOf } from "./roll.ts";

/** What came between two days, both included. */
function paidBetween({ payments }: LeaseRecord, from: CalendarDate, to: CalendarDate): Francs {
  return payments
    .filter(
      ({ kind, voided, receivedOn }) =>
        kind !== "refund" && !voided && receivedOn >= from && receivedOn <= to,
    )
    .reduce((sum, { amount }) => sum + amount, 0);
}

/** Whether the day of the last promise has passed and less than what was promised has come since it was made. */
function isBroken(record: LeaseRecord, reminders: readonly StoredReminder[], on: CalendarDate): boolean {
  const last = reminders.findLast(({ promisedOn }) => promisedOn !== null);
  if (last === undefined || last.promisedOn === null || last.promisedOn >= on) return false;
  return paidBetween(record, last.on, on) < (last.promised ?? 0);
}

function shownReminder(reminder: StoredReminder | undefined): ArrearsLine["lastReminder"] {
  if (reminder === undefined) return null;
  const { leaseId: _, ...shown } = reminder;
  return shown;
}

interface Sources {
  readonly premises: PremisesById;
  readonly reminders: ReadonlyMap<string, readonly StoredReminder[]>;
  readonly on: CalendarDate;
}

function lineOf(record: LeaseRecord, { premises, reminders, on }: Sources): ArrearsLine | null {
  const { lease, history } = record;
  const { charges, arrears: total, ages } = standingOf(history, record.settlements, on);
  const oldest = charges.find(({ left, dueOn }) => left > 0 && dueOn <= on);
  if (total === 0 || oldest === undefined) return null;
  const known = (reminders.get(lease.id) ?? []).filter((reminder) => reminder.on <= on);
  const { name, phone, guarantorName, guarantorPhone } = lease.tenant;
  return {
    leaseId: lease.id,
    office: lease.office,
    number: lease.number,
    tenantName: name,
    tenantPhone: phone,
    guarantorName,
    guarantorPhone,
    premises: codesOf(record, premises),
    ended: leaseStateOn(history, on) === "ended",
    total,
    ages,
    oldestDueOn: oldest.dueOn,
    lastReminder: shownReminder(known.at(-1)),
    promiseBroken: isBroken(record, known, on),
  };
}

/** Who owes what on a day, the largest sum first. */
export function listArrears(call: Call, { reader, office = call.office.code }: Scope, on: CalendarDate) {
  const sources = {
    premises: premisesById(reader, office),
    reminders: byLease(listReminders(reader, { office })),
    on,
  };
  return listRecords(reader, { office })
    .flatMap((record) => lineOf(record, sources) ?? [])
    .sort((a, b) => b.total - a.total);
}

/** Arrears on a day that has come, by age; at headquarters of any office or of all. */
export function arrears(call: Call, input: InputOf<"rental.arrears">): Result<ArrearsLine[]> {
  const scope = scopeOf(call, input.office, "finance");
  if (!scope.ok) return scope;
  const past = requirePast(call, input.on, "on");
  return past.ok ? accept(listArrears(call, scope.value, input.on)) : past;
}
