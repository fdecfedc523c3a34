import { v7 } from "uuid";
import { describe, expect, test } from "vitest";
import { makeTestOffice, type TestOffice } from "../../support/office.ts";
import { register } from "../../support/women.ts";

const request = (memberId: string, changes: object = {}) => ({
  id: v7(),
  memberId,
  method: "cash" as const,
  reference: "",
  price: 2_500,
  ...changes,
});

const vouchers = (office: TestOffice) =>
  office.must("cashbook.listVouchers", { from: "2020-01-01", to: "2035-12-31", offset: 0, limit: 500 });

async function officeWithMember() {
  const office = await makeTestOffice();
  const { id } = (await register(office)).member;
  return { office, id };
}

describe("selling a card", () => {
  test("books the money, the term and the card at once, as it was quoted", async () => {
    const { office, id } = await officeWithMember();
    const quote = await office.must("cards.quote", { memberId: id });
    expect(quote).toEqual({ startsOn: "2026-11-23", endsOn: "2027-11-22", price: 2_500, kind: "first" });
    const sale = await office.must("cards.sellTerm", request(id));
    expect(sale).toMatchObject({
      voucherNumber: "KTL-2026-00001",
      term: { startsOn: "2026-11-23", endsOn: "2027-11-22", price: 2_500, gapDays: 0 },
      card: { issue: 1, issuedOn: "2026-11-23", validUntil: "2027-11-22", state: "valid" },
    });
    const { rows, total, sumIn } = await vouchers(office);
    expect([total, sumIn]).toEqual([1, 2_500]);
    expect(rows[0]).toMatchObject({ account: "membershipCard", recordedBy: "Awa Sissoko", memberId: id });
    expect((await office.must("membership.readMember", { id })).member.status).toBe("current");
  });

  test("twice by the same request (a double click) takes the money once", async () => {
    const { office, id } = await officeWithMember();
    const about = request(id);
    const first = await office.must("cards.sellTerm", about);
    expect(await office.must("cards.sellTerm", about)).toEqual(first);
    expect((await vouchers(office)).total).toBe(1);
    expect((await office.must("membership.readMember", { id })).cards).toHaveLength(1);
  });

  test("ahead of time continues from the end, and the card before is worth nothing", async () => {
    const { office, id } = await officeWithMember();
    await office.must("cards.sellTerm", request(id));
    office.clock.set("2027-11-01T09:00:00.000Z");
    const sale = await office.must("cards.sellTerm", request(id));
    expect(sale.term).toMatchObject({ startsOn: "2027-11-23", endsOn: "2028-11-22", gapDays: 0 });
    expect(sale.voucherNumber).toBe("KTL-2027-00001");
    const { cards } = await office.must("membership.readMember", { id });
    expect(cards.map(({ issue, state }) => [issue, state])).toEqual([
      [1, "replaced"],
      [2, "valid"],
    ]);
  });

  test("in the grace month continues without a gap", async () => {
    const { office, id } = await officeWithMember();
    await office.must("cards.sellTerm", request(id));
    office.clock.set("2027-12-22T09:00:00.000Z");
    expect((await office.must("membership.readMember", { id })).member.status).toBe("grace");
    expect((await office.must("cards.quote", { memberId: id })).kind).toBe("renewal");
    const sale = await office.must("cards.sellTerm", request(id));
    expect(sale.term).toMatchObject({ startsOn: "2027-11-23", gapDays: 0 });
  });

  test("after a lapse begins today, and the gap stays visible", async () => {
    const { office, id } = await officeWithMember();
    await office.must("cards.sellTerm", request(id));
    office.clock.set("2028-01-22T09:00:00.000Z");
    expect((await office.must("membership.readMember", { id })).member.status).toBe("expired");
    expect((await office.must("cards.quote", { memberId: id })).kind).toBe("afterLapse");
    const sale = await office.must("cards.sellTerm", request(id));
    expect(sale.term).toMatchObject({ startsOn: "2028-01-22", gapDays: 60 });
  });

  test("at a price that changed since it was shown is refused, with the new one", async () => {
    const { office, id } = await officeWithMember();
    const settings = await office.must("office.readSettings", {});
    await office.must("office.updateSettings", { ...settings, cardPrice: 3_000, cardTermMonths: 6 });
    expect(await office.ask("cards.sellTerm", request(id))).toMatchObject({
      refusal: { code: "card.priceChanged", field: "price", values: { price: 3_000 } },
    });
    expect((await vouchers(office)).total).toBe(0);
    const sale = await office.must("cards.sellTerm", request(id, { price: 3_000 }));
    expect(sale.term.endsOn).toBe("2027-05-22");
    expect(sale.voucherNumber).toBe("KTL-2026-00001");
  });

  test("by phone or bank asks for the payment's reference", async () => {
    const { office, id } = await officeWithMember();
    for (const method of ["orangeMoney", "moovMoney", "wave", "bank"] as const)
      expect(await office.refused("cards.sellTerm", request(id, { method }))).toBe(
        "card.referenceMissing @ reference",
      );
    const about = request(id, { method: "orangeMoney", reference: "OM 771" });
    await office.must("cards.sellTerm", about);
    expect((await vouchers(office)).rows[0]).toMatchObject({ method: "orangeMoney", reference: "OM 771" });
  });

  test("to a woman who left, or whom the register does not know, is refused", async () => {
    const { office, id } = await officeWithMember();
    await office.must("membership.recordDeparture", { id, on: "2026-11-23", reason: "moved" });
    expect(await office.refused("cards.quote", { memberId: id })).toBe("card.memberLeft @ memberId");
    expect(await office.refused("cards.sellTerm", request(id))).toBe("card.memberLeft @ memberId");
    expect(await office.refused("cards.sellTerm", request(v7()))).toBe("member.notFound @ memberId");
  });

  test("numbers vouchers without gaps, anew each year", async () => {
    const office = await makeTestOffice();
    const numbers: string[] = [];
    for (let index = 0; index < 6; index += 1) {
      const { id } = (await register(office, { surname: `Membre${index}` })).member;
      if (index === 3) office.clock.set("2027-01-02T08:00:00.000Z");
      await office.ask("cards.sellTerm", request(id, { price: 1 }));
      await office.ask("cards.sellTerm", request(id, { method: "wave" }));
      numbers.push((await office.must("cards.sellTerm", request(id))).voucherNumber);
    }
    expect(numbers).toEqual([
      "KTL-2026-00001",
      "KTL-2026-00002",
      "KTL-2026-00003",
      "KTL-2027-00001",
      "KTL-2027-00002",
      "KTL-2027-00003",
    ]);
  });
});

