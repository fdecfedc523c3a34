import type { CalendarDate } from "../../contract/primitives.ts";
import type { Standing } from "./standing.ts";

/**
 * The last day of the latest period for which anything was paid, its penalty included: what a change may not touch any
 * more. Null where nothing was paid for a period. Water and power have no periods.
 * @param standing with the periods that may be paid ahead
 */
export function paidThrough({ charges }: Pick<Standing, "charges">): CalendarDate | null {
  let last: CalendarDate | null = null;
  for (const { kind, paid, to } of charges) {
    if (paid === 0 || kind === "water" || kind === "power") continue;
    if (last === null || to > last) last = to;
  }
  return last;
}
