import type { CalendarDate } from "../../../../src/contract/primitives.ts";
import { daysBetween } from "../../../../src/domain/calendar.ts";
import type { TermSpan } from "../../../../src/domain/membership/terms.ts";

export interface TermBar {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  /** Percent of the bar's length. */
  readonly parts: readonly { readonly term: TermSpan; readonly left: number; readonly width: number }[];
  /** Where today stands, in percent. */
  readonly now: number;
}

/**
 * Paid terms on one line from the first start to the later of today and the last end; what no term covers is a gap.
 * @returns null when nothing was ever paid
 */
export function termBar(terms: readonly TermSpan[], today: CalendarDate): TermBar | null {
  const starts = terms.map((term) => term.startsOn).sort();
  const ends = [...terms.map((term) => term.endsOn), today].sort();
  const [from] = starts;
  const to = ends.at(-1);
  if (from === undefined || to === undefined) return null;
  const length = daysBetween(from, to) + 1;
  const share = (days: number) => (100 * days) / length;
  return {
    from,
    to,
    parts: terms.map((term) => ({
      term,
      left: share(daysBetween(from, term.startsOn)),
      width: share(daysBetween(term.startsOn, term.endsOn) + 1),
    })),
    now: Math.max(0, share(daysBetween(from, today))),
  };
}
