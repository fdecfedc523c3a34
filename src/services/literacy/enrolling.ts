import type { InputOf } from "../../contract/index.ts";
import type { CohortFile } from "../../contract/literacyViews.ts";
import type { CalendarDate } from "../../contract/primitives.ts";
import { accept, type Result, refuse } from "../../contract/results.ts";
import { listCohorts, type StoredCohort } from "../../data/literacy/cohorts.ts";
import {
  insertStay,
  listStaysOf,
  readStay,
  type StoredStay,
  updateStayEnd,
  updateStayStart,
} from "../../data/literacy/enrolments.ts";
import { listSessions } from "../../data/literacy/sessions.ts";
import type { WriteDoor } from "../../data/writeDoor.ts";
import { addDays } from "../../domain/calendar.ts";
import { isInClass, overlapping } from "../../domain/literacy/stays.ts";
import type { Call } from "../call.ts";
import { orElsewhere, readLiving } from "../membership/members.ts";
import { ownSource, readClass, readOpenCohort } from "./classes.ts";
import { fileNow } from "./cohorts.ts";
import { ownProgrammeBook } from "./programmeBook.ts";

type Fault = ReturnType<typeof refuse>;

/** @param wait for a place, which is asked for before the class begins, too */
function dayFault(call: Call, { details }: StoredCohort, on: CalendarDate, wait = false): Fault | null {
  const { startsOn: from, endsOn: to } = details;
  if (on > call.today() && on > from) return refuse("literacy.dayInFuture", { field: "on" });
  return (on < from && !wait) || on > to
    ? refuse("literacy.dayOutside", { field: "on", values: { from, to } })
    : null;
}

const levelOf = (call: Call, door: WriteDoor, cohort: StoredCohort): string => {
  const details = ownProgrammeBook(call, door).of(call.office.code, cohort.details.programmeId)?.details;
  return `${details?.level} ${details?.language}`;
};

/** A class of the same level and language that she is in from that day on; her stay of `exceptId` left out. */
function overlapFault(
  call: Call,
  door: WriteDoor,
  about: { memberId: string; cohort: StoredCohort; on: CalendarDate; exceptId: string | null },
): Fault | null {
  const { memberId, cohort, on, exceptId } = about;
  const classes = new Map(listCohorts(door, { office: call.office.code }).map((one) => [one.id, one]));
  const level = levelOf(call, door, cohort);
  const hers = listStaysOf(door, memberId).filter((stay) => {
    const where = classes.get(stay.cohortId);
    return stay.id !== exceptId && where !== undefined && levelOf(call, door, where) === level;
  });
  const other = overlapping(hers, on);
  const number = classes.get(other?.cohortId ?? "")?.number;
  return number === undefined
    ? null
    : refuse("literacy.alreadyEnrolled", { field: "memberId", values: { number } });
}

/** Whether a place is free from that day on, also once those are there who begin later. */
function hasRoom(call: Call, door: WriteDoor, cohort: StoredCohort, on: CalendarDate): boolean {
  const { stays } = readClass(call, ownSource(call, door), cohort);
  const days = [
    on,
    ...stays.flatMap(({ startsOn }) => (startsOn !== null && startsOn > on ? [startsOn] : [])),
  ];
  return days.every((day) => stays.filter((stay) => isInClass(stay, day)).length < cohort.details.capacity);
}

function fullFault(call: Call, door: WriteDoor, cohort: StoredCohort, on: CalendarDate): Fault | null {
  const { capacity } = cohort.details;
  return hasRoom(call, door, cohort, on)
    ? null
    : refuse("literacy.full", { field: "cohortId", values: { capacity } });
}

type Enrolment = InputOf<"literacy.enrol">;

/** A member whom this office follows and who has not left may come into a class. @param field that names her */
function memberFault(call: Call, door: WriteDoor, memberId: string, field: string): Fault | null {
  const member = readLiving(call, door, memberId, field);
  if (!member.ok) return member;
  const { leftOn } = member.value;
  return leftOn !== null && leftOn <= call.today() ? refuse("literacy.memberLeft", { field }) : null;
}

