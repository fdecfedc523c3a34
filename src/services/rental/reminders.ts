import type { InputOf } from "../../contract/index.ts";
import type { LeaseFile } from "../../contract/rentalViews.ts";
import { accept, type Result, refuse } from "../../contract/results.ts";
import { insertReminder, readReminderLease } from "../../data/rental/visits.ts";
import type { Call } from "../call.ts";
import { changeLease } from "./changing.ts";

type Input = InputOf<"rental.noteReminder">;

function checkPromise(call: Call, { promisedOn, promised }: Input): Result<null> {
  const isPromised = promised !== null && promised > 0;
  if (promisedOn === null && promised === null) return accept(null);
  if (promisedOn === null) return refuse("rental.promiseIncomplete", { field: "promisedOn" });
  if (!isPromised) return refuse("rental.promiseIncomplete", { field: "promised" });
  return promisedOn < call.today() ? refuse("rental.promiseInPast", { field: "promisedOn" }) : accept(null);
}

/** Notes that a tenant was reminded today, and what she promised. */
export function noteReminder(call: Call, input: Input): Result<LeaseFile> {
  return changeLease(call, input.leaseId, (door, { lease }) => {
    const known = readReminderLease(door, input.id);
    if (known !== undefined)
      return known === lease.id ? accept(null) : refuse("request.invalid", { field: "id" });
    const promise = checkPromise(call, input);
    if (!promise.ok) return promise;
    insertReminder(door, { ...input, on: call.today() });
    return accept(null);
  });
}
