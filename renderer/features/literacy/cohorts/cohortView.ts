import { CohortState } from "../../../../src/contract/literacyViews.ts";
import type { OfficeScope } from "../../../../src/contract/primitives.ts";

/** What the list of classes shows. */
export interface CohortView {
  readonly text: string;
  readonly states: readonly CohortState[];
  /** Undefined for this office's own. */
  readonly office?: OfficeScope;
}

/** Reads `?state=running,ended`. @param office whose list it is; undefined for this office's own */
export function readCohortView(address: URLSearchParams, text: string, office?: OfficeScope): CohortView {
  const states = (address.get("state") ?? "").split(",");
  return {
    ...(office === undefined ? {} : { office }),
    text: text.slice(0, 200),
    states: CohortState.options.filter((state) => states.includes(state)),
  };
}

/** The address of a view, without what is searched: a place or a trainer may be told by it. */
export function writeCohortView({ office, states }: CohortView): URLSearchParams {
  const entries: [string, string][] = [
    ["office", office ?? ""],
    ["state", states.join(",")],
  ];
  return new URLSearchParams(entries.filter(([, value]) => value !== ""));
}

/** Whether anything narrows an office's list. */
export function isNarrowed({ text, states }: CohortView): boolean {
  return text.trim() !== "" || states.length > 0;
}
