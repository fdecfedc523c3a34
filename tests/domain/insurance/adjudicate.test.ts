import { describe, expect, test } from "vitest";
import type {
  AdjudicationClaim,
  ClaimLine,
  Cut,
  EarlierLine,
  HealthTerms,
} from "../../../src/contract/insuranceTerms.ts";
import { adjudicate, earlierLines } from "../../../src/domain/insurance/adjudicate.ts";
import { type PatientCover, UNQUESTIONED } from "../../../src/domain/insurance/cover.ts";
import { forAll, healthPlan } from "./plans.ts";

const CONSULTATION: ClaimLine = { id: "a", category: "consultation", act: null, quantity: 1, asked: 2_000 };
const EARLIER: EarlierLine = {
  claim: "C-1",
  patient: "P1",
  careOn: "2026-06-15",
  category: "consultation",
  act: null,
  facility: "F1",
  receiptNumber: "17",
  asked: 2_000,
  paid: 1_500,
  acts: 1,
};

interface Case {
  readonly terms?: Partial<HealthTerms>;
  readonly cover?: PatientCover;
  readonly claim?: Partial<AdjudicationClaim>;
  readonly lines?: readonly Partial<ClaimLine>[];
  readonly earlier?: readonly Partial<EarlierLine>[];
}

function judge({ terms = {}, cover = UNQUESTIONED, claim = {}, lines = [{}], earlier = [] }: Case) {
  const ids = ["a", "b", "c", "d"];
  return adjudicate({
    version: healthPlan(terms),
    cover,
    claim: {
      number: "C-2",
      patient: "P1",
      careOn: "2026-06-15",
      facility: "F1",
      receiptNumber: "17",
      ...claim,
      lines: lines.map((line, index) => ({ ...CONSULTATION, id: ids[index] ?? "z", ...line })),
    },
    earlier: earlier.map((line) => ({ ...EARLIER, ...line })),
  });
}

/** `paid rule−amount rule−amount` of each line. */
function brief(given: Case): string[] {
  return judge(given).lines.map(({ paid, cuts }) =>
    [paid, ...cuts.map(({ rule, amount }) => `${rule}−${amount}`)].join(" "),
  );
}

const perConsultation = <T>(value: T, others: T) => ({ ...forAll(others), consultation: value });
const prices = (price: number, rate: number | null = null) => [
  {
    code: "F1",
    name: "Centre",
    rate,
    prices: [{ act: "CONS", category: "consultation" as const, price }],
  },
];

describe("a line is not covered", () => {
  test.each(["pending", "suspended", "lapsed", "ended", "notInsured"] as const)("« %s »", (state) => {
    const decision = judge({ cover: { state, waitingEndsOn: null } });
    expect(decision).toMatchObject({ asked: 2_000, paid: 0, outcome: "rejected" });
    expect(decision.lines[0]?.cuts).toEqual([{ rule: "notCovered", amount: 2_000, values: { state } }]);
  });

  test("before any other rule is asked", () => {
    const cover = { state: "suspended", waitingEndsOn: "2026-12-31" } as const;
    expect(brief({ cover, lines: [{ act: "X" }], terms: { excluded: ["X"] }, earlier: [{}] })).toEqual([
      "0 notCovered−2000",
    ]);
  });
});

describe("the waiting time", () => {
  const cover = { state: "active", waitingEndsOn: "2026-06-15" } as const;
  test("counts on its last day, and no more on the day after", () => {
    expect(judge({ cover }).lines[0]?.cuts).toEqual([
      { rule: "waiting", amount: 2_000, values: { until: "2026-06-15" } },
    ]);
    expect(brief({ cover, claim: { careOn: "2026-06-16" } })).toEqual(["2000"]);
  });
});

test("an excluded act is not paid, another of the same category is", () => {
  const terms = { excluded: ["X"] };
  expect(brief({ terms, lines: [{ act: "X" }, { act: "Y" }, {}] })).toEqual([
    "0 excluded−2000",
    "2000",
    "2000",
  ]);
});

describe("a duplicate", () => {
  test("is the same care with the same receipt number, and names the claim", () => {
    expect(judge({ earlier: [{}] }).lines[0]?.cuts).toEqual([
      { rule: "duplicate", amount: 2_000, values: { claim: "C-1" } },
    ]);
  });

  test.each<[string, Partial<EarlierLine>, number]>([
    ["another patient", { patient: "P2" }, 2_000],
    ["another day", { careOn: "2026-06-14" }, 2_000],
    ["another category", { category: "tests" }, 2_000],
    ["another act", { act: "CONS" }, 2_000],
    ["another facility", { facility: null }, 2_000],
    ["another amount", { asked: 2_001 }, 2_000],
    ["another receipt", { receiptNumber: "18" }, 2_000],
    ["the receipt written otherwise", { receiptNumber: " 1-7 " }, 0],
    ["no receipt number", { receiptNumber: "" }, 0],
    ["a line that was refused then", { paid: 0 }, 2_000],
    ["the claim itself, judged again", { claim: "C-2" }, 2_000],
  ])("with %s", (_, difference, paid) => {
    expect(judge({ earlier: [difference] }).paid).toBe(paid);
  });

  test("of several names the first claim by number, in whatever order they come", () => {
    const earlier = [{ claim: "C-5" }, { claim: "C-1" }, { claim: "C-3" }];
    expect(judge({ earlier }).lines[0]?.cuts[0]?.values).toEqual({ claim: "C-1" });
  });
});

