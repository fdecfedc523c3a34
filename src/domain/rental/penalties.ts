import type { CalendarDate, Francs } from "../../contract/primitives.ts";
import type { Charge, LeasePenalty } from "../../contract/rentalTerms.ts";
import { addDays } from "../calendar.ts";
import { halfUp } from "./halfUp.ts";

/** The last day on which a rent or fixed charge can be paid without a penalty; null where there is none for it. */
export function graceEndsOn({ kind, dueOn }: Charge, penalty: LeasePenalty): CalendarDate | null {
  if (penalty.kind === "none" || (kind !== "rent" && kind !== "charges")) return null;
  return addDays(dueOn, penalty.graceDays);
}

/**
 * What is asked for once because something of a charge was unpaid when its grace ended; null for nothing.
 * @param unpaid francs, > 0
 */
export function penaltyFor(
  { key, from, to }: Charge,
  unpaid: Francs,
  penalty: LeasePenalty,
  graceEnd: CalendarDate,
): Charge | null {
  if (penalty.kind === "none") return null;
  const amount = penalty.kind === "fixed" ? penalty.amount : halfUp(unpaid * penalty.percent, 100);
  if (amount === 0) return null;
  return { key: `penalty:${key}`, kind: "penalty", from, to, dueOn: addDays(graceEnd, 1), amount };
}
