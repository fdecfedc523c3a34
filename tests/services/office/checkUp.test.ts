import { v7 } from "uuid";
import { beforeEach, describe, expect, test } from "vitest";
import type { Fault } from "../../../src/contract/office.ts";
import { makeTestOffice, type TestOffice } from "../../support/office.ts";
import { register } from "../../support/women.ts";

let office: TestOffice;
let memberId: string;
beforeEach(async () => {
  office = await makeTestOffice({ unexamined: true });
  memberId = (await register(office)).member.id;
  for (let sale = 0; sale < 3; sale += 1) {
    const about = { id: v7(), memberId, method: "cash", reference: "", price: 2_500 } as const;
    await office.must("cards.sellTerm", about);
  }
});

/** As somebody would who has the key and a SQLite shell. */
function tamper(sql: string): void {
  const { connection } = office.call.office;
  connection.pragma("foreign_keys = OFF");
  connection.exec(`
    DROP TRIGGER journal_keeps_everything; DROP TRIGGER journal_changes_nothing; ${sql}`);
}

async function checks(): Promise<Fault["check"][]> {
  const { faults } = await office.must("office.checkUp", {});
  return [...new Set(faults.map(({ check }) => check))].sort();
}

test("a check-up of a whole office finds nothing and counts what is there", async () => {
  expect(await office.must("office.checkUp", {})).toMatchObject({ members: 1, vouchers: 3, faults: [] });
});

describe("a check-up finds", () => {
  test.each([
    ["an entry that was changed", "UPDATE journal SET by = 'x' WHERE seq = 5", ["journal"]],
    ["an entry's moment that was changed", "UPDATE journal SET at = '2020' WHERE seq = 5", ["journal"]],
    ["a value that was changed", "UPDATE journal SET shared_values = '{}' WHERE seq = 5", ["journal"]],
    ["a salt that was changed", "UPDATE journal SET shared_salt = x'00' WHERE seq = 5", ["journal"]],
    ["an entry that was taken out", "DELETE FROM journal WHERE seq = 5", ["journal"]],
    ["the last entry cut off", "DELETE FROM journal WHERE seq = (SELECT max(seq) FROM journal)", ["journal"]],
    ["a member changed behind the journal", "UPDATE member SET surname = 'Autre'", ["journal"]],
    ["local notes changed behind the journal", "UPDATE member SET notes = 'Autre'", ["journal"]],
    ["an amount changed behind the journal", "UPDATE voucher SET amount = 1 WHERE counter = 2", ["journal"]],
    ["a term that vanished", "DELETE FROM term WHERE rowid = 1", ["journal"]],
    [
      "a voucher that vanished from the middle",
      "DELETE FROM voucher WHERE counter = 2",
      ["foreignKeys", "journal", "vouchers"],
    ],
    [
      "the last voucher vanished",
      "DELETE FROM voucher WHERE counter = 3",
      ["foreignKeys", "journal", "vouchers"],
    ],
    [
      "a voucher counter that was set back",
      "UPDATE counter SET value = 1 WHERE name LIKE 'voucher%'",
      ["vouchers"],
    ],
    ["a voucher counter that is lost", "DELETE FROM counter WHERE name LIKE 'voucher%'", ["vouchers"]],
    ["a number that is none", "UPDATE member SET number = 'KTL-00001-1'", ["journal", "numbers", "search"]],
    ["a member whom the search has lost", "DELETE FROM member_search", ["search"]],
    [
      "a line of the search that is nobody's",
      "INSERT INTO member_search (rowid, words) VALUES (99, 'x')",
      ["search"],
    ],
    [
      "a card without its member",
      "UPDATE card SET member_id = 'none' WHERE rowid = 1",
      ["foreignKeys", "journal"],
    ],
  ])("%s", async (_, sql, found) => {
    tamper(sql);
    expect(await checks()).toEqual(found);
  });

  test("at most twenty of a kind, and names nobody", async () => {
    tamper("UPDATE journal SET by = 'x'; UPDATE member SET surname = 'Nommée'");
    const { faults } = await office.must("office.checkUp", {});
    expect(faults.length).toBe(20);
    expect(JSON.stringify(faults)).not.toContain("Nommée");
  });
});

describe("the first page", () => {
  test("counts members by status, cards of the month, and what waits", async () => {
    await register(office, { surname: "Nouvelle" });
    const left = await register(office, { surname: "Partie" });
    await office.must("membership.recordDeparture", {
      id: left.member.id,
      on: "2026-11-10",
      reason: "moved",
    });
    const overview = await office.must("office.overview", {});
    expect(overview).toMatchObject({
      today: "2026-11-23",
      members: { total: 2, new: 1, current: 1, grace: 0, expired: 0, left: 1, deceased: 0 },
      cardsThisMonth: { count: 3, francs: 7_500 },
      withoutPhoto: 2,
      withoutConsent: 2,
      endingSoon: 0,
      headquartersKnown: false,
    });
    expect(overview.entriesWaiting).toBe((await office.must("office.checkUp", {})).entries);
  });

  test("sees a card's end coming thirty days before, not for those who left", async () => {
    office.clock.set("2029-10-24T08:00:00.000Z");
    expect((await office.must("office.overview", {})).endingSoon).toBe(1);
    office.clock.set("2029-10-22T08:00:00.000Z");
    expect((await office.must("office.overview", {})).endingSoon).toBe(0);
    office.clock.set("2029-10-24T08:00:00.000Z");
    await office.must("membership.recordDeparture", { id: memberId, on: "2029-10-24", reason: "ownWish" });
    expect((await office.must("office.overview", {})).endingSoon).toBe(0);
  });
});
