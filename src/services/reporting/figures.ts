import type { InputOf } from "../../contract/index.ts";
import type { ReportedSpan, Shown } from "../../contract/reportingTerms.ts";
import type { IndicatorTable } from "../../contract/reportingViews.ts";
import { accept, type Result } from "../../contract/results.ts";
import type { Indicator } from "../../domain/reporting/indicator.ts";
import type { Call } from "../call.ts";
import { type Figures, measureFigures } from "./engine.ts";
import { indicatorsFor, type OpenPlace, permittedOf, placeOf } from "./engineAccess.ts";
import { columnsOf, namedSpan } from "./engineColumns.ts";
import { groupsOf } from "./engineGroups.ts";
import type { MeasuredBy } from "./measuring.ts";
import { type TargetBook, targetBook } from "./targetBook.ts";

type TableRow = IndicatorTable["rows"][number];

/** A figure as it is on this office's own screen: nothing is hidden there. */
export const shown = (value: number | null): Shown => ({ value, masked: false });

const cellsOf = (figures: Figures, { code }: Indicator, columns: readonly ReportedSpan[], group?: string) =>
  columns.map(({ name }) => shown(figures.value(code, name, group)));

interface Division {
  readonly by: MeasuredBy;
  readonly figures: Figures;
}

function groupRows(
  place: OpenPlace,
  indicator: Indicator,
  columns: readonly ReportedSpan[],
  { by, figures }: Division,
): TableRow[] {
  return groupsOf(place, figures, { indicator, by }).map(({ key, label }) => ({
    ...{ code: indicator.code, key, label, target: null },
    cells: cellsOf(figures, indicator, columns, key),
  }));
}

function rowsFor(
  place: OpenPlace,
  indicators: readonly Indicator[],
  about: { columns: readonly ReportedSpan[]; by: MeasuredBy | null; targets: TargetBook },
): TableRow[] {
  const { columns, by, targets } = about;
  const spans = columns.map(namedSpan);
  const whole = measureFigures(place, { indicators, spans, by: null });
  const divided = by === null ? null : { by, figures: measureFigures(place, { indicators, spans, by }) };
  return indicators.flatMap((indicator) => [
    {
      ...{ code: indicator.code, key: "", label: null },
      cells: cellsOf(whole, indicator, columns),
      target: columns[0] === undefined ? null : targets.of(indicator, columns[0].name),
    },
    ...(divided === null ? [] : groupRows(place, indicator, columns, divided)),
  ]);
}

/**
 * Figures of a period beside the period before, or month by month; each indicator whole, and by its groups where they
 * are asked for. Of this office; at headquarters of any or of all.
 */
export function indicators(call: Call, input: InputOf<"reporting.indicators">): Result<IndicatorTable> {
  const { codes, from, to, by } = input;
  const place = placeOf(call, input.office);
  if (!place.ok) return place;
  const asked = indicatorsFor(codes, by);
  if (!asked.ok) return asked;
  const columns = columnsOf(call, { from, to, by });
  if (!columns.ok) return columns;
  const permitted = permittedOf(place.value, asked.value, by);
  const rows = rowsFor(place.value, permitted.indicators, {
    columns: columns.value,
    by: by === "month" ? null : by,
    targets: targetBook(place.value),
  });
  const { office: scope } = place.value;
  return accept({ scope, by, columns: columns.value, rows, omitted: [...permitted.omitted] });
}
