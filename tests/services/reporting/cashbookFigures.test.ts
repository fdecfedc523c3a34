import fc from "fast-check";
import { v7 } from "uuid";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addDays, daysBetween } from "../../../src/domain/calendar.ts";
import { CASHBOOK_INDICATORS } from "../../../src/domain/reporting/catalogue/cashbook.ts";
import type { MeasuredPlace } from "../../../src/services/reporting/measuring.ts";
import { cashbookSource } from "../../../src/services/reporting/sources/cashbook.ts";
import { cutDays, cutSpans } from "../../../src/services/reporting/sources/segments.ts";
import { makeFolder, makeTestOffice, type TestOffice, TODAY } from "../../support/office.ts";
import {
  KOUTIALA,
  MOPTI,
  makeEnrolled,
  makeHeadquarters,
  receive as receiveStick,
  send,
} from "../../support/roundTrip.ts";
import { closeMonth, openBox, receive, record } from "../cashbook/book.ts";
import { deposit, letShop } from "../rental/letting.ts";
import {
  expectRecordsAddUp,
  expectSameFigures,
  expectWholeCatalogue,
  figuresOf,
  groupsOf,
  nationalPlace,
  ownPlace,
  span,
  sumOf,
} from "./areaFigures.ts";

/*
 * Figures of the cash book on an office with everything in it: openings, a transfer, a deposit, money sent to Bamako,
 * vouchers taken back in another month, two projects, a budget, closed months.
 */

const SEPTEMBER = span("2026-09-01", "2026-09-30");
const OCTOBER = span("2026-10-01", "2026-10-31");
const NOVEMBER = span("2026-11-01", TODAY);
const YEAR = span("2026-01-01", TODAY);
const SPANS = [SEPTEMBER, OCTOBER, NOVEMBER, span("2026-09-10", "2026-11-05"), YEAR];

async function plan(office: TestOffice): Promise<void> {
  for (const code of ["EAU", "ALPHA"])
    await office.must("cashbook.saveProject", {
      ...{ id: v7(), code, name: `Projet ${code}`, donor: "Coopération", startsOn: null, endsOn: null },
      active: true,
    });
  for (const [account, project, amount] of [
    ["supplies", null, 365_001],
    ["supplies", "EAU", 100_000],
    ["transport", null, 73_000],
    ["grant", "EAU", 730_000],
  ] as const)
    await office.must("cashbook.saveBudgetLine", {
      id: v7(),
      year: 2026,
      account,
      project,
      amount,
      note: "",
    });
}

async function moves(office: TestOffice): Promise<void> {
  const box = await openBox(office);
  await office.must("cashbook.recordOpening", {
    ...{ id: v7(), till: "cash", amount: 60_000, datedOn: "2026-09-01" },
  });
  const to = { from: "cash", to: box, amount: 10_000, datedOn: "2026-09-12", words: "", reference: "" };
  await office.must("cashbook.transfer", { id: v7(), inId: v7(), ...to });
  const { id } = await letShop(office, { startsOn: "2026-09-01" });
  await deposit(office, id, 25_000, "2026-09-20");
}

async function fill(office: TestOffice): Promise<void> {
  await plan(office);
  await moves(office);
  await receive(office, 100_000, { account: "grant", project: "EAU", datedOn: "2026-09-05" });
  await receive(office, 40_000, { till: "orangeMoney", datedOn: "2026-10-05", reference: "OM-1" });
  await record(office, { datedOn: "2026-09-18", amount: 12_000 });
  await record(office, { datedOn: "2026-10-03", amount: 7_000, project: "EAU" });
  await record(office, { datedOn: "2026-10-09", amount: 4_500, account: "transport", project: "ALPHA" });
  const wrong = await record(office, { datedOn: "2026-10-20", amount: 9_000, account: "fuel" });
  const twice = await receive(office, 6_000, { datedOn: "2026-10-21" });
  await closeMonth(office, "2026-09");
  await office.must("cashbook.reverse", { id: v7(), voucherId: twice.id, reason: "Saisi deux fois" });
  await office.must("cashbook.reverse", { id: v7(), voucherId: wrong.id, reason: "Saisi deux fois" });
}

async function remit(office: TestOffice, amount: number, datedOn: string): Promise<string> {
  const id = v7();
  const about = { from: "cash", payee: "", words: "Octobre", reference: "" };
  await office.must("cashbook.remit", { id, amount, datedOn, ...about });
  return id;
}

/** Where an office's book is read on its own screen. */
type Book = { readonly of: TestOffice; readonly office?: string };

