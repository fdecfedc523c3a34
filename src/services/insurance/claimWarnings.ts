import type { ClaimWarning } from "../../contract/insuranceClaims.ts";
import type { CalendarDate } from "../../contract/primitives.ts";
import { type ClaimTrace, listClaimTraces } from "../../data/insurance/claimLists.ts";
import type { StoredClaim } from "../../data/insurance/claims.ts";
import { readMember } from "../../data/members.ts";
import type { Reader } from "../../data/reader.ts";
import { type ClaimTraces, claimWarnings, type Presence } from "../../domain/insurance/warnings.ts";
import { foldText } from "../../domain/names/foldText.ts";

/** One facility by its code in the plan's list, or by its name as it was typed. */
function facilityOf({ facilityCode, facilityName }: Pick<ClaimTrace, "facilityCode" | "facilityName">) {
  const name = foldText(facilityName);
  return facilityCode ?? (name === "" ? null : name);
}

function tracesOf(claim: Omit<ClaimTrace, "id">): ClaimTraces {
  const { number, policy, patient, careOn, receiptNumber, photos } = claim;
  return { number, policy, patient, careOn, facility: facilityOf(claim), receiptNumber, photos };
}

/** Another facility that claims to have seen the same patient on the same day. */
function otherPlaces(claim: ClaimTraces, others: readonly ClaimTraces[]): Presence[] {
  return others
    .filter(({ patient, careOn }) => patient === claim.patient && careOn === claim.careOn)
    .filter(({ facility }) => facility !== null && claim.facility !== null && facility !== claim.facility)
    .map(({ patient, careOn, number }) => ({ person: patient, on: careOn, where: number }));
}

/** Days on which she was not, or no longer, in this office's register. */
function outside(reader: Reader, claim: StoredClaim): CalendarDate[] {
  const member = claim.childId === null ? readMember(reader, claim.memberId) : undefined;
  if (member === undefined) return [];
  const { joinedOn } = member.details;
  return [
    ...(claim.careOn < joinedOn ? [joinedOn] : []),
    ...(member.leftOn !== null && claim.careOn > member.leftOn ? [member.leftOn] : []),
  ];
}

/** What a person should look at before she decides. No warning takes off a franc. */
export function warningsOf(reader: Reader, claim: StoredClaim): ClaimWarning[] {
  const { number, policyId, childId, memberId, careOn, receiptNumber, photos } = claim;
  const patient = childId ?? memberId;
  const own = {
    ...{ number, policy: policyId, patient, careOn, receiptNumber, photos },
    facility: facilityOf(claim),
  };
  const traces = listClaimTraces(reader, claim.office).filter((other) => other.number !== number);
  const others = traces.map(tracesOf);
  const found = claimWarnings(own, others, otherPlaces(own, others)).map((warning): ClaimWarning => {
    if (warning.code === "frequent")
      return { kind: "frequent", about: String(warning.claims), claimId: null };
    const about = warning.code === "elsewhere" ? warning.where : warning.claim;
    return { kind: warning.code, about, claimId: traces.find((one) => one.number === about)?.id ?? null };
  });
  return [
    ...found,
    ...outside(reader, claim).map((day): ClaimWarning => ({ kind: "elsewhere", about: day, claimId: null })),
  ];
}
