import type {
  Assessment,
  ClassSession,
  CohortDetails,
  LeaveReason,
  LiteracyFigures,
  ProgrammeDetails,
  Stay,
} from "../../contract/literacyTerms.ts";
import { LeaveReason as LeaveReasons } from "../../contract/literacyTerms.ts";
import type { CalendarDate, Francs } from "../../contract/primitives.ts";
import { decisive, isComplete, outcomeOf } from "./assessing.ts";
import { attendanceOf, rateOf } from "./attendance.ts";
import { minutesTaught, type PlannedSession } from "./sessions.ts";
import { isInClass, isInClassWithin } from "./stays.ts";

/** All that is counted of one cohort. */
export interface CountedCohort {
  readonly cohort: Pick<CohortDetails, "startsOn" | "endsOn"> & { readonly closedOn: CalendarDate | null };
  readonly programme: Pick<ProgrammeDetails, "skills" | "pass">;
  readonly stays: readonly Stay[];
  /** Recorded ones of the whole cohort, in the order of their days. */
  readonly sessions: readonly ClassSession[];
  /** What the rhythm plans within the span. */
  readonly planned: readonly PlannedSession[];
  readonly assessments: readonly Assessment[];
  /** Francs of class fees, and of what the cohort cost, within the span. */
  readonly fees: Francs;
  readonly cost: Francs;
}

export interface FigureSpan {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
}

const within = ({ from, to }: FigureSpan, day: CalendarDate) => from <= day && day <= to;

/** The last day on which a cohort runs: it may be closed before its end; closing it later makes it no longer. */
const lastDay = ({ cohort: { endsOn, closedOn } }: CountedCohort) =>
  closedOn !== null && closedOn < endsOn ? closedOn : endsOn;

const earlier = (one: CalendarDate, other: CalendarDate) => (one < other ? one : other);

/** A cohort with its stays in its own days: who was there when it was over stayed to its end, whatever came later. */
function withinItsDays(counted: CountedCohort): CountedCohort {
  const last = lastDay(counted);
  const stays = counted.stays.map(
    (stay): Stay =>
      stay.endedOn === null || stay.endedOn > last ? { ...stay, endedOn: last, end: "finished" } : stay,
  );
  return { ...counted, stays };
}

/** Sessions that count for a stay, and at how many of them she was. */
export interface Presence {
  readonly stay: Stay;
  readonly attended: number;
  readonly held: number;
}

/** Stay by stay, over the sessions held in the span. */
export function presencesOf(cohorts: readonly CountedCohort[], span: FigureSpan): Presence[] {
  return cohorts.map(withinItsDays).flatMap(({ stays, sessions }) => {
    const held = sessions.filter(({ onDay }) => within(span, onDay));
    return stays.map((stay) => {
      const { attended, held: marked } = attendanceOf(stay, held);
      return { stay, attended, held: marked };
    });
  });
}

/** Sessions of a cohort that were held in the span. */
export function taughtIn({ sessions }: CountedCohort, span: FigureSpan): ClassSession[] {
  return sessions.filter(({ onDay, state }) => within(span, onDay) && state === "held");
}

interface Leaving {
  readonly stay: Stay;
  readonly reason: LeaveReason;
}

/** A woman's stays in the group within the span, of which the last tells whether she dropped out. */
function dropoutsOf(group: readonly CountedCohort[], span: FigureSpan): Map<string, Leaving> {
  const latest = new Map<string, Stay>();
  for (const { stays } of group)
    for (const stay of stays) {
      if (!isInClassWithin(stay, span.from, span.to)) continue;
      const known = latest.get(stay.memberId);
      if (known === undefined || isLater(stay, known)) latest.set(stay.memberId, stay);
    }
  const gone = new Map<string, Leaving>();
  for (const [memberId, stay] of latest) {
    const reason = LeaveReasons.safeParse(stay.end);
    if (stay.endedOn !== null && stay.endedOn <= span.to && reason.success)
      gone.set(memberId, { stay, reason: reason.data });
  }
  return gone;
}

/** By the end, then by the beginning; the id so that no order matters. */
function isLater(stay: Stay, known: Stay): boolean {
  const end = ({ endedOn }: Stay) => endedOn ?? "";
  if (end(stay) !== end(known)) return end(stay) > end(known);
  const start = ({ startsOn }: Stay) => startsOn ?? "";
  if (start(stay) !== start(known)) return start(stay) > start(known);
  return stay.id > known.id;
}

