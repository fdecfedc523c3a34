import { v7 } from "uuid";
import { beforeEach, describe, expect, test } from "vitest";
import type { MemberDetails, MemberFile } from "../../../src/contract/membership.ts";
import { eachEntry, readLastEntry } from "../../../src/data/journal.ts";
import { REGISTRY } from "../../../src/data/registry.ts";
import { refusal, type TestOffice } from "../../support/office.ts";
import {
  answerTo,
  KOUTIALA,
  MOPTI,
  makeEnrolled,
  makeHeadquarters,
  receive,
  send,
} from "../../support/roundTrip.ts";
import { NO_FILTER, newDetails, register } from "../../support/women.ts";
import { type HandRow, handAnswer, headRow, heldUpTo, lastOf } from "./handmade.ts";
import { PHOTO, sellCard } from "./joined.ts";

let hq: TestOffice;
let koutiala: TestOffice;
let mopti: TestOffice;
beforeEach(async () => {
  hq = await makeHeadquarters();
  koutiala = await makeEnrolled(hq, KOUTIALA);
  mopti = await makeEnrolled(hq, MOPTI);
});

async function tell(...offices: TestOffice[]): Promise<void> {
  for (const office of offices) await receive(hq, await send(office));
}

async function woman(office: TestOffice, changes: Partial<MemberDetails> = {}): Promise<MemberFile> {
  const { member } = await register(office, { notes: "préfère le soir", workSetting: "bar", ...changes });
  await office.must("membership.setPhoto", { id: member.id, jpeg: PHOTO });
  await sellCard(office, member.id);
  return office.must("membership.readMember", { id: member.id });
}

/** She leaves one office with its answer and its next stick, and comes to the other with that one's answer. */
async function go(from: TestOffice, to: TestOffice): Promise<void> {
  await answerTo(hq, from);
  await tell(from);
  await answerTo(hq, to);
}

const fileAt = (office: TestOffice, id: string) => office.must("membership.readMember", { id });

function decide(memberId: string, to: string, mergeInto: string | null = null) {
  return hq.must("headquarters.transfer", { id: v7(), memberId, to, mergeInto });
}

const stateOf = async (id: string) =>
  (await hq.must("headquarters.transfers", {})).find((transfer) => transfer.id === id)?.state;

async function found(office: TestOffice, text: string): Promise<string[]> {
  const page = await office.must("membership.listMembers", {
    filter: { ...NO_FILTER, text },
    sort: "name",
    descending: false,
    offset: 0,
    limit: 10,
  });
  return page.rows.map(({ number }) => number);
}

