import type {
  AdjudicationClaim,
  AgreedFacility,
  ClaimLine,
  Cut,
  CutRule,
  EarlierLine,
  HealthTerms,
} from "../../contract/insuranceTerms.ts";
import type { PatientCover } from "./cover.ts";
import { receiptKey } from "./receiptKey.ts";
import { shareOf } from "./wholeFrancs.ts";

/** The rules that look at one line by itself. */

/** A line on its way through the rules: `unit` × `acts` is what is left of it. */
export interface LineWork {
  readonly line: ClaimLine;
  /** Whole francs for one act. */
  readonly unit: number;
  readonly acts: number;
  readonly cuts: readonly Cut[];
}

/** A cut, or none where nothing was taken off. */
export function cut(rule: CutRule, amount: number, values: Cut["values"]): Cut[] {
  return amount > 0 ? [{ rule, amount, values }] : [];
}

function isSameCare(claim: AdjudicationClaim, line: ClaimLine, earlier: EarlierLine): boolean {
  const ours = receiptKey(claim.receiptNumber);
  const theirs = receiptKey(earlier.receiptNumber);
  return (
    earlier.patient === claim.patient &&
    earlier.careOn === claim.careOn &&
    earlier.facility === claim.facility &&
    earlier.category === line.category &&
    earlier.act === line.act &&
    earlier.asked === line.asked &&
    (ours === null || theirs === null || ours === theirs)
  );
}

/** The claim that paid for the same care already; the first by number, so that order changes nothing. */
function duplicateOf(
  claim: AdjudicationClaim,
  line: ClaimLine,
  earlier: readonly EarlierLine[],
): string | null {
  const numbers = earlier
    // What was refused then may be asked again, and is refused again for its own reason.
    .filter((other) => other.paid > 0 && isSameCare(claim, line, other))
    .map((other) => other.claim);
  return numbers.reduce<string | null>(
    (first, number) => (first === null || number < first ? number : first),
    null,
  );
}

/** The rule that takes off the whole line; null when none does. */
function refusalOf(
  terms: HealthTerms,
  cover: PatientCover,
  claim: AdjudicationClaim,
  line: ClaimLine,
  earlier: readonly EarlierLine[],
): Pick<Cut, "rule" | "values"> | null {
  if (cover.state !== "active") return { rule: "notCovered", values: { state: cover.state } };
  if (cover.waitingEndsOn !== null && claim.careOn <= cover.waitingEndsOn)
    return { rule: "waiting", values: { until: cover.waitingEndsOn } };
  if (line.act !== null && terms.excluded.includes(line.act))
    return { rule: "excluded", values: { act: line.act } };
  const duplicate = duplicateOf(claim, line, earlier);
  return duplicate === null ? null : { rule: "duplicate", values: { claim: duplicate } };
}

function rateFor(terms: HealthTerms, facility: AgreedFacility | undefined, line: ClaimLine): number {
  const rate = terms.rates[line.category];
  // An agreement raises what the plan pays for; it does not open a category that the plan leaves out.
  return rate === 0 ? 0 : Math.max(rate, facility?.rate ?? 0);
}

/** Applies `notCovered`, `waiting`, `excluded`, `duplicate`, `aboveList`, `rate` and `ceilingPerAct`, in this order. */
export function priceLine(
  terms: HealthTerms,
  cover: PatientCover,
  claim: AdjudicationClaim,
  line: ClaimLine,
  earlier: readonly EarlierLine[],
): LineWork {
  const { asked, quantity, category, act } = line;
  const refused = refusalOf(terms, cover, claim, line, earlier);
  if (refused !== null)
    return { line, unit: 0, acts: quantity, cuts: cut(refused.rule, asked, refused.values) };
  const facility = terms.facilities.find(({ code }) => code === claim.facility);
  const price = act === null ? undefined : facility?.prices.find((agreed) => agreed.act === act)?.price;
  const listed = price === undefined ? asked : Math.min(asked, price * quantity);
  const rate = rateFor(terms, facility, line);
  const rated = shareOf(listed, rate, 100 * quantity);
  const ceiling = terms.ceilingPerAct[category];
  const unit = ceiling === null ? rated : Math.min(rated, ceiling);
  const cuts = [
    ...cut("aboveList", asked - listed, { price: price ?? 0, quantity }),
    ...cut("rate", listed - rated * quantity, { rate }),
    ...cut("ceilingPerAct", (rated - unit) * quantity, { ceiling: ceiling ?? 0 }),
  ];
  return { line, unit, acts: quantity, cuts };
}
