import { describe, expect, test } from "vitest";
import plans from "../../../resources/reference/plans.json" with { type: "json" };
import {
  CareCategory,
  ClaimOutcome,
  CutRule,
  NotCoveredState,
  PlanFile,
} from "../../../src/contract/insuranceTerms.ts";
import { categoryText, cutText, outcomeText } from "../../../src/contract/texts/cutText.ts";

const VALUES = {
  until: "2026-03-31",
  act: "A1",
  claim: "KTL-2026-00017",
  price: 2_000,
  rate: 75,
  ceiling: 60_000,
  limit: 12,
  year: 2026,
};

describe("on the decision slip", () => {
  test("every rule, category and outcome has its words in both languages, with all values filled in", () => {
    for (const language of ["fr", "en"] as const) {
      const cuts = CutRule.options.map((rule) => cutText(language, { rule, values: VALUES }));
      const states = NotCoveredState.options.map((state) =>
        cutText(language, { rule: "notCovered", values: { state } }),
      );
      const names = CareCategory.options.map((category) => categoryText(language, category));
      const outcomes = ClaimOutcome.options.map((outcome) => outcomeText(language, outcome));
      for (const text of [...cuts, ...states, ...names, ...outcomes]) expect(text).toMatch(/^[^{}]{3,}$/);
      expect(new Set(states).size).toBe(states.length);
    }
  });

  test("days and amounts are written as people write them, years stay years", () => {
    expect(cutText("fr", { rule: "waiting", values: VALUES })).toContain("31/03/2026");
    expect(cutText("fr", { rule: "ceilingPerMember", values: VALUES })).toBe(
      "Plafond de l’année 2026 atteint pour tous les soins : 60\u202f000 F.",
    );
    expect(cutText("en", { rule: "duplicate", values: VALUES })).toBe(
      "Paid already by claim KTL-2026-00017.",
    );
  });
});

test("the demonstration plans are one of each kind, in the format, and wait for headquarters to confirm them", () => {
  const { versions } = PlanFile.parse(plans);
  expect(versions.map(({ terms }) => terms.kind)).toEqual(["health", "life"]);
  expect(versions.every(({ toConfirm }) => toConfirm)).toBe(true);
});