/** What a month's page says of income and expenses, by account. */
async function sides({ of, office }: Book, month: string) {
  const { accounts, tills, vouchers } = await of.must("cashbook.month", {
    ...{ month, ...(office === undefined ? {} : { office }) },
  });
  const chart = new Map((await of.must("cashbook.chart", {})).map(({ code, side }) => [code, side]));
  const on = (side: string) => accounts.filter(({ account }) => chart.get(account) === side);
  const income = on("income").map(({ account, sumIn, sumOut }) => [account, sumIn - sumOut] as const);
  const expense = on("expense").map(({ account, sumIn, sumOut }) => [account, sumOut - sumIn] as const);
  return { income, expense, tills, vouchers };
}

const withoutNought = (rows: readonly (readonly [string, number])[]) =>
  Object.fromEntries(rows.filter(([, value]) => value !== 0));

describe("spans that lie over each other", () => {
  const day = fc.integer({ min: 0, max: 400 }).map((days) => addDays("2026-01-01", days));
  const anySpan = fc.tuple(day, day).map(([a, b]) => (a < b ? span(a, b) : span(b, a)));

  test("are cut into days that follow each other, each span into its own without a gap", () => {
    fc.assert(
      fc.property(fc.array(anySpan, { minLength: 1, maxLength: 8 }), (spans) => {
        const { segments, of } = cutSpans(spans);
        for (const [index, { from, to }] of segments.entries()) {
          expect(from <= to).toBe(true);
          const next = segments[index + 1];
          if (next !== undefined) expect(to < next.from).toBe(true);
        }
        for (const { key, from, to } of spans) {
          const own = segments.filter(({ at }) => of.get(key)?.includes(at));
          expect(own[0]?.from).toBe(from);
          expect(own.at(-1)?.to).toBe(to);
          const days = own.map((segment) => daysBetween(segment.from, segment.to) + 1);
          expect(sumOf(days)).toBe(daysBetween(from, to) + 1);
        }
      }),
    );
  });

  test("days that balances are asked for end the days before them", () => {
    fc.assert(
      fc.property(fc.array(day, { minLength: 1, maxLength: 8 }), (days) => {
        const segments = cutDays(days);
        expect(segments.map(({ to }) => to)).toEqual([...new Set(days)].sort());
        for (const [index, { from }] of segments.entries())
          if (index > 0) expect(addDays(from, -1)).toBe(segments[index - 1]?.to);
      }),
    );
  });
});

test("every indicator of the cash book is made of what its source measures", () => {
  expectWholeCatalogue(cashbookSource, CASHBOOK_INDICATORS);
});

