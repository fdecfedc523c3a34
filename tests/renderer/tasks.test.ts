import { describe, expect, test } from "vitest";
import type { National } from "../../renderer/features/office/today/headquartersTasks.ts";
import { type Around, tasksOf } from "../../renderer/features/office/today/tasks.ts";
import type { Overview } from "../../src/contract/office.ts";

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

const ANTENNA: Around = { suggestions: 0, national: null };

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
      "expired",
      "backUp",
      "endingSoon",
    ]);
  });

  test("says before all else that a restored laptop and headquarters part, and asks for no ordinary stick", () => {
    const parting = { kind: "behind", held: 412, own: 380 } as const;
    expect(words({ parting, lastExportAt: null, lastBackupAt: null })).toEqual(["parting", "backUp"]);
  });

  test("names members who may be enrolled in another office too", () => {
    const [task] = tasksOf(NOTHING, { ...ANTENNA, suggestions: 2 });
    expect(task).toMatchObject({ word: "suggestions", count: 2, to: "/stick", late: false });
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
