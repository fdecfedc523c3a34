import type { InputOf } from "../../contract/index.ts";
import type { LeaseFile } from "../../contract/rentalViews.ts";
import { accept, type Result, refuse } from "../../contract/results.ts";
import { insertReading, type StoredReading } from "../../data/rental/leases.ts";
import type { Call } from "../call.ts";
import { changeLease, firstRefusal, requirePast, requireWithin } from "./changing.ts";
import type { LeaseRecord } from "./leaseHistory.ts";

type Input = InputOf<"rental.recordReading">;

/** Refuses premises that the lease has not, and a meter that it asks nothing for. */
function checkMeter({ lease: { terms } }: LeaseRecord, { premisesId, meter }: Input): Result<null> {
  if (!terms.premises.some((one) => one.premisesId === premisesId))
    return refuse("rental.premisesUnknown", { field: "premisesId" });
  const { charges } = terms;
  return charges.kind === "meter" && charges[meter] !== null
    ? accept(null)
    : refuse("rental.meterUnknown", { field: "meter" });
}

function checkIndex(last: StoredReading | undefined, { readOn, index, initial }: Input): Result<null> {
  if (last === undefined) return accept(null);
  // Of one day: what closes the old meter, then what the new one shows.
  if (readOn < last.readOn || (readOn === last.readOn && !initial))
    return refuse("rental.readingEarlier", { field: "readOn", values: { on: last.readOn } });
  return index < last.index && !initial
    ? refuse("rental.readingLower", { field: "index", values: { last: last.index } })
    : accept(null);
}

/** What a meter shows on a day. The first of a meter asks for nothing, whatever was ticked. */
export function recordReading(call: Call, input: Input): Result<LeaseFile> {
  const { id, leaseId, premisesId, meter, readOn, index } = input;
  return changeLease(call, leaseId, (door, record) => {
    if (record.readings.some((reading) => reading.id === id)) return accept(null);
    const last = record.readings.findLast((one) => one.premisesId === premisesId && one.meter === meter);
    const refused = firstRefusal(
      () => checkMeter(record, input),
      () => requirePast(call, readOn, "readOn"),
      () => requireWithin(record, readOn, "readOn"),
      () => checkIndex(last, input),
    );
    if (refused !== null) return refused;
    const initial = input.initial || last === undefined;
    insertReading(door, { id, leaseId, premisesId, meter, readOn, index, initial });
    return accept(null);
  });
}
