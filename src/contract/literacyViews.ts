import { z } from "zod";
import {
  Assessment,
  ClassSession,
  CohortDetails,
  EnrolmentEnd,
  EnrolmentState,
  LearnerRef,
  LiteracyFigures,
  LiteracyLevel,
  Outcome,
  Placement,
  ProgrammeDetails,
  Rate,
  TargetIndicator,
} from "./literacyTerms.ts";
import { CalendarDate, Francs, Id, OfficeCode, shortText } from "./primitives.ts";

/* What the screens of the classes show. */

export const Programme = ProgrammeDetails.extend({
  id: Id,
  /** Whose it is: headquarters' or an office's own. */
  office: OfficeCode,
  confirmed: z.boolean(),
  cohorts: z.int(),
});
export type Programme = z.infer<typeof Programme>;

export const TrainerDetails = z.strictObject({
  /** A member, or somebody by name. */
  memberId: Id.nullable(),
  name: shortText(80),
  phone: shortText(30),
  active: z.boolean(),
});
export const Trainer = TrainerDetails.extend({ id: Id, office: OfficeCode, cohorts: z.int() });
export type Trainer = z.infer<typeof Trainer>;

export const CohortState = z.enum(["upcoming", "running", "ended", "closed"]);
export type CohortState = z.infer<typeof CohortState>;

