import { v7 } from "uuid";
import type { AssessmentKind, Mark } from "../../../src/contract/literacyTerms.ts";
import { plusDays } from "../insurance/yearDays.ts";
import type { CohortNote, SessionNote, StayNote } from "../literacy/yearNotes.ts";
import { isThere, thereOn } from "../literacy/yearNotes.ts";
import { lastPaper, passes } from "../literacy/yearSums.ts";
import { LEAVE_REASONS, note, type Play, paying, takeBack } from "./yearBook.ts";

/* Three classes, two of them paid by a project: sheets, dropouts, returns, assessments, fees and allowances. */

interface ClassPlan {
  readonly code: string;
  readonly startsOn: string;
  readonly weeks: number;
  readonly project: string | null;
  readonly fee: number;
  /** By their places in the register. */
  readonly women: readonly [number, number];
}

const CLASSES: readonly ClassPlan[] = [
  { code: "ALPHA1-FR", startsOn: "2027-09-06", weeks: 24, project: null, fee: 2_500, women: [0, 11] },
  { code: "ALPHA2-FR", startsOn: "2027-11-15", weeks: 22, project: "ALPHA-CH", fee: 0, women: [10, 18] },
  { code: "ALPHA1-FR", startsOn: "2028-03-20", weeks: 26, project: "ALPHA-CH", fee: 1_500, women: [16, 30] },
];

const MONDAYS = [{ weekday: 1, from: "16:00", minutes: 105 }] as const;

async function openClass(play: Play, plan: ClassPlan, trainer: string): Promise<void> {
  const { office, book } = play;
  const programmes = await office.must("literacy.programmes", {});
  const programme = programmes.find(({ code }) => code === plan.code);
  if (programme === undefined) throw new Error("no such programme");
  const id = v7();
  const endsOn = plusDays(plan.startsOn, plan.weeks * 7 - 1);
  const about = {
    place: "Koko",
    startsOn: plan.startsOn,
    endsOn,
    capacity: 10,
    fee: plan.fee,
    allowance: 1_500,
  };
  await office.must("literacy.saveCohort", {
    id,
    details: {
      ...{ ...about, programmeId: programme.id, name: plan.startsOn, trainerId: trainer },
      ...{ meetings: [...MONDAYS], plannedHours: 40, project: plan.project },
    },
  });
  const women = book.women.slice(...plan.women).map(({ id: woman }) => woman);
  const cohort: CohortNote = {
    ...{
      ...about,
      id,
      trainer,
      level: 0,
      isSpring: false,
      siblingId: "",
      programme,
      meetings: MONDAYS,
      women,
    },
    ...{ closesOn: plusDays(endsOn, 10), closedOn: null },
  };
  book.classes.cohorts.push(cohort);
  if (plan.project !== null) book.projects.set(id, plan.project);
}

function noteStay({ book }: Play, cohort: CohortNote, woman: string, startsOn: string | null): StayNote {
  const stay = { id: v7(), cohort, woman, startsOn, endedOn: null, end: null };
  book.classes.stays.push(stay);
  return stay;
}

/** On the last day of work before the class: ten have a place, the others wait. */
async function fill(play: Play, cohort: CohortNote): Promise<void> {
  for (const [index, memberId] of cohort.women.entries()) {
    const wait = index >= cohort.capacity;
    const stay = noteStay(play, cohort, memberId, wait ? null : cohort.startsOn);
    const about = { id: stay.id, cohortId: cohort.id, memberId, on: cohort.startsOn, placement: null };
    await play.office.must("literacy.enrol", { ...about, wait });
  }
}

async function collectFee(play: Play, stay: StayNote): Promise<void> {
  const { office, book, dice, day } = play;
  const { fees } = book.classes;
  const paid = fees.filter((one) => one.stayId === stay.id).reduce((sum, { amount }) => sum + amount, 0);
  const left = stay.cohort.fee - paid;
  const isFirst = !book.classes.stays.some(
    (one) => one !== stay && one.woman === stay.woman && one.cohort === stay.cohort,
  );
  if (left <= 0 || !isFirst || !dice.percent(25)) return;
  const amount = dice.percent(50) ? left : Math.min(left, 1_000);
  const payment = paying(play);
  const id = v7();
  await office.must("literacy.payFee", { id, enrolmentId: stay.id, amount, ...payment });
  const project = book.projects.get(stay.cohort.id) ?? null;
  const entry = { id, account: "classFee", amount, project, till: payment.method };
  const voucher = note(play, { ...entry, sign: 1 });
  if (dice.percent(12)) await takeBack(play, voucher);
  else fees.push({ cohort: stay.cohort, stayId: stay.id, on: day, amount });
}

