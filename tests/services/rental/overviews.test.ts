import { v7 } from "uuid";
import { beforeEach, describe, expect, test } from "vitest";
import { makeTestOffice, refusal, type TestOffice, TODAY } from "../../support/office.ts";
import { addPremises, deposit, letShop, pay, signing, terminate } from "./letting.ts";

let office: TestOffice;
beforeEach(async () => {
  office = await makeTestOffice();
});

const rollOf = (month: string) => office.must("rental.roll", { month });
const arrearsOn = (on: string) => office.must("rental.arrears", { on });

describe("the rent roll of a month", () => {
  test("says what was brought, is due, came in and is left, with its totals", async () => {
    const one = await letShop(office);
    const two = await letShop(office, { rent: 20_000 });
    await pay(office, one.id, 75_000, "2026-10-20");
    await pay(office, one.id, 30_000, "2026-11-10");
    await pay(office, two.id, 15_000, "2026-11-12");
    const { lines, totals } = await rollOf("2026-11");
    expect(lines).toMatchObject([
      {
        ...{ number: one.number, ended: false, brought: 0, due: 30_000, received: 30_000 },
        ...{ left: 0, advance: 15_000, lastPaidOn: "2026-11-10", tenantName: "Sékou Berthé" },
        premises: one.premises.map(({ code }) => code),
      },
      { brought: 40_000, due: 20_000, received: 15_000, left: 45_000, advance: 0, lastPaidOn: "2026-11-12" },
    ]);
    expect(totals).toEqual({ brought: 40_000, due: 50_000, received: 45_000, left: 45_000, advance: 15_000 });
    const october = await rollOf("2026-10");
    expect(october.lines[0]).toMatchObject({ brought: 30_000, due: 30_000, received: 75_000, left: 0 });
    expect(october.lines[0]).toMatchObject({ advance: 15_000, lastPaidOn: "2026-10-20" });
  });

  test("of the present month has what is due later in it, and no penalty that nobody incurred yet", async () => {
    const penalty = { kind: "fixed", graceDays: 0, amount: 5_000 } as const;
    await letShop(office, { startsOn: "2026-11-01", dueDay: 25, penalty });
    expect((await rollOf("2026-11")).totals).toMatchObject({ brought: 0, due: 30_000, left: 30_000 });
    office.clock.move({ days: 3 });
    expect((await rollOf("2026-11")).totals).toMatchObject({ due: 35_000, left: 35_000 });
  });

  test("leaves out leases that have nothing to do with it, and keeps ended ones that owe", async () => {
    const ended = await letShop(office);
    await terminate(office, ended.id, "2026-09-30");
    await letShop(office, { startsOn: "2027-01-01" });
    expect((await rollOf("2026-08")).lines).toEqual([]);
    expect((await rollOf("2026-11")).lines).toMatchObject([
      { number: ended.number, ended: true, left: 30_000 },
    ]);
    await pay(office, ended.id, 30_000, TODAY);
    office.clock.move({ days: 10 });
    expect((await rollOf("2026-12")).lines).toEqual([]);
  });
});

