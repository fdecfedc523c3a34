import type { InputOf } from "../../contract/index.ts";
import type { ClaimDetails, ClaimFile } from "../../contract/insuranceClaims.ts";
import type { ClaimState } from "../../contract/insuranceTerms.ts";
import { type CalendarDate, Francs } from "../../contract/primitives.ts";
import { accept, type Result, refuse } from "../../contract/results.ts";
import {
  type EnteredClaim,
  type EnteredLine,
  insertClaim,
  listLines,
  readClaim,
  readClaimOfLine,
  type StoredClaim,
  saveLines,
  updateClaimState,
  updateEntered,
} from "../../data/insurance/claims.ts";
import { listChildren } from "../../data/insurance/people.ts";
import { readPolicy, type StoredPolicy } from "../../data/insurance/policies.ts";
import { takeClaimNumber } from "../../data/numbers.ts";
import type { Reader } from "../../data/reader.ts";
import type { WriteDoor } from "../../data/writeDoor.ts";
import type { Call } from "../call.ts";
import { readLiving } from "../membership/members.ts";
import { healthVersion } from "./adjudicating.ts";
import { detailsOf, fileOf } from "./claimViews.ts";
import { ownPlanBook } from "./planBook.ts";

/** A claim of this office. */
export function readOwnClaim(call: Call, reader: Reader, id: string, field = "id"): Result<StoredClaim> {
  const claim = readClaim(reader, id);
  if (claim === undefined) return refuse("claim.unknown", { field });
  return claim.office === call.office.code
    ? accept(claim)
    : refuse("member.elsewhere", { field, values: { office: claim.office } });
}

/** Runs one change of one claim in a transaction and answers with it as it stands then. */
export function changeClaim(
  call: Call,
  id: string,
  change: (door: WriteDoor, claim: StoredClaim) => Result<unknown>,
): Result<ClaimFile> {
  return call.office.write(call.user.id, call.world.now(), (door): Result<ClaimFile> => {
    const claim = readOwnClaim(call, door, id);
    if (!claim.ok) return claim;
    const done = change(door, claim.value);
    return done.ok ? fileOf(call, door, id) : done;
  });
}

function checkPatient(reader: Reader, policy: StoredPolicy, details: ClaimDetails): Result<null> {
  const { childId, careOn } = details;
  if (childId === null) return accept(null);
  const isInsured = listChildren(reader, policy.id).some(
    ({ id, removedOn }) => id === childId && (removedOn === null || removedOn > careOn),
  );
  return isInsured ? accept(null) : refuse("claim.childUnknown", { field: "details.childId" });
}

/** Whose claim it is, if it may be entered at all; whether it is covered is the rules' business. */
function checkDetails(call: Call, door: WriteDoor, details: ClaimDetails): Result<StoredPolicy> {
  const field = "details.policyId";
  const policy = readPolicy(door, details.policyId);
  if (policy === undefined) return refuse("insurance.policyUnknown", { field });
  if (policy.kind !== "health") return refuse("insurance.notHealth", { field });
  const member = readLiving(call, door, policy.memberId, field);
  if (!member.ok) return member;
  if (details.careOn > call.today()) return refuse("claim.careInFuture", { field: "details.careOn" });
  const patient = checkPatient(door, policy, details);
  if (!patient.ok) return patient;
  const versions = ownPlanBook(call, door).versions(call.office.code, policy.planCode, "health");
  const version = healthVersion(versions, details.careOn);
  if (version === null) return refuse("insurance.planUnknown", { field });
  const { facilityCode } = details;
  const isKnown = facilityCode === null || version.terms.facilities.some(({ code }) => code === facilityCode);
  return isKnown ? accept(policy) : refuse("claim.facilityUnknown", { field: "details.facilityCode" });
}

/** A line's identity is the claim's own, and there once. */
function checkLines(reader: Reader, claimId: string, lines: readonly EnteredLine[]): Result<Francs> {
  const ids = new Set(lines.map(({ id }) => id));
  const isOurs = [...ids].every((id) => (readClaimOfLine(reader, id) ?? claimId) === claimId);
  const asked = lines.reduce((sum, line) => sum + line.asked, 0);
  return ids.size === lines.length && isOurs && Francs.safeParse(asked).success
    ? accept(asked)
    : refuse("request.invalid", { field: "details.lines" });
}

function enteredOf(
  details: ClaimDetails,
  about: { memberId: string; asked: Francs; state: ClaimState },
): EnteredClaim {
  const { lines: _lines, ...entered } = details;
  return { ...entered, ...about };
}

const flat = ({ lines, ...rest }: ClaimDetails) =>
  JSON.stringify([
    Object.entries(rest).sort(),
    lines.map((line) => Object.entries(line).sort()).sort((a, b) => (String(a) < String(b) ? -1 : 1)),
  ]);

/** The same request came again after it was submitted: a double click changes nothing and refuses nothing. */
function isRepeated(door: WriteDoor, claim: StoredClaim, input: InputOf<"insurance.saveClaim">): boolean {
  const held = detailsOf(claim, listLines(door, claim.id));
  return input.submit && claim.state === "submitted" && flat(held) === flat(input.details);
}

function writeEntered(door: WriteDoor, id: string, entered: EnteredClaim, today: CalendarDate): void {
  if (readClaim(door, id) === undefined)
    insertClaim(door, { ...entered, id, number: takeClaimNumber(door), enteredOn: today });
  else updateEntered(door, id, entered);
}

/**
 * Enters a claim, or changes it while it is a draft. Submitted, it is nobody's to change any more. The same request
 * twice makes one claim.
 */
export function saveClaim(call: Call, input: InputOf<"insurance.saveClaim">): Result<ClaimFile> {
  const { id, details, submit } = input;
  return call.office.write(call.user.id, call.world.now(), (door): Result<ClaimFile> => {
    const known = readClaim(door, id) === undefined ? null : readOwnClaim(call, door, id);
    if (known !== null && !known.ok) return known;
    if (known !== null && known.value.state !== "draft")
      return isRepeated(door, known.value, input) ? fileOf(call, door, id) : refuse("claim.notDraft");
    const policy = checkDetails(call, door, details);
    if (!policy.ok) return policy;
    const asked = checkLines(door, id, details.lines);
    if (!asked.ok) return asked;
    const { memberId } = policy.value;
    const state = submit ? "submitted" : "draft";
    writeEntered(door, id, enteredOf(details, { memberId, asked: asked.value, state }), call.today());
    saveLines(door, { id, memberId }, details.lines);
    return fileOf(call, door, id);
  });
}

/** Somebody has held the claim against its receipts. */
export function checkClaim(call: Call, input: { id: string }): Result<ClaimFile> {
  return changeClaim(call, input.id, (door, { id, state }) => {
    if (state === "checked") return accept(null);
    if (state !== "submitted") return refuse("claim.notNow");
    updateClaimState(door, id, "checked");
    return accept(null);
  });
}

/** Before a decision she takes her claim back; after it there must be nothing to pay. */
function mayClose({ state, granted }: StoredClaim): boolean {
  return (
    state === "draft" ||
    state === "submitted" ||
    state === "checked" ||
    (state === "decided" && granted === 0)
  );
}

/** Closes a claim that was rejected, or withdrawn before anybody decided. */
export function closeClaim(call: Call, input: { id: string }): Result<ClaimFile> {
  return changeClaim(call, input.id, (door, claim) => {
    if (claim.state === "closed") return accept(null);
    if (!mayClose(claim)) return refuse("claim.notNow");
    updateClaimState(door, claim.id, "closed");
    return accept(null);
  });
}
