import { describe, expect, test } from "vitest";
import {
  periodOf,
  readBy,
  readPeriod,
  waysBy,
} from "../../renderer/features/literacy/figures/figuresView.ts";
import {
  monthPoints,
  reachedTargets,
  targetOf,
} from "../../renderer/features/literacy/figures/targetsReached.ts";
import {
  faultOf,
  firstWrong,
  isOnScale,
  lastDayOf,
  learnersOf,
  type MarksEdits,
  type MarksRow,
  NO_MARKS,
  rowsOf,
  skillsByDomain,
  sumOf,
  toSend,
  withMark,
} from "../../renderer/features/literacy/results/marksEdits.ts";
import { literacyTasks } from "../../renderer/features/office/today/literacyTasks.ts";
import type { Assessment, LiteracyFigures, Outcome } from "../../src/contract/literacyTerms.ts";
import type { CohortResults, LearnerResult, LiteracyTarget } from "../../src/contract/literacyViews.ts";

const SKILLS = [
  { code: "C1", domain: "numeracy", name: "Compter", most: 20 },
  { code: "L1", domain: "reading", name: "Lire", most: 10 },
  { code: "C2", domain: "numeracy", name: "Calculer", most: 10 },
] as const;

const DAY = "2026-11-20";

function assessed(kind: Assessment["kind"], onDay: string, marks: Record<string, number>): Assessment {
  const list = Object.entries(marks).map(([skill, mark]) => ({ skill, mark }));
  return { id: `${kind} ${onDay}`, enrolmentId: "", kind, onDay, marks: list };
}

const outcome = (passed: boolean): Outcome => ({
  ...{ overall: 50, domains: [], passed, missing: passed ? [] : ["overall"] },
});

function woman(enrolmentId: string, change: Partial<LearnerResult> = {}): LearnerResult {
  return {
    ...{ enrolmentId, learner: { memberId: "m", number: "KTL-00001-1", surname: "", firstNames: "" } },
    ...{ state: "attending", assessments: [], outcome: null, first: null, latest: null, certificate: null },
    ...change,
  };
}

function resultsOf(...learners: LearnerResult[]): CohortResults {
  const programme = {
    ...{ id: "p", office: "BKO", confirmed: true, cohorts: 1, code: "A1", name: "Alpha" },
    level: "beginner",
    ...{ language: "fr", skills: [...SKILLS], plannedHours: 100, active: true },
    pass: { overall: 50, eachDomain: 40, attendance: 60 },
  } as const;
  return { cohortId: "c", programme: { ...programme, skills: [...SKILLS] }, learners };
}

const ids = (rows: readonly MarksRow[]) => rows.map(({ learner }) => learner.enrolmentId);

/** Types marks for one woman. */
function typed(results: CohortResults, enrolmentId: string, marks: Record<string, string>): MarksEdits {
  let edits = NO_MARKS;
  for (const [skill, text] of Object.entries(marks)) {
    const row = rowsOf(results, "end", DAY, edits).find((one) => one.learner.enrolmentId === enrolmentId);
    if (row !== undefined) edits = withMark(edits, row, { skill, typed: text }, "fresh");
  }
  return edits;
}

