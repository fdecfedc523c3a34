import type { IndicatorCode, PeriodName } from "../../contract/reportingTerms.ts";
import { listBranches } from "../../data/national/branches.ts";
import { requireIndicator } from "../../domain/reporting/catalogue/catalogue.ts";
import type { Indicator } from "../../domain/reporting/indicator.ts";
import { protect } from "../../domain/reporting/masking.ts";
import { addsUpOverTime, groupsListed } from "../../domain/reporting/maskingRules.ts";
import { ALL_OFFICES, type CountTable, type SlotSpan } from "../../domain/reporting/maskingTable.ts";
import { daysIn, fiscalYearOf, isOver, monthNames, monthsIn } from "../../domain/reporting/periods.ts";
import { nationalOf } from "../scope.ts";
import { type Figures, measureFigures } from "./engine.ts";
import type { MeasuredBy, MeasuredPlace } from "./measuring.ts";

/** A place, and the month in which its fiscal year begins. */
export interface MaskedPlace {
  readonly place: MeasuredPlace;
  readonly fiscalStart: number;
}

/** The offices whose counts are told apart at a place. */
export function officesAt({ call, office }: MeasuredPlace): string[] {
  const national = office === ALL_OFFICES ? nationalOf(call) : null;
  if (national === null) return [office];
  return listBranches(national.reader)
    .filter(({ standing }) => standing !== "invited")
    .map(({ code }) => code);
}

const waysOf = ({ breakdowns }: Indicator): MeasuredBy[] =>
  breakdowns.flatMap((by) => (by === "office" || by === "month" ? [] : [by]));

/** Counts of an indicator in some periods, each office by itself. */
function countsOf(
  { place, fiscalStart }: MaskedPlace,
  indicator: Indicator,
  names: readonly PeriodName[],
): Pick<CountTable, "offices" | "breakdowns" | "count"> {
  const spans = names.map((name) => ({ key: name, ...daysIn(name, fiscalStart) }));
  const offices = officesAt(place);
  const ways = waysOf(indicator);
  const figures = new Map<string, Figures>();
  for (const office of offices)
    for (const by of [null, ...ways]) {
      const of = { ...place, office };
      figures.set(`${office} ${by ?? ""}`, measureFigures(of, { indicators: [indicator], spans, by }));
    }
  return {
    offices,
    breakdowns: ways.map((by) => ({ by, groups: groupsListed(indicator, by).map(({ key }) => key) })),
    count: (slot, office, by, group) =>
      figures.get(`${office} ${by}`)?.value(indicator.code, names[slot] ?? "", group) ?? 0,
  };
}

/** The months, quarters and the whole of a fiscal year; of its months those that are over. */
function yearSpans({ place, fiscalStart }: MaskedPlace, year: string): { over: string[]; spans: SlotSpan[] } {
  const months = monthNames(monthsIn(year, fiscalStart));
  const quarters = [1, 2, 3, 4].map((quarter) => `${year}-Q${quarter}`);
  const spans = [...months, ...quarters, year].map((name): SlotSpan => {
    const { from, to } = monthsIn(name, fiscalStart);
    return { name, first: months.indexOf(from), last: months.indexOf(to) };
  });
  return {
    over: months.filter((month) => isOver(month, place.call.today(), fiscalStart)),
    spans: spans.sort((a, b) => a.last - b.last || b.first - a.first),
  };
}

/**
 * The keys of an indicator's cells that may leave the office, of the fiscal year of a period that is over; where counts do
 * not add up over time, of the period alone.
 */
export function shownCells(
  masked: MaskedPlace,
  code: IndicatorCode,
  period: PeriodName,
): { readonly holds: string; readonly keys: () => ReadonlySet<string> } {
  const indicator = requireIndicator(code);
  if (!addsUpOverTime(indicator))
    return {
      holds: `${code} ${period}`,
      keys: () =>
        protect({
          ...countsOf(masked, indicator, [period]),
          slots: 1,
          spans: [{ name: period, first: 0, last: 0 }],
        }),
    };
  const year = String(fiscalYearOf(monthsIn(period, masked.fiscalStart).from, masked.fiscalStart));
  return {
    holds: `${code} ${year}`,
    keys: () => {
      const { over, spans } = yearSpans(masked, year);
      return protect({ ...countsOf(masked, indicator, over), slots: over.length, spans });
    },
  };
}
