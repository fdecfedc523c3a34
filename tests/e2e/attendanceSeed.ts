import { v7 } from "uuid";
import type { CohortFile } from "../../src/contract/literacyViews.ts";
import { addDays, yearOf } from "../../src/domain/calendar.ts";
import { fixedHolidays } from "../../src/domain/literacy/holidays.ts";
import { mondayOf, weekdayOf } from "../../src/domain/literacy/sessions.ts";
import type { Line } from "../loopback/openLine.ts";
import { newDetails } from "../support/women.ts";
import { must } from "./support/seeding.ts";

const FIRST_NAMES = ["Assa", "Djénéba", "Fanta", "Kadiatou", "Mariam"];
const SURNAMES = ["Coulibaly", "Dembélé", "Koné", "Sangaré", "Traoré"];

/** Invented: each name stands once. */
const WOMEN = SURNAMES.flatMap((surname) => FIRST_NAMES.map((firstNames) => ({ surname, firstNames })));

const WEEKS_BEFORE = 5;
const WEEKS_AFTER = 8;

export interface SeededClass {
  readonly file: CohortFile;
  /** Three days of last week that are no public holiday. */
  readonly days: readonly string[];
  /** Of last week. */
  readonly monday: string;
}

/** The Monday of last week, and three of its days on which a class may meet. */
function lastWeek(): { monday: string; days: string[] } {
  const monday = addDays(mondayOf(new Date().toISOString().slice(0, 10)), -7);
  const feasts = new Set(
    [monday, addDays(monday, 6)].flatMap((day) => fixedHolidays(yearOf(day)).map(({ onDay }) => onDay)),
  );
  const week = [0, 2, 4, 1, 3, 5, 6].map((after) => addDays(monday, after));
  const days = week.filter((day) => !feasts.has(day)).slice(0, 3);
  return { monday, days: days.toSorted() };
}

/** What has been done in the class already. */
export interface Past {
  /** Every session up to last week is entered: everybody came. */
  readonly entered?: boolean;
  /** The last woman left after the first session of last week. */
  readonly lastLeft?: boolean;
}

/** A class of 25 women that has met for some weeks, three times a week. */
export async function seedClass({ client }: Line, past: Past = {}): Promise<SeededClass> {
  const { monday, days } = lastWeek();
  const [programme] = must(await client.literacy.programmes({}));
  const trainerId = v7();
  const trainer = { memberId: null, name: "Oumou Keïta", phone: "", active: true };
  must(await client.literacy.saveTrainer({ id: trainerId, details: trainer }));
  const id = v7();
  const startsOn = addDays(monday, -7 * WEEKS_BEFORE);
  must(
    await client.literacy.saveCohort({
      id,
      details: {
        ...{ programmeId: programme?.id ?? "", name: "Médina-Coura, le matin", place: "Cour de l’école" },
        ...{ trainerId, startsOn, endsOn: addDays(monday, 7 * WEEKS_AFTER), plannedHours: 150 },
        meetings: days.map((day) => ({ weekday: weekdayOf(day), from: "08:30", minutes: 120 })),
        ...{ capacity: 30, project: null, fee: 0, allowance: 2000 },
      },
    }),
  );
  for (const name of WOMEN) {
    const memberId = v7();
    const details = newDetails({ ...name, joinedOn: startsOn });
    must(await client.membership.registerMember({ id: memberId, details, confirmedNotDuplicate: true }));
    const stay = { id: v7(), cohortId: id, memberId, on: startsOn, placement: null, wait: false };
    must(await client.literacy.enrol(stay));
  }
  const file = must(await client.literacy.cohort({ id }));
  const last = file.learners.at(-1)?.enrolmentId ?? "";
  if (past.lastLeft) must(await client.literacy.leave({ id: last, on: days[0] ?? "", reason: "moved" }));
  if (past.entered) await everybodyCame({ client }, file, addDays(monday, 6));
  return { file, days, monday };
}

async function everybodyCame({ client }: Pick<Line, "client">, file: CohortFile, to: string): Promise<void> {
  const span = { cohortId: file.id, from: file.details.startsOn, to };
  const sheet = must(await client.literacy.sheet(span));
  const marks = file.learners.map(({ enrolmentId }) => ({ enrolmentId, mark: "P" as const }));
  const sessions = sheet.sessions.map(({ onDay, from, minutes }) => ({
    ...{ id: v7(), onDay, from, minutes, extra: false, trainerId: null },
    ...{ trainerAbsent: false, content: "", marks },
  }));
  must(await client.literacy.saveSheet({ ...span, sessions }));
}
