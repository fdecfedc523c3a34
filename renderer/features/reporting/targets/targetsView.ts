import type { Id, OfficeCode, OfficeScope } from "../../../../src/contract/primitives.ts";
import type { IndicatorTarget } from "../../../../src/contract/reportingViews.ts";
import type { Indicator } from "../../../../src/domain/reporting/indicator.ts";

export interface TargetLine {
  readonly indicator: Indicator;
  readonly value: number | null;
  /** The row that a change goes into; null where this office has none yet. */
  readonly id: Id | null;
  /** Whose word it is: the one of headquarters stands over an antenna's own, and is only read there. */
  readonly setBy: "here" | "headquarters";
  /** Seen from headquarters, what the office itself aims at, as long as headquarters has said nothing. */
  readonly ofOffice: number | null;
}

interface Whose {
  /** This office. */
  readonly here: OfficeCode;
  /** Whose targets they are. */
  readonly forOffice: OfficeScope;
}

/**
 * Every indicator that may have a target, with the one that holds for an office.
 * @param targets at most one an indicator, as the service answers
 */
export function targetLines(
  indicators: readonly Indicator[],
  targets: readonly IndicatorTarget[],
  { here, forOffice }: Whose,
): TargetLine[] {
  return indicators
    .filter(({ hasTarget }) => hasTarget)
    .map((indicator) => {
      const found = targets.find(({ code }) => code === indicator.code);
      const none = { indicator, value: null, id: null, setBy: "here", ofOffice: null } as const;
      if (found === undefined) return none;
      if (found.office === here) return { ...none, value: found.value, id: found.id };
      // At an antenna every other word is that of headquarters; there, another's word is the office's own.
      return forOffice === here
        ? { ...none, value: found.value, setBy: "headquarters" }
        : { ...none, ofOffice: found.value };
    });
}

/** Years to choose from: the one to come, the running one, and those before. */
export function yearsAround(running: number): number[] {
  return Array.from({ length: 6 }, (_, ago) => running + 1 - ago);
}