function admitNew(call: Call, door: WriteDoor, cohort: StoredCohort, input: Enrolment): Result<null> {
  const { id, memberId, on, placement, wait } = input;
  const unfit = memberFault(call, door, memberId, "memberId");
  if (unfit !== null) return unfit;
  const isThere = listStaysOf(door, memberId).some(
    (stay) => stay.cohortId === cohort.id && stay.endedOn === null,
  );
  if (isThere)
    return refuse("literacy.alreadyEnrolled", { field: "memberId", values: { number: cohort.number } });
  if (!wait) {
    const fault =
      overlapFault(call, door, { memberId, cohort, on, exceptId: null }) ?? fullFault(call, door, cohort, on);
    if (fault !== null) return fault;
  }
  const startsOn = wait ? null : on;
  insertStay(door, {
    ...{ id, cohortId: cohort.id, memberId, enrolledOn: on, startsOn, previousId: null, placement },
  });
  return accept(null);
}

/**
 * Enrols a member in a class from a day on, or puts her on its waiting list. Refuses a day outside the class, a woman
 * who follows a class of the level already, and a full class. The same request twice enrols her once.
 */
export function enrol(call: Call, input: Enrolment): Result<CohortFile> {
  const done = call.office.write(call.user.id, call.world.now(), (door): Result<CohortFile> => {
    const cohort = readOpenCohort(call, door, input.cohortId, "cohortId");
    if (!cohort.ok) return cohort;
    const known = readStay(door, input.id);
    if (known !== undefined)
      return known.cohortId === input.cohortId
        ? fileNow(call, door, input.cohortId)
        : refuse("request.invalid", { field: "id" });
    const fault = dayFault(call, cohort.value, input.on, input.wait);
    if (fault !== null) return fault;
    const admitted = admitNew(call, door, cohort.value, input);
    return admitted.ok ? fileNow(call, door, input.cohortId) : admitted;
  });
  return orElsewhere(call, done, input.memberId, "memberId");
}

/** A stay of this office in a class that is not closed. */
function readOwnStay(
  call: Call,
  door: WriteDoor,
  id: string,
): Result<{ stay: StoredStay; cohort: StoredCohort }> {
  const stay = readStay(door, id);
  if (stay === undefined || stay.office !== call.office.code)
    return refuse("literacy.enrolmentUnknown", { field: "id" });
  const cohort = readOpenCohort(call, door, stay.cohortId, "id");
  return cohort.ok ? accept({ stay, cohort: cohort.value }) : cohort;
}

/** Runs one change of a stay in a transaction and answers with the class as it stands then. */
function changeStay(
  call: Call,
  id: string,
  change: (door: WriteDoor, stay: StoredStay, cohort: StoredCohort) => Fault | null,
): Result<CohortFile> {
  return call.office.write(call.user.id, call.world.now(), (door): Result<CohortFile> => {
    const found = readOwnStay(call, door, id);
    if (!found.ok) return found;
    const { stay, cohort } = found.value;
    return change(door, stay, cohort) ?? fileNow(call, door, cohort.id);
  });
}

/** From the waiting list into the class, from a day on. */
export function admit(call: Call, input: InputOf<"literacy.admit">): Result<CohortFile> {
  const { id, on } = input;
  return changeStay(call, id, (door, stay, cohort) => {
    if (stay.startsOn === on && stay.endedOn === null) return null;
    if (stay.startsOn !== null || stay.endedOn !== null)
      return refuse("literacy.notWaiting", { field: "id" });
    const fault =
      memberFault(call, door, stay.memberId, "id") ??
      dayFault(call, cohort, on) ??
      overlapFault(call, door, { memberId: stay.memberId, cohort, on, exceptId: id }) ??
      fullFault(call, door, cohort, on);
    if (fault !== null) return fault;
    updateStayStart(door, id, on);
    return null;
  });
}

/** The latest day on which she has a mark in her class, after a day; undefined without one. */
function markedAfter(door: WriteDoor, stay: StoredStay, on: CalendarDate): CalendarDate | undefined {
  return listSessions(door, [stay.cohortId])
    .filter(({ onDay, marks }) => onDay > on && marks.some(({ enrolmentId }) => enrolmentId === stay.id))
    .at(-1)?.onDay;
}

/**
 * What forbids that this is her last day in the class. Who has not begun yet may go before her first day.
 * @param about.first day that it may be; her own first day where it is left out
 */
function lastDayFault(
  call: Call,
  door: WriteDoor,
  stay: StoredStay,
  about: { readonly on: CalendarDate; readonly first?: CalendarDate },
): Fault | null {
  const { startsOn } = stay;
  const { on, first = startsOn } = about;
  const today = call.today();
  const isToCome = startsOn !== null && startsOn > today;
  if (on > today && !(isToCome && on < startsOn)) return refuse("literacy.dayInFuture", { field: "on" });
  if (first !== null && on < first && !isToCome)
    return refuse("literacy.beforeStart", { field: "on", values: { from: startsOn ?? first } });
  const marked = markedAfter(door, stay, on);
  return marked === undefined ? null : refuse("literacy.marksAfter", { field: "on", values: { on: marked } });
}

