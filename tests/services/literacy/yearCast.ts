import { v7 } from "uuid";
import type { Meeting } from "../../../src/contract/literacyTerms.ts";
import type { Programme } from "../../../src/contract/literacyViews.ts";
import { type Dice, makeDice } from "../../../src/services/demo/dice.ts";
import type { TestOffice } from "../../support/office.ts";
import { enrol, KOUTIALA, makeAntenna, makeHeadquarters } from "../../support/roundTrip.ts";
import { register } from "../../support/women.ts";
import { type CohortNote, type Notes, plusDays } from "./yearNotes.ts";

/*
 * An antenna with twelve classes in three levels, six from January and six from July, four trainers and two hundred and
 * forty women. What happens follows from seeded dice.
 */

export interface Year {
  readonly hq: TestOffice;
  readonly office: TestOffice;
  readonly dice: Dice;
  readonly notes: Notes;
  readonly trainers: readonly string[];
  /** Of a hundred sessions a woman comes to so many, and of a hundred marks she gets so many. */
  readonly talents: ReadonlyMap<string, { readonly comes: number; readonly knows: number }>;
}

const WEEKS = 23;
const PLACES = ["Koko", "Médine", "Wayerma"];
const RHYTHMS: readonly (readonly Meeting[])[] = [
  [
    { weekday: 1, from: "16:00", minutes: 120 },
    { weekday: 4, from: "16:00", minutes: 120 },
  ],
  [
    { weekday: 2, from: "09:00", minutes: 90 },
    { weekday: 5, from: "09:00", minutes: 90 },
  ],
  [
    { weekday: 3, from: "15:30", minutes: 60 },
    { weekday: 6, from: "08:00", minutes: 180 },
  ],
];
/** Days after its end on which a class is closed, where it is not that day; one is closed a week early. */
const CLOSED_LATE: Readonly<Record<number, number>> = { 1: 21, 6: 21, 11: -7 };
const CODES = ["ALPHA1-FR", "ALPHA2-FR", "POST-FR"];

export const sunday = ({ office }: Pick<Year, "office">) => office.clock.now().slice(0, 10);

/** Another day, in both offices; the clocks agree. */
export function dawn({ hq, office }: Pick<Year, "hq" | "office">, day: string): void {
  for (const { clock } of [hq, office]) clock.set(`${day}T18:30:00.000Z`);
}

async function makeTrainers(office: TestOffice): Promise<string[]> {
  const ids: string[] = [];
  for (const name of ["Fanta Keïta", "Bakary Sanogo", "", ""]) {
    const member = name === "" ? await register(office, { firstNames: `Rokia ${ids.length}` }) : null;
    const id = v7();
    const details = { memberId: member?.member.id ?? null, name, phone: "", active: true };
    await office.must("literacy.saveTrainer", { id, details });
    ids.push(id);
  }
  return ids;
}

/** The feasts that move: one is corrected by a day, one was entered by mistake. */
async function enterFeasts(office: TestOffice): Promise<void> {
  const [ramadan, mistake] = [v7(), v7()];
  const save = (id: string, onDay: string, name: string, remove = false) =>
    office.must("literacy.saveHoliday", { id, onDay, name, remove });
  await save(ramadan, "2027-03-09", "Korité");
  await save(ramadan, "2027-03-10", "Korité");
  await save(v7(), "2027-05-17", "Tabaski");
  await save(mistake, "2027-10-07", "Erreur");
  await save(mistake, "2027-10-07", "Erreur", true);
}

interface Making {
  readonly ids: readonly string[];
  readonly programmes: readonly Programme[];
  readonly trainers: readonly string[];
  readonly women: readonly string[];
}

function noteCohort(index: number, { ids, programmes, trainers, women }: Making): CohortNote {
  const level = Math.floor(index / 4);
  const isSpring = index % 4 < 2;
  const programme = programmes.find(({ code }) => code === CODES[level]);
  const meetings = RHYTHMS[index % 3];
  if (programme === undefined || meetings === undefined) throw new Error("no such class");
  const startsOn = plusDays(isSpring ? "2027-01-11" : "2027-07-05", level * 7);
  const endsOn = plusDays(startsOn, WEEKS * 7 - 1);
  return {
    ...{ id: ids[index] ?? "", siblingId: ids[index ^ 1] ?? "", level, isSpring, programme, meetings },
    ...{ place: PLACES[index % 3] ?? "", trainer: trainers[index % 4] ?? "" },
    ...{ startsOn, endsOn, capacity: isSpring ? 18 : 22, fee: level === 2 ? 0 : 2_500, allowance: 1_500 },
    women: women.slice(index * 20, index * 20 + 20),
    ...{ closesOn: plusDays(endsOn, CLOSED_LATE[index] ?? 0), closedOn: null },
  };
}

async function openCohort(office: TestOffice, cohort: CohortNote, index: number): Promise<void> {
  const { id, programme, place, trainer, startsOn, endsOn, capacity, fee, allowance } = cohort;
  await office.must("literacy.saveCohort", {
    id,
    details: {
      ...{ programmeId: programme.id, name: `Classe ${index + 1}`, place, trainerId: trainer },
      ...{ meetings: [...cohort.meetings], startsOn, endsOn, plannedHours: 90, capacity, project: null },
      ...{ fee, allowance },
    },
  });
}

/** Headquarters and its antenna before the first class, with everything prepared. */
export async function makeYear(seed: number): Promise<Year> {
  const dice = makeDice(seed);
  const hq = await makeHeadquarters({ shared: true });
  const office = await makeAntenna(KOUTIALA, { shared: true });
  await enrol(hq, office, KOUTIALA);
  dawn({ hq, office }, "2027-01-03");
  const trainers = await makeTrainers(office);
  await enterFeasts(office);
  const talents = new Map<string, { comes: number; knows: number }>();
  for (let index = 0; index < 240; index += 1) {
    const { member } = await register(office, { firstNames: `Awa ${index}`, joinedOn: "2026-12-01" });
    talents.set(member.id, { comes: 55 + dice.roll(43), knows: 30 + dice.roll(65) });
  }
  const programmes = await office.must("literacy.programmes", {});
  const ids = Array.from({ length: 12 }, () => v7());
  const women = [...talents.keys()];
  const cohorts = ids.map((_, index) => noteCohort(index, { ids, programmes, trainers, women }));
  for (const [index, cohort] of cohorts.entries()) await openCohort(office, cohort, index);
  const notes: Notes = {
    ...{ cohorts, stays: [], sessions: [], papers: [], fees: [], allowances: [], certified: new Set() },
  };
  return { hq, office, dice, notes, trainers, talents };
}
