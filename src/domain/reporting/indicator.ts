import type { Permission } from "../../contract/permissions.ts";
import type {
  BothLanguages,
  Breakdown,
  IndicatorArea,
  IndicatorCode,
} from "../../contract/reportingTerms.ts";
import type { Tier } from "../../contract/sync.ts";

/*
 * An indicator is data: what it is called and means, and how it is made of measures. Measures are what the areas can
 * count; the engine knows neither. A new area adds a catalogue of indicators and a source of measures.
 */

export type Unit = "members" | "women" | "francs" | "percent" | "count" | "hours" | "months";

/**
 * `sum`: measures added, those of `minus` taken off. `rate`: one divided by another, times `scale`, rounded half up to so
 * many decimals; nothing where the divisor is nought.
 */
export type Formula =
  | { readonly kind: "sum"; readonly of: readonly string[]; readonly minus?: readonly string[] }
  | {
      readonly kind: "rate";
      readonly part: string;
      readonly of: string;
      readonly scale: number;
      readonly decimals: 0 | 1 | 2;
      /** Where a rule of the area has always rounded down; half up when left out. */
      readonly rounded?: "down";
    };

/** How an indicator is seen through time: it adds up over days, stands on a day, or is a share. */
export type Nature = "flow" | "stock" | "rate";

export interface Indicator {
  readonly code: IndicatorCode;
  readonly area: IndicatorArea;
  readonly name: BothLanguages;
  readonly definition: BothLanguages;
  /** In words, for the codebook: what is counted over which records. */
  readonly counted: BothLanguages;
  readonly unit: Unit;
  readonly nature: Nature;
  readonly formula: Formula;
  readonly breakdowns: readonly Breakdown[];
  /** What its groups are: plans, states, accounts. Null where it has none. */
  readonly groups: BothLanguages | null;
  /** What the groups are called that are not called by a record. */
  readonly groupNames?: Readonly<Record<string, BothLanguages>>;
  readonly tier: Tier;
  readonly permission: Permission;
  /** Small counts are hidden in what leaves the office. */
  readonly sensitive: boolean;
  /** Francs and shares that would tell of a small count: hidden wherever that indicator's cell is. */
  readonly hiddenWith?: IndicatorCode;
  /** Which way is good; null where neither is. */
  readonly better: "more" | "less" | null;
  /** A target may be set for a fiscal year. */
  readonly hasTarget: boolean;
}
