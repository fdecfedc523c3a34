import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { PaidSpan } from "../../../src/contract/insuranceTerms.ts";
import { addDays } from "../../../src/domain/calendar.ts";
import type { Policy } from "../../../src/domain/insurance/cover.ts";
import {
  childInsuredUntil,
  decidedBy,
  termsByDay,
  versionOn,
} from "../../../src/domain/insurance/planVersions.ts";
import { contributionSchedule, nextPeriods, refundOnEnding } from "../../../src/domain/insurance/schedule.ts";
import { anyDay, contributionPlan, GENEROUS } from "./plans.ts";

const MONTHLY = termsByDay([contributionPlan()]);
const JANUARY = { from: "2026-01-01", to: "2026-01-31" };

function policy(contributions: readonly PaidSpan[], effectiveOn = "2026-01-01"): Policy {
  return { effectiveOn, endedOn: null, contributions };
}

const brief = (about: Policy, day: string, termsOn = MONTHLY) =>
  contributionSchedule(about, termsOn, day).lines.map(
    ({ from, to, status, amount }) => `${from} ${to} ${status} ${amount}`,
  );

describe("the next contribution", () => {
  test.each([
    ["2026-01-10", "2026-02-01", "2026-02-28"],
    ["2026-02-01", "2026-02-01", "2026-02-28"],
    ["2026-02-11", "2026-02-01", "2026-02-28"],
    ["2026-02-12", "2026-02-12", "2026-03-11"],
    ["2026-06-30", "2026-06-30", "2026-07-29"],
  ])("paid on %s is for %s to %s", (day, from, to) => {
    expect(nextPeriods(policy([JANUARY]), MONTHLY, day, 1)).toEqual([{ from, to, amount: 1_000 }]);
  });

  test("of a new policy begins on the effective day, or on the day of payment when that is later", () => {
    expect(nextPeriods(policy([]), MONTHLY, "2025-12-20", 1)[0]?.from).toBe("2026-01-01");
    expect(nextPeriods(policy([]), MONTHLY, "2026-01-05", 1)[0]?.from).toBe("2026-01-05");
  });

  test("from the 31st goes by the months' last days", () => {
    expect(nextPeriods(policy([], "2026-01-31"), MONTHLY, "2026-01-31", 3).map(({ to }) => to)).toEqual([
      "2026-02-27",
      "2026-03-30",
      "2026-04-29",
    ]);
  });

  test("costs what the version of its first day says, several at once", () => {
    const termsOn = termsByDay([contributionPlan(), contributionPlan({ contribution: 1_500 }, "2026-03-01")]);
    expect(nextPeriods(policy([JANUARY]), termsOn, "2026-01-10", 2).map(({ amount }) => amount)).toEqual([
      1_000, 1_500,
    ]);
  });

  test("under a version with longer periods begins right after what was paid, whatever that was", () => {
    const termsOn = termsByDay([contributionPlan(), contributionPlan({ period: "quarter" }, "2026-02-01")]);
    const paid = policy([{ from: "2026-01-01", to: "2026-03-31" }]);
    expect(nextPeriods(paid, termsOn, "2026-03-01", 1)).toMatchObject([
      { from: "2026-04-01", to: "2026-06-30" },
    ]);
  });

  test("is none once the policy has ended", () => {
    const ended = { ...policy([JANUARY]), endedOn: "2026-01-20" };
    expect(nextPeriods(ended, MONTHLY, "2026-01-21", 1)).toEqual([]);
    expect(contributionSchedule(ended, MONTHLY, "2026-01-21").next).toBeNull();
  });
});

