import type { InputOf } from "../../contract/index.ts";
import type { CohortResults, LearnerResult } from "../../contract/literacyViews.ts";
import { accept, type Result, refuse } from "../../contract/results.ts";
import {
  insertAssessment,
  insertCertificate,
  isAssessment,
  type StoredAssessment,
  updateAssessment,
} from "../../data/literacy/assessments.ts";
import type { StoredStay } from "../../data/literacy/enrolments.ts";
import { takeCertificateNumber } from "../../data/numbers.ts";
import type { WriteDoor } from "../../data/writeDoor.ts";
import {
  decisive,
  isComplete,
  offScale,
  outcomeOf,
  overallPercent,
} from "../../domain/literacy/assessing.ts";
import { attendanceOf } from "../../domain/literacy/attendance.ts";
import { isInClass, stateOf } from "../../domain/literacy/stays.ts";
import type { Call } from "../call.ts";
import {
  type ClassRecord,
  findClass,
  hasBegun,
  ownSource,
  readClass,
  readOwnCohort,
  stayOf,
} from "./classes.ts";
import { learnerOf } from "./classViews.ts";
import { programmeOf } from "./programmes.ts";

const bare = ({ cohortId: _, ...assessment }: StoredAssessment) => assessment;

/** A woman's assessments in a class, what they come to, and her certificate. */
export function resultOf(record: ClassRecord, stay: StoredStay, today: string): LearnerResult {
  const { details } = record.programme;
  const assessments = record.assessments.filter(({ enrolmentId }) => enrolmentId === stay.id).map(bare);
  const last = decisive(assessments);
  const percent = (marks: StoredAssessment["marks"] | undefined) =>
    marks === undefined ? null : overallPercent(details, marks);
  const certificate = record.certificates.find((one) => one.enrolmentId === stay.id && !one.voided);
  const { rate } = attendanceOf(stay, record.recorded);
  return {
    ...{ enrolmentId: stay.id, learner: learnerOf(stay), state: stateOf(stayOf(stay), today), assessments },
    outcome: last === undefined ? null : outcomeOf(details, last.marks, rate),
    first: percent(assessments.find(({ kind }) => kind === "start")?.marks),
    latest: percent((last ?? assessments.at(-1))?.marks),
    certificate:
      certificate === undefined
        ? null
        : { id: certificate.id, number: certificate.number, issuedOn: certificate.issuedOn },
  };
}

function resultsOf(record: ClassRecord, today: string): CohortResults {
  return {
    cohortId: record.cohort.id,
    programme: programmeOf(record.programme, 0),
    learners: record.stays.filter(hasBegun).map((stay) => resultOf(record, stay, today)),
  };
}

/** Everybody who was in the class, with her marks. */
export function results(call: Call, input: { cohortId: string }): Result<CohortResults> {
  const record = findClass(call, input.cohortId, "cohortId");
  return record.ok ? accept(resultsOf(record.value, call.today())) : record;
}

type Input = InputOf<"literacy.saveAssessment">;
type Marked = Input["learners"][number];
type Fault = ReturnType<typeof refuse>;

function marksFault({ programme }: ClassRecord, { marks }: Marked, at: string): Fault | null {
  const twice = marks.findIndex(({ skill }, index) => marks.findIndex((one) => one.skill === skill) < index);
  if (twice >= 0) return refuse("request.invalid", { field: `${at}.marks.${twice}` });
  const off = offScale(programme.details, marks);
  if (off === null) return null;
  const field = `${at}.marks.${off.index}`;
  return off.most === null
    ? refuse("literacy.skillUnknown", { field })
    : refuse("literacy.markOffScale", { field, values: { most: off.most } });
}

