import { v7 } from "uuid";
import type { z } from "zod";
import type { InputOf, OperationName } from "../../src/contract/index.ts";
import type { CohortDetails, ProgrammeDetails, SkillMark } from "../../src/contract/literacyTerms.ts";

/** Requests that need a class with learners, sessions, marks and money. */
export type LiteracyName = Extract<OperationName, `literacy.${string}`>;

/** What typical requests need to stand there already. */
export interface LiteracyPrepared {
  readonly today: string;
  readonly year: number;
  readonly from: string;
  readonly to: string;
  readonly programme: ProgrammeDetails;
  readonly class: CohortDetails;
  readonly trainerId: string;
  /** Nobody teaches there under this record yet. */
  readonly newcomerId: string;
  /** A class in which women are assessed, one of whom passed and has no certificate yet. */
  readonly cohortId: string;
  /** Another of its level with room, and one that is ready to be closed. */
  readonly otherCohortId: string;
  readonly endingCohortId: string;
  readonly memberId: string;
  readonly enrolmentId: string;
  readonly passedId: string;
  readonly certificateId: string;
  readonly waitingId: string;
  readonly movingId: string;
  readonly leavingId: string;
  readonly leftId: string;
  /** Days of the rhythm that nobody entered yet. */
  readonly openDay: string;
  readonly wetDay: string;
  readonly cancelledId: string;
  readonly handOutId: string;
  readonly allowance: number;
  readonly marks: z.infer<typeof SkillMark>[];
}

const CASH = { method: "cash", reference: "" } as const;

/** One request that a screen would make of each. One without does not compile. */
export const LITERACY: { readonly [N in LiteracyName]: (about: LiteracyPrepared) => InputOf<N> } = {
  "literacy.programmes": () => ({}),
  "literacy.saveProgramme": ({ programme }) => ({ id: v7(), details: { ...programme, code: "COUTURE" } }),
  "literacy.trainers": () => ({}),
  "literacy.saveTrainer": ({ newcomerId }) => ({
    id: v7(),
    details: { memberId: newcomerId, name: "", phone: "", active: true },
  }),
  "literacy.cohorts": () => ({ states: ["running", "upcoming"], text: "medina" }),
  "literacy.cohort": ({ cohortId }) => ({ id: cohortId }),
  "literacy.saveCohort": ({ class: details }) => ({ id: v7(), details }),
  "literacy.enrol": ({ newcomerId, cohortId, today }) => ({
    ...{ id: v7(), cohortId, memberId: newcomerId, on: today, wait: false },
    placement: { reading: 1, writing: 0, numeracy: 3 },
  }),
  "literacy.admit": ({ waitingId, today }) => ({ id: waitingId, on: today }),
  "literacy.move": ({ movingId, otherCohortId, today }) => ({
    ...{ id: movingId, newId: v7(), cohortId: otherCohortId, on: today },
  }),
  "literacy.leave": ({ leavingId, today }) => ({ id: leavingId, on: today, reason: "illness" }),
  "literacy.comeBack": ({ leftId, today }) => ({ id: leftId, newId: v7(), on: today }),
  "literacy.week": ({ from, to }) => ({ from, to }),
  "literacy.sheet": ({ cohortId, from, to }) => ({ cohortId, from, to }),
  "literacy.saveSheet": ({ cohortId, from, to, openDay, enrolmentId }) => ({
    ...{ cohortId, from, to },
    sessions: [
      {
        ...{ id: v7(), onDay: openDay, from: "16:00", minutes: 90, extra: false, trainerId: null },
        ...{ trainerAbsent: false, content: "Lire une ordonnance" },
        marks: [{ enrolmentId, mark: "L" }],
      },
    ],
  }),
  "literacy.cancelSession": ({ cohortId, wetDay }) => ({
    ...{ id: v7(), cohortId, onDay: wetDay, from: "16:00", minutes: 120, reason: "weather" },
  }),
  "literacy.restoreSession": ({ cancelledId }) => ({ id: cancelledId }),
  "literacy.holidays": ({ year }) => ({ year }),
  "literacy.saveHoliday": ({ year }) => ({
    ...{ id: v7(), onDay: `${year}-12-21`, name: "Fête du quartier", remove: false },
  }),
  "literacy.results": ({ cohortId }) => ({ cohortId }),
  "literacy.saveAssessment": ({ cohortId, enrolmentId, today, marks }) => ({
    ...{ cohortId, kind: "middle", onDay: today, learners: [{ id: v7(), enrolmentId, marks }] },
  }),
  "literacy.issueCertificates": ({ cohortId, today }) => ({ cohortId, on: today }),
  "literacy.certificates": ({ from, to }) => ({ from, to }),
  "literacy.learner": ({ memberId }) => ({ memberId }),
  "literacy.payFee": ({ enrolmentId }) => ({
    ...{ id: v7(), enrolmentId, amount: 500, method: "orangeMoney", reference: "OM 4471" },
  }),
  "literacy.payAllowance": ({ cohortId, trainerId, to, allowance }) => ({
    ...{ id: v7(), cohortId, trainerId, to, amount: allowance, ...CASH },
  }),
  "literacy.allowanceDue": ({ cohortId, trainerId, to }) => ({ cohortId, trainerId, to }),
  "literacy.handOut": ({ cohortId, enrolmentId, today }) => ({
    ...{ id: v7(), cohortId, enrolmentId, item: "Cahier", quantity: 1, onDay: today },
  }),
  "literacy.voidHandOut": ({ handOutId }) => ({ id: handOutId }),
  "literacy.figures": ({ from, to }) => ({ from, to, by: "month" }),
  "literacy.targets": ({ year }) => ({ year }),
  "literacy.saveTarget": ({ year }) => ({ id: v7(), year, indicator: "attendanceRate", value: 80 }),
  "literacy.tasks": () => ({}),
  "literacy.printSheet": ({ cohortId, from, to }) => ({ cohortId, from, to }),
  "literacy.printCertificates": ({ certificateId }) => ({ ids: [certificateId] }),
  "literacy.printPassed": ({ cohortId }) => ({ cohortId }),
  "literacy.printFigures": ({ from, to }) => ({ from, to }),
  "literacy.exportList": ({ from, to }) => ({
    ...{ list: "results", cohortId: null, from, to, format: "xlsx" },
  }),
  "literacy.closeCohort": ({ endingCohortId, today }) => ({ id: endingCohortId, on: today }),
};
