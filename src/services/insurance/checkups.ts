import type { InputOf } from "../../contract/index.ts";
import type { Checkup, CheckupRow } from "../../contract/insurancePolicies.ts";
import type { CalendarDate, OfficeCode } from "../../contract/primitives.ts";
import { accept, type Result, refuse } from "../../contract/results.ts";
import {
  hasCheckup,
  insertCheckup,
  type LastCheckup,
  listCheckups,
  listLastCheckups,
  markCheckupVoided,
  readCheckup,
} from "../../data/insurance/checkups.ts";
import type { Reader } from "../../data/reader.ts";
import { checkupStanding } from "../../domain/insurance/checkups.ts";
import type { Call } from "../call.ts";
import { orElsewhere, readLiving } from "../membership/members.ts";
import { nationalWith } from "../scope.ts";

function rowOf(last: LastCheckup, today: CalendarDate): CheckupRow {
  // Who never had one is followed from this month on: nobody is years late for a booklet that she never got.
  const { state, dueUntil } = checkupStanding(last.lastOn, today, today);
  return { ...last, dueOn: dueUntil, state: last.lastOn === null ? "never" : state };
}

/** The members of an office who have not left, by name, as they stand on a day. */
export function checkupRows(reader: Reader, office: OfficeCode, today: CalendarDate): CheckupRow[] {
  return listLastCheckups(reader, office, today).map((last) => rowOf(last, today));
}

/** Where the members of this office stand with their monthly check-up; who left is not followed. */
export function checkups(call: Call, input: InputOf<"insurance.checkups">): Result<CheckupRow[]> {
  const today = call.today();
  const rows = checkupRows(call.office.reader, call.office.code, today);
  const { states } = input;
  return accept(states.length === 0 ? rows : rows.filter(({ state }) => states.includes(state)));
}

function listOf(reader: Reader, memberId: string): Checkup[] {
  return listCheckups(reader, memberId).map(({ id, doneOn, facility, stamp }) => ({
    ...{ id, doneOn, facility, stamp },
  }));
}

/** Her check-ups, the latest first; at headquarters of any office's member, without what stays in the office. */
export function memberCheckups(call: Call, input: { memberId: string }): Result<Checkup[]> {
  const own = listOf(call.office.reader, input.memberId);
  const national = own.length === 0 ? nationalWith(call, "health") : null;
  return accept(national === null ? own : listOf(national.reader, input.memberId));
}

/** Records one from her booklet. The same request twice (a double click) records it once. */
export function recordCheckup(call: Call, input: InputOf<"insurance.recordCheckup">): Result<Checkup[]> {
  const { id, memberId, doneOn, facility, stamp } = input;
  const recorded = call.office.write(call.user.id, call.world.now(), (door): Result<Checkup[]> => {
    if (hasCheckup(door, id)) return accept(listOf(door, memberId));
    const member = readLiving(call, door, memberId, "memberId");
    if (!member.ok) return member;
    if (doneOn > call.today()) return refuse("checkup.inFuture", { field: "doneOn" });
    if (listCheckups(door, memberId).some((one) => one.doneOn === doneOn))
      return refuse("checkup.twice", { field: "doneOn" });
    insertCheckup(door, { id, memberId, doneOn, facility, stamp });
    return accept(listOf(door, memberId));
  });
  return orElsewhere(call, recorded, memberId, "memberId");
}

/** Takes back one that was recorded by mistake: it stays on record and counts no more. */
export function voidCheckup(call: Call, input: { id: string }): Result<Checkup[]> {
  return call.office.write(call.user.id, call.world.now(), (door): Result<Checkup[]> => {
    const checkup = readCheckup(door, input.id);
    if (checkup === undefined || checkup.office !== call.office.code)
      return refuse("checkup.unknown", { field: "id" });
    markCheckupVoided(door, input.id);
    return accept(listOf(door, checkup.memberId));
  });
}
