import type {
  AdjudicationClaim,
  ClaimLine,
  ClaimOutcome,
  Decision,
  DecisionLine,
  EarlierLine,
  HealthPlanVersion,
} from "../../contract/insuranceTerms.ts";
import { yearOf } from "../calendar.ts";
import type { PatientCover } from "./cover.ts";
import { type LineWork, priceLine } from "./lineRules.ts";
import { shareOutYear, yearBefore } from "./yearRules.ts";

export interface Adjudication {
  /** The plan's version on the day of care. */
  readonly version: HealthPlanVersion;
  /** The patient's cover on that day. */
  readonly cover: PatientCover;
  readonly claim: AdjudicationClaim;
  /** What was decided before on the same policy, in any order; lines of this claim itself are left out. */
  readonly earlier: readonly EarlierLine[];
}

function outcomeOf(lines: readonly DecisionLine[], paid: number): ClaimOutcome {
  if (paid === 0) return "rejected";
  return lines.every(({ cuts }) => cuts.every(({ rule }) => rule === "rate")) ? "accepted" : "reduced";
}

function decisionLine({ line, acts, cuts, paid }: LineWork & { readonly paid: number }): DecisionLine {
  return { id: line.id, asked: line.asked, paid, acts: paid === 0 ? 0 : acts, cuts: [...cuts] };
}

/**
 * Judges a claim: line by line what is paid, and which rule took off each franc that is not. Rules apply in the
 * order of `CutRule`: first each line by itself, down to whole francs an act; then what is scarce in the calendar
 * year of the care (acts, the category's ceiling, the policy's ceiling) goes to the dearest act first. So the order
 * of the lines changes nothing, and a claim split in two never pays more.
 */
export function adjudicate({ version, cover, claim, earlier }: Adjudication): Decision {
  const others = earlier.filter((line) => line.claim !== claim.number);
  const priced = claim.lines.map((line) => priceLine(version.terms, cover, claim, line, others));
  const year = yearOf(claim.careOn);
  const shared = shareOutYear(version.terms, year, yearBefore(others, year), priced);
  const lines = shared.map(decisionLine);
  const sum = (of: (line: DecisionLine) => number) => lines.reduce((total, line) => total + of(line), 0);
  const paid = sum((line) => line.paid);
  return { lines, asked: sum((line) => line.asked), paid, outcome: outcomeOf(lines, paid) };
}

/** A decided claim as the next one sees it. */
export function earlierLines(claim: AdjudicationClaim, decision: Decision): EarlierLine[] {
  const { number, patient, careOn, facility, receiptNumber } = claim;
  const about = new Map<string, ClaimLine>(claim.lines.map((line) => [line.id, line]));
  return decision.lines.flatMap(({ id, asked, paid, acts }) => {
    const line = about.get(id);
    if (line === undefined) return [];
    const { category, act } = line;
    return [{ claim: number, patient, careOn, category, act, facility, receiptNumber, asked, paid, acts }];
  });
}
