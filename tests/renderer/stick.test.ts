import { describe, expect, test } from "vitest";
import { isConfirmed, sortStick, unconfirmed } from "../../renderer/features/sync/standing.ts";
import { KNOWN_OFFICES, officeName } from "../../renderer/lib/knownOffices.ts";
import type { ReceivedAnswer, StickFile } from "../../src/contract/sync.ts";

const RECEIPT: StickFile = {
  path: "/media/awa/CLE/BKO-000007-KTL.danaya",
  name: "BKO-000007-KTL.danaya",
  bytes: 4_200,
  kind: "receipt",
  from: "BKO",
  to: "KTL",
  number: 7,
  span: { first: 1, last: 380 },
  createdAt: "2026-11-12T09:00:00.000Z",
  forUs: true,
};

function file(change: Partial<StickFile>): StickFile {
  return { ...RECEIPT, ...change };
}

const READ: ReceivedAnswer = {
  number: 7,
  kind: "receipt",
  createdAt: RECEIPT.createdAt,
  importedAt: "2026-11-20T16:00:00.000Z",
  acknowledged: 380,
};

describe("how far headquarters follows", () => {
  test("is told by the entries that it has not confirmed", () => {
    expect(unconfirmed({ entries: 423, acknowledged: 380 })).toBe(43);
    expect(unconfirmed({ entries: 380, acknowledged: 380 })).toBe(0);
  });

  test("never counts below nothing on a laptop that was restored from an old copy", () => {
    expect(unconfirmed({ entries: 300, acknowledged: 380 })).toBe(0);
  });

  test("marks a stick as confirmed when its last entry is", () => {
    expect(isConfirmed({ last: 380 }, { acknowledged: 380 })).toBe(true);
    expect(isConfirmed({ last: 381 }, { acknowledged: 380 })).toBe(false);
  });
});

describe("what lies on the stick", () => {
  test("is told apart: answers by their number, an invitation, and what is of or for others", () => {
    const found = sortStick(
      [
        file({ number: 9 }),
        file({ number: 8, kind: "snapshot" }),
        file({ kind: "invitation", number: 0, createdAt: "2026-03-01T09:00:00.000Z" }),
        file({ kind: "invitation", number: 0, createdAt: "2026-10-01T09:00:00.000Z" }),
        file({ to: "MPT", forUs: false }),
        file({ from: "KTL", to: "BKO", kind: "journal", forUs: false }),
      ],
      [],
    );
    expect(found.answers.map((answer) => answer.file.number)).toEqual([8, 9]);
    expect(found.invitation?.createdAt).toBe("2026-10-01T09:00:00.000Z");
    expect(found.others).toBe(2);
  });

  test("is not read twice: an answer that was read is marked, one that only has its number is not", () => {
    const again = file({ createdAt: "2026-11-30T09:00:00.000Z" });
    const snapshot = file({ kind: "snapshot" });
    const found = sortStick([file({}), again, snapshot], [READ]);
    expect(found.answers.map((answer) => answer.read)).toEqual([true, false, false]);
  });

  test("may be nothing at all", () => {
    expect(sortStick([], [READ])).toEqual({ answers: [], invitation: null, others: 0 });
  });
});

describe("an office's name", () => {
  test("is said for its code where the association knows it", () => {
    expect(officeName("MPT")).toBe("Mopti");
    expect(officeName("ZZZ")).toBe("ZZZ");
    expect(new Set(KNOWN_OFFICES.map(({ code }) => code)).size).toBe(KNOWN_OFFICES.length);
  });
});
