import type { MonthBook } from "../../../../src/contract/cashbookTerms.ts";
import type { Francs } from "../../../../src/contract/primitives.ts";

type Line = { readonly sumIn: Francs; readonly sumOut: Francs };

/** What lay in all places when the month began. */
export function openingOf({ tills }: Pick<MonthBook, "tills">): Francs {
  return tills.reduce((sum, { opening }) => sum + opening, 0);
}

export function sumsOf(lines: readonly Line[]): Line {
  return {
    sumIn: lines.reduce((sum, line) => sum + line.sumIn, 0),
    sumOut: lines.reduce((sum, line) => sum + line.sumOut, 0),
  };
}
