import { z } from "zod";
import { CalendarDate, Francs, Id, MemberNumber, OfficeCode, shortText } from "./primitives.ts";

/*
 * What classes are made of: programmes, cohorts, their calendar, attendance, assessments. docs/literacy.md explains
 * them to people. Names of non-formal education are UNESCO's where there are any.
 */

export const LiteracyLevel = z.enum(["beginner", "intermediate", "postLiteracy"]);
export type LiteracyLevel = z.infer<typeof LiteracyLevel>;

export const SkillDomain = z.enum(["reading", "writing", "numeracy", "life"]);
export type SkillDomain = z.infer<typeof SkillDomain>;

export const SkillCode = z.string().regex(/^[A-Z0-9-]{1,12}$/);

/** What a learner shall be able to do, and the marks that it is assessed with. */
export const Skill = z.strictObject({
  code: SkillCode,
  domain: SkillDomain,
  name: shortText(120).min(1),
  /** Marks go from 0 to this. */
  most: z.int().min(1).max(100),
});
export type Skill = z.infer<typeof Skill>;

/** Who passes: percent of all marks, percent in every domain that the programme has, percent of sessions attended. */
export const PassRule = z.strictObject({
  overall: z.int().min(0).max(100),
  eachDomain: z.int().min(0).max(100),
  attendance: z.int().min(0).max(100),
});
export type PassRule = z.infer<typeof PassRule>;

export const ProgrammeCode = z.string().regex(/^[A-Z0-9][A-Z0-9-]{1,19}$/);

export const ProgrammeDetails = z.strictObject({
  code: ProgrammeCode,
  name: shortText(80).min(1),
  level: LiteracyLevel,
  /** `fr` French, `bm` Bambara, or another language in words. */
  language: shortText(30).min(1),
  skills: z
    .array(Skill)
    .min(1)
    .max(40)
    .refine((all) => new Set(all.map(({ code }) => code)).size === all.length, {
      message: "a code is there twice",
    }),
  pass: PassRule,
  plannedHours: z.int().min(1).max(2000),
  active: z.boolean(),
});
export type ProgrammeDetails = z.infer<typeof ProgrammeDetails>;

/** A weekly meeting: 1 is Monday. */
export const Meeting = z.strictObject({
  weekday: z.int().min(1).max(7),
  from: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
  minutes: z.int().min(15).max(480),
});
export type Meeting = z.infer<typeof Meeting>;

export const ClassDay = CalendarDate.refine((day) => day >= "1990" && day < "2100", {
  message: "a year from 1990 to 2099",
});

export const CohortDetails = z.strictObject({
  programmeId: Id,
  name: shortText(60).min(1),
  place: shortText(80).min(1),
  trainerId: Id.nullable(),
  meetings: z
    .array(Meeting)
    .min(1)
    .max(14)
    .refine((all) => new Set(all.map(({ weekday, from }) => `${weekday} ${from}`)).size === all.length, {
      message: "a meeting is there twice",
    }),
  startsOn: ClassDay,
  endsOn: ClassDay,
  plannedHours: z.int().min(1).max(2000),
  capacity: z.int().min(1).max(200),
  /** A project of the cash book, for the donor. */
  project: z.string().max(20).nullable(),
  /** Francs a learner pays once; 0 for nothing. */
  fee: Francs,
  /** Francs that the trainer gets for a session held. */
  allowance: Francs,
});
export type CohortDetails = z.infer<typeof CohortDetails>;

export const LeaveReason = z.enum(["moved", "work", "illness", "child", "lostInterest", "other"]);
export type LeaveReason = z.infer<typeof LeaveReason>;

/** `movedCohort` went on in another cohort; `finished` stayed to the cohort's end. */
export const EnrolmentEnd = z.enum([...LeaveReason.options, "movedCohort", "finished"]);
export type EnrolmentEnd = z.infer<typeof EnrolmentEnd>;

/** Marks from 0 to 5 in each domain before the class begins. */
export const Placement = z.strictObject({
  reading: z.int().min(0).max(5),
  writing: z.int().min(0).max(5),
  numeracy: z.int().min(0).max(5),
});
export type Placement = z.infer<typeof Placement>;

export const EnrolmentState = z.enum(["waiting", "attending", "left", "moved", "finished"]);
export type EnrolmentState = z.infer<typeof EnrolmentState>;

/** One stay of a woman in a cohort. Coming back, or going on elsewhere, is another that names the one before. */
export const Stay = z.strictObject({
  id: Id,
  cohortId: Id,
  memberId: Id,
  enrolledOn: CalendarDate,
  /** From this day she is in the class; null while she waits for a place. */
  startsOn: CalendarDate.nullable(),
  /** The last day on which she was in the class. */
  endedOn: CalendarDate.nullable(),
  end: EnrolmentEnd.nullable(),
  previousId: Id.nullable(),
});
export type Stay = z.infer<typeof Stay>;

