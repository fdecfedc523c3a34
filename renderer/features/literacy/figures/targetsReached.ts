import {
  type TargetIndicator as Indicator,
  type LiteracyFigures,
  TargetIndicator,
} from "../../../../src/contract/literacyTerms.ts";
import type { FiguresLine, LiteracyTarget } from "../../../../src/contract/literacyViews.ts";

const MINUTES = 60;
const WHOLE = 100;

/** Rates cannot be added up over offices. */
const RATES: readonly Indicator[] = ["attendanceRate", "completionRate"];

export const isRate = (indicator: Indicator): boolean => RATES.includes(indicator);

/** Women, whole hours, or hundredths of a percent; null where there is nothing to divide by. */
function reachedOf(figures: LiteracyFigures, indicator: Indicator): number | null {
  return indicator === "hours" ? Math.floor(figures.minutesTaught / MINUTES) : figures[indicator];
}

export interface Reached {
  readonly indicator: Indicator;
  /** Null where nobody set one. */
  readonly target: number | null;
  readonly reached: number | null;
  /** How much of the target, from 0 to 100; null without a target. */
  readonly percent: number | null;
}

/** The year's targets of the offices on screen: counts add up, rates stand for one office only. */
export function targetOf(targets: readonly LiteracyTarget[], indicator: Indicator): number | null {
  const values = targets.filter((one) => one.indicator === indicator && one.value > 0);
  if (values.length === 0 || (isRate(indicator) && values.length > 1)) return null;
  return values.reduce((sum, { value }) => sum + value, 0);
}

export function reachedTargets(figures: LiteracyFigures, targets: readonly LiteracyTarget[]): Reached[] {
  return TargetIndicator.options.map((indicator) => {
    const target = targetOf(targets, indicator);
    const reached = reachedOf(figures, indicator);
    const percent = target === null ? null : Math.min(WHOLE, Math.floor(((reached ?? 0) * WHOLE) / target));
    return { indicator, target, reached, percent };
  });
}

export interface MonthPoint {
  readonly month: string;
  readonly enrolled: number | null;
  /** Whole percent. */
  readonly attendance: number | null;
  /** Hours since January, to the end of the month. */
  readonly taught: number | null;
  readonly planned: number;
}

/** A year month by month, as it is drawn; months to come have only what is planned. @param until `2026-11` */
export function monthPoints(lines: readonly FiguresLine[], until: string): MonthPoint[] {
  let taught = 0;
  let planned = 0;
  return lines.map(({ key, figures }) => {
    taught += figures.minutesTaught;
    planned += figures.minutesPlanned;
    const isPast = key <= until;
    const rate = figures.attendanceRate;
    return {
      month: key,
      enrolled: isPast ? figures.enrolled : null,
      attendance: isPast && rate !== null ? Math.round(rate / WHOLE) : null,
      taught: isPast ? Math.floor(taught / MINUTES) : null,
      planned: Math.floor(planned / MINUTES),
    };
  });
}
