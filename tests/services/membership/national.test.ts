import { v7 } from "uuid";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { MemberFile } from "../../../src/contract/membership.ts";
import type { OfficeScope } from "../../../src/contract/primitives.ts";
import { accept } from "../../../src/contract/results.ts";
import type { Tier } from "../../../src/contract/sync.ts";
import { sealCard } from "../../../src/crypto/cardSeal.ts";
import { publicKeyOf, sshPublicKey } from "../../../src/crypto/signing.ts";
import { insertCardKey } from "../../../src/data/cards.ts";
import type { Call } from "../../../src/services/call.ts";
import { checkCard } from "../../../src/services/cards/check.ts";
import { listVouchers } from "../../../src/services/cashbook/vouchers.ts";
import { listMembers, readMember } from "../../../src/services/membership/members.ts";
import { readCardSeed } from "../../../src/services/sync/keys.ts";
import { makeTestOffice, refusal, refusalWords, type TestOffice } from "../../support/office.ts";
import { makeJpeg } from "../../support/photos.ts";
import { takeIn } from "../../support/received.ts";
import { NO_FILTER, newDetails, register } from "../../support/women.ts";

let bamako: TestOffice;
let koutiala: TestOffice;
let mopti: TestOffice;
let inKoutiala: MemberFile;
let inMopti: MemberFile;
let inBamako: MemberFile;

const sale = (memberId: string) =>
  ({ id: v7(), memberId, method: "cash", reference: "", price: 2_500 }) as const;

beforeAll(async () => {
  bamako = await makeTestOffice({
    office: { code: "BKO", name: "Bamako", headquarters: true },
    shared: true,
  });
  koutiala = await makeTestOffice({ shared: true });
  mopti = await makeTestOffice({ office: { code: "MPT", name: "Mopti" }, shared: true });
  inBamako = await register(bamako, { surname: "Traoré", firstNames: "Djénéba" });
  inKoutiala = await register(koutiala, {
    surname: "Traoré",
    firstNames: "Fanta",
    locality: "Darsalam",
    notes: "note secrète",
    workSetting: "street",
  });
  await register(koutiala, { surname: "Coulibaly", firstNames: "Awa" });
  inMopti = await register(mopti, { surname: "Traore", firstNames: "Oumou" });
  await koutiala.must("cards.sellTerm", sale(inKoutiala.member.id));
  await mopti.must("cards.sellTerm", sale(inMopti.member.id));
  await bamako.must("cards.sellTerm", sale(inBamako.member.id));
  takeIn(bamako, koutiala);
  takeIn(bamako, mopti);
});
afterAll(() => {
  for (const office of [bamako, koutiala, mopti]) office.close();
});

const query = (office: OfficeScope | undefined, text = "") => ({
  filter: { ...NO_FILTER, text, ...(office === undefined ? {} : { office }) },
  sort: "name" as const,
  descending: false,
  offset: 0,
  limit: 100,
});
const names = async (office: OfficeScope | undefined, text = "") =>
  (await bamako.must("membership.listMembers", query(office, text))).rows.map(
    (row) => `${row.office} ${row.firstNames}`,
  );

/** The same person with these tiers of all offices' copies only. */
function withTiers(tiers: readonly Tier[]): Call {
  const { call } = bamako;
  const national = call.national();
  return {
    ...call,
    national: () => (national === null ? null : { ...national, tiers: new Set(tiers) }),
  };
}

