import { v7 } from "uuid";
import { beforeEach, describe, expect, test } from "vitest";
import { accept } from "../../../src/contract/results.ts";
import { sealCard } from "../../../src/crypto/cardSeal.ts";
import { systemRandom } from "../../../src/crypto/entropy.ts";
import { generateSigningKey, publicKeyOf, sshPublicKey } from "../../../src/crypto/signing.ts";
import { insertCardKey } from "../../../src/data/cards.ts";
import { readCardSeed } from "../../../src/services/sync/keys.ts";
import { makeTestOffice, type TestOffice } from "../../support/office.ts";
import { register } from "../../support/women.ts";

let office: TestOffice;
let id: string;
let claim: { number: string; issue: number; validUntil: string };
beforeEach(async () => {
  office = await makeTestOffice();
  const { member } = await register(office);
  id = member.id;
  const about = { id: v7(), memberId: id, method: "cash", reference: "", price: 2_500 } as const;
  const { card } = await office.must("cards.sellTerm", about);
  claim = { number: member.number, issue: card.issue, validUntil: card.validUntil };
});

const sealed = (changes: Partial<typeof claim> = {}, seed = readCardSeed(office.call.office.reader)) =>
  sealCard({ ...claim, ...changes }, seed);
const verdict = async (text: string) => (await office.must("cards.check", { text })).verdict;

describe("a card's code", () => {
  test("of this office is valid, and shows whose it is", async () => {
    const check = await office.must("cards.check", { text: sealed() });
    expect(check).toMatchObject({ verdict: "valid", ...claim, member: { id, surname: "Coulibaly" } });
  });

  test("is read as a scanner types it: small letters, blanks around", async () => {
    expect(await verdict(` ${sealed().toLowerCase()}\n`)).toBe("valid");
  });

  test("is valid through its last day and expired the day after", async () => {
    office.clock.set("2027-11-22T23:59:00.000Z");
    expect(await verdict(sealed())).toBe("valid");
    office.clock.set("2027-11-23T00:00:00.000Z");
    expect(await verdict(sealed())).toBe("expired");
  });

  test("of a lost card is refused once it was replaced, and the new one is taken", async () => {
    const about = {
      id: v7(),
      memberId: id,
      reason: "lost",
      method: "cash",
      reference: "",
      charged: true,
    } as const;
    const { card } = await office.must("cards.replaceCard", about);
    expect(await verdict(sealed())).toBe("replaced");
    expect(await verdict(sealed({ issue: card.issue }))).toBe("valid");
  });

  test("of a member who left is refused", async () => {
    await office.must("membership.recordDeparture", { id, on: "2026-11-23", reason: "ownWish" });
    expect(await verdict(sealed())).toBe("memberLeft");
    await office.must("membership.reinstate", { id });
    expect(await verdict(sealed())).toBe("valid");
  });

  test("of a member who was erased is refused, and shows nobody", async () => {
    await office.must("membership.eraseMember", { id, number: claim.number });
    expect(await office.must("cards.check", { text: sealed() })).toMatchObject({
      verdict: "memberLeft",
      member: null,
    });
  });

  test("of a record that was merged shows the one that stays", async () => {
    const keep = (await register(office, { surname: "Reste" })).member;
    await office.must("membership.mergeMembers", { keepId: keep.id, mergeId: id });
    expect(await office.must("cards.check", { text: sealed() })).toMatchObject({
      verdict: "valid",
      member: { id: keep.id },
    });
  });

  test("with a changed number, issue or day, or another key's signature, is forged", async () => {
    const text = sealed();
    expect(await verdict(text.replace(":1:", ":2:"))).toBe("forged");
    expect(await verdict(text.replace("20271122", "20371122"))).toBe("forged");
    expect(await verdict(sealed({}, generateSigningKey(systemRandom)))).toBe("forged");
    expect(await verdict(sealed({ issue: 7 }))).toBe("forged");
  });

  test("of an office whose key is not known is told apart, and checked once it is", async () => {
    const seed = generateSigningKey(systemRandom);
    const text = sealed({ number: "MPT-00007-3" }, seed);
    expect(await verdict(text)).toBe("unknownOffice");
    office.call.office.write(office.call.user.id, office.clock.now(), (door) =>
      accept(insertCardKey(door, "MPT", sshPublicKey(publicKeyOf(seed)))),
    );
    expect(await office.must("cards.check", { text })).toMatchObject({ verdict: "valid", member: null });
    office.clock.set("2028-01-01T08:00:00.000Z");
    expect(await verdict(text)).toBe("expired");
  });

  test.each([
    "",
    "https://example.org",
    "KTL-00001-6",
    "DNY1:",
    "DNY2:KTL-00001-6:1:20271122:AAAA",
    "🙂".repeat(100),
  ])("is not read from « %s »", async (text) => {
    expect(await office.must("cards.check", { text })).toEqual({
      verdict: "unreadable",
      number: null,
      issue: null,
      validUntil: null,
      member: null,
      certificate: null,
    });
  });
});
