import { mkdirSync, rmSync } from "node:fs";
import { basename, join } from "node:path";
import type { CalendarDate } from "../contract/primitives.ts";
import { accept, type Result } from "../contract/results.ts";
import { addDays, addMonths } from "../domain/calendar.ts";
import {
  joinOffice,
  layGround,
  noteGuest,
  payRuled,
  settleArrivals,
  writeAnswers,
  writeStick,
} from "../services/demo/nationLife.ts";
import { noteConsolidated, noteTargets } from "../services/demo/reportingLife.ts";
import { headquartersStory, officeStories, type Story, trainingStory } from "../services/demo/stories.ts";
import { type DemoDesk, officeFolder, openDemoDesk, StoryClock, storyStart } from "./demoDesk.ts";
import type { Desk } from "./desk.ts";

/* Headquarters and its offices over two years: every stick is written, carried, received and answered. */

export interface DemoWish {
  readonly members: number;
  readonly seed: number;
  readonly passphrase: string;
  /** How long the offices have lived; two years where it is left out. */
  readonly months?: number;
}

/** Told from time to time how far the making has come: words for the person who waits. */
export type TellStep = (step: string) => void;

interface Making {
  readonly clock: StoryClock;
  readonly start: CalendarDate;
  readonly today: CalendarDate;
  /** Where sticks lie while they are on the road. */
  readonly road: string;
  readonly tell: TellStep;
}

/** So many months back every office has sent one each month. */
const MONTHLY_STICKS = 5;

/** At first a stick a quarter, in the last months one a month; and the last one. */
function stickDays({ start, today }: Making, { silentDays }: Story): CalendarDate[] {
  const last = addDays(today, -silentDays);
  const days: CalendarDate[] = [];
  for (let month = 1; addMonths(start, month) <= last; month += 1)
    if (addMonths(start, month) > addMonths(today, -MONTHLY_STICKS) || month % 3 === 0)
      days.push(addDays(addMonths(start, month), 9));
  return [...days.filter((day) => day < addDays(last, -2)), last];
}

/** A folder of its own for what one journey carries. */
function folderFor({ road }: Making, day: CalendarDate, name: string): string {
  const folder = join(road, `${day}-${name}`);
  mkdirSync(folder, { recursive: true });
  return folder;
}

async function readAnswers(making: Making, hq: DemoDesk, offices: readonly DemoDesk[], day: CalendarDate) {
  const folder = folderFor(making, day, "reponses");
  const codes = offices.map(({ story }) => story.code);
  const written = await writeAnswers(hq, codes, folder);
  for (const office of offices) {
    const name = written.get(office.story.code);
    if (name === undefined) continue;
    const file = join(folder, basename(name));
    await office.life.as("secretary")("sync.importAnswer", { files: [file] });
    await payRuled(office);
  }
}

/** Headquarters takes in the sticks of a day, settles what they brought, and answers. */
async function carry(
  making: Making,
  hq: DemoDesk,
  offices: readonly DemoDesk[],
  day: CalendarDate,
): Promise<void> {
  const files: string[] = [];
  const folder = folderFor(making, day, "cles");
  for (const office of offices) {
    await office.live(day);
    making.clock.dawn(day);
    const file = await writeStick(office, folder);
    if (file !== null) files.push(join(folder, basename(file)));
  }
  if (hq.story.members > 0) await hq.live(day);
  making.clock.dawn(day);
  if (files.length === 0) return;
  await hq.coordinator("headquarters.receive", { files });
  await settleArrivals(hq);
  // The office that is heard of last has its answer under way.
  const answered = offices.filter(
    ({ story }) => !(story.silentDays === LAST_HEARD_DAYS && day > addDays(making.today, -9)),
  );
  if (answered.length > 0) await readAnswers(making, hq, answered, day);
  making.tell(`${day}  ${offices.map(({ story }) => story.code).join(" ")}`);
}

const LAST_HEARD_DAYS = 4;
/** A woman goes from Ségou to Koutiala: so many days before today. */
const TRANSFERRED_DAYS = 100;

async function transferGuest({ today, clock }: Making, hq: DemoDesk, memberId: string): Promise<void> {
  clock.dawn(addDays(today, -TRANSFERRED_DAYS));
  await hq.coordinator("headquarters.transfer", {
    id: hq.life.newId(),
    memberId,
    to: "KTL",
    mergeInto: null,
  });
}

interface Guests {
  /** Who is handed over; null where nobody is. */
  readonly traveller: string | null;
}

function noteGuests(hq: DemoDesk, offices: readonly DemoDesk[]): Guests {
  for (const [index, office] of offices.filter(({ story }) => story.hasTwin).entries())
    noteGuest(office, { seed: 5, id: hq.life.newId(), afterDays: 44 + 60 * index, paysCard: true });
  const from = offices.find(({ story }) => story.code === "SEG");
  if (from === undefined || !offices.some(({ story }) => story.code === "KTL")) return { traveller: null };
  const traveller = hq.life.newId();
  noteGuest(from, { seed: 77, id: traveller, afterDays: 31, paysCard: true });
  return { traveller };
}