function markOf({ dice }: Play): Mark {
  if (dice.percent(78)) return dice.percent(12) ? "L" : "P";
  return dice.percent(25) ? "E" : "A";
}

/** The paper sheets since the office was last open. */
async function enterSheets(play: Play, cohort: CohortNote, from: string): Promise<void> {
  const { office, book, dice, day } = play;
  const days = { cohortId: cohort.id, from, to: day };
  const { sessions } = await office.must("literacy.sheet", days);
  const planned = sessions.filter(({ state }) => state === "planned");
  const told: { from: string; note: SessionNote }[] = [];
  for (const { onDay, from: hour, minutes } of planned) {
    const about = { id: v7(), cohortId: cohort.id, onDay, from: hour, minutes };
    if (dice.percent(8)) {
      await office.must("literacy.cancelSession", { ...about, reason: "weather" });
      continue;
    }
    const marks = new Map<string, Mark>();
    for (const stay of thereOn(book.classes, cohort, onDay))
      if (dice.percent(96)) marks.set(stay.id, markOf(play));
    const session = { id: about.id, cohort, onDay, minutes, trainer: cohort.trainer, marks };
    const held: SessionNote = { ...session, held: true, trainerAbsent: dice.percent(5), isPaid: false };
    book.classes.sessions.push(held);
    told.push({ from: hour, note: held });
  }
  if (told.length === 0) return;
  await office.must("literacy.saveSheet", {
    ...days,
    sessions: told.map(({ from: hour, note: { id, onDay, minutes, trainerAbsent, marks } }) => ({
      ...{ id, onDay, from: hour, minutes, extra: false, trainerId: null, trainerAbsent, content: "" },
      marks: [...marks].map(([enrolmentId, mark]) => ({ enrolmentId, mark })),
    })),
  });
}

/** Who leaves, comes back or gets a place; never before a day on which she has a mark. */
async function change(play: Play, stay: StayNote): Promise<void> {
  const { office, book, dice, day } = play;
  const { cohort } = stay;
  const hasPlace = thereOn(book.classes, cohort, day).length < cohort.capacity;
  if (stay.startsOn === null && stay.endedOn === null && hasPlace) {
    await office.must("literacy.admit", { id: stay.id, on: day });
    stay.startsOn = day;
  } else if (stay.startsOn !== null && stay.startsOn < day && isThere(stay, day) && dice.percent(3)) {
    // One after the other, so that each is there.
    const gone = book.classes.stays.filter(({ end }) => end !== null && end !== "finished").length;
    const reason = LEAVE_REASONS[gone % LEAVE_REASONS.length] ?? "other";
    await office.must("literacy.leave", { id: stay.id, on: day, reason });
    Object.assign(stay, { endedOn: day, end: reason });
  } else if (mayReturn(play, stay) && hasPlace && dice.percent(12)) {
    const next = noteStay(play, cohort, stay.woman, day);
    await office.must("literacy.comeBack", { id: stay.id, newId: next.id, on: day });
  }
}

/** She left for good reasons, weeks ago, and is in no class since. */
function mayReturn({ book, day }: Play, stay: StayNote): boolean {
  const { stays } = book.classes;
  const isGone = stay.startsOn !== null && stay.endedOn !== null && stay.end !== "finished";
  const isLast = !stays.some((one) => one.woman === stay.woman && stays.indexOf(one) > stays.indexOf(stay));
  return isGone && isLast && (stay.endedOn ?? day) < plusDays(day, -15);
}

async function assess(play: Play, cohort: CohortNote, kind: AssessmentKind, stays: readonly StayNote[]) {
  const { office, book, dice, day } = play;
  if (stays.length === 0) return;
  const learners = stays.map((stay) => {
    const { skills } = cohort.programme;
    const isWhole = !dice.percent(8);
    const given = skills.slice(0, isWhole ? skills.length : -1);
    const knows = (kind === "retake" ? 55 : 40) + dice.roll(45);
    const marks = new Map(given.map(({ code, most }) => [code, Math.round((knows * most) / 100)] as const));
    book.classes.papers.push({ stay, kind, onDay: day, marks });
    return { id: v7(), enrolmentId: stay.id, marks: [...marks].map(([skill, mark]) => ({ skill, mark })) };
  });
  await office.must("literacy.saveAssessment", { cohortId: cohort.id, kind, onDay: day, learners });
}

