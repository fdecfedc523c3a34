import type { InputOf } from "../../contract/index.ts";
import type { OfficeCode } from "../../contract/primitives.ts";
import type {
  IndicatorCode,
  ReportedSpan,
  ReportSeries,
  ReportTable,
} from "../../contract/reportingTerms.ts";
import type { Dashboard } from "../../contract/reportingViews.ts";
import { accept, type Result } from "../../contract/results.ts";
import { addToMonth, monthOf } from "../../domain/calendar.ts";
import { requireIndicator } from "../../domain/reporting/catalogue/catalogue.ts";
import {
  DASHBOARD_BREAKDOWNS,
  DASHBOARD_BY_OFFICE,
  DASHBOARD_FIGURES,
  DASHBOARD_MONTHS,
  DASHBOARD_SERIES,
} from "../../domain/reporting/dashboards.ts";
import { measuresOf } from "../../domain/reporting/formulas.ts";
import type { Indicator } from "../../domain/reporting/indicator.ts";
import type { DaySpan } from "../../domain/reporting/periods.ts";
import type { Call } from "../call.ts";
import { incompleteOffices } from "./completeness.ts";
import { measureFigures } from "./engine.ts";
import { type OpenPlace, permittedOf, placeOf } from "./engineAccess.ts";
import { monthSpans, namedSpan, periodsOf } from "./engineColumns.ts";
import { groupsOf } from "./engineGroups.ts";
import { shown } from "./figures.ts";
import type { MeasuredBy, NamedSpan } from "./measuring.ts";
import { targetBook } from "./targetBook.ts";

/** The breakdowns that a place shows. */
const wantedOf = ({ office }: OpenPlace) =>
  office === "all" ? [...DASHBOARD_BREAKDOWNS, ...DASHBOARD_BY_OFFICE] : DASHBOARD_BREAKDOWNS;

interface Periods {
  readonly span: ReportedSpan;
  readonly before: ReportedSpan;
  /** What charts draw. */
  readonly months: readonly ReportedSpan[];
}

/** Figures that are not divided, by code and days. */
type Whole = (code: IndicatorCode, days: DaySpan) => number | null;

const DRAWN_MEASURES: ReadonlySet<string> = new Set(
  DASHBOARD_SERIES.flatMap((code) => measuresOf(requireIndicator(code).formula)),
);
const isDrawn = ({ formula }: Indicator) => measuresOf(formula).every((name) => DRAWN_MEASURES.has(name));

/** The months up to the period's last one that has begun. */
function monthsUpTo({ call }: OpenPlace, { to }: ReportedSpan): ReportedSpan[] {
  const last = monthOf(to);
  return monthSpans(call, addToMonth(last, 1 - DASHBOARD_MONTHS), last);
}

/** Under its days: a month and a part of it have the same name. */
const byDays = ({ from, to }: DaySpan): NamedSpan => ({ key: `${from} ${to}`, from, to });

/**
 * Of the period and the one before, for the head of the page and the totals of its tables, and of the months that charts
 * draw: what charts are made of is counted once for all of them.
 */
function wholeFigures(place: OpenPlace, { span, before, months }: Periods): Whole {
  const codes = [...DASHBOARD_FIGURES, ...DASHBOARD_SERIES, ...wantedOf(place).map(({ code }) => code)];
  const { indicators } = permittedOf(place, [...new Set(codes)].map(requireIndicator), null);
  const ends = [span, before].map(byDays);
  const all = new Map([...months.map(byDays), ...ends].map((one) => [one.key, one]));
  const measured = (drawn: boolean, spans: readonly NamedSpan[]) =>
    measureFigures(place, {
      indicators: indicators.filter((one) => isDrawn(one) === drawn),
      by: null,
      spans,
    });
  const [ofAll, ofEnds] = [measured(true, [...all.values()]), measured(false, ends)];
  return (code, days) => (isDrawn(requireIndicator(code)) ? ofAll : ofEnds).value(code, byDays(days).key);
}

function figuresOf(
  place: OpenPlace,
  indicators: readonly Indicator[],
  { whole, span, before }: Periods & { readonly whole: Whole },
) {
  const targets = targetBook(place);
  return indicators.map((indicator): Dashboard["figures"][number] => ({
    code: indicator.code,
    now: shown(whole(indicator.code, span)),
    before: shown(whole(indicator.code, before)),
    target: targets.of(indicator, span.name),
  }));
}

function seriesOf(
  indicators: readonly Indicator[],
  { months, whole }: Periods & { readonly whole: Whole },
): ReportSeries[] {
  return indicators.map(({ code }) => ({
    code,
    points: months.map((month) => ({ month: month.name, shown: shown(whole(code, month)) })),
  }));
}

interface Division {
  readonly by: MeasuredBy;
  readonly span: ReportedSpan;
  readonly whole: Whole;
}

/** The breakdowns by one thing, measured together. */
function tablesBy(
  place: OpenPlace,
  indicators: readonly Indicator[],
  { by, span, whole }: Division,
): ReportTable[] {
  const divided = measureFigures(place, { indicators, spans: [namedSpan(span)], by });
  return indicators.map((indicator) => ({
    ...{ code: indicator.code, by, columns: [span.name] },
    rows: groupsOf(place, divided, { indicator, by }).map(({ key, label }) => ({
      ...{ key, label, cells: [shown(divided.value(indicator.code, span.name, key))] },
    })),
    totals: [shown(whole(indicator.code, span))],
  }));
}

function tablesOf(place: OpenPlace, { span, whole }: Omit<Division, "by">): ReportTable[] {
  const wanted = wantedOf(place);
  const tables = [...Map.groupBy(wanted, ({ by }) => by)].flatMap(([by, breakdowns]) => {
    const indicators = breakdowns.map(({ code }) => requireIndicator(code));
    return tablesBy(place, permittedOf(place, indicators, by).indicators, { by, span, whole });
  });
  const at = (table: ReportTable) =>
    wanted.findIndex(({ code, by }) => table.code === code && table.by === by);
  return tables.sort((one, other) => at(one) - at(other));
}

/** Whose months are not all here: of the offices that are shown. */
function incompleteIn({ call, office, isOwn }: OpenPlace, { from, to }: ReportedSpan): OfficeCode[] {
  if (isOwn) return [];
  const offices = incompleteOffices(call, monthOf(from), monthOf(to));
  return office === "all" ? offices : offices.filter((code) => code === office);
}

/**
 * The figures of a period with the period before and their targets, the months up to it, and breakdowns: what the person
 * may see of it. Of this office; at headquarters of any, or of all with its offices beside each other.
 */
export function dashboard(call: Call, input: InputOf<"reporting.dashboard">): Result<Dashboard> {
  const place = placeOf(call, input.office);
  if (!place.ok) return place;
  const periods = periodsOf(call, input.period, "period");
  if (!periods.ok) return periods;
  const { span, before } = periods.value;
  const permitted = permittedOf(place.value, DASHBOARD_FIGURES.map(requireIndicator), null);
  const monthly = permittedOf(place.value, DASHBOARD_SERIES.map(requireIndicator), null);
  const asked = { span, before, months: monthsUpTo(place.value, span) };
  const about = { ...asked, whole: wholeFigures(place.value, asked) };
  return accept({
    ...{ scope: place.value.office, span, before },
    figures: figuresOf(place.value, permitted.indicators, about),
    series: seriesOf(monthly.indicators, about),
    tables: tablesOf(place.value, about),
    omitted: [...permitted.omitted],
    incomplete: incompleteIn(place.value, span),
  });
}
