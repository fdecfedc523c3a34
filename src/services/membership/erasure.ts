import type { InputOf } from "../../contract/index.ts";
import type { MemberFile } from "../../contract/membership.ts";
import { accept, type Result, refuse } from "../../contract/results.ts";
import { eraseInheritedValues } from "../../data/answers.ts";
import { eraseFollowing } from "../../data/erasing.ts";
import { listPhotosOf } from "../../data/insurance/claims.ts";
import { eraseValues, insertAudit } from "../../data/journal.ts";
import type { StoredMember } from "../../data/memberRecord.ts";
import { eraseMemberRecord, listMergedRecords } from "../../data/members.ts";
import { dropUnusedPhoto } from "../../data/photos.ts";
import type { WriteDoor } from "../../data/writeDoor.ts";
import type { Call } from "../call.ts";
import { changeMember } from "./members.ts";

/** The journal's values go first, so that the entry of the erasure itself keeps its (empty) ones. */
function eraseOne(door: WriteDoor, member: StoredMember): void {
  const receipts = listPhotosOf(door, member.id);
  eraseFollowing(door, member.id);
  for (const sha256 of receipts) dropUnusedPhoto(door, sha256);
  eraseValues(door, member.id);
  eraseInheritedValues(door, member.id);
  eraseMemberRecord(door, member);
  if (member.photoSha256 !== null) dropUnusedPhoto(door, member.photoSha256);
}

/**
 * Law 2013-015: her identifying values and their salts go everywhere in this database, with those of records that
 * were merged into hers, and what her policies and claims tell of her and hers: children, beneficiaries, diagnoses,
 * receipts. Numbers, terms, francs and the chain of digests stay. Pages that the database freed are
 * overwritten afterwards. Backups and sticks made before keep what they hold until they are replaced.
 * @param input.number typed by the person, to be sure whom she means
 */
export function eraseMember(call: Call, input: InputOf<"membership.eraseMember">): Result<MemberFile> {
  const erased = changeMember(call, input.id, (door, member) => {
    if (input.number !== member.number) return refuse("member.numberMismatch", { field: "number" });
    for (const merged of listMergedRecords(door, member.id)) eraseOne(door, merged);
    eraseOne(door, member);
    insertAudit(door, { id: call.world.newId(), action: "erase", reference: member.number });
    return accept(null);
  });
  if (erased.ok) call.office.scrub();
  return erased;
}
