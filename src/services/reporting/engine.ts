import type { IndicatorCode } from "../../contract/reportingTerms.ts";
import { evaluate, measuresOf } from "../../domain/reporting/formulas.ts";
import type { Indicator } from "../../domain/reporting/indicator.ts";
import type { MeasuredBy, MeasuredPlace, NamedSpan } from "./measuring.ts";
import { SOURCES } from "./sources/sources.ts";

/*
 * Figures from measures: what the asked indicators need is gathered by source, each source is asked once for all spans,
 * and the formulas make figures of it. Nothing here knows an area, and nothing here asks who may see what: that is done
 * before (`access.ts`).
 */

export interface AskedOfEngine {
  readonly indicators: readonly Indicator[];
  readonly spans: readonly NamedSpan[];
  /** Null for whole figures. Months are spans. */
  readonly by: MeasuredBy | null;
}

export interface Figures {
  /**
   * A figure of a span and group; the group is left out for whole figures.
   * @returns null for a rate of nothing
   */
  value(code: IndicatorCode, span: string, group?: string): number | null;
  /** Keys of the groups in which something of an indicator was counted in any span, in no order. */
  groups(code: IndicatorCode): readonly string[];
}

const keyOf = (measure: string, span: string, group: string) => `${measure}\n${span}\n${group}`;

/** Figures of a place, without asking who may see them. @throws RangeError for a measure that no area counts */
export function measureFigures(place: MeasuredPlace, asked: AskedOfEngine): Figures {
  const { indicators, spans, by } = asked;
  const needed = new Set(indicators.flatMap(({ formula }) => measuresOf(formula)));
  const values = new Map<string, number>();
  const groupsOf = new Map<string, Set<string>>();
  for (const source of SOURCES) {
    const measures = source.measures.filter((measure) => needed.delete(measure));
    if (measures.length === 0 || spans.length === 0) continue;
    for (const { measure, span, group, value } of source.measure({ ...place, measures, spans, by })) {
      const key = keyOf(measure, span, group);
      values.set(key, (values.get(key) ?? 0) + value);
      groupsOf.set(measure, (groupsOf.get(measure) ?? new Set()).add(group));
    }
  }
  if (needed.size > 0 && spans.length > 0) throw new RangeError(`nobody measures ${[...needed].join(", ")}`);
  const formulas = new Map(indicators.map(({ code, formula }) => [code, formula]));
  const formulaOf = (code: IndicatorCode) => {
    const formula = formulas.get(code);
    if (formula === undefined) throw new RangeError(`${code} was not asked for`);
    return formula;
  };
  return {
    value: (code, span, group = "") =>
      evaluate(formulaOf(code), (measure) => values.get(keyOf(measure, span, group)) ?? 0),
    groups: (code) => [
      ...new Set(measuresOf(formulaOf(code)).flatMap((measure) => [...(groupsOf.get(measure) ?? [])])),
    ],
  };
}
