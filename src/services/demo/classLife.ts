import type { AssessmentKind, Mark } from "../../contract/literacyTerms.ts";
import type { CalendarDate } from "../../contract/primitives.ts";
import { addDays } from "../../domain/calendar.ts";
import type { Dice } from "./dice.ts";
import { CASH, type Life, nextWeekday, openDay, unless, type Woman } from "./life.ts";
import { type ClassPlan, cohortDetails } from "./literacyCast.ts";

/* One class from its enrolment to its certificates. */

const SATURDAY = 6;
const FRIDAY = 5;

interface Learner {
  readonly woman: Woman;
  readonly enrolmentId: string;
  readonly comes: number;
  readonly knows: number;
  /** The week after which she is seen no more; null for who stays. */
  readonly leavesAfter: number | null;
  readonly waits: boolean;
}

interface Class {
  readonly id: string;
  readonly plan: ClassPlan;
  readonly trainerId: string | null;
  readonly learners: readonly Learner[];
}

const CONTENTS = [
  "Lettres et sons",
  "Les prix du marché",
  "Écrire son nom",
  "Compter la monnaie",
  "Lire une date",
  "Le carnet de santé",
];
const REASONS = ["moved", "work", "illness", "child", "lostInterest"] as const;

/** The second of every class stops coming, and one of five of those after her. */
function leavingWeek(dice: Dice, index: number): number | null {
  if (index === 1) return 5;
  return index > 1 && dice.percent(20) ? 3 + dice.roll(9) : null;
}

function learnersOf(
  life: Life,
  dice: Dice,
  { plan, women }: { plan: ClassPlan; women: readonly Woman[] },
): Learner[] {
  return women.map((woman, index) => ({
    ...{ woman, enrolmentId: life.newId(), waits: index >= plan.capacity },
    comes: Math.min(98, plan.comes - 12 + dice.roll(26)),
    // The first of every class comes to the end and has not learned enough.
    knows: index === 0 ? 22 : 30 + dice.roll(60),
    leavesAfter: leavingWeek(dice, index),
  }));
}

/** Enrolment in the week before, with what they know already, and the fees as they can pay them. */
function noteEnrolling(life: Life, dice: Dice, { id: cohortId, plan, learners }: Class): void {
  const trainer = life.as("trainer");
  const day = openDay(addDays(plan.startsOn, -3));
  const on = day < life.end ? day : addDays(life.end, -1);
  const placement = () => ({ reading: dice.roll(4), writing: dice.roll(4), numeracy: dice.roll(5) });
  life.on(on, async () => {
    for (const { woman, enrolmentId, waits } of learners) {
      const about = {
        id: enrolmentId,
        cohortId,
        memberId: woman.id,
        on: plan.startsOn,
        placement: placement(),
      };
      await trainer("literacy.enrol", { ...about, wait: waits });
      const amount = dice.percent(70) ? plan.fee : Math.floor(plan.fee / 2);
      if (amount > 0 && !waits && dice.percent(82))
        await life.as("cashier")("literacy.payFee", { id: life.newId(), enrolmentId, amount, ...CASH });
    }
  });
  life.on(openDay(addDays(plan.startsOn, 1)), () =>
    trainer("literacy.handOut", {
      ...{ id: life.newId(), cohortId, enrolmentId: null, item: "Cahiers", quantity: learners.length },
      onDay: life.today(),
    }),
  );
}

function markOf(dice: Dice, comes: number): Mark {
  if (dice.percent(comes)) return dice.percent(9) ? "L" : "P";
  return dice.percent(20) ? "E" : "A";
}

const WHY_OFF = ["trainerAbsent", "weather", "event"] as const;

/** The paper sheet of a week, on its Saturday; here and there a session was called off. */
async function enterWeek(
  life: Life,
  dice: Dice,
  group: Class,
  span: { from: CalendarDate; to: CalendarDate },
): Promise<void> {
  const trainer = life.as("trainer");
  const { id: cohortId, learners } = group;
  const sheet = await trainer("literacy.sheet", { cohortId, ...span });
  const comes = new Map(learners.map((one) => [one.enrolmentId, one.comes]));
  const entered = [];
  for (const { onDay, from, minutes, state } of sheet.sessions) {
    if (state !== "planned") continue;
    if (dice.percent(4)) {
      const about = { id: life.newId(), cohortId, onDay, from, minutes, reason: dice.pick(WHY_OFF) };
      await trainer("literacy.cancelSession", about);
      continue;
    }
    const there = sheet.learners.filter(
      ({ startsOn, endedOn }) => startsOn <= onDay && (endedOn === null || onDay <= endedOn),
    );
    const marks = there.map(({ enrolmentId }) => ({
      enrolmentId,
      mark: markOf(dice, comes.get(enrolmentId) ?? 70),
    }));
    const session = {
      id: life.newId(),
      onDay,
      from,
      minutes,
      extra: false,
      trainerId: null,
      trainerAbsent: false,
    };
    entered.push({ ...session, content: dice.pick(CONTENTS), marks });
  }
  if (entered.length > 0) await trainer("literacy.saveSheet", { cohortId, ...span, sessions: entered });
}

