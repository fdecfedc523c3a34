import { describe, expect, test } from "vitest";
import { tasksOf } from "../../renderer/features/office/today/tasks.ts";
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
  entriesWaiting: 40,
  headquartersKnown: true,
};

function words(change: Partial<Overview>): string[] {
  return tasksOf({ ...NOTHING, ...change }).map((task) => task.word);
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
});
