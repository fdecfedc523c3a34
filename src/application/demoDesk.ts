import { existsSync, readdirSync, renameSync } from "node:fs";
import { join } from "node:path";
import type { InputOf, OperationName, OutputOf } from "../contract/index.ts";
import { operations } from "../contract/index.ts";
import { DEMO_SIGN_IN } from "../contract/office.ts";
import { mayDo, type Role } from "../contract/permissions.ts";
import type { CalendarDate, Instant } from "../contract/primitives.ts";
import { accept, type Result } from "../contract/results.ts";
import type { Argon2Cost } from "../crypto/keyringFile.ts";
import { writeHurriedly, writeSurely } from "../data/database.ts";
import { nationalPaths } from "../data/national/stores.ts";
import { addMonths } from "../domain/calendar.ts";
import type { Call, SignedIn, Surroundings } from "../services/call.ts";
import { Diary } from "../services/demo/diary.ts";
import { makeDice } from "../services/demo/dice.ts";
import { type Ask, type Life, Refused } from "../services/demo/life.ts";
import type { Story } from "../services/demo/stories.ts";
import { tellStory } from "../services/demo/tellStory.ts";
import { flushFile, officePaths, removeWhole, writeWhole } from "../services/office/officeFiles.ts";
import { Desk } from "./desk.ts";
import { handlerOf } from "./dispatch.ts";

/** The passphrase of the demonstration is printed in its README: it needs not be dear to try. */
const COST: Argon2Cost = { memoryKib: 1_024, passes: 1, parallelism: 1 };
const MORNING_MINUTES = 8 * 60;
const WORKING_MINUTES = 9 * 60;

/** The clock of a story: days pass as they are lived, minutes as people work; it never passes the real one. */
export class StoryClock {
  readonly #present: Instant;
  #day: CalendarDate;
  #minutes = 0;

  constructor(start: CalendarDate, present: Instant) {
    this.#day = start;
    this.#present = present;
  }

  dawn(day: CalendarDate): void {
    this.#day = day;
    this.#minutes = 0;
  }

  tick(): void {
    this.#minutes = (this.#minutes + 1) % WORKING_MINUTES;
  }

  now(): Instant {
    const minutes = MORNING_MINUTES + this.#minutes;
    const two = (value: number) => String(value).padStart(2, "0");
    const instant = `${this.#day}T${two(Math.floor(minutes / 60))}:${two(minutes % 60)}:00.000Z`;
    return instant < this.#present ? instant : this.#present;
  }
}

/** Who sits in every office of the demonstration beside its coordinator. */
const STAFF: readonly { readonly role: Role; readonly login: string; readonly name: string }[] = [
  { role: "secretary", login: "kadidia", name: "Kadidia Ballo" },
  { role: "cashier", login: "mariam", name: "Mariam Koné" },
  { role: "trainer", login: "fanta", name: "Fanta Keïta" },
  { role: "healthWorker", login: "rokia", name: "Rokia Sanogo" },
  { role: "auditor", login: "oumou", name: "Oumou Traoré" },
];
const STAFF_OF_HEADQUARTERS: typeof STAFF = [
  { role: "accountant", login: "sira", name: "Sira Dembélé" },
  { role: "healthCoordinator", login: "assitan", name: "Assitan Cissé" },
];

/** One office of a demonstration while it is made. */
export interface DemoDesk {
  readonly story: Story;
  readonly life: Life;
  readonly coordinator: Ask;
  live(until: CalendarDate): Promise<void>;
  /** Closes it. What is cut off before is made anew at the next start. */
  finish(): void;
}

/** Stands there only while a demonstration is being made. */
function unfinishedMark(dataDir: string): string {
  return join(dataDir, "demo-unfinished");
}

/** Whether a demonstration was begun in the folder and cut off. */
export function isUnfinished(dataDir: string): boolean {
  return existsSync(unfinishedMark(dataDir));
}

/** What was cut off counts as an office whose making was cut off, which `createOffice` clears away. */
function giveUpUnfinished(dataDir: string): void {
  if (isUnfinished(dataDir)) renameSync(unfinishedMark(dataDir), officePaths(dataDir).creating);
}

/** Waits until every file of a folder is on the disk; of one that is not there, nothing. */
function flushFolderFiles(folder: string): void {
  if (!existsSync(folder)) return;
  for (const entry of readdirSync(folder, { withFileTypes: true }))
    if (entry.isFile()) flushFile(join(folder, entry.name));
}

/** The first day of a story: the first of a month. */
export function storyStart(today: CalendarDate, months: number): CalendarDate {
  return `${addMonths(`${today.slice(0, 7)}-01`, -months)}`;
}