describe("the price list", () => {
  const terms = { facilities: prices(1_500) };
  test.each<[string, Partial<ClaimLine>, string]>([
    ["at the price", { act: "CONS", asked: 1_500 }, "1500"],
    ["one franc above", { act: "CONS", asked: 1_501 }, "1500 aboveList−1"],
    ["times the quantity", { act: "CONS", asked: 3_200, quantity: 2 }, "3000 aboveList−200"],
    ["another act", { act: "OTHER", asked: 9_000 }, "9000"],
    [
      "another category does not escape it",
      { act: "CONS", category: "other", asked: 1_600 },
      "1500 aboveList−100",
    ],
  ])("%s", (_, line, expected) => {
    expect(brief({ terms, lines: [line] })).toEqual([expected]);
  });

  test("of one facility does not count at another", () => {
    expect(brief({ terms, claim: { facility: "F2" }, lines: [{ act: "CONS" }] })).toEqual(["2000"]);
    expect(brief({ terms, claim: { facility: null }, lines: [{ act: "CONS" }] })).toEqual(["2000"]);
  });
});

describe("the rate", () => {
  test.each<[number, number, number, string]>([
    [75, 1_000, 1, "750 rate−250"],
    [75, 999, 1, "749 rate−250"],
    [75, 1_001, 2, "750 rate−251"],
    [100, 1_000, 3, "999 rate−1"],
    [0, 1_000, 1, "0 rate−1000"],
    [1, 99, 1, "0 rate−99"],
  ])("%i %% of %i F for %i is rounded down for each act", (rate, asked, quantity, expected) => {
    const terms = { rates: forAll(rate) };
    expect(brief({ terms, lines: [{ asked, quantity }] })).toEqual([expected]);
  });

  test("of a facility counts when it is higher, never when it is lower or the category is left out", () => {
    const at = (own: number, agreed: number) =>
      judge({ terms: { rates: forAll(own), facilities: prices(9_000, agreed) } }).paid;
    expect([at(70, 80), at(70, 60), at(0, 80), at(70, 70)]).toEqual([1_600, 1_400, 0, 1_400]);
  });

  test("comes after the price list", () => {
    const terms = { facilities: prices(1_500), rates: forAll(50) };
    expect(brief({ terms, lines: [{ act: "CONS" }] })).toEqual(["750 aboveList−500 rate−750"]);
  });
});

describe("the ceiling for one act", () => {
  test.each([
    [2_000, 1, "2000"],
    [2_001, 1, "2000 ceilingPerAct−1"],
    [4_500, 2, "4000 ceilingPerAct−500"],
  ])("of 2000 F, %i F asked for %i", (asked, quantity, expected) => {
    const terms = { ceilingPerAct: perConsultation<number | null>(2_000, null) };
    expect(brief({ terms, lines: [{ asked, quantity }] })).toEqual([expected]);
  });

  test("of zero pays nothing", () => {
    expect(brief({ terms: { ceilingPerAct: forAll(0) } })).toEqual(["0 ceilingPerAct−2000"]);
  });
});

describe("acts a year", () => {
  const terms = { actsPerYear: perConsultation<number | null>(3, null) };
  test("the third is paid, of the fourth nothing, and the line says so", () => {
    expect(brief({ terms, earlier: [{ acts: 2, asked: 1 }] })).toEqual(["2000"]);
    expect(judge({ terms, earlier: [{ acts: 3, asked: 1 }] }).lines[0]).toMatchObject({
      acts: 0,
      cuts: [{ rule: "actsPerYear", amount: 2_000, values: { limit: 3, year: 2026 } }],
    });
  });

  test("are crossed inside a line: two of four are paid", () => {
    const line = { quantity: 4, asked: 8_000 };
    expect(brief({ terms, lines: [line], earlier: [{ acts: 1, asked: 1 }] })).toEqual([
      "4000 actsPerYear−4000",
    ]);
  });

  test("are crossed inside a claim: the dearest act comes first, of equals the smaller id", () => {
    const lines = [{ asked: 1_000 }, { asked: 3_000 }, { asked: 3_000 }];
    expect(brief({ terms, lines, earlier: [{ acts: 1, asked: 1 }] })).toEqual([
      "0 actsPerYear−1000",
      "3000",
      "3000",
    ]);
    expect(brief({ terms, lines, earlier: [{ acts: 2, asked: 1 }] })).toEqual([
      "0 actsPerYear−1000",
      "3000",
      "0 actsPerYear−3000",
    ]);
  });

  test("count the calendar year of the care, the whole policy, and the category alone", () => {
    const used = (difference: Partial<EarlierLine>) =>
      judge({ terms, earlier: [{ acts: 3, asked: 1, ...difference }] }).paid;
    expect(used({ careOn: "2026-01-01" })).toBe(0);
    expect(used({ careOn: "2026-12-31" })).toBe(0);
    expect(used({ careOn: "2025-12-31" })).toBe(2_000);
    expect(used({ careOn: "2027-01-01" })).toBe(2_000);
    expect(used({ patient: "P2" })).toBe(0);
    expect(used({ category: "tests" })).toBe(2_000);
  });

  test("an act that pays nothing uses up none", () => {
    const all = { ...terms, rates: perConsultation(0, 100) };
    expect(judge({ terms: all, lines: [{ quantity: 3 }] }).lines[0]?.acts).toBe(0);
  });
});

