import type { CalendarDate } from "../../contract/primitives.ts";
import type { LeaseFile } from "../../contract/rentalViews.ts";
import { accept, type Result, refuse } from "../../contract/results.ts";
import type { Reader } from "../../data/reader.ts";
import type { WriteDoor } from "../../data/writeDoor.ts";
import { addMonths } from "../../domain/calendar.ts";
import { lastDayOf, leaseStateOn } from "../../domain/rental/history.ts";
import { type Standing, standingOf } from "../../domain/rental/standing.ts";
import type { Call } from "../call.ts";
import { AHEAD_MONTHS, fileOf } from "./leaseFile.ts";
import { type BookedRecord, type LeaseRecord, readRecord } from "./leaseHistory.ts";

/** What every change of a lease asks first. */

/** The lease as it stands now, inside a transaction too. */
export function readFile(call: Call, reader: Reader, id: string, field = "leaseId"): Result<LeaseFile> {
  const record = readRecord(reader, id);
  return record === undefined
    ? refuse("rental.leaseUnknown", { field })
    : accept(fileOf(call, reader, record));
}

/** Runs one change of a lease of this office in a transaction and answers with the lease as it stands then. */
export function changeLease(
  call: Call,
  leaseId: string,
  change: (door: WriteDoor, record: BookedRecord) => Result<unknown>,
  field = "leaseId",
): Result<LeaseFile> {
  return call.office.write(call.user.id, call.world.now(), (door): Result<LeaseFile> => {
    const record = readRecord(door, leaseId);
    if (record === undefined) return refuse("rental.leaseUnknown", { field });
    const done = change(door, record);
    return done.ok ? readFile(call, door, leaseId) : done;
  });
}

/** The account today, with the charges to come that can be paid ahead. */
export function standingNow(call: Call, { history, settlements }: LeaseRecord): Standing {
  const today = call.today();
  return standingOf(history, settlements, today, addMonths(today, AHEAD_MONTHS));
}

/** Refuses what comes after the lease's last day, or once it was terminated. */
export function requireNotEnded(call: Call, { history }: LeaseRecord, field: string): Result<null> {
  const on = lastDayOf(history);
  if (leaseStateOn(history, call.today()) !== "ended") return accept(null);
  return refuse("rental.leaseEnded", { field, values: { on: on ?? "" } });
}

/** Refuses a lease that still runs or has not begun. */
export function requireEnded(call: Call, { history }: LeaseRecord, field: string): Result<null> {
  return leaseStateOn(history, call.today()) === "ended"
    ? accept(null)
    : refuse("rental.leaseRunning", { field });
}

/** Refuses a day before the lease begins or after its last day. */
export function requireWithin({ history }: LeaseRecord, day: CalendarDate, field: string): Result<null> {
  const from = history.terms.startsOn;
  if (day < from) return refuse("rental.beforeLease", { field, values: { from } });
  const to = lastDayOf(history);
  return to !== null && day > to ? refuse("rental.afterLease", { field, values: { to } }) : accept(null);
}

export function requirePast(call: Call, day: CalendarDate, field: string): Result<null> {
  return day > call.today() ? refuse("rental.dayInFuture", { field }) : accept(null);
}

/** The first that refuses. */
export function firstRefusal(
  ...checks: readonly (() => Result<unknown>)[]
): Extract<Result<never>, { ok: false }> | null {
  for (const check of checks) {
    const done = check();
    if (!done.ok) return done;
  }
  return null;
}
