import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { FiguresBy } from "../../../src/contract/literacyViews.ts";
import { receive, send } from "../../support/roundTrip.ts";
import { dawn, makeYear, type Year } from "./yearCast.ts";
import { enterSheet, isRunning, payTrainers } from "./yearClasses.ts";
import { examine } from "./yearExams.ts";
import { type CohortNote, isThere, plusDays } from "./yearNotes.ts";
import { type Days, figuresFrom, lastAbsences, presence } from "./yearSums.ts";
import { changeStays, collectFees, openClasses } from "./yearWomen.ts";

/*
 * A year of classes at one antenna: twelve in three levels with two hundred and forty women, played week by week
 * through the same requests as the screens', with a stick to headquarters at its end.
 */

const ALL = { from: "2027-01-01", to: "2028-01-31" };
const YEAR = { from: "2027-01-01", to: "2027-12-31" };
/** Sundays on which the figures are compared before the year is over; on the second, classes are over but not closed. */
const LOOKED_AT = new Set(["2027-05-02", "2027-07-04", "2027-10-31"]);

let year: Year;

const isFirstOfMonth = (sunday: string) => plusDays(sunday, -7).slice(0, 7) !== sunday.slice(0, 7);

/** In the middle of the year every line of every class, and every month's figures, are what the notes say. */
async function expectSoFar(day: string): Promise<void> {
  const { office, notes } = year;
  const months = byKey(await figures("month", ALL));
  expect(months).toEqual(MONTHS.map((month) => [month, figuresFrom(notes, notes.cohorts, daysOf(month))]));
  for (const cohort of notes.cohorts.filter(
    ({ closedOn, startsOn }) => closedOn === null && startsOn <= day,
  )) {
    const file = await office.must("literacy.cohort", { id: cohort.id });
    const hers = notes.stays.filter((stay) => stay.cohort === cohort);
    const told = file.learners.map((line) => [
      line.enrolmentId,
      ...[line.attended, line.held, line.absencesInARow, line.startsOn, line.endedOn, line.end],
    ]);
    const noted = hers.map((stay) => {
      const { came, of } = presence(notes, stay);
      return [stay.id, came, of, lastAbsences(notes, stay), stay.startsOn, stay.endedOn, stay.end];
    });
    expect(told.sort()).toEqual(noted.sort());
    const warned = file.warnings.filter(({ code }) => code === "threeAbsences");
    const absent = hers.filter((stay) => isThere(stay, day) && lastAbsences(notes, stay) >= 3);
    expect(warned.map(({ enrolmentId }) => enrolmentId).sort()).toEqual(absent.map(({ id }) => id).sort());
  }
}

/** One week: it is entered on its Sunday. */
async function play(monday: string): Promise<void> {
  const day = plusDays(monday, 6);
  dawn(year, day);
  await changeStays(year, monday);
  for (const cohort of year.notes.cohorts) {
    if (isRunning(cohort, monday)) await enterSheet(year, cohort, monday);
    await examine(year, cohort);
  }
  if (isFirstOfMonth(day)) {
    await collectFees(year);
    await payTrainers(year);
  }
  if (LOOKED_AT.has(day)) await expectSoFar(day);
  await openClasses(year);
}

beforeAll(async () => {
  year = await makeYear(7);
  for (let monday = "2027-01-04"; monday <= "2028-01-24"; monday = plusDays(monday, 7)) await play(monday);
  await receive(year.hq, await send(year.office));
}, 240_000);
afterAll(() => {
  year.hq.close();
  year.office.close();
});

function figures(by: FiguresBy, days: Days) {
  return year.office.must("literacy.figures", { ...days, by });
}

/** A line for each of what the classes are grouped by, in the order of the keys. */
function linesFrom(days: Days, keyOf: (cohort: CohortNote) => string) {
  return [...Map.groupBy(year.notes.cohorts, keyOf)]
    .map(([key, group]) => [key, figuresFrom(year.notes, group, days)] as const)
    .filter(([, line]) => line.cohorts > 0 || line.fees > 0 || line.cost > 0)
    .sort(([one], [other]) => (one < other ? -1 : 1));
}