describe("a member who goes to another office", () => {
  test("leaves the one with its last entries, and is the other's with all that is hers", async () => {
    const before = await woman(koutiala);
    const { member } = before;
    await tell(koutiala);
    const { id } = await decide(member.id, "MPT");
    await answerTo(hq, koutiala);
    const left = await fileAt(koutiala, member.id);
    expect(left.member).toMatchObject({ office: "MPT", number: member.number, leftReason: "transferred" });
    expect(left.member.leftOn).toBe(koutiala.clock.now().slice(0, 10));
    expect(await koutiala.refused("membership.reinstate", { id: member.id })).toBe(
      refusal("member.elsewhere", "id"),
    );
    await tell(koutiala);
    expect(await stateOf(id)).toBe("leaving");

    await answerTo(hq, mopti);
    const arrived = await fileAt(mopti, member.id);
    expect(arrived.member).toMatchObject({
      ...member,
      office: "MPT",
      notes: "",
      workSetting: null,
      leftOn: null,
      leftReason: null,
    });
    expect(arrived.cards).toEqual(before.cards);
    expect(arrived.terms).toEqual(
      before.terms.map((term) => ({ ...term, voucherId: null, voucherNumber: null })),
    );
    expect(arrived.history.map(({ office }) => office)).toContain("KTL");
    const { jpeg } = await mopti.must("membership.readPhoto", { sha256: member.photoSha256 ?? "" });
    expect(Buffer.from(jpeg).equals(PHOTO)).toBe(true);
    expect(await found(mopti, "Coulibaly")).toEqual([member.number]);
    expect(await found(mopti, member.number)).toEqual([member.number]);
    await tell(mopti);
    expect(await stateOf(id)).toBe("done");
  });

  test("arrives once the office that she leaves has let her go, with what was sold there in between", async () => {
    const { member } = await woman(koutiala);
    await tell(koutiala);
    const { id } = await decide(member.id, "MPT");
    await answerTo(hq, mopti);
    expect(await mopti.refused("membership.readMember", { id: member.id })).toBe(
      refusal("member.notFound", "id"),
    );
    await sellCard(koutiala, member.id);
    await go(koutiala, mopti);
    await tell(mopti);
    expect(await stateOf(id)).toBe("done");
    expect((await fileAt(mopti, member.id)).terms).toHaveLength(2);
    const file = await fileAt(hq, member.id);
    expect(file.member.office).toBe("MPT");
    expect(file.terms).toHaveLength(2);
  });

  test("takes along what was merged into her record, and is found by both numbers", async () => {
    const one = (await woman(koutiala)).member;
    const two = (await woman(koutiala, { surname: "Sangaré" })).member;
    await koutiala.must("membership.mergeMembers", { keepId: one.id, mergeId: two.id });
    await tell(koutiala);
    await decide(one.id, "MPT");
    await answerTo(hq, koutiala);
    await tell(koutiala);
    await answerTo(hq, mopti);
    const file = await fileAt(mopti, two.id);
    expect(file.member.id).toBe(one.id);
    expect(file.mergedNumbers).toEqual([two.number]);
    expect(file.cards).toHaveLength(2);
    expect(await found(mopti, two.number)).toEqual([one.number]);
    const away = koutiala.call.office.reader.all("SELECT office FROM member WHERE id IN (@one, @two)", {
      one: one.id,
      two: two.id,
    });
    expect(away).toEqual([{ office: "MPT" }, { office: "MPT" }]);
    await tell(mopti);
  });

  test("is taken into the record that the receiving office has of her already", async () => {
    const hers = (await woman(koutiala, { phone: "76 12 34 56" })).member;
    const own = (await register(mopti, { alsoKnownAs: "Fatim", locality: "Komoguel" })).member;
    await tell(koutiala, mopti);
    await decide(hers.id, "MPT", own.id);
    await answerTo(hq, koutiala);
    await tell(koutiala);
    await answerTo(hq, mopti);
    const file = await fileAt(mopti, hers.id);
    expect(file.member).toMatchObject({ id: own.id, number: own.number, locality: "Komoguel" });
    expect(file.member.phone).toBe("+22376123456");
    expect(file.mergedNumbers).toEqual([hers.number]);
    expect(file.cards.map(({ id }) => id)).toHaveLength(1);
    expect(await found(mopti, hers.number)).toEqual([own.number]);
    await tell(mopti);
    expect((await fileAt(hq, own.id)).mergedNumbers).toEqual([hers.number]);
  });

  test("arrives all the same where that record is gone meanwhile", async () => {
    const hers = (await woman(koutiala)).member;
    const own = (await register(mopti)).member;
    await tell(koutiala, mopti);
    await decide(hers.id, "MPT", own.id);
    await mopti.must("membership.eraseMember", { id: own.id, number: own.number });
    await go(koutiala, mopti);
    expect((await fileAt(mopti, hers.id)).member).toMatchObject({ office: "MPT", erased: false });
  });

  test("comes back under her number, with the vouchers and notes that never left", async () => {
    const { member, terms } = await woman(koutiala);
    await tell(koutiala);
    await decide(member.id, "MPT");
    await go(koutiala, mopti);
    await tell(mopti);
    await sellCard(mopti, member.id);
    const details = newDetails({ locality: "Sévaré" });
    await mopti.must("membership.updateMember", { id: member.id, details });
    await tell(mopti);
    const { id } = await decide(member.id, "KTL");
    await answerTo(hq, mopti);
    await tell(mopti);
    await answerTo(hq, koutiala);
    const back = await fileAt(koutiala, member.id);
    expect(back.member).toMatchObject({
      office: "KTL",
      number: member.number,
      leftOn: null,
      notes: "préfère le soir",
      workSetting: "bar",
      locality: "Sévaré",
    });
    expect(back.terms).toHaveLength(2);
    expect(back.terms[0]).toMatchObject({ voucherNumber: terms[0]?.voucherNumber });
    expect(back.terms[1]).toMatchObject({ voucherId: null });
    const seqs = back.history.filter(({ office }) => office === "KTL").map(({ seq }) => seq);
    expect(new Set(seqs).size).toBe(seqs.length);
    await koutiala.must("membership.recordDeparture", {
      id: member.id,
      on: koutiala.clock.now().slice(0, 10),
      reason: "other",
    });
    await tell(koutiala);
    expect(await stateOf(id)).toBe("done");
    expect((await fileAt(hq, member.id)).member.office).toBe("KTL");
  });

  test("is erased later with what other offices wrote about her", async () => {
    const { member } = await woman(koutiala);
    await tell(koutiala);
    await decide(member.id, "MPT");
    await go(koutiala, mopti);
    await mopti.must("membership.eraseMember", { id: member.id, number: member.number });
    const { reader } = mopti.call.office;
    const rows = reader.all("SELECT entity, shared_values FROM inherited_entry");
    expect(rows.length).toBeGreaterThan(0);
    for (const { entity, shared_values } of rows) if (entity === "member") expect(shared_values).toBeNull();
  });
});

