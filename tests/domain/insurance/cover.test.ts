import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ContributionTerms, PaidSpan } from "../../../src/contract/insuranceTerms.ts";
import { addDays, addMonths } from "../../../src/domain/calendar.ts";
import { coverOn, coverStretches, type Policy, patientCoverOn } from "../../../src/domain/insurance/cover.ts";
import { termsByDay } from "../../../src/domain/insurance/planVersions.ts";
import { nextPeriods } from "../../../src/domain/insurance/schedule.ts";
import { anyDay, contributionPlan } from "./plans.ts";

/** Grace of 10 days, lapsed after 2 months of suspension, waiting of 3 months. */
const MONTHLY = termsByDay([contributionPlan()]);

function policy(contributions: readonly PaidSpan[], about: Partial<Policy> = {}): Policy {
  return { effectiveOn: "2026-01-01", endedOn: null, contributions, ...about };
}

const FIRST = { from: "2026-01-01", to: "2026-01-31" };
const stateOn = (about: Policy, day: string, termsOn = MONTHLY) => coverOn(about, termsOn, day).state;

describe("a policy effective on 1 January, paid for January", () => {
  test.each([
    ["2025-12-31", "pending"],
    ["2026-01-01", "active"],
    ["2026-01-31", "active"],
    ["2026-02-01", "active"],
    ["2026-02-11", "active"],
    ["2026-02-12", "suspended"],
    ["2026-04-11", "suspended"],
    ["2026-04-12", "lapsed"],
    ["2030-01-01", "lapsed"],
  ])("is on %s « %s »", (day, state) => {
    expect(stateOn(policy([FIRST]), day)).toBe(state);
  });

  test("and ended with 5 February is that until this day, and ended from the next on", () => {
    const ended = policy([FIRST], { endedOn: "2026-02-05" });
    expect(stateOn(ended, "2026-02-05")).toBe("active");
    expect(stateOn(ended, "2026-02-06")).toBe("ended");
    expect(stateOn(ended, "2026-06-01")).toBe("ended");
  });

  test("and again from 1 March has a gap that stays, with the days of grace covered as they were", () => {
    const again = policy([FIRST, { from: "2026-03-01", to: "2026-03-31" }]);
    expect(stateOn(again, "2026-02-11")).toBe("active");
    expect(stateOn(again, "2026-02-28")).toBe("suspended");
    expect(stateOn(again, "2026-03-01")).toBe("active");
    expect(stateOn(again, "2026-04-12")).toBe("suspended");
  });
});

describe("a policy that was never paid", () => {
  test.each([
    ["2026-01-01", "pending"],
    ["2026-01-11", "pending"],
    ["2026-01-12", "suspended"],
    ["2026-03-12", "lapsed"],
  ])("is on %s « %s»: the first contribution opens the cover", (day, state) => {
    expect(coverOn(policy([]), MONTHLY, day)).toEqual({ state, waitingEndsOn: null });
  });

  test("until it was, from then on", () => {
    const late = policy([{ from: "2026-01-20", to: "2026-02-19" }]);
    expect(stateOn(late, "2026-01-19")).toBe("suspended");
    expect(coverOn(late, MONTHLY, "2026-01-20")).toEqual({ state: "active", waitingEndsOn: "2026-04-19" });
  });
});

test("what was paid for days before the effective day covers none of them", () => {
  const early = policy([{ from: "2025-12-01", to: "2026-01-31" }]);
  expect(stateOn(early, "2025-12-31")).toBe("pending");
  expect(stateOn(early, "2026-01-01")).toBe("active");
});

describe("without days of grace and months of suspension", () => {
  const strict = termsByDay([contributionPlan({ graceDays: 0, lapseMonths: 0 })]);
  test.each([
    ["2026-02-01", "active"],
    ["2026-02-02", "lapsed"],
  ])("the due day is still there to pay: on %s « %s »", (day, state) => {
    expect(stateOn(policy([FIRST]), day, strict)).toBe(state);
  });
});

