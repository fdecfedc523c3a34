import { MonthName } from "../../contract/cashbookTerms.ts";
import type { InputOf } from "../../contract/index.ts";
import { mayDo, type Permission } from "../../contract/permissions.ts";
import type { ReportedSpan } from "../../contract/reportingTerms.ts";
import type { IndicatorRecords, RecordLink } from "../../contract/reportingViews.ts";
import { accept, type Result, refuse } from "../../contract/results.ts";
import type { Tier } from "../../contract/sync.ts";
import type { Formula, Indicator } from "../../domain/reporting/indicator.ts";
import type { Call } from "../call.ts";
import { measureFigures } from "./engine.ts";
import { indicatorsFor, type OpenPlace, placeOf, whyOmitted } from "./engineAccess.ts";
import { namedSpan, periodsOf } from "./engineColumns.ts";
import type { CountedRecord, MeasuredBy } from "./measuring.ts";
import { sourceOf } from "./sources/sources.ts";

type Part = IndicatorRecords["rows"][number]["part"];

/** Which pages a role opens, and where at headquarters what they show lies. */
const PAGES: Readonly<Record<RecordLink["to"], { readonly permission: Permission; readonly tier: Tier }>> = {
  member: { permission: "members.read", tier: "identity" },
  voucher: { permission: "cashbook.read", tier: "finance" },
  policy: { permission: "insurance.read", tier: "finance" },
  claim: { permission: "claims.read", tier: "health" },
  lease: { permission: "rental.read", tier: "finance" },
  premises: { permission: "rental.read", tier: "finance" },
  cohort: { permission: "literacy.read", tier: "programme" },
  till: { permission: "cashbook.read", tier: "finance" },
  account: { permission: "cashbook.read", tier: "finance" },
};

function openLink({ call, tiers }: OpenPlace, link: RecordLink | null): RecordLink | null {
  if (link === null) return null;
  const { permission, tier } = PAGES[link.to];
  return mayDo(call.user.role, permission) && (tiers === null || tiers.has(tier)) ? link : null;
}

/** The measures of a formula, with what their records count for in the figure. */
function partsOf(formula: Formula): { measure: string; factor: 1 | -1; part: Part }[] {
  if (formula.kind === "rate")
    return [
      { measure: formula.part, factor: 1, part: "counted" },
      { measure: formula.of, factor: 1, part: "base" },
    ];
  const counted = (measures: readonly string[], factor: 1 | -1) =>
    measures.map((measure) => ({ measure, factor, part: "counted" as const }));
  return [...counted(formula.of, 1), ...counted(formula.minus ?? [], -1)];
}

interface Asked {
  readonly span: ReportedSpan;
  readonly by: MeasuredBy | null;
  readonly key: string;
}

const byDay = (one: CountedRecord, other: CountedRecord) =>
  one.on === other.on ? 0 : (one.on ?? "") < (other.on ?? "") ? -1 : 1;

/** All records of one figure; of a rate those that count first, then those that they are divided by. */
function listRows(
  place: OpenPlace,
  { formula }: Indicator,
  { span, by, key }: Asked,
): IndicatorRecords["rows"] {
  const rowsOf = (wanted: Part) =>
    partsOf(formula)
      .filter(({ part }) => part === wanted)
      .flatMap(({ measure, factor }) =>
        sourceOf(measure)
          .records({ ...place, measure, span: namedSpan(span), by, key })
          .map((record) => ({ ...record, value: record.value * factor })),
      )
      .toSorted(byDay)
      .map((record) => ({ ...record, part: wanted, link: openLink(place, record.link) }));
  return [...rowsOf("counted"), ...rowsOf("base")];
}

/**
 * The records or vouchers behind one figure: they add up to it; those of a rate to what is divided (`counted`) and to
 * what it is divided by (`base`). Numbers only, no name; a link where the person may open the page.
 */
export function records(call: Call, input: InputOf<"reporting.records">): Result<IndicatorRecords> {
  const { code, offset, limit } = input;
  const place = placeOf(call, input.office);
  if (!place.ok) return place;
  const found = indicatorsFor([code], input.by);
  if (!found.ok)
    return refuse(found.refusal.code, { ...found.refusal, field: input.by === null ? "code" : "by" });
  const [indicator] = found.value;
  if (indicator === undefined)
    return refuse("reporting.indicatorUnknown", { field: "code", values: { code } });
  const why = whyOmitted(place.value, indicator, input.by);
  if (why !== null)
    return refuse(why === "role" ? "reporting.notForYou" : "headquarters.noTier", { field: "code" });
  // A month of a period is a period.
  const isMonth = input.by === "month" && input.key !== "";
  if (isMonth && !MonthName.safeParse(input.key).success) return refuse("request.invalid", { field: "key" });
  const periods = periodsOf(call, isMonth ? input.key : input.period, "period");
  if (!periods.ok) return periods;
  const { span } = periods.value;
  const by = input.by === "month" ? null : input.by;
  const key = by === null ? "" : input.key;
  const rows = listRows(place.value, indicator, { span, by, key });
  const figures = measureFigures(place.value, { indicators: [indicator], spans: [namedSpan(span)], by });
  return accept({
    span,
    records: rows.length,
    figure: figures.value(code, span.name, key),
    rows: rows.slice(offset, offset + limit),
  });
}