async function dropOut(life: Life, dice: Dice, group: Class, week: number): Promise<void> {
  for (const { enrolmentId, leavesAfter, waits } of group.learners) {
    if (waits || leavesAfter !== week) continue;
    const leaving = { id: enrolmentId, on: life.today(), reason: dice.pick(REASONS) };
    await life.as("trainer")("literacy.leave", leaving);
    // Her place is for who waited.
    const next = group.learners.find((one) => one.waits);
    if (next !== undefined)
      await unless(
        ["literacy.notWaiting", "literacy.full", "literacy.alreadyEnrolled"],
        life.as("trainer")("literacy.admit", { id: next.enrolmentId, on: life.today() }),
      );
  }
}

/** Weeks of the class up to today; the last one of a class that runs has not been entered yet. */
function noteWeeks(life: Life, dice: Dice, group: Class): void {
  const { startsOn, endsOn } = group.plan;
  let week = 1;
  for (let from = startsOn; from <= endsOn && addDays(from, 5) <= life.end; from = addDays(from, 7)) {
    const [monday, to, number] = [from, addDays(from, 5), week];
    week += 1;
    if (endsOn > life.end && addDays(to, 7) > life.end) break;
    life.on(nextWeekday(monday, SATURDAY), async () => {
      await enterWeek(life, dice, group, { from: monday, to });
      await dropOut(life, dice, group, number);
    });
  }
}

const EASIER: Readonly<Record<AssessmentKind, number>> = { start: -26, middle: -8, end: 6, retake: 14 };

async function assess(life: Life, dice: Dice, group: Class, kind: AssessmentKind): Promise<void> {
  const trainer = life.as("trainer");
  const { learners, programme } = await trainer("literacy.cohort", { id: group.id });
  const results = await trainer("literacy.results", { cohortId: group.id });
  const passed = new Set(
    results.learners.filter(({ outcome }) => outcome?.passed === true).map((one) => one.enrolmentId),
  );
  const seated = learners.filter(({ enrolmentId, state }) =>
    kind === "retake" ? state === "finished" && !passed.has(enrolmentId) : state === "attending",
  );
  const known = new Map(group.learners.map((one) => [one.enrolmentId, one.knows]));
  const marked = seated.map(({ enrolmentId }) => ({
    ...{ id: life.newId(), enrolmentId },
    marks: programme.skills.map(({ code, most }) => {
      const percent = (known.get(enrolmentId) ?? 60) + EASIER[kind] + dice.roll(25) - 12;
      return { skill: code, mark: Math.round((Math.max(5, Math.min(100, percent)) * most) / 100) };
    }),
  }));
  if (marked.length > 0)
    await unless(
      ["literacy.noEndYet"],
      trainer("literacy.saveAssessment", { cohortId: group.id, kind, onDay: life.today(), learners: marked }),
    );
}

async function certify(life: Life, { id: cohortId }: Class): Promise<void> {
  const certificates = { cohortId, on: life.today() };
  await unless(
    ["literacy.nobodyToCertify"],
    life.as("secretary")("literacy.issueCertificates", certificates),
  );
}

/** What its trainers held and were not paid for, once a month on a Friday. */
function noteAllowances(life: Life, { id: cohortId, plan, trainerId }: Class): void {
  if (trainerId === null) return;
  for (let day = addDays(plan.startsOn, 26); day <= addDays(plan.endsOn, 14); day = addDays(day, 28))
    life.on(nextWeekday(day, FRIDAY), async () => {
      const due = { cohortId, trainerId, to: life.today() };
      const cashier = life.as("cashier");
      const { amount } = await cashier("literacy.allowanceDue", due);
      if (amount > 0) await cashier("literacy.payAllowance", { ...due, id: life.newId(), amount, ...CASH });
    });
}

function noteEnd(life: Life, dice: Dice, group: Class): void {
  const { startsOn, endsOn } = group.plan;
  const assessAt = (day: CalendarDate, kind: AssessmentKind) =>
    life.on(day, () => assess(life, dice, group, kind));
  assessAt(nextWeekday(startsOn, SATURDAY), "start");
  assessAt(nextWeekday(addDays(startsOn, 56), SATURDAY), "middle");
  assessAt(endsOn, "end");
  const closedOn = addDays(endsOn, 2);
  life.on(closedOn, () => life.as("secretary")("literacy.closeCohort", { id: group.id, on: closedOn }));
  life.on(openDay(addDays(closedOn, 3)), () => certify(life, group));
  assessAt(openDay(addDays(closedOn, 15)), "retake");
  life.on(openDay(addDays(closedOn, 16)), () => certify(life, group));
}

/** Notes one class. */
export function noteClass(
  life: Life,
  dice: Dice,
  about: { plan: ClassPlan; trainers: readonly string[]; women: readonly Woman[] },
): void {
  const { plan, trainers } = about;
  const trainerId = plan.trainer === null ? null : (trainers[plan.trainer] ?? null);
  const group: Class = { id: life.newId(), plan, trainerId, learners: learnersOf(life, dice, about) };
  const openedOn = openDay(addDays(plan.startsOn < life.end ? plan.startsOn : life.end, -12));
  life.on(openedOn, async () => {
    const programmes = await life.as("secretary")("literacy.programmes", {});
    const programme = programmes.find(({ code }) => code === plan.programme);
    const details = cohortDetails(plan, programme?.id ?? "", trainerId);
    await life.as("secretary")("literacy.saveCohort", { id: group.id, details });
  });
  noteEnrolling(life, dice, group);
  noteWeeks(life, dice, group);
  noteAllowances(life, group);
  noteEnd(life, dice, group);
}
