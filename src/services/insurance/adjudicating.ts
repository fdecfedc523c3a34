import type {
  AdjudicationClaim,
  Decision,
  EarlierLine,
  HealthPlanVersion,
  PolicyHistory,
} from "../../contract/insuranceTerms.ts";
import type { CalendarDate } from "../../contract/primitives.ts";
import { accept, type Result, refuse } from "../../contract/results.ts";
import {
  type DecidedRow,
  listDecidedLines,
  listLines,
  readClaim,
  type StoredClaim,
  type StoredLine,
} from "../../data/insurance/claims.ts";
import { listContributions } from "../../data/insurance/contributions.ts";
import { listChildren } from "../../data/insurance/people.ts";
import type { StoredPlan } from "../../data/insurance/plans.ts";
import { readPolicy, type StoredPolicy } from "../../data/insurance/policies.ts";
import { listOpenRulingsOf } from "../../data/insurance/rulings.ts";
import type { Reader } from "../../data/reader.ts";
import { addDays } from "../../domain/calendar.ts";
import { adjudicate, earlierLines } from "../../domain/insurance/adjudicate.ts";
import { patientCoverOn } from "../../domain/insurance/cover.ts";
import { overrule } from "../../domain/insurance/overruling.ts";
import { childInsuredUntil, termsByDay, versionOn } from "../../domain/insurance/planVersions.ts";
import type { Call } from "../call.ts";
import { nationalPlanBook, ownPlanBook, type PlanBook } from "./planBook.ts";

/** Where claims are judged from: an office's own register, or headquarters' copies. */
export interface Books {
  readonly reader: Reader;
  readonly plans: PlanBook;
}

export function ownBooks(call: Call, reader: Reader): Books {
  return { reader, plans: ownPlanBook(call, reader) };
}

export function nationalBooks(call: Call, reader: Reader): Books {
  return { reader, plans: nationalPlanBook(call, reader) };
}

/** The version on a day; before the first, the first. Null where there is none, or it insures no care. */
export function healthVersion(versions: readonly StoredPlan[], day: CalendarDate): HealthPlanVersion | null {
  const version = versionOn(versions, day) ?? versions[0];
  if (version === undefined || version.terms.kind !== "health") return null;
  const { code, name, startsOn, toConfirm, terms } = version;
  return { code, name, startsOn, toConfirm, terms };
}

function insuredOf(
  reader: Reader,
  policy: StoredPolicy,
  { terms }: HealthPlanVersion,
): NonNullable<PolicyHistory["insured"]> {
  const herself = { id: policy.memberId, from: policy.effectiveOn, to: null };
  if (!terms.coversChildren) return [herself];
  const children = listChildren(reader, policy.id).map(({ id, birthOn, removedOn }) => {
    const last = [
      ...(birthOn === null ? [] : [childInsuredUntil(birthOn, terms.childAgeLimit)]),
      ...(removedOn === null ? [] : [addDays(removedOn, -1)]),
    ].sort();
    const from = birthOn !== null && birthOn > policy.effectiveOn ? birthOn : policy.effectiveOn;
    return { id, from, to: last[0] ?? null };
  });
  return [herself, ...children];
}

function earlierOf({
  number,
  patient,
  careOn,
  facilityCode,
  receiptNumber,
  ...line
}: DecidedRow): EarlierLine {
  const { category, act, asked, paid, acts } = line;
  const about = { claim: number, patient, careOn, facility: facilityCode, receiptNumber };
  return { ...about, category, act, asked, paid: paid ?? 0, acts: acts ?? 0 };
}

export interface Judged {
  readonly version: HealthPlanVersion;
  readonly decision: Decision;
}

function askedOf(claim: StoredClaim, lines: readonly StoredLine[]): AdjudicationClaim {
  const { number, careOn, facilityCode, receiptNumber } = claim;
  return {
    ...{ number, patient: claim.childId ?? claim.memberId, careOn, facility: facilityCode, receiptNumber },
    lines: lines.map(({ id, category, act, quantity, asked }) => ({ id, category, act, quantity, asked })),
  };
}

function judgeAfter(
  books: Books,
  claim: StoredClaim,
  lines: readonly StoredLine[],
  earlier: readonly EarlierLine[],
): Result<Judged> {
  const { reader, plans } = books;
  const policy = readPolicy(reader, claim.policyId);
  if (policy === undefined) return refuse("insurance.policyUnknown");
  const versions = plans.versions(claim.office, policy.planCode, "health");
  const version = healthVersion(versions, claim.careOn);
  if (version === null) return refuse("insurance.planUnknown");
  const history: PolicyHistory = {
    effectiveOn: policy.effectiveOn,
    endedOn: policy.endedOn,
    contributions: listContributions(reader, policy.id)
      .filter(({ refundedOn }) => refundedOn === null)
      .map(({ from, to }) => ({ from, to })),
    insured: insuredOf(reader, policy, version),
  };
  const asked = askedOf(claim, lines);
  const cover = patientCoverOn(history, termsByDay(versions), asked.patient, claim.careOn);
  return accept({ version, decision: adjudicate({ version, cover, claim: asked, earlier }) });
}

/**
 * What was decided before on the same policy. Where headquarters judges from its copies, that includes its own word on
 * other claims until their office has applied it: else two claims that wait together would both have the whole ceiling.
 */
function earlierThan(books: Books, claim: StoredClaim): EarlierLine[] {
  const { reader } = books;
  const earlier = listDecidedLines(reader, claim.policyId).map(earlierOf);
  const rulings = listOpenRulingsOf(reader, claim.policyId);
  const own = rulings.findIndex(({ claimId }) => claimId === claim.id);
  for (const { claimId, granted } of own < 0 ? rulings : rulings.slice(0, own)) {
    const other = readClaim(reader, claimId);
    if (other === undefined) continue;
    const lines = listLines(reader, claimId);
    const judged = judgeAfter(books, other, lines, earlier);
    if (!judged.ok) continue;
    const { decision } = judged.value;
    const taken = { ...decision, lines: overrule(decision.lines, granted) };
    earlier.push(...earlierLines(askedOf(other, lines), taken));
  }
  return earlier;
}

/** What the rules give for a claim now: by the plan of the day of care, her policy, and what was decided before. */
export function judge(books: Books, claim: StoredClaim, lines: readonly StoredLine[]): Result<Judged> {
  return judgeAfter(books, claim, lines, earlierThan(books, claim));
}
