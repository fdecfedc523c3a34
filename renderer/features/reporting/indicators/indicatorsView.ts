import type { BothLanguages, IndicatorArea, Shown } from "../../../../src/contract/reportingTerms.ts";
import type { IndicatorTable } from "../../../../src/contract/reportingViews.ts";
import { indicatorOf } from "../../../../src/domain/reporting/catalogue/catalogue.ts";
import type { Indicator } from "../../../../src/domain/reporting/indicator.ts";
import { isMeant } from "../indicatorWords.ts";

/** An indicator in the list: the period, the one before, and what is to be reached. */
export interface IndicatorLineOf {
  readonly indicator: Indicator;
  readonly now: Shown;
  readonly before: Shown;
  readonly target: number | null;
}

const NOTHING: Shown = { value: null, masked: false };

/** The area's indicators that the answer has and that what is typed means; in the catalogue's order. */
export function areaLines(
  rows: IndicatorTable["rows"],
  area: IndicatorArea,
  text: string,
  wordOf: (words: BothLanguages) => string,
): IndicatorLineOf[] {
  return rows.flatMap(({ code, key, cells, target }) => {
    const indicator = indicatorOf(code);
    if (indicator === undefined || indicator.area !== area || key !== "") return [];
    if (!isMeant(indicator, text, wordOf)) return [];
    return [{ indicator, now: cells[0] ?? NOTHING, before: cells[1] ?? NOTHING, target }];
  });
}
