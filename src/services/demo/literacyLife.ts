import { addDays } from "../../domain/calendar.ts";
import { noteClass } from "./classLife.ts";
import type { Dice } from "./dice.ts";
import { isHere, type Life, openDay, type Woman, yearsOf } from "./life.ts";
import { type ClassPlan, classPlans } from "./literacyCast.ts";

/* The classes: trainers, who learns where, targets and feasts. */

/** Days of the Muslim feasts in a year, by the calendar that most of the world's tables follow; here a guess too. */
export function movingFeasts(year: number): { onDay: string; name: string }[] {
  const names = new Map([
    ["10/1", "Korité"],
    ["12/10", "Tabaski"],
    ["3/12", "Maouloud"],
  ]);
  const calendar = new Intl.DateTimeFormat("en-u-ca-islamic-umalqura", {
    ...{ timeZone: "UTC", month: "numeric", day: "numeric" },
  });
  const feasts: { onDay: string; name: string }[] = [];
  for (let day = `${year}-01-01`; day <= `${year}-12-31`; day = addDays(day, 1)) {
    const parts = calendar.formatToParts(new Date(`${day}T12:00:00.000Z`));
    const part = (type: "month" | "day") => parts.find((one) => one.type === type)?.value ?? "";
    const name = names.get(`${part("month")}/${part("day")}`);
    if (name !== undefined) feasts.push({ onDay: day, name });
  }
  return feasts;
}

/** Enters the feasts of all years of the story; those that came from headquarters are there. */
export async function saveFeasts(life: Life): Promise<void> {
  const coordinator = life.as("coordinator");
  for (const year of yearsOf(life)) {
    const known = new Set((await coordinator("literacy.holidays", { year })).map(({ onDay }) => onDay));
    for (const { onDay, name } of movingFeasts(year))
      if (!known.has(onDay))
        await coordinator("literacy.saveHoliday", { id: life.newId(), onDay, name, remove: false });
  }
}

function noteTrainers(life: Life): readonly string[] {
  const [first, second] = [life.newId(), life.newId()];
  const teacher = life.women.find(
    ({ leavesOn, entersOn }) => leavesOn === null && entersOn < addDays(life.start, 21),
  );
  const secretary = life.as("secretary");
  life.on(openDay(addDays(life.start, 22)), async () => {
    const named = { memberId: null, name: "Fanta Keïta", phone: "+22350002201", active: true };
    await secretary("literacy.saveTrainer", { id: first, details: named });
    const details = {
      memberId: teacher?.id ?? null,
      name: teacher === undefined ? "Sitan Dao" : "",
      phone: "",
      active: true,
    };
    await secretary("literacy.saveTrainer", { id: second, details });
  });
  return [first, second];
}

const TARGETS = [
  ["enrolled", 40],
  ["passed", 22],
  ["attendanceRate", 8_000],
  ["completionRate", 7_500],
  ["hours", 200],
] as const;

function noteTargets(life: Life): void {
  const share = Math.min(1, life.story.members / 240);
  life.on(addDays(life.start, 1), async () => {
    for (const year of yearsOf(life))
      for (const [indicator, most] of TARGETS) {
        const isCount = indicator === "enrolled" || indicator === "passed";
        const value = isCount ? Math.max(5, Math.round(most * share)) : most;
        await life.as("coordinator")("literacy.saveTarget", { id: life.newId(), year, indicator, value });
      }
  });
}

/** Learners of a class: women who stay, who are in no other class of these months; known ones for the second level. */
function choose(
  { women, end }: Pick<Life, "women" | "end">,
  dice: Dice,
  plan: ClassPlan,
  taken: Map<string, string>,
): Woman[] {
  const [before, lately] = [addDays(plan.startsOn, -4), addDays(end, -2)];
  const asked = before < lately ? before : lately;
  const free = women.filter(
    (woman) => woman.leavesOn === null && isHere(woman, asked) && (taken.get(woman.id) ?? "") < plan.startsOn,
  );
  const isSecond = plan.programme === "ALPHA2-FR";
  const known = free.filter(({ id }) => taken.has(id));
  const fresh = free.filter(({ id }) => !taken.has(id));
  const pool = isSecond ? [...known, ...fresh] : [...fresh, ...known];
  const size = Math.max(3, plan.capacity - dice.roll(3)) + (plan.trainer === 0 ? 2 : 0);
  const chosen = pool.slice(0, size);
  for (const { id } of chosen) taken.set(id, plan.endsOn);
  return chosen;
}

/** Notes the literacy's story. @param about.busy women who are in no class: their own stories take them elsewhere */
export function noteLiteracy(life: Life, about: { readonly busy: ReadonlySet<string> }): void {
  const dice = life.dice("literacy");
  noteTargets(life);
  life.on(addDays(life.start, 1), () => saveFeasts(life));
  if (life.women.length < 4) return;
  const trainers = noteTrainers(life);
  const taken = new Map<string, string>();
  const women = life.women.filter(({ id }) => !about.busy.has(id));
  for (const plan of classPlans(life)) {
    const learners = choose({ women, end: life.end }, dice, plan, taken);
    if (learners.length > 0) noteClass(life, dice, { plan, trainers, women: learners });
  }
}