/** What forbids her marks of this kind on this day. */
function learnerFault(record: ClassRecord, input: Input, marked: Marked, at: string): Fault | null {
  const stay = record.stays.find(({ id }) => id === marked.enrolmentId);
  if (stay === undefined) return refuse("literacy.enrolmentUnknown", { field: `${at}.enrolmentId` });
  if (input.learners.find(({ enrolmentId }) => enrolmentId === stay.id) !== marked)
    return refuse("request.invalid", { field: `${at}.enrolmentId` });
  const isAfter = stay.end === "finished" && input.onDay > (stay.endedOn ?? "");
  if (!isInClass(stay, input.onDay) && !isAfter)
    return refuse("literacy.notInClassThen", {
      field: `${at}.enrolmentId`,
      values: { number: stay.number, on: input.onDay },
    });
  const hers = record.assessments.filter(({ enrolmentId }) => enrolmentId === stay.id);
  const isDecided = record.certificates.some((one) => one.enrolmentId === stay.id && !one.voided);
  if (isDecided) return refuse("literacy.alreadyCertified", { field: `${at}.enrolmentId` });
  if (input.kind === "retake" && !hers.some(({ kind, onDay }) => kind === "end" && onDay <= input.onDay))
    return refuse("literacy.noEndYet", { field: `${at}.enrolmentId` });
  return marksFault(record, marked, at);
}

/** Writes her marks, or refuses an id that is another assessment's. */
function put(door: WriteDoor, record: ClassRecord, input: Input, marked: Marked, at: string): Fault | null {
  const { kind, onDay } = input;
  const { id, enrolmentId, marks } = marked;
  // A retake on another day is another one; of the other kinds each woman has one.
  const known = record.assessments.find(
    (one) =>
      one.enrolmentId === enrolmentId && one.kind === kind && (kind !== "retake" || one.onDay === onDay),
  );
  if (known !== undefined) updateAssessment(door, known.id, { onDay, marks });
  else if (isAssessment(door, id)) return refuse("request.invalid", { field: `${at}.id` });
  else insertAssessment(door, { id, cohortId: record.cohort.id, enrolmentId, kind, onDay, marks });
  return null;
}

/**
 * Writes the marks of one assessment for every learner named, or corrects them. Refuses, at its mark, what is off the
 * scale; a day to come; a woman who was not in the class; and any change once she has her certificate.
 */
export function saveAssessment(call: Call, input: Input): Result<CohortResults> {
  return call.office.write(call.user.id, call.world.now(), (door): Result<CohortResults> => {
    const cohort = readOwnCohort(call, door, input.cohortId, "cohortId");
    if (!cohort.ok) return cohort;
    if (input.onDay > call.today()) return refuse("literacy.dayInFuture", { field: "onDay" });
    const source = ownSource(call, door);
    const record = readClass(call, source, cohort.value);
    for (const [index, marked] of input.learners.entries()) {
      const at = `learners.${index}`;
      const fault = learnerFault(record, input, marked, at) ?? put(door, record, input, marked, at);
      if (fault !== null) return fault;
    }
    return accept(resultsOf(readClass(call, source, cohort.value), call.today()));
  });
}

/** Gives a numbered certificate to everybody who passed and has none yet. */
export function issueCertificates(
  call: Call,
  input: InputOf<"literacy.issueCertificates">,
): Result<CohortResults> {
  return call.office.write(call.user.id, call.world.now(), (door): Result<CohortResults> => {
    const cohort = readOwnCohort(call, door, input.cohortId, "cohortId");
    if (!cohort.ok) return cohort;
    if (input.on > call.today()) return refuse("literacy.dayInFuture", { field: "on" });
    const source = ownSource(call, door);
    const record = readClass(call, source, cohort.value);
    const due = toCertify(record, call.today());
    if (due.length === 0) return refuse("literacy.nobodyToCertify", { field: "cohortId" });
    for (const { enrolmentId, learner, outcome } of due)
      insertCertificate(door, {
        ...{ id: call.world.newId(), number: takeCertificateNumber(door), enrolmentId },
        ...{ memberId: learner.memberId, programmeName: record.programme.details.name },
        ...{ percent: outcome?.overall ?? 0, issuedOn: input.on },
      });
    return accept(resultsOf(readClass(call, source, cohort.value), call.today()));
  });
}

/** Who passed and has no certificate. */
export function toCertify(record: ClassRecord, today: string): LearnerResult[] {
  return resultsOf(record, today).learners.filter(
    ({ outcome, certificate, assessments }) =>
      certificate === null &&
      outcome?.passed === true &&
      isComplete(record.programme.details, decisive(assessments)?.marks ?? []),
  );
}
