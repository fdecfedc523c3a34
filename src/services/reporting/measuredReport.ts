import type {
  Breakdown,
  IndicatorCode,
  ReportContent,
  ReportedSpan,
  ReportFigure,
  ReportTable,
} from "../../contract/reportingTerms.ts";
import type { Omitted } from "../../contract/reportingViews.ts";
import { requireIndicator } from "../../domain/reporting/catalogue/catalogue.ts";
import type { Indicator } from "../../domain/reporting/indicator.ts";
import { breakdownsOf, figuresOf, REPORT_PLANS, type ReportPlan } from "../../domain/reporting/reportPlan.ts";
import { type Figures, measureFigures } from "./engine.ts";
import { type OpenPlace, permittedOf } from "./engineAccess.ts";
import { namedSpan } from "./engineColumns.ts";
import { groupsOf } from "./engineGroups.ts";
import { type Masks, maskReportTable } from "./maskedFigures.ts";
import { targetBook } from "./targetBook.ts";

/** What a report measures of one period. */
export interface MeasuredReport {
  readonly figures: ReportFigure[];
  readonly tables: ReportTable[];
  /** What the plan has and this person may not read. */
  readonly omitted: readonly Omitted[];
}

/** Which report, and of which days. */
export type ReportAbout = Pick<ReportContent, "key" | "span" | "before">;

interface Asked extends ReportAbout {
  readonly place: OpenPlace;
  readonly plan: ReportPlan;
  readonly masks: Masks;
}

/** The indicators that she may read here; the others are noted. */
function permitted(
  { place }: Asked,
  codes: readonly IndicatorCode[],
  by: Breakdown | null,
  omitted: Omitted[],
): readonly Indicator[] {
  const found = permittedOf(place, codes.map(requireIndicator), by);
  omitted.push(...found.omitted);
  return found.indicators;
}

/**
 * Whole figures of the two periods, for the figures and for what stands beneath the tables; of a project's report, whose
 * figures are its part, beneath the tables only.
 */
function wholeIn({ place, plan, span, before }: Asked): Figures {
  const ofTables = breakdownsOf(plan).map(({ code }) => code);
  const codes = new Set(plan.ofProject ? ofTables : [...figuresOf(plan), ...plannedIn(plan), ...ofTables]);
  const { indicators } = permittedOf(place, [...codes].map(requireIndicator), null);
  return measureFigures(place, { indicators, by: null, spans: [namedSpan(span), namedSpan(before)] });
}

const plannedIn = ({ planned }: ReportPlan): IndicatorCode[] =>
  Object.values(planned).filter((code) => code !== undefined);

/** Of a project every figure is the project's part, and its targets are what was planned for it. */
function figuresIn(asked: Asked, whole: Figures, omitted: Omitted[]): ReportFigure[] {
  const { place, key, plan, masks, span, before } = asked;
  const by = plan.ofProject ? "donor" : null;
  const group = key.project ?? "";
  const indicators = permitted(asked, figuresOf(plan), by, omitted);
  const parts = () =>
    measureFigures(place, {
      ...{ indicators: [...indicators, ...plannedIn(plan).map(requireIndicator)], by },
      spans: [namedSpan(span), namedSpan(before)],
    });
  const figures = plan.ofProject ? parts() : whole;
  const targets = targetBook(place);
  const targetOf = (indicator: Indicator) => {
    const code = plan.planned[indicator.code];
    if (code !== undefined) return figures.value(code, span.name, group) || null;
    return plan.ofProject ? null : targets.of(indicator, span.name);
  };
  return indicators.map((indicator) => {
    const { code } = indicator;
    const shown = (of: ReportedSpan) =>
      masks.shown({ code, span: of, by, key: group }, figures.value(code, of.name, group));
    return { code, now: shown(span), before: shown(before), target: targetOf(indicator) };
  });
}

/** One table for each indicator and breakdown of the plan. */
function tablesIn(asked: Asked, whole: Figures, omitted: Omitted[]): ReportTable[] {
  const { place, plan, masks, span } = asked;
  const spans = [namedSpan(span)];
  const planned = breakdownsOf(plan);
  return [...Map.groupBy(planned, ({ by }) => by)].flatMap(([by, all]) => {
    if (by === "month") return [];
    const codes = all.map(({ code }) => code);
    const indicators = permitted(asked, codes, by, omitted);
    const divided = measureFigures(place, { indicators, spans, by });
    return indicators.map((indicator): ReportTable => {
      const { code } = indicator;
      const open = (value: number | null) => ({ value, masked: false });
      const table = {
        ...{ code, by, columns: [span.name] },
        rows: groupsOf(place, divided, { indicator, by }).map(({ key, label }) => ({
          ...{ key, label, cells: [open(divided.value(code, span.name, key))] },
        })),
        totals: [open(whole.value(code, span.name))],
      };
      return maskReportTable(masks, table, [span]);
    });
  });
}

/** Figures and tables of a period, masked as they leave the office, as far as the person may read them. */
export function measureReport(place: OpenPlace, masks: Masks, about: ReportAbout): MeasuredReport {
  const asked = { place, plan: REPORT_PLANS[about.key.kind], masks, ...about };
  const omitted: Omitted[] = [];
  const whole = wholeIn(asked);
  const figures = figuresIn(asked, whole, omitted);
  const tables = tablesIn(asked, whole, omitted);
  return { figures, tables, omitted };
}
