import { v7 } from "uuid";
import { beforeEach, describe, expect, test } from "vitest";
import { makeTestOffice, refusal, type TestOffice } from "../../support/office.ts";
import { makeJpeg } from "../../support/photos.ts";
import { register } from "../../support/women.ts";
import { balance, closeMonth, closingOf, on, receive, record, voucher } from "./book.ts";

let office: TestOffice;
beforeEach(async () => {
  office = await makeTestOffice();
});

const states = async () =>
  (await office.must("cashbook.months", {})).map(({ month, state }) => `${month} ${state}`);
const closing = async (month: string) =>
  office.refused("cashbook.closeMonth", { id: v7(), month, closing: await closingOf(office, month) });

/** September to November: an opening, work in three places, a project. */
async function work(): Promise<void> {
  const opening = { id: v7(), till: "cash", amount: 40_000, datedOn: "2026-09-01" };
  await office.must("cashbook.recordOpening", opening);
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
  await receive(office, 100_000, { till: "bank", account: "grant", project: "EAU", datedOn: "2026-09-10" });
  await record(office, { amount: 15_000, datedOn: "2026-09-30", project: "EAU" });
  await record(office, { amount: 5_000, datedOn: "2026-10-02", account: "transport" });
  await record(office, { amount: 2_000, datedOn: "2026-11-02" });
}

describe("the months of a book", () => {
  test("run from the first voucher's to the present one, the newest first", async () => {
    expect(await states()).toEqual(["2026-11 running"]);
    await work();
    expect(await states()).toEqual(["2026-11 running", "2026-10 open", "2026-09 open"]);
    const [, october] = await office.must("cashbook.months", {});
    expect(october).toMatchObject({ vouchers: 1, sumIn: 0, sumOut: 5_000, closedOn: null, closedBy: "" });
  });
});

describe("a month", () => {
  test("carries what lay in each place, and sums by account and project", async () => {
    await work();
    const october = await office.must("cashbook.month", { month: "2026-10" });
    expect(october.tills).toEqual([
      { till: "cash", opening: 25_000, sumIn: 0, sumOut: 5_000, closing: 20_000 },
      { till: "bank", opening: 100_000, sumIn: 0, sumOut: 0, closing: 100_000 },
    ]);
    const september = await office.must("cashbook.month", { month: "2026-09" });
    expect(september).toMatchObject({
      ...{ vouchers: 3, first: "KTL-2026-00001", last: "KTL-2026-00003", state: "open" },
      accounts: [
        { account: "grant", vouchers: 1, sumIn: 100_000, sumOut: 0 },
        { account: "opening", vouchers: 1, sumIn: 40_000, sumOut: 0 },
        { account: "supplies", vouchers: 1, sumIn: 0, sumOut: 15_000 },
      ],
      projects: [
        { project: "EAU", sumIn: 100_000, sumOut: 15_000 },
        { project: null, sumIn: 40_000, sumOut: 0 },
      ],
    });
    expect(september.tills.map((one) => one.closing)).toEqual([25_000, 100_000]);
  });

  test("shows a voucher and what took it back on the two sides of their account", async () => {
    const { id } = await record(office, { amount: 7_000 });
    await office.must("cashbook.reverse", { id: v7(), voucherId: id, reason: "Saisi deux fois" });
    const { accounts } = await office.must("cashbook.month", { month: "2026-11" });
    expect(accounts).toEqual([{ account: "supplies", vouchers: 2, sumIn: 7_000, sumOut: 7_000 }]);
  });

  test("warns of months before it, cash below nothing, what nobody counted, and papers that are missing", async () => {
    await record(office, { amount: 1_000, datedOn: "2026-10-15" });
    const { id } = await record(office, { amount: 2_000, datedOn: "2026-11-10" });
    const codes = async () =>
      (await office.must("cashbook.month", { month: "2026-11" })).warnings.map(({ code, till }) => [
        code,
        till,
      ]);
    expect(await codes()).toEqual([
      ["negativeCash", "cash"],
      ["earlierMonthOpen", null],
      ["notCounted", "cash"],
      ["paperMissing", null],
    ]);
    await office.must("cashbook.addPhoto", { id, jpeg: makeJpeg(60, 80, 1) });
    await closeMonth(office, "2026-10");
    const nothing = { pieces: [], statement: null, expected: -3_000, reason: "Caisse vide" };
    await office.must("cashbook.count", { id: v7(), voucherId: v7(), till: "cash", ...nothing });
    expect(await codes()).toEqual([["negativeCash", "cash"]]);
  });

  test("is one office's: all at once are refused, and other offices away from headquarters", async () => {
    const month = "2026-11";
    expect(await office.refused("cashbook.month", { month, office: "all" })).toBe("request.invalid @ office");
    expect(await office.refused("cashbook.month", { month, office: "BKO" })).toBe(
      refusal("headquarters.notHere", "office"),
    );
  });
});