async function certify(play: Play, cohort: CohortNote): Promise<void> {
  const { office, book, day } = play;
  const { stays, certified } = book.classes;
  const due = stays.filter((stay) => {
    const paper = stay.cohort === cohort ? lastPaper(book.classes, stay) : undefined;
    return paper !== undefined && passes(book.classes, paper) && !certified.has(stay.id);
  });
  if (due.length === 0) return;
  await office.must("literacy.issueCertificates", { cohortId: cohort.id, on: day });
  for (const stay of due) {
    certified.add(stay.id);
    book.certificates.push({ stay, on: day });
  }
}

async function close(play: Play, cohort: CohortNote): Promise<void> {
  const { office, book, day } = play;
  await office.must("literacy.closeCohort", { id: cohort.id, on: day });
  cohort.closedOn = day;
  for (const stay of book.classes.stays)
    if (stay.cohort === cohort && stay.endedOn === null) {
      stay.endedOn = day < cohort.endsOn ? day : cohort.endsOn;
      stay.end = stay.startsOn === null ? "other" : "finished";
    }
}

async function payTrainer(play: Play, cohort: CohortNote): Promise<void> {
  const { office, book, dice, day } = play;
  const due = book.classes.sessions.filter(
    (one) => one.cohort === cohort && !one.trainerAbsent && !one.isPaid && one.onDay <= day,
  );
  if (due.length === 0) return;
  const [id, amount] = [v7(), due.length * cohort.allowance];
  const about = { id, cohortId: cohort.id, trainerId: cohort.trainer, to: day, amount };
  await office.must("literacy.payAllowance", { ...about, method: "cash", reference: "" });
  const project = book.projects.get(cohort.id) ?? null;
  const voucher = note(play, { id, account: "trainerAllowance", amount, project, sign: -1 });
  if (dice.percent(15)) return takeBack(play, voucher);
  for (const one of due) one.isPaid = true;
  book.classes.allowances.push({ cohort, on: day, amount });
}

/** The last day of work while the class runs, and what comes after it. */
async function finish(play: Play, cohort: CohortNote, next: string): Promise<void> {
  const { book, day } = play;
  const there = thereOn(book.classes, cohort, day);
  if (day <= cohort.endsOn && next > cohort.endsOn) await assess(play, cohort, "end", there);
  if (cohort.closedOn === null && day > cohort.endsOn) {
    await close(play, cohort);
    await certify(play, cohort);
  } else if (cohort.closedOn !== null && day <= plusDays(cohort.closedOn, 25)) {
    const failed = book.classes.stays.filter((stay) => {
      const isDone = book.classes.certified.has(stay.id) || lastPaper(book.classes, stay) === undefined;
      return stay.cohort === cohort && stay.end === "finished" && !isDone;
    });
    await assess(play, cohort, "retake", failed.slice(0, 3));
    await certify(play, cohort);
  }
}

export async function beginClasses(play: Play): Promise<void> {
  const trainer = v7();
  const details = { memberId: null, name: "Fanta Keïta", phone: "", active: true };
  await play.office.must("literacy.saveTrainer", { id: trainer, details });
  for (const plan of CLASSES) await openClass(play, plan, trainer);
}

/** @param last the day on which the office was open before, and `next` the one after this */
export async function liveClasses(play: Play, last: string, next: string): Promise<void> {
  const { book, day } = play;
  for (const cohort of book.classes.cohorts) {
    const isFilled = book.classes.stays.some((stay) => stay.cohort === cohort);
    if (!isFilled && next > cohort.startsOn) await fill(play, cohort);
    if (day < cohort.startsOn) continue;
    if (cohort.closedOn === null) {
      const hers = () => book.classes.stays.filter((stay) => stay.cohort === cohort);
      await enterSheets(play, cohort, plusDays(last, 1));
      if (day <= cohort.endsOn) for (const stay of hers()) await change(play, stay);
      for (const stay of hers()) if (isThere(stay, day)) await collectFee(play, stay);
    }
    if (day.endsWith("-01")) await payTrainer(play, cohort);
    await finish(play, cohort, next);
  }
}
