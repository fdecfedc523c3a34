import type { Francs } from "../../../../../src/contract/primitives.ts";
import type { LeaseFile } from "../../../../../src/contract/rentalViews.ts";
import type { Typed } from "../../typed.ts";

/** How a deposit is shared out while it is typed. */
export interface Shares {
  readonly toArrears: Typed;
  readonly withheld: Typed;
  readonly refunded: Typed;
}

/** What is owed is taken first, the rest goes back: as it is when nothing is damaged. */
export function proposedShares({ depositHeld, arrears }: Pick<LeaseFile, "depositHeld" | "arrears">): Shares {
  const toArrears = Math.min(depositHeld, arrears);
  return { toArrears: toArrears || "", withheld: "", refunded: depositHeld - toArrears || "" };
}

/** What stays held after it; negative when more is shared out than is there. */
export function restOf(held: Francs, { toArrears, withheld, refunded }: Shares): number {
  return held - [toArrears, withheld, refunded].reduce<number>((sum, part) => sum + (part || 0), 0);
}
