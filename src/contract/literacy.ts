import { z } from "zod";
import {
  AssessmentKind,
  CancelReason,
  ClassDay,
  ClassSession,
  CohortDetails,
  Holiday,
  LeaveReason,
  Mark,
  Placement,
  ProgrammeDetails,
  SkillMark,
  TargetIndicator,
} from "./literacyTerms.ts";
import {
  AttendanceSheet,
  Certificate,
  CohortFile,
  CohortResults,
  CohortRow,
  CohortState,
  FiguresBy,
  FiguresLine,
  LearnerPath,
  LiteracyTarget,
  LiteracyTasks,
  Programme,
  Trainer,
  TrainerDetails,
  WeekCohort,
} from "./literacyViews.ts";
import { command, query } from "./operations.ts";
import { CalendarDate, FileOutput, Francs, Id, OfficeScope, PaymentMethod, shortText } from "./primitives.ts";

const ById = z.strictObject({ id: Id });
const Payment = { method: PaymentMethod, reference: shortText(60) };
/** Absent for this office's own. */
const office = OfficeScope.optional();
const Year = z.int().min(2000).max(2199);
const Span = { from: CalendarDate, to: CalendarDate };
const ExportFormat = z.enum(["csv", "xlsx"]);

/** What happened at one meeting, as the paper sheet says it. */
const EnteredSession = z.strictObject({
  /** A fresh one where the calendar only planned it. */
  id: Id,
  onDay: ClassDay,
  from: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
  minutes: z.int().min(15).max(480),
  extra: z.boolean(),
  /** Null for the cohort's own trainer. */
  trainerId: Id.nullable(),
  trainerAbsent: z.boolean(),
  content: shortText(200),
  marks: z.array(z.strictObject({ enrolmentId: Id, mark: Mark })).max(300),
});

