import { v7 } from "uuid";
import { beforeEach, describe, expect, test } from "vitest";
import { makeTestOffice, type TestOffice } from "../../support/office.ts";
import { makeJpeg } from "../../support/photos.ts";
import { register } from "../../support/women.ts";
import { balance, ledger, openBox, receive, record, voucher } from "./book.ts";

let office: TestOffice;
beforeEach(async () => {
  office = await makeTestOffice();
});

describe("a voucher by hand", () => {
  test("is numbered, booked in its place, and shown with who wrote it", async () => {
    const { voucher: booked } = await office.must("cashbook.record", voucher({ reference: "F-12" }));
    expect(booked).toMatchObject({
      ...{ office: "KTL", number: "KTL-2026-00001", kind: "ordinary", till: "cash", method: "cash" },
      ...{ words: "Cahiers et stylos", reference: "F-12", recordedBy: "Awa Sissoko", reversedById: null },
    });
    expect(await balance(office)).toBe(-3_500);
    expect((await ledger(office)).rows).toEqual([{ ...booked, balance: null }]);
  });

  test("sent twice by a double click is one; the same id for something else is refused", async () => {
    const input = voucher();
    const first = await office.must("cashbook.record", input);
    expect(await office.must("cashbook.record", input)).toEqual(first);
    expect(await office.refused("cashbook.record", { ...input, amount: 1 })).toBe("request.invalid @ id");
    expect((await ledger(office)).total).toBe(1);
  });

  test.each([
    [{ account: "nothing" }, "cashbook.accountUnknown @ account"],
    [{ account: "rent" }, "cashbook.accountAutomatic @ account"],
    [{ account: "donation" }, "cashbook.accountSide @ account"],
    [{ direction: "in" }, "cashbook.accountSide @ account"],
    [{ till: v7() }, "cashbook.tillUnknown @ till"],
    [{ project: "EAU" }, "cashbook.projectUnknown @ project"],
    [{ datedOn: "2026-11-24" }, "cashbook.dateInFuture @ datedOn"],
    [{ datedOn: "2016-11-24" }, "cashbook.dateTooEarly @ datedOn"],
  ] as const)("is refused with %j", async (changes, refused) => {
    expect(await office.refused("cashbook.record", voucher(changes))).toBe(refused);
    expect((await ledger(office)).total).toBe(0);
  });

  test("goes on a project while it runs, and on none that is closed", async () => {
    const project = { id: v7(), code: "EAU-2026", name: "Eau propre", donor: "Mairie" };
    const dates = { startsOn: "2026-06-01", endsOn: "2026-10-31" };
    await office.must("cashbook.saveProject", { ...project, ...dates, active: true });
    await record(office, { project: "EAU-2026", datedOn: "2026-10-31" });
    const late = voucher({ project: "EAU-2026" });
    expect(await office.refused("cashbook.record", late)).toBe("cashbook.projectNotThen @ project");
    await office.must("cashbook.saveProject", { ...project, startsOn: null, endsOn: null, active: false });
    expect(await office.refused("cashbook.record", late)).toBe("cashbook.projectUnknown @ project");
  });
});

