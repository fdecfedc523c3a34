import { v7 } from "uuid";
import type { AssessmentKind } from "../../../src/contract/literacyTerms.ts";
import { sunday, type Year } from "./yearCast.ts";
import { type CohortNote, type PaperNote, plusDays, type StayNote, thereOn } from "./yearNotes.ts";
import { lastPaper, passes } from "./yearSums.ts";

/* Assessments at the start, in the middle and at the end, retakes, the closing of a class and its certificates. */

const LATER: Readonly<Record<AssessmentKind, number>> = { start: -30, middle: -10, end: 0, retake: 15 };

/** Her marks by what she knows; a few papers lack the last skill. */
function sit({ dice, talents, notes }: Year, stay: StayNote, kind: AssessmentKind, onDay: string): PaperNote {
  const knows = (talents.get(stay.woman)?.knows ?? 0) + LATER[kind];
  const { skills } = stay.cohort.programme;
  const isWhole = !dice.percent(4);
  const marks = new Map(
    skills.slice(0, isWhole ? skills.length : -1).map(({ code, most }) => {
      const share = Math.max(0, Math.min(100, knows + dice.roll(31) - 15));
      return [code, Math.round((share * most) / 100)] as const;
    }),
  );
  const paper = { stay, kind, onDay, marks };
  notes.papers.push(paper);
  return paper;
}

async function assess(
  year: Year,
  cohort: CohortNote,
  kind: AssessmentKind,
  stays: readonly StayNote[],
): Promise<void> {
  if (stays.length === 0) return;
  const onDay = sunday(year);
  const papers = stays.map((stay) => sit(year, stay, kind, onDay));
  const learners = papers.map(({ stay, marks }) => ({
    ...{ id: v7(), enrolmentId: stay.id },
    marks: [...marks].map(([skill, mark]) => ({ skill, mark })),
  }));
  await year.office.must("literacy.saveAssessment", { cohortId: cohort.id, kind, onDay, learners });
}

function passing({ notes }: Year, cohort: CohortNote): StayNote[] {
  return notes.stays.filter((stay) => {
    const paper = stay.cohort === cohort ? lastPaper(notes, stay) : undefined;
    return paper !== undefined && passes(notes, paper);
  });
}

async function certify(year: Year, cohort: CohortNote): Promise<void> {
  const { office, notes } = year;
  const due = passing(year, cohort).filter(({ id }) => !notes.certified.has(id));
  if (due.length === 0) return;
  await office.must("literacy.issueCertificates", { cohortId: cohort.id, on: sunday(year) });
  for (const { id } of due) notes.certified.add(id);
}

async function close(year: Year, cohort: CohortNote): Promise<void> {
  const on = sunday(year);
  await year.office.must("literacy.closeCohort", { id: cohort.id, on });
  cohort.closedOn = on;
  // Closed later than it ended, it was over on its last day all the same.
  const over = on < cohort.endsOn ? on : cohort.endsOn;
  for (const stay of year.notes.stays)
    if (stay.cohort === cohort && stay.endedOn === null) {
      stay.endedOn = over;
      stay.end = stay.startsOn === null ? "other" : "finished";
    }
}

/** Half of those who failed try again, two weeks after the class was closed. */
async function retake(year: Year, cohort: CohortNote): Promise<void> {
  const { notes, dice } = year;
  const failed = notes.stays.filter(({ id, cohort: hers, end }) => {
    return hers === cohort && end === "finished" && !notes.certified.has(id);
  });
  const seated = failed.filter((stay) => lastPaper(notes, stay) !== undefined && dice.percent(50));
  await assess(year, cohort, "retake", seated);
  await certify(year, cohort);
}

/** What this Sunday is for one class: its first, its twelfth, its last, or two weeks after. */
export async function examine(year: Year, cohort: CohortNote): Promise<void> {
  const today = sunday(year);
  const there = thereOn(year.notes, cohort, today);
  if (today === plusDays(cohort.startsOn, 6)) await assess(year, cohort, "start", there);
  if (today === plusDays(cohort.startsOn, 12 * 7 - 1)) await assess(year, cohort, "middle", there);
  const last = cohort.closesOn < cohort.endsOn ? cohort.closesOn : cohort.endsOn;
  if (today === last) {
    // Some stay away on the day of the assessment.
    await assess(
      year,
      cohort,
      "end",
      there.filter(() => year.dice.percent(92)),
    );
  }
  if (today === cohort.closesOn) {
    await close(year, cohort);
    await certify(year, cohort);
  }
  if (today === plusDays(cohort.closesOn, 14)) await retake(year, cohort);
}
