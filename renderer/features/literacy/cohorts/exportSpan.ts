import type { CohortRow } from "../../../../src/contract/literacyViews.ts";
import type { CalendarDate } from "../../../../src/contract/primitives.ts";
import { addDays, addMonths } from "../../../../src/domain/calendar.ts";
import { today } from "../../../lib/today.ts";

/** A list of a longer time is refused. */
const MOST_MONTHS = 60;

/** The days of the classes on screen: to their last one, from their first one or five years before. */
export function exportSpan(rows: readonly Pick<CohortRow, "details">[]): {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
} {
  const first = rows.map(({ details }) => details.startsOn).sort()[0] ?? today();
  const to =
    rows
      .map(({ details }) => details.endsOn)
      .sort()
      .at(-1) ?? first;
  const earliest = addDays(addMonths(to, -MOST_MONTHS), 1);
  return { from: first < earliest ? earliest : first, to };
}
