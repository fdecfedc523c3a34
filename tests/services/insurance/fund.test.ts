import { v7 } from "uuid";
import { beforeEach, describe, expect, test } from "vitest";
import { makeTestOffice, refusal, type TestOffice } from "../../support/office.ts";
import { enrol, KOUTIALA, makeAntenna, makeHeadquarters, receive, send } from "../../support/roundTrip.ts";
import { decided, type Insured, line, makeInsured, makePlan, PLAN, pay, seat } from "./insured.ts";

let office: TestOffice;
let her: Insured;
beforeEach(async () => {
  office = await makeAntenna(KOUTIALA);
  makePlan(office, { secondPersonFrom: null, headquartersFrom: null });
  makePlan(office, { secondPersonFrom: null, headquartersFrom: null }, { code: "AUTRE" });
  her = await makeInsured(office);
});

const fundOf = async (of: TestOffice, office?: string) => {
  const all = await of.must("insurance.fund", office === undefined ? {} : { office });
  return new Map(all.map((fund) => [fund.planCode, fund]));
};

async function voucherBalance(of: TestOffice): Promise<number> {
  const { sumIn, sumOut } = await of.must("cashbook.listVouchers", {
    ...{ from: "2026-01-01", to: "2027-12-31", offset: 0, limit: 1 },
  });
  return sumIn - sumOut;
}

describe("the fund", () => {
  test("is its vouchers to the franc, by plan, with what is promised and how long it lasts", async () => {
    const other = await makeInsured(office, { planCode: "AUTRE", months: 3 });
    const { claim } = await decided(office, her);
    await pay(office, claim.id, 1_000);
    const third = await decided(office, other, {
      careOn: "2026-02-10",
      lines: [line({ category: "hospital", asked: 10_000 })],
    });
    await pay(office, third.claim.id, 7_000, { beyondFund: true });
    const funds = await fundOf(office);
    expect(funds.get(PLAN)).toMatchObject({
      ...{ contributions: 24_000, benefits: 1_000, balance: 23_000, committed: 3_000, reserveMonths: null },
      ...{ planName: "Mutuelle de l’antenne", kind: "health", office: "KTL" },
      months: [{ month: "2026-11", contributions: 24_000, benefits: 1_000, balance: 23_000 }],
    });
    expect(funds.get("AUTRE")).toMatchObject({ contributions: 6_000, benefits: 7_000, balance: -1_000 });
    expect(funds.get("AUTRE")?.reserveMonths).toBe(0);
    const sum = [...funds.values()].reduce((total, { balance }) => total + balance, 0);
    expect(sum).toBe(await voucherBalance(office));
  });

  test("counts each registration fee, contribution and refund for its own plan", async () => {
    const fees = { secondPersonFrom: null, registrationFee: 500, contribution: 1_000 };
    for (const code of ["UN", "DEUX"]) makePlan(office, fees, { code });
    const policies: string[] = [];
    for (const planCode of ["UN", "DEUX"]) {
      office.clock.move({ seconds: 5 });
      const { policy } = await office.must("insurance.enrol", {
        ...{
          id: v7(),
          memberId: her.memberId,
          planCode,
          effectiveOn: "2026-11-23",
          voucherId: v7(),
          fee: 500,
        },
        ...{ children: [], beneficiaries: [], method: "cash", reference: "" },
      });
      policies.push(policy.id);
    }
    const [first = "", second = ""] = policies;
    const cash = { method: "cash", reference: "" } as const;
    await office.must("insurance.payContribution", {
      id: v7(),
      policyId: second,
      periods: 3,
      amount: 3_000,
      ...cash,
    });
    await office.must("insurance.payContribution", {
      id: v7(),
      policyId: first,
      periods: 1,
      amount: 1_000,
      ...cash,
    });
    const cancelled = { id: v7(), policyId: second, on: "2026-11-23", refund: 2_000, ...cash };
    await office.must("insurance.cancelPolicy", cancelled);
    const funds = await fundOf(office);
    expect(funds.get("UN")).toMatchObject({ contributions: 1_500, benefits: 0, balance: 1_500 });
    expect(funds.get("DEUX")).toMatchObject({ contributions: 3_500, benefits: 2_000, balance: 1_500 });
    const sum = [...funds.values()].reduce((total, { balance }) => total + balance, 0);
    expect(sum).toBe(await voucherBalance(office));
  });

  test("is told month by month, quiet months too", async () => {
    office.clock.set("2027-01-15T09:00:00.000Z");
    const { claim } = await decided(office, her);
    await pay(office, claim.id, 4_000);
    const months = (await fundOf(office)).get(PLAN)?.months;
    expect(months?.map(({ month, balance }) => [month, balance])).toEqual([
      ["2026-11", 24_000],
      ["2026-12", 24_000],
      ["2027-01", 20_000],
    ]);
  });

  test("is the same at headquarters, for one office and for all; elsewhere nobody asks", async () => {
    const hq = await makeHeadquarters();
    await enrol(hq, office, KOUTIALA);
    const { claim } = await decided(office, her);
    await pay(office, claim.id, 1_000);
    await receive(hq, await send(office));
    const own = (await fundOf(office)).get(PLAN);
    expect((await fundOf(hq, "KTL")).get(PLAN)).toEqual(own);
    expect((await fundOf(hq, "all")).get(PLAN)).toEqual({ ...own, office: "all", planName: own?.planName });
    expect(await office.refused("insurance.fund", { office: "MPT" })).toBe(
      refusal("headquarters.notHere", "office"),
    );
    await seat(hq, await hq.addPerson("secretary"));
    expect(await hq.refused("insurance.fund", { office: "KTL" })).toBe(
      refusal("headquarters.noTier", "office"),
    );
  });
});

test("a plain office's fund is empty and has its plans", async () => {
  const plain = await makeTestOffice();
  const funds = await plain.must("insurance.fund", {});
  expect(funds.length).toBeGreaterThan(0);
  expect(funds.every(({ balance, months }) => balance === 0 && months.length === 1)).toBe(true);
});
