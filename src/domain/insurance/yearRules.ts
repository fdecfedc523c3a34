import type { CareCategory, Cut, EarlierLine, HealthTerms } from "../../contract/insuranceTerms.ts";
import type { Francs } from "../../contract/primitives.ts";
import { yearOf } from "../calendar.ts";
import { cut, type LineWork } from "./lineRules.ts";

/** The rules that share out what is scarce in a calendar year: acts, then the category's ceiling, then the policy's. */

/** What earlier claims have used up of a year, over the whole policy. */
export interface YearUse {
  readonly paid: Francs;
  readonly categories: ReadonlyMap<CareCategory, { readonly paid: Francs; readonly acts: number }>;
}

export function yearBefore(earlier: readonly EarlierLine[], year: number): YearUse {
  const categories = new Map<CareCategory, { paid: number; acts: number }>();
  let total = 0;
  for (const { careOn, category, paid, acts } of earlier) {
    if (yearOf(careOn) !== year) continue;
    const use = categories.get(category) ?? { paid: 0, acts: 0 };
    categories.set(category, { paid: use.paid + paid, acts: use.acts + acts });
    total += paid;
  }
  return { paid: total, categories };
}

/** What is left of a limit, counted down line by line; without a limit it is endless. */
class Remainder {
  readonly limit: number | null;
  private left: number;

  constructor(limit: number | null, used: number) {
    this.limit = limit;
    this.left = limit === null ? Number.POSITIVE_INFINITY : Math.max(0, limit - used);
  }

  take(wanted: number): number {
    const taken = Math.min(wanted, this.left);
    this.left -= taken;
    return taken;
  }
}

/** The dearest act first; of equals the smaller id, so that the order of the lines changes nothing. */
function dearestFirst(a: LineWork, b: LineWork): number {
  if (a.unit !== b.unit) return b.unit - a.unit;
  return a.line.id < b.line.id ? -1 : 1;
}

class YearLimits {
  private readonly terms: HealthTerms;
  private readonly year: number;
  private readonly before: YearUse;
  private readonly acts = new Map<CareCategory, Remainder>();
  private readonly francs = new Map<CareCategory, Remainder>();
  private readonly policy: Remainder;

  constructor(terms: HealthTerms, year: number, before: YearUse) {
    this.terms = terms;
    this.year = year;
    this.before = before;
    this.policy = new Remainder(terms.ceilingPerMemberYear, before.paid);
  }

  apply({ line, unit, acts, cuts }: LineWork): LineWork & { readonly paid: Francs } {
    const used = this.before.categories.get(line.category) ?? { paid: 0, acts: 0 };
    const actsLeft = remainderOf(this.acts, line.category, this.terms.actsPerYear, used.acts);
    const francsLeft = remainderOf(this.francs, line.category, this.terms.ceilingPerYear, used.paid);
    // Acts that pay nothing come last, so they take none from others.
    const kept = actsLeft.take(acts);
    const inCategory = francsLeft.take(unit * kept);
    const paid = this.policy.take(inCategory);
    const lost: Cut[] = [
      ...cut("actsPerYear", unit * (acts - kept), this.values("limit", actsLeft)),
      ...cut("ceilingPerCategory", unit * kept - inCategory, this.values("ceiling", francsLeft)),
      ...cut("ceilingPerMember", inCategory - paid, this.values("ceiling", this.policy)),
    ];
    return { line, unit, acts: kept, cuts: [...cuts, ...lost], paid };
  }

  private values(name: string, { limit }: Remainder): Cut["values"] {
    return { [name]: limit ?? 0, year: this.year };
  }
}

function remainderOf(
  held: Map<CareCategory, Remainder>,
  category: CareCategory,
  limits: Readonly<Record<CareCategory, number | null>>,
  used: number,
): Remainder {
  const found = held.get(category) ?? new Remainder(limits[category], used);
  held.set(category, found);
  return found;
}

/**
 * Applies `actsPerYear`, `ceilingPerCategory` and `ceilingPerMember`.
 * @returns the lines in the order in which they came
 */
export function shareOutYear(
  terms: HealthTerms,
  year: number,
  before: YearUse,
  lines: readonly LineWork[],
): (LineWork & { readonly paid: Francs })[] {
  const limits = new YearLimits(terms, year, before);
  const shared = new Map(
    [...lines].sort(dearestFirst).map((work) => [work.line.id, limits.apply(work)] as const),
  );
  return lines.flatMap((work) => shared.get(work.line.id) ?? []);
}
