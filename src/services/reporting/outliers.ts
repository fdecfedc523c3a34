import type { InputOf } from "../../contract/index.ts";
import type { Outlier } from "../../contract/reportingViews.ts";
import { accept, type Result } from "../../contract/results.ts";
import { addToMonth, firstDayOf, lastDayOfMonth } from "../../domain/calendar.ts";
import { requireIndicator } from "../../domain/reporting/catalogue/catalogue.ts";
import { farFromPast, PAST_MONTHS, WATCHED } from "../../domain/reporting/outliers.ts";
import { monthNames } from "../../domain/reporting/periods.ts";
import type { Call } from "../call.ts";
import { requireNational } from "../headquarters/require.ts";
import { officeMonths } from "./completeness.ts";
import { measureFigures } from "./engine.ts";
import { permittedOf, placeOf } from "./engineAccess.ts";
import { periodsOf } from "./engineColumns.ts";

/**
 * At headquarters: figures of a month that are far from their office's own past, the farthest first. Only of offices
 * whose month is all here, held against months that are: what has not come yet is no outlier. Of the figures that the
 * person may see. Refuses a month that has not begun.
 */
export function outliers(call: Call, { month }: InputOf<"reporting.outliers">): Result<Outlier[]> {
  const national = requireNational(call);
  if (!national.ok) return national;
  const place = placeOf(call, "all");
  if (!place.ok) return place;
  const periods = periodsOf(call, month, "month");
  if (!periods.ok) return periods;
  const offices = officeMonths(call, national.value).filter(({ stateOf }) => stateOf(month) === "complete");
  const { indicators } = permittedOf(place.value, WATCHED.map(requireIndicator), "office");
  if (offices.length === 0 || indicators.length === 0) return accept([]);
  const pastMonths = monthNames({ from: addToMonth(month, -PAST_MONTHS), to: addToMonth(month, -1) });
  const spans = [...pastMonths, month].map((key) => ({
    key,
    from: firstDayOf(key),
    to: lastDayOfMonth(key),
  }));
  const figures = measureFigures(place.value, { indicators, spans, by: "office" });
  const found = offices.flatMap(({ branch: { code: office }, stateOf }) => {
    const known = pastMonths.filter((past) => stateOf(past) === "complete");
    return indicators.flatMap(({ code, unit }): Outlier[] => {
      const value = figures.value(code, month, office) ?? 0;
      const past = known.map((name) => ({ month: name, value: figures.value(code, name, office) ?? 0 }));
      const far = farFromPast(
        value,
        past.map((each) => each.value),
        unit,
      );
      return far === null ? [] : [{ office, code, month, value, past, ...far }];
    });
  });
  return accept(found.sort((a, b) => Math.abs(b.distance) - Math.abs(a.distance)));
}
