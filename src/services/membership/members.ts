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
import { nationalWith, paidBy, scopeOf } from "../scope.ts";
import { checkDetails } from "./details.ts";
import { findLikenesses } from "./duplicates.ts";
import { fileOf, nationalFileOf, rowOf, statusDays, termRules } from "./views.ts";

export function listMembers(
  call: Call,
  input: InputOf<"membership.listMembers">,
): Result<OutputOf<"membership.listMembers">> {
  const scope = scopeOf(call, input.filter.office, "identity");
  if (!scope.ok) return scope;
  const { reader, office, paidBy: by } = scope.value;
  const settings = readSettings(call.office.reader);
  const days = statusDays(settings, call.today(), by);
  const rules = termRules(settings);
  const { rows, total } = readMemberPage(reader, { ...input.filter, office }, days, input);
  return accept({ rows: rows.map((row) => rowOf(row, rules, days.today)), total });
}

export function listLocalities(
  call: Call,
  input: InputOf<"membership.listLocalities">,
): Result<OutputOf<"membership.listLocalities">> {
  const scope = scopeOf(call, input.office, "identity");
  return scope.ok ? accept(localities(scope.value.reader, scope.value.office)) : scope;
}

/**
 * Her file: this office's own members', and at headquarters any office's, to read. What a member who was handed over
 * does elsewhere is in headquarters' copies; the office that gave her keeps what it knew.
 */
export function readMember(call: Call, input: { id: string }): Result<MemberFile> {
  const { reader } = call.office;
  const own = fileOf(reader, input.id, call.today());
  if (own.ok && own.value.member.office === call.office.code) return own;
  const national = nationalWith(call, "identity");
  if (national === null) return own;
  const about = { reader: national.reader, paidBy: paidBy(national), rules: termRules(readSettings(reader)) };
  const file = nationalFileOf(about, input.id, call.today());
  return file.ok ? file : own;
}

/** A record that this office may still change: its own, not merged into another, not erased. */
export function readLiving(call: Call, reader: Reader, id: string, field = "id"): Result<StoredMember> {
  const member = readStored(reader, id);
  if (member === undefined) return refuse("member.notFound", { field });
  if (member.office !== call.office.code)
    return refuse("member.elsewhere", { field, values: { office: member.office } });
  if (member.mergedInto !== null) return refuse("member.merged", { field });
  return member.erasedAt === null ? accept(member) : refuse("member.erased", { field });
}

/**
 * Headquarters reads every office's members: one whom its own register does not have is told apart from one whom
 * nobody knows. Asked once the transaction that did not find her is over.
 * @param answer of a request about the member of this id, named by this field
 */
export function orElsewhere<T>(call: Call, answer: Result<T>, id: string, field = "id"): Result<T> {
  if (answer.ok || answer.refusal.code !== "member.notFound" || answer.refusal.field !== field) return answer;
  const national = nationalWith(call, "identity");
  const known = national === null ? undefined : readStored(national.reader, id);
  return known === undefined
    ? answer
    : refuse("member.elsewhere", { field, values: { office: known.office } });
}

/** Runs one change of one record in a transaction and answers with her file as it stands then. */
export function changeMember(
  call: Call,
  id: string,
  change: (door: WriteDoor, member: StoredMember) => Result<unknown>,
): Result<MemberFile> {
  const changed = call.office.write(call.user.id, call.world.now(), (door): Result<MemberFile> => {
    const member = readLiving(call, door, id);
    if (!member.ok) return member;
    const done = change(door, member.value);
    return done.ok ? fileOf(door, id, call.today()) : done;
  });
  return orElsewhere(call, changed, id);
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
  if (input.reason === "transferred") return refuse("request.invalid", { field: "reason" });
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
