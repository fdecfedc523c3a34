import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { expectHealthy } from "../../support/office.ts";
import type { Stick } from "./yearBook.ts";
import {
  BrokenHeadquarters,
  confirmWholeCopies,
  expectRecovered,
  loseLaptop,
  registerMovers,
  SetBack,
  settleTwin,
} from "./yearEvents.ts";
import { lastEntry } from "./yearLaptop.ts";
import type { Fate } from "./yearRoads.ts";
import { Year } from "./yearStory.ts";
import { expectSamePhotos, expectSameRecords, totals, voucherYears } from "./yearSums.ts";

/*
 * A year of eight offices and headquarters. The dice decide what becomes of every stick; another year is played with
 * DANAYA_YEAR_SEED=<number>.
 */
const FIXED = 20_261_123;
const SEED = Number(process.env.DANAYA_YEAR_SEED ?? FIXED);

let year: Year;
/** The last entry of each office before it read its last answer. */
const lastBefore = new Map<string, number>();

const setBack = new SetBack();
const broken = new BrokenHeadquarters();
let stolen: Awaited<ReturnType<typeof loseLaptop>> | null = null;

async function before(month: number): Promise<void> {
  if (month === 6) setBack.putBack(year);
  if (month === 7) await year.laptop("MPT").renewKey();
  if (month === 8) await year.hq.must("headquarters.renewKey", {});
  if (month === 11) await broken.putBack(year);
}

async function playMonth(month: number): Promise<void> {
  await before(month);
  await year.workEverywhere(month);
  await registerMovers(year, month);
  if (month === 9) stolen = await loseLaptop(year);
  await exchange(month);
  if (month === 6) expect((await year.laptop("KTL").office.must("sync.state", {})).parting).not.toBeNull();
  if (month === 9) {
    if (stolen !== null) expectRecovered(year, stolen);
    await broken.backUp(year);
  }
}

/** Sticks to Bamako, what Bamako decides, and its answers. */
async function exchange(month: number): Promise<void> {
  await year.sendSticks(month);
  await year.receive(month);
  await confirmWholeCopies(year, setBack);
  await settleTwin(year, month);
  await year.decide(month);
  await year.writeAnswers(month);
  if (month === 4) await setBack.keepCopy(year);
  for (const [code, { office }] of year.laptops) lastBefore.set(code, lastEntry(office));
  await year.readAnswers(month);
}

/** Every stick arrives now, until all has been said on both sides. */
async function comeToRest(): Promise<void> {
  year.isSafe = true;
  for (let month = 13; month <= 16; month += 1) await exchange(month);
}

beforeAll(async () => {
  year = await Year.begin(SEED);
  for (let month = 1; month <= 12; month += 1) await playMonth(month);
  await comeToRest();
}, 600_000);
afterAll(() => year?.closeAll());

/** Entries that an office has now under the same hashes as on a stick: nothing of that stick is missing. */
function isHealed(stick: Stick): boolean {
  const { hashes } = year.book.held(stick.office);
  return stick.hashes.every((hash, index) => hashes[stick.first - 1 + index] === hash);
}

describe(`a year of eight offices and headquarters (DANAYA_YEAR_SEED=${SEED})`, () => {
  test("ends with headquarters' records equal to those of every office, its own branch included", () => {
    expect(year.offices()).toHaveLength(8);
    for (const [code, office] of year.offices()) {
      expectSameRecords(year.hq, code, office);
      expectSamePhotos(year.hq, code, office);
    }
  });

  test("ends with members, cards, vouchers and francs at headquarters that are the sum of the offices", () => {
    const { whole, sum } = totals(year.hq, year.offices());
    expect(whole).toEqual(sum);
    expect(whole.living).toBeGreaterThan(150);
    expect(whole.francs).toBeGreaterThan(0);
  });

  test("had every stick's fate told by headquarters as the test's own book has it", () => {
    for (const outcome of ["applied", "alreadyReceived", "damaged", "toConfirm", "confirmed", "keyRenewed"])
      expect([outcome, year.tally.get(outcome) ?? 0]).toEqual([
        outcome,
        expect.toSatisfy((count) => count > 0),
      ]);
    for (const outcome of [
      "headquarters.fork",
      "headquarters.keyRevoked",
      "headquarters.oldEpoch",
      "twin found",
    ])
      expect([outcome, year.tally.get(outcome) ?? 0]).toEqual([
        outcome,
        expect.toSatisfy((count) => count > 0),
      ]);
    if (SEED !== FIXED) return;
    const fates: Fate[] = ["arrives", "late", "doubled", "damaged", "lost"];
    expect(fates.filter((fate) => (year.roads.fates.get(fate) ?? 0) < 5)).toEqual([]);
    for (const what of ["waiting", "gap shown", "out of order", "read sync.olderAnswer"])
      expect([what, (year.tally.get(what) ?? 0) > 0]).toEqual([what, true]);
  });

  test("healed every stick that was lost or damaged, but for what two laptops took with them", () => {
    const isBroken = ({ office, epoch }: Stick) => (office === "KTL" && epoch === 1) || office === "MRL";
    expect(year.roads.gone.length).toBeGreaterThan(5);
    expect(year.roads.gone.filter((stick) => !isBroken(stick) && !isHealed(stick))).toEqual([]);
  });

  test("left every office healthy, and every voucher number in its place", async () => {
    for (const [, office] of year.offices()) await expectHealthy(office.ask);
    const years = voucherYears(year.hq);
    expect(years).toHaveLength(16);
    for (const { count, first, last } of years) expect([first, last]).toEqual([1, count]);
  });

  test("left nothing unacknowledged but what the last answers themselves made", async () => {
    for (const [code, { office }] of year.laptops) {
      const { acknowledged, parting } = await office.must("sync.state", {});
      expect([code, acknowledged, parting]).toEqual([code, lastBefore.get(code), null]);
    }
  });

  test("settled every transfer, though one laptop forgot two of them", async () => {
    const transfers = await year.hq.must("headquarters.transfers", {});
    const done = transfers.map(({ from, to, state }) => `${from} to ${to}: ${state}`);
    expect(done.sort()).toEqual([
      "KTL to GAO: done",
      "KYS to GAO: done",
      "SEG to KTL: done",
      "SEG to SKS: done",
    ]);
    for (const { memberId, to } of transfers) {
      const { member } = await year.hq.must("membership.readMember", { id: memberId });
      expect(member.office).toBe(to);
    }
  });
});