/** A copy of the office was made some days ago. */
function noteBackUp({ road, today }: Making, { life, coordinator }: DemoDesk): void {
  life.on(addDays(today, -BACKED_UP_DAYS), () => {
    const folder = join(road, "sauvegardes");
    mkdirSync(folder, { recursive: true });
    return coordinator("office.backUp", { folder });
  });
}

const BACKED_UP_DAYS = 9;

/** Lives the whole time: journeys in the order of their days, then what came after the last of them. */
async function liveAll(making: Making, hq: DemoDesk, offices: readonly DemoDesk[]): Promise<void> {
  making.clock.dawn(making.start);
  await layGround(hq);
  for (const office of offices) await joinOffice(hq, office);
  const guests = noteGuests(hq, offices);
  if (hq.story.members > 0) {
    noteConsolidated(hq.life);
    const everywhere = [hq, ...offices];
    const members = everywhere.reduce((sum, { story }) => sum + story.members, 0);
    noteTargets(hq.life, "all", { members, offices: everywhere.length });
  }
  for (const office of [hq, ...offices]) noteBackUp(making, office);
  await readAnswers(making, hq, offices, making.start);
  const journeys = new Map<CalendarDate, DemoDesk[]>();
  for (const office of offices)
    for (const day of stickDays(making, office.story))
      journeys.set(day, [...(journeys.get(day) ?? []), office]);
  const transferOn = addDays(making.today, -TRANSFERRED_DAYS);
  let waiting = guests.traveller;
  for (const [day, travelling] of [...journeys].sort(([one], [other]) => (one < other ? -1 : 1))) {
    if (waiting !== null && day > transferOn) {
      await transferGuest(making, hq, waiting);
      waiting = null;
    }
    await carry(making, hq, travelling, day);
  }
  for (const office of offices) await office.live(making.today);
  if (hq.story.members > 0) await hq.live(making.today);
  making.clock.dawn(making.today);
}

async function openAll(
  about: { desk: Desk; wish: DemoWish; making: Making },
  hqDir: string,
  hqStory: Story,
  others: readonly { readonly dir: string; readonly story: Story }[],
): Promise<Result<{ hq: DemoDesk; offices: DemoDesk[] }>> {
  const { desk, wish, making } = about;
  const { clock, today } = making;
  const common = { clock, today, world: desk.world, passphrase: wish.passphrase };
  const hq = await openDemoDesk(hqDir, { ...common, story: hqStory });
  if (!hq.ok) return hq;
  const offices: DemoDesk[] = [];
  for (const { dir, story } of others) {
    const office = await openDemoDesk(dir, { ...common, story });
    if (!office.ok) return office;
    offices.push(office.value);
  }
  return accept({ hq: hq.value, offices });
}

function makingOf(desk: Desk, wish: DemoWish, about: { road: string; tell: TellStep }): Making {
  const today = desk.today();
  const start = storyStart(today, wish.months ?? 24);
  return { ...about, today, start, clock: new StoryClock(start, desk.world.now()) };
}

/** The road of a demonstration, swept when it is made. */
const roadIn = (folder: string) => join(folder, "road");

/**
 * Makes one office that has lived, in the desk's folder, with a headquarters that nobody sees.
 * @param scratch an empty folder, which the caller removes
 */
export async function makeTrainingOffice(
  desk: Desk,
  wish: DemoWish,
  about: { scratch: string; tell: TellStep },
): Promise<Result<DemoDesk>> {
  const making = makingOf(desk, wish, { road: roadIn(about.scratch), tell: about.tell });
  const story = trainingStory(wish);
  const hqStory = { ...headquartersStory({ ...wish, members: 0 }), premises: 0 };
  const opened = await openAll({ desk, wish, making }, join(about.scratch, "BKO"), hqStory, [
    { dir: desk.dataDir, story },
  ]);
  if (!opened.ok) return opened;
  const { hq, offices } = opened.value;
  await liveAll(making, hq, offices);
  hq.finish();
  const [office] = offices;
  if (office === undefined) throw new Error("no office was made");
  return accept(office);
}

/** Makes headquarters in the desk's folder with its offices below it, all consolidated from their sticks. */
export async function makeHeadquarters(
  desk: Desk,
  wish: DemoWish,
  about: { scratch: string; tell: TellStep },
): Promise<Result<{ hq: DemoDesk; offices: readonly DemoDesk[] }>> {
  const making = makingOf(desk, wish, { road: roadIn(about.scratch), tell: about.tell });
  const others = officeStories(wish).map((story) => ({ dir: officeFolder(desk.dataDir, story.code), story }));
  const own = headquartersStory(wish);
  const opened = await openAll({ desk, wish, making }, desk.dataDir, own, others);
  if (!opened.ok) return opened;
  await liveAll(making, opened.value.hq, opened.value.offices);
  await leaveStick(making, desk, opened.value.offices);
  return opened;
}

/** One stick lies ready that nobody has taken in: something to try. */
async function leaveStick(making: Making, desk: Desk, offices: readonly DemoDesk[]): Promise<void> {
  const folder = join(desk.dataDir, "antennes", "cle-usb");
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const late = offices.find(({ story }) => story.code === "MPT");
  if (late !== undefined) await writeStick(late, folder);
  making.clock.tick();
}
