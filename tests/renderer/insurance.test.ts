import { describe, expect, test } from "vitest";
import { byUrgency, type CheckupRow } from "../../renderer/features/insurance/booklet/byUrgency.ts";
import { type EnrolForm, readEnrolForm } from "../../renderer/features/insurance/enrol/enrolForm.ts";
import { isFoundBy } from "../../renderer/features/insurance/foundBy.ts";
import {
  readBeneficiaries,
  readChildren,
  shareLeft,
  type TypedBeneficiary,
} from "../../renderer/features/insurance/people/people.ts";
import { sharesRefusal } from "../../renderer/features/insurance/people/sharesRefusal.ts";
import { placesFor } from "../../renderer/features/insurance/places.ts";
import { emptyPlan, planInput, planValues } from "../../renderer/features/insurance/plans/planForm.ts";
import { groupPlans, plansOn, versionState } from "../../renderer/features/insurance/plans/planList.ts";
import {
  isNarrowed,
  readPolicyView,
  writePolicyView,
} from "../../renderer/features/insurance/policies/policyView.ts";
import { type ScheduleLine, scheduleShown } from "../../renderer/features/insurance/policy/scheduleShown.ts";
import { readComingDay } from "../../renderer/lib/typedDay.ts";
import { insurance } from "../../src/contract/insurance.ts";
import type { Plan } from "../../src/contract/insurancePolicies.ts";
import { CareCategory, type HealthTerms, type LifeTerms } from "../../src/contract/insuranceTerms.ts";
import { ROLE_PERMISSIONS } from "../../src/contract/permissions.ts";

const TODAY = "2026-11-24";

const contribution = {
  contribution: 1000,
  period: "month",
  registrationFee: 500,
  waitingMonths: 3,
  graceDays: 15,
  lapseMonths: 3,
  restartsWaiting: true,
} as const;

function forAll<T>(value: T): Record<CareCategory, T> {
  return Object.fromEntries(CareCategory.options.map((category) => [category, value])) as Record<
    CareCategory,
    T
  >;
}

const HEALTH: HealthTerms = {
  kind: "health",
  ...contribution,
  refundsUnused: true,
  rates: forAll(75),
  ceilingPerAct: { ...forAll<number | null>(null), hospital: 10_000 },
  ceilingPerYear: forAll(null),
  ceilingPerMemberYear: 200_000,
  actsPerYear: { ...forAll<number | null>(null), dental: 4 },
  excluded: ["LASER"],
  facilities: [
    {
      code: "CSREF",
      name: "Centre de santé",
      rate: null,
      prices: [{ act: "CONSULT", category: "consultation", price: 1500 }],
    },
  ],
  coversChildren: true,
  childAgeLimit: 18,
  secondPersonFrom: 25_000,
  headquartersFrom: null,
};
const LIFE: LifeTerms = {
  kind: "life",
  ...contribution,
  withdrawalAge: 60,
  withdrawalRate: 80,
  deathBenefit: 100_000,
};

function plan(about: Partial<Plan>): Plan {
  return {
    id: `${about.code ?? "SANTE"} ${about.startsOn ?? "2026-01-01"}`,
    office: "KTL",
    code: "SANTE",
    name: "Santé",
    startsOn: "2026-01-01",
    terms: HEALTH,
    confirmed: false,
    policies: 3,
    current: false,
    ...about,
  };
}

describe("the pages of the insurance", () => {
  const pagesOf = (role: keyof typeof ROLE_PERMISSIONS) =>
    placesFor(ROLE_PERMISSIONS[role]).map(({ word }) => word);

  test("a cashier sees whom to pay and no claim", () => {
    expect(pagesOf("cashier")).toEqual(["policies", "reminders", "pay", "fund", "summary"]);
  });

  test("a health worker sees claims and booklets, and no money", () => {
    expect(pagesOf("healthWorker")).toEqual(["claims", "booklet"]);
  });
});

describe("the address of the list of policies", () => {
  test("holds the filters and never what is searched", () => {
    const view = {
      text: "Traoré",
      states: ["suspended", "lapsed"],
      planCode: "SANTE",
      office: "all",
    } as const;
    const address = writePolicyView(view);
    expect(address.toString()).not.toContain("Traor");
    expect(readPolicyView(address, "Traoré", "all")).toEqual(view);
  });

  test("drops what it does not know", () => {
    const view = readPolicyView(new URLSearchParams("state=gone,active&plan=*"), "");
    expect(view).toEqual({ text: "", states: ["active"], planCode: null });
    expect(isNarrowed(view)).toBe(true);
    expect(isNarrowed({ ...view, states: [] })).toBe(false);
  });
});

