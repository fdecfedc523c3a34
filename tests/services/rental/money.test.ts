import { v7 } from "uuid";
import { beforeEach, describe, expect, test } from "vitest";
import type { InputOf } from "../../../src/contract/index.ts";
import { makeTestOffice, refusal, type TestOffice, TODAY } from "../../support/office.ts";
import {
  CASH,
  chargeWords,
  deposit,
  letShop,
  pay,
  paying,
  read,
  terminate,
  twice,
  voucherWords,
} from "./letting.ts";

let office: TestOffice;
beforeEach(async () => {
  office = await makeTestOffice();
});

/** Closes a past month as the ledger knows it, without the screens of the cash book. */
function closeMonth(month: string): void {
  const { call } = office;
  call.office.write(call.user.id, call.world.now(), (door) => {
    door.insert("month_closing", {
      ...{ id: v7(), office: "KTL", month, closed_on: TODAY, vouchers: 0, sum_in: 0, sum_out: 0 },
      ...{ balances: "[]", state: "closed", reopened_on: null, reopen_reason: "" },
    });
    return { ok: true, value: null };
  });
}

describe("a payment", () => {
  test("goes to what is due longest and says which rents it settled", async () => {
    const { id } = await letShop(office);
    const paid = await pay(office, id, 45_000, "2026-11-20");
    expect(paid).toMatchObject({ voucherNumber: "KTL-2026-00001", settled: ["rent:2026-09"] });
    expect(chargeWords(paid.file).slice(0, 4)).toEqual([
      "rent:2026-09 settled 30000/30000",
      "rent:2026-10 late 15000/30000",
      "rent:2026-11 late 0/30000",
      "rent:2026-12 coming 0/30000",
    ]);
    expect(paid.file).toMatchObject({ arrears: 45_000, advance: 0 });
    expect(paid.file.payments).toMatchObject([
      {
        ...{ receivedOn: "2026-11-20", amount: 45_000, method: "cash", source: "tenant", voided: false },
        parts: [
          { key: "rent:2026-09", amount: 30_000 },
          { key: "rent:2026-10", amount: 15_000 },
        ],
        ...{ advance: 0, voucherId: paid.voucherId, voucherNumber: "KTL-2026-00001" },
      },
    ]);
    expect(voucherWords(office)).toEqual(["2026-11-20 in rent 45000"]);
  });

  test("settles rents and charges to come, and is an advance for what is left", async () => {
    const { id } = await letShop(office, { charges: { kind: "fixed", amount: 2_000 }, endsOn: "2026-12-31" });
    const { settled, file } = await pay(office, id, 130_000, TODAY);
    expect(settled).toHaveLength(8);
    expect(settled.at(-1)).toBe("charges:2026-12");
    expect(file).toMatchObject({ arrears: 0, advance: 34_000 });
    expect(file.payments[0]?.advance).toBe(2_000);
  });

  test("twice by the same request is taken once and answered the same", async () => {
    const { id } = await letShop(office);
    const [first, second] = await twice(office, "rental.recordPayment", paying(id, 45_000, TODAY));
    expect(second).toEqual(first);
    expect(voucherWords(office)).toHaveLength(1);
  });

  test("is refused in the future, in a closed month, without its reference, and for no lease", async () => {
    const { id } = await letShop(office);
    const about = paying(id, 10_000, TODAY);
    const asked = (changes: Partial<InputOf<"rental.recordPayment">>) =>
      office.refused("rental.recordPayment", { ...about, ...changes });
    expect(await asked({ receivedOn: "2026-11-24" })).toBe(refusal("rental.dayInFuture", "receivedOn"));
    expect(await asked({ receivedOn: "2020-01-01" })).toBe(refusal("cashbook.dateTooEarly", "receivedOn"));
    expect(await asked({ method: "wave" })).toBe(refusal("card.referenceMissing", "reference"));
    expect(await asked({ leaseId: v7() })).toBe(refusal("rental.leaseUnknown", "leaseId"));
    closeMonth("2026-10");
    expect(await asked({ receivedOn: "2026-10-31" })).toBe(refusal("cashbook.monthClosed", "receivedOn"));
    expect(voucherWords(office)).toEqual([]);
    expect((await read(office, id)).payments).toEqual([]);
    await office.must("rental.recordPayment", about);
    const other = await letShop(office);
    expect(await asked({ leaseId: other.id })).toBe(refusal("request.invalid", "id"));
  });

  test("is taken after the lease has ended, too", async () => {
    const { id } = await letShop(office);
    await terminate(office, id, "2026-10-31");
    expect((await read(office, id)).arrears).toBe(60_000);
    expect((await pay(office, id, 60_000, TODAY)).file).toMatchObject({ state: "ended", arrears: 0 });
  });

  test("that came in time keeps a penalty away, whenever it is entered", async () => {
    const penalty = { kind: "fixed", graceDays: 10, amount: 1_500 } as const;
    const { id } = await letShop(office, { startsOn: "2026-11-01", penalty });
    expect((await read(office, id)).arrears).toBe(31_500);
    const { file } = await pay(office, id, 30_000, "2026-11-12");
    expect(file).toMatchObject({ arrears: 0, advance: 0 });
    expect(chargeWords(file)[0]).toBe("rent:2026-11 settled 30000/30000");
  });
});

