import { expect, test } from "vitest";
import { makeTestOffice, type TestOffice } from "../../support/office.ts";
import { closeMonth, on } from "./book.ts";
import { MOVES, playReception } from "./moneyRequests.ts";

const dayOf = (office: TestOffice) => office.clock.now().slice(0, 10);

/** Closes all months up to the present one, on the first day of the next, and sets the clock back. */
async function closeAll(office: TestOffice): Promise<string[]> {
  const today = dayOf(office);
  const month = today.slice(0, 7);
  office.clock.move({ days: 31 });
  await on(office, dayOf(office));
  const months = (await office.must("cashbook.months", {}))
    .map((line) => line.month)
    .filter((one) => one <= month);
  for (const one of months.sort()) await closeMonth(office, one);
  await on(office, today);
  return months;
}

const everything = (office: TestOffice) =>
  office.call.office.reader.all("SELECT seq, hash FROM journal ORDER BY seq");

const monthsOf = (office: TestOffice, months: readonly string[]) =>
  Promise.all(
    months.map(async (month) => {
      const { warnings: _, ...book } = await office.must("cashbook.month", { month });
      return book;
    }),
  );

async function expectRefused(office: TestOffice, ask: () => Promise<string>): Promise<void> {
  const months = await closeAll(office);
  const before = { months: await monthsOf(office, months), journal: everything(office) };
  const answer = await ask();
  expect({ months: await monthsOf(office, months), journal: everything(office) }).toEqual(before);
  expect(months).toContain(dayOf(office).slice(0, 7));
  expect(answer.split(" ")[0]).toBe("cashbook.monthClosed");
}

/** A first voucher, so that there is a month to close. */
const begin = (office: TestOffice) =>
  office.must("cashbook.recordOpening", {
    ...{ id: "0193571a-0000-7000-8000-000000000001", till: "cash", amount: 500_000 },
    datedOn: dayOf(office),
  });

test.each(Object.keys(MOVES).filter((name) => name !== "cashbook.count"))(
  "a closed month stays what it was when %s comes on one of its days: nothing is written",
  async (name) => {
    const office = await makeTestOffice();
    await begin(office);
    const request = await MOVES[name]?.(office);
    if (request === undefined) throw new Error(name);
    await expectRefused(office, () => office.refused(request.name, request.input as never));
  },
);

test("a closed month stays what it was when a count finds a difference on one of its days", async () => {
  const office = await makeTestOffice();
  const request = await MOVES["cashbook.count"]?.(office);
  if (request === undefined) throw new Error("no count");
  await expectRefused(office, () => office.refused(request.name, request.input as never));
});

test("a closed month of headquarters stays what it was when a remittance comes on one of its days", async () => {
  const { office, request } = await playReception();
  await begin(office);
  await expectRefused(office, () => office.refused(request.name, request.input as never));
});