describe("the ceiling of a category and year", () => {
  const terms = { ceilingPerYear: perConsultation<number | null>(5_000, null) };
  test.each([
    [2_999, "2000"],
    [3_000, "2000"],
    [3_001, "1999 ceilingPerCategory−1"],
    [5_000, "0 ceilingPerCategory−2000"],
    [7_000, "0 ceilingPerCategory−2000"],
  ])("of 5000 F, %i F paid before", (paid, expected) => {
    expect(brief({ terms, earlier: [{ paid, asked: 1 }] })).toEqual([expected]);
  });

  test("is crossed inside a claim: filled by the dearest act first", () => {
    expect(brief({ terms, lines: [{ asked: 1_000 }, { asked: 2_500 }, { asked: 3_500 }] })).toEqual([
      "0 ceilingPerCategory−1000",
      "1500 ceilingPerCategory−1000",
      "3500",
    ]);
  });

  test("leaves other categories alone, and other years", () => {
    const lines = [{}, { category: "tests" as const }];
    expect(brief({ terms, lines, earlier: [{ paid: 5_000, asked: 1 }] })).toEqual([
      "0 ceilingPerCategory−2000",
      "2000",
    ]);
    expect(brief({ terms, earlier: [{ paid: 5_000, asked: 1, careOn: "2025-12-31" }] })).toEqual(["2000"]);
  });
});

describe("the ceiling of a policy and year", () => {
  const terms = { ceilingPerMemberYear: 5_000 };
  test.each([
    [3_000, "2000"],
    [3_001, "1999 ceilingPerMember−1"],
    [5_000, "0 ceilingPerMember−2000"],
  ])("of 5000 F, %i F paid before in any category, to anyone insured", (paid, expected) => {
    const earlier = [{ paid, asked: 1, category: "hospital" as const, patient: "P2" }];
    expect(brief({ terms, earlier })).toEqual([expected]);
  });

  test("is crossed inside a claim, after the categories' own ceilings", () => {
    const both = { ...terms, ceilingPerYear: perConsultation<number | null>(2_000, null) };
    const lines = [{ asked: 4_000 }, { category: "tests" as const, asked: 3_500 }];
    expect(judge({ terms: both, lines }).lines.map(({ cuts }) => cuts)).toEqual([
      [{ rule: "ceilingPerCategory", amount: 2_000, values: { ceiling: 2_000, year: 2026 } }],
      [{ rule: "ceilingPerMember", amount: 500, values: { ceiling: 5_000, year: 2026 } }],
    ] satisfies Cut[][]);
  });
});

test("every rule of the order can take its part of one line", () => {
  const terms: Partial<HealthTerms> = {
    facilities: prices(4_000),
    rates: forAll(90),
    ceilingPerAct: forAll(3_000),
    actsPerYear: forAll(3),
    ceilingPerYear: forAll(8_000),
    ceilingPerMemberYear: 7_500,
  };
  expect(brief({ terms, lines: [{ act: "CONS", quantity: 4, asked: 17_000 }] })).toEqual([
    "7500 aboveList−1000 rate−1600 ceilingPerAct−2400 actsPerYear−3000 ceilingPerCategory−1000 ceilingPerMember−500",
  ]);
});

describe("the outcome", () => {
  test.each<[string, Case]>([
    ["accepted", {}],
    ["accepted", { terms: { rates: forAll(75) } }],
    ["reduced", { terms: { ceilingPerAct: forAll(1_999) } }],
    ["reduced", { lines: [{ act: "X" }, {}], terms: { excluded: ["X"] } }],
    ["rejected", { terms: { rates: forAll(0) } }],
    ["rejected", { earlier: [{}] }],
  ])("is « %s »", (outcome, given) => {
    expect(judge(given).outcome).toBe(outcome);
  });
});

test("a decided claim is what the next one sees", () => {
  const claim: AdjudicationClaim = {
    number: "C-1",
    patient: "P1",
    careOn: "2026-06-15",
    facility: "F1",
    receiptNumber: "17",
    lines: [CONSULTATION],
  };
  const version = healthPlan({ rates: forAll(75) });
  const decision = adjudicate({ version, cover: UNQUESTIONED, claim, earlier: [] });
  expect(earlierLines(claim, decision)).toEqual([EARLIER]);
});
