import type { CohortDetails, Meeting } from "../../contract/literacyTerms.ts";
import type { CalendarDate } from "../../contract/primitives.ts";
import { addDays, addMonths } from "../../domain/calendar.ts";
import { type Life, nextWeekday } from "./life.ts";
import { FIELD } from "./spendings.ts";

/* The classes of an office: which were closed, which run, which is to come. */

const MONDAY = 1;
const WEEKS = 17;

export interface ClassPlan {
  readonly name: string;
  readonly programme: "ALPHA1-FR" | "ALPHA1-BM" | "ALPHA2-FR";
  readonly place: string;
  readonly startsOn: CalendarDate;
  /** A Saturday. */
  readonly endsOn: CalendarDate;
  readonly meetings: readonly Meeting[];
  /** 0 for the first trainer; null for a class that looks for one. */
  readonly trainer: number | null;
  readonly fee: number;
  /** Of a hundred sessions its women come to so many, on the average. */
  readonly comes: number;
  readonly capacity: number;
}

const MORNINGS: readonly Meeting[] = [
  { weekday: 2, from: "09:00", minutes: 120 },
  { weekday: 4, from: "09:00", minutes: 120 },
];
const EVENINGS: readonly Meeting[] = [
  { weekday: 1, from: "16:00", minutes: 90 },
  { weekday: 3, from: "16:00", minutes: 90 },
  { weekday: 6, from: "08:30", minutes: 90 },
];

interface Sketch extends Omit<ClassPlan, "startsOn" | "endsOn" | "meetings"> {
  readonly startsOn: CalendarDate;
  readonly weeks?: number;
  readonly isEvening?: boolean;
}

function planOf({ startsOn: about, weeks = WEEKS, isEvening = false, ...rest }: Sketch): ClassPlan {
  const startsOn = nextWeekday(about, MONDAY);
  return {
    ...rest,
    startsOn,
    endsOn: addDays(startsOn, weeks * 7 - 2),
    meetings: isEvening ? EVENINGS : MORNINGS,
  };
}

/** The classes of a story: those that its span has room for. */
export function classPlans({ start, end, story }: Pick<Life, "start" | "end" | "story">): ClassPlan[] {
  const [here, there] = story.quarters;
  const [one, two] = [`Centre de ${here ?? story.name}`, `Foyer de ${there ?? story.name}`];
  const capacity = Math.max(4, Math.min(16, Math.round(story.members * 0.07)));
  const plans = [
    planOf({
      name: "Première promotion",
      programme: "ALPHA1-FR",
      place: one,
      startsOn: addDays(start, 38),
      trainer: 0,
      fee: 2_000,
      comes: 84,
      capacity,
    }),
    planOf({
      name: "Bambara, le soir",
      programme: "ALPHA1-BM",
      place: two,
      startsOn: addMonths(start, 6),
      isEvening: true,
      trainer: 1,
      fee: 0,
      comes: 76,
      capacity,
    }),
    planOf({
      name: "Niveau deux",
      programme: "ALPHA2-FR",
      place: one,
      startsOn: addMonths(start, 11),
      trainer: 0,
      fee: 2_500,
      comes: 86,
      capacity,
    }),
    planOf({
      name: "Deuxième promotion",
      programme: "ALPHA1-FR",
      place: one,
      startsOn: addMonths(start, 16),
      trainer: 0,
      fee: 2_000,
      comes: 80,
      capacity,
    }),
    planOf({
      name: "Troisième promotion",
      programme: "ALPHA1-FR",
      place: one,
      startsOn: addDays(end, -66),
      weeks: 20,
      trainer: 0,
      fee: 2_000,
      comes: 82,
      capacity,
    }),
    planOf({
      name: "Bambara, deuxième groupe",
      programme: "ALPHA1-BM",
      place: two,
      startsOn: addDays(end, -45),
      weeks: 20,
      isEvening: true,
      trainer: null,
      fee: 0,
      comes: 52,
      capacity,
    }),
    planOf({
      name: "Niveau deux, suite",
      programme: "ALPHA2-FR",
      place: one,
      startsOn: addDays(end, 12),
      trainer: 0,
      fee: 2_500,
      comes: 85,
      capacity,
    }),
  ];
  // Either over long enough to be closed, or one of those that run today.
  const isNear = ({ startsOn }: ClassPlan) => startsOn > addDays(end, -70) && startsOn < addDays(end, 21);
  const fits = (plan: ClassPlan) =>
    plan.startsOn > addDays(start, 36) && (plan.endsOn < addDays(end, -20) || isNear(plan));
  const wanted = story.members >= 60 ? plans : plans.filter((_, index) => index !== 1 && index !== 5);
  return wanted.filter(fits);
}

export function cohortDetails(plan: ClassPlan, programmeId: string, trainerId: string | null): CohortDetails {
  const { name, place, meetings, startsOn, endsOn, fee, capacity } = plan;
  return {
    ...{ programmeId, name, place, trainerId, meetings: [...meetings], startsOn, endsOn, fee, capacity },
    ...{ plannedHours: 68, project: FIELD, allowance: 2_000 },
  };
}
