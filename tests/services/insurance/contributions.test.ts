import { v7 } from "uuid";
import { beforeEach, describe, expect, test } from "vitest";
import { makeTestOffice, refusal, type TestOffice } from "../../support/office.ts";
import { insure, LIFE, pay, scheduleWords, signInAs } from "./enrolled.ts";

let office: TestOffice;
beforeEach(async () => {
  office = await makeTestOffice();
});

const vouchers = () =>
  office.must("cashbook.listVouchers", { from: "2020-01-01", to: "2035-12-31", offset: 0, limit: 500 });

const payment = (policyId: string, changes: object = {}) => ({
  ...{ id: v7(), policyId, periods: 1, amount: 1_000, method: "cash" as const, reference: "" },
  ...changes,
});

const fileOf = (id: string) => office.must("insurance.policy", { id });

async function on(day: string): Promise<void> {
  office.clock.set(`${day}T09:00:00.000Z`);
  await office.signIn();
}

describe("a contribution", () => {
  test("is taken as it was quoted, several periods with one voucher", async () => {
    const { policyId } = await insure(office);
    const quote = await office.must("insurance.quoteContribution", { policyId, periods: 3 });
    expect(quote).toEqual({
      periods: [
        { from: "2026-11-23", to: "2026-12-22", amount: 1_000 },
        { from: "2026-12-23", to: "2027-01-22", amount: 1_000 },
        { from: "2027-01-23", to: "2027-02-22", amount: 1_000 },
      ],
      amount: 3_000,
    });
    const paid = await pay(office, policyId, 3);
    expect(paid.voucherNumber).toBe("KTL-2026-00002");
    expect(paid.file).toMatchObject({
      policy: { state: "active", paidUntil: "2027-02-22", overdue: 0 },
      contributed: 3_000,
      waitingUntil: "2027-02-22",
      refundToday: 2_000,
    });
    expect(scheduleWords(paid.file).slice(0, 4)).toEqual([
      "2026-11-23 paid 1000",
      "2026-12-23 paid 1000",
      "2027-01-23 paid 1000",
      "2027-02-23 coming 1000",
    ]);
    const { rows } = await vouchers();
    expect(rows[0]).toMatchObject({ account: "healthContribution", amount: 3_000, direction: "in" });
  });

  test("twice by the same request takes the money once", async () => {
    const { policyId } = await insure(office);
    const about = payment(policyId);
    const first = await office.must("insurance.payContribution", about);
    expect(await office.must("insurance.payContribution", about)).toEqual(first);
    expect((await vouchers()).total).toBe(2);
    const other = await insure(office);
    expect(await office.refused("insurance.payContribution", { ...about, policyId: other.policyId })).toBe(
      refusal("voucher.notFound"),
    );
  });

  test("is refused at another amount, without a reference, and for a policy that is not there", async () => {
    const { policyId } = await insure(office);
    expect(await office.ask("insurance.payContribution", payment(policyId, { amount: 900 }))).toMatchObject({
      refusal: { code: "insurance.amountChanged", field: "amount", values: { amount: 1_000 } },
    });
    expect(await office.refused("insurance.payContribution", payment(policyId, { method: "wave" }))).toBe(
      refusal("card.referenceMissing", "reference"),
    );
    expect(await office.refused("insurance.quoteContribution", { policyId: v7(), periods: 1 })).toBe(
      refusal("insurance.policyUnknown", "policyId"),
    );
    expect((await vouchers()).total).toBe(1);
  });

  test("is not taken from one who left the association", async () => {
    const { policyId, memberId } = await insure(office);
    await office.must("membership.recordDeparture", { id: memberId, on: "2026-11-23", reason: "moved" });
    expect(await office.refused("insurance.payContribution", payment(policyId))).toBe(
      refusal("insurance.memberLeft", "policyId"),
    );
  });

  test("prints a receipt that names the days it covers, to the cashier too", async () => {
    const { policyId } = await insure(office);
    await signInAs(office, "cashier");
    const { voucherId } = await pay(office, policyId, 2);
    const paper = await office.must("cards.printReceipt", { voucherId });
    expect(paper.fileName).toContain("KTL-2026-00002");
    expect(paper.bytes.length).toBeGreaterThan(1_000);
    const { rows } = await vouchers();
    const registration = rows.find(({ account }) => account === "healthRegistration");
    await office.must("cards.printReceipt", { voucherId: registration?.id ?? "" });
    await office.signIn();
  });
});