describe("a search in a list on screen", () => {
  const person = {
    surname: "Keïta",
    firstNames: "Awa Marie-Noëlle",
    memberNumber: "KTL-00042-6",
    phone: "+22376543210",
  };

  test.each(["keita", "AWA kei", "noelle", "00042", "7654", ""])("%j finds her", (typed) => {
    expect(isFoundBy(person, typed)).toBe(true);
  });

  test.each(["ita", "awa traore", "999"])("%j does not", (typed) => {
    expect(isFoundBy(person, typed)).toBe(false);
  });
});

describe("children and beneficiaries while they are typed", () => {
  const one: TypedBeneficiary = { id: "a", name: "Fatou", relation: "", phone: "", share: 60 };
  const empty: TypedBeneficiary = { id: "z", name: "", relation: "", phone: "", share: "" };

  test("a line that nobody filled in is left out", () => {
    expect(readBeneficiaries([{ ...one, share: 100 }, empty])).toEqual([{ ...one, share: 100 }]);
    expect(readChildren([{ id: "c", name: " ", birth: "" }], TODAY)).toEqual([]);
  });

  test("a new line gets what is left to 100 %", () => {
    expect(shareLeft([one])).toBe(40);
    expect(shareLeft([{ ...one, share: 100 }])).toBe("");
  });

  test("shares that do not make 100 % are refused with their sum", () => {
    expect(readBeneficiaries([one])).toBeNull();
    expect(sharesRefusal([one])).toEqual({ code: "insurance.sharesWrong", values: { sum: 60 } });
    expect(sharesRefusal([])?.code).toBe("insurance.beneficiaryMissing");
  });

  test("somebody without a name or without a share is not taken", () => {
    expect(
      readBeneficiaries([
        { ...one, share: 100 },
        { ...empty, phone: "70000000" },
      ]),
    ).toBeNull();
    expect(
      readBeneficiaries([
        { ...one, share: 100 },
        { ...one, id: "b", share: "" },
      ]),
    ).toBeNull();
  });

  test("a child may have no birth date, but not one that cannot be read", () => {
    expect(readChildren([{ id: "c", name: "Ami", birth: "" }], TODAY)).toEqual([
      { id: "c", name: "Ami", birthOn: null },
    ]);
    expect(readChildren([{ id: "c", name: "Ami", birth: "hier" }], TODAY)).toBeNull();
  });
});

describe("a day to come", () => {
  test.each([
    ["23/11", "2027-11-23"],
    ["24/11", "2026-11-24"],
    ["01/01/27", "2027-01-01"],
    ["31122026", "2026-12-31"],
  ])("%s is %s", (typed, day) => {
    expect(readComingDay(typed, TODAY)).toEqual({ kind: "day", day });
  });
});

describe("the enrolment form", () => {
  const form: EnrolForm = {
    planCode: "SANTE",
    effective: "24/11/2026",
    children: [{ id: "c", name: "Ami", birth: "07/09/2018" }],
    beneficiaries: [{ id: "b", name: "Fatou", relation: "sœur", phone: "", share: 100 }],
    payment: { method: "wave", reference: "W1" },
  };

  test("sends children of a health plan, and no beneficiary that was typed before the plan was changed", () => {
    expect(readEnrolForm(form, plan({}), TODAY)).toEqual({
      input: {
        planCode: "SANTE",
        effectiveOn: TODAY,
        children: [{ id: "c", name: "Ami", birthOn: "2018-09-07" }],
        beneficiaries: [],
        fee: 500,
        method: "wave",
        reference: "W1",
      },
    });
  });

  test("asks a life plan's beneficiaries", () => {
    const life = plan({ code: "VIE", terms: LIFE });
    expect(readEnrolForm(form, life, TODAY)).toMatchObject({
      input: { children: [], beneficiaries: [{ share: 100 }] },
    });
    const nobody = readEnrolForm({ ...form, beneficiaries: [] }, life, TODAY);
    expect(nobody).toEqual({ refusal: { code: "insurance.beneficiaryMissing" } });
  });

  test("sends no reference where there is nothing to pay", () => {
    const free = plan({ terms: { ...HEALTH, registrationFee: 0 } });
    expect(readEnrolForm(form, free, TODAY)).toMatchObject({ input: { fee: 0, reference: "" } });
  });

  test("says which field is missing", () => {
    expect(readEnrolForm(form, undefined, TODAY)).toMatchObject({ refusal: { field: "planCode" } });
    expect(readEnrolForm({ ...form, effective: "" }, plan({}), TODAY)).toMatchObject({
      refusal: { field: "effectiveOn" },
    });
  });
});

