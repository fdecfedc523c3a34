import type { OfficeCode } from "../../contract/primitives.ts";
import type { Dhis2Mapping, ReportedSpan } from "../../contract/reportingTerms.ts";
import { AGE_BAND_NAMES } from "../../domain/reporting/ageBands.ts";
import { indicatorOf } from "../../domain/reporting/catalogue/catalogue.ts";
import { type Element, type MappedValue, type Problem, problem } from "../../domain/reporting/dhis2.ts";
import { measuresOf } from "../../domain/reporting/formulas.ts";
import type { Indicator } from "../../domain/reporting/indicator.ts";
import { measureFigures } from "./engine.ts";
import { type OpenPlace, whyOmitted } from "./engineAccess.ts";
import { namedSpan } from "./engineColumns.ts";
import { masksOf } from "./maskedFigures.ts";
import type { MeasuredBy, MeasuredPlace } from "./measuring.ts";
import { sourceOf } from "./sources/sources.ts";

/** Organisation units are the offices and the file's period is the month: neither is a breakdown of an element. */
function divisionOf({ by }: Element): MeasuredBy | null | undefined {
  if (by === null) return null;
  return by === "office" || by === "month" ? undefined : by;
}

function isGroup(
  place: MeasuredPlace,
  indicator: Indicator,
  { by, key }: { by: MeasuredBy; key: string },
): boolean {
  if (by === "ageBand") return Object.hasOwn(AGE_BAND_NAMES, key);
  if (by === "group" && Object.hasOwn(indicator.groupNames ?? {}, key)) return true;
  const sources = new Set(measuresOf(indicator.formula).map(sourceOf));
  return [...sources].some((source) => source.groupNames?.(place, by).has(key) ?? false);
}

/** An element whose figure there is. */
export interface Mapped {
  readonly element: Element;
  readonly indicator: Indicator;
  readonly by: MeasuredBy | null;
}

/** Elements that name figures of the catalogue, and what is wrong with the others. @param place whose groups are known */
export function mappedElements(
  place: MeasuredPlace,
  { elements }: Dhis2Mapping,
): { readonly mapped: readonly Mapped[]; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const mapped = elements.flatMap((element): Mapped[] => {
    const { code, key } = element;
    const indicator = indicatorOf(code);
    const by = divisionOf(element);
    if (indicator === undefined) {
      problems.push(problem("indicatorUnknown", { code, key }));
      return [];
    }
    const isKnown =
      by === null
        ? key === ""
        : by !== undefined && indicator.breakdowns.includes(by) && isGroup(place, indicator, { by, key });
    if (by !== undefined && isKnown) return [{ element, indicator, by }];
    problems.push(problem("breakdownUnknown", { code, key }));
    return [];
  });
  return { mapped, problems };
}

export interface OfficeValue extends MappedValue {
  readonly office: OfficeCode;
}

/**
 * An office's values of a month, and what is left out of them: what the person may not read or holds no tier of, what
 * has no value, and counts that are masked.
 */
export function officeValues(
  place: OpenPlace,
  mapped: readonly Mapped[],
  about: { readonly office: OfficeCode; readonly orgUnit: string; readonly span: ReportedSpan },
): { readonly values: readonly OfficeValue[]; readonly problems: readonly Problem[] } {
  const { office, orgUnit, span } = about;
  const masks = masksOf(place);
  const problems: Problem[] = [];
  const held = mapped.filter(({ indicator, by, element: { key } }) => {
    const isHeld = whyOmitted(place, indicator, by) === null;
    if (!isHeld) problems.push(problem("notHeld", { office, code: indicator.code, key }));
    return isHeld;
  });
  const figures = new Map(
    [...Map.groupBy(held, ({ by }) => by)].map(([by, some]) => {
      const indicators = [...new Set(some.map(({ indicator }) => indicator))];
      return [by, measureFigures(place, { indicators, spans: [namedSpan(span)], by })];
    }),
  );
  const values = held.flatMap(({ element, indicator: { code }, by }): OfficeValue[] => {
    const { key } = element;
    const value = figures.get(by)?.value(code, span.name, key) ?? null;
    const shown = masks.shown({ code, span, by, key }, value);
    if (shown.value !== null) return [{ office, orgUnit, element, value: shown.value }];
    problems.push(problem(shown.masked ? "masked" : "noValue", { office, code, key }));
    return [];
  });
  return { values, problems };
}
