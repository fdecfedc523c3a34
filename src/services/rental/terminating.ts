import type { InputOf } from "../../contract/index.ts";
import type { LeaseFile } from "../../contract/rentalViews.ts";
import { accept, type Result } from "../../contract/results.ts";
import { terminateLease as terminate } from "../../data/rental/leases.ts";
import type { WriteDoor } from "../../data/writeDoor.ts";
import { addDays } from "../../domain/calendar.ts";
import { lastDayOf } from "../../domain/rental/history.ts";
import type { Call } from "../call.ts";
import { changeLease, requireNotEnded, requireWithin } from "./changing.ts";
import type { LeaseRecord } from "./leaseHistory.ts";
import { requireFree } from "./occupied.ts";

type Input = InputOf<"rental.terminateLease">;

function isDone({ lease: { termination, endNote } }: LeaseRecord, { on, reason, note }: Input): boolean {
  return termination?.on === on && termination.reason === reason && endNote === note;
}

/** The lease as it was agreed, without the end that somebody gave it. */
const withoutEnd = (record: LeaseRecord): LeaseRecord => ({
  ...record,
  history: { ...record.history, termination: null },
});

/**
 * Ends a lease on a day, its last, at most the one that was agreed. Until that day has passed the end can be moved; a
 * later one needs the premises to be free. Arrears stay after it.
 */
export function terminateLease(call: Call, input: Input): Result<LeaseFile> {
  const change = (door: WriteDoor, record: LeaseRecord): Result<null> => {
    if (isDone(record, input)) return accept(null);
    const open = requireNotEnded(call, record, "id");
    if (!open.ok) return open;
    const within = requireWithin(withoutEnd(record), input.on, "on");
    if (!within.ok) return within;
    const last = lastDayOf(record.history);
    if (record.lease.termination !== null && last !== null && input.on > last) {
      const premises = record.lease.terms.premises.map(({ premisesId }) => premisesId);
      const about = { office: call.office.code, premises, exceptLease: record.lease.id };
      const free = requireFree(door, about, { from: addDays(last, 1), to: input.on }, "on");
      if (!free.ok) return free;
    }
    terminate(door, input.id, { on: input.on, reason: input.reason, note: input.note });
    return accept(null);
  };
  return changeLease(call, input.id, change, "id");
}
