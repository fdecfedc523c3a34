import type { InputOf } from "../../contract/index.ts";
import type { LeaseFile } from "../../contract/rentalViews.ts";
import { accept, type Result, refuse } from "../../contract/results.ts";
import { insertWriteOff, voidWriteOff as voidStored } from "../../data/rental/money.ts";
import { allocate } from "../../domain/rental/allocate.ts";
import type { Call } from "../call.ts";
import { changeLease, standingNow } from "./changing.ts";
import { payable } from "./payments.ts";

/** Gives up so much of what is late, the oldest first. No money moves. */
export function writeOff(call: Call, input: InputOf<"rental.writeOff">): Result<LeaseFile> {
  const { id, leaseId, amount, reason } = input;
  return changeLease(call, leaseId, (door, record) => {
    if (record.writeOffs.some((one) => one.id === id)) return accept(null);
    const on = call.today();
    const { charges, arrears: left } = standingNow(call, record);
    if (amount > left) return refuse("rental.tooMuch", { field: "amount", values: { left } });
    const late = payable(charges, on).filter(({ dueOn }) => dueOn <= on);
    insertWriteOff(door, { id, leaseId, on, amount, parts: allocate(late, amount).parts, reason });
    return accept(null);
  });
}

/** What was written off is asked for again. */
export function voidWriteOff(call: Call, input: InputOf<"rental.voidWriteOff">): Result<LeaseFile> {
  return changeLease(call, input.leaseId, (door, record) => {
    const found = record.writeOffs.find(({ id }) => id === input.id);
    if (found === undefined || found.voided) return refuse("rental.writeOffUnknown", { field: "id" });
    voidStored(door, input.id);
    return accept(null);
  });
}