export const CohortWarning = z.strictObject({
  code: z.enum(["threeAbsences", "notEntered", "belowHalf", "trainerAbsent", "noTrainer"]),
  /** Whom it concerns, for absences. */
  learner: LearnerRef.nullable(),
  enrolmentId: Id.nullable(),
  values: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type CohortWarning = z.infer<typeof CohortWarning>;

const cohort = {
  id: Id,
  office: OfficeCode,
  number: z.string(),
  details: CohortDetails,
  programmeName: z.string(),
  level: LiteracyLevel,
  language: z.string(),
  trainerName: z.string(),
  state: CohortState,
  closedOn: CalendarDate.nullable(),
  attending: z.int(),
  waiting: z.int(),
  enrolled: z.int(),
  attendanceRate: Rate,
  minutesPlanned: z.int(),
  minutesTaught: z.int(),
};

export const CohortRow = z.strictObject({ ...cohort, warnings: z.int() });
export type CohortRow = z.infer<typeof CohortRow>;

export const LearnerLine = z.strictObject({
  enrolmentId: Id,
  learner: LearnerRef,
  state: EnrolmentState,
  enrolledOn: CalendarDate,
  startsOn: CalendarDate.nullable(),
  endedOn: CalendarDate.nullable(),
  end: EnrolmentEnd.nullable(),
  previousId: Id.nullable(),
  placement: Placement.nullable(),
  /** Counted over sessions held while she was in the class. */
  attended: z.int(),
  held: z.int(),
  attendanceRate: Rate,
  absencesInARow: z.int(),
  /** For this stay and those before it on her way: the fee follows her. */
  feePaid: Francs,
  /** Nothing while she waits, and where a later stay carries it on. */
  feeLeft: Francs,
});
export type LearnerLine = z.infer<typeof LearnerLine>;

export const HandedOut = z.strictObject({
  id: Id,
  cohortId: Id,
  enrolmentId: Id.nullable(),
  item: z.string(),
  quantity: z.int().positive(),
  onDay: CalendarDate,
  voided: z.boolean(),
});
export type HandedOut = z.infer<typeof HandedOut>;

export const AllowancePayment = z.strictObject({
  id: Id,
  trainerId: Id,
  sessions: z.int(),
  from: CalendarDate,
  to: CalendarDate,
  amount: Francs,
  paidOn: CalendarDate,
  voucherId: Id,
  voucherNumber: z.string(),
  voided: z.boolean(),
});

export const CohortFile = z.strictObject({
  ...cohort,
  programme: Programme,
  learners: z.array(LearnerLine),
  warnings: z.array(CohortWarning),
  materials: z.array(HandedOut),
  allowances: z.array(AllowancePayment),
  /** Of sessions held that no allowance was paid for. */
  allowanceDue: z.strictObject({ sessions: z.int(), amount: Francs }),
});
export type CohortFile = z.infer<typeof CohortFile>;

/** A cohort's sessions of some days with everybody who was in the class on one of them. */
export const AttendanceSheet = z.strictObject({
  cohortId: Id,
  name: z.string(),
  from: CalendarDate,
  to: CalendarDate,
  sessions: z.array(ClassSession),
  learners: z.array(
    z.strictObject({
      enrolmentId: Id,
      learner: LearnerRef,
      startsOn: CalendarDate,
      endedOn: CalendarDate.nullable(),
    }),
  ),
});
export type AttendanceSheet = z.infer<typeof AttendanceSheet>;

export const WeekCohort = z.strictObject({
  cohortId: Id,
  number: z.string(),
  name: z.string(),
  place: z.string(),
  trainerName: z.string(),
  attending: z.int(),
  sessions: z.array(ClassSession),
});
export type WeekCohort = z.infer<typeof WeekCohort>;

export const LearnerResult = z.strictObject({
  enrolmentId: Id,
  learner: LearnerRef,
  state: EnrolmentState,
  assessments: z.array(Assessment),
  /** By the latest of end and retake; null until there is one. */
  outcome: Outcome.nullable(),
  /** Percent at the start and at the latest, for her progress. */
  first: z.int().nullable(),
  latest: z.int().nullable(),
  certificate: z.strictObject({ id: Id, number: z.string(), issuedOn: CalendarDate }).nullable(),
});
export type LearnerResult = z.infer<typeof LearnerResult>;

export const CohortResults = z.strictObject({
  cohortId: Id,
  programme: Programme,
  learners: z.array(LearnerResult),
});
export type CohortResults = z.infer<typeof CohortResults>;

/** A woman's way through the classes, across years. */
export const LearnerPath = z.strictObject({
  learner: LearnerRef,
  stays: z.array(
    z.strictObject({
      enrolmentId: Id,
      cohortId: Id,
      cohortName: z.string(),
      cohortNumber: z.string(),
      programmeName: z.string(),
      level: LiteracyLevel,
      state: EnrolmentState,
      startsOn: CalendarDate.nullable(),
      endedOn: CalendarDate.nullable(),
      end: EnrolmentEnd.nullable(),
      attended: z.int(),
      held: z.int(),
      assessments: z.array(Assessment),
      outcome: Outcome.nullable(),
      certificate: z.strictObject({ id: Id, number: z.string(), issuedOn: CalendarDate }).nullable(),
      fee: Francs,
      feePaid: Francs,
      feeLeft: Francs,
    }),
  ),
});
export type LearnerPath = z.infer<typeof LearnerPath>;

export const FiguresBy = z.enum(["all", "cohort", "trainer", "place", "month", "office"]);
export type FiguresBy = z.infer<typeof FiguresBy>;

export const FiguresLine = z.strictObject({
  /** Cohort's id, trainer's id, place, `YYYY-MM` or office; empty for `all`. */
  key: z.string(),
  label: z.string(),
  figures: LiteracyFigures,
});
export type FiguresLine = z.infer<typeof FiguresLine>;

export const LiteracyTarget = z.strictObject({
  id: Id,
  office: OfficeCode,
  year: z.int().min(2000).max(2199),
  indicator: TargetIndicator,
  /** Women, whole hours, or hundredths of a percent; 0 for no target. */
  value: z.int().min(0).max(1_000_000),
});
export type LiteracyTarget = z.infer<typeof LiteracyTarget>;

export const Certificate = z.strictObject({
  id: Id,
  office: OfficeCode,
  number: z.string(),
  learner: LearnerRef,
  programmeName: z.string(),
  cohortName: z.string(),
  issuedOn: CalendarDate,
  percent: z.int(),
  voided: z.boolean(),
});
export type Certificate = z.infer<typeof Certificate>;

export const LiteracyTasks = z.strictObject({
  /** Sessions of more than a week ago that nobody entered. */
  notEntered: z.int(),
  absences: z.int(),
  belowHalf: z.int(),
  toCertify: z.int(),
  /** The first class of each, for the way there; null where nothing waits. */
  first: z.strictObject({
    notEntered: z.strictObject({ cohortId: Id, onDay: CalendarDate }).nullable(),
    absences: Id.nullable(),
    belowHalf: Id.nullable(),
    toCertify: Id.nullable(),
  }),
});
export type LiteracyTasks = z.infer<typeof LiteracyTasks>;