describe("an advance", () => {
  const refunding = (leaseId: string, amount: number) => ({ id: v7(), leaseId, amount, ...CASH });

  test("is given back once the lease has ended, never more than there is", async () => {
    const { id } = await letShop(office);
    await pay(office, id, 150_000, TODAY);
    expect(await office.refused("rental.refundAdvance", refunding(id, 1))).toBe(
      refusal("rental.leaseRunning", "leaseId"),
    );
    await terminate(office, id, "2026-11-22");
    const { advance } = await read(office, id);
    expect(advance).toBe(68_000);
    const asked = (changes: object) =>
      office.refused("rental.refundAdvance", { ...refunding(id, 68_000), ...changes });
    expect(await asked({ amount: 68_001 })).toBe(refusal("rental.advanceTooMuch", "amount"));
    expect(await asked({ method: "bank" })).toBe(refusal("card.referenceMissing", "reference"));
    const [first, second] = await twice(office, "rental.refundAdvance", refunding(id, 60_000));
    expect(second).toEqual(first);
    const file = await read(office, id);
    expect(file).toMatchObject({ advance: 8_000, refunds: [{ amount: 60_000, voided: false }] });
    expect(file.payments).toHaveLength(1);
    expect(voucherWords(office).at(-1)).toBe(`${TODAY} out rentRefund 60000`);
    const taken = { id: file.payments[0]?.voucherId ?? "", amount: 1 };
    expect(await asked(taken)).toBe(refusal("request.invalid", "id"));
  });
});

