import { v7 } from "uuid";
import { addDays, addMonths } from "../../src/domain/calendar.ts";
import { type BareSpan, prepareBareLedger } from "./bareLedger.ts";
import type { BenchOffice } from "./benchOffice.ts";
import type { LedgerSize } from "./ledgerOffice.ts";
import { type Cost, costOf, counted, type Figure, figureOf, sideBySide } from "./measure.ts";

const PAGE = 100;
const BARE = "the same query in the bare library";

/** @throws when the two sides do not answer the same */
function requireSame(what: string, ours: unknown, bare: unknown): void {
  if (JSON.stringify(ours) !== JSON.stringify(bare))
    throw new Error(`the two sides do not answer the same: ${what}`);
}

async function pageFigure(
  office: BenchOffice,
  about: { readonly what: string; readonly size: string },
  span: BareSpan,
  runs: number,
): Promise<Figure> {
  const bare = prepareBareLedger(office.call().office.connection, span.till !== undefined);
  const ask = () => office.ask("cashbook.listVouchers", { ...span, offset: 0, limit: PAGE });
  const [theirs, ours] = [bare(span), await ask()];
  const sumsOf = ({ total, sumIn, sumOut, opening, closing }: Omit<typeof ours, "rows">) => [
    ...[total, sumIn, sumOut],
    ...[opening, closing],
  ];
  requireSame(about.what, sumsOf(ours), sumsOf(theirs));
  requireSame(
    about.what,
    ours.rows.map(({ id, balance }) => [id, balance]),
    theirs.rows.map(({ id, balance = null }) => [id, balance]),
  );
  const pairs = await sideBySide(
    runs,
    () => costOf(() => bare(span)),
    () => costOf(ask),
  );
  return figureOf({ ...about, baseline: BARE, target: 1.3 }, pairs);
}

/** Closing the oldest months one after the other, each in one transaction, against adding each up. */
async function closingFigure(
  office: BenchOffice,
  first: string,
  size: string,
  runs: number,
): Promise<Figure> {
  const sums = office.call().office.connection.prepare(
    `SELECT place, sum(iif(direction = 'in', amount, -amount)) AS balance,
         count(*) FILTER (WHERE dated_on >= @from) AS vouchers
       FROM voucher WHERE dated_on <= @to GROUP BY place`,
  );
  const pairs = { baseline: [] as Cost[], ours: [] as Cost[] };
  for (let at = 0; at < runs; at += 1) {
    const from = addMonths(first, at);
    const month = from.slice(0, 7);
    const to = addDays(addMonths(from, 1), -1);
    pairs.baseline.push(await costOf(() => sums.all({ from, to })));
    const { tills } = await office.ask("cashbook.month", { month });
    const closing = tills.reduce((sum, till) => sum + till.closing, 0);
    pairs.ours.push(await costOf(() => office.ask("cashbook.closeMonth", { id: v7(), month, closing })));
  }
  return figureOf(
    {
      what: "closing a month",
      size,
      baseline: "adding it up in the bare library, nothing written",
      target: null,
    },
    pairs,
  );
}

/** Opening the cash book of ten years: its last month, one place with the running balance, all of it. */
export async function benchLedger(
  office: BenchOffice,
  { months, vouchers }: LedgerSize,
  runs: number,
): Promise<Figure[]> {
  const size = counted(vouchers, "vouchers");
  const running = `${office.call().today().slice(0, 7)}-01`;
  const month = { from: addMonths(running, -1), to: addDays(running, -1) };
  const all = { from: addMonths(running, -months), to: month.to };
  const figures: Figure[] = [];
  for (const [what, span] of [
    ["cash book of a month, first page", month],
    ["the same of one box, running balance", { ...month, till: "cash" }],
    ["cash book of all years, first page", all],
    ["the same of one box, running balance", { ...all, till: "cash" }],
  ] as const)
    figures.push(await pageFigure(office, { what, size }, span, runs));
  figures.push(await closingFigure(office, all.from, size, Math.min(runs, months)));
  return figures;
}
