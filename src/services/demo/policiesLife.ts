import type { CalendarDate } from "../../contract/primitives.ts";
import { addDays, addMonths } from "../../domain/calendar.ts";
import type { Dice } from "./dice.ts";
import { HEALTH, SAVINGS } from "./insurancePlans.ts";
import { byHand, CASH, isHere, type Life, openDay, type Woman } from "./life.ts";

/* Who is insured, and how she pays: in time, late, or no more. */

type Habit = "quarterly" | "monthly" | "halfYear" | "late" | "stopped" | "recent" | "cancelled";

const HABITS: readonly Habit[] = [
  ...(["quarterly", "quarterly", "quarterly", "quarterly", "quarterly", "quarterly", "quarterly"] as const),
  ...(["monthly", "monthly", "monthly", "halfYear", "halfYear", "halfYear", "late", "late"] as const),
  ...(["stopped", "stopped", "recent", "recent", "cancelled"] as const),
];
const PERIODS: Readonly<Record<Habit, number>> = {
  ...{ quarterly: 3, monthly: 1, halfYear: 6, late: 1, stopped: 1, recent: 1, cancelled: 3 },
};
const REGISTRATION_FEE = 1_000;

export interface Policyholder {
  readonly woman: Woman;
  readonly policyId: string;
  readonly enrolsOn: CalendarDate;
  readonly childIds: readonly string[];
  /** Her contributions are paid through, so that her care is covered. */
  readonly isFaithful: boolean;
}

export interface Saver {
  readonly woman: Woman;
  readonly policyId: string;
  readonly enrolsOn: CalendarDate;
}

export interface Insured {
  readonly holders: readonly Policyholder[];
  readonly savers: readonly Saver[];
}

/** So long a policy lasts that is given up. */
const CANCELLED_DAYS = 170;

/** From when on she pays no more; null while she does. */
function stopsOn(habit: Habit, enrolsOn: CalendarDate, end: CalendarDate): CalendarDate | null {
  if (habit === "stopped") return addMonths(enrolsOn, 4);
  if (habit === "cancelled") return addDays(enrolsOn, CANCELLED_DAYS - 5);
  return habit === "recent" ? addDays(end, -75) : null;
}

function payDays(life: Life, dice: Dice, about: { habit: Habit; enrolsOn: CalendarDate }): CalendarDate[] {
  const { habit, enrolsOn } = about;
  const until = stopsOn(habit, enrolsOn, life.end) ?? life.end;
  const days: CalendarDate[] = [];
  for (let due = enrolsOn; due <= until; due = addMonths(due, PERIODS[habit])) {
    const wait = days.length === 0 ? 0 : habit === "late" ? 16 + dice.roll(12) : dice.roll(9);
    const day = openDay(addDays(due, wait));
    if (day <= until) days.push(day);
  }
  return days;
}

/** What she owes next, as the screen quotes it. */
async function pay(life: Life, dice: Dice, { woman, policyId, periods }: Payer): Promise<void> {
  if (woman.hasExited) return;
  const ask = life.as(dice.percent(50) ? "secretary" : "cashier");
  const quoted = await ask("insurance.quoteContribution", { policyId, periods });
  await ask("insurance.payContribution", {
    ...{ id: life.newId(), policyId, periods: quoted.periods.length, amount: quoted.amount },
    ...byHand(dice),
  });
}

interface Payer {
  readonly woman: Woman;
  readonly policyId: string;
  readonly periods: number;
}

function childrenOf(life: Life, dice: Dice, woman: Woman, on: CalendarDate) {
  const count = Math.min(4, woman.details.childrenInCare ?? 0);
  const names = ["Issa", "Aïcha", "Moussa", "Fanta", "Kadia", "Ibrahim"];
  return Array.from({ length: count }, () => ({
    ...{ id: life.newId(), name: `${dice.pick(names)} ${woman.details.surname}` },
    birthOn: dice.percent(90) ? addDays(addMonths(on, -12 * (1 + dice.roll(14))), -dice.roll(300)) : null,
  }));
}

const HEIRS = [
  { name: "Bakary", relation: "fils", share: 50 },
  { name: "Nana", relation: "fille", share: 50 },
] as const;

