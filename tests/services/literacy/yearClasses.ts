import { v7 } from "uuid";
import { expect } from "vitest";
import type { CancelReason, Mark } from "../../../src/contract/literacyTerms.ts";
import { sunday, type Year } from "./yearCast.ts";
import {
  type CohortNote,
  isThere,
  plusDays,
  type SessionNote,
  type Slot,
  slotsWithin,
  thereOn,
} from "./yearNotes.ts";

/* The paper sheets of a week: what was held, who came, what was called off, and what the trainers get for it. */

const WHY: readonly CancelReason[] = ["trainerAbsent", "weather", "event", "other"];

export const isRunning = ({ startsOn, endsOn, closedOn }: CohortNote, monday: string) =>
  startsOn <= monday && endsOn >= monday && closedOn === null;

/** Her mark by how faithfully she comes; now and then the trainer forgot her line. */
function markOf({ dice, talents }: Year, woman: string): Mark | undefined {
  if (dice.percent(2)) return undefined;
  if (dice.percent(talents.get(woman)?.comes ?? 0)) return dice.percent(10) ? "L" : "P";
  return dice.percent(15) ? "E" : "A";
}

function noteSession(year: Year, cohort: CohortNote, { onDay, minutes }: Slot, id: string): SessionNote {
  const { dice, trainers, notes } = year;
  const marks = new Map<string, Mark>();
  for (const stay of thereOn(notes, cohort, onDay)) {
    const mark = markOf(year, stay.woman);
    if (mark !== undefined) marks.set(stay.id, mark);
  }
  const trainer = dice.percent(5) ? dice.pick(trainers) : cohort.trainer;
  const trainerAbsent = dice.percent(3);
  const note = { id, cohort, onDay, minutes, held: true, trainer, trainerAbsent, marks, isPaid: false };
  notes.sessions.push(note);
  return note;
}

interface Told extends Slot {
  readonly extra: boolean;
  readonly note: SessionNote;
}

const entryOf = ({ from, extra, note }: Told) => ({
  ...{ id: note.id, onDay: note.onDay, from, minutes: note.minutes, extra, content: "Compter l’argent" },
  trainerId: note.trainer === note.cohort.trainer ? null : note.trainer,
  trainerAbsent: note.trainerAbsent,
  marks: [...note.marks].map(([enrolmentId, mark]) => ({ enrolmentId, mark })),
});

/** Calls a session off; some take place after all. @returns its id where it has to be entered yet */
async function callOff({ office, dice }: Year, cohort: CohortNote, slot: Slot): Promise<string | null> {
  const reason = dice.pick(WHY);
  const about = { id: v7(), cohortId: cohort.id, ...slot, reason };
  await office.must("literacy.cancelSession", about);
  if (!dice.percent(25)) return null;
  await office.must("literacy.restoreSession", { id: about.id });
  return about.id;
}

/** The product shows the week as the wall calendar has it, with the women who were there. */
async function expectSheet({ office, notes }: Year, cohort: CohortNote, monday: string): Promise<void> {
  const span = { from: monday, to: plusDays(monday, 6) };
  const sheet = await office.must("literacy.sheet", { cohortId: cohort.id, ...span });
  const planned = slotsWithin(cohort, span.from, span.to);
  expect(sheet.sessions.map(({ onDay, from, minutes }) => ({ onDay, from, minutes }))).toEqual(planned);
  const there = notes.stays.filter((stay) => {
    const days = Array.from({ length: 7 }, (_, day) => plusDays(monday, day));
    return stay.cohort === cohort && days.some((day) => isThere(stay, day));
  });
  expect(sheet.learners.map(({ enrolmentId }) => enrolmentId).sort()).toEqual(
    there.map(({ id }) => id).sort(),
  );
}

/** Enters one class's sheet of the week, and enters it again where something was read wrongly. */
export async function enterSheet(year: Year, cohort: CohortNote, monday: string): Promise<void> {
  const { office, dice } = year;
  const to = plusDays(monday, 6);
  await expectSheet(year, cohort, monday);
  const told: Told[] = [];
  for (const slot of slotsWithin(cohort, monday, to)) {
    const id = dice.percent(6) ? await callOff(year, cohort, slot) : v7();
    if (id !== null) told.push({ ...slot, extra: false, note: noteSession(year, cohort, slot, id) });
  }
  const madeUp = { onDay: to, from: "10:00", minutes: 60 };
  if (dice.percent(4)) told.push({ ...madeUp, extra: true, note: noteSession(year, cohort, madeUp, v7()) });
  if (told.length === 0) return;
  const save = () =>
    office.must("literacy.saveSheet", { cohortId: cohort.id, from: monday, to, sessions: told.map(entryOf) });
  await save();
  const misread = [...(told[0]?.note.marks.keys() ?? [])][0];
  if (misread === undefined || !dice.percent(10)) return;
  told[0]?.note.marks.set(misread, "L");
  await save();
}

/** Pays each trainer for what she held and was not paid for, in classes that are over too. */
export async function payTrainers(year: Year): Promise<void> {
  const { office, notes, trainers } = year;
  const to = sunday(year);
  for (const cohort of notes.cohorts)
    for (const trainerId of trainers) {
      const due = notes.sessions.filter(
        (one) =>
          one.cohort === cohort && one.held && !one.trainerAbsent && one.trainer === trainerId && !one.isPaid,
      );
      if (due.length === 0) continue;
      const amount = due.length * cohort.allowance;
      const about = { cohortId: cohort.id, trainerId, to };
      expect(await office.must("literacy.allowanceDue", about)).toMatchObject({
        sessions: due.length,
        amount,
      });
      await office.must("literacy.payAllowance", {
        ...about,
        id: v7(),
        amount,
        method: "cash",
        reference: "",
      });
      for (const one of due) one.isPaid = true;
      notes.allowances.push({ cohort, on: to, amount });
    }
}