/** Her last day in the class, with the reason; from the waiting list she only goes. */
export function leave(call: Call, input: InputOf<"literacy.leave">): Result<CohortFile> {
  const { id, on, reason } = input;
  return changeStay(call, id, (door, stay) => {
    if (stay.endedOn === on && stay.end === reason) return null;
    if (stay.endedOn !== null) return refuse("literacy.notAttending", { field: "id" });
    const fault = lastDayFault(call, door, stay, { on });
    if (fault !== null) return fault;
    updateStayEnd(door, id, on, reason);
    return null;
  });
}

function moveFault(
  call: Call,
  door: WriteDoor,
  { stay, from, to, on }: { stay: StoredStay; from: StoredCohort; to: StoredCohort; on: CalendarDate },
): Fault | null {
  if (stay.endedOn !== null || stay.startsOn === null)
    return refuse("literacy.notAttending", { field: "id" });
  if (to.id === from.id) return refuse("literacy.sameCohort", { field: "cohortId" });
  if (levelOf(call, door, to) !== levelOf(call, door, from))
    return refuse("literacy.otherLevel", { field: "cohortId" });
  return (
    memberFault(call, door, stay.memberId, "id") ??
    dayFault(call, to, on) ??
    lastDayFault(call, door, stay, { on: addDays(on, -1), first: addDays(stay.startsOn, -1) }) ??
    overlapFault(call, door, { memberId: stay.memberId, cohort: to, on, exceptId: stay.id }) ??
    fullFault(call, door, to, on)
  );
}

/**
 * On to another class of the level: her stay here ends on the day before; where that is before its first day, she was
 * never in this class. Answers with the class that she left.
 */
export function move(call: Call, input: InputOf<"literacy.move">): Result<CohortFile> {
  const { id, newId, on } = input;
  return call.office.write(call.user.id, call.world.now(), (door): Result<CohortFile> => {
    const found = readOwnStay(call, door, id);
    if (!found.ok) return found;
    const { stay, cohort: from } = found.value;
    const known = readStay(door, newId);
    if (known !== undefined)
      return known.previousId === id
        ? fileNow(call, door, from.id)
        : refuse("request.invalid", { field: "newId" });
    const to = readOpenCohort(call, door, input.cohortId, "cohortId");
    if (!to.ok) return to;
    const fault = moveFault(call, door, { stay, from, to: to.value, on });
    if (fault !== null) return fault;
    updateStayEnd(door, id, addDays(on, -1), "movedCohort");
    insertStay(door, {
      ...{ id: newId, cohortId: to.value.id, memberId: stay.memberId, enrolledOn: on, startsOn: on },
      ...{ previousId: id, placement: stay.placement },
    });
    return fileNow(call, door, from.id);
  });
}

/** Who left comes back into the same class, as a stay that follows the one before. */
export function comeBack(call: Call, input: InputOf<"literacy.comeBack">): Result<CohortFile> {
  const { id, newId, on } = input;
  return changeStay(call, id, (door, stay, cohort) => {
    const known = readStay(door, newId);
    if (known !== undefined)
      return known.previousId === id ? null : refuse("request.invalid", { field: "newId" });
    const hasLeft = stay.endedOn !== null && stay.end !== "movedCohort" && stay.end !== "finished";
    if (!hasLeft || stay.startsOn === null) return refuse("literacy.notLeft", { field: "id" });
    if (on <= (stay.endedOn ?? ""))
      return refuse("literacy.beforeStart", {
        field: "on",
        values: { from: addDays(stay.endedOn ?? on, 1) },
      });
    const fault =
      memberFault(call, door, stay.memberId, "id") ??
      dayFault(call, cohort, on) ??
      overlapFault(call, door, { memberId: stay.memberId, cohort, on, exceptId: id }) ??
      fullFault(call, door, cohort, on);
    if (fault !== null) return fault;
    insertStay(door, {
      ...{ id: newId, cohortId: cohort.id, memberId: stay.memberId, enrolledOn: on, startsOn: on },
      ...{ previousId: id, placement: null },
    });
    return null;
  });
}
