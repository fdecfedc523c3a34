import { v7 } from "uuid";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { INDICATORS } from "../../../src/domain/reporting/catalogue/catalogue.ts";
import { makeTestOffice, type TestOffice } from "../../support/office.ts";
import { figuresOf } from "./lived.ts";
import type { Book } from "./yearBook.ts";
import type { By } from "./yearCounts.ts";
import { PETITE } from "./yearInsurance.ts";
import { liveStory } from "./yearStory.ts";
import {
  Accounts,
  DIVISIONS,
  daysBefore,
  expectNoted,
  expectRecords,
  FIGURES,
  indicatorsBy,
  longPeriods,
  MONTHS,
} from "./yearTables.ts";

/*
 * Thirteen months of an office whose fiscal year begins in July, lived through the requests of the screens, and every
 * indicator of the catalogue counted once more from the notebook that was kept beside.
 */

let office: TestOffice;
let book: Book;
let accounts: Accounts;

beforeAll(async () => {
  office = await makeTestOffice({ shared: true });
  ({ book } = await liveStory(office, 5, 40));
  accounts = new Accounts(book);
}, 240_000);
afterAll(() => office.close());

test("a notebook has a way to count every indicator of the catalogue, and counts nothing else", () => {
  expect(Object.keys(FIGURES).sort()).toEqual(INDICATORS.map(({ code }) => code).sort());
});

describe("figures are what the notebook says", () => {
  test.each(DIVISIONS)("month by month, divided by %s", async (by) => {
    const table = await figuresOf(office, { from: "2027-07", to: "2028-08", by });
    expectNoted(table, accounts, { by, columns: MONTHS });
  });

  test("of a year that is divided by months", async () => {
    const table = await figuresOf(office, { period: "2027", by: "month" });
    expectNoted(table, accounts, { by: null, columns: MONTHS.slice(0, 12) });
  });

  test.each(DIVISIONS)("of quarters and years from July, divided by %s", async (by) => {
    for (const period of [...longPeriods(7), ...MONTHS.slice(-1)]) {
      const table = await figuresOf(office, { period: period.name, by });
      expectNoted(table, accounts, { by, columns: [period, daysBefore(period)] });
    }
  });

  test("of quarters and years from January, once the fiscal year is the calendar's", async () => {
    const settings = await office.must("office.readSettings", {});
    await office.must("office.updateSettings", { ...settings, fiscalYearStart: 1 });
    try {
      for (const by of DIVISIONS)
        for (const period of longPeriods(1)) {
          const table = await figuresOf(office, { period: period.name, by });
          expectNoted(table, accounts, { by, columns: [period, daysBefore(period)] });
        }
    } finally {
      await office.must("office.updateSettings", settings);
    }
  });
});

describe("the year that was lived", () => {
  const told = (code: string, by: By) => MONTHS.map((month) => accounts.told(code, month, by));

  test("had something of every indicator but what only Bamako has", () => {
    const never = INDICATORS.map(({ code }) => code).filter((code) =>
      told(code, null).every(({ of }) => of("") === 0 || of("") === null),
    );
    // A fund that shrinks is a plan's, not all plans' together.
    expect(never).toEqual(["insurance.reserveMonths", "cashbook.received"]);
    const shrank = told("insurance.reserveMonths", "group").flatMap(({ of }) => of(PETITE) ?? []);
    expect(Math.max(...shrank)).toBeGreaterThan(0);
  });

  test("had something in every group that the catalogue lists", () => {
    const never = INDICATORS.flatMap(({ code, groupNames = {}, breakdowns }) => {
      const seen = new Set(
        breakdowns.includes("group") ? told(code, "group").flatMap(({ keys }) => keys) : [],
      );
      return breakdowns.includes("group")
        ? Object.keys(groupNames).flatMap((key) => (seen.has(key) ? [] : [`${code} ${key}`]))
        : [];
    });
    // Nobody is transferred without headquarters, and nothing is granted before it is decided.
    const undecided = ["draft", "submitted", "checked", "referred", "closed"];
    expect(never).toEqual([
      "members.left transferred",
      ...undecided.map((step) => `insurance.claimsGranted ${step}`),
    ]);
  });
});

describe("the records behind a figure add up to it", () => {
  test.each(DIVISIONS)("in every month and every group by %s", async (by) => {
    for (const { code } of indicatorsBy(by))
      for (const period of MONTHS) {
        const keys = by === null ? [""] : accounts.told(code, period, by).keys;
        for (const key of keys) await expectRecords(office, accounts, { code, period, by, key });
      }
  });
});

test("a year's targets stand beside its figures: what flows is shared out by months", async () => {
  const aimed = INDICATORS.filter(({ hasTarget }) => hasTarget);
  const aimOf = (code: string) => 7 + 13 * aimed.findIndex((indicator) => indicator.code === code);
  for (const { code } of aimed) {
    const target = { id: v7(), forOffice: "KTL", year: 2027, code, value: aimOf(code) };
    await office.must("reporting.saveTarget", target);
  }
  for (const period of [...longPeriods(7), ...MONTHS]) {
    const { rows } = await figuresOf(office, { period: period.name });
    const isOfYear = period.from < "2028-07-01";
    const noted = INDICATORS.map(({ code, nature, hasTarget }) => {
      const value = aimOf(code);
      const part = nature === "flow" ? Math.round((value * period.months) / 12) : value;
      return [code, hasTarget && isOfYear ? part : null];
    });
    expect(rows.map(({ code, target }) => [code, target])).toEqual(noted);
  }
});
