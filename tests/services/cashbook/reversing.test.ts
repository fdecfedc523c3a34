import { v7 } from "uuid";
import { beforeEach, describe, expect, test } from "vitest";
import { makeTestOffice, refusal, type TestOffice } from "../../support/office.ts";
import { register } from "../../support/women.ts";
import { decided, makeInsured, makePlan, pay as payClaim, seat } from "../insurance/insured.ts";
import { letShop, pay as payRent, read } from "../rental/letting.ts";
import { balance, closeMonth, ledger, on, openBox, receive, record } from "./book.ts";

let office: TestOffice;
beforeEach(async () => {
  office = await makeTestOffice();
});

const REASON = "Saisie deux fois";
const CASH = { method: "cash", reference: "" } as const;

function reverse(voucherId: string, id = v7()) {
  return office.must("cashbook.reverse", { id, voucherId, reason: REASON });
}

const refusedReversal = (voucherId: string) =>
  office.refused("cashbook.reverse", { id: v7(), voucherId, reason: REASON });

const reversible = async (id: string) => (await office.must("cashbook.voucher", { id })).reversible;

const numberRefused = async (voucherId: string) => {
  const answer = await office.ask("cashbook.reverse", { id: v7(), voucherId, reason: REASON });
  return answer.ok ? "accepted" : `${answer.refusal.code} ${answer.refusal.values?.number}`;
};

describe("a voucher by hand", () => {
  test("is taken back by one against it, dated today, in everything else the same", async () => {
    const box = await openBox(office);
    await receive(office, 40_000, { till: box });
    const expense = await record(office, { till: box, payee: "Librairie Soleil", datedOn: "2026-11-03" });
    await on(office, "2026-11-25");
    const id = v7();
    const file = await reverse(expense.id, id);
    expect(file).toMatchObject({ reversible: "reversed", reversedBy: { id, number: "KTL-2026-00003" } });
    const against = (await office.must("cashbook.voucher", { id })).voucher;
    const { number, datedOn, direction, kind, reversesId, reversedById, reason, recordedAt, ...same } =
      against;
    expect({ number, datedOn, direction, kind, reversesId, reversedById, reason }).toEqual({
      ...{ number: "KTL-2026-00003", datedOn: "2026-11-25", direction: "in", kind: "reversal" },
      ...{ reversesId: expense.id, reversedById: null, reason: REASON },
    });
    expect(recordedAt.slice(0, 10)).toBe("2026-11-25");
    expect({ ...expense, ...same }).toEqual({ ...expense, id });
    expect(await balance(office, box)).toBe(40_000);
  });

  test("is taken back once, also by a double click; what takes back stays", async () => {
    const { id: voucherId } = await receive(office, 40_000);
    const id = v7();
    const first = await reverse(voucherId, id);
    expect(await reverse(voucherId, id)).toEqual(first);
    expect(await numberRefused(voucherId)).toBe("cashbook.alreadyReversed KTL-2026-00002");
    expect(await refusedReversal(voucherId)).toBe(refusal("cashbook.alreadyReversed", "voucherId"));
    expect(await refusedReversal(id)).toBe(refusal("cashbook.isReversal", "voucherId"));
    expect([await reversible(voucherId), await reversible(id)]).toEqual(["reversed", "isReversal"]);
    expect((await ledger(office)).total).toBe(2);
  });

  test("that is not there, or under an id that is another voucher’s, is refused", async () => {
    const one = await receive(office, 10_000);
    const two = await receive(office, 20_000);
    expect(await refusedReversal(v7())).toBe(refusal("voucher.notFound", "voucherId"));
    const taken = { id: two.id, voucherId: one.id, reason: REASON };
    expect(await office.refused("cashbook.reverse", taken)).toBe(refusal("request.invalid", "id"));
    expect(await office.refused("cashbook.reverse", { ...taken, id: v7(), reason: " " })).toMatch(
      /^request\./,
    );
  });

  test("of a closed month is taken back today, and that month stays what it was", async () => {
    const { id } = await receive(office, 30_000, { datedOn: "2026-10-05" });
    const closed = await closeMonth(office, "2026-10");
    await reverse(id);
    expect(await office.must("cashbook.month", { month: "2026-10" })).toEqual({
      ...closed,
      warnings: expect.anything(),
    });
    expect(await balance(office)).toBe(0);
  });

  test("is refused when the clock stands in a closed month, and nothing is written", async () => {
    const { id } = await receive(office, 30_000, { datedOn: "2026-10-05" });
    await closeMonth(office, "2026-10");
    await on(office, "2026-10-31");
    expect(await refusedReversal(id)).toBe(refusal("cashbook.monthClosed", "datedOn"));
    expect((await ledger(office)).total).toBe(1);
    await on(office, "2026-11-23");
  });

  test("in a place that was closed since is refused: nothing lies there any more", async () => {
    const box = await openBox(office);
    const { id } = await receive(office, 10_000, { till: box });
    const { id: spent } = await record(office, { till: box, amount: 10_000 });
    const till = {
      key: box,
      kind: "cash",
      name: "Petite caisse",
      accountNumber: "5712",
      closed: true,
    } as const;
    await office.must("cashbook.saveTill", till);
    for (const voucherId of [id, spent])
      expect(await refusedReversal(voucherId)).toBe(refusal("cashbook.tillClosed", "voucherId"));
  });

  test("is taken back only by who may", async () => {
    const { id } = await receive(office, 10_000);
    await seat(office, await office.addPerson("healthWorker"));
    expect(await refusedReversal(id)).toBe(refusal("access.forbidden"));
  });
});