describe("an office's figures of the cash book", () => {
  let office: TestOffice;
  let place: MeasuredPlace;
  beforeAll(async () => {
    office = await makeTestOffice({ shared: true });
    await fill(office);
    await remit(office, 30_000, "2026-11-02");
    const back = await remit(office, 5_000, "2026-11-03");
    await office.must("cashbook.reverse", { id: v7(), voucherId: back, reason: "Pas parti" });
    place = ownPlace(office);
  });
  afterAll(() => office.close());

  test("are those of the month’s page: income, expenses, vouchers and balances", async () => {
    for (const [month, of] of [
      ["2026-09", SEPTEMBER],
      ["2026-10", OCTOBER],
      ["2026-11", NOVEMBER],
    ] as const) {
      const { income, expense, tills, vouchers } = await sides({ of: office }, month);
      const [earned, spent] = [sumOf(income.map(([, sum]) => sum)), sumOf(expense.map(([, sum]) => sum))];
      expect(
        figuresOf(
          ...([place, of, "cashbook.income", "cashbook.expense", "cashbook.result"] as const),
          ...(["cashbook.vouchers", "cashbook.balance"] as const),
        ),
      ).toEqual({
        "cashbook.income": earned,
        "cashbook.expense": spent,
        "cashbook.result": earned - spent,
        "cashbook.vouchers": vouchers,
        "cashbook.balance": sumOf(tills.map(({ closing }) => closing)),
      });
      expect(groupsOf(place, of, "cashbook.income")).toEqual(withoutNought(income));
      expect(groupsOf(place, of, "cashbook.expense")).toEqual(withoutNought(expense));
      expect(groupsOf(place, of, "cashbook.balance")).toEqual(
        withoutNought(tills.map(({ till, closing }) => [`KTL/${till}`, closing])),
      );
    }
    expect(figuresOf(place, YEAR, "cashbook.income", "cashbook.expense")).toEqual({
      ...{ "cashbook.income": 140_000, "cashbook.expense": 23_500 },
    });
  });

  test("take a voucher back in the month of its reversal, and leave transfers, deposits and openings out", () => {
    expect(groupsOf(place, OCTOBER, "cashbook.expense")).toMatchObject({ fuel: 9_000 });
    expect(groupsOf(place, NOVEMBER, "cashbook.expense")).toMatchObject({ fuel: -9_000 });
    expect(figuresOf(place, SEPTEMBER, "cashbook.income")).toEqual({ "cashbook.income": 100_000 });
  });

  test("divide by the donor’s project, what belongs to none on its own", () => {
    expect(groupsOf(place, YEAR, "cashbook.expense", "donor")).toEqual({
      ALPHA: 4_500,
      EAU: 7_000,
      none: 12_000,
    });
    expect(groupsOf(place, YEAR, "cashbook.result", "donor")).toEqual({
      ...{ ALPHA: -4_500, EAU: 93_000, none: 28_000 },
    });
  });

  test("hold the budget against what was booked, as the budget’s page does", async () => {
    const lines = await office.must("cashbook.budget", { year: 2026, on: TODAY, project: null });
    for (const [side, plannedCode, useCode] of [
      ["income", "cashbook.budgetIncomePlanned", "cashbook.budgetIncomeUse"],
      ["expense", "cashbook.budgetExpensePlanned", "cashbook.budgetUse"],
    ] as const) {
      const own = lines.filter((line) => line.side === side);
      const planned = sumOf(own.map(({ plannedToDate }) => plannedToDate));
      const used = sumOf(own.map((line) => line.used));
      expect(figuresOf(place, YEAR, plannedCode, useCode)).toEqual({
        ...{ [plannedCode]: planned, [useCode]: Math.round((1000 * used) / planned) / 10 },
      });
    }
    const expenses = lines.filter(({ side, planned }) => side === "expense" && planned > 0);
    const byProject = [...Map.groupBy(expenses, ({ project }) => project ?? "none")].map(
      ([project, own]) => [project, sumOf(own.map(({ plannedToDate }) => plannedToDate))] as const,
    );
    expect(groupsOf(place, YEAR, "cashbook.budgetExpensePlanned", "donor")).toEqual(
      Object.fromEntries(byProject),
    );
    // Nothing was planned for it: there is no share to tell.
    expect(groupsOf(place, OCTOBER, "cashbook.budgetUse")).toHaveProperty("supplies");
    expect(groupsOf(place, OCTOBER, "cashbook.budgetUse")).not.toHaveProperty("fuel");
  });

  test("plan for the months of a year what the year has, to the franc", () => {
    const months = Array.from({ length: 12 }, (_, index) => {
      const first = `2026-${String(index + 1).padStart(2, "0")}-01`;
      const next = index === 11 ? "2027-01-01" : `2026-${String(index + 2).padStart(2, "0")}-01`;
      return span(first, addDays(next, -1));
    });
    const planned = months.map((month) => figuresOf(place, month, "cashbook.budgetExpensePlanned"));
    expect(sumOf(planned.flatMap((figures) => Object.values(figures)))).toBe(365_001 + 100_000 + 73_000);
  });

  test("count what was sent to Bamako less what was taken back, and months that are closed", async () => {
    expect(figuresOf(place, NOVEMBER, "cashbook.remitted", "cashbook.received")).toEqual({
      ...{ "cashbook.remitted": 30_000, "cashbook.received": 0 },
    });
    const closed = (await office.must("cashbook.months", {})).filter(({ state }) => state === "closed");
    expect(figuresOf(place, YEAR, "cashbook.monthsClosed")["cashbook.monthsClosed"]).toBe(closed.length);
    expect(figuresOf(place, SEPTEMBER, "cashbook.monthsClosed")["cashbook.monthsClosed"]).toBe(1);
    expect(figuresOf(place, OCTOBER, "cashbook.monthsClosed")["cashbook.monthsClosed"]).toBe(0);
  });

  test("add up by account, project and office to the whole, where a figure is a sum", () => {
    for (const { code, breakdowns, formula } of CASHBOOK_INDICATORS)
      for (const of of SPANS)
        for (const by of breakdowns) {
          if (formula.kind === "rate" || by === "month") continue;
          const sum = sumOf(Object.values(groupsOf(place, of, code, by)));
          expect({ code, by, sum }).toEqual({ code, by, sum: figuresOf(place, of, code)[code] });
        }
  });

  test("are the sum of the vouchers, places and budget lines behind them", () => {
    const counts = expectRecordsAddUp(cashbookSource, CASHBOOK_INDICATORS, { place, spans: SPANS });
    expect(Object.keys(counts).sort()).toEqual(
      [...cashbookSource.measures].filter((measure) => measure !== "cashbook.received").sort(),
    );
  });

  test("lead to vouchers by their numbers, and from a balance to its place", async () => {
    const asked = { ...place, span: OCTOBER, by: "group", key: "transport" } as const;
    const [row, ...others] = cashbookSource.records({ ...asked, measure: "cashbook.expense" });
    expect(others).toEqual([]);
    expect(row).toMatchObject({ on: "2026-10-09", value: 4_500, link: { to: "voucher" } });
    const { voucher } = await office.must("cashbook.voucher", { id: row?.link?.id ?? "" });
    expect(voucher.number).toBe(row?.label);
    const held = cashbookSource.records({
      ...place,
      span: OCTOBER,
      by: null,
      key: "",
      measure: "cashbook.balance",
    });
    expect(held.map(({ link }) => link?.to)).toEqual(["till", "till", "till"]);
  });

  test("call accounts, places and projects by their names in both languages", () => {
    const names = cashbookSource.groupNames?.(place, "group");
    expect(names?.get("supplies")).toEqual({ fr: "Fournitures de bureau", en: "Office supplies" });
    expect(names?.get("KTL/cash")?.fr).not.toBe(names?.get("KTL/cash")?.en);
    expect([...(names?.values() ?? [])].map(({ fr }) => fr)).toContain("Petite caisse");
    expect(cashbookSource.groupNames?.(place, "donor").get("EAU")?.fr).toBe("Projet EAU");
  });
});

