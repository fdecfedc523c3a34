import { v7 } from "uuid";
import { beforeEach, describe, expect, test } from "vitest";
import type { InputOf } from "../../../src/contract/index.ts";
import { makeTestOffice, type TestOffice } from "../../support/office.ts";
import { receive, record } from "./book.ts";

let office: TestOffice;
beforeEach(async () => {
  office = await makeTestOffice();
  const project = {
    id: v7(),
    code: "EAU",
    name: "Eau",
    donor: "",
    startsOn: null,
    endsOn: null,
    active: true,
  };
  await office.must("cashbook.saveProject", project);
});

const line = (changes: Partial<InputOf<"cashbook.saveBudgetLine">> = {}) => ({
  ...{ id: v7(), year: 2026, account: "supplies", project: null, amount: 365_000, note: "" },
  ...changes,
});
const budget = (changes: Partial<InputOf<"cashbook.budget">> = {}) =>
  office.must("cashbook.budget", { year: 2026, on: "2026-01-31", project: null, ...changes });

describe("a budget", () => {
  test("tells of each line what was planned to the day and what was used, and what nobody planned", async () => {
    const { id } = await office.must("cashbook.saveBudgetLine", line({ note: "Cahiers" }));
    await office.must("cashbook.saveBudgetLine", line({ account: "grant", project: "EAU", amount: 730_000 }));
    await record(office, { amount: 12_000, datedOn: "2026-01-15" });
    await record(office, { amount: 5_000, datedOn: "2026-02-15" });
    await record(office, { amount: 4_000, datedOn: "2026-01-20", account: "transport" });
    await receive(office, 100_000, { account: "grant", project: "EAU", datedOn: "2026-01-10" });
    const { id: wrong } = await record(office, { amount: 900, datedOn: "2026-01-31" });
    const before = await budget();
    expect(before.map(({ id: _, ...use }) => use)).toEqual([
      {
        ...{ office: "KTL", account: "grant", project: "EAU", side: "income", note: "" },
        ...{ planned: 730_000, plannedToDate: 62_000, used: 100_000 },
      },
      {
        ...{ office: "KTL", account: "supplies", project: null, side: "expense", note: "Cahiers" },
        ...{ planned: 365_000, plannedToDate: 31_000, used: 12_900 },
      },
      {
        ...{ office: "KTL", account: "transport", project: null, side: "expense", note: "" },
        ...{ planned: 0, plannedToDate: 0, used: 4_000 },
      },
    ]);
    expect(before[1]?.id).toBe(id);
    expect(before[2]?.id).toBeNull();
    await office.must("cashbook.reverse", { id: v7(), voucherId: wrong, reason: "Saisi deux fois" });
    expect((await budget({ on: "2026-12-31" }))[1]).toMatchObject({ used: 17_000, plannedToDate: 365_000 });
  });

  test("leaves other projects out where one is asked for, and movements that are neither income nor expense", async () => {
    await office.must("cashbook.recordOpening", {
      ...{ id: v7(), till: "cash", amount: 9_000, datedOn: "2026-01-01" },
    });
    await office.must("cashbook.saveBudgetLine", line());
    await record(office, { amount: 4_000, datedOn: "2026-01-20", project: "EAU" });
    expect((await budget()).map(({ project, used }) => [project, used])).toEqual([
      [null, 0],
      ["EAU", 4_000],
    ]);
    expect((await budget({ project: "EAU" })).map(({ used }) => used)).toEqual([4_000]);
    expect(await budget({ year: 2027, on: "2027-01-01" })).toEqual([]);
  });

  test("loses a line whose amount is nothing, and gets it back under the same account", async () => {
    const first = line();
    await office.must("cashbook.saveBudgetLine", first);
    await office.must("cashbook.saveBudgetLine", { ...first, amount: 0 });
    expect(await budget()).toEqual([]);
    const again = await office.must("cashbook.saveBudgetLine", line({ amount: 1_000 }));
    expect(again.id).toBe(first.id);
    expect(await budget()).toMatchObject([{ planned: 1_000 }]);
  });

  test.each([
    [{ account: "nothing" }, "cashbook.accountUnknown @ account"],
    [{ account: "transfer" }, "cashbook.accountSide @ account"],
    [{ project: "PUITS" }, "cashbook.projectUnknown @ project"],
    [{}, "cashbook.budgetTwice @ account"],
  ] as const)("refuses a line with %j beside one for supplies", async (changes, refused) => {
    const first = line();
    await office.must("cashbook.saveBudgetLine", first);
    expect(await office.refused("cashbook.saveBudgetLine", line(changes))).toBe(refused);
    await office.must("cashbook.saveBudgetLine", { ...first, note: "Cahiers" });
  });
});