describe("what the cash book books itself", () => {
  test("a transfer goes back with both its vouchers, which name each other", async () => {
    const box = await openBox(office);
    await receive(office, 50_000);
    const moved = { from: "cash", to: box, amount: 20_000, datedOn: "2026-11-23", words: "", reference: "" };
    const { out, in: into } = await office.must("cashbook.transfer", { id: v7(), inId: v7(), ...moved });
    const id = v7();
    const file = await reverse(into.id, id);
    expect([await balance(office), await balance(office, box)]).toEqual([50_000, 0]);
    const [back, forth] = await Promise.all(
      [out.id, into.id].map(async (one) => (await office.must("cashbook.voucher", { id: one })).reversedBy),
    );
    expect(forth?.id).toBe(id);
    expect(file.reversedBy).toEqual(forth);
    expect((await office.must("cashbook.voucher", { id })).pair).toEqual(back);
    expect((await office.must("cashbook.voucher", { id: back?.id ?? "" })).pair).toEqual(forth);
    expect(await refusedReversal(out.id)).toBe(refusal("cashbook.alreadyReversed", "voucherId"));
  });

  test("an opening balance that was taken back is recorded anew", async () => {
    const opening = { till: "cash", amount: 75_000, datedOn: "2026-11-02" } as const;
    const { voucher } = await office.must("cashbook.recordOpening", { id: v7(), ...opening });
    await reverse(voucher.id);
    await office.must("cashbook.recordOpening", { id: v7(), ...opening, amount: 57_000 });
    expect(await balance(office)).toBe(57_000);
  });

  test("a difference of a count, and a remittance", async () => {
    await receive(office, 50_000);
    const pieces = [{ value: 10_000, pieces: 4 }];
    const about = { till: "cash", pieces, statement: null, expected: 50_000, reason: "Manque" } as const;
    const { voucherId } = await office.must("cashbook.count", { id: v7(), voucherId: v7(), ...about });
    await reverse(voucherId ?? "");
    const sent = {
      from: "cash",
      amount: 15_000,
      datedOn: "2026-11-23",
      payee: "",
      words: "",
      reference: "",
    } as const;
    const remitted = await office.must("cashbook.remit", { id: v7(), ...sent });
    await reverse(remitted.voucher.id);
    expect(await balance(office)).toBe(50_000);
  });
});

describe("a card's sale", () => {
  const sell = async (memberId: string) =>
    office.must("cards.sellTerm", { id: v7(), memberId, price: 2_500, ...CASH });
  const file = (id: string) => office.must("membership.readMember", { id });

  test("takes its term and its card with it; she is sold another as if it had not been", async () => {
    const { member } = await register(office);
    const sale = await sell(member.id);
    await reverse(sale.voucherId);
    const after = await file(member.id);
    expect(after).toMatchObject({ terms: [], member: { status: "new", paidUntil: null } });
    expect(after.cards.map(({ state }) => state)).toEqual(["replaced"]);
    expect(await balance(office)).toBe(0);
    const again = await sell(member.id);
    expect(again.term).toMatchObject({ startsOn: sale.term.startsOn, endsOn: sale.term.endsOn });
    expect(again.card.issue).toBe(2);
  });

  test("that renewed makes the card from before count again", async () => {
    const { member } = await register(office);
    const first = await sell(member.id);
    const second = await sell(member.id);
    expect(await numberRefused(first.voucherId)).toBe("cashbook.builtUpon KTL-2026-00002");
    expect(await reversible(first.voucherId)).toBe("builtUpon");
    await reverse(second.voucherId);
    const after = await file(member.id);
    expect(after.cards.map(({ issue, state }) => [issue, state])).toEqual([
      [1, "valid"],
      [2, "replaced"],
    ]);
    expect(after).toMatchObject({ member: { paidUntil: first.term.endsOn, status: "current" } });
    await reverse(first.voucherId);
    expect((await file(member.id)).cards.map(({ state }) => state)).toEqual(["replaced", "replaced"]);
    expect(await balance(office)).toBe(0);
  });

  test("does not bring a lost card back", async () => {
    const { member } = await register(office);
    await sell(member.id);
    const lost = { id: v7(), memberId: member.id, reason: "lost", charged: true, ...CASH } as const;
    const { voucherId } = await office.must("cards.replaceCard", lost);
    const renewed = await sell(member.id);
    await reverse(renewed.voucherId);
    const states = async () => (await file(member.id)).cards.map(({ state }) => state);
    expect(await states()).toEqual(["lost", "valid", "replaced"]);
    // The fee goes back, the card stays hers.
    await reverse(voucherId ?? "");
    expect(await states()).toEqual(["lost", "valid", "replaced"]);
    expect(await balance(office)).toBe(2_500);
  });

  test("is counted no more where paid members and card income are", async () => {
    const { member } = await register(office);
    const { voucherId } = await sell(member.id);
    const before = await office.must("office.overview", {});
    await reverse(voucherId);
    const after = await office.must("office.overview", {});
    expect(JSON.stringify(before)).not.toBe(JSON.stringify(after));
    expect(after).toMatchObject({ cardsThisMonth: { count: 0, francs: 0 } });
  });
});

