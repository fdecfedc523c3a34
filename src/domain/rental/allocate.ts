import type { Francs } from "../../contract/primitives.ts";
import type { ChargeStanding, Part } from "../../contract/rentalTerms.ts";
import { byDue } from "./schedule.ts";

export interface Allocation {
  /** One a charge touched, oldest due first. */
  readonly parts: Part[];
  /** What no charge was left for. */
  readonly advance: Francs;
}

/**
 * Spreads an amount over what is left of charges, oldest due first.
 * @param charges in any order; those of which nothing is left get nothing
 */
export function allocate(charges: readonly ChargeStanding[], amount: Francs): Allocation {
  const parts: Part[] = [];
  let advance = amount;
  for (const { key, left } of [...charges].sort(byDue)) {
    if (advance === 0) break;
    const taken = Math.min(left, advance);
    if (taken > 0) parts.push({ key, amount: taken });
    advance -= taken;
  }
  return { parts, advance };
}