/** `P` present, `L` late, `E` excused, `A` absent. */
export const Mark = z.enum(["P", "L", "E", "A"]);
export type Mark = z.infer<typeof Mark>;

export const SessionState = z.enum(["planned", "held", "cancelled"]);
export type SessionState = z.infer<typeof SessionState>;

export const CancelReason = z.enum(["holiday", "trainerAbsent", "weather", "event", "other"]);
export type CancelReason = z.infer<typeof CancelReason>;

/** A mark for each stay. */
export const SessionMarks = z.array(z.strictObject({ enrolmentId: Id, mark: Mark }));

/** Sessions that an allowance was paid for. */
export const SessionIds = z.array(Id);

/** One meeting of a cohort on a day. `id` null: planned by the rhythm, nothing recorded yet. */
export const ClassSession = z.strictObject({
  id: Id.nullable(),
  cohortId: Id,
  onDay: CalendarDate,
  from: z.string(),
  minutes: z.int(),
  state: SessionState,
  cancelReason: CancelReason.nullable(),
  /** A public holiday or feast on that day; such a day is not planned. */
  holiday: z.string(),
  /** Not in the rhythm: made up for another day. */
  extra: z.boolean(),
  /** Who taught, where it was not the cohort's trainer. */
  trainerId: Id.nullable(),
  trainerAbsent: z.boolean(),
  /** What was taught. */
  content: z.string(),
  marks: SessionMarks,
});
export type ClassSession = z.infer<typeof ClassSession>;

export const AssessmentKind = z.enum(["start", "middle", "end", "retake"]);
export type AssessmentKind = z.infer<typeof AssessmentKind>;

export const SkillMark = z.strictObject({ skill: SkillCode, mark: z.int().min(0).max(100) });

export const SkillMarks = z.array(SkillMark);

export const Assessment = z.strictObject({
  id: Id,
  enrolmentId: Id,
  kind: AssessmentKind,
  onDay: CalendarDate,
  marks: SkillMarks,
});
export type Assessment = z.infer<typeof Assessment>;

/** What the marks come to by the programme's rule. */
export const Outcome = z.strictObject({
  /** Percent of all marks, rounded down. */
  overall: z.int().min(0).max(100),
  domains: z.array(z.strictObject({ domain: SkillDomain, percent: z.int().min(0).max(100) })),
  passed: z.boolean(),
  /** What is missing: the rule's parts that are not met. */
  missing: z.array(z.enum(["overall", "domain", "attendance", "marks"])),
});
export type Outcome = z.infer<typeof Outcome>;

/** A rate in hundredths of a percent: 0 to 10,000; null where there is nothing to divide by. */
export const Rate = z.int().min(0).max(10_000).nullable();
export type Rate = z.infer<typeof Rate>;

/** UNESCO's terms stand in docs/literacy.md beside each. Women, never stays, are counted. */
export const LiteracyFigures = z.strictObject({
  cohorts: z.int(),
  enrolled: z.int(),
  attending: z.int(),
  attendanceRate: Rate,
  dropouts: z.int(),
  dropoutRate: Rate,
  reasons: z.array(z.strictObject({ reason: LeaveReason, women: z.int() })),
  assessed: z.int(),
  passed: z.int(),
  completionRate: Rate,
  successRate: Rate,
  minutesPlanned: z.int(),
  minutesTaught: z.int(),
  fees: Francs,
  cost: Francs,
  /** Francs a woman enrolled, rounded half up; null without any. */
  costPerLearner: Francs.nullable(),
});
export type LiteracyFigures = z.infer<typeof LiteracyFigures>;

export const LearnerRef = z.strictObject({
  memberId: Id,
  /** Empty, like the names, at headquarters for who may not read whom it is. */
  number: z.union([MemberNumber, z.literal("")]),
  /** Empty where names are not this person's to read. */
  surname: z.string(),
  firstNames: z.string(),
});
export type LearnerRef = z.infer<typeof LearnerRef>;

export const Holiday = z.strictObject({
  /** Null for the public holidays of every year. */
  id: Id.nullable(),
  office: OfficeCode.nullable(),
  onDay: CalendarDate,
  name: z.string(),
});
export type Holiday = z.infer<typeof Holiday>;

export const TargetIndicator = z.enum(["enrolled", "passed", "attendanceRate", "completionRate", "hours"]);
export type TargetIndicator = z.infer<typeof TargetIndicator>;