describe("a deposit", () => {
  const settling = (leaseId: string, changes: object = {}) => ({
    ...{ id: v7(), leaseId, toArrears: 0, withheld: 0, refunded: 0, reason: "", ...CASH },
    ...changes,
  });

  test("is held apart from the rents", async () => {
    const { id } = await letShop(office);
    const about = { id: v7(), leaseId: id, receivedOn: "2026-11-20", amount: 60_000, ...CASH };
    const [first, second] = await twice(office, "rental.receiveDeposit", about);
    expect(second).toEqual(first);
    const file = await read(office, id);
    expect(file).toMatchObject({ depositHeld: 60_000, arrears: 90_000 });
    expect(file.deposit).toMatchObject([
      { kind: "received", amount: 60_000, voucherNumber: "KTL-2026-00001" },
    ]);
    expect(voucherWords(office)).toEqual(["2026-11-20 in leaseDeposit 60000"]);
    const asked = (changes: object) =>
      office.refused("rental.receiveDeposit", { ...about, id: v7(), ...changes });
    expect(await asked({ receivedOn: "2026-11-24" })).toBe(refusal("rental.dayInFuture", "receivedOn"));
    expect(await asked({ method: "bank" })).toBe(refusal("card.referenceMissing", "reference"));
    closeMonth("2026-10");
    expect(await asked({ receivedOn: "2026-10-02" })).toBe(refusal("cashbook.monthClosed", "receivedOn"));
    await terminate(office, id, "2026-11-15");
    expect(await asked({})).toBe(refusal("rental.leaseEnded", "leaseId"));
    const { voucherId } = await pay(office, id, 1_000, TODAY);
    expect(await asked({ id: voucherId, receivedOn: "2026-11-15" })).toBe(refusal("request.invalid", "id"));
  });

  test("goes to arrears, is kept for damage and given back, each franc by its vouchers", async () => {
    const { id } = await letShop(office);
    await deposit(office, id, 100_000, "2026-11-20");
    await pay(office, id, 60_000, "2026-11-20");
    await terminate(office, id, "2026-11-15");
    const parts = { toArrears: 15_000, withheld: 20_000, refunded: 50_000, reason: "Vitre cassée" };
    const [first, second] = await twice(office, "rental.settleDeposit", settling(id, parts));
    expect(second).toEqual(first);
    const file = await read(office, id);
    expect(file).toMatchObject({ depositHeld: 15_000, arrears: 0 });
    expect(file.deposit.map(({ kind, amount }) => `${kind} ${amount}`)).toEqual([
      "received 100000",
      "toArrears 15000",
      "withheld 20000",
      "refunded 50000",
    ]);
    expect(file.payments.at(-1)).toMatchObject({
      ...{ source: "deposit", amount: 15_000, advance: 0 },
      parts: [{ key: "rent:2026-11", amount: 15_000 }],
    });
    expect(voucherWords(office).slice(2)).toEqual([
      `${TODAY} in rent 15000`,
      `${TODAY} out leaseDeposit 15000`,
      `${TODAY} in depositWithheld 20000`,
      `${TODAY} out leaseDeposit 20000`,
      `${TODAY} out leaseDeposit 50000`,
    ]);
    const pairs = office.call.office.reader.number(
      `SELECT count(*) FROM voucher AS one JOIN voucher AS other ON other.id = one.pair_id AND one.id = other.pair_id
         AND other.amount = one.amount AND other.direction <> one.direction`,
    );
    expect(pairs).toBe(4);
  });

  test("is settled once the lease has ended, within what is held and owed, and with a reason", async () => {
    const { id } = await letShop(office);
    await deposit(office, id, 20_000, TODAY);
    const asked = (changes: object) => office.refused("rental.settleDeposit", settling(id, changes));
    expect(await asked({ refunded: 1 })).toBe(refusal("rental.leaseRunning", "leaseId"));
    await terminate(office, id, "2026-09-10");
    expect((await read(office, id)).arrears).toBe(10_000);
    expect(await asked({})).toBe(refusal("rental.depositNothing", "toArrears"));
    expect(await asked({ toArrears: 10_001 })).toBe(refusal("rental.tooMuch", "toArrears"));
    expect(await asked({ toArrears: 10_000, refunded: 10_001 })).toBe(
      refusal("rental.depositTooMuch", "refunded"),
    );
    expect(await asked({ toArrears: 10_000, withheld: 10_001, reason: "Porte" })).toBe(
      refusal("rental.depositTooMuch", "withheld"),
    );
    expect(await asked({ withheld: 5_000 })).toBe(refusal("rental.depositReason", "reason"));
    expect(await asked({ refunded: 5_000, method: "wave" })).toBe(
      refusal("card.referenceMissing", "reference"),
    );
    const { deposit: entries } = await read(office, id);
    expect(await asked({ id: entries[0]?.voucherId, refunded: 1 })).toBe(refusal("request.invalid", "id"));
    expect(voucherWords(office)).toHaveLength(1);
  });

  test("smaller than the arrears goes to them up to what is held", async () => {
    const { id } = await letShop(office);
    await deposit(office, id, 20_000, TODAY);
    await terminate(office, id, "2026-10-31");
    expect(await office.refused("rental.settleDeposit", settling(id, { toArrears: 20_001 }))).toBe(
      refusal("rental.depositTooMuch", "toArrears"),
    );
    const file = await office.must("rental.settleDeposit", settling(id, { toArrears: 20_000 }));
    expect(file).toMatchObject({ depositHeld: 0, arrears: 40_000 });
  });
});

describe("a write-off", () => {
  test("gives up what is late, moves no money, and is taken back", async () => {
    const { id: leaseId } = await letShop(office);
    const about = { id: v7(), leaseId, amount: 40_000, reason: "Incendie du marché" };
    const [first, second] = await twice(office, "rental.writeOff", about);
    expect(second).toEqual(first);
    const file = await read(office, leaseId);
    expect(file.arrears).toBe(50_000);
    expect(file.writeOffs).toMatchObject([
      {
        ...{ amount: 40_000, on: TODAY, reason: "Incendie du marché", by: "Awa Sissoko", voided: false },
        parts: [
          { key: "rent:2026-09", amount: 30_000 },
          { key: "rent:2026-10", amount: 10_000 },
        ],
      },
    ]);
    expect(voucherWords(office)).toEqual([]);
    const voiding = { id: about.id, leaseId };
    const back = await office.must("rental.voidWriteOff", voiding);
    expect(back).toMatchObject({ arrears: 90_000, writeOffs: [{ voided: true }] });
    const unknown = refusal("rental.writeOffUnknown", "id");
    expect(await office.refused("rental.voidWriteOff", voiding)).toBe(unknown);
    expect(await office.refused("rental.voidWriteOff", { id: v7(), leaseId })).toBe(unknown);
  });

  test("is never more than what is late, and the coordinator's alone", async () => {
    const { id: leaseId } = await letShop(office);
    const about = { id: v7(), leaseId, amount: 90_001, reason: "Erreur" };
    expect(await office.refused("rental.writeOff", about)).toBe(refusal("rental.tooMuch", "amount"));
    const { login, passphrase } = await office.addPerson("secretary");
    await office.must("access.signIn", { login, passphrase });
    expect(await office.refused("rental.writeOff", { ...about, amount: 1 })).toBe("access.forbidden");
  });
});
