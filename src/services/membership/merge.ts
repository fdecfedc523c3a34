import type { InputOf } from "../../contract/index.ts";
import type { MemberDetails, MemberFile } from "../../contract/membership.ts";
import { accept, type Result, refuse } from "../../contract/results.ts";
import { moveFollowing } from "../../data/arrivals.ts";
import { insertAudit } from "../../data/journal.ts";
import type { StoredMember } from "../../data/memberRecord.ts";
import { updateMemberDetails, updateMemberPhoto, updateMerged } from "../../data/members.ts";
import type { WriteDoor } from "../../data/writeDoor.ts";
import type { Call } from "../call.ts";
import { changeMember, orElsewhere, readLiving } from "./members.ts";

const isKnown = (value: unknown) =>
  value !== null && value !== "" && value !== false && !(Array.isArray(value) && value.length === 0);

/** Fields that mean something only together: one woman's phone never comes under another's name. */
function joinGroups(keep: MemberDetails, other: MemberDetails) {
  const emergency = keep.emergencyName || keep.emergencyPhone || keep.emergencyRelation ? keep : other;
  const paper = keep.paperKind !== null || keep.paperNumber !== "" ? keep : other;
  const signed = [keep, other].find(({ consentSigned }) => consentSigned);
  const consent = signed ?? (keep.consentOn === null ? other : keep);
  return {
    emergencyName: emergency.emergencyName,
    emergencyPhone: emergency.emergencyPhone,
    emergencyRelation: emergency.emergencyRelation,
    paperKind: paper.paperKind,
    paperNumber: paper.paperNumber,
    consentOn: consent.consentOn,
    consentSigned: consent.consentSigned,
  };
}

/** What the record that stays did not know is taken from the other; where both know, it keeps its own. */
function joinDetails(keep: MemberDetails, other: MemberDetails): MemberDetails {
  const joined = Object.fromEntries(
    Object.entries(keep).map(([field, value]) => [
      field,
      isKnown(value) ? value : other[field as keyof MemberDetails],
    ]),
  ) as MemberDetails;
  const notes = [keep.notes, other.notes]
    .filter((text) => text !== "")
    .join("\n")
    .slice(0, 4000);
  const joinedOn = keep.joinedOn < other.joinedOn ? keep.joinedOn : other.joinedOn;
  return { ...joined, ...joinGroups(keep, other), joinedOn, notes };
}

function takePhoto(keep: StoredMember, other: StoredMember): string | null {
  return keep.photoSha256 === null ? other.photoSha256 : null;
}

/** Her other record is taken into the one that stays. Inside the caller's transaction; both are this office's. */
export function mergeRecords(door: WriteDoor, keep: StoredMember, other: StoredMember): void {
  moveFollowing(door, other.id, keep.id);
  updateMerged(door, other.id, keep.id);
  updateMemberDetails(door, keep.id, keep.number, joinDetails(keep.details, other.details));
  const photo = takePhoto(keep, other);
  if (photo !== null) updateMemberPhoto(door, keep.id, photo);
}

/** Two records of the same woman become one: terms, cards, policies and receipts move, both histories are kept. */
export function mergeMembers(call: Call, input: InputOf<"membership.mergeMembers">): Result<MemberFile> {
  if (input.keepId === input.mergeId) return refuse("member.mergeSelf", { field: "mergeId" });
  const kept = changeMember(call, input.keepId, (door, keep) => {
    const merged = readLiving(call, door, input.mergeId, "mergeId");
    if (!merged.ok) return merged;
    const other = merged.value;
    mergeRecords(door, keep, other);
    insertAudit(door, { id: call.world.newId(), action: "merge", reference: other.number });
    return accept(null);
  });
  return orElsewhere(call, kept, input.mergeId, "mergeId");
}
