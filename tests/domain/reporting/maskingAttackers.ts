import type { Equation } from "./maskingTables.ts";

/*
 * Readers who try to work out what is masked, from what is shown alone. They share no code with what they attack.
 */

/** Larger than any count of a test: what nothing bounds may be anything up to it. */
const MOST = 60;

interface Range {
  low: number;
  high: number;
}

type Ranges = Map<string, Range>;

const lowest = (factor: number, { low, high }: Range) => (factor > 0 ? factor * low : factor * high);
const highest = (factor: number, { low, high }: Range) => (factor > 0 ? factor * high : factor * low);

/** Narrows what each unknown can be by each equation, until nothing changes. @returns whether a table is still possible */
function narrow(equations: readonly Equation[], ranges: Ranges): boolean {
  for (let changed = true; changed; ) {
    changed = false;
    for (const { of, is } of equations) {
      const terms = [...of].map(([name, factor]) => ({ factor, range: ranges.get(name) as Range }));
      const least = terms.reduce((all, { factor, range }) => all + lowest(factor, range), 0);
      const most = terms.reduce((all, { factor, range }) => all + highest(factor, range), 0);
      if (least > is || most < is) return false;
      for (const { factor, range } of terms) {
        const atMost = is - (least - lowest(factor, range));
        const atLeast = is - (most - highest(factor, range));
        const low = Math.max(range.low, factor > 0 ? atLeast : -atMost);
        const high = Math.min(range.high, factor > 0 ? atMost : -atLeast);
        if (low > high) return false;
        if (low !== range.low || high !== range.high) changed = true;
        range.low = low;
        range.high = high;
      }
    }
  }
  return true;
}

function freshRanges(equations: readonly Equation[]): Ranges {
  const names = new Set(equations.flatMap(({ of }) => [...of.keys()]));
  return new Map([...names].map((name) => [name, { low: 0, high: MOST }]));
}

const copyOf = (ranges: Ranges): Ranges => new Map([...ranges].map(([name, range]) => [name, { ...range }]));

/** Tries after which a reader gives up: she is not sure then, and so has learnt nothing. */
const PATIENCE = 1500;

interface Search {
  /** Where to look first, which finds sooner what there is and changes nothing else. */
  readonly near: ReadonlyMap<string, number>;
  tries: number;
}

/** Whether there may be a table of whole numbers from 0 with all these sums: every one is tried. */
function isPossible(equations: readonly Equation[], ranges: Ranges, search: Search): boolean {
  if (++search.tries > PATIENCE) return true;
  if (!narrow(equations, ranges)) return false;
  const open = [...ranges].filter(([, { low, high }]) => low < high);
  const [next] = open.sort(([, a], [, b]) => a.high - a.low - (b.high - b.low));
  if (next === undefined) return true;
  const [name, { low, high }] = next;
  const first = search.near.get(name) ?? low;
  const values = Array.from({ length: high - low + 1 }, (_, index) => low + index);
  for (const value of values.sort((a, b) => Math.abs(a - first) - Math.abs(b - first))) {
    const tried = copyOf(ranges);
    tried.set(name, { low: value, high: value });
    if (isPossible(equations, tried, search)) return true;
  }
  return false;
}

/** Whether a sum of unknowns can be within a range, to somebody who knows the equations. */
export function canBe(
  equations: readonly Equation[],
  unknowns: readonly string[],
  about: { readonly low: number; readonly high: number; readonly near: ReadonlyMap<string, number> },
): boolean {
  const { low, high, near } = about;
  // A slack of its own: the sum less the slack is the least that is asked for.
  const of = new Map([...unknowns.map((name) => [name, 1] as const), ["slack", -1] as const]);
  const all = [...equations, { of, is: low }];
  const ranges = freshRanges(all);
  ranges.set("slack", { low: 0, high: high - low });
  return isPossible(all, ranges, { near, tries: 0 });
}

/** What nothing but the shown sums and their bounds tell of each unknown. */
export function boundsOf(equations: readonly Equation[]): ReadonlyMap<string, Readonly<Range>> {
  const ranges = freshRanges(equations);
  for (const range of ranges.values()) range.high = Number.MAX_SAFE_INTEGER / 1e6;
  if (!narrow(equations, ranges)) throw new Error("the true table is not possible");
  return ranges;
}

/** Elimination over a prime field: small enough that products are exact, large enough that nothing vanishes by chance. */
const PRIME = 67_108_859;

function inverse(value: number): number {
  let result = 1;
  let base = value;
  for (let power = PRIME - 2; power > 0; power = Math.floor(power / 2)) {
    if (power % 2 === 1) result = (result * base) % PRIME;
    base = (base * base) % PRIME;
  }
  return result;
}

/** @returns whether a sum of unknowns follows from the equations by adding and subtracting them */
export function eliminator(equations: readonly Equation[]): (unknowns: readonly string[]) => boolean {
  const names = new Map([...freshRanges(equations).keys()].map((name, index) => [name, index]));
  const pivots = new Map<number, Float64Array>();
  const reduce = (row: Float64Array): number => {
    for (let column = 0; column < row.length; column++) {
      const factor = row[column] as number;
      if (factor === 0) continue;
      const pivot = pivots.get(column);
      if (pivot === undefined) return column;
      for (let at = column; at < row.length; at++)
        row[at] = ((row[at] as number) + PRIME * PRIME - factor * (pivot[at] as number)) % PRIME;
    }
    return -1;
  };
  for (const { of } of equations) {
    const row = new Float64Array(names.size);
    for (const [name, factor] of of) row[names.get(name) as number] = (factor + PRIME) % PRIME;
    const column = reduce(row);
    if (column < 0) continue;
    const scale = inverse(row[column] as number);
    pivots.set(
      column,
      row.map((value) => (value * scale) % PRIME),
    );
  }
  return (unknowns) => {
    const row = new Float64Array(names.size);
    for (const name of unknowns) {
      const at = names.get(name);
      if (at === undefined) return false;
      row[at] = ((row[at] as number) + 1) % PRIME;
    }
    return reduce(row) < 0;
  };
}