describe("the waiting time", () => {
  const waitingOn = (about: Policy, day: string, terms: Partial<ContributionTerms> = {}) =>
    coverOn(about, termsByDay([contributionPlan(terms)]), day).waitingEndsOn;
  const paidAgain = (from: string) => policy([FIRST, { from, to: addDays(addMonths(from, 1), -1) }]);

  test("of three months from 1 January ends with 31 March", () => {
    expect(waitingOn(policy([FIRST]), "2026-01-05")).toBe("2026-03-31");
    expect(waitingOn(policy([FIRST]), "2026-01-05", { waitingMonths: 0 })).toBe("2025-12-31");
  });

  test("does not begin again after a suspension", () => {
    expect(waitingOn(paidAgain("2026-04-11"), "2026-04-20")).toBe("2026-03-31");
  });

  test("begins again after a lapse, if the plan says so", () => {
    expect(waitingOn(paidAgain("2026-04-12"), "2026-04-20")).toBe("2026-07-11");
    expect(waitingOn(paidAgain("2026-04-12"), "2026-04-20", { restartsWaiting: false })).toBe("2026-03-31");
  });
});

test("a version of the plan decides from its first day on: grace by the day due, waiting by the day it begins", () => {
  const termsOn = termsByDay([
    contributionPlan({ graceDays: 30, waitingMonths: 6 }, "2026-02-02"),
    contributionPlan({ graceDays: 5 }),
  ]);
  const paid = policy([FIRST, { from: "2026-03-01", to: "2026-03-31" }]);
  expect(stateOn(paid, "2026-02-06", termsOn)).toBe("active");
  expect(stateOn(paid, "2026-02-07", termsOn)).toBe("suspended");
  expect(stateOn(paid, "2026-05-01", termsOn)).toBe("active");
  expect(coverOn(paid, termsOn, "2026-05-01").waitingEndsOn).toBe("2026-03-31");
  expect(stateOn(paid, "2026-05-02", termsOn)).toBe("suspended");
});

test("a patient is insured on her days alone; where nobody is named, everybody is", () => {
  const insured = [
    { id: "mother", from: "2026-01-01", to: null },
    { id: "child", from: "2026-01-10", to: "2026-01-20" },
  ];
  const on = (id: string, day: string) =>
    patientCoverOn(policy([FIRST], { insured }), MONTHLY, id, day).state;
  expect(on("mother", "2026-01-31")).toBe("active");
  expect(["2026-01-09", "2026-01-10", "2026-01-20", "2026-01-21"].map((day) => on("child", day))).toEqual([
    "notInsured",
    "active",
    "active",
    "notInsured",
  ]);
  expect(on("neighbour", "2026-01-31")).toBe("notInsured");
  expect(on("mother", "2026-02-12")).toBe("suspended");
  expect(patientCoverOn(policy([FIRST]), MONTHLY, "anyone", "2026-01-31").state).toBe("active");
});

const anyTermsOn = fc
  .record({
    period: fc.constantFrom("month" as const, "quarter" as const, "year" as const),
    graceDays: fc.integer({ min: 0, max: 40 }),
    lapseMonths: fc.integer({ min: 0, max: 4 }),
    waitingMonths: fc.integer({ min: 0, max: 9 }),
    restartsWaiting: fc.boolean(),
  })
  .map((terms) => ({ terms, termsOn: termsByDay([contributionPlan(terms)]) }));

/** Spans in any order, overlapping or not, and perhaps an end. */
const anyPolicy = fc
  .record({
    effectiveOn: anyDay,
    spans: fc.array(
      fc.record({ start: fc.integer({ min: -60, max: 500 }), days: fc.integer({ min: 0, max: 120 }) }),
      {
        maxLength: 6,
      },
    ),
    endsAfter: fc.option(fc.integer({ min: -30, max: 600 }), { nil: null }),
  })
  .map(({ effectiveOn, spans, endsAfter }): Policy => {
    const from = (start: number) => addDays(effectiveOn, start);
    return {
      effectiveOn,
      endedOn: endsAfter === null ? null : from(endsAfter),
      contributions: spans.map(({ start, days }) => ({ from: from(start), to: from(start + days) })),
    };
  });

