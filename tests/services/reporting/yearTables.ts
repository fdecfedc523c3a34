import { expect } from "vitest";
import type { IndicatorTable } from "../../../src/contract/reportingViews.ts";
import { INDICATORS } from "../../../src/domain/reporting/catalogue/catalogue.ts";
import type { TestOffice } from "../../support/office.ts";
import { daysBetween, plusDays, plusMonths } from "../insurance/yearDays.ts";
import { recordsOf } from "./lived.ts";
import { type Book, FIRST_DAY, TODAY } from "./yearBook.ts";
import { type By, type Days, type Figure, figureFrom, type Told, tell } from "./yearCounts.ts";
import { CASH } from "./yearCountsCash.ts";
import { CLASSES } from "./yearCountsClasses.ts";
import { INSURANCE } from "./yearCountsInsurance.ts";
import { PEOPLE } from "./yearCountsPeople.ts";
import { RENTS } from "./yearCountsRents.ts";

/* Tables of the program beside those of notebooks, cell by cell. */

export const FIGURES: Readonly<Record<string, Figure>> = {
  ...PEOPLE,
  ...INSURANCE,
  ...RENTS,
  ...CLASSES,
  ...CASH,
};

export const DIVISIONS: readonly By[] = [null, "office", "ageBand", "group", "donor"];

export interface Period extends Days {
  readonly name: string;
  readonly months: number;
}

const earlier = (one: string, other: string) => (one < other ? one : other);

function periodFrom(name: string, from: string, months: number): Period {
  return { name, from, to: earlier(plusDays(plusMonths(from, months), -1), TODAY), months };
}

/** Every month that the story has lived in, the last one until today. */
export const MONTHS: readonly Period[] = Array.from({ length: 14 }, (_, index) => {
  const from = plusMonths(FIRST_DAY, index);
  return periodFrom(from.slice(0, 7), from, 1);
});

/** Years and quarters that have begun, of fiscal years that begin in a month and are called by that month's year. */
export function longPeriods(fiscalStart: number): Period[] {
  return [2027, 2028].flatMap((year) => {
    const first = `${year}-${String(fiscalStart).padStart(2, "0")}-01`;
    const quarters = [1, 2, 3, 4].map((number) =>
      periodFrom(`${year}-Q${number}`, plusMonths(first, 3 * (number - 1)), 3),
    );
    return [periodFrom(String(year), first, 12), ...quarters].filter(({ from }) => from <= TODAY);
  });
}

/** What a period stands beside: the one before it, or as many of its first days where it is not over. */
export function daysBefore({ from, to, months }: Period): Days {
  const first = plusMonths(from, -months);
  const last = plusDays(from, -1);
  const isOver = to === plusDays(plusMonths(from, months), -1);
  return { from: first, to: isOver ? last : earlier(plusDays(first, daysBetween(from, to)), last) };
}

/** Notebooks of one office or of several, with what was counted in them kept. */
export class Accounts {
  readonly #books: readonly Book[];
  readonly #known = new Map<string, Told>();

  constructor(...books: readonly Book[]) {
    this.#books = books;
  }

  /** @throws where nobody has thought of how to count an indicator */
  told(code: string, days: Days, by: By): Told {
    const key = `${code} ${days.from} ${days.to} ${by}`;
    const figure = FIGURES[code];
    if (figure === undefined) throw new Error(`${code} is counted by no notebook`);
    const known = this.#known.get(key) ?? tell(figure, this.#books, days, by);
    this.#known.set(key, known);
    return known;
  }
}

/** The indicators that are divided so, all of them where nothing is divided. */
export const indicatorsBy = (by: By) =>
  INDICATORS.filter(({ breakdowns }) => by === null || breakdowns.includes(by));

interface Compared {
  readonly by: By;
  readonly columns: readonly Days[];
  /** All that are divided so, unless only some were asked for. */
  readonly codes?: readonly string[];
}

function differencesOf(
  code: string,
  table: IndicatorTable,
  accounts: Accounts,
  { by, columns }: Compared,
): string[] {
  const rows = table.rows.filter((row) => row.code === code);
  return columns.flatMap((days, column) => {
    const told = accounts.told(code, days, by);
    const whole = accounts.told(code, days, null).of("");
    const where = `${code} ${days.from}/${days.to}`;
    const wrong = rows.flatMap(({ key, label, cells }) => {
      const noted = label === null ? whole : told.of(key);
      const cell = cells[column];
      const isRight = cell?.masked === false && cell.value === noted;
      return isRight ? [] : [`${where} by ${by} “${key}”: ${cell?.value}, noted ${noted}`];
    });
    const shown = new Set(rows.filter(({ label }) => label !== null).map(({ key }) => key));
    const missing = by === null ? [] : told.keys.filter((key) => !shown.has(key));
    const absent = rows.some(({ label }) => label === null) ? [] : [`${where} is not there`];
    return [...absent, ...wrong, ...missing.map((key) => `${where} by ${by} “${key}” is not there`)];
  });
}

/** Every cell of a table is what the notebooks say, and no group of theirs is left out. */
export function expectNoted(table: IndicatorTable, accounts: Accounts, compared: Compared): void {
  expect(table.columns.map(({ from, to }) => ({ from, to }))).toEqual(
    compared.columns.map(({ from, to }) => ({ from, to })),
  );
  expect(table.omitted).toEqual([]);
  const { codes = indicatorsBy(compared.by).map(({ code }) => code) } = compared;
  const differences = codes.flatMap((code) => differencesOf(code, table, accounts, compared));
  expect(differences).toEqual([]);
}

/** So many records come at once. */
const PAGE = 500;

/** What the records behind one cell add up to, and that it is the cell. */
export async function expectRecords(
  office: TestOffice,
  accounts: Accounts,
  asked: {
    readonly code: string;
    readonly period: Period;
    readonly by: By;
    readonly key: string;
    readonly office?: string;
  },
): Promise<void> {
  const { code, period, by, key } = asked;
  const page = (offset: number) => recordsOf(office, { ...asked, period: period.name, offset });
  const { rows, records, figure } = await page(0);
  for (let offset = PAGE; offset < records; offset += PAGE) rows.push(...(await page(offset)).rows);
  const sumOf = (wanted: "counted" | "base") =>
    rows.filter(({ part }) => part === wanted).reduce((sum, { value }) => sum + value, 0);
  const formula = FIGURES[code];
  if (formula === undefined) throw new Error(`${code} is counted by no notebook`);
  const noted = accounts.told(code, period, by).of(key);
  const where = `${code} ${period.name} by ${by} “${key}”`;
  const added = figureFrom(formula, sumOf("counted"), sumOf("base"));
  expect({ where, figure, added }).toEqual({ where, figure: noted, added: noted });
  expect(new Set(rows.map(({ id, part }) => `${id} ${part}`)).size, where).toBe(records);
}
