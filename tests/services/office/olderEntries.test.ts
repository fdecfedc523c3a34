import { v7 } from "uuid";
import { beforeEach, expect, test } from "vitest";
import { chainHash, sealValues } from "../../../src/crypto/digests.ts";
import { eachEntry } from "../../../src/data/journal.ts";
import { entityOf, isEntity } from "../../../src/data/registry.ts";
import { makeTestOffice, type TestOffice } from "../../support/office.ts";
import { register } from "../../support/women.ts";

let office: TestOffice;
beforeEach(async () => {
  office = await makeTestOffice({ unexamined: true });
  const { member } = await register(office);
  const about = { memberId: member.id, method: "cash", reference: "", price: 2_500 } as const;
  await office.must("cards.sellTerm", { id: v7(), ...about });
  await office.must("cards.sellTerm", { id: v7(), ...about });
});

/** The journal as a version wrote it that did not know the columns that came later, chained anew. */
function writeAsBefore(): number {
  const { connection, reader } = office.call.office;
  connection.exec("DROP TRIGGER journal_keeps_everything; DROP TRIGGER journal_changes_nothing");
  const entries = [...eachEntry(reader, { first: 1, last: Number.MAX_SAFE_INTEGER })];
  const update = connection.prepare(
    "UPDATE journal SET shared = ?, shared_values = ?, before = ?, hash = ? WHERE seq = ?",
  );
  let shortened = 0;
  let hash = entries[0]?.before ?? "";
  for (const entry of entries) {
    const { seq, at, by, entity, id, op, local, sharedSalt, sharedValues } = entry;
    const before = hash;
    const added = isEntity(entity) ? Object.keys(entityOf(entity).added ?? {}) : [];
    const row = Object.entries(JSON.parse(sharedValues ?? "{}") as Record<string, unknown>);
    const values = JSON.stringify(Object.fromEntries(row.filter(([column]) => !added.includes(column))));
    if (values !== sharedValues) shortened += 1;
    const shared = sealValues(sharedSalt ?? new Uint8Array(), values);
    hash = chainHash({ seq, at, by, entity, id, op, shared, local, before });
    update.run(shared, values, before, hash, seq);
  }
  return shortened;
}

const faults = async () => (await office.must("office.checkUp", {})).faults.map(({ check }) => check);

test("entries from before a column was added are no fault: they stand for what it is left with", async () => {
  // Two vouchers and two terms.
  expect(writeAsBefore()).toBe(4);
  expect(await faults()).toEqual([]);
});

test.each([
  ["a place", "UPDATE voucher SET till = 'x' WHERE counter = 1"],
  ["a kind", "UPDATE voucher SET kind = 'opening' WHERE counter = 1"],
  ["words", "UPDATE voucher SET words = 'Autre' WHERE counter = 2"],
  ["a term taken back", "UPDATE term SET voided = 1 WHERE rowid = 1"],
  ["an amount", "UPDATE voucher SET amount = 1 WHERE counter = 2"],
])("%s that was changed behind such an entry is found", async (_, sql) => {
  writeAsBefore();
  office.call.office.connection.exec(sql);
  expect(await faults()).toEqual(["journal"]);
});