test("an answer is read even where both offices printed the same issue of a card meanwhile", async () => {
  const { member } = await woman(koutiala);
  await tell(koutiala);
  await decide(member.id, "MPT");
  const replacement = {
    id: v7(),
    memberId: member.id,
    reason: "lost",
    method: "cash",
    reference: "",
  } as const;
  const here = (await koutiala.must("cards.replaceCard", { ...replacement, charged: false })).card;
  expect(here.issue).toBe(2);
  await answerTo(hq, koutiala);
  const there = { id: v7(), issuedOn: here.issuedOn, validUntil: here.validUntil };
  const card = { id: there.id, office: "MPT", member_id: member.id, issue: 2, issued_on: there.issuedOn };
  const values = { ...card, valid_until: there.validUntil, state: "valid", number: member.number };
  const { reader } = koutiala.call.office;
  const { shared } = REGISTRY.member;
  const row = reader.get(`SELECT ${shared.join(", ")} FROM member WHERE id = @id`, { id: member.id }) ?? {};
  const back = { id: v7(), member_id: member.id, from_office: "MPT", to_office: "KTL", merge_into: null };
  const rows: HandRow[] = [
    headRow(hq),
    { entity: "transfer", values: { ...back, decided_at: "2026-11-23T09:00:00.000Z" } },
    { entity: "member", values: row },
    { entity: "card", values },
  ];
  const file = await handAnswer(hq, koutiala, { number: 9, rows, head: heldUpTo(koutiala, 3) });
  expect((await koutiala.must("sync.importAnswer", { files: [file] })).arrived).toEqual([member.number]);
  const { cards } = await fileAt(koutiala, member.id);
  expect(cards.find(({ issue }) => issue === 2)?.id).toBe(here.id);
});

describe("a transfer", () => {
  const transferRow = (memberId: string, from: string, to: string, id = v7()): HandRow => ({
    entity: "transfer",
    values: {
      id,
      member_id: memberId,
      from_office: from,
      to_office: to,
      merge_into: null,
      decided_at: "2026-11-23T08:00:00.000Z",
    },
  });

  test("is done once, however often an answer names it", async () => {
    const { member } = await woman(koutiala);
    await tell(koutiala);
    const row = transferRow(member.id, "KTL", "MPT");
    const importing = async (number: number) => {
      const rows = [headRow(hq), row];
      const file = await handAnswer(hq, koutiala, { number, rows, head: heldUpTo(koutiala, 3) });
      return koutiala.must("sync.importAnswer", { files: [file] });
    };
    expect((await importing(1)).departed).toEqual([{ number: member.number, to: "MPT" }]);
    const entries = lastOf(koutiala);
    expect((await importing(2)).departed).toEqual([]);
    expect(lastOf(koutiala)).toBe(entries);
  });

  test("of a member whom the office does not have, or who was merged meanwhile, waits", async () => {
    const one = (await register(koutiala)).member;
    const two = (await register(koutiala)).member;
    await koutiala.must("membership.mergeMembers", { keepId: one.id, mergeId: two.id });
    const rows = [headRow(hq), transferRow(two.id, "KTL", "MPT"), transferRow(v7(), "KTL", "MPT")];
    const file = await handAnswer(hq, koutiala, { rows });
    const report = await koutiala.must("sync.importAnswer", { files: [file] });
    expect(report.departed).toEqual([]);
    const { reader } = koutiala.call.office;
    expect(reader.number("SELECT count(*) FROM transfer_done")).toBe(0);
  });

  test("into the office waits for an answer that brings all of her", async () => {
    const rows = [headRow(hq, ["identity", "programme"]), transferRow(v7(), "MPT", "KTL")];
    const file = await handAnswer(hq, koutiala, { rows });
    expect((await koutiala.must("sync.importAnswer", { files: [file] })).arrived).toEqual([]);
    expect(koutiala.call.office.reader.number("SELECT count(*) FROM transfer_done")).toBe(0);
  });

  test("marks only the records of the one who goes", async () => {
    const { member } = await woman(koutiala);
    const other = (await woman(koutiala, { surname: "Niaré" })).member;
    await tell(koutiala);
    const before = lastOf(koutiala);
    await decide(member.id, "MPT");
    await answerTo(hq, koutiala);
    const { reader } = koutiala.call.office;
    const last = readLastEntry(reader)?.seq ?? 0;
    const written = [...eachEntry(reader, { first: before + 1, last })].map(
      ({ entity, op }) => `${entity} ${op}`,
    );
    expect(written.sort()).toEqual(["audit_event insert", "card update", "member update", "term update"]);
    expect((await fileAt(koutiala, other.id)).member.office).toBe("KTL");
    expect(reader.number("SELECT count(*) FROM voucher WHERE office <> 'KTL'")).toBe(0);
  });
});
