import { v7 } from "uuid";
import { beforeEach, describe, expect, test } from "vitest";
import { makeTestOffice, refusal, type TestOffice, TODAY } from "../../support/office.ts";
import { CASH, chargeWords, deposit, letShop, pay, read, terminate, voucherWords } from "./letting.ts";

let office: TestOffice;
beforeEach(async () => {
  office = await makeTestOffice();
});

const reversing = (voucherId: string) => ({ id: v7(), voucherId, reason: "Saisi deux fois" });
const reverse = (voucherId: string) => office.must("cashbook.reverse", reversing(voucherId));
const hindered = (voucherId: string) => office.refused("cashbook.reverse", reversing(voucherId));

describe("a voucher that is taken back", () => {
  test("takes the rents that it settled back with it", async () => {
    const { id } = await letShop(office);
    const first = await pay(office, id, 30_000, TODAY);
    const second = await pay(office, id, 30_000, TODAY);
    await reverse(first.voucherId);
    const file = await read(office, id);
    expect(file.payments.map(({ voided }) => voided)).toEqual([true, false]);
    expect(file).toMatchObject({ arrears: 60_000, advance: 0 });
    expect(chargeWords(file).slice(0, 3)).toEqual([
      "rent:2026-09 late 0/30000",
      "rent:2026-10 settled 30000/30000",
      "rent:2026-11 late 0/30000",
    ]);
    expect((await pay(office, id, 30_000, TODAY)).settled).toEqual(["rent:2026-09"]);
    expect(await hindered(second.voucherId)).toBe("accepted");
    expect((await read(office, id)).arrears).toBe(60_000);
  });

  test("gives a deposit back while nothing was taken from it", async () => {
    const { id } = await letShop(office);
    const file = await deposit(office, id, 60_000, TODAY);
    await reverse(file.deposit[0]?.voucherId ?? "");
    expect(await read(office, id)).toMatchObject({ depositHeld: 0, deposit: [{ voided: true }] });
  });

  test("undoes both sides of what was taken from a deposit, and what was built upon it first", async () => {
    const { id: leaseId } = await letShop(office);
    const held = await deposit(office, leaseId, 60_000, TODAY);
    await terminate(office, leaseId, "2026-11-15");
    const settled = await office.must("rental.settleDeposit", {
      ...{
        id: v7(),
        leaseId,
        toArrears: 40_000,
        withheld: 5_000,
        refunded: 10_000,
        reason: "Vitre",
        ...CASH,
      },
    });
    const [received, toArrears, withheld, refunded] = settled.deposit.map(({ voucherId }) => voucherId);
    expect(received).toBe(held.deposit[0]?.voucherId);
    expect(await hindered(received ?? "")).toBe(refusal("cashbook.builtUpon", "voucherId"));
    await reverse(toArrears ?? "");
    expect(await read(office, leaseId)).toMatchObject({ depositHeld: 45_000, arrears: 75_000 });
    expect(voucherWords(office).slice(-2)).toEqual([
      `${TODAY} in leaseDeposit 40000`,
      `${TODAY} out rent 40000`,
    ]);
    const rentSide = settled.payments[0]?.voucherId ?? "";
    expect(await hindered(rentSide)).toBe(refusal("cashbook.alreadyReversed", "voucherId"));
    await reverse(withheld ?? "");
    await reverse(refunded ?? "");
    expect((await read(office, leaseId)).depositHeld).toBe(60_000);
    await reverse(received ?? "");
    expect(await read(office, leaseId)).toMatchObject({ depositHeld: 0, arrears: 75_000 });
    const left = "SELECT sum(CASE direction WHEN 'in' THEN amount ELSE -amount END) FROM voucher";
    expect(office.call.office.reader.number(left)).toBe(0);
  });

  test("makes an advance whole again; a payment waits for the refund that was made of it", async () => {
    const { id: leaseId } = await letShop(office);
    const paid = await pay(office, leaseId, 150_000, TODAY);
    await terminate(office, leaseId, "2026-11-22");
    const file = await office.must("rental.refundAdvance", { id: v7(), leaseId, amount: 68_000, ...CASH });
    expect(await hindered(paid.voucherId)).toBe(refusal("cashbook.builtUpon", "voucherId"));
    await reverse(file.refunds[0]?.voucherId ?? "");
    expect(await read(office, leaseId)).toMatchObject({ advance: 68_000, refunds: [{ voided: true }] });
    await reverse(paid.voucherId);
    expect(await read(office, leaseId)).toMatchObject({ advance: 0, arrears: 82_000 });
  });
});
