import { v7 } from "uuid";
import { beforeEach, describe, expect, test } from "vitest";
import type { InputOf } from "../../../src/contract/index.ts";
import { makeTestOffice, type TestOffice } from "../../support/office.ts";
import { balance, ledger, on, openBox, receive, record, voucher } from "./book.ts";

let office: TestOffice;
beforeEach(async () => {
  office = await makeTestOffice();
});

const tills = () => office.must("cashbook.tills", {});
const till = async (key: string) => (await tills()).find((one) => one.key === key);

describe("where money lies", () => {
  test("begins with a principal place for every way to pay, under the accountant's numbers", async () => {
    expect(
      (await tills()).map(({ key, accountNumber, principal, balance: lies }) => [
        key,
        accountNumber,
        principal,
        lies,
      ]),
    ).toEqual([
      ["cash", "571", true, 0],
      ["orangeMoney", "5511", true, 0],
      ["moovMoney", "5512", true, 0],
      ["wave", "5513", true, 0],
      ["bank", "521", true, 0],
    ]);
  });

  test("gets other places, and other words for them and for the principal ones", async () => {
    const key = await openBox(office);
    await office.must("cashbook.saveTill", {
      ...{ key: "cash", kind: "cash", name: "Grande caisse", accountNumber: "5711", closed: false },
    });
    await receive(office, 4_000, { till: key });
    expect(await till("cash")).toMatchObject({ name: "Grande caisse", accountNumber: "5711", balance: 0 });
    expect(await till(key)).toMatchObject({ ...{ principal: false, balance: 4_000, vouchers: 1 } });
    const words = {
      key,
      kind: "cash",
      name: "Caisse de Mme Dao",
      accountNumber: "5713",
      closed: false,
    } as const;
    await office.must("cashbook.saveTill", words);
    expect(await till(key)).toMatchObject({ name: "Caisse de Mme Dao", balance: 4_000 });
  });

  test("is closed when it is empty, opened again, and takes nothing meanwhile", async () => {
    const key = await openBox(office);
    const box = { key, kind: "cash", name: "Petite caisse", accountNumber: "5712" } as const;
    await receive(office, 4_000, { till: key });
    expect(await office.refused("cashbook.saveTill", { ...box, closed: true })).toBe(
      "cashbook.tillNotEmpty @ closed",
    );
    await record(office, { till: key, amount: 4_000 });
    await office.must("cashbook.saveTill", { ...box, closed: true });
    expect(await office.refused("cashbook.record", voucher({ till: key }))).toBe(
      "cashbook.tillClosed @ till",
    );
    await office.must("cashbook.saveTill", { ...box, closed: false });
    await record(office, { till: key });
  });

  test.each([
    [{ key: "cash", closed: true }, "cashbook.tillPrincipal @ closed"],
    [{ key: "cash", kind: "bank" }, "cashbook.tillKind @ kind"],
    [{ name: "" }, "cashbook.tillNameMissing @ name"],
  ] as const)("is not saved with %j", async (changes, refused) => {
    const box = { key: v7(), kind: "cash", name: "Petite", accountNumber: "5712", closed: false } as const;
    expect(await office.refused("cashbook.saveTill", { ...box, ...changes })).toBe(refused);
  });
});

describe("an opening balance", () => {
  test("is booked once a place", async () => {
    const input = { id: v7(), till: "cash", amount: 125_000, datedOn: "2026-01-01" };
    const { voucher: booked } = await office.must("cashbook.recordOpening", input);
    expect(booked).toMatchObject({ kind: "opening", account: "opening", direction: "in", till: "cash" });
    expect(await office.must("cashbook.recordOpening", input)).toEqual({ voucher: booked });
    const again = { ...input, id: v7() };
    expect(await office.refused("cashbook.recordOpening", again)).toBe("cashbook.openingThere @ till");
    expect(await till("cash")).toMatchObject({ hasOpening: true, balance: 125_000 });
    const other = { ...again, till: v7() };
    expect(await office.refused("cashbook.recordOpening", other)).toBe("cashbook.tillUnknown @ till");
  });

  test("that was taken back may be booked anew", async () => {
    const input = { id: v7(), till: "bank", amount: 125_000, datedOn: "2026-01-01" };
    await office.must("cashbook.recordOpening", input);
    await office.must("cashbook.reverse", { id: v7(), voucherId: input.id, reason: "Faux montant" });
    expect(await till("bank")).toMatchObject({ hasOpening: false, balance: 0 });
    await office.must("cashbook.recordOpening", { ...input, id: v7(), amount: 152_000 });
    expect(await balance(office, "bank")).toBe(152_000);
  });
});