describe("insurance", () => {
  beforeEach(() => makePlan(office, { secondPersonFrom: null, headquartersFrom: null, graceDays: 30 }));

  test("contributions go back the latest first, and cover nothing any more", async () => {
    const her = await makeInsured(office, { months: 10 });
    const about = { policyId: her.policyId, periods: 1, amount: 2_000, ...CASH };
    const first = await office.must("insurance.payContribution", { id: v7(), ...about });
    const second = await office.must("insurance.payContribution", { id: v7(), ...about });
    expect(await numberRefused(first.voucherId)).toBe(`cashbook.builtUpon ${second.voucherNumber}`);
    await reverse(second.voucherId);
    await reverse(first.voucherId);
    const { schedule } = await office.must("insurance.policy", { id: her.policyId });
    expect(schedule.filter(({ state }) => state === "refunded")).toHaveLength(2);
    const quoted = await office.must("insurance.quoteContribution", { policyId: her.policyId, periods: 1 });
    expect(quoted.periods[0]).toMatchObject({ from: "2026-11-01" });
    expect(await balance(office)).toBe(20_000);
  });

  test("a claim's payment goes back to be paid again; what it was paid for is built upon until then", async () => {
    const her = await makeInsured(office, { months: 10 });
    const about = { policyId: her.policyId, periods: 1, amount: 2_000, ...CASH };
    const november = await office.must("insurance.payContribution", { id: v7(), ...about });
    const { claim } = await decided(office, her);
    const paid = await payClaim(office, claim.id, 4_000);
    if (!paid.ok) throw new Error(paid.refusal.code);
    expect(await numberRefused(november.voucherId)).toBe(`cashbook.builtUpon ${paid.value.voucherNumber}`);
    const fund = await office.must("insurance.fund", {});
    await reverse(paid.value.voucherId);
    const after = await office.must("insurance.claim", { id: claim.id });
    expect(after).toMatchObject({ claim: { state: "decided", paid: 0 }, payments: [] });
    expect(await office.must("insurance.claimsToPay", {})).toMatchObject([{ left: 4_000, paid: 0 }]);
    expect(await office.must("insurance.fund", {})).not.toEqual(fund);
    const again = await payClaim(office, claim.id, 4_000);
    expect(again).toMatchObject({ value: { left: 0 } });
    expect(await office.must("insurance.fund", {})).toEqual(fund);
  });

  test("a refund and a registration fee are undone where they came from", async () => {
    makePlan(office, { registrationFee: 1_000 }, { code: "AVEC-FRAIS" });
    const { member } = await register(office);
    const voucherId = v7();
    await office.must("insurance.enrol", {
      ...{ id: v7(), voucherId, memberId: member.id, planCode: "AVEC-FRAIS", effectiveOn: "2026-11-23" },
      ...{ fee: 1_000, children: [], beneficiaries: [], ...CASH },
    });
    expect(await refusedReversal(voucherId)).toBe(refusal("cashbook.undoneElsewhere", "voucherId"));
    const her = await makeInsured(office, { surname: "Keïta" });
    const refund = { id: v7(), policyId: her.policyId, on: "2026-11-23", refund: 2_000, ...CASH };
    await office.must("insurance.cancelPolicy", refund);
    expect(await refusedReversal(refund.id)).toBe(refusal("cashbook.undoneElsewhere", "voucherId"));
    expect(await reversible(refund.id)).toBe("undoneElsewhere");
  });
});

test("a rent that was taken back is owed again", async () => {
  const lease = await letShop(office);
  const before = await read(office, lease.id);
  const paid = await payRent(office, lease.id, 30_000, "2026-11-20");
  await reverse(paid.voucherId);
  expect((await read(office, lease.id)).charges).toEqual(before.charges);
  expect(await balance(office)).toBe(0);
});