describe("a marking grid", () => {
  test("puts skills of one domain side by side", () => {
    expect(skillsByDomain(SKILLS).map(({ skills }) => skills.map(({ code }) => code))).toEqual([
      ["L1"],
      ["C1", "C2"],
    ]);
  });

  test("has everybody in the class and who stayed to its end, and keeps the marks of who left", () => {
    const gone = { state: "left" as const };
    const results = resultsOf(
      woman("a"),
      woman("b", { state: "finished" }),
      woman("c", gone),
      woman("d", { ...gone, assessments: [assessed("start", DAY, { L1: 4 })] }),
    );
    expect(ids(rowsOf(results, "start", DAY, NO_MARKS))).toEqual(["a", "b", "d"]);
    expect(ids(rowsOf(results, "end", DAY, NO_MARKS))).toEqual(["a", "b"]);
  });

  test("has only who did not pass for a retake, and each retake on its own day", () => {
    const end = assessed("end", "2026-11-10", { L1: 2 });
    const again = assessed("retake", DAY, { L1: 9 });
    const results = resultsOf(
      woman("passed", { assessments: [end], outcome: outcome(true) }),
      woman("failed", { assessments: [end], outcome: outcome(false) }),
      woman("never"),
      woman("now", { assessments: [end, again], outcome: outcome(true) }),
    );
    expect(ids(rowsOf(results, "retake", DAY, NO_MARKS))).toEqual(["failed", "now"]);
    expect(ids(rowsOf(results, "retake", "2026-11-22", NO_MARKS))).toEqual(["failed"]);
    expect(lastDayOf(results, "retake")).toBe(DAY);
    expect(lastDayOf(results, "middle")).toBeUndefined();
  });

  test("marks what is off its scale and finds the first of it in the order of the grid", () => {
    expect(isOnScale({ most: 10 }, undefined)).toBe(true);
    expect(isOnScale({ most: 10 }, "10")).toBe(true);
    expect(isOnScale({ most: 10 }, "11")).toBe(false);
    const results = resultsOf(woman("a"), woman("b"));
    const rows = rowsOf(results, "end", DAY, typed(results, "b", { C2: "11", L1: "12" }));
    const inOrder = skillsByDomain(SKILLS).flatMap(({ skills }) => skills);
    expect(firstWrong(rows, inOrder)).toMatchObject({ enrolmentId: "b", skill: { code: "L1" } });
  });

  test("sends what was typed, and nothing of who has her certificate", () => {
    const certificate = { id: "x", number: "KTL-D00001", issuedOn: DAY };
    const saved = [assessed("end", DAY, { L1: 5 })];
    const results = resultsOf(woman("a"), woman("b", { assessments: saved }), woman("c", { certificate }));
    const edits = typed(results, "b", { L1: "6", C1: "7" });
    const rows = rowsOf(results, "end", DAY, edits);
    const sent = toSend(rows, false, DAY);
    expect(learnersOf(sent, edits, SKILLS, () => "unused")).toEqual([
      {
        ...{ id: `end ${DAY}`, enrolmentId: "b" },
        marks: [
          { skill: "C1", mark: 7 },
          { skill: "L1", mark: 6 },
        ],
      },
    ]);
    const locked = rowsOf(results, "end", DAY, typed(results, "c", { L1: "6" }));
    expect(toSend(locked, true, DAY)).toEqual([]);
  });

  test("gives saved marks another day only when that is asked for", () => {
    const results = resultsOf(woman("a", { assessments: [assessed("end", "2026-11-10", { L1: 5 })] }));
    const rows = rowsOf(results, "end", DAY, NO_MARKS);
    expect(toSend(rows, false, DAY)).toEqual([]);
    expect(ids(toSend(rows, true, DAY))).toEqual(["a"]);
  });

  test("adds up as marks are typed, a mark off its scale left out", () => {
    const results = resultsOf(woman("a"));
    const row = rowsOf(results, "end", DAY, typed(results, "a", { L1: "8", C1: "12", C2: "99" }))[0];
    expect(row && sumOf(row, SKILLS)).toEqual({ points: 20, percent: 50 });
    const blank = rowsOf(results, "end", DAY, NO_MARKS)[0];
    expect(blank && sumOf(blank, SKILLS)).toBeNull();
  });

  test("puts a refusal at its mark, or at its woman", () => {
    const sent = [{ id: "1", enrolmentId: "a", marks: [{ skill: "L1", mark: 3 }] }];
    const at = (field: string) => {
      const fault = faultOf({ code: "literacy.markOffScale", field }, sent);
      return fault && [fault.enrolmentId, fault.skill];
    };
    expect(at("learners.0.marks.0")).toEqual(["a", "L1"]);
    expect(at("learners.0.enrolmentId")).toEqual(["a", null]);
    expect(at("onDay")).toBeNull();
  });
});

