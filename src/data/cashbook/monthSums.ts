import type { AccountCode, MonthName, ProjectCode, TillKey } from "../../contract/cashbookTerms.ts";
import type { CalendarDate, Francs, OfficeCode, OfficeScope } from "../../contract/primitives.ts";
import type { Reader } from "../reader.ts";
import type { Row } from "../registry.ts";
import { both, ofOffice, within } from "./selection.ts";

/** Days of one office's book, both included. */
export interface Span {
  readonly office: OfficeCode;
  readonly from: CalendarDate;
  readonly to: CalendarDate;
}

export interface Sums {
  readonly vouchers: number;
  readonly sumIn: Francs;
  readonly sumOut: Francs;
}

const SUMS = `count(*) AS vouchers, coalesce(sum(amount) FILTER (WHERE direction = 'in'), 0) AS sum_in,
  coalesce(sum(amount) FILTER (WHERE direction = 'out'), 0) AS sum_out`;

const sumsFromRow = (row: Row | undefined): Sums => ({
  vouchers: Number(row?.vouchers ?? 0),
  sumIn: Number(row?.sum_in ?? 0),
  sumOut: Number(row?.sum_out ?? 0),
});

const selectionOf = (span: Span) => both(ofOffice(span.office), within(span));

/** Every month in which an office booked anything. */
export function listMonthSums(
  reader: Reader,
  office: OfficeScope,
): (Sums & { office: OfficeCode; month: MonthName })[] {
  const { where, params } = ofOffice(office);
  return reader
    .all(
      `SELECT office, substr(dated_on, 1, 7) AS month, ${SUMS} FROM voucher WHERE ${where}
       GROUP BY office, month ORDER BY office, month`,
      params,
    )
    .map((row) => ({ ...sumsFromRow(row), office: String(row.office), month: String(row.month) }));
}

export function sumSpan(reader: Reader, span: Span): Sums {
  const { where, params } = selectionOf(span);
  return sumsFromRow(reader.get(`SELECT ${SUMS} FROM voucher WHERE ${where}`, params));
}

export function sumByPlace(reader: Reader, span: Span): (Sums & { till: TillKey })[] {
  const { where, params } = selectionOf(span);
  return reader
    .all(`SELECT place, ${SUMS} FROM voucher WHERE ${where} GROUP BY place ORDER BY place`, params)
    .map((row) => ({ ...sumsFromRow(row), till: String(row.place) }));
}

export function sumByAccount(reader: Reader, span: Span): (Sums & { account: AccountCode })[] {
  const { where, params } = selectionOf(span);
  return reader
    .all(`SELECT account, ${SUMS} FROM voucher WHERE ${where} GROUP BY account ORDER BY account`, params)
    .map((row) => ({ ...sumsFromRow(row), account: String(row.account) }));
}

/** Without a project last. */
export function sumByProject(reader: Reader, span: Span): (Sums & { project: ProjectCode | null })[] {
  const { where, params } = selectionOf(span);
  return reader
    .all(
      `SELECT project, ${SUMS} FROM voucher WHERE ${where} GROUP BY project ORDER BY project IS NULL, project`,
      params,
    )
    .map((row) => ({ ...sumsFromRow(row), project: row.project === null ? null : String(row.project) }));
}

/** Of the sums by account and project, for budgets. */
export function sumByLine(
  reader: Reader,
  span: Span,
): (Sums & { account: AccountCode; project: ProjectCode | null })[] {
  const { where, params } = selectionOf(span);
  return reader
    .all(
      `SELECT account, project, ${SUMS} FROM voucher WHERE ${where} GROUP BY account, project
       ORDER BY account, project IS NOT NULL, project`,
      params,
    )
    .map((row) => ({
      ...sumsFromRow(row),
      account: String(row.account),
      project: row.project === null ? null : String(row.project),
    }));
}

/** What each day moved in each place, less what went out, in the order of days. */
export function listDayNets(reader: Reader, span: Span): { till: TillKey; on: CalendarDate; net: number }[] {
  const { where, params } = selectionOf(span);
  return reader
    .all(
      `SELECT place, dated_on, sum(iif(direction = 'in', amount, -amount)) AS net FROM voucher
       WHERE ${where} GROUP BY place, dated_on ORDER BY place, dated_on`,
      params,
    )
    .map((row) => ({ till: String(row.place), on: String(row.dated_on), net: Number(row.net) }));
}

/** The lowest and the highest number of a span's vouchers. */
export function readEndNumbers(reader: Reader, span: Span): { first: string | null; last: string | null } {
  const { where, params } = selectionOf(span);
  const end = (order: "ASC" | "DESC") =>
    reader.get(
      `SELECT number FROM voucher WHERE ${where} ORDER BY year ${order}, counter ${order} LIMIT 1`,
      params,
    )?.number ?? null;
  const [first, last] = [end("ASC"), end("DESC")];
  return { first: first === null ? null : String(first), last: last === null ? null : String(last) };
}

/** Where numbers of a year are missing: after which voucher (empty for the first), and how many. */
export function listNumberGaps(
  reader: Reader,
  office: OfficeCode,
  year: number,
): { after: string; missing: number }[] {
  return reader
    .all(
      `SELECT before, missing FROM (
         SELECT counter, counter - 1 - coalesce(lag(counter) OVER (ORDER BY counter), 0) AS missing,
           coalesce(lag(number) OVER (ORDER BY counter), '') AS before
         FROM voucher WHERE office = @office AND year = @year) WHERE missing > 0 ORDER BY counter`,
      { office, year },
    )
    .map((row) => ({ after: String(row.before), missing: Number(row.missing) }));
}

/** Expenses of these accounts that no photograph of a paper is kept of, what was taken back left out. */
export function countWithoutPaper(reader: Reader, span: Span, accounts: readonly AccountCode[]): number {
  const { where, params } = selectionOf(span);
  return reader.number(
    `SELECT count(*) FROM voucher LEFT JOIN voucher_paper ON voucher_paper.voucher_id = voucher.id
     WHERE ${where} AND voucher.direction = 'out' AND voucher.kind = 'ordinary'
       AND voucher.account IN (SELECT value FROM json_each(@accounts))
       AND coalesce(voucher_paper.photos, '[]') = '[]'
       AND NOT EXISTS (SELECT 1 FROM voucher later WHERE later.reverses_id = voucher.id)`,
    { ...params, accounts: JSON.stringify(accounts) },
  );
}
