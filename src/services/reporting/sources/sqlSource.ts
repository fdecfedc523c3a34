import type { BothLanguages } from "../../../contract/reportingTerms.ts";
import {
  countMeasures,
  listRecords,
  type SqlMeasure,
  type SqlSpan,
} from "../../../data/reporting/sqlMeasures.ts";
import type { MeasuredBy, MeasuredPlace, MeasureSource, NamedSpan } from "../measuring.ts";

interface SqlSourceAbout {
  /** What is counted there: at headquarters some of it may be closed to the person. */
  readonly measures: (place: MeasuredPlace) => readonly SqlMeasure[];
  readonly names: readonly string[];
  /** A day that the rules compute for a span. */
  readonly bound?: (place: MeasuredPlace, span: NamedSpan) => string;
  readonly groupNames?: (place: MeasuredPlace, by: MeasuredBy) => ReadonlyMap<string, BothLanguages>;
}

/** A source whose measures are all data. */
export function sqlSource({ measures, names, bound, groupNames }: SqlSourceAbout): MeasureSource {
  const spanFor = (place: MeasuredPlace, span: NamedSpan): SqlSpan => ({
    ...{ key: span.key, first: span.from, last: span.to },
    ...(bound === undefined ? {} : { bound: bound(place, span) }),
  });
  return {
    measures: names,
    measure: (request) =>
      countMeasures(
        request.reader,
        measures(request).filter(({ name }) => request.measures.includes(name)),
        { place: request, spans: request.spans.map((span) => spanFor(request, span)), by: request.by },
      ),
    records: (request) => {
      const measure = measures(request).find(({ name }) => name === request.measure);
      if (measure === undefined) throw new Error(`${request.measure} is not measured here`);
      const { by, key } = request;
      return listRecords(request.reader, measure, {
        ...{ place: request, span: spanFor(request, request.span), by, key },
      });
    },
    ...(groupNames === undefined ? {} : { groupNames }),
  };
}

/** Several sources of one area as one. */
export function joinedSources(...sources: readonly MeasureSource[]): MeasureSource {
  const sourceOf = (measure: string) => {
    const found = sources.find(({ measures }) => measures.includes(measure));
    if (found === undefined) throw new Error(`${measure} is not measured here`);
    return found;
  };
  return {
    measures: sources.flatMap(({ measures }) => measures),
    measure: (request) =>
      sources.flatMap((source) => {
        const measures = request.measures.filter((measure) => source.measures.includes(measure));
        return measures.length === 0 ? [] : source.measure({ ...request, measures });
      }),
    records: (request) => sourceOf(request.measure).records(request),
    groupNames: (place, by) =>
      new Map(sources.flatMap(({ groupNames }) => [...(groupNames?.(place, by) ?? [])])),
  };
}
