import type { CalendarDate } from "../../../../src/contract/primitives.ts";
import type { Completeness, Outlier } from "../../../../src/contract/reportingViews.ts";
import { addToMonth, monthOf } from "../../../../src/domain/calendar.ts";

export const MONTHS_SHOWN = 12;

export type Cell = Completeness["offices"][number]["cells"][number];

/** Twelve months up to one; never beyond the running one. */
export function monthsUpTo(
  last: string,
  today: CalendarDate,
): { readonly from: string; readonly to: string } {
  const running = monthOf(today);
  const to = last < running ? last : running;
  return { from: addToMonth(to, 1 - MONTHS_SHOWN), to };
}

/** How many offices have sent all of a month, of those that had to. */
export function sentOf(offices: Completeness["offices"], month: string): { sent: number; of: number } {
  const states = offices.flatMap(({ cells }) => cells.filter((cell) => cell.month === month));
  const asked = states.filter(({ state }) => state !== "before" && state !== "running");
  return { sent: asked.filter(({ state }) => state === "complete").length, of: asked.length };
}

/**
 * How far a figure is from what is usual, as people say it: so many times more or less, or so many percent.
 * `fromNothing` and `nothing` where one of the two is nought and there is nothing to divide by.
 */
export type Far =
  | { readonly how: "times"; readonly way: "more" | "less"; readonly times: number }
  | { readonly how: "percent"; readonly way: "more" | "less"; readonly percent: number }
  | { readonly how: "nothing" }
  | { readonly how: "fromNothing" }
  | { readonly how: "otherSide" };

const TWICE = 2;
const WHOLE = 100;

export function farFrom({ value, usual }: Pick<Outlier, "value" | "usual">): Far {
  if (usual === 0) return { how: "fromNothing" };
  if (value === 0) return { how: "nothing" };
  if (value < 0 !== usual < 0) return { how: "otherSide" };
  const way = value > usual ? "more" : "less";
  const [large, small] = [
    Math.max(Math.abs(value), Math.abs(usual)),
    Math.min(Math.abs(value), Math.abs(usual)),
  ];
  const times = large / small;
  if (times >= TWICE) return { how: "times", way, times: Math.round(times) };
  return { how: "percent", way, percent: Math.round((Math.abs(value - usual) * WHOLE) / Math.abs(usual)) };
}

/** Heights of small bars, 0 to 1; what is below nought stands at the foot. */
export function barHeights(values: readonly number[]): number[] {
  const most = Math.max(0, ...values);
  return values.map((value) => (most === 0 ? 0 : Math.max(0, value) / most));
}