/** One policy with its contributions, told from its first day. */
function notePolicy(
  life: Life,
  dice: Dice,
  about: {
    woman: Woman;
    kind: "health" | "life";
    habit: Habit;
    enrolsOn: CalendarDate;
    policyId: string;
    childIds: string[];
  },
): void {
  const { woman, kind, habit, enrolsOn, policyId, childIds } = about;
  const periods = PERIODS[habit];
  life.on(enrolsOn, () => {
    const children = kind === "health" ? childrenOf(life, dice, woman, enrolsOn) : [];
    childIds.push(...children.map(({ id }) => id));
    const heirs = HEIRS.map((heir) => ({ ...heir, id: life.newId(), phone: "" }));
    return life.as("secretary")("insurance.enrol", {
      ...{ id: policyId, memberId: woman.id, planCode: kind === "health" ? HEALTH : SAVINGS },
      ...{ effectiveOn: enrolsOn, children, beneficiaries: kind === "life" ? heirs : [] },
      ...{ voucherId: life.newId(), fee: REGISTRATION_FEE, ...CASH },
    });
  });
  for (const day of payDays(life, dice, about))
    if (isHere(woman, day)) life.on(day, () => pay(life, dice, { woman, policyId, periods }));
  const cancelsOn = openDay(addDays(enrolsOn, CANCELLED_DAYS));
  if (habit === "cancelled" && isHere(woman, cancelsOn)) noteCancelling(life, policyId, cancelsOn);
}

function noteCancelling(life: Life, policyId: string, on: CalendarDate): void {
  life.on(on, async () => {
    const { refundToday: refund } = await life.as("secretary")("insurance.policy", { id: policyId });
    await life.as("secretary")("insurance.cancelPolicy", { id: life.newId(), policyId, on, refund, ...CASH });
  });
}

/** When she hears of the insurance: half of the women in its first months, the others whenever they come. */
function enrolmentDay(life: Life, dice: Dice, { entersOn }: Woman, index: number): CalendarDate {
  const late = addDays(life.end, -20 - dice.roll(120));
  const early = addDays(entersOn, 5 + dice.roll(70));
  const day = index % 7 === 6 && late > entersOn ? late : early;
  const first = addDays(life.start, 6);
  return openDay(day < first ? first : day);
}

/** Notes the policies: four of ten women for their health, and one in six of those saves for her old age. */
export function notePolicies(life: Life): Insured {
  const dice = life.dice("policies");
  const holders: Policyholder[] = [];
  const savers: Saver[] = [];
  for (const woman of life.women.filter(() => dice.percent(42))) {
    const index = holders.length;
    const enrolsOn = enrolmentDay(life, dice, woman, index);
    if (!isHere(woman, addDays(enrolsOn, 10)) || addDays(enrolsOn, 3) > life.end) continue;
    const habit = HABITS[(index * 7) % HABITS.length] ?? "quarterly";
    const childIds: string[] = [];
    const isFaithful = habit !== "stopped" && habit !== "cancelled" && habit !== "recent" && habit !== "late";
    const holder = { woman, policyId: life.newId(), enrolsOn, childIds, isFaithful };
    notePolicy(life, dice, { ...holder, kind: "health", habit });
    holders.push(holder);
    if (!isFaithful || (index % 4 !== 0 && index > 6)) continue;
    const saver = { woman, policyId: life.newId(), enrolsOn };
    notePolicy(life, dice, { ...saver, kind: "life", habit, childIds: [] });
    savers.push(saver);
  }
  noteTomorrow(life, holders);
  return { holders, savers };
}

/** Somebody enrolled yesterday for the first of next month: her policy has not begun. */
function noteTomorrow(life: Life, holders: readonly Policyholder[]): void {
  const known = new Set(holders.map(({ woman }) => woman.id));
  const on = openDay(addDays(life.end, -1));
  const fresh = life.women.find(
    (woman) => !known.has(woman.id) && woman.entersOn < on && woman.leavesOn === null,
  );
  if (fresh === undefined) return;
  const effectiveOn = addMonths(`${life.end.slice(0, 7)}-01`, 1);
  life.on(on, () =>
    life.as("secretary")("insurance.enrol", {
      ...{
        id: life.newId(),
        memberId: fresh.id,
        planCode: HEALTH,
        effectiveOn,
        children: [],
        beneficiaries: [],
      },
      ...{ voucherId: life.newId(), fee: REGISTRATION_FEE, ...CASH },
    }),
  );
}
