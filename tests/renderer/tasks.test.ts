import { describe, expect, test } from "vitest";
import { placesFor } from "../../renderer/features/insurance/places.ts";
import type { National } from "../../renderer/features/office/today/headquartersTasks.ts";
import { type Around, tasksOf } from "../../renderer/features/office/today/tasks.ts";
import type { InsuranceTasks } from "../../src/contract/insurancePolicies.ts";
import type { Overview } from "../../src/contract/office.ts";
import { mayDo, ROLE_PERMISSIONS, Role } from "../../src/contract/permissions.ts";
import type { RentalTasks } from "../../src/contract/rentalViews.ts";
import type { ReportingTasks } from "../../src/contract/reportingViews.ts";

const NOTHING: Overview = {
  today: "2026-11-23",
  members: { total: 5, new: 0, current: 5, grace: 0, expired: 0, left: 0, deceased: 0 },
  endingSoon: 0,
  withoutPhoto: 0,
  withoutConsent: 0,
  cardsThisMonth: { count: 0, francs: 0 },
  lastBackupAt: "2026-11-20T10:00:00.000Z",
  lastExportAt: "2026-11-02T10:00:00.000Z",
  lastAnswerAt: "2026-11-12T10:00:00.000Z",
  parting: null,
  entriesWaiting: 40,
  headquartersKnown: true,
};

const ANTENNA: Around = {
  suggestions: 0,
  national: null,
  insurance: null,
  rental: null,
  cashbook: null,
  headquarters: null,
};

function words(change: Partial<Overview>, around: Partial<Around> = {}): string[] {
  return tasksOf({ ...NOTHING, ...change }, { ...ANTENNA, ...around }).map((task) => task.word);
}

type Line = National["offices"][number];
const LINE: Line = {
  own: false,
  standing: "active",
  daysSince: 12,
  forked: false,
  snapshotToConfirm: false,
};

function atHeadquarters(lines: readonly Partial<Line>[], duplicates = 0, change: Partial<Overview> = {}) {
  const national = { offices: lines.map((line) => ({ ...LINE, ...line })), duplicates };
  return tasksOf({ ...NOTHING, ...change }, { ...ANTENNA, national }).map(
    ({ word, count }) => `${word} ${count}`,
  );
}

describe("what waits today", () => {
  test("is nothing in an office that is in order", () => {
    expect(words({})).toEqual([]);
  });

  test("names a backup that is older than a week, or was never made", () => {
    expect(words({ lastBackupAt: "2026-11-16T10:00:00.000Z" })).toEqual([]);
    expect(words({ lastBackupAt: "2026-11-15T10:00:00.000Z" })).toEqual(["backUp"]);
    expect(words({ lastBackupAt: null })).toEqual(["backUp"]);
  });

  test("names the stick when entries wait and the month is over", () => {
    expect(words({ lastExportAt: "2026-10-15T10:00:00.000Z" })).toEqual(["stick"]);
    expect(words({ lastExportAt: "2026-10-15T10:00:00.000Z", entriesWaiting: 0 })).toEqual([]);
    expect(words({ lastExportAt: null })).toEqual(["stick"]);
    expect(words({ lastExportAt: "2026-10-24T10:00:00.000Z" })).toEqual([]);
    expect(words({ lastExportAt: "2026-10-23T10:00:00.000Z" })).toEqual(["stick"]);
  });

  test("asks for headquarters' invitation before it asks for a stick", () => {
    expect(words({ headquartersKnown: false, lastExportAt: null })).toEqual(["join"]);
  });

  test("puts what is late before what is only due", () => {
    const members = { ...NOTHING.members, expired: 2 };
    expect(words({ endingSoon: 3, members, lastBackupAt: null })).toEqual([
      "backUp",
      "expired",
      "endingSoon",
    ]);
  });

  test("keeps what is to be decided for after what is to be done", () => {
    const insurance = { ...INSURANCE, contributionsLate: 0, checkupsLate: 0 };
    const groups = tasksOf({ ...NOTHING, endingSoon: 3 }, { ...ANTENNA, suggestions: 1, insurance });
    expect(groups.map(({ when }) => when)).toEqual(["due", "due", "due", "decide", "decide", "decide"]);
    expect(groups.slice(-3).map(({ word }) => word)).toEqual([
      "claimsToDecide",
      "exitsToApprove",
      "suggestions",
    ]);
  });

  test("says before all else that a restored laptop and headquarters part, and asks for no ordinary stick", () => {
    const parting = { kind: "behind", held: 412, own: 380 } as const;
    expect(words({ parting, lastExportAt: null, lastBackupAt: null })).toEqual(["parting", "backUp"]);
  });

  test("names members who may be enrolled in another office too", () => {
    const [task] = tasksOf(NOTHING, { ...ANTENNA, suggestions: 2 });
    expect(task).toMatchObject({ word: "suggestions", count: 2, to: "/stick", when: "decide" });
  });
});

const INSURANCE: InsuranceTasks = {
  claimsToCheck: 3,
  claimsToDecide: 2,
  claimsReferred: 0,
  claimsToPay: 1,
  exitsToApprove: 1,
  exitsToPay: 0,
  contributionsLate: 4,
  checkupsLate: 5,
};