describe("closing a month", () => {
  test("locks it, keeps what it was, and may be asked twice", async () => {
    await work();
    const input = { id: v7(), month: "2026-09", closing: await closingOf(office, "2026-09") };
    const closed = await office.must("cashbook.closeMonth", input);
    expect(closed).toMatchObject({ state: "closed", closedOn: "2026-11-23", closedBy: "Awa Sissoko" });
    expect(await office.must("cashbook.closeMonth", input)).toEqual(closed);
    expect(await closing("2026-09")).toBe("cashbook.monthClosedAlready @ month");
    const late = voucher({ datedOn: "2026-09-30" });
    expect(await office.refused("cashbook.record", late)).toBe("cashbook.monthClosed @ datedOn");
    await closeMonth(office, "2026-10");
    expect(await states()).toEqual(["2026-11 running", "2026-10 closed", "2026-09 closed"]);
    expect((await office.must("office.checkUp", {})).faults).toEqual([]);
  });

  test("goes from the oldest on, when the month is over, and when there is anything to close", async () => {
    expect(await closing("2026-09")).toBe("cashbook.nothingInMonth @ month");
    await work();
    expect(await closing("2026-11")).toBe("cashbook.monthRunning @ month");
    expect(await closing("2026-10")).toBe("cashbook.earlierOpen @ month");
    expect(await closing("2026-08")).toBe("cashbook.nothingInMonth @ month");
    await on(office, "2026-12-01");
    for (const month of ["2026-09", "2026-10", "2026-11"]) await closeMonth(office, month);
    expect(await states()).toEqual(["2026-12 running", "2026-11 closed", "2026-10 closed", "2026-09 closed"]);
  });

  test("is refused when something was booked since the screen showed the sum", async () => {
    await work();
    const shown = await closingOf(office, "2026-09");
    await record(office, { datedOn: "2026-09-15", amount: 1_000 });
    const input = { id: v7(), month: "2026-09", closing: shown };
    expect(await office.refused("cashbook.closeMonth", input)).toBe("cashbook.closingChanged @ closing");
  });

  test("keeps the counter from selling into it, and lets it sell after it", async () => {
    await work();
    await on(office, "2026-12-01");
    for (const month of ["2026-09", "2026-10", "2026-11"]) await closeMonth(office, month);
    const { member } = await register(office);
    const before = await balance(office);
    // The clock of the laptop was put back into a month that is closed.
    await on(office, "2026-11-20");
    const sale = { id: v7(), memberId: member.id, method: "cash", reference: "", price: 2_500 } as const;
    expect(await office.refused("cards.sellTerm", sale)).toMatch(/^cashbook\.monthClosed/);
    expect(await balance(office)).toBe(before);
    await on(office, "2026-12-02");
    await office.must("cards.sellTerm", sale);
    expect(await balance(office)).toBe(before + 2_500);
  });

  test("shows in the check-up, and as a warning, where the vouchers are no longer what was closed", async () => {
    const damaged = await makeTestOffice({ unexamined: true });
    await record(damaged, { amount: 1_000, datedOn: "2026-10-15" });
    await closeMonth(damaged, "2026-10");
    damaged.call.office.connection.prepare("UPDATE voucher SET amount = 900").run();
    const { faults } = await damaged.must("office.checkUp", {});
    expect(faults).toContainEqual({
      check: "closings",
      detail: "2026-10: the vouchers are not those that were closed",
    });
    const { warnings } = await damaged.must("cashbook.month", { month: "2026-10" });
    expect(warnings[0]).toEqual({ code: "notAsClosed", till: null, values: {} });
  });

  test("is opened again by headquarters alone", async () => {
    await work();
    await closeMonth(office, "2026-09");
    const input = { id: v7(), office: "KTL", month: "2026-09", reason: "Une pièce oubliée" };
    expect(await office.refused("cashbook.reopenMonth", input)).toBe("headquarters.notHere @ office");
  });
});
