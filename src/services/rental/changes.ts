import type { InputOf } from "../../contract/index.ts";
import type { CalendarDate } from "../../contract/primitives.ts";
import type { LeaseChange } from "../../contract/rentalTerms.ts";
import type { LeaseFile } from "../../contract/rentalViews.ts";
import { accept, type Result, refuse } from "../../contract/results.ts";
import { insertChange, readChange, voidChange as voidStored } from "../../data/rental/leases.ts";
import type { WriteDoor } from "../../data/writeDoor.ts";
import { addDays } from "../../domain/calendar.ts";
import { lastDayOf, rentOn, revisedRent } from "../../domain/rental/history.ts";
import { paidThrough } from "../../domain/rental/paidThrough.ts";
import type { Call } from "../call.ts";
import { changeLease, firstRefusal, requireNotEnded, requireWithin, standingNow } from "./changing.ts";
import type { LeaseRecord } from "./leaseHistory.ts";
import { requireFree } from "./occupied.ts";

/** Refuses what would change periods that something was paid for. */
function requireUnpaid(call: Call, record: LeaseRecord, from: CalendarDate, field: string): Result<null> {
  const until = paidThrough(standingNow(call, record));
  return until !== null && from <= until
    ? refuse("rental.periodPaid", { field, values: { until } })
    : accept(null);
}

/** The same request came before: it is done, where it was for this lease. */
function doneBefore(door: WriteDoor, id: string, leaseId: string): Result<boolean> {
  const known = readChange(door, id);
  if (known === undefined) return accept(false);
  return known.leaseId === leaseId ? accept(true) : refuse("request.invalid", { field: "id" });
}

type Check = (door: WriteDoor, record: LeaseRecord) => Result<unknown>;

/** Enters a change once its checks let it through. */
function addChange(
  call: Call,
  about: { leaseId: string; change: LeaseChange; note: string },
  checks: readonly Check[],
): Result<LeaseFile> {
  const { leaseId, change, note } = about;
  return changeLease(call, leaseId, (door, record) => {
    const before = doneBefore(door, change.id, leaseId);
    if (!before.ok || before.value) return before;
    const refused = firstRefusal(...checks.map((check) => () => check(door, record)));
    if (refused !== null) return refused;
    insertChange(door, leaseId, change, note);
    return accept(null);
  });
}

function checkRent(
  { history }: LeaseRecord,
  { from, rate, rent }: InputOf<"rental.reviseRent">,
): Result<null> {
  const stands = rentOn(history, from);
  if (rate !== null) {
    const revised = revisedRent(stands, rate);
    if (revised !== rent) return refuse("rental.rateWrong", { field: "rate", values: { rent: revised } });
  }
  return rent === stands ? refuse("rental.rentSame", { field: "rent" }) : accept(null);
}

/** Another rent from the first period that begins on the day or after it. */
export function reviseRent(call: Call, input: InputOf<"rental.reviseRent">): Result<LeaseFile> {
  const { id, leaseId, from, rate, rent, note } = input;
  return addChange(call, { leaseId, note, change: { kind: "revision", id, from, rent, rate } }, [
    (_, record) => requireNotEnded(call, record, "leaseId"),
    (_, record) => requireWithin(record, from, "from"),
    (_, record) => requireUnpaid(call, record, from, "from"),
    (_, record) => checkRent(record, input),
  ]);
}

function checkMonths(record: LeaseRecord, from: CalendarDate, to: CalendarDate): Result<null> {
  if (to < from) return refuse("rental.monthsWrong", { field: "to" });
  // A lease that begins within a month may have what is left of it for nothing.
  const firstOfLease = `${record.history.terms.startsOn.slice(0, 7)}-01`;
  const within = (month: CalendarDate) => (month === firstOfLease ? record.history.terms.startsOn : month);
  const refused = firstRefusal(
    () => requireWithin(record, within(from), "from"),
    () => requireWithin(record, within(to), "to"),
  );
  return refused ?? accept(null);
}

/** Whole months for which no rent is asked. */
export function grantRentFree(call: Call, input: InputOf<"rental.grantRentFree">): Result<LeaseFile> {
  const { id, leaseId, note } = input;
  const from = `${input.from}-01`;
  const to = `${input.to}-01`;
  return addChange(call, { leaseId, note, change: { kind: "rentFree", id, from, to } }, [
    (_, record) => requireNotEnded(call, record, "leaseId"),
    (_, record) => checkMonths(record, from, to),
    (_, record) => requireUnpaid(call, record, from, "from"),
  ]);
}

function checkRenewal(
  call: Call,
  door: WriteDoor,
  { lease, history }: LeaseRecord,
  endsOn: CalendarDate | null,
): Result<null> {
  const { termination, terms } = lease;
  if (termination !== null)
    return refuse("rental.leaseEnded", { field: "leaseId", values: { on: termination.on } });
  const to = lastDayOf(history);
  if (to === null) return refuse("rental.renewalNotLater", { field: "endsOn" });
  if (endsOn !== null && endsOn <= to)
    return refuse("rental.renewalNotLater", { field: "endsOn", values: { to } });
  const about = {
    office: call.office.code,
    premises: terms.premises.map(({ premisesId }) => premisesId),
    exceptLease: lease.id,
  };
  return requireFree(door, about, { from: addDays(to, 1), to: endsOn }, "endsOn");
}

/** A later last day, or none. One that has passed can be renewed still, while nobody ended the lease. */
export function renewLease(call: Call, input: InputOf<"rental.renewLease">): Result<LeaseFile> {
  const { id, leaseId, endsOn, note } = input;
  return addChange(call, { leaseId, note, change: { kind: "renewal", id, endsOn } }, [
    (door, record) => checkRenewal(call, door, record, endsOn),
  ]);
}

/** Where a change begins to tell: of a renewal, the day after the end that stands without it. */
function beginsOn(record: LeaseRecord, change: LeaseChange): CalendarDate | null {
  if (change.kind !== "renewal") return change.from;
  const changes = record.history.changes.filter(({ id }) => id !== change.id);
  const last = lastDayOf({ ...record.history, changes });
  return last === null ? null : addDays(last, 1);
}

/** Takes back a change that was entered by mistake, while nothing was paid for the periods that it touches. */
export function voidChange(call: Call, input: InputOf<"rental.voidChange">): Result<LeaseFile> {
  return changeLease(call, input.leaseId, (door, record) => {
    const found = record.changes.find(({ change }) => change.id === input.id);
    if (found === undefined || found.voided) return refuse("rental.changeUnknown", { field: "id" });
    const from = beginsOn(record, found.change);
    const unpaid = from === null ? accept(null) : requireUnpaid(call, record, from, "id");
    if (!unpaid.ok) return unpaid;
    voidStored(door, input.id);
    return accept(null);
  });
}
