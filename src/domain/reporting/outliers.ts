import type { IndicatorCode } from "../../contract/reportingTerms.ts";
import type { Unit } from "./indicator.ts";

/* A figure far from its own past: a typing mistake, a month that was forgotten, or news. Somebody should look. */

/** What is alike from month to month. Classes go by their season and rates by what they are made of: they are not here. */
export const WATCHED: readonly IndicatorCode[] = [
  "members.joined",
  "members.upToDate",
  "cards.sold",
  "cards.income",
  "insurance.active",
  "insurance.collected",
  "insurance.benefits",
  "insurance.claims",
  "insurance.checkups",
  "rental.received",
  "cashbook.income",
  "cashbook.expense",
];

/** Months that are looked back, and how many of them there must be to say what is usual. */
export const PAST_MONTHS = 24;
export const LEAST_PAST = 6;
/** Modified z-scores from here on are far. */
const FAR = 3.5;
/** The median distance of a normal spread in its standard deviations. */
const NORMAL = 0.6745;
/** Half of all months may well be this far from the middle: a part of it in francs, chance in what is counted. */
const FRANCS_PART = 0.1;
const LEAST_FRANCS = 2500;

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const half = Math.floor(sorted.length / 2);
  const upper = sorted[half] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[half - 1] ?? 0) + upper) / 2;
}

/** The least spread that is believed: a series that never moved is no reason for an alarm at its first small step. */
function leastSpread(usual: number, unit: Unit): number {
  if (unit === "francs") return Math.max(LEAST_FRANCS, FRANCS_PART * Math.abs(usual));
  return NORMAL * Math.sqrt(Math.max(2, Math.abs(usual)));
}

export interface FarFigure {
  /** The middle of the past months. */
  readonly usual: number;
  /** In spreads, to one decimal; negative below. */
  readonly distance: number;
}

/**
 * Whether a month's figure is far from the past by its modified z-score (median and median absolute deviation).
 * @returns null when it is not, or when there is too little past
 */
export function farFromPast(value: number, past: readonly number[], unit: Unit): FarFigure | null {
  if (past.length < LEAST_PAST) return null;
  const usual = median(past);
  const spread = Math.max(median(past.map((each) => Math.abs(each - usual))), leastSpread(usual, unit));
  const distance = (NORMAL * (value - usual)) / spread;
  return Math.abs(distance) < FAR ? null : { usual, distance: Math.round(distance * 10) / 10 };
}
