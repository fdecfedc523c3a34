import { describe, expect, test } from "vitest";
import { historyLines } from "../../renderer/features/membership/file/historyWords.ts";
import { mainActionOf } from "../../renderer/features/membership/file/mainActionOf.ts";
import { termBar } from "../../renderer/features/membership/file/termBar.ts";
import type { MemberFile, MembershipStatus } from "../../src/contract/membership.ts";

const TODAY = "2026-11-23";

describe("the bar of paid terms", () => {
  test("shows a lapse as a gap between two terms", () => {
    const bar = termBar(
      [
        { startsOn: "2024-01-01", endsOn: "2024-12-31" },
        { startsOn: "2026-01-01", endsOn: "2026-12-31" },
      ],
      TODAY,
    );
    expect(bar?.from).toBe("2024-01-01");
    expect(bar?.to).toBe("2026-12-31");
    const [first, second] = bar?.parts ?? [];
    expect((first?.left ?? 0) + (first?.width ?? 0)).toBeLessThan((second?.left ?? 0) - 30);
    expect((second?.left ?? 0) + (second?.width ?? 0)).toBeCloseTo(100, 6);
  });

  test("reaches today when the last term has ended", () => {
    const bar = termBar([{ startsOn: "2024-01-01", endsOn: "2024-12-31" }], TODAY);
    expect(bar?.to).toBe(TODAY);
    expect(bar?.now).toBeLessThan(100);
  });

  test("is not drawn for somebody who never paid", () => {
    expect(termBar([], TODAY)).toBeNull();
  });
});

function fileWith(status: MembershipStatus, paidUntil: string | null, hasCard: boolean): MemberFile {
  // Only what the main action looks at.
  const cards = hasCard
    ? [{ id: "c", issue: 1, issuedOn: TODAY, validUntil: TODAY, state: "valid" as const }]
    : [];
  return { member: { status, paidUntil }, cards } as unknown as MemberFile;
}

describe("the main action of a member's page", () => {
  test.each([
    ["new", null, false, "sell"],
    ["current", "2027-10-01", true, "print"],
    ["current", "2026-12-20", true, "renew"],
    ["grace", "2026-11-01", true, "renew"],
    ["expired", "2025-11-01", true, "renew"],
    ["left", "2027-10-01", true, "none"],
    ["deceased", null, false, "none"],
  ] as const)("%s, paid until %s: %s %s", (status, paidUntil, hasCard, action) => {
    expect(mainActionOf(fileWith(status, paidUntil, hasCard), TODAY)).toBe(action);
  });
});

describe("the history in words", () => {
  const at = "2026-11-23T08:00:00.000Z";
  const line = { at, by: "Awa", office: "KTL" };

  test("says a renewal as one line, without the old card that goes with it", () => {
    const lines = historyLines([
      { seq: 9, ...line, entity: "card", op: "insert", fields: [] },
      { seq: 8, ...line, entity: "card", op: "update", fields: ["state"] },
      { seq: 7, ...line, entity: "term", op: "insert", fields: [] },
    ]);
    expect(lines.map(({ words }) => words)).toEqual([["term", "card"]]);
  });

  test("names the fields that changed and keeps what other people did apart", () => {
    const lines = historyLines([
      {
        seq: 3,
        at,
        by: "Mariam",
        office: "KTL",
        entity: "member",
        op: "update",
        fields: ["phone", "locality"],
      },
      { seq: 2, ...line, entity: "member", op: "update", fields: ["photoSha256"] },
      { seq: 1, ...line, at: "2026-11-01T08:00:00.000Z", entity: "member", op: "insert", fields: [] },
    ]);
    expect(lines.map(({ words, fields, by }) => [by, words, fields])).toEqual([
      ["Mariam", ["changed"], ["phone", "locality"]],
      ["Awa", ["photo"], []],
      ["Awa", ["registered"], []],
    ]);
  });

  test("says a transfer as one, on both sides, under the code of an office whose people are not known here", () => {
    const lines = historyLines([
      { seq: 4, at, by: "Awa", office: "MPT", entity: "member", op: "insert", fields: ["office"] },
      { seq: 4, at, by: "", office: "KTL", entity: "member", op: "update", fields: ["office", "leftOn"] },
    ]);
    expect(lines.map(({ words, by }) => [by, words])).toEqual([
      ["Awa", ["transferred"]],
      ["KTL", ["transferred"]],
    ]);
    expect(new Set(lines.map(({ key }) => key)).size).toBe(2);
  });
});
