import type { CalendarDate, Francs } from "../../../../src/contract/primitives.ts";
import type { LeaseFile } from "../../../../src/contract/rentalViews.ts";

/** What is to be paid next, and when; null when nothing more is known to come. */
export function nextDue({
  charges,
}: Pick<LeaseFile, "charges">): { on: CalendarDate; amount: Francs } | null {
  const coming = charges.filter(({ state, left }) => left > 0 && state !== "late");
  const on = coming.map(({ dueOn }) => dueOn).sort()[0];
  if (on === undefined) return null;
  const amount = coming.filter(({ dueOn }) => dueOn === on).reduce((sum, { left }) => sum + left, 0);
  return { on, amount };
}