describe("the versions of plans", () => {
  const first = plan({ startsOn: "2025-01-01" });
  const now = plan({ startsOn: "2026-01-01", current: true, name: "Santé 2026" });
  const next = plan({ startsOn: "2027-01-01" });
  const life = plan({ code: "VIE", name: "Vie", terms: LIFE, current: true });

  test("stand under their plan, the newest first, under the name in force", () => {
    const groups = groupPlans([life, first, next, now]);
    expect(groups.map(({ code, shown }) => [code, shown.name])).toEqual([
      ["SANTE", "Santé 2026"],
      ["VIE", "Vie"],
    ]);
    expect(groups[0]?.versions.map(({ startsOn }) => startsOn)).toEqual([
      "2027-01-01",
      "2026-01-01",
      "2025-01-01",
    ]);
  });

  test("are offered as they are in force on the chosen day", () => {
    expect(plansOn([first, now, next, life], "2027-01-01")).toEqual([next, life]);
    expect(plansOn([first, now, next], "2026-12-31")).toEqual([now]);
    expect(plansOn([next], TODAY)).toEqual([]);
  });

  test("are to come, in force or past", () => {
    expect([next, now, first].map((version) => versionState(version, TODAY))).toEqual([
      "coming",
      "current",
      "past",
    ]);
  });
});

describe("the form of a plan", () => {
  const Input = insurance.savePlan.input.omit({ id: true });

  test.each([
    ["health", HEALTH],
    ["life", LIFE],
  ] as const)("gives back the terms of a %s plan as they were", (_kind, terms) => {
    const version = plan({ terms });
    const { code, name, startsOn } = version;
    expect(planInput(planValues(version, startsOn), TODAY)).toEqual({ code, name, startsOn, terms });
  });

  test("an empty ceiling is none, an empty contribution is a fault at its field", () => {
    const values = { ...emptyPlan("health"), code: "sante", name: "Santé", startsOn: "01/01/2027" };
    const faults = Input.safeParse(planInput(values, TODAY)).error?.issues.map(({ path }) => path.join("."));
    expect(faults).toEqual(["terms.contribution"]);
    const filled = { ...values, terms: { ...values.terms, contribution: 1000 } };
    expect(Input.parse(planInput(filled, TODAY))).toMatchObject({
      code: "SANTE",
      startsOn: "2027-01-01",
      terms: { ceilingPerMemberYear: null, secondPersonFrom: null },
    });
  });

  test("the next version takes all but the day", () => {
    expect(planValues(plan({}), null).startsOn).toBe("");
  });
});

describe("the schedule of a policy", () => {
  const line = (from: string, state: ScheduleLine["state"]): ScheduleLine => ({
    from,
    to: from,
    dueOn: from,
    amount: 1000,
    state,
    voucherId: null,
    voucherNumber: null,
  });

  test("shows the next two periods to come above what was", () => {
    const lines = [
      line("2026-10-01", "paid"),
      line("2026-11-01", "late"),
      ...["2026-12-01", "2027-01-01", "2027-02-01"].map((from) => line(from, "coming")),
    ];
    expect(scheduleShown(lines, false).map(({ from }) => from)).toEqual([
      "2027-01-01",
      "2026-12-01",
      "2026-11-01",
      "2026-10-01",
    ]);
    expect(scheduleShown(lines, true)).toHaveLength(5);
  });
});

describe("the list of check-ups", () => {
  const row = (surname: string, state: CheckupRow["state"], dueOn: string): CheckupRow => ({
    memberId: surname,
    memberNumber: "KTL-00042-6",
    surname,
    firstNames: "",
    phone: "",
    lastOn: null,
    dueOn,
    state,
  });

  test("sends first who is longest late", () => {
    const rows = [
      row("D", "done", "2026-12-31"),
      row("C", "due", "2026-11-30"),
      row("B", "late", "2026-10-31"),
      row("A", "never", "2026-11-30"),
      row("E", "late", "2026-08-31"),
    ];
    expect(byUrgency(rows).map(({ surname }) => surname)).toEqual(["E", "B", "A", "C", "D"]);
  });
});
