import { v7 } from "uuid";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { InsuranceSummary } from "../../../src/contract/insurancePolicies.ts";
import { INDICATORS } from "../../../src/domain/reporting/catalogue/catalogue.ts";
import { makeTestOffice, refusal, type TestOffice } from "../../support/office.ts";
import { register } from "../../support/women.ts";
import { insure, LIFE, pay, signInAs } from "../insurance/enrolled.ts";
import { details, line, makeInsured, makePlan, PLAN, seat } from "../insurance/insured.ts";
import {
  columnOf,
  figuresOf,
  live,
  on,
  payOpenClaim,
  recordsOf,
  sellCard,
  takeBack,
  wholeOf,
} from "./lived.ts";

let office: TestOffice;
beforeAll(async () => {
  office = await makeTestOffice({ shared: true });
  await live(office);
});
afterAll(() => office.close());

/** The groups of one indicator by key, without those of nought. */
async function groupsOf(
  of: TestOffice,
  code: string,
  by: "group" | "ageBand" | "office",
  period = "2026-11",
) {
  const column = columnOf(await figuresOf(of, { codes: [code], by, period }));
  const groups = Object.entries(column).filter(([key, value]) => key !== code && value !== 0);
  return Object.fromEntries(groups.map(([key, value]) => [key.slice(code.length + 1), value]));
}

const sumOf = (groups: Record<string, number | null>) =>
  Object.values(groups).reduce<number>((sum, value) => sum + (value ?? 0), 0);

describe("members and cards", () => {
  test("are what the first page says today", async () => {
    const { members, cardsThisMonth } = await office.must("office.overview", {});
    const { total, new: unpaid, current, grace, expired } = members;
    const statuses = Object.entries({ new: unpaid, current, grace, expired }).filter(
      ([, count]) => count > 0,
    );
    expect(await groupsOf(office, "members.registered", "group")).toEqual(Object.fromEntries(statuses));
    expect(await wholeOf(office)).toMatchObject({
      "members.registered": total,
      "members.upToDate": current,
      "cards.income": cardsThisMonth.francs,
      "members.left": members.left + members.deceased,
    });
    expect(total).toBe(8);
  });

  test("are divided by age on the day, each woman once", async () => {
    const bands = await groupsOf(office, "members.registered", "ageBand");
    // Born on 30 November 2004: still 21. Of a birth that is known by its year alone the year counts.
    expect(bands).toEqual({ "18-24": 1, "35-44": 4, "45-54": 2, unknown: 1 });
  });

  test("of a past month are what they were, also when somebody is entered or pays later", async () => {
    const here = await makeTestOffice();
    await on(here, "2026-10-20");
    const { member } = await register(here, { joinedOn: "2026-09-05" });
    expect(await wholeOf(here, { period: "2026-10" })).toMatchObject({
      ...{ "members.registered": 1, "members.upToDate": 0, "members.joined": 0 },
    });
    await on(here, "2026-11-05");
    await sellCard(here, member.id);
    await register(here, { surname: "Tardive", joinedOn: "2026-10-02" });
    expect(await wholeOf(here, { period: "2026-10" })).toMatchObject({
      ...{ "members.registered": 2, "members.upToDate": 0, "members.joined": 1, "cards.sold": 0 },
    });
    expect(await wholeOf(here, { period: "2026-11" })).toMatchObject({
      ...{ "members.registered": 2, "members.upToDate": 1, "members.joined": 0, "cards.sold": 1 },
    });
    // A year and a day later she is in the month of grace, and then her card has expired.
    await on(here, "2027-12-31");
    expect(await groupsOf(here, "members.registered", "group", "2027-10")).toEqual({ current: 1, new: 1 });
    expect(await groupsOf(here, "members.registered", "group", "2027-11")).toEqual({ grace: 1, new: 1 });
    expect(await groupsOf(here, "members.registered", "group", "2027-12")).toEqual({ expired: 1, new: 1 });
  });

  test("tell how many left, came back, and what became of merged and erased records", async () => {
    const here = await makeTestOffice();
    const women = [];
    for (const surname of ["Première", "Deuxième", "Troisième", "Quatrième"])
      women.push((await register(here, { surname, joinedOn: "2026-10-02" })).member);
    const [gone, dead, merged, erased] = women;
    if (!gone || !dead || !merged || !erased) throw new Error("four women");
    await here.must("membership.recordDeparture", { id: gone.id, on: "2026-11-03", reason: "moved" });
    await here.must("membership.recordDeparture", { id: dead.id, on: "2026-11-09", reason: "deceased" });
    expect(await groupsOf(here, "members.left", "group")).toEqual({ moved: 1, deceased: 1 });
    await here.must("membership.reinstate", { id: gone.id });
    await here.must("membership.mergeMembers", { keepId: gone.id, mergeId: merged.id });
    await here.must("membership.eraseMember", { id: erased.id, number: erased.number });
    expect(await groupsOf(here, "members.left", "group")).toEqual({ deceased: 1 });
    const october = await wholeOf(here, { period: "2026-10" });
    // The erased woman was there in October; the merged record never was another woman.
    expect(october).toMatchObject({ "members.registered": 3, "members.joined": 3 });
    const { members } = await here.must("office.overview", {});
    expect((await wholeOf(here))["members.registered"]).toBe(members.total);
    expect(members.total).toBe(1);
  });

  test("a card that was taken back is not sold, and its money goes on the day on which it does", async () => {
    const here = await makeTestOffice();
    await on(here, "2026-10-20");
    const { member } = await register(here, { joinedOn: "2026-09-05" });
    const first = await sellCard(here, member.id);
    await sellCard(here, (await register(here, { surname: "Autre", joinedOn: "2026-09-05" })).member.id);
    const october = await wholeOf(here, { period: "2026-10" });
    expect(october).toMatchObject({ "cards.sold": 2, "cards.income": 5_000, "cards.issued": 2 });
    await on(here, "2026-11-10");
    await takeBack(here, first);
    expect(await wholeOf(here, { period: "2026-10" })).toMatchObject({
      ...{ "cards.sold": 1, "cards.income": 5_000, "members.upToDate": 1 },
    });
    expect(await wholeOf(here)).toMatchObject({ "cards.sold": 0, "cards.income": -2_500 });
  });

  test("tell a first card from one renewed in time and one after a gap", async () => {
    const here = await makeTestOffice();
    const { member } = await register(here, { joinedOn: "2026-11-02" });
    await sellCard(here, member.id);
    await sellCard(here, member.id);
    expect(await groupsOf(here, "cards.sold", "group")).toEqual({ first: 1, renewal: 1 });
    await on(here, "2029-03-10");
    await sellCard(here, member.id);
    expect(await groupsOf(here, "cards.sold", "group", "2029-03")).toEqual({ afterLapse: 1 });
  });
});

