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

interface Presence {
  readonly attended: number;
  readonly held: number;
}

function presenceOf(counted: CountedCohort, span: FigureSpan): Presence {
  const held = counted.sessions.filter(({ onDay }) => within(span, onDay));
  return counted.stays.reduce<Presence>(
    (sum, stay) => {
      const one = attendanceOf(stay, held);
      return { attended: sum.attended + one.attended, held: sum.held + one.held };
    },
    { attended: 0, held: 0 },
  );
}

/** A woman's stays in the group within the span, of which the last tells whether she dropped out. */
function dropoutsOf(group: readonly CountedCohort[], span: FigureSpan): Map<string, LeaveReason> {
  const latest = new Map<string, Stay>();
  for (const { stays } of group)
    for (const stay of stays) {
      if (!isInClassWithin(stay, span.from, span.to)) continue;
      const known = latest.get(stay.memberId);
      if (known === undefined || isLater(stay, known)) latest.set(stay.memberId, stay);
    }
  const gone = new Map<string, LeaveReason>();
  for (const [memberId, { endedOn, end }] of latest) {
    const reason = LeaveReasons.safeParse(end);
    if (endedOn !== null && endedOn <= span.to && reason.success) gone.set(memberId, reason.data);
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
  readonly assessed: Set<string>;
  readonly passed: Set<string>;
}

function assessedIn(counted: CountedCohort, span: FigureSpan, into: Assessed): void {
  const { stays, assessments, programme, sessions } = counted;
  for (const stay of stays) {
    if (!isInClassWithin(stay, span.from, span.to)) continue;
    const hers = assessments.filter(({ enrolmentId, onDay }) => enrolmentId === stay.id && onDay <= span.to);
    const last = decisive(hers);
    if (last === undefined || !within(span, last.onDay) || !isComplete(programme, last.marks)) continue;
    into.assessed.add(stay.memberId);
    if (outcomeOf(programme, last.marks, attendanceOf(stay, sessions).rate).passed)
      into.passed.add(stay.memberId);
  }
}

const membersOf = (group: readonly CountedCohort[], is: (stay: Stay, counted: CountedCohort) => boolean) =>
  new Set(
    group.flatMap((counted) =>
      counted.stays.filter((stay) => is(stay, counted)).map(({ memberId }) => memberId),
    ),
  );

const sum = (group: readonly CountedCohort[], of: (counted: CountedCohort) => number) =>
  group.reduce((total, counted) => total + of(counted), 0);

/**
 * The indicators of a group of cohorts within a span of days, both included. A woman is counted once in the group,
 * however often she moved, left and came back.
 */
export function figuresOf(cohorts: readonly CountedCohort[], span: FigureSpan): LiteracyFigures {
  const group = cohorts.map(withinItsDays);
  // Women are those of cohorts that run in the span; hours and francs have their own days.
  const running = group.filter(
    (counted) => counted.cohort.startsOn <= span.to && lastDay(counted) >= span.from,
  );
  const enrolled = membersOf(running, (stay) => isInClassWithin(stay, span.from, span.to)).size;
  const attending = membersOf(running, (stay, counted) =>
    isInClass(stay, earlier(lastDay(counted), span.to)),
  ).size;
  const presence = group.map((counted) => presenceOf(counted, span));
  const attended = presence.reduce((total, one) => total + one.attended, 0);
  const held = presence.reduce((total, one) => total + one.held, 0);
  const gone = dropoutsOf(running, span);
  const into: Assessed = { assessed: new Set(), passed: new Set() };
  for (const counted of running) assessedIn(counted, span, into);
  const cost = sum(group, (counted) => counted.cost);
  const inSpan = (counted: CountedCohort) => counted.sessions.filter(({ onDay }) => within(span, onDay));
  return {
    cohorts: running.length,
    enrolled,
    attending,
    attendanceRate: rateOf(attended, held),
    dropouts: gone.size,
    dropoutRate: rateOf(gone.size, enrolled),
    reasons: LeaveReasons.options.map((reason) => ({
      reason,
      women: [...gone.values()].filter((one) => one === reason).length,
    })),
    assessed: into.assessed.size,
    passed: into.passed.size,
    completionRate: rateOf(into.passed.size, enrolled),
    successRate: rateOf(into.passed.size, into.assessed.size),
    minutesPlanned: sum(group, ({ planned }) => planned.reduce((total, { minutes }) => total + minutes, 0)),
    minutesTaught: sum(group, (counted) => minutesTaught(inSpan(counted))),
    fees: sum(group, ({ fees }) => fees),
    cost,
    costPerLearner: enrolled === 0 ? null : Math.floor((cost * 2 + enrolled) / (enrolled * 2)),
  };
}