function answered<N extends OperationName>(name: N, result: Result<unknown>): OutputOf<N> {
  if (!result.ok) throw new Refused(name, result.refusal.code, result.refusal.field);
  // The handler of this name answers with this name's output: `Handlers` is typed by it.
  return result.value as OutputOf<N>;
}

/** Asks as the screen of one person: parsed, with her permissions. */
function asking(desk: Desk, clock: StoryClock, who: () => SignedIn | undefined): Ask {
  return async <N extends OperationName>(name: N, input: InputOf<N>) => {
    const user = who();
    const call = desk.call({ progress: () => {}, breathe: async () => {} });
    const operation = operations.get(name);
    if (call === null || user === undefined || operation === undefined)
      throw new Error(`nobody asks ${name}`);
    const { permission } = operation;
    const isPublic = permission === "signedIn" || permission === "anyone";
    if (!isPublic && !mayDo(user.role, permission)) throw new Refused(name, "access.forbidden");
    const parsed = operation.input.safeParse(input);
    if (!parsed.success) throw new Refused(name, "request.invalid", parsed.error.issues[0]?.path.join("."));
    clock.tick();
    return answered(name, await handlerOf(name)({ ...call, user } satisfies Call, parsed.data));
  };
}

async function hireStaff(
  { story, coordinator }: { story: Story; coordinator: Ask },
  world: Surroundings,
  passphrase: string,
): Promise<Map<Role, SignedIn>> {
  const people = new Map<Role, SignedIn>();
  for (const { role, login, name } of [...STAFF, ...(story.headquarters ? STAFF_OF_HEADQUARTERS : [])]) {
    const id = world.newId();
    await coordinator("access.addUser", { id, role, login, name, passphrase });
    people.set(role, { id, role, login, name });
  }
  return people;
}

/** Numbers from an area's name, so that each area has a chance of its own. */
function seedOf(seed: number, area: string): number {
  return [...area].reduce((sum, letter) => Math.imul(sum, 31) + letter.charCodeAt(0), seed * 7_919);
}

/**
 * Makes an empty office on the first day of its story, with its people, and notes the story; nothing of it is lived yet.
 * @param about.today the story's last day
 */
export async function openDemoDesk(
  dataDir: string,
  about: { story: Story; clock: StoryClock; world: Surroundings; today: CalendarDate; passphrase: string },
): Promise<Result<DemoDesk>> {
  const { story, clock, today, passphrase } = about;
  const world: Surroundings = { ...about.world, now: () => clock.now(), passphraseCost: COST };
  const desk = new Desk({ dataDir, demo: false, world });
  const { code, name, region, parentCode, headquarters, seed } = story;
  const person = { name: "Awa Sissoko", login: DEMO_SIGN_IN.login, role: "coordinator" as const };
  const office = { code, name, region, parentCode, headquarters, language: "fr" as const };
  giveUpUnfinished(dataDir);
  const made = await desk.create({ ...office, person, passphrase }, { acceptWeak: true });
  if (!made.ok) return made;
  const call = desk.call({ progress: () => {}, breathe: async () => {} });
  if (call === null) throw new Error("an office that was made is not open");
  const unfinished = unfinishedMark(dataDir);
  writeWhole(unfinished, "");
  writeHurriedly(call.office.connection);
  const people = new Map<Role, SignedIn>();
  const coordinator = asking(desk, clock, () => call.user);
  for (const [role, user] of await hireStaff({ story, coordinator }, world, passphrase))
    people.set(role, user);
  const start = storyStart(today, story.months);
  const diary = new Diary(start);
  const asks = new Map<Role, Ask>([["coordinator", coordinator]]);
  for (const role of people.keys())
    asks.set(
      role,
      asking(desk, clock, () => people.get(role)),
    );
  const life = tellStory({
    ...{ story, start, end: today, newId: world.newId, today: () => desk.today() },
    dice: (area) => makeDice(seedOf(seed, area)),
    as: (role) => asks.get(role) ?? coordinator,
    on: (day, step) => {
      if (day <= today) diary.note(day, step);
    },
  });
  return accept({
    ...{ story, life, coordinator },
    live: (until) => desk.whileBusy(() => diary.live(until, (day) => clock.dawn(day))),
    finish: () => {
      writeSurely(call.office.connection);
      desk.close();
      flushFolderFiles(nationalPaths(dataDir).folder);
      removeWhole(unfinished);
    },
  });
}

/** Where the other offices of headquarters' demonstration lie. */
export function officeFolder(dataDir: string, code: string): string {
  return join(dataDir, "antennes", code);
}
