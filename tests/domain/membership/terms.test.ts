import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, addMonths } from "../../../src/domain/calendar.ts";
import {
  earliestEndInGrace,
  graceEndsOn,
  membershipStatus,
  nextTerm,
  type TermRules,
  withGaps,
} from "../../../src/domain/membership/terms.ts";

const YEAR: TermRules = { termMonths: 12, graceMonths: 1 };
const TODAY = "2026-11-23";
const day = fc.integer({ min: 0, max: 20_000 }).map((days) => addDays("2000-01-01", days));
const rules = fc.record({
  termMonths: fc.integer({ min: 1, max: 36 }),
  graceMonths: fc.integer({ min: 0, max: 12 }),
});

describe("a member", () => {
  test.each([
    [null, "new"],
    ["2027-11-22", "current"],
    ["2026-11-23", "current"],
    ["2026-11-22", "grace"],
    ["2026-10-23", "grace"],
    ["2026-10-22", "expired"],
    ["2020-01-01", "expired"],
  ])("paid until %s is « %s »", (paidUntil, status) => {
    expect(membershipStatus(paidUntil, null, TODAY, YEAR)).toBe(status);
  });

  test("who left is « left » from that day on, whatever she paid, and « deceased » for that reason", () => {
    const left = { on: TODAY, reason: "moved" } as const;
    expect(membershipStatus("2027-11-22", left, TODAY, YEAR)).toBe("left");
    expect(membershipStatus("2027-11-22", left, "2026-11-22", YEAR)).toBe("current");
    expect(membershipStatus(null, { on: TODAY, reason: "deceased" }, TODAY, YEAR)).toBe("deceased");
  });

  test("paid until the end of January is in grace until the end of February", () => {
    expect(graceEndsOn("2026-01-31", YEAR)).toBe("2026-02-28");
    expect(membershipStatus("2024-01-31", null, "2024-02-29", YEAR)).toBe("grace");
    expect(membershipStatus("2026-01-31", null, "2026-03-01", YEAR)).toBe("expired");
  });

  test("without a grace month expires the day after", () => {
    expect(membershipStatus("2026-11-22", null, TODAY, { ...YEAR, graceMonths: 0 })).toBe("expired");
  });
});

describe("a payment", () => {
  test("for the first time covers a year from that day", () => {
    expect(nextTerm(null, TODAY, YEAR)).toEqual({ startsOn: TODAY, endsOn: "2027-11-22", kind: "first" });
  });

  test("ahead of time continues from the end", () => {
    expect(nextTerm("2027-01-31", TODAY, YEAR)).toEqual({
      startsOn: "2027-02-01",
      endsOn: "2028-01-31",
      kind: "renewal",
    });
  });

  test("within the grace month continues without a gap", () => {
    expect(nextTerm("2026-10-23", TODAY, YEAR)).toMatchObject({ startsOn: "2026-10-24", kind: "renewal" });
  });

  test("after a lapse begins today", () => {
    expect(nextTerm("2026-10-22", TODAY, YEAR)).toMatchObject({ startsOn: TODAY, kind: "afterLapse" });
  });

  test("on 29 February covers through the February after, not a day less", () => {
    expect(nextTerm(null, "2024-02-29", YEAR).endsOn).toBe("2025-02-28");
    expect(nextTerm(null, "2026-01-31", { ...YEAR, termMonths: 1 }).endsOn).toBe("2026-02-28");
  });

  test("is of a length that no start shortens: the next one begins a whole term later", () => {
    fc.assert(
      fc.property(day, rules, (today, about) => {
        const { startsOn, endsOn } = nextTerm(null, today, about);
        const next = addDays(endsOn, 1);
        const wanted = addMonths(startsOn, about.termMonths);
        expect(next >= wanted && next <= addDays(wanted, 1)).toBe(true);
      }),
    );
  });

  test("leaves no gap and no overlap unless she had lapsed", () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -800, max: 800 }), rules, (paidUntil, offset, about) => {
        const today = addDays(paidUntil, offset);
        const { startsOn, endsOn, kind } = nextTerm(paidUntil, today, about);
        const lapsed = membershipStatus(paidUntil, null, today, about) === "expired";
        expect(kind).toBe(lapsed ? "afterLapse" : "renewal");
        expect(startsOn).toBe(lapsed ? today : addDays(paidUntil, 1));
        expect(endsOn >= startsOn).toBe(true);
      }),
    );
  });
});

describe("a gap", () => {
  test("is the days between two terms, in whatever order they come", () => {
    const terms = [
      { startsOn: "2026-01-01", endsOn: "2026-12-31" },
      { startsOn: "2024-01-01", endsOn: "2024-12-31" },
      { startsOn: "2025-01-01", endsOn: "2025-11-30" },
    ];
    expect(withGaps(terms).map(({ startsOn, gapDays }) => [startsOn, gapDays])).toEqual([
      ["2024-01-01", 0],
      ["2025-01-01", 0],
      ["2026-01-01", 31],
    ]);
  });

  test("is none where a longer term covers it (two records were merged)", () => {
    const terms = [
      { startsOn: "2024-01-01", endsOn: "2026-12-31" },
      { startsOn: "2024-06-01", endsOn: "2025-05-31" },
      { startsOn: "2027-01-01", endsOn: "2027-12-31" },
    ];
    expect(withGaps(terms).map(({ gapDays }) => gapDays)).toEqual([0, 0, 0]);
  });
});

test("the earliest end that is in grace is the same rule as the status", () => {
  fc.assert(
    fc.property(day, rules, (today, about) => {
      const earliest = earliestEndInGrace(today, about);
      const status = (paidUntil: string) => membershipStatus(paidUntil, null, today, about);
      expect(status(addDays(earliest, -1))).toBe("expired");
      if (earliest < today) expect(status(earliest)).toBe("grace");
      else expect(status(earliest)).toBe("current");
    }),
    { numRuns: 1_000 },
  );
});
