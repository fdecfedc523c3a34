import { v7 } from "uuid";
import { beforeEach, describe, expect, test } from "vitest";
import { makeTestOffice, refusal, refusalWords, type TestOffice } from "../../support/office.ts";
import { checked, decided, type Insured, line, makeInsured, makePlan, pay, seat } from "./insured.ts";

let office: TestOffice;
let her: Insured;
beforeEach(async () => {
  office = await makeTestOffice();
  makePlan(office, { secondPersonFrom: null, headquartersFrom: null });
  her = await makeInsured(office);
});

const vouchers = (of: TestOffice) =>
  of.must("cashbook.listVouchers", { from: "2026-01-01", to: "2026-12-31", offset: 0, limit: 500 });

describe("paying a claim", () => {
  test("in parts when the cash is short, each with its voucher; with the last franc it is paid", async () => {
    const { claim } = await decided(office, her);
    expect(await office.must("insurance.claimsToPay", {})).toMatchObject([
      { granted: 4_000, paid: 0, left: 4_000 },
    ]);
    const first = await pay(office, claim.id, 1_500);
    expect(first).toMatchObject({ value: { voucherNumber: "KTL-2026-00013", left: 2_500 } });
    expect(await office.must("insurance.claimsToPay", {})).toMatchObject([{ paid: 1_500, left: 2_500 }]);
    const tooMuch = await pay(office, claim.id, 2_501);
    expect(tooMuch).toMatchObject({
      refusal: { code: "claim.tooMuch", field: "amount", values: { left: 2_500 } },
    });
    expect(await pay(office, claim.id, 2_500)).toMatchObject({ value: { left: 0 } });
    const file = await office.must("insurance.claim", { id: claim.id });
    expect(file.claim).toMatchObject({ state: "paid", paid: 4_000 });
    expect(file.payments.map(({ amount, voucherNumber }) => [amount, voucherNumber])).toEqual([
      [1_500, "KTL-2026-00013"],
      [2_500, "KTL-2026-00014"],
    ]);
    expect(await office.must("insurance.claimsToPay", {})).toEqual([]);
    expect(await vouchers(office)).toMatchObject({ sumIn: 24_000, sumOut: 4_000 });
    expect(refusalWords(await pay(office, claim.id, 1))).toBe(refusal("claim.notNow", "claimId"));
  });

  test("by a double click takes the money once", async () => {
    const { claim } = await decided(office, her);
    const id = v7();
    const first = await pay(office, claim.id, 4_000, { id });
    expect(await pay(office, claim.id, 4_000, { id })).toEqual(first);
    expect((await vouchers(office)).sumOut).toBe(4_000);
    const other = await decided(office, her, { receiptNumber: "R-2", careOn: "2026-11-12" });
    expect(refusalWords(await pay(office, other.claim.id, 4_000, { id }))).toBe(
      refusal("request.invalid", "id"),
    );
  });

  test("before it is decided is refused, and so is mobile money without its reference", async () => {
    const open = await checked(office, her);
    expect(refusalWords(await pay(office, open.claim.id, 10))).toBe(refusal("claim.notNow", "claimId"));
    expect(refusalWords(await pay(office, v7(), 10))).toBe(refusal("claim.unknown", "claimId"));
    const { claim } = await decided(office, her, { receiptNumber: "R-2" });
    const payment = {
      ...{ id: v7(), claimId: claim.id, amount: 4_000, beyondFund: false },
      ...({ method: "orangeMoney", reference: "" } as const),
    };
    expect(await office.refused("insurance.payClaim", payment)).toBe(
      refusal("card.referenceMissing", "reference"),
    );
    await office.must("insurance.payClaim", { ...payment, reference: "OM-4411" });
  });

  test("shows the cashier whom to pay how much, and nothing of why", async () => {
    await decided(office, her);
    await seat(office, await office.addPerson("cashier"));
    const list = await office.must("insurance.claimsToPay", {});
    expect(Object.keys(list[0] ?? {}).sort()).toEqual([
      "decidedOn",
      "firstNames",
      "granted",
      "id",
      "left",
      "memberNumber",
      "number",
      "paid",
      "planCode",
      "surname",
    ]);
    const id = list[0]?.id ?? "";
    expect(await office.refused("insurance.claim", { id })).toBe(refusal("access.forbidden"));
    expect((await pay(office, id, 4_000)).ok).toBe(true);
  });
});

describe("a fund that would go below zero", () => {
  test("is paid from by the coordinator only, and only when she says so", async () => {
    const lines = [line({ category: "hospital", asked: 40_000 })];
    const { claim } = await decided(office, her, { lines });
    const cashier = await office.addPerson("cashier");
    await seat(office, cashier);
    expect(await pay(office, claim.id, 24_001, { beyondFund: true })).toMatchObject({
      refusal: { code: "insurance.beyondFund", field: "amount", values: { balance: 24_000 } },
    });
    expect((await pay(office, claim.id, 24_000)).ok).toBe(true);
    await seat(office);
    expect(refusalWords(await pay(office, claim.id, 4_000))).toBe(refusal("insurance.beyondFund", "amount"));
    expect(await pay(office, claim.id, 4_000, { beyondFund: true })).toMatchObject({ value: { left: 0 } });
  });
});
