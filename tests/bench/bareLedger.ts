import type SQLite from "better-sqlite3";

/** A page of a cash book by statements of one's own, in the library alone. */
export interface BareSpan {
  readonly from: string;
  readonly to: string;
  readonly till?: string;
}

const LINE = `voucher.id, voucher.office, voucher.number, voucher.dated_on, voucher.recorded_at, voucher.direction,
  voucher.kind, voucher.account, voucher.amount, voucher.method, voucher.reference, voucher.place, voucher.project,
  voucher.words, voucher.member_id, voucher.pair_id, voucher.reverses_id, voucher.reason,
  member.number AS member_number, user.name AS recorded_by,
  (SELECT other.id FROM voucher AS other WHERE other.reverses_id = voucher.id) AS reversed_by`;
const SIGNED = "iif(direction = 'in', amount, -amount)";

/** The same page, sums, balances before and after; with the running balance where one place is asked. */
export function prepareBareLedger(connection: SQLite.Database, withTill: boolean) {
  const place = withTill ? "AND place = @till" : "";
  const page = connection.prepare(
    `WITH page AS MATERIALIZED (SELECT rowid AS line FROM voucher WHERE dated_on BETWEEN @from AND @to ${place}
       ORDER BY dated_on DESC, counter DESC LIMIT 100)
     SELECT ${LINE} FROM page JOIN voucher ON voucher.rowid = page.line
       LEFT JOIN member ON member.id = voucher.member_id
       LEFT JOIN journal ON journal.id = voucher.id AND journal.op = 'insert'
       LEFT JOIN user ON user.id = journal.by
     ORDER BY voucher.dated_on DESC, voucher.counter DESC`,
  );
  const sums = connection.prepare(
    `SELECT count(*) AS total, coalesce(sum(amount) FILTER (WHERE direction = 'in'), 0) AS sumIn,
       coalesce(sum(amount) FILTER (WHERE direction = 'out'), 0) AS sumOut
     FROM voucher WHERE dated_on BETWEEN @from AND @to ${place}`,
  );
  const opening = connection
    .prepare(`SELECT coalesce(sum(${SIGNED}), 0) FROM voucher WHERE dated_on < @from ${place}`)
    .pluck();
  const closing = connection
    .prepare(`SELECT coalesce(sum(${SIGNED}), 0) FROM voucher WHERE dated_on <= @to ${place}`)
    .pluck();
  return (span: BareSpan) => {
    const rows = page.all(span) as { id: string; direction: string; amount: number; balance?: number }[];
    const closed = Number(closing.get(span));
    // The newest line stands at the span's closing balance, each older one before the line above it.
    let balance = closed;
    if (withTill)
      for (const row of rows) {
        row.balance = balance;
        balance -= row.direction === "in" ? row.amount : -row.amount;
      }
    const { total, sumIn, sumOut } = sums.get(span) as { total: number; sumIn: number; sumOut: number };
    return { rows, total, sumIn, sumOut, opening: Number(opening.get(span)), closing: closed };
  };
}
