import { describe, expect, test } from "vitest";
import type { InsuranceSummary } from "../../../src/contract/insurancePolicies.ts";
import { FORBIDDEN } from "../../documents/forbidden.ts";
import { pdfText } from "../../documents/poppler.ts";
import { makeTestOffice, refusal, type TestOffice } from "../../support/office.ts";
import { KOUTIALA, MOPTI, makeEnrolled, makeHeadquarters, receive, send } from "../../support/roundTrip.ts";
import { HEALTH, insure, LIFE, pay, signInAs } from "./enrolled.ts";
import { decided, details, line, makeInsured, makePlan, PLAN, pay as payClaim, submit } from "./insured.ts";

async function on(office: TestOffice, day: string): Promise<void> {
  office.clock.set(`${day}T09:00:00.000Z`);
  await office.signIn();
}

const planOf = ({ plans }: InsuranceSummary, code: string) => plans.find((plan) => plan.code === code);

describe("the month's summary", () => {
  test("counts policies as they stood at the month's end, whenever it is asked for", async () => {
    const office = await makeTestOffice();
    const paying = await insure(office);
    const stopping = await insure(office);
    await insure(office, { planCode: LIFE });
    await pay(office, paying.policyId, 12);
    await pay(office, stopping.policyId, 1);
    const november = await office.must("insurance.summary", { month: "2026-11" });
    expect(planOf(november, HEALTH)).toMatchObject({ active: 2, new: 2, suspended: 0, lapsed: 0, ended: 0 });
    expect(planOf(november, LIFE)).toMatchObject({ active: 0, new: 1, collected: 0, lossRatio: null });
    await on(office, "2027-06-10");
    await office.must("insurance.cancelPolicy", {
      ...{ id: stopping.file.policy.id, policyId: stopping.policyId, on: "2027-06-10", refund: 0 },
      ...{ method: "cash", reference: "" },
    });
    const states = async (month: string) => {
      const {
        active,
        new: begun,
        suspended,
        lapsed,
        ended,
      } = planOf(await office.must("insurance.summary", { month }), HEALTH) ?? {};
      return [active, begun, suspended, lapsed, ended];
    };
    expect(await states("2026-11")).toEqual([2, 2, 0, 0, 0]);
    // Paid until 22 December, fifteen days of grace, then three months until it lapses.
    expect(await states("2026-12")).toEqual([2, 0, 0, 0, 0]);
    expect(await states("2027-01")).toEqual([1, 0, 1, 0, 0]);
    expect(await states("2027-04")).toEqual([1, 0, 0, 1, 0]);
    expect(await states("2027-06")).toEqual([1, 0, 0, 1, 1]);
  });

  test("earns what was paid day by day: the months together are the money, to the franc", async () => {
    const office = await makeTestOffice();
    const { policyId } = await insure(office);
    await pay(office, policyId, 12);
    const lines: ReturnType<typeof planOf>[] = [];
    for (let month = 11; month < 24; month += 1) {
      const year = 2026 + Math.floor((month - 1) / 12);
      const name = `${year}-${String(((month - 1) % 12) + 1).padStart(2, "0")}`;
      lines.push(planOf(await office.must("insurance.summary", { month: name }), HEALTH));
    }
    const sum = (of: "collected" | "earned") => lines.reduce((total, plan) => total + (plan?.[of] ?? 0), 0);
    expect(sum("collected")).toBe(12_000);
    expect(sum("earned")).toBe(12_000);
    // From 23 to 30 November: eight of the thirty days until 22 December.
    expect(lines[0]).toMatchObject({ collected: 12_000, earned: 266 });
    expect(lines[1]).toMatchObject({ collected: 0, earned: 1_000 - 266 + 290 });
  });

  test("sums the claims that were entered in it by step and category, and what was paid", async () => {
    const office = await makeTestOffice();
    makePlan(office);
    const insured = await makeInsured(office);
    const lines = [line(), line({ category: "medicines", asked: 3_000 })];
    const first = await decided(office, insured, { lines });
    await payClaim(office, first.claim.id, first.computed.granted);
    await submit(office, insured, { receiptNumber: "R-2" });
    const { claimsByState, claimsByCategory, plans } = await office.must("insurance.summary", {
      month: "2026-11",
    });
    expect(claimsByState).toEqual([
      { state: "submitted", claims: 1, asked: 5_000, granted: 0 },
      { state: "paid", claims: 1, asked: 8_000, granted: 5_500 },
    ]);
    expect(claimsByCategory).toEqual([
      { category: "consultation", lines: 2, asked: 10_000, paid: 4_000 },
      { category: "medicines", lines: 1, asked: 3_000, paid: 1_500 },
    ]);
    expect(plans).toMatchObject([
      { code: PLAN, benefits: 5_500, earned: 2_000, collected: 24_000, lossRatio: 275 },
    ]);
    const empty = await office.must("insurance.summary", { month: "2026-10" });
    expect(empty).toMatchObject({ claimsByState: [], claimsByCategory: [] });
  });

  test("prints under a neutral name, without a name of a member", async () => {
    const office = await makeTestOffice();
    const settings = await office.must("office.readSettings", {});
    await office.must("office.updateSettings", { ...settings, printedName: "Association Yeelen" });
    makePlan(office);
    const insured = await makeInsured(office);
    await decided(office, insured, details(insured));
    const paper = await office.must("insurance.printSummary", { month: "2026-11" });
    expect(paper.fileName).toBe("KTL-assurance-2026-11.pdf");
    const text = pdfText(paper.bytes);
    for (const words of ["Novembre 2026 · Bureau de Koutiala", "Mutuelle de l’antenne", "décidée, à payer"])
      expect(text).toContain(words);
    expect(text).not.toContain("Traoré");
    expect(text).not.toMatch(FORBIDDEN);
  });

  test("is of the own office, and of all offices at headquarters only", async () => {
    const office = await makeTestOffice();
    expect(await office.refused("insurance.summary", { month: "2026-11", office: "all" })).toBe(
      refusal("headquarters.notHere", "office"),
    );
    expect(await office.refused("insurance.printSummary", { month: "2026-11", office: "MPT" })).toBe(
      refusal("headquarters.notHere", "office"),
    );
    await signInAs(office, "trainer");
    expect(await office.refused("insurance.summary", { month: "2026-11" })).toBe("access.forbidden");
    await office.signIn();
  });
});

test("headquarters sums what the offices summed", async () => {
  const hq = await makeHeadquarters();
  const offices = [await makeEnrolled(hq, KOUTIALA), await makeEnrolled(hq, MOPTI)];
  for (const office of offices) {
    makePlan(office);
    const insured = await makeInsured(office);
    await decided(office, insured, details(insured));
    await receive(hq, await send(office));
  }
  for (const office of offices) {
    const { code } = office.call.office;
    const own = await office.must("insurance.summary", { month: "2026-11" });
    expect(await hq.must("insurance.summary", { month: "2026-11", office: code })).toEqual(own);
  }
  const all = await hq.must("insurance.summary", { month: "2026-11", office: "all" });
  expect(planOf(all, PLAN)).toMatchObject({ active: 2, earned: 4_000, collected: 48_000 });
  expect(all.claimsByState).toEqual([{ state: "decided", claims: 2, asked: 10_000, granted: 8_000 }]);
  const paper = await hq.must("insurance.printSummary", { month: "2026-11", office: "all" });
  expect(paper.fileName).toBe("BKO-assurance-national-2026-11.pdf");
  expect(pdfText(paper.bytes)).toContain("Tous les bureaux");
});
