import { v7 } from "uuid";
import { describe, expect, test } from "vitest";
import type { MemberDetails } from "../../../src/contract/membership.ts";
import { makeTestOffice, type TestOffice } from "../../support/office.ts";
import { makeJpeg } from "../../support/photos.ts";
import { NO_FILTER, newDetails, register } from "../../support/women.ts";

const sell = (office: TestOffice, memberId: string) =>
  office.must("cards.sellTerm", { id: v7(), memberId, method: "cash", reference: "", price: 2_500 });

async function find(office: TestOffice, text: string): Promise<string[]> {
  const { rows } = await office.must("membership.listMembers", {
    filter: { ...NO_FILTER, text },
    sort: "name",
    descending: false,
    offset: 0,
    limit: 20,
  });
  return rows.map(({ id }) => id);
}

async function mergedDetails(keep: Partial<MemberDetails>, other: Partial<MemberDetails>) {
  const office = await makeTestOffice();
  const kept = await register(office, keep);
  const gone = await register(office, other);
  const file = await office.must("membership.mergeMembers", {
    keepId: kept.member.id,
    mergeId: gone.member.id,
  });
  return file.member;
}

describe("two records of one woman", () => {
  test("become one: terms, cards and receipts are hers, and nothing is counted twice", async () => {
    const office = await makeTestOffice();
    const keep = (await register(office)).member;
    const other = (await register(office, { surname: "Koulibaly" })).member;
    await sell(office, keep.id);
    const sale = await sell(office, other.id);
    const file = await office.must("membership.mergeMembers", { keepId: keep.id, mergeId: other.id });
    expect(file.terms).toHaveLength(2);
    expect(file.cards).toHaveLength(2);
    expect(file.mergedNumbers).toEqual([other.number]);
    const { rows } = await office.must("cashbook.listVouchers", {
      from: "2026-11-01",
      to: "2026-11-30",
      offset: 0,
      limit: 10,
    });
    expect(rows.find(({ id }) => id === sale.voucherId)?.memberNumber).toBe(keep.number);
    expect((await office.must("office.overview", {})).members.total).toBe(1);
    expect(await find(office, "")).toEqual([keep.id]);
  });

  test("are found by either number, and the old page shows the record that stays", async () => {
    const office = await makeTestOffice();
    const keep = (await register(office)).member;
    const other = (await register(office)).member;
    await office.must("membership.mergeMembers", { keepId: keep.id, mergeId: other.id });
    expect(await find(office, other.number)).toEqual([keep.id]);
    expect((await office.must("membership.readMember", { id: other.id })).member.id).toBe(keep.id);
    await office.must("membership.updateMember", { id: keep.id, details: newDetails({ locality: "Dar" }) });
    expect(await find(office, other.number)).toEqual([keep.id]);
  });

  test("keep both histories", async () => {
    const office = await makeTestOffice();
    const keep = (await register(office)).member;
    const other = (await register(office)).member;
    await office.must("membership.updateMember", {
      id: other.id,
      details: newDetails({ phone: "76123456" }),
    });
    const file = await office.must("membership.mergeMembers", { keepId: keep.id, mergeId: other.id });
    expect(file.history.filter(({ entity, op }) => entity === "member" && op === "insert")).toHaveLength(2);
    expect(file.history.some(({ fields }) => fields.includes("phone"))).toBe(true);
    const trail = await office.must("access.listAudit", { before: null, limit: 10 });
    expect(trail.find(({ action }) => action === "merge")?.reference).toBe(other.number);
  });

  test("merged one after the other are all found, and all erased", async () => {
    const office = await makeTestOffice();
    const [first, second, third] = [
      (await register(office, { surname: "Premiere" })).member,
      (await register(office, { surname: "Deuxieme" })).member,
      (await register(office, { surname: "Troisieme" })).member,
    ];
    await office.must("membership.mergeMembers", { keepId: second.id, mergeId: first.id });
    const file = await office.must("membership.mergeMembers", { keepId: third.id, mergeId: second.id });
    expect(file.mergedNumbers).toEqual([first.number, second.number]);
    expect(await find(office, first.number)).toEqual([third.id]);
    expect((await office.must("membership.readMember", { id: first.id })).member.id).toBe(third.id);
    await office.must("membership.eraseMember", { id: third.id, number: third.number });
    const { reader } = office.call.office;
    expect(reader.number("SELECT count(*) FROM member WHERE surname <> ''")).toBe(0);
    expect(reader.number("SELECT count(*) FROM journal WHERE shared_values LIKE '%Premiere%'")).toBe(0);
  });

  test("cannot be merged into themselves, twice, or changed afterwards", async () => {
    const office = await makeTestOffice();
    const keep = (await register(office)).member;
    const other = (await register(office)).member;
    const both = { keepId: keep.id, mergeId: other.id };
    expect(await office.refused("membership.mergeMembers", { keepId: keep.id, mergeId: keep.id })).toBe(
      "member.mergeSelf @ mergeId",
    );
    await office.must("membership.mergeMembers", both);
    expect(await office.refused("membership.mergeMembers", both)).toBe("member.merged @ mergeId");
    expect(await office.refused("membership.updateMember", { id: other.id, details: newDetails() })).toBe(
      "member.merged @ id",
    );
    expect(await office.refused("cards.quote", { memberId: other.id })).toBe("member.merged @ memberId");
  });
});

describe("what the record that stays did not know", () => {
  test("it takes from the other; where both know, it keeps its own", async () => {
    const member = await mergedDetails(
      { surname: "Kept", phone: "", birth: null, childrenInCare: 0, notes: "un", joinedOn: "2026-11-05" },
      { surname: "Gone", phone: "76123456", childrenInCare: 4, notes: "deux", joinedOn: "2020-01-05" },
    );
    expect(member).toMatchObject({
      surname: "Kept",
      phone: "+22376123456",
      birth: { kind: "exact", on: "1990-05-14" },
      childrenInCare: 0,
      notes: "un\ndeux",
      joinedOn: "2020-01-05",
    });
  });

  test("comes with what belongs to it: no stranger's phone under a known name", async () => {
    const member = await mergedDetails(
      { emergencyName: "Mariam", paperKind: "nina" },
      { emergencyName: "Oumou", emergencyPhone: "66010203", paperKind: "passport", paperNumber: "AA 1234" },
    );
    expect(member).toMatchObject({
      emergencyName: "Mariam",
      emergencyPhone: "",
      paperKind: "nina",
      paperNumber: "",
    });
  });

  test("is a signed consent with the day on which it was signed", async () => {
    const member = await mergedDetails(
      { consentOn: "2021-01-01", consentSigned: false },
      { consentOn: "2023-03-03", consentSigned: true },
    );
    expect(member).toMatchObject({ consentOn: "2023-03-03", consentSigned: true });
  });

  test("is her photograph", async () => {
    const office = await makeTestOffice();
    const keep = (await register(office)).member;
    const other = (await register(office)).member;
    const { photoSha256 } = (
      await office.must("membership.setPhoto", { id: other.id, jpeg: makeJpeg(350, 450) })
    ).member;
    const file = await office.must("membership.mergeMembers", { keepId: keep.id, mergeId: other.id });
    expect(file.member.photoSha256).toBe(photoSha256);
  });
});
