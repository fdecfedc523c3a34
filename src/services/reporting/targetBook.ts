import type { TargetIndicator } from "../../contract/literacyTerms.ts";
import type { LiteracyTarget } from "../../contract/literacyViews.ts";
import type { PeriodName } from "../../contract/reportingTerms.ts";
import type { IndicatorTarget } from "../../contract/reportingViews.ts";
import { listTargets } from "../../data/literacy/surroundings.ts";
import { listReceivedTargets, listWrittenTargets } from "../../data/reporting/targets.ts";
import { indicatorOf } from "../../domain/reporting/catalogue/catalogue.ts";
import type { Indicator } from "../../domain/reporting/indicator.ts";
import { fiscalYearOf, monthsIn, targetFor } from "../../domain/reporting/periods.ts";
import type { OpenPlace } from "./engineAccess.ts";
import { fiscalStartOf } from "./engineColumns.ts";

/*
 * Which target holds. Headquarters' word for an office comes before the office's own; all offices together have a target
 * of their own. The classes' targets are kept where literacy keeps them: an office has one for each, not two.
 */

/** Literacy's targets of the same meaning, by the code of their indicator. */
export const LITERACY_TARGETS: Readonly<Record<TargetIndicator, string>> = {
  enrolled: "literacy.enrolled",
  passed: "literacy.passed",
  attendanceRate: "literacy.attendanceRate",
  completionRate: "literacy.completionRate",
  hours: "literacy.hours",
};

/** Literacy keeps rates in hundredths of a percent. */
const HUNDREDTHS = 100;

export const literacyTargetOf = (code: string): TargetIndicator | null => {
  const found = Object.entries(LITERACY_TARGETS).find(([, known]) => known === code);
  return found === undefined ? null : (found[0] as TargetIndicator);
};

/** In literacy's measure. */
export const toLiteracy = (code: string, value: number): number =>
  Math.round(indicatorOf(code)?.unit === "percent" ? value * HUNDREDTHS : value);

function fromLiteracy({ id, office, year, indicator, value }: LiteracyTarget): IndicatorTarget[] {
  const code = LITERACY_TARGETS[indicator];
  if (value === 0) return [];
  const isRate = indicatorOf(code)?.unit === "percent";
  return [{ id, office, forOffice: office, year, code, value: isRate ? value / HUNDREDTHS : value }];
}

/** One target a code: a later layer stands before an earlier one. */
function overlaid(...layers: readonly (readonly IndicatorTarget[])[]): IndicatorTarget[] {
  const held = new Map(layers.flat().map((target) => [target.code, target]));
  return [...held.values()].sort((one, other) => (one.code < other.code ? -1 : 1));
}

/** The targets that hold for a place in a fiscal year, by code. */
export function standingTargets(
  { call, reader, office, isOwn, tiers }: OpenPlace,
  year: number,
): IndicatorTarget[] {
  const selection = { year, forOffice: office };
  const own = listWrittenTargets(call.office.reader, selection);
  if (office === "all") return overlaid(own);
  if (!isOwn) {
    const isOpen = tiers?.has("programme") ?? true;
    const theirs = isOpen
      ? listWrittenTargets(reader, selection).filter((target) => target.office === office)
      : [];
    const classes = isOpen ? listTargets(reader, year, office).flatMap(fromLiteracy) : [];
    return overlaid(classes, theirs, own);
  }
  const classes = listTargets(reader, year, office).flatMap(fromLiteracy);
  return overlaid(classes, own, listReceivedTargets(reader, selection));
}

export interface TargetBook {
  /** An indicator's target for a period; null where none was set. */
  of(indicator: Indicator, period: PeriodName): number | null;
}

/** The targets of a place, read once a fiscal year. */
export function targetBook(place: OpenPlace): TargetBook {
  const fiscalStart = fiscalStartOf(place.call);
  const years = new Map<number, ReadonlyMap<string, IndicatorTarget>>();
  const yearOf = (year: number) => {
    const known = years.get(year);
    if (known !== undefined) return known;
    const read = new Map(standingTargets(place, year).map((target) => [target.code, target]));
    years.set(year, read);
    return read;
  };
  return {
    of: (indicator, period) => {
      if (!indicator.hasTarget) return null;
      const target = yearOf(fiscalYearOf(monthsIn(period, fiscalStart).from, fiscalStart)).get(
        indicator.code,
      );
      const flows = indicator.nature === "flow";
      return target === undefined ? null : targetFor(target, period, { flows, fiscalStart });
    },
  };
}
