import type { ReportedSpan, ReportSeries } from "../../contract/reportingTerms.ts";
import { addToMonth, monthOf } from "../../domain/calendar.ts";
import { requireIndicator } from "../../domain/reporting/catalogue/catalogue.ts";
import { DASHBOARD_CHARTS, DASHBOARD_MONTHS } from "../../domain/reporting/dashboards.ts";
import { measureFigures } from "./engine.ts";
import { type OpenPlace, permittedOf } from "./engineAccess.ts";
import { monthSpans, namedSpan } from "./engineColumns.ts";
import type { Masks } from "./maskedFigures.ts";

/** Only what a chart draws. */
const DRAWN = [...new Set(DASHBOARD_CHARTS.flatMap(({ bars, lines }) => [...bars, ...lines]))];

/** The charts' indicators month by month up to a period's last month, masked as they leave the office. */
export function seriesUpTo(place: OpenPlace, masks: Masks, { to }: ReportedSpan): ReportSeries[] {
  const last = monthOf(to);
  const months = monthSpans(place.call, addToMonth(last, 1 - DASHBOARD_MONTHS), last);
  const { indicators } = permittedOf(place, DRAWN.map(requireIndicator), null);
  const figures = measureFigures(place, { indicators, spans: months.map(namedSpan), by: null });
  return indicators.map(({ code }) => ({
    code,
    points: months.map((span) => ({
      month: span.name,
      shown: masks.shown({ code, span, by: null, key: "" }, figures.value(code, span.name)),
    })),
  }));
}