describe("arrears", () => {
  test("stand by age, the largest sum first, and stay after the lease has ended", async () => {
    const small = await letShop(office, { rent: 10_000 }, { name: "Nana Coulibaly" });
    const large = await letShop(office);
    const clean = await letShop(office);
    await pay(office, clean.id, 90_000, TODAY);
    await terminate(office, large.id, "2026-11-22");
    const lines = await arrearsOn(TODAY);
    expect(lines.map(({ number, total, ended }) => [number, total, ended])).toEqual([
      [large.number, 82_000, true],
      [small.number, 30_000, false],
    ]);
    expect(lines[1]).toMatchObject({
      ...{ tenantName: "Nana Coulibaly", tenantPhone: "+22376451230", guarantorName: "Modibo Berthé" },
      ages: { upTo30: 10_000, upTo60: 10_000, upTo90: 10_000, over90: 0 },
      ...{ oldestDueOn: "2026-09-05", lastReminder: null, promiseBroken: false },
    });
  });

  test("of an earlier day are what they were then", async () => {
    const { id } = await letShop(office);
    await pay(office, id, 60_000, "2026-11-10");
    expect((await arrearsOn("2026-11-09"))[0]?.total).toBe(90_000);
    expect((await arrearsOn("2026-11-10"))[0]?.total).toBe(30_000);
    expect((await arrearsOn("2026-11-04"))[0]?.total).toBe(60_000);
    expect(await arrearsOn("2026-09-04")).toEqual([]);
    expect(await office.refused("rental.arrears", { on: "2026-11-24" })).toBe(
      refusal("rental.dayInFuture", "on"),
    );
  });

  test("tell of a promise that was not kept", async () => {
    const { id: leaseId } = await letShop(office);
    const promise = { promisedOn: "2026-11-25", promised: 50_000, note: "Promet vendredi" };
    await office.must("rental.noteReminder", { id: v7(), leaseId, kind: "call", ...promise });
    await pay(office, leaseId, 20_000, TODAY);
    const first = async () => (await arrearsOn(office.clock.now().slice(0, 10)))[0];
    expect(await first()).toMatchObject({ promiseBroken: false, lastReminder: { ...promise, kind: "call" } });
    office.clock.move({ days: 2 });
    expect((await first())?.promiseBroken).toBe(false);
    office.clock.move({ days: 1 });
    expect((await first())?.promiseBroken).toBe(true);
    const nothing = { promisedOn: null, promised: null, note: "" };
    await office.must("rental.noteReminder", { id: v7(), leaseId, kind: "visit", ...nothing });
    expect(await first()).toMatchObject({ promiseBroken: true, lastReminder: { kind: "visit" } });
    await pay(office, leaseId, 30_000, "2026-11-26");
    expect((await first())?.promiseBroken).toBe(false);
  });
});

describe("the report", () => {
  test("counts days let, and francs asked and received, by premises and month", async () => {
    const [shop, empty] = [await addPremises(office, "B-01"), await addPremises(office, "B-02")];
    const file = await office.must("rental.signLease", signing([shop]));
    await pay(office, file.id, 45_000, "2026-10-10");
    await terminate(office, file.id, "2026-11-15");
    await office.must("rental.retirePremises", { id: empty.id, on: "2026-10-11" });
    const report = await office.must("rental.report", { from: "2026-09", to: "2026-11" });
    expect(report).toMatchObject({ office: null, from: "2026-09", to: "2026-11" });
    expect(report.premises.map(({ code }) => code)).toEqual(["B-01", "B-02"]);
    const cells = report.cells.map(({ premisesId, month, daysLet, days, asked, received }) => {
      const code = premisesId === shop.id ? "B-01" : "B-02";
      return `${code} ${month} ${daysLet}/${days} ${asked} ${received}`;
    });
    expect(cells).toEqual([
      "B-01 2026-09 30/30 30000 0",
      "B-01 2026-10 31/31 30000 45000",
      "B-01 2026-11 15/30 15000 0",
      "B-02 2026-09 0/30 0 0",
      "B-02 2026-10 0/10 0 0",
      "B-02 2026-11 0/0 0 0",
    ]);
    expect(report.months).toEqual([
      { month: "2026-09", daysLet: 30, days: 60, asked: 30_000, received: 0 },
      { month: "2026-10", daysLet: 31, days: 41, asked: 30_000, received: 45_000 },
      { month: "2026-11", daysLet: 15, days: 30, asked: 15_000, received: 0 },
    ]);
  });

  test("has twenty-four months at most, in their order", async () => {
    const asked = (from: string, to: string) => office.refused("rental.report", { from, to });
    expect(await asked("2026-11", "2026-10")).toBe(refusal("rental.monthsWrong", "to"));
    expect(await asked("2025-01", "2027-01")).toBe(refusal("rental.spanTooLong", "to"));
    await office.must("rental.report", { from: "2025-01", to: "2026-12" });
  });
});