const FIGURES: LiteracyFigures = {
  ...{ cohorts: 1, enrolled: 30, attending: 20, attendanceRate: 8050, dropouts: 0, dropoutRate: 0 },
  ...{ reasons: [], assessed: 20, passed: 10, completionRate: 3333, successRate: 5000 },
  ...{ minutesPlanned: 600, minutesTaught: 390, fees: 0, cost: 0, costPerLearner: 0 },
};

const target = (indicator: LiteracyTarget["indicator"], value: number, office = "KTL"): LiteracyTarget => ({
  ...{ id: `${office} ${indicator}`, office, year: 2026, indicator, value },
});

describe("the year's targets", () => {
  test("are measured against what was reached, no further than the whole", () => {
    const reached = reachedTargets(FIGURES, [
      target("enrolled", 40),
      target("passed", 5),
      target("attendanceRate", 9000),
      target("hours", 13),
    ]);
    expect(reached.map((one) => [one.indicator, one.reached, one.target, one.percent])).toEqual([
      ["enrolled", 30, 40, 75],
      ["passed", 10, 5, 100],
      ["attendanceRate", 8050, 9000, 89],
      ["completionRate", 3333, null, null],
      ["hours", 6, 13, 46],
    ]);
  });

  test("of several offices add up where they are counts, and say nothing where they are rates", () => {
    const all = [
      target("enrolled", 40),
      target("enrolled", 60, "MPT"),
      target("attendanceRate", 9000),
      target("attendanceRate", 8000, "MPT"),
    ];
    expect(targetOf(all, "enrolled")).toBe(100);
    expect(targetOf(all, "attendanceRate")).toBeNull();
    expect(targetOf([target("passed", 0)], "passed")).toBeNull();
  });

  test("stand beside months that add up their hours; what is to come is only planned", () => {
    const lines = ["2026-10", "2026-11", "2026-12"].map((key) => ({ key, label: key, figures: FIGURES }));
    expect(monthPoints(lines, "2026-11").map(({ taught, planned }) => [taught, planned])).toEqual([
      [6, 10],
      [13, 20],
      [null, 30],
    ]);
    expect(monthPoints(lines, "2026-11")[0]).toMatchObject({ enrolled: 30, attendance: 81 });
  });
});

describe("the figures' period", () => {
  test("is named, or two days of the address", () => {
    expect(periodOf("month", "2026-11-25")).toEqual({ from: "2026-11-01", to: "2026-11-30" });
    expect(periodOf("quarter", "2026-11-25")).toEqual({ from: "2026-10-01", to: "2026-12-31" });
    expect(periodOf("lastYear", "2026-11-25")).toEqual({ from: "2025-01-01", to: "2025-12-31" });
    const read = (address: string) => readPeriod(new URLSearchParams(address), "2026-11-25");
    expect(read("from=2026-02-01&to=2026-02-28")).toEqual({ from: "2026-02-01", to: "2026-02-28" });
    expect(read("from=2026-02-31&to=2026-03-01")).toEqual({ from: "2026-01-01", to: "2026-12-31" });
  });

  test("is taken apart by office at headquarters only", () => {
    expect(waysBy(false)).not.toContain("office");
    expect(readBy(new URLSearchParams("by=office"), waysBy(true))).toBe("office");
    expect(readBy(new URLSearchParams("by=office"), waysBy(false))).toBe("cohort");
  });
});

describe("what waits in the classes", () => {
  test("leads to the first class that it concerns", () => {
    const first = { notEntered: { cohortId: "c1", onDay: "2026-11-09" }, absences: "c2", belowHalf: null };
    const tasks = literacyTasks({
      ...{ notEntered: 3, absences: 1, belowHalf: 0, toCertify: 4 },
      first: { ...first, toCertify: "c3" },
    });
    expect(tasks.map(({ word, count, to }) => `${word} ${count} ${to}`)).toEqual([
      "classesNotEntered 3 /literacy/cohorts/c1/sheet?from=2026-11-09",
      "classesAbsences 1 /literacy/cohorts/c2",
      "classesToCertify 4 /literacy/cohorts/c3/results",
    ]);
  });
});
