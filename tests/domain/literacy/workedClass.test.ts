import { describe, expect, test } from "vitest";
import { EnrolmentEnd, LiteracyFigures, Mark, Outcome } from "../../../src/contract/literacyTerms.ts";
import { CohortWarning } from "../../../src/contract/literacyViews.ts";
import { both, DOCUMENT, tables } from "./workedClass.ts";

describe("the worked classes of docs/literacy.md", () => {
  test.each(Object.entries(tables()))("print the table of %s as the rules compute it, whole", (_, table) => {
    expect(table.split("\n").length).toBeGreaterThan(3);
    expect(DOCUMENT).toContain(`\n\n${table}\n\n`);
  });

  test("come to what a person counts on her fingers", () => {
    expect(both()).toMatchObject({
      ...{ cohorts: 2, enrolled: 6, attending: 5, dropouts: 1, assessed: 5, passed: 3 },
      ...{ attendanceRate: 7297, dropoutRate: 1667, completionRate: 5000, successRate: 6000 },
      ...{ minutesPlanned: 11 * 120 + 6 * 90, minutesTaught: 9 * 120 + 60 + 5 * 90 },
      ...{ fees: 12_500, cost: 21_000, costPerLearner: 3_500 },
    });
  });
});

describe("docs/literacy.md", () => {
  test("is not outlived by a rule: every code stands in it", () => {
    const codes = [
      ...Object.keys(LiteracyFigures.shape),
      ...EnrolmentEnd.options,
      ...Mark.options,
      ...Outcome.shape.missing.element.options,
      ...CohortWarning.shape.code.options,
    ];
    for (const code of codes) expect(DOCUMENT).toContain(`\`${code}\``);
  });
});