describe("a statement", () => {
  test("adds what was asked and takes off what was paid, from day to day", async () => {
    const { id: leaseId } = await letShop(office);
    await pay(office, leaseId, 45_000, "2026-10-20");
    const asked = { leaseId, from: "2026-10-01", to: "2026-11-23" };
    const { opening, lines, closing } = await office.must("rental.statement", asked);
    expect([opening, closing]).toEqual([30_000, 45_000]);
    expect(lines.map(({ on, what, debit, credit, balance }) => [on, what, debit, credit, balance])).toEqual([
      ["2026-10-05", "rent", 30_000, 0, 60_000],
      ["2026-10-20", "payment", 0, 45_000, 15_000],
      ["2026-11-05", "rent", 30_000, 0, 45_000],
    ]);
    expect(lines[1]?.voucherNumber).toBe("KTL-2026-00001");
    expect(await office.refused("rental.statement", { ...asked, to: "2026-09-30" })).toBe(
      refusal("request.invalid", "to"),
    );
    expect(await office.refused("rental.statement", { ...asked, leaseId: v7() })).toBe(
      refusal("rental.leaseUnknown", "leaseId"),
    );
  });
});

describe("tasks", () => {
  test("count what waits for the person who asks", async () => {
    const late = await letShop(office, { endsOn: "2026-12-31" });
    const over = await letShop(office);
    await deposit(office, over.id, 60_000, "2026-11-20");
    await pay(office, over.id, 90_000, "2026-11-20");
    await terminate(office, over.id, "2026-11-22");
    const promise = { promisedOn: TODAY, promised: 90_000, note: "" };
    await office.must("rental.noteReminder", { id: v7(), leaseId: late.id, kind: "first", ...promise });
    const tasks = { inArrears: 1, lateFrancs: 90_000, promisesBroken: 0, endingSoon: 1, depositsToSettle: 1 };
    expect(await office.must("rental.tasks", {})).toEqual(tasks);
    await office.addPerson("cashier");
    await office.must("access.signIn", { login: "cashier", passphrase: "cashier lave trois calebasses" });
    office.clock.move({ days: 1 });
    expect(await office.must("rental.tasks", {})).toEqual({
      ...{ inArrears: 1, lateFrancs: 90_000, promisesBroken: 1, endingSoon: 0, depositsToSettle: 0 },
    });
  });
});

describe("a list as a spreadsheet", () => {
  test.each([
    ["roll", "KTL-loyers-2026-11.csv", ["30000", "Reste à payer"]],
    ["arrears", "KTL-impayes-2026-11-23.csv", ["90000", "31 à 60 jours"]],
    ["leases", "KTL-baux-2026-11-23.csv", ["KTL-B00001", "Caution détenue"]],
    ["premises", "KTL-locaux-2026-11-23.csv", ["Marché central", "Loyer indicatif"]],
  ] as const)("%s has its rows, a neutral name and a trace", async (list, fileName, words) => {
    await letShop(office);
    const csv = await office.must("rental.exportList", { list, month: "2026-11", format: "csv" });
    expect(csv.fileName).toBe(fileName);
    const text = new TextDecoder().decode(csv.bytes);
    for (const word of [...words, "Sékou Berthé"]) expect(text).toContain(word);
    expect(text.trim().split("\r\n")).toHaveLength(2);
    const xlsx = await office.must("rental.exportList", { list, month: "2026-11", format: "xlsx" });
    expect([...xlsx.bytes.slice(0, 2)]).toEqual([0x50, 0x4b]);
    const trail = await office.must("access.listAudit", { before: null, limit: 5 });
    expect(trail[0]).toMatchObject({ action: "exportRental", rows: 1 });
  });
});

test("the overviews of other offices are headquarters' alone", async () => {
  const elsewhere = refusal("headquarters.notHere", "office");
  const month = "2026-11";
  expect(await office.refused("rental.roll", { month, office: "MPT" })).toBe(elsewhere);
  expect(await office.refused("rental.arrears", { on: TODAY, office: "all" })).toBe(elsewhere);
  expect(await office.refused("rental.report", { from: month, to: month, office: "all" })).toBe(elsewhere);
  expect(await office.refused("rental.leases", { text: "", states: [], office: "all" })).toBe(elsewhere);
  expect(await office.refused("rental.premises", { withRetired: true, office: "all" })).toBe(elsewhere);
  expect(
    await office.refused("rental.exportList", { list: "roll", month, office: "all", format: "csv" }),
  ).toBe(elsewhere);
});