/** The rules once more, read off day by day. */
function plainState({ effectiveOn, endedOn, contributions }: Policy, terms: ContributionTerms, day: string) {
  if (endedOn !== null && day > endedOn) return "ended";
  if (day < effectiveOn) return "pending";
  const isPaid = (on: string) => contributions.some(({ from, to }) => from <= on && on <= to);
  if (isPaid(day)) return "active";
  let due = day;
  while (due > effectiveOn && !isPaid(addDays(due, -1))) due = addDays(due, -1);
  const suspendedFrom = addDays(due, terms.graceDays + 1);
  if (day < suspendedFrom) return due === effectiveOn ? "pending" : "active";
  return day < addMonths(suspendedFrom, terms.lapseMonths) ? "suspended" : "lapsed";
}

describe("for any plan and any payments", () => {
  test("the state of a day is what the rules say of that day", () => {
    const offset = fc.integer({ min: -40, max: 700 });
    fc.assert(
      fc.property(anyPolicy, anyTermsOn, offset, (about, { terms, termsOn }, days) => {
        const day = addDays(about.effectiveOn, days);
        const plan = contributionPlan(terms);
        expect(coverOn(about, termsOn, day).state).toBe(plainState(about, plan.terms, day));
      }),
      { numRuns: 3_000 },
    );
  });

  test("it is one of five and changes on the computed days only, which are in order", () => {
    fc.assert(
      fc.property(anyPolicy, anyTermsOn, (about, { termsOn }) => {
        const stretches = coverStretches(about, termsOn);
        const days = stretches.map(({ from }) => from);
        expect(days).toEqual([...new Set(days)].sort());
        let before = "pending";
        for (let offset = -70; offset < 700; offset += 1) {
          const day = addDays(about.effectiveOn, offset);
          const { state } = coverOn(about, termsOn, day);
          expect(["pending", "active", "suspended", "lapsed", "ended"]).toContain(state);
          if (state !== before) expect(days).toContain(day);
          before = state;
        }
      }),
      { numRuns: 60 },
    );
  });

  test("a payment changes no day before the day on which it was made", () => {
    const step = fc.record({
      waits: fc.integer({ min: 0, max: 200 }),
      periods: fc.integer({ min: 1, max: 3 }),
    });
    fc.assert(
      fc.property(anyDay, fc.array(step, { maxLength: 6 }), anyTermsOn, (effectiveOn, steps, { termsOn }) => {
        let about: Policy = { effectiveOn, endedOn: null, contributions: [] };
        let today = effectiveOn;
        for (const { waits, periods } of steps) {
          today = addDays(today, waits);
          const bought = nextPeriods(about, termsOn, today, periods);
          const paid: Policy = { ...about, contributions: [...about.contributions, ...bought] };
          for (let back = 1; back < 250; back += 7) {
            const day = addDays(today, -back);
            expect(coverOn(paid, termsOn, day)).toEqual(coverOn(about, termsOn, day));
          }
          expect(coverOn(paid, termsOn, today).state).toBe("active");
          about = paid;
        }
      }),
      { numRuns: 200 },
    );
  });

  test("paid period after period there is never a gap, whatever the length of the months", () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 30 }), anyTermsOn, (effectiveOn, count, { termsOn }) => {
        let about: Policy = { effectiveOn, endedOn: null, contributions: [] };
        for (let paid = 0; paid < count; paid += 1) {
          const [period] = nextPeriods(about, termsOn, effectiveOn, 1);
          if (period === undefined) throw new Error("nothing to pay");
          about = { ...about, contributions: [...about.contributions, period] };
        }
        expect(about.contributions).toEqual(
          nextPeriods({ ...about, contributions: [] }, termsOn, effectiveOn, count),
        );
        const changes = coverStretches(about, termsOn).filter(({ state }) => state === "active");
        expect(changes[0]?.from).toBe(effectiveOn);
        const last = about.contributions.at(-1)?.to ?? effectiveOn;
        expect(
          coverStretches(about, termsOn).filter(({ from }) => from > effectiveOn && from <= last),
        ).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});
