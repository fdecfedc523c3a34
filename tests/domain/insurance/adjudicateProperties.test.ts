import fc from "fast-check";
import { expect, test } from "vitest";
import {
  type AdjudicationClaim,
  CareCategory,
  Decision,
  type EarlierLine,
  type HealthTerms,
} from "../../../src/contract/insuranceTerms.ts";
import { yearOf } from "../../../src/domain/calendar.ts";
import { adjudicate, earlierLines } from "../../../src/domain/insurance/adjudicate.ts";
import { UNQUESTIONED } from "../../../src/domain/insurance/cover.ts";
import { anyClaim, anyEarlier, anyTerms, healthPlan } from "./plans.ts";

const RUNS = { numRuns: 2_000 };

function judge(terms: HealthTerms, claim: AdjudicationClaim, earlier: readonly EarlierLine[]) {
  return adjudicate({ version: healthPlan(terms), cover: UNQUESTIONED, claim, earlier });
}

const sum = (amounts: readonly number[]) => amounts.reduce((total, amount) => total + amount, 0);

function check(property: (terms: HealthTerms, claim: AdjudicationClaim, earlier: EarlierLine[]) => void) {
  fc.assert(fc.property(anyTerms, anyClaim, anyEarlier, property), RUNS);
}

test("never more than asked, and every franc that is missing has one rule", () => {
  check((terms, claim, earlier) => {
    const decision = judge(terms, claim, earlier);
    expect(Decision.parse(decision)).toEqual(decision);
    expect(decision.lines.map(({ id, asked }) => [id, asked])).toEqual(
      claim.lines.map(({ id, asked }) => [id, asked]),
    );
    for (const { asked, paid, cuts } of decision.lines) {
      expect(paid).toBeLessThanOrEqual(asked);
      expect(paid + sum(cuts.map(({ amount }) => amount))).toBe(asked);
      expect(new Set(cuts.map(({ rule }) => rule)).size).toBe(cuts.length);
    }
    expect(decision.paid).toBe(sum(decision.lines.map(({ paid }) => paid)));
  });
});

test("never above a ceiling or a number of acts, earlier claims included", () => {
  check((terms, claim, earlier) => {
    const decision = judge(terms, claim, earlier);
    const now = earlierLines(claim, decision);
    const before = earlier.filter(({ careOn }) => yearOf(careOn) === yearOf(claim.careOn));
    const within = (limit: number | null, of: (line: EarlierLine) => number, keep: CareCategory | null) => {
      const used = (lines: readonly EarlierLine[]) =>
        sum(lines.filter(({ category }) => keep === null || category === keep).map(of));
      if (limit !== null) expect(used(now)).toBeLessThanOrEqual(Math.max(0, limit - used(before)));
    };
    within(terms.ceilingPerMemberYear, ({ paid }) => paid, null);
    for (const category of CareCategory.options) {
      within(terms.ceilingPerYear[category], ({ paid }) => paid, category);
      within(terms.actsPerYear[category], ({ acts }) => acts, category);
    }
    for (const [index, { paid, acts }] of decision.lines.entries()) {
      const ceiling = terms.ceilingPerAct[claim.lines[index]?.category ?? "other"];
      if (ceiling !== null) expect(paid).toBeLessThanOrEqual(ceiling * acts);
    }
  });
});

test("the order of the lines and of earlier claims changes nothing for any line", () => {
  fc.assert(
    fc.property(
      anyTerms,
      anyClaim,
      anyEarlier,
      fc.infiniteStream(fc.nat()),
      (terms, claim, earlier, keys) => {
        const shuffle = <T>(rows: readonly T[]): T[] =>
          rows
            .map((row) => ({ row, key: keys.next().value }))
            .sort((a, b) => a.key - b.key)
            .map(({ row }) => row);
        const straight = judge(terms, claim, earlier);
        const shuffled = judge(terms, { ...claim, lines: shuffle(claim.lines) }, shuffle(earlier));
        const byId = (lines: Decision["lines"]) => new Map(lines.map((line) => [line.id, line]));
        expect(byId(shuffled.lines)).toEqual(byId(straight.lines));
        expect(shuffled).toMatchObject({ paid: straight.paid, outcome: straight.outcome });
      },
    ),
    RUNS,
  );
});

test("a higher rate never pays less", () => {
  const raised = fc.record({
    category: fc.constantFrom(...CareCategory.options),
    by: fc.integer({ min: 0, max: 100 }),
  });
  fc.assert(
    fc.property(anyTerms, anyClaim, anyEarlier, raised, (terms, claim, earlier, { category, by }) => {
      const rates = { ...terms.rates, [category]: Math.min(100, terms.rates[category] + by) };
      const higher = judge({ ...terms, rates }, claim, earlier).paid;
      expect(higher).toBeGreaterThanOrEqual(judge(terms, claim, earlier).paid);
    }),
    RUNS,
  );
});

test("a claim split in two pays no more than whole", () => {
  fc.assert(
    fc.property(anyTerms, anyClaim, anyEarlier, fc.nat(), (terms, claim, earlier, mask) => {
      const whole = judge(terms, claim, earlier).paid;
      const part = (side: number) => claim.lines.filter((_, index) => ((mask >> index) & 1) === side);
      if (part(0).length === 0 || part(1).length === 0) return;
      const first = { ...claim, number: "C-9a", lines: part(0) };
      const decided = judge(terms, first, earlier);
      const second = { ...claim, number: "C-9b", lines: part(1) };
      const rest = judge(terms, second, [...earlier, ...earlierLines(first, decided)]);
      expect(decided.paid + rest.paid).toBeLessThanOrEqual(whole);
    }),
    RUNS,
  );
});

test("judged again with its own decision among the earlier ones, a claim has the same result", () => {
  check((terms, claim, earlier) => {
    const decision = judge(terms, claim, earlier);
    expect(judge(terms, claim, [...earlier, ...earlierLines(claim, decision)])).toEqual(decision);
  });
});
