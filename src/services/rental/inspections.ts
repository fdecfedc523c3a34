import type { InputOf } from "../../contract/index.ts";
import type { LeaseFile } from "../../contract/rentalViews.ts";
import { accept, type Result, refuse } from "../../contract/results.ts";
import { insertInspection, readInspectionLease, updateInspection } from "../../data/rental/visits.ts";
import type { Call } from "../call.ts";
import { changeLease, requirePast } from "./changing.ts";

/** Enters what was seen when keys changed hands, or corrects it. */
export function saveInspection(call: Call, input: InputOf<"rental.saveInspection">): Result<LeaseFile> {
  return changeLease(call, input.leaseId, (door, { lease }) => {
    const past = requirePast(call, input.on, "on");
    if (!past.ok) return past;
    if (!lease.terms.premises.some(({ premisesId }) => premisesId === input.premisesId))
      return refuse("rental.premisesUnknown", { field: "premisesId" });
    const known = readInspectionLease(door, input.id);
    if (known !== undefined && known !== lease.id) return refuse("request.invalid", { field: "id" });
    if (known === undefined) insertInspection(door, input);
    else updateInspection(door, input);
    return accept(null);
  });
}
