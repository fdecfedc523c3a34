import type { ArrearsByAge } from "../../../../src/contract/rentalTerms.ts";
import type { ArrearsLine } from "../../../../src/contract/rentalViews.ts";

export const AGES = ["upTo30", "upTo60", "upTo90", "over90"] as const;

/** What the list of arrears can be sorted by. */
export type ArrearsSort = "age" | "total";

type Sorted = Pick<ArrearsLine, "oldestDueOn" | "total" | "number">;

/** `age`: what is oldest first, or last; of one day the larger sum first. `total`: the larger sum first, or last. */
export function sortArrears<Line extends Sorted>(
  lines: readonly Line[],
  by: ArrearsSort,
  descending: boolean,
): Line[] {
  const byAge = (a: Line, b: Line) => a.oldestDueOn.localeCompare(b.oldestDueOn);
  const byTotal = (a: Line, b: Line) => b.total - a.total;
  const way = descending ? 1 : -1;
  const first = by === "age" ? byAge : byTotal;
  const then = by === "age" ? byTotal : byAge;
  return lines.toSorted((a, b) => way * first(a, b) || then(a, b) || a.number.localeCompare(b.number));
}

/** All that is late, by how long. */
export function sumAges(lines: readonly Pick<ArrearsLine, "ages" | "total">[]): ArrearsByAge & {
  readonly total: number;
} {
  const sumOf = (age: (typeof AGES)[number]) => lines.reduce((sum, { ages }) => sum + ages[age], 0);
  return {
    upTo30: sumOf("upTo30"),
    upTo60: sumOf("upTo60"),
    upTo90: sumOf("upTo90"),
    over90: sumOf("over90"),
    total: lines.reduce((sum, { total }) => sum + total, 0),
  };
}