describe("headquarters' list of members", () => {
  test("is its own branch's, one office's, or all offices', with the office of each", async () => {
    expect(await names(undefined)).toEqual(["BKO Djénéba"]);
    expect(await names("BKO")).toEqual(["BKO Djénéba"]);
    expect(await names("KTL")).toEqual(["KTL Awa", "KTL Fanta"]);
    expect((await names("all")).sort()).toEqual(["BKO Djénéba", "KTL Awa", "KTL Fanta", "MPT Oumou"]);
    const { total } = await bamako.must("membership.listMembers", { ...query("all"), limit: 1 });
    expect(total).toBe(4);
  });

  test("is searched over all offices without regard to accents, and filtered like any list", async () => {
    expect((await names("all", "traore")).sort()).toEqual(["BKO Djénéba", "KTL Fanta", "MPT Oumou"]);
    expect(await names("MPT", "traoré")).toEqual(["MPT Oumou"]);
    expect(await names("all", inKoutiala.member.number)).toEqual(["KTL Fanta"]);
    const current = { ...query("all"), filter: { ...query("all").filter, statuses: ["current" as const] } };
    expect((await bamako.must("membership.listMembers", current)).total).toBe(3);
  });

  test("knows the localities of each office", async () => {
    const of = async (office: OfficeScope) =>
      (await bamako.must("membership.listLocalities", { office })).map(
        ({ name, members }) => `${name} ${members}`,
      );
    expect(await of("KTL")).toEqual(["Darsalam 1", "Koko 1"]);
    expect(await of("all")).toEqual(["Darsalam 1", "Koko 3"]);
  });

  test("is exported and printed under a neutral name with a column that says whose each is", async () => {
    const filter = { ...NO_FILTER, office: "all" as const };
    const file = await bamako.must("membership.exportList", { filter, format: "csv" });
    expect(file.fileName).toBe("BKO-liste-national-2026-11-23.csv");
    const [heading = "", ...lines] = new TextDecoder().decode(file.bytes).trimEnd().split("\r\n");
    expect(heading).toContain("Bureau;");
    expect(lines.map((line) => line.slice(0, 3)).sort()).toEqual(["BKO", "KTL", "KTL", "MPT"]);
    const [noted] = await bamako.must("access.listAudit", { before: null, limit: 1 });
    expect(noted).toMatchObject({ action: "exportMembers", reference: "national", rows: 4 });
    const paper = await bamako.must("membership.printList", { ...filter, office: "KTL" });
    expect(paper.fileName).toBe("BKO-liste-KTL-2026-11-23.pdf");
  });

  test("is closed to whoever does not hold the tier, and says so", () => {
    const blind = withTiers(["finance"]);
    expect(refusalWords(listMembers(blind, query("all")))).toBe(refusal("headquarters.noTier", "office"));
    expect(refusalWords(listMembers(blind, query(undefined)))).toBe("accepted");
    expect(refusalWords(readMember(blind, { id: inKoutiala.member.id }))).toBe(
      refusal("member.notFound", "id"),
    );
  });

  test("tells by the cards who is paid to whoever may not read what was paid", () => {
    const answer = listMembers(withTiers(["identity"]), query("KTL"));
    const standing = answer.ok
      ? answer.value.rows.map(({ firstNames, status, paidUntil }) => [firstNames, status, paidUntil])
      : [];
    expect(standing).toEqual([
      ["Awa", "new", null],
      ["Fanta", "current", "2027-11-22"],
    ]);
    const file = readMember(withTiers(["identity"]), { id: inKoutiala.member.id });
    expect(file.ok && file.value.member).toMatchObject({ status: "current", paidUntil: "2027-11-22" });
  });

  test("is there at headquarters only", async () => {
    const elsewhere = refusal("headquarters.notHere", "office");
    expect(await koutiala.refused("membership.listMembers", query("MPT"))).toBe(elsewhere);
    expect(await koutiala.refused("membership.listMembers", query("all"))).toBe(elsewhere);
    expect(await koutiala.refused("membership.listLocalities", { office: "all" })).toBe(elsewhere);
    expect((await koutiala.must("membership.listMembers", query("KTL"))).total).toBe(2);
  });
});

describe("another office's member at headquarters", () => {
  test("is read with her terms, cards and history; what stays in her office and who wrote it are not there", async () => {
    const file = await bamako.must("membership.readMember", { id: inKoutiala.member.id });
    expect(file.member).toMatchObject({
      office: "KTL",
      number: inKoutiala.member.number,
      notes: "",
      workSetting: null,
    });
    expect([file.terms.length, file.cards.length]).toEqual([1, 1]);
    expect(file.terms[0]?.voucherNumber).toBe("KTL-2026-00001");
    expect(file.history.map(({ entity, office, by }) => [entity, office, by])).toEqual([
      ["card", "KTL", ""],
      ["term", "KTL", ""],
      ["member", "KTL", ""],
    ]);
  });

  test("shows her photograph", async () => {
    const jpeg = makeJpeg(350, 450);
    const { member } = await koutiala.must("membership.setPhoto", { id: inKoutiala.member.id, jpeg });
    takeIn(bamako, koutiala);
    const sha256 = member.photoSha256 ?? "";
    expect(Uint8Array.from((await bamako.must("membership.readPhoto", { sha256 })).jpeg)).toEqual(jpeg);
  });

  test("is changed by nothing that headquarters does", async () => {
    const { id, number } = inKoutiala.member;
    const own = inBamako.member.id;
    const elsewhere = refusal("member.elsewhere", "id");
    const ask = bamako.refused;
    expect(await ask("membership.updateMember", { id, details: newDetails() })).toBe(elsewhere);
    expect(await ask("membership.setPhoto", { id, jpeg: null })).toBe(elsewhere);
    expect(await ask("membership.reinstate", { id })).toBe(elsewhere);
    expect(await ask("membership.eraseMember", { id, number })).toBe(elsewhere);
    expect(await ask("membership.printFile", { id })).toBe(elsewhere);
    expect(await ask("membership.printConsent", { id })).toBe(elsewhere);
    const left = { id, on: "2026-11-23", reason: "moved" } as const;
    expect(await ask("membership.recordDeparture", left)).toBe(elsewhere);
    expect(await ask("membership.mergeMembers", { keepId: id, mergeId: own })).toBe(elsewhere);
    expect(await ask("membership.mergeMembers", { keepId: own, mergeId: id })).toBe(
      refusal("member.elsewhere", "mergeId"),
    );
    const ofMember = refusal("member.elsewhere", "memberId");
    expect(await ask("cards.quote", { memberId: id })).toBe(ofMember);
    expect(await ask("cards.sellTerm", sale(id))).toBe(ofMember);
    const lost = { id: v7(), memberId: id, reason: "lost", method: "cash", reference: "" } as const;
    expect(await ask("cards.replaceCard", { ...lost, charged: false })).toBe(ofMember);
    const nobody = v7();
    expect(await ask("membership.reinstate", { id: nobody })).toBe(refusal("member.notFound", "id"));
  });
});