describe("a count", () => {
  const counting = (changes: Partial<InputOf<"cashbook.count">> = {}): InputOf<"cashbook.count"> => ({
    ...{ id: v7(), voucherId: v7(), till: "cash", statement: null, expected: 50_000, reason: "" },
    pieces: [
      { value: 500, pieces: 20 },
      { value: 10_000, pieces: 4 },
    ],
    ...changes,
  });
  beforeEach(async () => {
    await receive(office, 50_000, { datedOn: "2026-11-20" });
  });

  test("that agrees books nothing, and is remembered with its pieces, the largest first", async () => {
    const counted = await office.must("cashbook.count", counting());
    expect(counted).toMatchObject({
      ...{ counted: 50_000, expected: 50_000, difference: 0, voucherId: null, countedBy: "Awa Sissoko" },
      pieces: [
        { value: 10_000, pieces: 4 },
        { value: 500, pieces: 20 },
      ],
    });
    expect((await ledger(office)).total).toBe(1);
    expect((await till("cash"))?.lastCount).toEqual({ countedOn: "2026-11-23", difference: 0 });
  });

  test.each([
    ["more", 10_500, "in", "cashOver", 500],
    ["less", 9_000, "out", "cashShort", 1_000],
  ] as const)(
    "that finds %s books the difference with its reason",
    async (_, coins, direction, account, amount) => {
      const input = counting({
        pieces: [
          { value: 10_000, pieces: 4 },
          { value: 500, pieces: coins / 500 },
        ],
      });
      expect(await office.refused("cashbook.count", input)).toBe("cashbook.countReason @ reason");
      const counted = await office.must("cashbook.count", { ...input, reason: "Monnaie mal rendue" });
      const { voucher: booked } = await office.must("cashbook.voucher", { id: input.voucherId });
      expect(booked).toMatchObject({
        direction,
        account,
        amount,
        kind: "difference",
        reason: "Monnaie mal rendue",
      });
      expect(counted.voucherNumber).toBe(booked.number);
      expect(await balance(office)).toBe(counted.counted);
      expect(await office.must("cashbook.count", { ...input, reason: "Monnaie mal rendue" })).toEqual(
        counted,
      );
    },
  );

  test("is refused when something was booked since the screen showed what to expect", async () => {
    await record(office, { amount: 1_000 });
    expect(await office.refused("cashbook.count", counting())).toBe("cashbook.countChanged @ expected");
  });

  test("takes a statement for an account, and pieces for a cash box, never the other", async () => {
    const bank = { till: "bank", expected: 0, pieces: [], statement: 0 };
    await office.must("cashbook.count", counting(bank));
    const refused = (changes: Partial<InputOf<"cashbook.count">>) =>
      office.refused("cashbook.count", counting(changes));
    expect(await refused({ statement: 50_000 })).toBe("cashbook.countKind @ statement");
    expect(await refused({ ...bank, statement: null })).toBe("cashbook.countKind @ statement");
    expect(await refused({ ...bank, pieces: [{ value: 500, pieces: 1 }] })).toBe(
      "cashbook.countKind @ pieces",
    );
    expect(await refused({ till: v7() })).toBe("cashbook.tillUnknown @ till");
    const slip = { pieces: [{ value: 10_000, pieces: 1_000_000 }] };
    expect(await refused(slip)).toBe("request.invalid @ pieces");
  });

  test("is listed by its day", async () => {
    const { id } = await office.must("cashbook.count", counting());
    await on(office, "2026-11-24");
    await office.must("cashbook.count", counting());
    const day = { from: "2026-11-23", to: "2026-11-23" };
    expect((await office.must("cashbook.counts", day)).map((one) => one.id)).toEqual([id]);
    const wrong = { from: "2026-11-24", to: "2026-11-23" };
    expect(await office.refused("cashbook.counts", wrong)).toBe("cashbook.spanWrong @ to");
  });
});

describe("what waits to be done", () => {
  const tasks = () => office.must("cashbook.tasks", {});

  test("is counting the boxes that moved before today, closing past months, and mending what is below nothing", async () => {
    expect(await tasks()).toEqual({
      monthsToClose: 0,
      tillsToCount: 0,
      negativeTills: 0,
      remittancesOpen: 0,
    });
    await record(office, { datedOn: "2026-11-23" });
    expect(await tasks()).toMatchObject({ tillsToCount: 0, negativeTills: 1 });
    await on(office, "2026-12-01");
    expect(await tasks()).toMatchObject({ monthsToClose: 1, tillsToCount: 1 });
    const nothing = { pieces: [], statement: null, expected: -3_500, reason: "Caisse vide" };
    await office.must("cashbook.count", { id: v7(), voucherId: v7(), till: "cash", ...nothing });
    expect(await tasks()).toMatchObject({ monthsToClose: 1, tillsToCount: 0, negativeTills: 0 });
  });
});
