import type { InputOf } from "../../contract/index.ts";
import type { ClassSession } from "../../contract/literacyTerms.ts";
import type { AttendanceSheet, WeekCohort } from "../../contract/literacyViews.ts";
import type { CalendarDate } from "../../contract/primitives.ts";
import { accept, type Result, refuse } from "../../contract/results.ts";
import { listCohorts } from "../../data/literacy/cohorts.ts";
import { putSession, readSession, readSessionAt } from "../../data/literacy/sessions.ts";
import { listTrainers } from "../../data/literacy/trainers.ts";
import type { WriteDoor } from "../../data/writeDoor.ts";
import { plannedSessions } from "../../domain/literacy/sessions.ts";
import { isInClass, isInClassWithin } from "../../domain/literacy/stays.ts";
import type { Call } from "../call.ts";
import { scopeOf } from "../scope.ts";
import {
  type ClassRecord,
  findClass,
  ownSource,
  readClass,
  readClasses,
  readOpenCohort,
  sourceFor,
} from "./classes.ts";
import { learnerOf } from "./classViews.ts";

interface Span {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
}

const within = ({ from, to }: Span, { onDay }: { onDay: CalendarDate }) => from <= onDay && onDay <= to;

/** Meetings that a feast takes away, told with its name. */
function feastSessions({ cohort, feasts, recorded }: ClassRecord, span: Span): ClassSession[] {
  const known = new Set(recorded.map(({ onDay, from }) => `${onDay} ${from}`));
  return plannedSessions(cohort.details, new Set(), span.from, span.to)
    .filter(({ onDay, from }) => feasts.has(onDay) && !known.has(`${onDay} ${from}`))
    .map(({ onDay, from, minutes }) => ({
      ...{ id: null, cohortId: cohort.id, onDay, from, minutes, state: "cancelled", cancelReason: "holiday" },
      ...{ holiday: feasts.get(onDay) ?? "", extra: false, trainerId: null, trainerAbsent: false },
      ...{ content: "", marks: [] },
    }));
}

const withFeast = (session: ClassSession, { feasts }: ClassRecord): ClassSession => ({
  ...session,
  holiday: feasts.get(session.onDay) ?? "",
});

/** Sessions of these days. Once a class is closed, nothing of its rhythm is to come. */
function sessionsIn(record: ClassRecord, span: Span): ClassSession[] {
  const isClosed = record.cohort.closedOn !== null;
  return record.sessions
    .filter((session) => within(span, session) && !(isClosed && session.state === "planned"))
    .map((session) => withFeast(session, record));
}

function weekOf(record: ClassRecord, span: Span): WeekCohort {
  const { cohort, trainer, stays } = record;
  const sessions = [
    ...sessionsIn(record, span),
    ...(cohort.closedOn === null ? feastSessions(record, span) : []),
  ].sort((one, other) => (`${one.onDay} ${one.from}` < `${other.onDay} ${other.from}` ? -1 : 1));
  return {
    ...{ cohortId: cohort.id, number: cohort.number, name: cohort.details.name, place: cohort.details.place },
    trainerName: trainer?.name ?? "",
    attending: stays.filter((stay) => isInClass(stay, span.to)).length,
    sessions,
  };
}

/** Sessions of the classes that run in these days, with those that a feast takes away. */
export function week(call: Call, input: InputOf<"literacy.week">): Result<WeekCohort[]> {
  if (input.to < input.from) return refuse("literacy.spanWrong", { field: "to" });
  const scope = scopeOf(call, input.office, "programme");
  if (!scope.ok) return scope;
  const { reader, office = call.office.code } = scope.value;
  const { from, to } = input;
  const running = listCohorts(reader, { office, from, to });
  return accept(readClasses(call, sourceFor(call, reader), running).map((record) => weekOf(record, input)));
}

function sheetOf(record: ClassRecord, span: Span): AttendanceSheet {
  const { cohort, stays } = record;
  return {
    ...{ cohortId: cohort.id, name: cohort.details.name, from: span.from, to: span.to },
    sessions: sessionsIn(record, span),
    learners: stays
      .filter((stay) => isInClassWithin(stay, span.from, span.to))
      .map((stay) => ({
        ...{ enrolmentId: stay.id, learner: learnerOf(stay) },
        ...{ startsOn: stay.startsOn ?? span.from, endedOn: stay.endedOn },
      })),
  };
}

/** A class's sessions of some days with everybody who was in it on one of them, by number. */
export function sheet(call: Call, input: InputOf<"literacy.sheet">): Result<AttendanceSheet> {
  if (input.to < input.from) return refuse("literacy.spanWrong", { field: "to" });
  const record = findClass(call, input.cohortId, "cohortId");
  return record.ok ? accept(sheetOf(record.value, input)) : record;
}