export const literacy = {
  programmes: query({ input: z.strictObject({}), output: z.array(Programme), permission: "literacy.read" }),
  /** Headquarters' go to every office; an office's own stay its own. Skills of one in use only grow. */
  saveProgramme: command({
    input: z.strictObject({ id: Id, details: ProgrammeDetails }),
    output: z.array(Programme),
    permission: "literacy.programmes",
  }),
  trainers: query({ input: z.strictObject({}), output: z.array(Trainer), permission: "literacy.read" }),
  saveTrainer: command({
    input: z.strictObject({ id: Id, details: TrainerDetails }),
    output: z.array(Trainer),
    permission: "literacy.manage",
  }),
  cohorts: query({
    input: z.strictObject({ states: z.array(CohortState), text: z.string().max(200), office }),
    output: z.array(CohortRow),
    permission: "literacy.read",
  }),
  cohort: query({ input: ById, output: CohortFile, permission: "literacy.read" }),
  saveCohort: command({
    input: z.strictObject({ id: Id, details: CohortDetails }),
    output: CohortFile,
    permission: "literacy.manage",
  }),
  /** Ends every stay as finished; asked for once its last session is entered. */
  closeCohort: command({
    input: z.strictObject({ id: Id, on: ClassDay }),
    output: CohortFile,
    permission: "literacy.manage",
  }),
  /** Into the class, or on the waiting list where it is full or `wait` says so. */
  enrol: command({
    input: z.strictObject({
      id: Id,
      cohortId: Id,
      memberId: Id,
      on: ClassDay,
      placement: Placement.nullable(),
      wait: z.boolean(),
    }),
    output: CohortFile,
    permission: "literacy.enter",
  }),
  /** From the waiting list into the class. */
  admit: command({
    input: z.strictObject({ id: Id, on: ClassDay }),
    output: CohortFile,
    permission: "literacy.enter",
  }),
  /** To another cohort: her stay here ends on the day before. `newId` is the stay there. */
  move: command({
    input: z.strictObject({ id: Id, newId: Id, cohortId: Id, on: ClassDay }),
    output: CohortFile,
    permission: "literacy.enter",
  }),
  /** `on` is her last day in the class; from the waiting list she only goes. */
  leave: command({
    input: z.strictObject({ id: Id, on: ClassDay, reason: LeaveReason }),
    output: CohortFile,
    permission: "literacy.enter",
  }),
  /** Who left comes back into the same cohort. */
  comeBack: command({
    input: z.strictObject({ id: Id, newId: Id, on: ClassDay }),
    output: CohortFile,
    permission: "literacy.enter",
  }),
  /** Sessions of every running cohort in these days. */
  week: query({
    input: z.strictObject({ ...Span, office }),
    output: z.array(WeekCohort),
    permission: "literacy.read",
  }),
  sheet: query({
    input: z.strictObject({ cohortId: Id, ...Span }),
    output: AttendanceSheet,
    permission: "literacy.read",
  }),
  /** The paper sheet of some days at once; the same ids again replace what was entered. */
  saveSheet: command({
    input: z.strictObject({ cohortId: Id, ...Span, sessions: z.array(EnteredSession).min(1).max(60) }),
    output: AttendanceSheet,
    permission: "literacy.enter",
  }),
  cancelSession: command({
    input: z.strictObject({
      id: Id,
      cohortId: Id,
      onDay: ClassDay,
      from: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
      minutes: z.int().min(15).max(480),
      reason: CancelReason,
    }),
    output: ClassSession,
    permission: "literacy.enter",
  }),
  /** A cancelled session takes place after all: it is planned again. */
  restoreSession: command({ input: ById, output: ClassSession, permission: "literacy.enter" }),
  holidays: query({
    input: z.strictObject({ year: Year }),
    output: z.array(Holiday),
    permission: "literacy.read",
  }),
  /** A feast that moves. Headquarters' go to every office. */
  saveHoliday: command({
    input: z.strictObject({ id: Id, onDay: ClassDay, name: shortText(60).min(1), remove: z.boolean() }),
    output: z.array(Holiday),
    permission: "literacy.manage",
  }),
  results: query({
    input: z.strictObject({ cohortId: Id }),
    output: CohortResults,
    permission: "literacy.read",
  }),
  /** The marking grid of one assessment: every learner that has marks. The same again replaces. */
  saveAssessment: command({
    input: z.strictObject({
      cohortId: Id,
      kind: AssessmentKind,
      onDay: ClassDay,
      learners: z
        .array(z.strictObject({ id: Id, enrolmentId: Id, marks: z.array(SkillMark).max(40) }))
        .min(1)
        .max(200),
    }),
    output: CohortResults,
    permission: "literacy.enter",
  }),
  /** To everybody who passed and has none yet. */
  issueCertificates: command({
    input: z.strictObject({ cohortId: Id, on: ClassDay }),
    output: CohortResults,
    permission: "literacy.manage",
  }),
  certificates: query({
    input: z.strictObject({ ...Span, office }),
    output: z.array(Certificate),
    permission: "literacy.read",
  }),
  learner: query({
    input: z.strictObject({ memberId: Id }),
    output: LearnerPath,
    permission: "literacy.read",
  }),
  /** `id` is the voucher's. */
  payFee: command({
    input: z.strictObject({ id: Id, enrolmentId: Id, amount: Francs.min(1), ...Payment }),
    output: z.strictObject({ voucherId: Id, voucherNumber: z.string(), left: Francs }),
    permission: "literacy.collect",
  }),
  /** For all sessions held and not paid yet, up to a day. `amount` is what the screen showed. */
  payAllowance: command({
    input: z.strictObject({
      id: Id,
      cohortId: Id,
      trainerId: Id,
      to: CalendarDate,
      amount: Francs.min(1),
      ...Payment,
    }),
    output: CohortFile,
    permission: "literacy.collect",
  }),
  allowanceDue: query({
    input: z.strictObject({ cohortId: Id, trainerId: Id, to: CalendarDate }),
    output: z.strictObject({ sessions: z.int(), from: CalendarDate.nullable(), amount: Francs }),
    permission: "literacy.read",
  }),
  handOut: command({
    input: z.strictObject({
      id: Id,
      cohortId: Id,
      /** Null for the whole class. */
      enrolmentId: Id.nullable(),
      item: shortText(60).min(1),
      quantity: z.int().min(1).max(10_000),
      onDay: ClassDay,
    }),
    output: CohortFile,
    permission: "literacy.enter",
  }),
  voidHandOut: command({ input: ById, output: CohortFile, permission: "literacy.enter" }),
  figures: query({
    input: z.strictObject({ ...Span, by: FiguresBy, office }),
    output: z.array(FiguresLine),
    permission: "literacy.read",
  }),
  targets: query({
    input: z.strictObject({ year: Year, office }),
    output: z.array(LiteracyTarget),
    permission: "literacy.read",
  }),
  saveTarget: command({
    input: z.strictObject({
      id: Id,
      year: Year,
      indicator: TargetIndicator,
      value: z.int().min(0).max(1_000_000),
    }),
    output: z.array(LiteracyTarget),
    permission: "literacy.programmes",
  }),
  tasks: query({ input: z.strictObject({}), output: LiteracyTasks, permission: "signedIn" }),
  /** Numbers and first names only. */
  printSheet: query({
    input: z.strictObject({ cohortId: Id, ...Span }),
    output: FileOutput,
    permission: "literacy.read",
  }),
  printCertificates: query({
    input: z.strictObject({ ids: z.array(Id).min(1).max(200) }),
    output: FileOutput,
    permission: "literacy.manage",
  }),
  printPassed: query({
    input: z.strictObject({ cohortId: Id }),
    output: FileOutput,
    permission: "literacy.read",
  }),
  printFigures: query({
    input: z.strictObject({ ...Span, office }),
    output: FileOutput,
    permission: "literacy.read",
  }),
  exportList: query({
    input: z.strictObject({
      list: z.enum(["cohorts", "learners", "results", "figures"]),
      cohortId: Id.nullable(),
      ...Span,
      office,
      format: ExportFormat,
    }),
    output: FileOutput,
    permission: "literacy.read",
  }),
};