describe("late contributions", () => {
  test("within grace continue the paid days", async () => {
    const { policyId } = await insure(office);
    await pay(office, policyId);
    await on("2027-01-07");
    const late = (await fileOf(policyId)).policy;
    expect(late).toMatchObject({ state: "active", overdue: 1_000, lateDays: 15 });
    const { file } = await pay(office, policyId);
    expect(file.policy).toMatchObject({ state: "active", paidUntil: "2027-01-22", overdue: 0, lateDays: 0 });
    expect(scheduleWords(file).some((line) => line.includes("missed"))).toBe(false);
  });

  test("beyond grace suspend the policy; the gap stays and the next ones begin today", async () => {
    const { policyId } = await insure(office);
    await pay(office, policyId);
    await on("2027-01-08");
    const late = await fileOf(policyId);
    expect(late.policy).toMatchObject({ state: "suspended", overdue: 1_000, lateDays: 16 });
    expect(scheduleWords(late).slice(0, 3)).toEqual([
      "2026-11-23 paid 1000",
      "2026-12-23 missed 0",
      "2027-01-08 late 1000",
    ]);
    const { file } = await pay(office, policyId);
    expect(file.policy).toMatchObject({ state: "active", paidUntil: "2027-02-07" });
    expect(file.waitingUntil).toBe("2027-02-22");
  });

  test("after a lapse begin anew, and so does the waiting time", async () => {
    const { policyId } = await insure(office);
    await pay(office, policyId);
    await on("2027-04-08");
    expect((await fileOf(policyId)).policy.state).toBe("lapsed");
    expect(await office.must("insurance.reminders", {})).toEqual([]);
    const { file } = await pay(office, policyId);
    expect(file.policy).toMatchObject({ state: "active", paidUntil: "2027-05-07" });
    expect(file.waitingUntil).toBe("2027-07-07");
    expect(scheduleWords(file).slice(0, 3)).toEqual([
      "2026-11-23 paid 1000",
      "2026-12-23 missed 0",
      "2027-04-08 paid 1000",
    ]);
  });

  test("are reminded of, the worst first, but not of members who left", async () => {
    const suspended = await insure(office);
    await pay(office, suspended.policyId);
    const inGrace = await insure(office);
    await pay(office, inGrace.policyId);
    const gone = await insure(office);
    await pay(office, gone.policyId);
    const inTime = await insure(office);
    await pay(office, inTime.policyId, 3);
    await on("2026-12-28");
    await pay(office, inGrace.policyId);
    await on("2027-01-25");
    await office.must("membership.recordDeparture", { id: gone.memberId, on: "2027-01-20", reason: "moved" });
    const rows = await office.must("insurance.reminders", {});
    expect(rows.map(({ id, state }) => [id, state])).toEqual([
      [suspended.policyId, "suspended"],
      [inGrace.policyId, "active"],
    ]);
  });
});

describe("cancelling a policy", () => {
  const cancelling = (policyId: string, changes: object = {}) => ({
    ...{ id: v7(), policyId, on: "2026-11-23", refund: 2_000, method: "cash" as const, reference: "" },
    ...changes,
  });

  test("pays back, with one voucher, the periods that have not begun; once, and prints it", async () => {
    const { policyId } = await insure(office);
    await pay(office, policyId, 3);
    const about = cancelling(policyId);
    const file = await office.must("insurance.cancelPolicy", about);
    expect(file).toMatchObject({
      endedOn: "2026-11-23",
      endReason: "cancelled",
      contributed: 1_000,
      refundToday: 0,
    });
    expect(scheduleWords(file)).toEqual([
      "2026-11-23 paid 1000",
      "2026-12-23 refunded 1000",
      "2027-01-23 refunded 1000",
    ]);
    expect(await office.must("insurance.cancelPolicy", about)).toEqual(file);
    const { rows, sumOut } = await vouchers();
    expect(sumOut).toBe(2_000);
    expect(rows[0]).toMatchObject({ account: "healthRefund", direction: "out", amount: 2_000 });
    await office.must("cards.printReceipt", { voucherId: about.id });
    await on("2026-11-24");
    expect((await fileOf(policyId)).policy.state).toBe("ended");
    expect(await office.refused("insurance.payContribution", payment(policyId))).toBe(
      refusal("insurance.policyEnded", "policyId"),
    );
    expect(await office.refused("insurance.saveChildren", { policyId, children: [] })).toBe(
      refusal("insurance.policyEnded", "policyId"),
    );
  });

  test("refuses another refund than the rule's, and another day than today", async () => {
    const { policyId } = await insure(office);
    await pay(office, policyId, 2);
    expect(await office.refused("insurance.cancelPolicy", cancelling(policyId))).toBe(
      refusal("insurance.amountChanged", "refund"),
    );
    const other = cancelling(policyId, { refund: 1_000, on: "2026-11-24" });
    expect(await office.refused("insurance.cancelPolicy", other)).toBe(refusal("insurance.dayOutside", "on"));
    const byPhone = cancelling(policyId, { refund: 1_000, method: "wave" });
    expect(await office.refused("insurance.cancelPolicy", byPhone)).toBe(
      refusal("card.referenceMissing", "reference"),
    );
  });

  test("is not how money leaves the life fund", async () => {
    const { policyId } = await insure(office, { planCode: LIFE });
    await pay(office, policyId);
    expect(await office.refused("insurance.cancelPolicy", cancelling(policyId, { refund: 0 }))).toBe(
      refusal("insurance.notHealth", "policyId"),
    );
    const unpaid = await insure(office, { planCode: LIFE });
    const file = await office.must("insurance.cancelPolicy", cancelling(unpaid.policyId, { refund: 0 }));
    expect(file.endReason).toBe("cancelled");
  });
});
