import type { BothLanguages, Breakdown, IndicatorCode } from "../../contract/reportingTerms.ts";
import { AGE_BAND_NAMES, AGE_BANDS } from "./ageBands.ts";
import { INDICATORS } from "./catalogue/catalogue.ts";
import type { Indicator } from "./indicator.ts";

/* What masking has to know of the catalogue: which figure hides with which, and which groups a sensitive table has. */

const COUNTED_BY_MEASURE: ReadonlyMap<string, Indicator> = new Map(
  INDICATORS.flatMap((indicator) => {
    const { formula, sensitive, hiddenWith } = indicator;
    const [measure] = formula.kind === "sum" && formula.minus === undefined ? formula.of : [];
    const isCount =
      sensitive && hiddenWith === undefined && formula.kind === "sum" && formula.of.length === 1;
    return isCount && measure !== undefined ? [[measure, indicator] as const] : [];
  }),
);

/** The sensitive counts that decide whether a figure is hidden; none for all that may always be shown. */
export function countsBehind(indicator: Indicator): readonly IndicatorCode[] {
  const { code, formula, sensitive, hiddenWith } = indicator;
  if (hiddenWith !== undefined) return [hiddenWith];
  if (formula.kind === "sum") return sensitive ? [code] : [];
  const counts = [formula.part, formula.of].flatMap((measure) => COUNTED_BY_MEASURE.get(measure)?.code ?? []);
  return [...new Set(counts)];
}

/** Whether months add up to their quarter: not where a woman counts once, nor what stands on a day. */
export const addsUpOverTime = ({ nature, unit }: Indicator): boolean => nature === "flow" && unit !== "women";

/**
 * The groups that every table of a sensitive indicator lists, whatever was counted. A count in any other group is never
 * shown: which groups there are must not tell what was counted.
 */
export function groupsListed(
  indicator: Indicator,
  by: Breakdown,
): readonly { readonly key: string; readonly label: BothLanguages }[] {
  if (by === "group")
    return Object.entries(indicator.groupNames ?? {}).map(([key, label]) => ({ key, label }));
  if (by !== "ageBand") return [];
  return AGE_BANDS.filter(({ from }) => from >= 18).map(({ key }) => ({
    key,
    label: AGE_BAND_NAMES[key] ?? { fr: key, en: key },
  }));
}