describe("headquarters' cash book", () => {
  const year = { from: "2026-01-01", to: "2026-12-31", offset: 0, limit: 10 };

  test("is its own branch's, one office's or all offices', with their sums", async () => {
    const own = await bamako.must("cashbook.listVouchers", year);
    expect(own.rows.map(({ office, recordedBy }) => [office, recordedBy])).toEqual([["BKO", "Awa Sissoko"]]);
    const all = await bamako.must("cashbook.listVouchers", { ...year, office: "all" });
    expect(all.rows.map(({ office }) => office)).toEqual(["BKO", "KTL", "MPT"]);
    expect([all.total, all.sumIn, all.sumOut]).toEqual([3, 7_500, 0]);
    const one = await bamako.must("cashbook.listVouchers", { ...year, office: "MPT" });
    expect([one.total, one.sumIn]).toEqual([1, 2_500]);
    expect(one.rows[0]).toMatchObject({ memberNumber: inMopti.member.number, recordedBy: "" });
  });

  test("opens with the tier of money, and shows nobody to whom members are closed", () => {
    expect(refusalWords(listVouchers(withTiers(["identity"]), { ...year, office: "all" }))).toBe(
      refusal("headquarters.noTier", "office"),
    );
    expect(refusalWords(listVouchers(withTiers(["finance"]), { ...year, office: "all" }))).toBe("accepted");
  });
});

describe("headquarters' audit trail", () => {
  test("is one office's by its numbers or all offices' by the time, piece by piece", async () => {
    const page = (office: OfficeScope, before: number | null, skip: number) =>
      bamako.must("access.listAudit", { office, before, skip, limit: 3 });
    const first = await page("KTL", null, 0);
    expect(first.map(({ office, by }) => [office, by])).toEqual(Array(3).fill(["KTL", ""]));
    const [next] = await page("KTL", first.at(-1)?.seq ?? null, 0);
    expect(next?.seq).toBe((first.at(-1)?.seq ?? 0) - 1);
    const whole = await bamako.must("access.listAudit", { office: "all", before: null, limit: 500 });
    expect(new Set(whole.map(({ office }) => office))).toEqual(new Set(["BKO", "KTL", "MPT"]));
    expect(await page("all", null, 3)).toEqual(whole.slice(3, 6));
    expect(whole.find(({ action }) => action === "member.insert")?.reference).toMatch(/^[A-Z]{3}-0000/);
  });
});

describe("another office's card at headquarters", () => {
  const seedOf = (office: TestOffice) => readCardSeed(office.call.office.reader);
  const verdict = async (text: string) => bamako.must("cards.check", { text });

  test("shows whose it is, is refused once it was replaced, and is taken while newer than the last stick", async () => {
    const { call } = bamako;
    call.office.write(call.user.id, call.world.now(), (door) =>
      accept(insertCardKey(door, "KTL", sshPublicKey(publicKeyOf(seedOf(koutiala))))),
    );
    const { id, number } = inKoutiala.member;
    const claim = (issue: number) => sealCard({ number, issue, validUntil: "2027-11-22" }, seedOf(koutiala));
    expect(await verdict(claim(1))).toMatchObject({ verdict: "valid", member: { id, office: "KTL" } });
    const lost = { id: v7(), memberId: id, reason: "lost", method: "cash", reference: "" } as const;
    await koutiala.must("cards.replaceCard", { ...lost, charged: false });
    expect(await verdict(claim(2))).toMatchObject({ verdict: "valid", member: null });
    takeIn(bamako, koutiala);
    expect(await verdict(claim(1))).toMatchObject({ verdict: "replaced", member: { id } });
    expect(await verdict(claim(2))).toMatchObject({ verdict: "valid", member: { id } });
    const blind = checkCard(withTiers(["finance"]), { text: claim(1) });
    expect(blind.ok && blind.value).toMatchObject({ verdict: "valid", member: null });
    await koutiala.must("membership.recordDeparture", { id, on: "2026-11-23", reason: "moved" });
    takeIn(bamako, koutiala);
    expect((await verdict(claim(2))).verdict).toBe("memberLeft");
  });
});
