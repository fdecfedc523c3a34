import type { BothLanguages, Breakdown } from "../../../../src/contract/reportingTerms.ts";
import type { IndicatorTable } from "../../../../src/contract/reportingViews.ts";
import { AGE_BAND_NAMES } from "../../../../src/domain/reporting/ageBands.ts";
import type { Indicator } from "../../../../src/domain/reporting/indicator.ts";

/** One group of an indicator's breakdown. */
export interface Group {
  readonly by: Breakdown;
  readonly key: string;
  readonly label: BothLanguages;
}

/** What an element can be of: offices are organisation units and months are the file's period, neither is a group. */
export function groupsOf(indicator: Indicator, counted: readonly IndicatorTable[]): Group[] {
  const { breakdowns, groupNames } = indicator;
  const named = (by: Breakdown, names: Readonly<Record<string, BothLanguages>>): Group[] =>
    breakdowns.includes(by) ? Object.entries(names).map(([key, label]) => ({ by, key, label })) : [];
  const found = counted.flatMap(({ by, rows }) =>
    rows.flatMap(({ key, label }): Group[] =>
      by === null || key === "" ? [] : [{ by, key, label: label ?? { fr: key, en: key } }],
    ),
  );
  const all = [...named("ageBand", AGE_BAND_NAMES), ...named("group", groupNames ?? {}), ...found];
  return [...new Map(all.map((group) => [nameOf(group), group])).values()];
}

/** A group as one word, for a choice; empty for the whole figure. */
export function nameOf({ by, key }: { readonly by: Breakdown | null; readonly key: string }): string {
  return by === null ? "" : `${by} ${key}`;
}
