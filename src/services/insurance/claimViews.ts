import type { InputOf, OutputOf } from "../../contract/index.ts";
import type { ClaimDetails, ClaimFile, ClaimRow } from "../../contract/insuranceClaims.ts";
import type { ClaimOutcome, DecisionLine, HealthTerms } from "../../contract/insuranceTerms.ts";
import type { CalendarDate, Francs } from "../../contract/primitives.ts";
import { accept, type Result, refuse } from "../../contract/results.ts";
import { readClaimPage, readClaimRow } from "../../data/insurance/claimLists.ts";
import { listClaimPayments } from "../../data/insurance/claimPayments.ts";
import {
  type EnteredLine,
  listLines,
  readClaim,
  readEnteredBy,
  type StoredClaim,
  type StoredLine,
} from "../../data/insurance/claims.ts";
import { listChildren } from "../../data/insurance/people.ts";
import { readRuling } from "../../data/insurance/rulings.ts";
import type { Reader } from "../../data/reader.ts";
import { overrule } from "../../domain/insurance/overruling.ts";
import { decidedBy } from "../../domain/insurance/planVersions.ts";
import type { Call } from "../call.ts";
import { nationalWith, scopeOf } from "../scope.ts";
import { type Books, type Judged, judge, nationalBooks, ownBooks } from "./adjudicating.ts";
import { warningsOf } from "./claimWarnings.ts";

/** What a stored claim says, in the form in which it is entered. */
export function detailsOf(claim: StoredClaim, lines: readonly EnteredLine[]): ClaimDetails {
  const { policyId, childId, facilityCode, facilityName, careOn, receiptNumber } = claim;
  const { diagnosis, prescription } = claim;
  return {
    ...{ policyId, childId, facilityCode, facilityName, careOn, receiptNumber, diagnosis, prescription },
    lines: lines.map(({ id, category, act, words, quantity, asked }) => ({
      ...{ id, category, act, words, quantity, asked },
    })),
  };
}

interface Taken {
  readonly outcome: ClaimOutcome;
  readonly granted: Francs;
  readonly decidedOn: CalendarDate | null;
  readonly note: string;
  readonly lines: readonly Pick<DecisionLine, "id" | "paid" | "cuts">[];
}

/** The decision as it was taken; null before. */
function storedOf(claim: StoredClaim, lines: readonly StoredLine[]): Taken | null {
  const { outcome, granted, decidedOn, decisionNote } = claim;
  if (outcome === null || granted === null) return null;
  return {
    ...{ outcome, granted, decidedOn, note: decisionNote },
    lines: lines.map(({ id, paid, cuts }) => ({ id, paid: paid ?? 0, cuts: [...(cuts ?? [])] })),
  };
}

/** By headquarters' word that is on its way; else as the rules give it now. */
function computedOf(reader: Reader, claim: StoredClaim, { decision }: Judged): Taken {
  const ruling = claim.state === "referred" ? readRuling(reader, claim.id) : undefined;
  if (ruling !== undefined) return { ...ruling, lines: overrule(decision.lines, ruling.granted) };
  const { outcome: computed, paid } = decision;
  return { outcome: computed, granted: paid, decidedOn: null, note: "", lines: decision.lines };
}

function patientOf(reader: Reader, claim: StoredClaim, { surname, firstNames }: ClaimRow): string {
  if (claim.childId === null) return `${firstNames} ${surname}`.trim();
  return listChildren(reader, claim.policyId).find(({ id }) => id === claim.childId)?.name ?? "";
}

function facilityOf(claim: StoredClaim, terms: HealthTerms | undefined): string {
  const agreed = terms?.facilities.find(({ code }) => code === claim.facilityCode);
  return agreed?.name ?? (claim.facilityName || (claim.facilityCode ?? ""));
}

const DECIDES = { anyone: "anybody", secondPerson: "secondPerson", headquarters: "headquarters" } as const;

/** Who decides goes by what was asked: that stands from the first day, whatever the rules leave of it. */
export function decidesOn({ version }: Judged, claim: StoredClaim): ClaimFile["decides"] {
  return DECIDES[decidedBy(version.terms, claim.asked)];
}

function decidedLine(line: StoredLine, taken: Taken): ClaimFile["lines"][number] {
  const { id, category, act, words, quantity, asked } = line;
  const decided = taken.lines.find((one) => one.id === id);
  const paid = decided?.paid ?? 0;
  return { id, category, act, words, quantity, asked, paid, cuts: [...(decided?.cuts ?? [])] };
}

/** A claim with its decision, from an office's register or headquarters' copies. */
export function fileIn(books: Books, id: string): Result<ClaimFile> {
  const { reader } = books;
  const row = readClaimRow(reader, id);
  const claim = readClaim(reader, id);
  if (row === undefined || claim === undefined) return refuse("claim.unknown", { field: "id" });
  const lines = listLines(reader, id);
  const judged = judge(books, claim, lines);
  const stored = storedOf(claim, lines);
  // What was decided stays to be read where its plan or policy is not known, or closed to who reads.
  const standing = judged.ok ? judged.value : null;
  const taken = stored ?? (standing === null ? null : computedOf(reader, claim, standing));
  if (taken === null) return judged.ok ? refuse("claim.unknown", { field: "id" }) : judged;
  return accept({
    claim: row,
    details: detailsOf(claim, lines),
    patient: patientOf(reader, claim, row),
    facility: facilityOf(claim, standing?.version.terms),
    photos: [...claim.photos],
    lines: lines.map((line) => decidedLine(line, taken)),
    computed: { outcome: taken.outcome, granted: taken.granted },
    decisionNote: taken.note,
    decidedOn: taken.decidedOn,
    enteredBy: readEnteredBy(reader, id),
    warnings: warningsOf(reader, claim),
    decides: standing === null ? "anybody" : decidesOn(standing, claim),
    payments: listClaimPayments(reader, id),
  });
}

/** A claim of this office's register. */
export function fileOf(call: Call, reader: Reader, id: string): Result<ClaimFile> {
  return fileIn(ownBooks(call, reader), id);
}

/** Of this office, and at headquarters of any: there without what never left its office. */
export function readClaimFile(call: Call, input: { id: string }): Result<ClaimFile> {
  const { reader } = call.office;
  const own = readClaim(reader, input.id);
  const national = own?.office === call.office.code ? null : nationalWith(call, "health");
  const theirs = national === null ? undefined : readClaim(national.reader, input.id);
  if (national === null || theirs === undefined) return fileOf(call, reader, input.id);
  // What the rules give of it cannot be told without her policy.
  if (theirs.outcome === null && !national.tiers.has("finance")) return refuse("headquarters.noTier");
  return fileIn(nationalBooks(call, national.reader), input.id);
}

export function listClaims(
  call: Call,
  input: InputOf<"insurance.claims">,
): Result<OutputOf<"insurance.claims">> {
  const scope = scopeOf(call, input.office, "health");
  if (!scope.ok) return scope;
  const office = scope.value.office ?? call.office.code;
  return accept(readClaimPage(scope.value.reader, { states: input.states, office }, input));
}
