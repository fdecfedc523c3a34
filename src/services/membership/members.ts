import type { InputOf, OutputOf } from "../../contract/index.ts";
import type { MemberFile } from "../../contract/membership.ts";
import { accept, type Result, refuse } from "../../contract/results.ts";
import { listLocalities as localities, readMemberPage } from "../../data/memberLists.ts";
import type { StoredMember } from "../../data/memberRecord.ts";
import {
  insertMember,
  readMember as readStored,
  updateDeparture,
  updateMemberDetails,
} from "../../data/members.ts";
import { takeMemberNumber } from "../../data/numbers.ts";
import { readSettings } from "../../data/officeRecord.ts";
import type { Reader } from "../../data/reader.ts";
import type { WriteDoor } from "../../data/writeDoor.ts";
import { LIKELY } from "../../domain/names/likelihood.ts";
import type { Call } from "../call.ts";
import { checkDetails } from "./details.ts";
import { findLikenesses } from "./duplicates.ts";
import { fileOf, rowOf, statusDays, termRules } from "./views.ts";

export function listMembers(
  call: Call,
  input: InputOf<"membership.listMembers">,
): Result<OutputOf<"membership.listMembers">> {
  const { reader } = call.office;
  const settings = readSettings(reader);
  const days = statusDays(settings, call.today());
  const rules = termRules(settings);
  const { rows, total } = readMemberPage(reader, input.filter, days, input);
  return accept({ rows: rows.map((row) => rowOf(row, rules, days.today)), total });
}

export function listLocalities(call: Call): Result<OutputOf<"membership.listLocalities">> {
  return accept(localities(call.office.reader));
}

export function readMember(call: Call, input: { id: string }): Result<MemberFile> {
  return fileOf(call.office.reader, input.id, call.today());
}

/** A record that may still be changed: there, not merged into another, not erased. */
export function readLiving(reader: Reader, id: string, field = "id"): Result<StoredMember> {
  const member = readStored(reader, id);
  if (member === undefined) return refuse("member.notFound", { field });
  if (member.mergedInto !== null) return refuse("member.merged", { field });
  return member.erasedAt === null ? accept(member) : refuse("member.erased", { field });
}

/** Runs one change of one record in a transaction and answers with her file as it stands then. */
export function changeMember(
  call: Call,
  id: string,
  change: (door: WriteDoor, member: StoredMember) => Result<unknown>,
): Result<MemberFile> {
  return call.office.write(call.user.id, call.world.now(), (door) => {
    const member = readLiving(door, id);
    if (!member.ok) return member;
    const changed = change(door, member.value);
    return changed.ok ? fileOf(door, id, call.today()) : changed;
  });
}

/**
 * Registers a woman under the next number. The same request twice (a double click) makes one record. Refuses
 * minors, impossible dates and phones, and likely duplicates that nobody has looked at.
 */
export function registerMember(call: Call, input: InputOf<"membership.registerMember">): Result<MemberFile> {
  return call.office.write(call.user.id, call.world.now(), (door) => {
    if (readStored(door, input.id) !== undefined) return fileOf(door, input.id, call.today());
    const details = checkDetails(input.details, call.today());
    if (!details.ok) return details;
    if (!input.confirmedNotDuplicate) {
      const [likeliest] = findLikenesses(door, details.value, null);
      if (likeliest !== undefined && likeliest.likelihood >= LIKELY) {
        return refuse("member.likelyDuplicate", { field: "surname", values: { number: likeliest.number } });
      }
    }
    insertMember(door, { id: input.id, number: takeMemberNumber(door), details: details.value });
    return fileOf(door, input.id, call.today());
  });
}

export function updateMember(call: Call, input: InputOf<"membership.updateMember">): Result<MemberFile> {
  return changeMember(call, input.id, (door, member) => {
    const details = checkDetails(input.details, call.today());
    if (!details.ok) return details;
    if (JSON.stringify(details.value) !== JSON.stringify(member.details)) {
      updateMemberDetails(door, member.id, member.number, details.value);
    }
    return accept(null);
  });
}

export function recordDeparture(
  call: Call,
  input: InputOf<"membership.recordDeparture">,
): Result<MemberFile> {
  return changeMember(call, input.id, (door, member) => {
    if (member.leftOn !== null) return refuse("member.alreadyLeft", { field: "on" });
    if (input.on > call.today()) return refuse("member.leftInFuture", { field: "on" });
    if (input.on < member.details.joinedOn) return refuse("member.leftBeforeJoined", { field: "on" });
    updateDeparture(door, member.id, { on: input.on, reason: input.reason });
    return accept(null);
  });
}

export function reinstate(call: Call, input: { id: string }): Result<MemberFile> {
  return changeMember(call, input.id, (door, member) => {
    if (member.leftOn === null) return refuse("member.notLeft");
    updateDeparture(door, member.id, null);
    return accept(null);
  });
}