describe("at headquarters", () => {
  let hq: TestOffice;
  let offices: TestOffice[];
  beforeAll(async () => {
    hq = await makeHeadquarters({ shared: true });
    offices = [
      await makeEnrolled(hq, KOUTIALA, { shared: true }),
      await makeEnrolled(hq, MOPTI, { shared: true }),
    ];
    for (const [index, office] of offices.entries()) {
      await fill(office);
      const sent = await remit(office, 30_000 + index, "2026-11-02");
      await receiveStick(hq, await send(office, makeFolder()));
      if (index === 0)
        await hq.must("cashbook.receiveRemittance", {
          ...{ id: v7(), voucherId: sent, to: "cash", datedOn: "2026-11-10", reference: "" },
        });
    }
    await record(hq, { datedOn: "2026-10-04", amount: 1_000 });
    await closeMonth(hq, "2026-10");
    const again = { office: "BKO", month: "2026-10", reason: "Une pièce oubliée" };
    await hq.must("cashbook.reopenMonth", { id: v7(), ...again });
  });
  afterAll(() => {
    for (const office of [hq, ...offices]) office.close();
  });

  test("an office's figures are those of the office", () => {
    for (const office of offices)
      for (const of of SPANS)
        expectSameFigures(CASHBOOK_INDICATORS, of, {
          own: ownPlace(office),
          national: nationalPlace(hq, office.call.office.code),
        });
  });

  test("what one office sends and another receives is neither income nor expense of the association", () => {
    const all = nationalPlace(hq, "all");
    const codes = ["cashbook.remitted", "cashbook.received", "cashbook.income", "cashbook.expense"];
    expect(figuresOf(all, YEAR, ...codes)).toEqual({
      ...{ "cashbook.remitted": 60_001, "cashbook.received": 30_000 },
      ...{ "cashbook.income": 2 * 140_000, "cashbook.expense": 2 * 23_500 + 1_000 },
    });
    expect(groupsOf(all, YEAR, "cashbook.received", "office")).toEqual({ BKO: 30_000 });
    // What is still on its way lies nowhere.
    const held = [hq, ...offices].map((office) => figuresOf(ownPlace(office), YEAR, "cashbook.balance"));
    expect(figuresOf(all, YEAR, "cashbook.balance")["cashbook.balance"]).toBe(
      sumOf(held.flatMap((figures) => Object.values(figures))),
    );
  });

  test("all offices together are each office's, in every figure that is a sum, and say whose a place is", () => {
    const all = nationalPlace(hq, "all");
    for (const { code, formula } of CASHBOOK_INDICATORS) {
      if (formula.kind === "rate") continue;
      const each = [hq, ...offices].map((office) => {
        const own = ownPlace(office);
        return [office.call.office.code, figuresOf(own, YEAR, code)[code] ?? 0] as const;
      });
      expect({ code, groups: groupsOf(all, YEAR, code, "office") }).toEqual({
        code,
        groups: withoutNought(each),
      });
    }
    // A month that was opened again is closed no more.
    expect(groupsOf(all, YEAR, "cashbook.monthsClosed", "office")).toEqual({ KTL: 1, MPT: 1 });
    expect(cashbookSource.groupNames?.(all, "group").get("MPT/cash")?.fr).toMatch(/^MPT · /);
    expectRecordsAddUp(cashbookSource, CASHBOOK_INDICATORS, { place: all, spans: [OCTOBER, YEAR] });
  });
});
