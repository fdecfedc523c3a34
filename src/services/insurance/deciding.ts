import type { InputOf } from "../../contract/index.ts";
import type { ClaimFile } from "../../contract/insuranceClaims.ts";
import type { ClaimOutcome, DecisionLine } from "../../contract/insuranceTerms.ts";
import type { Francs } from "../../contract/primitives.ts";
import { accept, type Result, refuse } from "../../contract/results.ts";
import {
  listEnterers,
  listLines,
  readClaim,
  type StoredClaim,
  updateClaimState,
  updateDecision,
  updateLineDecision,
} from "../../data/insurance/claims.ts";
import { insertRuling, type Ruling, readRuling } from "../../data/insurance/rulings.ts";
import type { WriteDoor } from "../../data/writeDoor.ts";
import { overrule } from "../../domain/insurance/overruling.ts";
import type { Call } from "../call.ts";
import type { National } from "../headquarters/store.ts";
import { nationalWith } from "../scope.ts";
import { type Judged, judge, nationalBooks, ownBooks } from "./adjudicating.ts";
import { changeClaim } from "./claims.ts";
import { decidesOn, readClaimFile } from "./claimViews.ts";

type Input = InputOf<"insurance.decideClaim">;

interface Taken {
  readonly outcome: ClaimOutcome;
  readonly granted: Francs;
  readonly lines: readonly DecisionLine[];
}

/** What the person decided, held against what the rules give by now. */
function takenOf({ decision, note, granted }: Input, { decision: computed }: Judged): Result<Taken> {
  if (decision === "reject") {
    if (note === "") return refuse("claim.noteMissing", { field: "note" });
    return accept({ outcome: "rejected", granted: 0, lines: overrule(computed.lines, 0) });
  }
  if (computed.paid !== granted)
    return refuse("insurance.amountChanged", { field: "granted", values: { amount: computed.paid } });
  return accept({ outcome: computed.outcome, granted: computed.paid, lines: computed.lines });
}

/** The same decision once more: a double click. */
function isSame(input: Input, taken: { outcome: ClaimOutcome; granted: Francs; note: string }): boolean {
  const isRejected = input.decision === "reject";
  const isSameAmount = isRejected
    ? taken.outcome === "rejected" && taken.granted === 0
    : taken.granted === input.granted;
  return isSameAmount && taken.note === input.note;
}

function again(input: Input, { outcome, granted, decisionNote }: StoredClaim): Result<null> {
  const isKnown = outcome !== null && granted !== null;
  return isKnown && isSame(input, { outcome, granted, note: decisionNote })
    ? accept(null)
    : refuse("claim.notNow");
}

function decideOwn(call: Call, door: WriteDoor, claim: StoredClaim, input: Input): Result<null> {
  if (claim.state === "decided") return again(input, claim);
  // At headquarters a claim that was referred elsewhere may have come with its member.
  const isReferred = claim.state === "referred";
  if (isReferred && !call.identity.headquarters) return refuse("claim.headquartersDecides");
  if (claim.state !== "checked" && !isReferred) return refuse("claim.notNow");
  const judged = judge(ownBooks(call, door), claim, listLines(door, claim.id));
  if (!judged.ok) return judged;
  const decides = decidesOn(judged.value, claim);
  if (decides === "headquarters" && !call.identity.headquarters) {
    updateClaimState(door, claim.id, "referred");
    return accept(null);
  }
  if (decides !== "anybody" && listEnterers(door, claim.id).includes(call.user.id))
    return refuse("insurance.samePerson");
  const taken = takenOf(input, judged.value);
  if (!taken.ok) return taken;
  const { outcome, granted, lines } = taken.value;
  for (const line of lines) updateLineDecision(door, line);
  updateDecision(door, claim.id, { outcome, granted, decidedOn: call.today(), note: input.note });
  return accept(null);
}

function ruled(ruling: Ruling, input: Input): Result<null> {
  return isSame(input, ruling) ? accept(null) : refuse("claim.notNow");
}

/**
 * Headquarters' word on a claim that an office referred: judged anew from the copies, which hold all that the rules
 * ask for. It is headquarters' own record; the claim stays the office's, which hears of it by the next answer.
 */
function rule(call: Call, national: National, claim: StoredClaim, input: Input): Result<null> {
  // Cover is in `finance`; whether a child was insured on that day, in `identity`.
  const isOpen = national.tiers.has("finance") && (claim.childId === null || national.tiers.has("identity"));
  if (!isOpen) return refuse("headquarters.noTier");
  return call.office.write(call.user.id, call.world.now(), (door): Result<null> => {
    const known = readRuling(door, claim.id);
    if (known !== undefined) return ruled(known, input);
    if (claim.state !== "referred") return refuse("claim.notNow");
    const judged = judge(nationalBooks(call, national.reader), claim, listLines(national.reader, claim.id));
    if (!judged.ok) return judged;
    const taken = takenOf(input, judged.value);
    if (!taken.ok) return taken;
    insertRuling(door, {
      id: call.world.newId(),
      claimId: claim.id,
      forOffice: claim.office,
      outcome: taken.value.outcome,
      granted: taken.value.granted,
      decidedOn: call.today(),
      note: input.note,
    });
    return accept(null);
  });
}

/**
 * Decides a checked claim by the rules, or rejects it with a reason. From one amount on by another person than who
 * entered it; from a second on by headquarters: an antenna's decision then refers the claim, and changes nothing else.
 * The same decision twice is one.
 */
export function decideClaim(call: Call, input: Input): Result<ClaimFile> {
  const own = readClaim(call.office.reader, input.id);
  const national = own?.office === call.office.code ? null : nationalWith(call, "health");
  const theirs = national === null ? undefined : readClaim(national.reader, input.id);
  if (national === null || theirs === undefined || theirs.office === call.office.code)
    return changeClaim(call, input.id, (door, claim) => decideOwn(call, door, claim, input));
  const done = rule(call, national, theirs, input);
  return done.ok ? readClaimFile(call, { id: input.id }) : done;
}
