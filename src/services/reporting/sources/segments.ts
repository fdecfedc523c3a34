import type { CalendarDate } from "../../../contract/primitives.ts";
import { addDays } from "../../../domain/calendar.ts";
import type { NamedSpan } from "../measuring.ts";

/** Days that no other segment has. */
export interface Segment {
  readonly at: number;
  readonly from: CalendarDate;
  readonly to: CalendarDate;
}

export interface Cut {
  readonly segments: readonly Segment[];
  /** Which segments make up a span, by its key. */
  readonly of: ReadonlyMap<string, readonly number[]>;
}

/**
 * Cuts spans that lie over each other (a year, its quarters, its months) into days that follow each other, so that what
 * adds up is read once a day, however many spans hold that day.
 */
export function cutSpans(spans: readonly NamedSpan[]): Cut {
  const starts = [...new Set(spans.flatMap(({ from, to }) => [from, addDays(to, 1)]))].sort();
  const segments = starts
    .slice(0, -1)
    .map((from, at) => ({ at, from, to: addDays(starts[at + 1] ?? from, -1) }));
  const within = (span: NamedSpan) =>
    segments.filter(({ from, to }) => span.from <= from && to <= span.to).map(({ at }) => at);
  const of = new Map(spans.map((span) => [span.key, within(span)]));
  const used = new Set([...of.values()].flat());
  return { segments: segments.filter(({ at }) => used.has(at)), of };
}

/** The segments up to each of the days, the first from the beginning: what stands on a day is the sum of all until then. */
export function cutDays(days: readonly CalendarDate[]): Segment[] {
  const ends = [...new Set(days)].sort();
  return ends.map((to, at) => {
    const before = ends[at - 1];
    return { at, from: before === undefined ? "0000-01-01" : addDays(before, 1), to };
  });
}