describe("the schedule", () => {
  test("shows what is paid and what comes next: open until the due day, late after it", () => {
    const lines = ["2026-01-01 2026-01-31 paid 1000"];
    expect(brief(policy([JANUARY]), "2026-02-01")).toEqual([...lines, "2026-02-01 2026-02-28 open 1000"]);
    expect(brief(policy([JANUARY]), "2026-02-02")).toEqual([...lines, "2026-02-01 2026-02-28 late 1000"]);
  });

  test("says when it is due and until when it may still come", () => {
    expect(contributionSchedule(policy([JANUARY]), MONTHLY, "2026-02-02")).toMatchObject({
      dueOn: "2026-02-01",
      graceEndsOn: "2026-02-11",
    });
  });

  test("beyond grace shows the gap, and a contribution that begins today", () => {
    expect(brief(policy([JANUARY]), "2026-02-12").slice(1)).toEqual([
      "2026-02-01 2026-02-11 gap 0",
      "2026-02-12 2026-03-11 late 1000",
    ]);
  });

  test("keeps a gap after it was paid again", () => {
    const again = policy([JANUARY, { from: "2026-03-10", to: "2026-05-09" }]);
    expect(brief(again, "2026-03-10")).toEqual([
      "2026-01-01 2026-01-31 paid 1000",
      "2026-02-01 2026-03-09 gap 0",
      "2026-03-10 2026-04-09 paid 1000",
      "2026-04-10 2026-05-09 paid 1000",
      "2026-05-10 2026-06-09 open 1000",
    ]);
  });
});

describe("the refund of a policy that ends", () => {
  const taken = [
    { ...JANUARY, amount: 1_000 },
    { from: "2026-02-01", to: "2026-04-30", amount: 2_900 },
  ];
  test.each([
    ["2025-12-31", 3_900],
    ["2026-01-01", 2_900],
    ["2026-01-31", 2_900],
    ["2026-02-01", 1_933],
    ["2026-03-31", 966],
    ["2026-04-01", 0],
    ["2026-09-01", 0],
  ])("on %s is %i F: whole periods that begin later, at what was paid for them", (endedOn, amount) => {
    expect(refundOnEnding(policy(taken), taken, MONTHLY, endedOn)).toBe(amount);
  });

  test("never exceeds what was paid, whatever the plan asks since", () => {
    const taking = fc.record({
      start: fc.integer({ min: 0, max: 400 }),
      days: fc.integer({ min: 0, max: 400 }),
      amount: fc.integer({ min: 0, max: 100_000 }),
    });
    const property = fc.property(
      anyDay,
      fc.array(taking, { maxLength: 5 }),
      fc.integer({ min: -10, max: 900 }),
      (effectiveOn, takings, ends) => {
        const rows = takings.map(({ start, days, amount }) => ({
          from: addDays(effectiveOn, start),
          to: addDays(effectiveOn, start + days),
          amount,
        }));
        const termsOn = termsByDay([
          contributionPlan(),
          contributionPlan({ contribution: 90_000 }, addDays(effectiveOn, 100)),
        ]);
        const refund = refundOnEnding(policy(rows, effectiveOn), rows, termsOn, addDays(effectiveOn, ends));
        expect(refund).toBeGreaterThanOrEqual(0);
        expect(refund).toBeLessThanOrEqual(rows.reduce((sum, { amount }) => sum + amount, 0));
      },
    );
    fc.assert(property, { numRuns: 500 });
  });
});

describe("a plan's versions", () => {
  const versions = ["2026-06-01", "2026-01-01"].map((day) => contributionPlan({}, day));
  test.each([
    ["2025-12-31", undefined],
    ["2026-01-01", "2026-01-01"],
    ["2026-05-31", "2026-01-01"],
    ["2026-06-01", "2026-06-01"],
  ])("on %s it is the one from %s", (day, startsOn) => {
    expect(versionOn(versions, day)?.startsOn).toBe(startsOn);
  });

  test("there is at least one", () => {
    expect(() => termsByDay([])).toThrow(RangeError);
  });
});

test.each([
  [24_999, "anyone"],
  [25_000, "secondPerson"],
  [99_999, "secondPerson"],
  [100_000, "headquarters"],
] as const)("a claim of %i F is decided by « %s »", (amount, by) => {
  expect(decidedBy(GENEROUS, amount)).toBe(by);
  expect(decidedBy({ secondPersonFrom: null, headquartersFrom: null }, amount)).toBe("anyone");
});

test("a child is insured until the day before the birthday that the plan names", () => {
  expect(childInsuredUntil("2010-05-20", 18)).toBe("2028-05-19");
  expect(childInsuredUntil("2008-02-29", 18)).toBe("2026-02-27");
});