interface Assessed {
  readonly assessed: Map<string, Stay>;
  readonly passed: Map<string, Stay>;
}

function assessedIn(counted: CountedCohort, span: FigureSpan, into: Assessed): void {
  const { stays, assessments, programme, sessions } = counted;
  for (const stay of stays) {
    if (!isInClassWithin(stay, span.from, span.to)) continue;
    const hers = assessments.filter(({ enrolmentId, onDay }) => enrolmentId === stay.id && onDay <= span.to);
    const last = decisive(hers);
    if (last === undefined || !within(span, last.onDay) || !isComplete(programme, last.marks)) continue;
    into.assessed.set(stay.memberId, stay);
    if (outcomeOf(programme, last.marks, attendanceOf(stay, sessions).rate).passed)
      into.passed.set(stay.memberId, stay);
  }
}

const membersOf = (group: readonly CountedCohort[], is: (stay: Stay, counted: CountedCohort) => boolean) =>
  new Map(
    group.flatMap((counted) =>
      counted.stays.filter((stay) => is(stay, counted)).map((stay) => [stay.memberId, stay] as const),
    ),
  );

/** The women of a group of cohorts, each once by her member id, with a stay that she is counted by. */
export interface CountedWomen extends Assessed {
  readonly enrolled: ReadonlyMap<string, Stay>;
  readonly attending: ReadonlyMap<string, Stay>;
  /** Who dropped out, and why. */
  readonly gone: ReadonlyMap<string, Leaving>;
}

/** Whether a cohort runs on a day of the span. */
export function runsWithin(counted: CountedCohort, span: FigureSpan): boolean {
  return counted.cohort.startsOn <= span.to && lastDay(counted) >= span.from;
}

/** Who is counted in a group of cohorts within a span, however often she moved, left and came back. */
export function womenOf(cohorts: readonly CountedCohort[], span: FigureSpan): CountedWomen {
  const running = cohorts.filter((counted) => runsWithin(counted, span)).map(withinItsDays);
  const into: Assessed = { assessed: new Map(), passed: new Map() };
  for (const counted of running) assessedIn(counted, span, into);
  return {
    ...into,
    enrolled: membersOf(running, (stay) => isInClassWithin(stay, span.from, span.to)),
    attending: membersOf(running, (stay, counted) => isInClass(stay, earlier(lastDay(counted), span.to))),
    gone: dropoutsOf(running, span),
  };
}

const sum = (group: readonly CountedCohort[], of: (counted: CountedCohort) => number) =>
  group.reduce((total, counted) => total + of(counted), 0);

/**
 * The indicators of a group of cohorts within a span of days, both included. A woman is counted once in the group,
 * however often she moved, left and came back.
 */
export function figuresOf(group: readonly CountedCohort[], span: FigureSpan): LiteracyFigures {
  // Women are those of cohorts that run in the span; hours and francs have their own days.
  const women = womenOf(group, span);
  const { passed, assessed } = women;
  const [enrolled, gone] = [women.enrolled.size, [...women.gone.values()]];
  const presence = presencesOf(group, span);
  const attended = presence.reduce((total, one) => total + one.attended, 0);
  const held = presence.reduce((total, one) => total + one.held, 0);
  const cost = sum(group, (counted) => counted.cost);
  return {
    cohorts: group.filter((counted) => runsWithin(counted, span)).length,
    enrolled,
    attending: women.attending.size,
    attendanceRate: rateOf(attended, held),
    dropouts: gone.length,
    dropoutRate: rateOf(gone.length, enrolled),
    reasons: LeaveReasons.options.map((reason) => ({
      reason,
      women: gone.filter((one) => one.reason === reason).length,
    })),
    assessed: assessed.size,
    passed: passed.size,
    completionRate: rateOf(passed.size, enrolled),
    successRate: rateOf(passed.size, assessed.size),
    minutesPlanned: sum(group, ({ planned }) => planned.reduce((total, { minutes }) => total + minutes, 0)),
    minutesTaught: sum(group, (counted) => minutesTaught(taughtIn(counted, span))),
    fees: sum(group, ({ fees }) => fees),
    cost,
    costPerLearner: enrolled === 0 ? null : Math.floor((cost * 2 + enrolled) / (enrolled * 2)),
  };
}
