import { v7 } from "uuid";
import { beforeEach, describe, expect, test } from "vitest";
import type { Card, MemberFile } from "../../../src/contract/membership.ts";
import { accept } from "../../../src/contract/results.ts";
import { sealCard } from "../../../src/crypto/cardSeal.ts";
import { systemRandom } from "../../../src/crypto/entropy.ts";
import { generateSigningKey, publicKeyOf, sshPublicKey } from "../../../src/crypto/signing.ts";
import { insertCardKey } from "../../../src/data/cards.ts";
import { readCardSeed } from "../../../src/services/sync/keys.ts";
import { makeTestOffice, refusal, type TestOffice } from "../../support/office.ts";
import { NO_FILTER, newDetails, register } from "../../support/women.ts";

let office: TestOffice;
let hers: MemberFile;
let card: Card;
beforeEach(async () => {
  office = await makeTestOffice({ unexamined: true });
  hers = await register(office, { surname: "Partie", firstNames: "Mariam" });
  const about = { id: v7(), memberId: hers.member.id, method: "cash", reference: "", price: 2_500 } as const;
  ({ card } = await office.must("cards.sellTerm", about));
});

/** Her record as a transfer leaves it in the office that gave her. */
function handOver(): void {
  const { connection } = office.call.office;
  const { id } = hers.member;
  connection
    .prepare("UPDATE member SET office = 'MPT', left_on = ?, left_reason = 'transferred' WHERE id = ?")
    .run("2026-11-23", id);
  for (const table of ["term", "card"])
    connection.prepare(`UPDATE ${table} SET office = 'MPT' WHERE member_id = ?`).run(id);
}

describe("a member who was handed over to another office", () => {
  test("is still read and found in the office that gave her, as one who left by a transfer", async () => {
    handOver();
    const { id, number } = hers.member;
    const { member, terms, cards } = await office.must("membership.readMember", { id });
    expect(member).toMatchObject({
      office: "MPT",
      number,
      status: "left",
      leftOn: "2026-11-23",
      leftReason: "transferred",
    });
    expect([terms.length, cards.length]).toEqual([1, 1]);
    const query = { sort: "name", descending: false, offset: 0, limit: 10 } as const;
    const { rows } = await office.must("membership.listMembers", {
      ...query,
      filter: { ...NO_FILTER, text: number },
    });
    expect(rows).toMatchObject([{ id, office: "MPT", status: "left" }]);
  });

  test("is changed no more, and sold nothing, where she was before", async () => {
    const other = (await register(office, { surname: "Restée" })).member.id;
    handOver();
    const { id, number } = hers.member;
    const elsewhere = refusal("member.elsewhere", "id");
    expect(await office.refused("membership.updateMember", { id, details: newDetails() })).toBe(elsewhere);
    expect(await office.refused("membership.setPhoto", { id, jpeg: null })).toBe(elsewhere);
    expect(await office.refused("membership.reinstate", { id })).toBe(elsewhere);
    expect(await office.refused("membership.eraseMember", { id, number })).toBe(elsewhere);
    expect(await office.refused("membership.printFile", { id })).toBe(elsewhere);
    expect(await office.refused("membership.printConsent", { id })).toBe(elsewhere);
    expect(await office.refused("membership.mergeMembers", { keepId: other, mergeId: id })).toBe(
      refusal("member.elsewhere", "mergeId"),
    );
    expect(await office.refused("cards.quote", { memberId: id })).toBe(
      refusal("member.elsewhere", "memberId"),
    );
    const refused = await office.ask("membership.reinstate", { id });
    expect(refused.ok ? null : refused.refusal.values).toEqual({ office: "MPT" });
  });

  test("leaves her receipts behind: they print where the money was taken", async () => {
    handOver();
    const { rows } = await office.must("cashbook.listVouchers", {
      from: "2026-11-01",
      to: "2026-11-30",
      offset: 0,
      limit: 10,
    });
    expect(rows).toMatchObject([{ office: "KTL", memberNumber: hers.member.number }]);
    const paper = await office.must("cards.printReceipt", { voucherId: rows[0]?.id ?? "" });
    expect(paper.fileName).toBe("KTL-2026-00001-recu.pdf");
  });

  test("is not printed a card where she was before", async () => {
    handOver();
    expect((await office.must("cards.waiting", {})).allValid).toBe(0);
  });
});

describe("a transfer", () => {
  test("is not noted as a departure: headquarters decides it", async () => {
    const { id } = hers.member;
    const about = { id, on: "2026-11-23", reason: "transferred" } as const;
    expect(await office.refused("membership.recordDeparture", about)).toBe(
      refusal("request.invalid", "reason"),
    );
  });
});

describe("a card of a member who was handed over", () => {
  const mopti = generateSigningKey(systemRandom);
  const verdict = async (text: string) => await office.must("cards.check", { text });
  const own = (issue = card.issue) =>
    sealCard(
      { number: hers.member.number, issue, validUntil: card.validUntil },
      readCardSeed(office.call.office.reader),
    );
  const printedThere = (validUntil = "2027-12-31") =>
    sealCard({ number: hers.member.number, issue: 2, validUntil }, mopti);
  const learnKey = () =>
    office.call.office.write(office.call.user.id, office.clock.now(), (door) =>
      accept(insertCardKey(door, "MPT", sshPublicKey(publicKeyOf(mopti)))),
    );

  test("is worth what its seal and its day say", async () => {
    handOver();
    expect(await verdict(own())).toMatchObject({ verdict: "valid", member: null });
    office.clock.set("2028-01-01T08:00:00.000Z");
    expect((await verdict(own())).verdict).toBe("expired");
  });

  test("stays replaced where it was replaced before she went", async () => {
    const lost = { memberId: hers.member.id, reason: "lost", method: "cash", reference: "" } as const;
    await office.must("cards.replaceCard", { ...lost, id: v7(), charged: false });
    handOver();
    expect((await verdict(own())).verdict).toBe("replaced");
    expect((await verdict(own(2))).verdict).toBe("valid");
  });

  test("is sealed by the office that took her over, under the number that she keeps", async () => {
    handOver();
    expect((await verdict(printedThere())).verdict).toBe("forged");
    learnKey();
    expect(await verdict(printedThere())).toMatchObject({ verdict: "valid", member: null });
    expect((await verdict(printedThere("2026-11-22"))).verdict).toBe("expired");
  });

  test("counts for nothing as long as she is this office's own and no such card was made", async () => {
    learnKey();
    expect((await verdict(printedThere())).verdict).toBe("forged");
  });
});