const PLAN_FIGURES = [
  "active",
  "suspended",
  "lapsed",
  "new",
  "ended",
  "collected",
  "earned",
  "benefits",
] as const;

/** The summary's lines by plan, as the indicators call them. */
function planLines({ plans }: InsuranceSummary): Record<string, Record<string, number>> {
  const lineOf = (of: (typeof PLAN_FIGURES)[number]) =>
    Object.fromEntries(plans.flatMap((plan) => (plan[of] === 0 ? [] : [[plan.code, plan[of]]])));
  return Object.fromEntries(PLAN_FIGURES.map((of) => [of, lineOf(of)]));
}

describe("the insurance", () => {
  test("is its own month's summary, plan by plan, and in every month", async () => {
    const here = await makeTestOffice();
    makePlan(here);
    await makeInsured(here);
    await makeInsured(here, { months: 6 });
    const health = await insure(here);
    await pay(here, health.policyId, 3);
    const life = await insure(here, { planCode: LIFE });
    await pay(here, life.policyId, 2);
    await on(here, "2027-03-10");
    await here.must("insurance.cancelPolicy", {
      ...{ id: health.file.policy.id, policyId: health.policyId, on: "2027-03-10", refund: 0 },
      ...{ method: "cash", reference: "" },
    });
    await on(here, "2027-06-30");
    for (const month of ["2026-10", "2026-11", "2026-12", "2027-01", "2027-03", "2027-06"]) {
      const summary = planLines(await here.must("insurance.summary", { month }));
      for (const of of PLAN_FIGURES)
        expect(await groupsOf(here, `insurance.${of}`, "group", month), `${of} ${month}`).toEqual(
          summary[of],
        );
    }
  });

  test("sums claims by step and by category as the summary does", async () => {
    const { claimsByState, claimsByCategory } = await office.must("insurance.summary", { month: "2026-11" });
    const by = <L>(lines: readonly L[], key: (line: L) => string, value: (line: L) => number) =>
      Object.fromEntries(lines.map((one) => [key(one), value(one)]));
    const state = (value: (line: (typeof claimsByState)[number]) => number) =>
      by(claimsByState, (one) => one.state, value);
    const category = (value: (line: (typeof claimsByCategory)[number]) => number) =>
      by(claimsByCategory, (one) => one.category, value);
    expect(claimsByState).toHaveLength(2);
    expect(await groupsOf(office, "insurance.claims", "group")).toEqual(state(({ claims }) => claims));
    expect(await groupsOf(office, "insurance.claimsAsked", "group")).toEqual(state(({ asked }) => asked));
    expect(await groupsOf(office, "insurance.claimLines", "group")).toEqual(category(({ lines }) => lines));
    expect(await groupsOf(office, "insurance.carePaid", "group")).toEqual(category(({ paid }) => paid));
    expect((await wholeOf(office))["insurance.claimsGranted"]).toBe(5_500);
  });

  test("has the fund's balance, promises and reserve of its own page, plan by plan", async () => {
    const here = await makeTestOffice();
    await live(here);
    const same = async () => {
      const fund = await here.must("insurance.fund", {});
      const of = (value: (view: (typeof fund)[number]) => number | null) =>
        Object.fromEntries(fund.flatMap((view) => (value(view) ? [[view.planCode, value(view)]] : [])));
      const period = here.clock.now().slice(0, 7);
      expect(await groupsOf(here, "insurance.balance", "group", period)).toEqual(
        of(({ balance }) => balance),
      );
      expect(await groupsOf(here, "insurance.committed", "group", period)).toEqual(
        of(({ committed }) => committed),
      );
      const reserve = await groupsOf(here, "insurance.reserveMonths", "group", period);
      expect(Object.fromEntries(Object.entries(reserve).filter(([, months]) => months !== null))).toEqual(
        of(({ reserveMonths }) => reserveMonths),
      );
      return fund;
    };
    expect((await same()).some(({ balance }) => balance > 0)).toBe(true);
    // A year on nothing came in any more, and a claim was paid: the fund shrinks.
    await on(here, "2027-11-25");
    await payOpenClaim(here, 300);
    const fund = await same();
    expect(fund.find(({ planCode }) => planCode === PLAN)?.reserveMonths).toBeGreaterThan(100);
    expect((await wholeOf(here, { period: "2027-11" }))["insurance.reserveMonths"]).toBeGreaterThan(100);
  });

  test("what was promised then is not what is promised now, nor what is paid later", async () => {
    const here = await makeTestOffice();
    await live(here);
    const promised = async (period: string) => (await wholeOf(here, { period }))["insurance.committed"];
    expect([await promised("2026-10"), await promised("2026-11")]).toEqual([0, 500]);
    await on(here, "2026-12-03");
    await payOpenClaim(here, 500);
    expect([await promised("2026-11"), await promised("2026-12")]).toEqual([500, 0]);
  });

  test("leaves out what was taken back: payments, contributions, check-ups, lines of a claim", async () => {
    const here = await makeTestOffice();
    await live(here);
    const before = await wholeOf(here);
    const { rows } = await recordsOf(here, { code: "insurance.benefits" });
    await takeBack(here, rows[0]?.link?.id ?? "");
    expect(await wholeOf(here)).toMatchObject({
      ...{ "insurance.benefits": 0, "insurance.committed": 5_500 },
      "insurance.balance": Number(before["insurance.balance"]) + 5_000,
    });
    const { policyId } = await insure(here);
    const voucherId = v7();
    await pay(here, policyId, 1, voucherId);
    const paid = await wholeOf(here);
    await takeBack(here, voucherId);
    const balance = (await wholeOf(here))["insurance.balance"];
    expect(Number(paid["insurance.balance"]) - Number(balance)).toBe(1_000);
    const fund = await here.must("insurance.fund", {});
    expect(fund.reduce((sum, view) => sum + view.balance, 0)).toBe(balance);
    const [checkup] = (await recordsOf(here, { code: "insurance.checkups" })).rows;
    await here.must("insurance.voidCheckup", { id: checkup?.id ?? "" });
    expect(await wholeOf(here)).toMatchObject({ "insurance.checkups": 0, "insurance.womenChecked": 0 });
    const insured = await makeInsured(here);
    const claim = { id: v7(), submit: false };
    const about = details(insured, { lines: [line(), line({ category: "tests" })], receiptNumber: "R-9" });
    await here.must("insurance.saveClaim", { ...claim, details: about });
    expect((await wholeOf(here))["insurance.claimLines"]).toBe(5);
    await here.must("insurance.saveClaim", {
      ...claim,
      details: { ...about, lines: about.lines.slice(0, 1) },
    });
    expect((await wholeOf(here))["insurance.claimLines"]).toBe(4);
  });

  test("counts check-ups, and each woman who had some once", async () => {
    expect(await wholeOf(office, { period: "2026-Q4" })).toMatchObject({
      ...{ "insurance.checkups": 2, "insurance.womenChecked": 1 },
    });
  });
});

