import { v7 } from "uuid";
import type { CohortDetails, Mark, ProgrammeDetails } from "../../../src/contract/literacyTerms.ts";
import type { CohortFile } from "../../../src/contract/literacyViews.ts";
import { AWA, type TestOffice } from "../../support/office.ts";
import { register } from "../../support/women.ts";

/*
 * Classes as an office keeps them in November 2026: on Mondays and Thursdays from 2 November (a Monday) on, no feast
 * between. The clock of a test office stands at Monday 23 November.
 */

export const TODAY = "2026-11-23";
export const FIRST = "2026-11-02";
export const LAST = "2026-12-17";
export const NOVEMBER = { from: "2026-11-01", to: "2026-11-30" };
/** The sessions of the rhythm until today, that of today left out. */
export const HELD = ["2026-11-02", "2026-11-05", "2026-11-09", "2026-11-12", "2026-11-16", "2026-11-19"];
export const CASH = { method: "cash", reference: "" } as const;

export function programmeDetails(changes: Partial<ProgrammeDetails> = {}): ProgrammeDetails {
  return {
    ...{ code: "MARCHE", name: "Lire au marché", level: "beginner", language: "snk" },
    skills: [
      { code: "R1", domain: "reading", name: "Lire un prix", most: 10 },
      { code: "W1", domain: "writing", name: "Écrire son nom", most: 10 },
      { code: "N1", domain: "numeracy", name: "Rendre la monnaie", most: 20 },
    ],
    pass: { overall: 50, eachDomain: 40, attendance: 60 },
    ...{ plannedHours: 60, active: true },
    ...changes,
  };
}

/** Writes a programme. @returns its id */
export async function makeProgramme(
  office: TestOffice,
  changes: Partial<ProgrammeDetails> = {},
): Promise<string> {
  const id = v7();
  await office.must("literacy.saveProgramme", { id, details: programmeDetails(changes) });
  return id;
}

export async function makeTrainer(office: TestOffice, name = "Kadidia Sangaré"): Promise<string> {
  const id = v7();
  await office.must("literacy.saveTrainer", {
    id,
    details: { memberId: null, name, phone: "76 11 22 33", active: true },
  });
  return id;
}

export function cohortDetails(programmeId: string, changes: Partial<CohortDetails> = {}): CohortDetails {
  return {
    ...{ programmeId, name: "Médina, le soir", place: "Cour de l’école", trainerId: null },
    meetings: [
      { weekday: 1, from: "16:00", minutes: 120 },
      { weekday: 4, from: "16:00", minutes: 120 },
    ],
    ...{ startsOn: FIRST, endsOn: LAST, plannedHours: 28, capacity: 25, project: null },
    ...{ fee: 0, allowance: 0 },
    ...changes,
  };
}

export function makeClass(
  office: TestOffice,
  programmeId: string,
  changes: Partial<CohortDetails> = {},
): Promise<CohortFile> {
  return office.must("literacy.saveCohort", { id: v7(), details: cohortDetails(programmeId, changes) });
}

export interface Learner {
  readonly memberId: string;
  readonly number: string;
  readonly enrolmentId: string;
}

interface Joining {
  readonly on?: string;
  readonly wait?: boolean;
  readonly surname?: string;
}

/** A new member, in the class from a day on or on its waiting list. */
export async function joinClass(
  office: TestOffice,
  cohortId: string,
  { on = FIRST, wait = false, surname = "Doumbia" }: Joining = {},
): Promise<Learner> {
  const { member } = await register(office, { surname });
  const enrolmentId = v7();
  await office.must("literacy.enrol", {
    ...{ id: enrolmentId, cohortId, memberId: member.id, on, placement: null, wait },
  });
  return { memberId: member.id, number: member.number, enrolmentId };
}

/** A session as the paper sheet says it. */
export function session(onDay: string, marks: Readonly<Record<string, Mark>> = {}, changes: object = {}) {
  return {
    ...{ id: v7(), onDay, from: "16:00", minutes: 120, extra: false, trainerId: null, trainerAbsent: false },
    content: "Les prix",
    marks: Object.entries(marks).map(([enrolmentId, mark]) => ({ enrolmentId, mark })),
    ...changes,
  };
}

export function saveSessions(
  office: TestOffice,
  cohortId: string,
  ...sessions: ReturnType<typeof session>[]
) {
  return office.must("literacy.saveSheet", { cohortId, ...NOVEMBER, sessions });
}

/** Enters the sessions of these days, everybody with the same mark. */
export function attend(
  office: TestOffice,
  cohortId: string,
  enrolmentIds: readonly string[],
  { days = HELD, mark = "P" as Mark } = {},
) {
  const marks = Object.fromEntries(enrolmentIds.map((id) => [id, mark]));
  return saveSessions(office, cohortId, ...days.map((day) => session(day, marks)));
}

/** Marks of every skill of `programmeDetails`, as percent of its scale. */
export function marksOf(percent: number) {
  return programmeDetails().skills.map(({ code, most }) => ({
    skill: code,
    mark: Math.floor((percent * most) / 100),
  }));
}

export function assess(
  office: TestOffice,
  cohortId: string,
  kind: "start" | "middle" | "end" | "retake",
  percents: Readonly<Record<string, number>>,
  onDay = TODAY,
) {
  return office.must("literacy.saveAssessment", {
    ...{ cohortId, kind, onDay },
    learners: Object.entries(percents).map(([enrolmentId, percent]) => ({
      ...{ id: v7(), enrolmentId, marks: marksOf(percent) },
    })),
  });
}

/** Another person takes the seat. */
export async function seat(
  office: TestOffice,
  who: { login: string; passphrase: string } = AWA,
): Promise<void> {
  await office.must("access.lock", {});
  const { login, passphrase } = who;
  const signedIn = await office.signIn({ login, passphrase });
  if (!signedIn.ok) throw new Error(signedIn.refusal.code);
}
