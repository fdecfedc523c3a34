import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { balance, closeMonth, ledger, record } from "./book.ts";
import { makeOldOffice, type OldVoucher } from "./earlierVersion.ts";

const OLD: readonly OldVoucher[] = [
  { datedOn: "2026-09-03", direction: "in", account: "membershipCard", amount: 2_500, method: "cash" },
  {
    datedOn: "2026-09-14",
    direction: "in",
    account: "healthContribution",
    amount: 3_000,
    method: "orangeMoney",
  },
  { datedOn: "2026-10-02", direction: "out", account: "healthBenefit", amount: 1_200, method: "cash" },
];

test("an office of the version before the ledger keeps its vouchers, in the places of their methods", async () => {
  const office = await makeOldOffice(OLD);
  await office.signIn();
  expect(readdirSync(join(office.dir, "backups"))).toEqual([expect.stringContaining("-from-30.danaya-db")]);
  const { rows, closing, total } = await ledger(office);
  expect([total, closing]).toEqual([3, 4_300]);
  expect(rows.map(({ number, till, kind, words, project }) => [number, till, kind, words, project])).toEqual([
    ["KTL-2026-00003", "cash", "ordinary", "", null],
    ["KTL-2026-00002", "orangeMoney", "ordinary", "", null],
    ["KTL-2026-00001", "cash", "ordinary", "", null],
  ]);
  expect((await ledger(office, { till: "cash" })).rows.map((row) => row.balance)).toEqual([1_300, 2_500]);
  expect((await office.must("office.checkUp", {})).faults).toEqual([]);
});

test("its book goes on where it stopped: the next number, the months to close", async () => {
  const office = await makeOldOffice(OLD);
  await office.signIn();
  expect((await record(office, { amount: 300 })).number).toBe("KTL-2026-00004");
  expect(await balance(office)).toBe(1_000);
  await closeMonth(office, "2026-09");
  expect(await closeMonth(office, "2026-10")).toMatchObject({
    ...{ state: "closed", vouchers: 1 },
    tills: [
      { till: "cash", opening: 2_500, sumIn: 0, sumOut: 1_200, closing: 1_300 },
      { till: "orangeMoney", opening: 3_000, sumIn: 0, sumOut: 0, closing: 3_000 },
    ],
  });
});