describe("the cash book", () => {
  test("shows the newest first, by day and then number, page by page", async () => {
    const days = ["2026-11-20", "2026-10-01", "2026-11-20", "2026-11-22", "2026-10-01"];
    for (const datedOn of days) await record(office, { datedOn });
    const numbers = ["00004", "00003", "00001", "00005", "00002"].map((end) => `KTL-2026-${end}`);
    expect((await ledger(office)).rows.map(({ number }) => number)).toEqual(numbers);
    const page = await ledger(office, { offset: 2, limit: 2 });
    expect(page.rows.map(({ number }) => number)).toEqual(numbers.slice(2, 4));
    expect(page.total).toBe(5);
  });

  test("tells of one place what it held after each voucher, also between those that a filter leaves out", async () => {
    await receive(office, 50_000, { datedOn: "2026-10-05" });
    await record(office, { amount: 8_000, datedOn: "2026-10-20" });
    await receive(office, 7_000, { till: "bank", datedOn: "2026-10-21" });
    await record(office, { amount: 2_000, datedOn: "2026-11-01", account: "transport" });
    await receive(office, 1_000, { datedOn: "2026-10-20" });
    const cash = await ledger(office, { till: "cash" });
    expect(cash.rows.map((row) => row.balance)).toEqual([41_000, 43_000, 42_000, 50_000]);
    const income = await ledger(office, { till: "cash", direction: "in" });
    expect(income.rows.map((row) => row.balance)).toEqual([43_000, 50_000]);
    const page = await ledger(office, { till: "cash", offset: 1, limit: 2 });
    expect(page.rows.map((row) => row.balance)).toEqual([43_000, 42_000]);
    expect((await ledger(office)).rows.every((row) => row.balance === null)).toBe(true);
  });

  test("opens and closes its span with what lay in the place, or in all", async () => {
    await receive(office, 50_000, { datedOn: "2026-09-30" });
    await receive(office, 9_000, { datedOn: "2026-10-31", till: "bank" });
    await record(office, { amount: 4_000, datedOn: "2026-11-02" });
    const october = { from: "2026-10-01", to: "2026-10-31" };
    expect(await ledger(office, october)).toMatchObject({
      ...{ opening: 50_000, closing: 59_000, sumIn: 9_000, sumOut: 0, total: 1 },
    });
    expect(await ledger(office, { ...october, till: "cash" })).toMatchObject({
      ...{ opening: 50_000, closing: 50_000, sumIn: 0, total: 0 },
    });
    const wrong = { from: "2026-11-01", to: "2026-10-01", offset: 0, limit: 1 };
    expect(await office.refused("cashbook.listVouchers", wrong)).toBe("cashbook.spanWrong @ to");
  });

  test("is searched by account, project, direction, number, reference and words, in either case", async () => {
    const project = { id: v7(), code: "EAU", name: "Eau", donor: "", startsOn: null, endsOn: null };
    await office.must("cashbook.saveProject", { ...project, active: true });
    await record(office, { words: "Éponges 100 % coton", reference: "OM_88" });
    await record(office, { words: "Transport de Sikasso", account: "transport", project: "EAU" });
    await receive(office, 5_000);
    const found = async (filter: Parameters<typeof ledger>[1]) =>
      (await ledger(office, filter)).rows.map(({ number }) => Number(number.slice(9)));
    expect(await found({ text: "éPONGES" })).toEqual([1]);
    expect(await found({ text: "100 %" })).toEqual([1]);
    expect(await found({ text: "om_8" })).toEqual([1]);
    expect(await found({ text: "omx8" })).toEqual([]);
    expect(await found({ text: "2026-00002" })).toEqual([2]);
    expect(await found({ account: "transport" })).toEqual([2]);
    expect(await found({ project: "EAU" })).toEqual([2]);
    expect(await found({ direction: "in" })).toEqual([3]);
    expect(await found({ text: "  " })).toEqual([3, 2, 1]);
  });

  test("holds what the counter sells beside what was written by hand", async () => {
    const { member } = await register(office);
    const sale = { id: v7(), memberId: member.id, method: "wave", reference: "W-1", price: 2_500 } as const;
    await office.must("cards.sellTerm", sale);
    const { rows } = await ledger(office, { till: "wave" });
    expect(rows).toMatchObject([
      { account: "membershipCard", till: "wave", balance: 2_500, memberNumber: member.number },
    ]);
  });
});