describe("a lost card", () => {
  const replace = (memberId: string, changes: object = {}) => ({
    id: v7(),
    memberId,
    reason: "lost" as const,
    method: "cash" as const,
    reference: "",
    charged: true,
    ...changes,
  });

  test("is replaced for a fee by a new issue of the same validity", async () => {
    const { office, id } = await officeWithMember();
    await office.must("cards.sellTerm", request(id));
    const replaced = await office.must("cards.replaceCard", replace(id));
    expect(replaced).toMatchObject({
      card: { issue: 2, validUntil: "2027-11-22", state: "valid" },
      voucherNumber: "KTL-2026-00002",
    });
    expect((await office.must("membership.readMember", { id })).cards[0]?.state).toBe("lost");
    const { rows, sumIn } = await vouchers(office);
    expect(rows[0]).toMatchObject({ account: "cardReplacement", amount: 1_000 });
    expect(sumIn).toBe(3_500);
  });

  test("is replaced without a fee when the office says so, or when it costs nothing", async () => {
    const { office, id } = await officeWithMember();
    await office.must("cards.sellTerm", request(id));
    const free = await office.must("cards.replaceCard", replace(id, { charged: false, reason: "spoilt" }));
    expect(free).toMatchObject({ card: { issue: 2 }, voucherId: null, voucherNumber: null });
    const settings = await office.must("office.readSettings", {});
    await office.must("office.updateSettings", { ...settings, replacementPrice: 0 });
    expect(await office.must("cards.replaceCard", replace(id))).toMatchObject({
      card: { issue: 3 },
      voucherId: null,
    });
    expect((await vouchers(office)).total).toBe(1);
  });

  test.each([true, false])("is replaced once by a double click (charged: %s)", async (charged) => {
    const { office, id } = await officeWithMember();
    await office.must("cards.sellTerm", request(id));
    const about = replace(id, { charged });
    const first = await office.must("cards.replaceCard", about);
    expect(await office.must("cards.replaceCard", about)).toEqual(first);
    expect((await office.must("membership.readMember", { id })).cards).toHaveLength(2);
  });

  test("cannot be replaced when there is none, when it has expired, or when she left", async () => {
    const { office, id } = await officeWithMember();
    expect(await office.refused("cards.replaceCard", replace(id))).toBe("card.none @ memberId");
    await office.must("cards.sellTerm", request(id));
    expect(await office.refused("cards.replaceCard", replace(id, { method: "wave" }))).toBe(
      "card.referenceMissing @ reference",
    );
    office.clock.set("2027-11-23T08:00:00.000Z");
    expect(await office.refused("cards.replaceCard", replace(id))).toBe("card.none @ memberId");
    office.clock.set("2026-11-25T08:00:00.000Z");
    await office.must("membership.recordDeparture", { id, on: "2026-11-24", reason: "moved" });
    expect(await office.refused("cards.replaceCard", replace(id))).toBe("card.memberLeft @ memberId");
  });
});

test("the cashbook lists a span of days with its sums, page by page", async () => {
  const office = await makeTestOffice();
  for (const day of ["2026-10-30", "2026-11-01", "2026-11-15", "2026-12-01"]) {
    office.clock.set(`${day}T08:00:00.000Z`);
    const { id } = (await register(office, { surname: `De${day}`, joinedOn: "2026-01-01" })).member;
    await office.must("cards.sellTerm", request(id));
  }
  const november = { from: "2026-11-01", to: "2026-11-30", offset: 0, limit: 1 };
  const page = await office.must("cashbook.listVouchers", november);
  expect(page).toMatchObject({ total: 2, sumIn: 5_000, sumOut: 0 });
  expect(page.rows.map(({ datedOn }) => datedOn)).toEqual(["2026-11-15"]);
});
