import type { TillKey, Voucher, VoucherFilter } from "../../contract/cashbookTerms.ts";
import type { CalendarDate, Francs, OfficeScope } from "../../contract/primitives.ts";
import type { Reader } from "../reader.ts";
import { NATIONAL_VOUCHERS, OWN_VOUCHERS, voucherOf } from "../vouchers.ts";
import { both, having, holding, ofOffice, type Selection, within } from "./selection.ts";

/** Whose book is read: this register's own, which knows its people, or one or all in headquarters' copies. */
export interface Book {
  readonly office: OfficeScope;
  readonly isOwn: boolean;
}

const SIGNED = "sum(iif(direction = 'in', amount, -amount))";

function selectionOf(book: Book, filter: VoucherFilter): Selection {
  return both(
    ofOffice(book.office),
    within(filter),
    having("place", filter.till),
    having("account", filter.account),
    having("project", filter.project),
    having("direction", filter.direction),
    holding(filter.text),
  );
}

const sourceOf = ({ isOwn }: Book) => (isOwn ? OWN_VOUCHERS : NATIONAL_VOUCHERS);

/** Vouchers of a span of days, the newest first: by day, then number. */
export function listLedger(
  reader: Reader,
  book: Book,
  filter: VoucherFilter,
  window: { offset: number; limit: number },
): Voucher[] {
  const { where, params } = selectionOf(book, filter);
  const order = `voucher.dated_on DESC, voucher.counter DESC${book.office === "all" ? ", voucher.office" : ""}`;
  // The page is found among the bare vouchers first: names are looked up for its lines only.
  return reader
    .all(
      `${sourceOf(book)} WHERE voucher.rowid IN (SELECT voucher.rowid FROM voucher WHERE ${where}
         ORDER BY ${order} LIMIT @limit OFFSET @offset) ORDER BY ${order}`,
      { ...params, ...window },
    )
    .map(voucherOf);
}

export function sumLedger(
  reader: Reader,
  book: Book,
  filter: VoucherFilter,
): { total: number; sumIn: Francs; sumOut: Francs } {
  const { where, params } = selectionOf(book, filter);
  const row = reader.get(
    `SELECT count(*) AS total, coalesce(sum(amount) FILTER (WHERE direction = 'in'), 0) AS sum_in,
       coalesce(sum(amount) FILTER (WHERE direction = 'out'), 0) AS sum_out
     FROM voucher WHERE ${where}`,
    params,
  );
  return { total: Number(row?.total), sumIn: Number(row?.sum_in), sumOut: Number(row?.sum_out) };
}

/** What lay in a place, or in all, when a day ended. */
export function balanceThrough(
  reader: Reader,
  { office }: Book,
  day: CalendarDate,
  till: TillKey | null | undefined,
): number {
  const { where, params } = both(
    ofOffice(office),
    { where: "voucher.dated_on <= @day", params: { day } },
    having("place", till),
  );
  return reader.number(`SELECT coalesce(${SIGNED}, 0) FROM voucher WHERE ${where}`, params);
}

/**
 * The balance of one place after each of these vouchers of it, which are in order, the newest first. Vouchers between
 * them that the filter left out count too.
 */
export function balancesAfter(
  reader: Reader,
  { office }: Book,
  till: TillKey,
  page: readonly Voucher[],
): Map<string, number> {
  const [newest, oldest] = [page[0], page.at(-1)];
  const balances = new Map<string, number>();
  if (newest === undefined || oldest === undefined) return balances;
  const counterOf = (voucher: Voucher) => Number(voucher.number.slice(9));
  const from = { day: oldest.datedOn, counter: counterOf(oldest) };
  const to = { day: newest.datedOn, counter: counterOf(newest) };
  const own = both(ofOffice(office), having("place", till));
  let balance = reader.number(
    `SELECT coalesce(${SIGNED}, 0) FROM voucher
     WHERE ${own.where} AND (voucher.dated_on, voucher.counter) < (@day, @counter)`,
    { ...own.params, ...from },
  );
  const moves = reader.each(
    `SELECT dated_on, counter, direction, amount FROM voucher
     WHERE ${own.where} AND (voucher.dated_on, voucher.counter) >= (@day, @counter)
       AND (voucher.dated_on, voucher.counter) <= (@lastDay, @lastCounter)
     ORDER BY voucher.dated_on, voucher.counter`,
    { ...own.params, ...from, lastDay: to.day, lastCounter: to.counter },
  );
  const after = new Map<string, number>();
  for (const row of moves) {
    balance += row.direction === "in" ? Number(row.amount) : -Number(row.amount);
    after.set(`${row.dated_on}/${row.counter}`, balance);
  }
  for (const voucher of page) {
    const known = after.get(`${voucher.datedOn}/${counterOf(voucher)}`);
    if (known === undefined) throw new Error("a voucher of a place is missing there");
    balances.set(voucher.id, known);
  }
  return balances;
}

/** What lies in each place of each office, with the number of its vouchers. */
export function listBalances(
  reader: Reader,
  office: OfficeScope,
  through: CalendarDate | null = null,
): { office: string; till: TillKey; balance: number; vouchers: number }[] {
  const { where, params } = both(
    ofOffice(office),
    through === null ? null : { where: "voucher.dated_on <= @through", params: { through } },
  );
  return reader
    .all(
      `SELECT office, place, ${SIGNED} AS balance, count(*) AS vouchers FROM voucher WHERE ${where}
       GROUP BY office, place ORDER BY office, place`,
      params,
    )
    .map((row) => ({
      office: String(row.office),
      till: String(row.place),
      balance: Number(row.balance),
      vouchers: Number(row.vouchers),
    }));
}

/** One voucher of headquarters' copies, whichever office's. */
export function findNationalVoucher(reader: Reader, id: string): Voucher | undefined {
  const row = reader.get(`${NATIONAL_VOUCHERS} WHERE voucher.id = @id`, { id });
  return row === undefined ? undefined : voucherOf(row);
}

/** The voucher that names this one as its pair and was not taken back; the latest where several did. */
export function findPairId(reader: Reader, id: string): string | null {
  const row = reader.get(
    `SELECT id FROM voucher WHERE pair_id = @id AND kind <> 'reversal'
     ORDER BY (SELECT count(*) FROM voucher later WHERE later.reverses_id = voucher.id), counter DESC LIMIT 1`,
    { id },
  );
  return row === undefined ? null : String(row.id);
}

/** The last day before this one on which money moved in each place. */
export function listLastMoves(
  reader: Reader,
  office: string,
  before: CalendarDate,
): Map<TillKey, CalendarDate> {
  const { where, params } = ofOffice(office);
  const rows = reader.all(
    `SELECT place, max(dated_on) AS last FROM voucher WHERE ${where} AND dated_on < @before GROUP BY place`,
    { ...params, before },
  );
  return new Map(rows.map((row) => [String(row.place), String(row.last)]));
}

/** The bare vouchers of a span in the order of a journal: by day, then number. */
export function listJournal(
  reader: Reader,
  { office }: Book,
  span: { from: CalendarDate; to: CalendarDate },
): Voucher[] {
  const { where, params } = both(ofOffice(office), within(span));
  return reader
    .all(
      `SELECT voucher.*, NULL AS member_number, NULL AS reversed_by_id FROM voucher WHERE ${where}
       ORDER BY voucher.dated_on, voucher.office, voucher.counter`,
      params,
    )
    .map(voucherOf);
}
