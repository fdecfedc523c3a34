import { v7 } from "uuid";
import { sunday, type Year } from "./yearCast.ts";
import { type CohortNote, hasPlace, isThere, plusDays, REASONS, type StayNote } from "./yearNotes.ts";

/* Women come, wait, move on, leave and come back: on the Sunday the secretary enters what happened in the week. */

function noteStay(year: Year, cohort: CohortNote, woman: string, startsOn: string | null): StayNote {
  const stay = { id: v7(), cohort, woman, startsOn, endedOn: null, end: null };
  year.notes.stays.push(stay);
  return stay;
}

async function payFee({ office, notes }: Year, stay: StayNote, amount: number): Promise<void> {
  const { cohort, id } = stay;
  await office.must("literacy.payFee", {
    ...{ id: v7(), enrolmentId: id, amount, method: "cash", reference: "" },
  });
  notes.fees.push({ cohort, stayId: id, on: sunday({ office }), amount });
}

async function enrolOne(year: Year, cohort: CohortNote, woman: string): Promise<void> {
  const { office, dice, notes } = year;
  const wait = !hasPlace(notes, cohort, cohort.startsOn);
  const placement = { reading: dice.roll(6), writing: dice.roll(6), numeracy: dice.roll(6) };
  const input = { cohortId: cohort.id, memberId: woman, on: cohort.startsOn, placement };
  const stay = noteStay(year, cohort, woman, wait ? null : cohort.startsOn);
  await office.must("literacy.enrol", { ...input, id: stay.id, wait });
  if (!wait && cohort.fee > 0 && dice.percent(80))
    await payFee(year, stay, dice.percent(50) ? cohort.fee : 1_000);
}

/** Who has her certificate of the level below, from spring, and goes on. */
function goingOn({ notes, dice }: Year, cohort: CohortNote): string[] {
  const below = notes.stays.filter(
    ({ id, cohort: { level, isSpring, id: before } }) =>
      isSpring && level === cohort.level - 1 && notes.certified.has(id) && before < cohort.siblingId,
  );
  return below.filter(() => dice.percent(20)).map(({ woman }) => woman);
}

/** Enrols the women of a class that begins tomorrow; those for whom no place is left wait. */
export async function openClasses(year: Year): Promise<void> {
  const { notes } = year;
  const tomorrow = plusDays(sunday(year), 1);
  for (const cohort of notes.cohorts.filter(({ startsOn }) => startsOn === tomorrow)) {
    const others = cohort.isSpring ? [] : goingOn(year, cohort);
    const fresh = others.filter((woman) => !isTaken(year, cohort, woman));
    for (const woman of [...fresh, ...cohort.women]) await enrolOne(year, cohort, woman);
  }
}

/** Whether she follows another class of the level already. */
const isTaken = ({ notes }: Year, cohort: CohortNote, woman: string) =>
  notes.stays.some(
    (stay) => stay.woman === woman && stay.cohort.level === cohort.level && stay.endedOn === null,
  );

async function leave({ office, dice }: Year, stay: StayNote, on: string): Promise<void> {
  const reason = dice.pick(REASONS);
  await office.must("literacy.leave", { id: stay.id, on, reason });
  stay.endedOn = on;
  stay.end = reason;
}

async function move(year: Year, stay: StayNote, monday: string): Promise<void> {
  const to = year.notes.cohorts.find(({ id }) => id === stay.cohort.siblingId);
  if (to === undefined || to.closedOn !== null || !hasPlace(year.notes, to, monday)) return;
  const next = noteStay(year, to, stay.woman, monday);
  await year.office.must("literacy.move", { id: stay.id, newId: next.id, cohortId: to.id, on: monday });
  stay.endedOn = plusDays(monday, -1);
  stay.end = "movedCohort";
}

async function comeBack(year: Year, stay: StayNote, monday: string): Promise<void> {
  const { notes, office } = year;
  const isLast = !notes.stays.some((one) => one.woman === stay.woman && one !== stay && one.endedOn === null);
  const isLong = stay.endedOn !== null && stay.endedOn < plusDays(monday, -14);
  if (!isLast || !isLong || isAgain(year, stay) || !hasPlace(notes, stay.cohort, monday)) return;
  const next = noteStay(year, stay.cohort, stay.woman, monday);
  await office.must("literacy.comeBack", { id: stay.id, newId: next.id, on: monday });
}

/** Whether a later stay of hers came after this one. */
const isAgain = ({ notes: { stays } }: Year, stay: StayNote) =>
  stays.some((one) => one.woman === stay.woman && stays.indexOf(one) > stays.indexOf(stay));

async function admit(year: Year, stay: StayNote, monday: string): Promise<void> {
  if (!hasPlace(year.notes, stay.cohort, monday)) return;
  await year.office.must("literacy.admit", { id: stay.id, on: monday });
  stay.startsOn = monday;
}

/** What became of one woman in the week. */
async function weekOf(year: Year, stay: StayNote, monday: string): Promise<void> {
  const { dice } = year;
  const hasGone = stay.endedOn !== null;
  const since = stay.startsOn;
  if (hasGone) {
    const mayReturn = since !== null && stay.end !== "movedCohort" && stay.end !== "finished";
    if (mayReturn && dice.percent(12)) await comeBack(year, stay, monday);
  } else if (since === null) {
    if (dice.percent(2)) await leave(year, stay, monday);
    else await admit(year, stay, monday);
  } else if (since < monday && isThere(stay, monday)) {
    const chance = dice.roll(1_000);
    // Until Sunday, or to a day within this week.
    if (chance < 14) await leave(year, stay, plusDays(monday, dice.pick([-1, -1, 1, 3])));
    else if (chance < 22) await move(year, stay, monday);
  }
}

/** Changes of the week in every class that was there before it. */
export async function changeStays(year: Year, monday: string): Promise<void> {
  for (const stay of [...year.notes.stays]) {
    const { startsOn, endsOn, closedOn } = stay.cohort;
    if (startsOn < monday && endsOn >= monday && closedOn === null) await weekOf(year, stay, monday);
  }
}

/** Once a month some pay what is left of their fee. */
export async function collectFees(year: Year): Promise<void> {
  for (const stay of year.notes.stays) {
    const paid = year.notes.fees.filter(({ stayId }) => stayId === stay.id);
    const left = stay.cohort.fee - paid.reduce((sum, { amount }) => sum + amount, 0);
    const isOwing = paid.length > 0 && left > 0 && stay.endedOn === null;
    if (isOwing && year.dice.percent(40)) await payFee(year, stay, left);
  }
}