describe("a voucher's papers", () => {
  test("are its payee and up to four photographs, the same picture once", async () => {
    const { id } = await record(office, { payee: "Papeterie du marché" });
    const jpeg = makeJpeg(600, 800, 1);
    const file = await office.must("cashbook.addPhoto", { id, jpeg });
    expect(file).toMatchObject({ payee: "Papeterie du marché", reversible: "yes", pair: null });
    expect((await office.must("cashbook.addPhoto", { id, jpeg })).photos).toEqual(file.photos);
    const [sha256 = ""] = file.photos;
    const read = await office.must("cashbook.readPhoto", { sha256 });
    expect(Buffer.from(read.jpeg).equals(jpeg)).toBe(true);
    for (const seed of [2, 3, 4])
      await office.must("cashbook.addPhoto", { id, jpeg: makeJpeg(600, 800, seed) });
    const fifth = { id, jpeg: makeJpeg(600, 800, 5) };
    expect(await office.refused("cashbook.addPhoto", fifth)).toBe("cashbook.tooManyPhotos @ jpeg");
    expect((await office.must("cashbook.voucher", { id })).photos).toHaveLength(4);
  });

  test("may come to a voucher that had none, and must be a JPEG picture of no more than 300 KiB", async () => {
    const { member } = await register(office);
    const sale = { id: v7(), memberId: member.id, method: "cash", reference: "", price: 2_500 } as const;
    await office.must("cards.sellTerm", sale);
    const file = await office.must("cashbook.addPhoto", { id: sale.id, jpeg: makeJpeg(60, 80, 1) });
    expect(file).toMatchObject({ payee: "", photos: [expect.any(String)] });
    const text = { id: sale.id, jpeg: new TextEncoder().encode("no picture") };
    expect(await office.refused("cashbook.addPhoto", text)).toBe("member.photoNotJpeg @ jpeg");
    const large = makeJpeg(900, 1_200, 300 * 1_024);
    expect(await office.refused("cashbook.addPhoto", { id: sale.id, jpeg: large })).toBe(
      "member.photoTooLarge @ jpeg",
    );
  });

  test("are refused for a voucher that is not there, and no other picture is shown", async () => {
    const id = v7();
    expect(await office.refused("cashbook.voucher", { id })).toBe("voucher.notFound @ id");
    const jpeg = makeJpeg(60, 80, 1);
    expect(await office.refused("cashbook.addPhoto", { id, jpeg })).toBe("voucher.notFound @ id");
    const { member } = await register(office);
    const shown = await office.must("membership.setPhoto", { id: member.id, jpeg: makeJpeg(350, 450, 9) });
    const sha256 = shown.member.photoSha256 ?? "";
    expect(await office.refused("cashbook.readPhoto", { sha256 })).toBe("voucher.notFound @ sha256");
  });
});

describe("a transfer", () => {
  test("is two vouchers that name each other, and moves nothing in all", async () => {
    await receive(office, 80_000);
    const box = await openBox(office);
    const input = {
      ...{ id: v7(), inId: v7(), from: "cash", to: box, amount: 30_000, datedOn: "2026-11-23" },
      ...{ words: "", reference: "" },
    };
    const pair = await office.must("cashbook.transfer", input);
    expect(pair.out).toMatchObject({ direction: "out", till: "cash", pairId: input.inId, kind: "transfer" });
    expect(pair.in).toMatchObject({ direction: "in", till: box, pairId: input.id, account: "transfer" });
    expect(await office.must("cashbook.transfer", input)).toEqual(pair);
    expect([await balance(office), await balance(office, box)]).toEqual([50_000, 30_000]);
    expect((await ledger(office)).closing).toBe(80_000);
    const file = await office.must("cashbook.voucher", { id: input.inId });
    expect(file.pair).toEqual({ id: input.id, number: pair.out.number });
  });

  test("is refused between a place and itself, to one that is not there, and under an id that is taken", async () => {
    const input = {
      ...{ id: v7(), inId: v7(), from: "cash", to: "bank", amount: 1_000, datedOn: "2026-11-23" },
      ...{ words: "", reference: "" },
    };
    const refused = (changes: Partial<typeof input>) =>
      office.refused("cashbook.transfer", { ...input, ...changes });
    expect(await refused({ to: "cash" })).toBe("cashbook.sameTill @ to");
    expect(await refused({ to: v7() })).toBe("cashbook.tillUnknown @ to");
    expect(await refused({ from: v7() })).toBe("cashbook.tillUnknown @ from");
    expect(await refused({ inId: input.id })).toBe("request.invalid @ inId");
    const { id } = await record(office);
    expect(await refused({ id })).toBe("request.invalid @ id");
    expect((await ledger(office)).total).toBe(1);
  });
});