describe("what waits in the insurance", () => {
  test("is named with how much of it, the late first, and leads where it is done", () => {
    const tasks = tasksOf({ ...NOTHING, withoutPhoto: 1 }, { ...ANTENNA, insurance: INSURANCE });
    expect(tasks.map(({ word, count, to }) => `${word} ${count} ${to}`)).toEqual([
      "contributionsLate 4 /insurance/reminders",
      "checkupsLate 5 /insurance/booklet",
      "withoutPhoto 1 /members?without=photo",
      "claimsToCheck 3 /insurance/claims?list=toCheck",
      "claimsToPay 1 /insurance/pay",
      "claimsToDecide 2 /insurance/claims?list=toDecide",
      "exitsToApprove 1 /insurance/pay",
    ]);
  });

  test("is at headquarters its own office's claims, and those that others referred", () => {
    const national = { offices: [], duplicates: 0 };
    const insurance = { ...INSURANCE, claimsReferred: 2, contributionsLate: 0, checkupsLate: 0 };
    const around = { ...ANTENNA, national, insurance, headquarters: "BKO" };
    expect(tasksOf(NOTHING, around).map(({ to }) => to)).toEqual([
      "/insurance/claims?list=toCheck&office=BKO",
      "/insurance/pay",
      "/insurance/claims?list=referred",
      "/insurance/claims?list=toDecide&office=BKO",
      "/insurance/pay",
    ]);
  });

  test("leads each to a page that who may do it may enter", () => {
    const national = { offices: [], duplicates: 0 };
    const all = { ...INSURANCE, claimsReferred: 1, exitsToPay: 1 };
    const tasks = tasksOf(NOTHING, { ...ANTENNA, national, insurance: all, headquarters: "BKO" });
    expect(tasks).toHaveLength(Object.keys(all).length);
    for (const role of Role.options)
      for (const { needs, to } of tasks.filter((task) => mayDo(role, task.needs)))
        expect([role, needs, placesFor(ROLE_PERMISSIONS[role]).map((place) => place.to)]).toEqual([
          role,
          needs,
          expect.arrayContaining([to.replace(/\?.*/, "")]),
        ]);
  });
});

const RENTAL: RentalTasks = {
  inArrears: 3,
  lateFrancs: 145_000,
  promisesBroken: 1,
  endingSoon: 2,
  depositsToSettle: 0,
};

describe("what waits in the rental", () => {
  test("is named with its francs, the late first, and leads where it is done", () => {
    const tasks = tasksOf({ ...NOTHING, withoutPhoto: 1 }, { ...ANTENNA, rental: RENTAL });
    expect(tasks.map(({ word, count, francs, to }) => `${word} ${count} ${francs ?? "-"} ${to}`)).toEqual([
      "rentsLate 3 145000 /rental/arrears",
      "promisesBroken 1 - /rental/arrears",
      "withoutPhoto 1 - /members?without=photo",
      "leasesEnding 2 - /rental/leases?state=running",
    ]);
  });

  test("is nothing where all is paid and settled", () => {
    const rental = { ...RENTAL, inArrears: 0, lateFrancs: 0, promisesBroken: 0, endingSoon: 0 };
    expect(words({}, { rental })).toEqual([]);
  });
});

const REPORTING: ReportingTasks = {
  reportKind: "activity",
  reportDue: "2026-10",
  begun: false,
  corrected: 0,
  incomplete: [],
  outliers: 0,
};

describe("what waits among the reports", () => {
  test("is the month that is over, begun or not, at headquarters as that of all offices", () => {
    expect(tasksOf(NOTHING, { ...ANTENNA, reporting: REPORTING })).toMatchObject([
      {
        word: "reportDue",
        month: "2026-10",
        when: "due",
        to: "/reporting/reports?kind=activity&period=2026-10",
      },
    ]);
    const atBamako = { ...ANTENNA, national: { offices: [], duplicates: 0 }, headquarters: "BKO" };
    const begun = { ...REPORTING, reportKind: "consolidated", begun: true } as const;
    expect(tasksOf(NOTHING, { ...atBamako, reporting: begun })).toMatchObject([
      { word: "reportBegun", to: "/reporting/reports?kind=consolidated&period=2026-10" },
    ]);
    expect(words({}, { reporting: { ...REPORTING, reportDue: null } })).toEqual([]);
  });

  test("is what changed after it was issued, months that are not here, and figures out of the ordinary", () => {
    const reporting = {
      ...REPORTING,
      reportDue: null,
      corrected: 1,
      incomplete: ["MPT", "GAO"],
      outliers: 3,
    };
    expect(
      tasksOf(NOTHING, { ...ANTENNA, reporting }).map(({ word, count, when }) => `${word} ${count} ${when}`),
    ).toEqual(["monthsMissing 2 late", "reportsCorrected 1 decide", "outliers 3 decide"]);
  });
});

describe("what waits at headquarters", () => {
  test("is nothing while every stick comes, and no stick of its own", () => {
    const own: Partial<Overview> = { headquartersKnown: false, lastExportAt: null };
    expect(atHeadquarters([{}, { own: true, daysSince: null }], 0, own)).toEqual([]);
  });

  test("is an office that was silent for five weeks, unless its key was revoked or it is only invited", () => {
    expect(atHeadquarters([{ daysSince: 34 }])).toEqual([]);
    expect(atHeadquarters([{ daysSince: 35 }, { daysSince: 60 }])).toEqual(["officesLate 2"]);
    expect(atHeadquarters([{ standing: "revoked", daysSince: 90 }])).toEqual([]);
    expect(atHeadquarters([{ standing: "invited", daysSince: null }])).toEqual([]);
  });

  test("is a fork until its whole copy came, then that copy, and women in two offices after what is late", () => {
    expect(atHeadquarters([{ forked: true }, {}], 3)).toEqual(["forks 1", "duplicates 3"]);
    expect(atHeadquarters([{ forked: true, snapshotToConfirm: true }])).toEqual(["snapshots 1"]);
  });
});
