import type { MemberNumber, OfficeCode } from "../../contract/primitives.ts";
import { insertInherited, insertTransferDone, isTransferDone } from "../../data/answers.ts";
import {
  completeArrival,
  handOverMember,
  moveFollowing,
  takeInFollower,
  takeInMember,
} from "../../data/arrivals.ts";
import { insertAudit } from "../../data/journal.ts";
import type { StoredMember } from "../../data/memberRecord.ts";
import { readMember } from "../../data/members.ts";
import { insertPhoto } from "../../data/photos.ts";
import type { WriteDoor } from "../../data/writeDoor.ts";
import type { Call } from "../call.ts";
import { mergeRecords } from "../membership/merge.ts";
import { FOLLOWERS, type MemberRecordRow, type TransferRow } from "./answerRows.ts";
import type { AnswerContent } from "./answersReading.ts";

/** What moves: transfers, and the records of members who arrive. */
type Moving = Pick<AnswerContent, "tiers" | "of" | "photos">;

/** Whom an answer's transfers moved. */
export interface Moved {
  readonly arrived: MemberNumber[];
  readonly departed: { number: MemberNumber; to: OfficeCode }[];
}

function noteDone(call: Call, door: WriteDoor, transfer: TransferRow, number: MemberNumber): void {
  insertTransferDone(door, transfer.id);
  insertAudit(door, { id: call.world.newId(), action: "transfer", reference: number });
}

/**
 * This office's last entries on her. A record that was merged into another meanwhile waits for that one: headquarters
 * decided about a woman, not about half of her.
 */
function letGo(call: Call, door: WriteDoor, transfer: TransferRow): MemberNumber | null {
  const member = readMember(door, transfer.member_id);
  if (member === undefined || member.office !== call.office.code || member.mergedInto !== null) return null;
  handOverMember(door, member.id, { to: transfer.to_office, on: call.today() });
  noteDone(call, door, transfer, member.number);
  return member.number;
}

/** Her record as another office left it, and those that were merged into hers there, hers first. */
function recordsFor(content: Moving, memberId: string): MemberRecordRow[] {
  const all = content.of("member");
  const own = all.find(({ id }) => id === memberId);
  // A record that was merged into another there after the decision: that one is not ours to have.
  if (own === undefined || own.merged_into !== null) return [];
  return [own, ...all.filter(({ merged_into }) => merged_into === memberId)];
}

/** This office's own record of her, which may have been merged into another since the decision. */
function ownRecord(call: Call, door: WriteDoor, id: string | null): StoredMember | null {
  const named = id === null ? undefined : readMember(door, id);
  const kept = named?.mergedInto ? readMember(door, named.mergedInto) : named;
  const isLiving = kept !== undefined && kept.office === call.office.code && kept.erasedAt === null;
  return isLiving && kept.mergedInto === null ? kept : null;
}

function takeInHistory(door: WriteDoor, content: Moving, ids: ReadonlySet<string>): void {
  for (const entry of content.of("inherited")) {
    // What this office did itself, before she went and came back, is in its own journal.
    if (!ids.has(entry.member_id) || entry.office === door.author.office) continue;
    const { office, epoch, seq, at, entity, record_id, op, member_id, shared_values } = entry;
    insertInherited(door, {
      ...{ office, epoch, seq, at, entity, op },
      id: record_id,
      memberId: member_id,
      sharedValues: shared_values,
    });
  }
}

/** Records that go with members, those that others name first. */
function followersIn(content: Moving) {
  return FOLLOWERS.flatMap((entity) => content.of(entity).map((row) => ({ entity, row })));
}

/** Takes her in with all that is hers. Waits for an answer that is complete, where this one is not. */
function takeIn(call: Call, door: WriteDoor, transfer: TransferRow, content: Moving): MemberNumber | null {
  const records = recordsFor(content, transfer.member_id);
  const [own] = records;
  const isComplete = content.tiers.includes("identity") && content.tiers.includes("finance");
  if (own === undefined || !isComplete) return null;
  const ids = new Set(records.map(({ id }) => id));
  for (const record of records) {
    takeInMember(door, record);
    const photo = record.photo_sha256 === null ? undefined : content.photos.get(record.photo_sha256);
    if (record.photo_sha256 !== null && photo !== undefined) insertPhoto(door, record.photo_sha256, photo);
  }
  for (const { entity, row } of followersIn(content))
    if (ids.has(row.member_id)) takeInFollower(door, entity, row);
  completeArrival(door, own.id);
  takeInHistory(door, content, ids);
  mergeIntoOwn(call, door, transfer);
  noteDone(call, door, transfer, own.number);
  return own.number;
}

function mergeIntoOwn(call: Call, door: WriteDoor, transfer: TransferRow): void {
  const arrived = readMember(door, transfer.member_id);
  const kept = ownRecord(call, door, transfer.merge_into);
  if (arrived !== undefined && arrived.erasedAt === null && kept !== null && kept.id !== arrived.id)
    mergeRecords(door, kept, arrived);
}

/** What the office that a member came from sold, took or wrote for her before it knew of the transfer. */
function takeInLate(door: WriteDoor, content: Moving): void {
  for (const { entity, row } of followersIn(content)) {
    const member = readMember(door, row.member_id);
    if (member === undefined || member.office !== door.author.office) continue;
    if (takeInFollower(door, entity, row) && member.mergedInto !== null)
      moveFollowing(door, member.id, member.mergedInto);
  }
}

/** This office's part of every transfer that it has not done yet, in the order of the decisions. */
export function takeTransfers(call: Call, door: WriteDoor, content: Moving): Moved {
  const moved: Moved = { arrived: [], departed: [] };
  const open = content.of("transfer").filter(({ id }) => !isTransferDone(door, id));
  for (const transfer of open.toSorted((a, b) => (a.decided_at < b.decided_at ? -1 : 1))) {
    if (transfer.from_office === call.office.code) {
      const number = letGo(call, door, transfer);
      if (number !== null) moved.departed.push({ number, to: transfer.to_office });
    } else if (transfer.to_office === call.office.code) {
      const number = takeIn(call, door, transfer, content);
      if (number !== null) moved.arrived.push(number);
    }
  }
  takeInLate(door, content);
  return moved;
}
