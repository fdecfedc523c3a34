import type { AccountCode, MonthName, ProjectCode, TillKey } from "../../contract/cashbookTerms.ts";
import type { CalendarDate, Francs, OfficeCode, OfficeScope } from "../../contract/primitives.ts";
import type { Reader } from "../reader.ts";

/*
 * Sums of vouchers for indicators: one statement for all spans, whose days are given in pieces that do not overlap, so
 * that no voucher is read twice.
 */

export interface VoucherSegment {
  readonly at: number;
  readonly from: CalendarDate;
  readonly to: CalendarDate;
}

const SEGMENTS = `segment (at, first, last) AS MATERIALIZED (
  SELECT value ->> 'at', value ->> 'from', value ->> 'to' FROM json_each(@segments))`;

const ofOffice = (office: OfficeScope) => (office === "all" ? "" : "AND voucher.office = @office");
const paramsOf = (office: OfficeScope) => (office === "all" ? {} : { office });

/** What vouchers are told apart by, beside their accounts. */
const PARTS = { office: "voucher.office", donor: "voucher.project", none: "NULL" } as const;

export interface AccountSums {
  readonly at: number;
  readonly account: AccountCode;
  /** The office or the project; null for no project, and where neither is asked for. */
  readonly part: string | null;
  readonly vouchers: number;
  readonly sumIn: Francs;
  readonly sumOut: Francs;
}

/** Vouchers by segment and account, and by office or project. */
export function sumSegments(
  reader: Reader,
  office: OfficeScope,
  about: { readonly segments: readonly VoucherSegment[]; readonly by: keyof typeof PARTS },
): AccountSums[] {
  const sql = `WITH ${SEGMENTS}
    SELECT segment.at, account, ${PARTS[about.by]} AS part, count(*) AS vouchers,
      sum(iif(direction = 'in', amount, 0)) AS sum_in, sum(iif(direction = 'out', amount, 0)) AS sum_out
    FROM segment CROSS JOIN voucher
    WHERE voucher.dated_on BETWEEN segment.first AND segment.last ${ofOffice(office)} GROUP BY 1, 2, 3`;
  const params = { segments: JSON.stringify(about.segments), ...paramsOf(office) };
  return reader.all(sql, params).map((row) => ({
    at: Number(row.at),
    account: String(row.account),
    part: row.part === null ? null : String(row.part),
    vouchers: Number(row.vouchers),
    sumIn: Number(row.sum_in),
    sumOut: Number(row.sum_out),
  }));
}

export interface CountedVoucher {
  readonly id: string;
  readonly office: OfficeCode;
  readonly number: string;
  readonly datedOn: CalendarDate;
  readonly account: AccountCode;
  readonly project: ProjectCode | null;
  readonly direction: "in" | "out";
  readonly amount: Francs;
}

/** Vouchers of a span of days in the order of a journal. @param accounts null for all */
export function listVouchersOf(
  reader: Reader,
  office: OfficeScope,
  about: {
    readonly from: CalendarDate;
    readonly to: CalendarDate;
    readonly accounts: readonly AccountCode[] | null;
  },
): CountedVoucher[] {
  const { from, to, accounts } = about;
  const isOfAccount = accounts === null ? "" : "AND account IN (SELECT value FROM json_each(@accounts))";
  return reader
    .all(
      `SELECT id, office, number, dated_on, account, project, direction, amount FROM voucher
       WHERE dated_on BETWEEN @from AND @to ${ofOffice(office)} ${isOfAccount}
       ORDER BY dated_on, office, counter`,
      {
        ...{ from, to, ...paramsOf(office) },
        ...(accounts === null ? {} : { accounts: JSON.stringify(accounts) }),
      },
    )
    .map((row) => ({
      id: String(row.id),
      office: String(row.office),
      number: String(row.number),
      datedOn: String(row.dated_on),
      account: String(row.account),
      project: row.project === null ? null : String(row.project),
      direction: row.direction === "in" ? "in" : "out",
      amount: Number(row.amount),
    }));
}

/** Where money lies, office by office, found by the index alone: as few steps as there are places. */
const PLACES = `bureau (office) AS (
    SELECT min(office) FROM voucher UNION ALL
    SELECT (SELECT min(later.office) FROM voucher AS later WHERE later.office > bureau.office) FROM bureau
    WHERE office IS NOT NULL),
  held (office, place) AS (
    SELECT office, (SELECT min(first.place) FROM voucher AS first WHERE first.office = bureau.office) FROM bureau
    WHERE office IS NOT NULL AND (@office = 'all' OR office = @office) UNION ALL
    SELECT office, (SELECT min(later.place) FROM voucher AS later
      WHERE later.office = held.office AND later.place > held.place) FROM held WHERE place IS NOT NULL)`;

export interface PlaceNet {
  readonly at: number;
  readonly office: OfficeCode;
  readonly till: TillKey;
  /** What came in less what went out. */
  readonly net: number;
}

/** What each place moved in each segment. */
export function listPlaceNets(
  reader: Reader,
  office: OfficeScope,
  segments: readonly VoucherSegment[],
): PlaceNet[] {
  return reader
    .all(
      `WITH RECURSIVE ${SEGMENTS}, ${PLACES}
       SELECT segment.at, held.office, held.place,
         (SELECT coalesce(sum(iif(direction = 'in', amount, -amount)), 0) FROM voucher
           WHERE voucher.office = held.office AND voucher.place = held.place
             AND voucher.dated_on BETWEEN segment.first AND segment.last) AS net
       FROM held CROSS JOIN segment WHERE held.place IS NOT NULL`,
      { segments: JSON.stringify(segments), office },
    )
    .map((row) => ({
      at: Number(row.at),
      office: String(row.office),
      till: String(row.place),
      net: Number(row.net),
    }));
}

/** Months that are closed, of one office or of all. */
export function listClosedMonths(
  reader: Reader,
  office: OfficeScope,
): { id: string; office: OfficeCode; month: MonthName }[] {
  const whose = office === "all" ? "" : "AND office = @office";
  return reader
    .all(
      `SELECT id, office, month FROM month_closing WHERE state = 'closed' ${whose} ORDER BY month, office`,
      paramsOf(office),
    )
    .map((row) => ({ id: String(row.id), office: String(row.office), month: String(row.month) }));
}
