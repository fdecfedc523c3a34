import type { InputOf } from "../../contract/index.ts";
import type { CalendarDate, OfficeScope } from "../../contract/primitives.ts";
import type { Premises } from "../../contract/rentalViews.ts";
import { accept, type Result, refuse } from "../../contract/results.ts";
import type { Reader } from "../../data/reader.ts";
import {
  insertPremises,
  listPremises,
  readPremises,
  retirePremises as retire,
  type StoredPremises,
  updatePremises,
} from "../../data/rental/premises.ts";
import type { WriteDoor } from "../../data/writeDoor.ts";
import { addDays } from "../../domain/calendar.ts";
import { foldText } from "../../domain/names/foldText.ts";
import { lastDayOf, leaseStateOn } from "../../domain/rental/history.ts";
import { standingOf } from "../../domain/rental/standing.ts";
import type { Call } from "../call.ts";
import { scopeOf } from "../scope.ts";
import { rentNow } from "./leaseFile.ts";
import { type LeaseRecord, listRecords } from "./leaseHistory.ts";
import { isRetired, leaseHolding } from "./occupied.ts";

/** Leases by each of their premises. */
function byPremises(records: readonly LeaseRecord[]): ReadonlyMap<string, LeaseRecord[]> {
  const found = new Map<string, LeaseRecord[]>();
  for (const record of records)
    for (const { premisesId } of record.lease.terms.premises)
      found.set(premisesId, [...(found.get(premisesId) ?? []), record]);
  return found;
}

type LeaseShown = NonNullable<Premises["lease"]>;

function shownLease({ lease, history, settlements }: LeaseRecord, today: CalendarDate): LeaseShown {
  return {
    id: lease.id,
    number: lease.number,
    state: leaseStateOn(history, today),
    tenantName: lease.tenant.name,
    endsOn: lastDayOf(history),
    arrears: standingOf(history, settlements, today).arrears,
    rent: rentNow(history, today),
  };
}

/** The lease that has them today, or the next one to begin. */
function leaseOf(records: readonly LeaseRecord[], today: CalendarDate): LeaseRecord | undefined {
  const open = records
    .filter(({ history }) => leaseStateOn(history, today) !== "ended")
    .sort((a, b) => (a.lease.terms.startsOn < b.lease.terms.startsOn ? -1 : 1));
  return open[0];
}

/** The day after the last lease that ended; null where there never was one. */
function emptySince(records: readonly LeaseRecord[], today: CalendarDate): CalendarDate | null {
  const ends = records.flatMap(({ history }) => {
    const last = lastDayOf(history);
    return last !== null && last < today ? [last] : [];
  });
  const last = ends.sort().at(-1);
  return last === undefined ? null : addDays(last, 1);
}

function viewOf(stored: StoredPremises, records: readonly LeaseRecord[], today: CalendarDate): Premises {
  const record = leaseOf(records, today);
  const lease = record === undefined ? null : shownLease(record, today);
  const isLet = lease?.state === "running";
  const { photos, ...rest } = stored;
  const letState = (lease?.arrears ?? 0) > 0 ? "arrears" : "let";
  return {
    ...rest,
    photos: [...photos],
    state: isRetired(stored, today) ? "retired" : isLet ? letState : "vacant",
    lease,
    vacantSince: isLet ? null : emptySince(records, today),
  };
}

/** All premises of an office or of all, as they are today. */
export function listViews(reader: Reader, office: OfficeScope, today: CalendarDate): Premises[] {
  const leases = byPremises(listRecords(reader, { office }));
  return listPremises(reader, office).map((stored) => viewOf(stored, leases.get(stored.id) ?? [], today));
}

export function premises(call: Call, input: InputOf<"rental.premises">): Result<Premises[]> {
  const scope = scopeOf(call, input.office, "finance");
  if (!scope.ok) return scope;
  const { reader, office = call.office.code } = scope.value;
  const views = listViews(reader, office, call.today());
  return accept(input.withRetired ? views : views.filter(({ state }) => state !== "retired"));
}

export function readView(call: Call, reader: Reader, id: string): Result<Premises> {
  const found = listViews(reader, call.office.code, call.today()).find((one) => one.id === id);
  return found === undefined ? refuse("rental.premisesUnknown", { field: "id" }) : accept(found);
}

/** Runs one change of known premises and answers with them as they are then. */
export function changePremises(
  call: Call,
  id: string,
  change: (door: WriteDoor, stored: StoredPremises) => Result<unknown>,
): Result<Premises> {
  return call.office.write(call.user.id, call.world.now(), (door): Result<Premises> => {
    const stored = readPremises(door, id);
    if (stored === undefined) return refuse("rental.premisesUnknown", { field: "id" });
    const done = change(door, stored);
    return done.ok ? readView(call, door, id) : done;
  });
}

/** Enters premises or corrects what is known of them. No two have the same name, however it is written. */
export function savePremises(call: Call, input: InputOf<"rental.savePremises">): Result<Premises> {
  return call.office.write(call.user.id, call.world.now(), (door): Result<Premises> => {
    const { id, details } = input;
    const code = foldText(details.code);
    const others = listPremises(door, call.office.code).filter((other) => other.id !== id);
    if (others.some((other) => foldText(other.code) === code))
      return refuse("rental.codeTaken", { field: "code" });
    if (readPremises(door, id) === undefined) insertPremises(door, id, details);
    else updatePremises(door, id, details);
    return readView(call, door, id);
  });
}

/** Takes premises out of use from a day on which nobody has them, nor later; or back into use. */
export function retirePremises(call: Call, input: InputOf<"rental.retirePremises">): Result<Premises> {
  const { id, on } = input;
  return changePremises(call, id, (door, stored) => {
    if (stored.retiredOn === on) return accept(null);
    const asked = { office: call.office.code, premises: [id] };
    const number = on === null ? undefined : leaseHolding(door, asked, { from: on, to: null });
    if (number !== undefined) return refuse("rental.premisesLet", { field: "on", values: { number } });
    retire(door, id, on);
    return accept(null);
  });
}