type Entered = InputOf<"literacy.saveSheet">["sessions"][number];
type Fault = ReturnType<typeof refuse>;

function dayFault(call: Call, { cohort }: ClassRecord, { onDay }: Entered, at: string): Fault | null {
  const { startsOn: from, endsOn: to } = cohort.details;
  if (onDay > call.today()) return refuse("literacy.dayInFuture", { field: `${at}.onDay` });
  return onDay < from || onDay > to
    ? refuse("literacy.dayOutside", { field: `${at}.onDay`, values: { from, to } })
    : null;
}

function placeFault(door: WriteDoor, record: ClassRecord, session: Entered, at: string): Fault | null {
  const { onDay, from, extra, id } = session;
  const values = { on: onDay, at: from };
  const known = readSessionAt(door, { cohortId: record.cohort.id, onDay, from });
  if (known !== undefined && known.id !== id) return refuse("literacy.sessionTwice", { field: at, values });
  const byId = readSession(door, id);
  if ((known ?? byId)?.state === "cancelled")
    return refuse("literacy.sessionCancelled", {
      field: at,
      values: { on: (known ?? byId)?.onDay ?? onDay },
    });
  if (byId !== undefined && byId.cohortId !== record.cohort.id)
    return refuse("literacy.sessionUnknown", { field: `${at}.id` });
  const isPlanned = record.planned.some((one) => one.onDay === onDay && one.from === from);
  const isItself = byId?.onDay === onDay && byId.from === from;
  return isPlanned || extra || isItself
    ? null
    : refuse("literacy.notInRhythm", { field: `${at}.from`, values });
}

/** A mark of somebody who was not in the class that day, or a second one. */
function marksFault({ stays }: ClassRecord, { onDay, marks }: Entered, at: string): Fault | null {
  const seen = new Set<string>();
  for (const [index, { enrolmentId }] of marks.entries()) {
    const stay = stays.find(({ id }) => id === enrolmentId);
    const isRight = stay !== undefined && isInClass(stay, onDay) && !seen.has(enrolmentId);
    if (!isRight)
      return refuse("literacy.notInClassThen", {
        field: `${at}.marks.${index}`,
        values: { number: stay?.number ?? "?", on: onDay },
      });
    seen.add(enrolmentId);
  }
  return null;
}

function trainerFault(call: Call, door: WriteDoor, { trainerId }: Entered, at: string): Fault | null {
  if (trainerId === null) return null;
  return listTrainers(door, call.office.code).some(({ id }) => id === trainerId)
    ? null
    : refuse("literacy.trainerUnknown", { field: `${at}.trainerId` });
}

function enter(call: Call, door: WriteDoor, record: ClassRecord, session: Entered, at: string): Fault | null {
  const fault =
    dayFault(call, record, session, at) ??
    placeFault(door, record, session, at) ??
    trainerFault(call, door, session, at) ??
    marksFault(record, session, at);
  if (fault !== null) return fault;
  putSession(door, {
    ...session,
    cohortId: record.cohort.id,
    state: "held",
    cancelReason: null,
    // Written down: the class may have another trainer later.
    trainerId: session.trainerId ?? record.cohort.details.trainerId,
  });
  return null;
}

/**
 * Enters the paper sheet of some days at once, or what it should have said. Refuses, at its session and mark, what lies
 * outside the class or its rhythm, is still to come, or notes a woman who was not enrolled that day; nothing is kept
 * then.
 */
export function saveSheet(call: Call, input: InputOf<"literacy.saveSheet">): Result<AttendanceSheet> {
  if (input.to < input.from) return refuse("literacy.spanWrong", { field: "to" });
  return call.office.write(call.user.id, call.world.now(), (door): Result<AttendanceSheet> => {
    const cohort = readOpenCohort(call, door, input.cohortId, "cohortId");
    if (!cohort.ok) return cohort;
    const source = ownSource(call, door);
    const record = readClass(call, source, cohort.value);
    for (const [index, session] of input.sessions.entries()) {
      const { id, onDay, from } = session;
      if (input.sessions.findIndex((one) => one.id === id) < index)
        return refuse("literacy.sessionTwice", {
          field: `sessions.${index}`,
          values: { on: onDay, at: from },
        });
      const fault = enter(call, door, record, session, `sessions.${index}`);
      if (fault !== null) return fault;
    }
    return accept(sheetOf(readClass(call, source, cohort.value), input));
  });
}