describe("what may be asked", () => {
  test("a period stands beside the one before, as far as this one has come; months stand one after the other", async () => {
    const quarter = await figuresOf(office, { period: "2026-Q4", codes: ["members.joined"] });
    expect(quarter.columns.map(({ name, to, partial }) => [name, to, partial])).toEqual([
      ["2026-Q4", "2026-11-23", true],
      ["2026-Q3", "2026-08-23", true],
    ]);
    expect(quarter.rows[0]?.cells.map(({ value }) => value)).toEqual([3, 2]);
    const months = await figuresOf(office, { from: "2026-06", to: "2026-12", codes: ["members.joined"] });
    expect(months.columns.map(({ name }) => name)).toEqual([
      "2026-06",
      "2026-07",
      "2026-08",
      "2026-09",
      "2026-10",
      "2026-11",
    ]);
    expect(months.rows[0]?.cells.map(({ value }) => value)).toEqual([1, 1, 1, 1, 0, 3]);
    const ofQuarter = await figuresOf(office, { period: "2026-Q4", by: "month", codes: ["members.joined"] });
    expect(ofQuarter.columns.map(({ name }) => name)).toEqual(["2026-10", "2026-11"]);
    expect(ofQuarter.rows).toHaveLength(1);
  });

  test("the fiscal year is the office's", async () => {
    const here = await makeTestOffice();
    const settings = await here.must("office.readSettings", {});
    await here.must("office.updateSettings", { ...settings, fiscalYearStart: 7 });
    await register(here, { joinedOn: "2026-06-30" });
    await register(here, { surname: "Deuxième", joinedOn: "2026-07-01" });
    expect(await wholeOf(here, { period: "2026" })).toMatchObject({ "members.joined": 1 });
    expect(columnOf(await figuresOf(here, { period: "2026" }), 1)).toMatchObject({ "members.joined": 0 });
    expect(await wholeOf(here, { period: "2025" })).toMatchObject({ "members.joined": 1 });
  });

  test("the groups add up to the whole, for every indicator that adds up", async () => {
    for (const by of ["group", "ageBand", "office", "donor"] as const) {
      const table = columnOf(await figuresOf(office, { by, period: "2026" }));
      for (const { code, breakdowns, nature, formula } of INDICATORS) {
        if (!breakdowns.includes(by)) expect(table).not.toHaveProperty([code]);
        else if (nature !== "rate" && formula.kind === "sum") {
          const groups = Object.entries(table).filter(([key]) => key.startsWith(`${code} `));
          expect(sumOf(Object.fromEntries(groups)), `${code} by ${by}`).toBe(table[code]);
        }
      }
    }
  });

  test("a group has its name in both languages, whoever named it", async () => {
    const table = await figuresOf(office, { codes: ["insurance.active", "insurance.claims"], by: "group" });
    const labels = table.rows.map(({ code, key, label }) => [code, key, label?.fr, label?.en].join(" | "));
    expect(labels).toContain(`insurance.active | ${PLAN} | Mutuelle de l’antenne | Mutuelle de l’antenne`);
    expect(labels).toContain("insurance.claims | paid | payé | paid");
  });

  test("everything else is refused at its field", async () => {
    const asked = { codes: [], from: "2026-11", to: "2026-11", by: null };
    const refused = (changes: object) => office.refused("reporting.indicators", { ...asked, ...changes });
    expect(await refused({ codes: ["members.nothing"] })).toBe(
      refusal("reporting.indicatorUnknown", "codes"),
    );
    expect(await refused({ codes: ["members.left"], by: "donor" })).toBe(
      refusal("reporting.breakdownUnknown", "by"),
    );
    expect(await refused({ from: "2026-12", to: "2026-12" })).toBe(refusal("reporting.periodAhead", "from"));
    expect(await refused({ to: "2026-10" })).toBe(refusal("reporting.spanWrong", "to"));
    expect(await refused({ from: "2026-Q1" })).toBe(refusal("reporting.periodKind", "from"));
    expect(await refused({ to: "2026-Q4" })).toBe(refusal("reporting.periodKind", "to"));
    expect(await refused({ from: "2023-11" })).toBe(refusal("reporting.spanTooLong", "to"));
    expect(await refused({ office: "MPT" })).toBe(refusal("headquarters.notHere", "office"));
  });

  test("a role gets what it may read, and is told what it does not get", async () => {
    const here = await makeTestOffice();
    await signInAs(here, "trainer");
    const table = await figuresOf(here);
    const codes = new Set(table.rows.map(({ code }) => code));
    for (const { code, permission } of INDICATORS)
      expect(codes.has(code), code).toBe(
        ["members.read", "cards.check", "literacy.read"].includes(permission),
      );
    expect(table.omitted).toContainEqual({ code: "insurance.claims", why: "role" });
    expect(table.omitted).toHaveLength(INDICATORS.length - codes.size);
    await seat(here);
    expect((await figuresOf(here)).omitted).toEqual([]);
  });
});