const byKey = (lines: Awaited<ReturnType<typeof figures>>) =>
  lines
    .map(({ key, figures: line }) => [key, line] as const)
    .sort(([one], [other]) => (one < other ? -1 : 1));

const MONTHS = Array.from({ length: 13 }, (_, index) =>
  new Date(Date.UTC(2027, index, 1)).toISOString().slice(0, 7),
);
const daysOf = (month: string): Days => {
  const next = MONTHS[MONTHS.indexOf(month) + 1] ?? "2028-02";
  return { from: `${month}-01`, to: plusDays(`${next}-01`, -1) };
};

describe("the year that was played", () => {
  test("had two hundred and forty women in twelve classes, with everything that becomes of a learner", () => {
    const { stays, cohorts, sessions, papers, certified } = year.notes;
    expect(new Set(cohorts.map(({ level }) => level)).size).toBe(3);
    expect(cohorts.every(({ closedOn }) => closedOn !== null)).toBe(true);
    expect(new Set(stays.map(({ woman }) => woman)).size).toBe(240);
    const ends = new Set(stays.map(({ end }) => end));
    expect(ends).toEqual(
      new Set(["moved", "work", "illness", "child", "lostInterest", "other", "movedCohort", "finished"]),
    );
    const ways = [...Map.groupBy(stays, ({ woman }) => woman).values()];
    expect(
      ways.filter((way) => new Set(way.map(({ cohort }) => cohort.level)).size > 1).length,
    ).toBeGreaterThan(3);
    const isBack = (way: typeof stays) => way.some(({ cohort }, index) => way[index + 1]?.cohort === cohort);
    expect(ways.filter(isBack).length).toBeGreaterThan(5);
    expect(stays.some(({ startsOn, endedOn }) => startsOn === null && endedOn !== null)).toBe(true);
    expect(stays.some(({ startsOn, cohort }) => startsOn !== null && startsOn > cohort.startsOn)).toBe(true);
    expect(sessions.length).toBeGreaterThan(450);
    expect(new Set(papers.map(({ kind }) => kind)).size).toBe(4);
    expect(certified.size).toBeGreaterThan(40);
  });
});

describe("the figures agree with what the test noted", () => {
  test.each([
    ["the year", YEAR],
    ["all thirteen months", ALL],
    ["the summer", { from: "2027-06-16", to: "2027-08-09" }],
  ])("for all classes together, in %s", async (_, days) => {
    const lines = await figures("all", days);
    expect(lines.map((line) => line.figures)).toEqual([figuresFrom(year.notes, year.notes.cohorts, days)]);
  });

  test.each([
    ["cohort", ({ id }: CohortNote) => id],
    ["trainer", ({ trainer }: CohortNote) => trainer],
    ["place", ({ place }: CohortNote) => place],
  ] as const)("by %s", async (by, keyOf) => {
    for (const days of [YEAR, { from: "2027-03-01", to: "2027-07-20" }])
      expect(byKey(await figures(by, days))).toEqual(linesFrom(days, keyOf));
  });

  test("by month, and for each month asked alone", async () => {
    const lines = byKey(await figures("month", ALL));
    expect(lines).toEqual(
      MONTHS.map((month) => [month, figuresFrom(year.notes, year.notes.cohorts, daysOf(month))]),
    );
    for (const [month, line] of lines)
      expect((await figures("all", daysOf(month))).map((one) => one.figures)).toEqual([line]);
  });

  test("and are what a year of classes looks like: rates within bounds, fewer passed than came", async () => {
    const line = (await figures("all", ALL))[0]?.figures;
    if (line === undefined) throw new Error("no figures");
    expect(line.enrolled).toBeGreaterThan(220);
    expect(line.dropouts).toBeGreaterThan(20);
    expect(line.passed).toBeGreaterThan(40);
    expect(line.passed).toBeLessThan(line.assessed);
    expect(line.assessed).toBeLessThan(line.enrolled);
    expect(line.minutesTaught).toBeLessThan(line.minutesPlanned);
  });
});

