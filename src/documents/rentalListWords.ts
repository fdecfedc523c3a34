import type { CalendarDate, Language } from "../contract/primitives.ts";
import type { ArrearsLine, LeaseRow, Premises, RollLine } from "../contract/rentalViews.ts";
import { showDay } from "../domain/format.ts";
import { showPhone } from "../domain/phone.ts";
import { documentTexts } from "./texts/documentTexts.ts";

/** A list in a spreadsheet: headings and cells in the same order, amounts as plain digits. */
export interface ListTable {
  readonly title: string;
  readonly headings: readonly string[];
  readonly cells: readonly (readonly string[])[];
}

type Texts = ReturnType<typeof documentTexts>["rentalLists"];
type Column = keyof Texts["columns"];
/** The columns of a list with what stands in each. */
type Cells<T> = readonly (readonly [Column, (row: T) => string])[];

const day = (value: CalendarDate | null) => (value === null ? "" : showDay(value));
const number = (value: number | null) => (value === null ? "" : String(value));

function tableOf<T>(texts: Texts, title: string, cells: Cells<T>, rows: readonly T[]): ListTable {
  return {
    title,
    headings: cells.map(([column]) => texts.columns[column]),
    cells: rows.map((row) => cells.map(([, words]) => words(row))),
  };
}

const officeOf = <T extends { readonly office: string }>(withOffice: boolean): Cells<T> =>
  withOffice ? [["office", ({ office }) => office]] : [];

export function rollTable(rows: readonly RollLine[], language: Language, withOffice: boolean): ListTable {
  const texts = documentTexts(language).rentalLists;
  const cells: Cells<RollLine> = [
    ...officeOf<RollLine>(withOffice),
    ["number", (row) => row.number],
    ["tenant", (row) => row.tenantName],
    ["phone", (row) => showPhone(row.tenantPhone)],
    ["premises", (row) => row.premises.join(", ")],
    ["brought", (row) => number(row.brought)],
    ["due", (row) => number(row.due)],
    ["received", (row) => number(row.received)],
    ["left", (row) => number(row.left)],
    ["advance", (row) => number(row.advance)],
    ["lastPaidOn", (row) => day(row.lastPaidOn)],
  ];
  return tableOf(texts, texts.titles.roll, cells, rows);
}

export function arrearsTable(
  rows: readonly ArrearsLine[],
  language: Language,
  withOffice: boolean,
): ListTable {
  const texts = documentTexts(language).rentalLists;
  const cells: Cells<ArrearsLine> = [
    ...officeOf<ArrearsLine>(withOffice),
    ["number", (row) => row.number],
    ["tenant", (row) => row.tenantName],
    ["phone", (row) => showPhone(row.tenantPhone)],
    ["guarantor", (row) => row.guarantorName],
    ["guarantorPhone", (row) => showPhone(row.guarantorPhone)],
    ["premises", (row) => row.premises.join(", ")],
    ["arrears", (row) => number(row.total)],
    ["upTo30", (row) => number(row.ages.upTo30)],
    ["upTo60", (row) => number(row.ages.upTo60)],
    ["upTo90", (row) => number(row.ages.upTo90)],
    ["over90", (row) => number(row.ages.over90)],
    ["oldestDueOn", (row) => day(row.oldestDueOn)],
    ["promisedOn", (row) => day(row.lastReminder?.promisedOn ?? null)],
    ["promised", (row) => number(row.lastReminder?.promised ?? null)],
  ];
  return tableOf(texts, texts.titles.arrears, cells, rows);
}

export function leasesTable(rows: readonly LeaseRow[], language: Language, withOffice: boolean): ListTable {
  const texts = documentTexts(language).rentalLists;
  const cells: Cells<LeaseRow> = [
    ...officeOf<LeaseRow>(withOffice),
    ["number", (row) => row.number],
    ["tenant", (row) => row.tenantName],
    ["phone", (row) => showPhone(row.tenantPhone)],
    ["premises", (row) => row.premises.map(({ code }) => code).join(", ")],
    ["state", (row) => texts.leaseState[row.state]],
    ["startsOn", (row) => day(row.startsOn)],
    ["endsOn", (row) => day(row.endsOn)],
    ["rent", (row) => number(row.rent)],
    ["period", (row) => texts.period[row.period]],
    ["arrears", (row) => number(row.arrears)],
    ["advance", (row) => number(row.advance)],
    ["deposit", (row) => number(row.deposit)],
  ];
  return tableOf(texts, texts.titles.leases, cells, rows);
}

export function premisesTable(rows: readonly Premises[], language: Language, withOffice: boolean): ListTable {
  const texts = documentTexts(language).rentalLists;
  const cells: Cells<Premises> = [
    ...officeOf<Premises>(withOffice),
    ["code", (row) => row.code],
    ["kind", (row) => texts.premisesKind[row.kind]],
    ["address", (row) => row.address],
    ["surface", (row) => number(row.surface)],
    ["waterMeter", (row) => row.waterMeter],
    ["powerMeter", (row) => row.powerMeter],
    ["condition", (row) => texts.condition[row.condition]],
    ["guideRent", (row) => number(row.guideRent)],
    ["state", (row) => texts.premisesState[row.state]],
    ["number", (row) => row.lease?.number ?? ""],
    ["tenant", (row) => row.lease?.tenantName ?? ""],
    ["endsOn", (row) => day(row.lease?.endsOn ?? null)],
    ["vacantSince", (row) => day(row.vacantSince)],
  ];
  return tableOf(texts, texts.titles.premises, cells, rows);
}
