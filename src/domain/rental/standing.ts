import type { CalendarDate, Francs } from "../../contract/primitives.ts";
import type {
  ArrearsByAge,
  Charge,
  ChargeStanding,
  ChargeState,
  Settlement,
} from "../../contract/rentalTerms.ts";
import { accountOf, type Entry, leftOf } from "./account.ts";
import { arrearsByAge } from "./arrears.ts";
import type { LeaseHistory } from "./history.ts";

export interface Standing {
  /** Oldest due first; penalties among them. */
  readonly charges: ChargeStanding[];
  /** Of all that is due, what is left. */
  readonly arrears: Francs;
  readonly ages: ArrearsByAge;
  /** All that was paid and not given back, less what charges that are due have used of it: money on charges to come too. */
  readonly advance: Francs;
}

function stateOf({ charge, paid }: Entry, left: Francs, on: CalendarDate): ChargeState {
  if (left === 0) return "settled";
  if (charge.dueOn < on) return "late";
  if (paid > 0) return "part";
  return charge.dueOn === on ? "due" : "coming";
}

function standingOfEntry(entry: Entry, on: CalendarDate): ChargeStanding {
  const { charge, paid, writtenOff, lastOn } = entry;
  const left = leftOf(entry);
  const state = stateOf(entry, left, on);
  return { ...charge, paid, writtenOff, left, state, settledOn: left === 0 ? lastOn : null };
}

/**
 * How a lease stands at the end of a day.
 * @param settlements in any order; those after `on` do not count yet
 * @param until charges to come that begin by this day are shown too
 * @param known `chargesUntil` of that day or a later one, where many days are asked for
 */
export function standingOf(
  history: LeaseHistory,
  settlements: readonly Settlement[],
  on: CalendarDate,
  until: CalendarDate = on,
  known?: readonly Charge[],
): Standing {
  const shownUntil = until < on ? on : until;
  const { entries, received } = accountOf(history, settlements, on, shownUntil, known);
  const charges: ChargeStanding[] = [];
  let arrears = 0;
  let used = 0;
  for (const entry of entries) {
    const { kind, from, dueOn } = entry.charge;
    const begins = kind === "water" || kind === "power" ? dueOn : from;
    if (dueOn <= on) {
      arrears += leftOf(entry);
      used += entry.paid;
    }
    if (begins <= shownUntil) charges.push(standingOfEntry(entry, on));
  }
  return { charges, arrears, ages: arrearsByAge(charges, on), advance: Math.max(0, received - used) };
}