describe("the registers", () => {
  test("hold a certificate for everybody who passed and for nobody else, numbered without gaps", async () => {
    const { certified, stays } = year.notes;
    const given = await year.office.must("literacy.certificates", ALL);
    const women = stays.filter(({ id }) => certified.has(id)).map(({ woman }) => woman);
    expect(given.map(({ learner }) => learner.memberId).sort()).toEqual(women.sort());
    const counters = given.map(({ number }) => Number(/(\d+)$/.exec(number)?.[1]));
    expect(counters).toEqual(counters.map((_, index) => index + 1));
  });

  test("have one voucher for every fee and allowance, to the franc", () => {
    const { reader } = year.office.call.office;
    const { fees, allowances } = year.notes;
    const booked = (account: string) => [
      reader.number("SELECT count(*) FROM voucher WHERE account = @account", { account }),
      reader.number("SELECT coalesce(sum(amount), 0) FROM voucher WHERE account = @account", { account }),
    ];
    const noted = (lines: readonly { amount: number }[]) => [
      lines.length,
      lines.reduce((sum, { amount }) => sum + amount, 0),
    ];
    expect(booked("classFee")).toEqual(noted(fees));
    expect(booked("trainerAllowance")).toEqual(noted(allowances));
  });

  test("tell a woman's way through the classes, stay by stay", async () => {
    const { stays } = year.notes;
    const ways = [...Map.groupBy(stays, ({ woman }) => woman)].filter(([, way]) => way.length > 2);
    expect(ways.length).toBeGreaterThan(0);
    for (const [woman, way] of ways) {
      const path = await year.office.must("literacy.learner", { memberId: woman });
      const told = path.stays.map((one) => [one.enrolmentId, one.startsOn, one.endedOn, one.end]);
      expect(told).toEqual(way.map((one) => [one.id, one.startsOn, one.endedOn, one.end]));
    }
  });

  test("leave nothing to do, and are found healthy in both offices", async () => {
    expect(await year.office.must("literacy.tasks", {})).toMatchObject({
      ...{ notEntered: 0, absences: 0, belowHalf: 0, toCertify: 0 },
    });
    for (const office of [year.office, year.hq])
      expect((await office.must("office.checkUp", {})).faults).toEqual([]);
  });
});

describe("headquarters", () => {
  test("shows the office's figures for the office and for all offices", async () => {
    const { hq, notes } = year;
    const line = figuresFrom(notes, notes.cohorts, YEAR);
    const byOffice = await hq.must("literacy.figures", { ...YEAR, by: "office", office: "all" });
    expect(byKey(byOffice)).toEqual([["KTL", line]]);
    const all = await hq.must("literacy.figures", { ...YEAR, by: "all", office: "all" });
    expect(all.map((one) => one.figures)).toEqual([line]);
  });

  test.each(["all", "cohort", "trainer", "place", "month"] as const)(
    "shows the same as the office by %s",
    async (by) => {
      for (const days of [YEAR, ALL])
        expect(await year.hq.must("literacy.figures", { ...days, by, office: "KTL" })).toEqual(
          await figures(by, days),
        );
    },
  );

  test("has the same classes, results and certificates", async () => {
    const { hq, office, notes } = year;
    const asked = { states: [], text: "" };
    expect(await hq.must("literacy.cohorts", { ...asked, office: "KTL" })).toEqual(
      await office.must("literacy.cohorts", asked),
    );
    for (const { id } of notes.cohorts)
      expect((await hq.must("literacy.results", { cohortId: id })).learners).toEqual(
        (await office.must("literacy.results", { cohortId: id })).learners,
      );
    expect(await hq.must("literacy.certificates", { ...ALL, office: "KTL" })).toEqual(
      await office.must("literacy.certificates", ALL),
    );
  });
});
