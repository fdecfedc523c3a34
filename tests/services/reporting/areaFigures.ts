import { expect } from "vitest";
import type { OfficeScope } from "../../../src/contract/primitives.ts";
import { requireIndicator } from "../../../src/domain/reporting/catalogue/catalogue.ts";
import { measuresOf } from "../../../src/domain/reporting/formulas.ts";
import type { Indicator } from "../../../src/domain/reporting/indicator.ts";
import { measureFigures } from "../../../src/services/reporting/engine.ts";
import type {
  MeasuredBy,
  MeasuredPlace,
  MeasureSource,
  NamedSpan,
} from "../../../src/services/reporting/measuring.ts";
import type { TestOffice } from "../../support/office.ts";

/* An area's figures as the engine makes them, and what must hold of any area's. */

/** Days as a span; called by its days. */
export const span = (from: string, to: string): NamedSpan => ({ key: `${from}/${to}`, from, to });

/** An office's own register. */
export function ownPlace({ call }: TestOffice): MeasuredPlace {
  return { call, reader: call.office.reader, office: call.office.code, isOwn: true };
}

/** Headquarters' copies of one office or of all. */
export function nationalPlace({ call }: TestOffice, office: OfficeScope): MeasuredPlace {
  const national = call.national();
  if (national === null) throw new Error("no copies of other offices here");
  return { call, reader: national.reader, office, isOwn: false };
}

/** Figures of some indicators in one span. */
export function figuresOf(
  place: MeasuredPlace,
  of: NamedSpan,
  ...codes: readonly string[]
): Record<string, number | null> {
  const indicators = codes.map(requireIndicator);
  const figures = measureFigures(place, { indicators, spans: [of], by: null });
  return Object.fromEntries(codes.map((code) => [code, figures.value(code, of.key)]));
}

/** An indicator group by group; groups of nothing, and rates of nothing, left out. */
export function groupsOf(
  place: MeasuredPlace,
  of: NamedSpan,
  code: string,
  by: MeasuredBy = "group",
): Record<string, number | null> {
  const figures = measureFigures(place, { indicators: [requireIndicator(code)], spans: [of], by });
  return Object.fromEntries(
    figures
      .groups(code)
      .map((key) => [key, figures.value(code, of.key, key)] as const)
      .filter(([, value]) => value !== 0 && value !== null)
      .sort(([one], [other]) => (one < other ? -1 : 1)),
  );
}

export const sumOf = (values: Iterable<number | null>): number =>
  [...values].reduce<number>((sum, value) => sum + (value ?? 0), 0);

/** What a measure is divided by, by the indicators that are made of it. */
function divisionsOf(measure: string, indicators: readonly Indicator[]): (MeasuredBy | null)[] {
  const made = indicators.filter(({ formula }) => measuresOf(formula).includes(measure));
  const all = new Set(made.flatMap(({ breakdowns }) => breakdowns));
  return [null, ...[...all].filter((by) => by !== "month")];
}

/**
 * Whatever a source measures is the sum of the records that it shows, in every span and every group; a record is there
 * once, and names nobody.
 * @returns how many records were added up, measure by measure
 */
export function expectRecordsAddUp(
  source: MeasureSource,
  indicators: readonly Indicator[],
  { place, spans }: { readonly place: MeasuredPlace; readonly spans: readonly NamedSpan[] },
): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const measure of source.measures)
    for (const by of divisionsOf(measure, indicators)) {
      const measured = source.measure({ ...place, measures: [measure], spans, by });
      for (const of of spans) {
        const groups = measured.filter((one) => one.span === of.key);
        for (const { group, value } of groups) {
          const records = source.records({ ...place, measure, span: of, by, key: group });
          const where = `${measure} ${of.key} ${by} ${group}`;
          // Hours are parts of sixty.
          const added = Math.round(sumOf(records.map((one) => one.value)) * 100) / 100;
          expect({ where, value: added }).toEqual({ where, value });
          expect(new Set(records.map(({ id }) => id)).size, where).toBe(records.length);
          expect(
            records.every(({ label }) => /\d/.test(label)),
            where,
          ).toBe(true);
          if (by === null) counts[measure] = (counts[measure] ?? 0) + records.length;
        }
      }
    }
  return counts;
}

/** What holds together: every indicator is made of measures that the source has, and every measure is some indicator's. */
export function expectWholeCatalogue(source: MeasureSource, indicators: readonly Indicator[]): void {
  const needed = new Set(indicators.flatMap(({ formula }) => measuresOf(formula)));
  expect([...needed].sort()).toEqual([...source.measures].sort());
}

/** An office's own figures and headquarters' of its copies are one. */
export function expectSameFigures(
  indicators: readonly Indicator[],
  of: NamedSpan,
  { own, national }: { readonly own: MeasuredPlace; readonly national: MeasuredPlace },
): void {
  const codes = indicators.map(({ code }) => code);
  expect(figuresOf(national, of, ...codes)).toEqual(figuresOf(own, of, ...codes));
  for (const { code, breakdowns } of indicators)
    for (const by of breakdowns) {
      if (by === "month") continue;
      const where = `${code} ${by}`;
      expect({ where, groups: groupsOf(national, of, code, by) }).toEqual({
        where,
        groups: groupsOf(own, of, code, by),
      });
    }
}
