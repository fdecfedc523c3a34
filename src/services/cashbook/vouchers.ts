import type { InputOf, OutputOf } from "../../contract/index.ts";
import type { OfficeScope } from "../../contract/primitives.ts";
import { accept, type Result, refuse } from "../../contract/results.ts";
import {
  type Book,
  balancesAfter,
  balanceThrough,
  listLedger,
  sumLedger,
} from "../../data/cashbook/ledger.ts";
import type { Reader } from "../../data/reader.ts";
import { addDays } from "../../domain/calendar.ts";
import type { Call } from "../call.ts";
import { scopeOf } from "../scope.ts";

/** Where a book is read, and whose it is. */
export interface OpenBook extends Book {
  readonly reader: Reader;
}

/**
 * This office's book; at headquarters any office's or, as one, all offices'. Refuses as `scopeOf`.
 */
export function openBook(call: Call, office: OfficeScope | undefined): Result<OpenBook> {
  const scope = scopeOf(call, office, "finance");
  if (!scope.ok) return scope;
  const { reader } = scope.value;
  const isOwn = scope.value.office === undefined;
  return accept({ reader, office: scope.value.office ?? call.office.code, isOwn });
}

/** Refuses a span that ends before it begins. */
export function spanFault({ from, to }: { from: string; to: string }): ReturnType<typeof refuse> | null {
  return from > to ? refuse("cashbook.spanWrong", { field: "to" }) : null;
}

/**
 * A page of the cash book, the newest first, with what lay there before and after the span. Where one place of one
 * office is shown, each line has the place's balance after it.
 */
export function listVouchers(
  call: Call,
  input: InputOf<"cashbook.listVouchers">,
): Result<OutputOf<"cashbook.listVouchers">> {
  const fault = spanFault(input);
  if (fault !== null) return fault;
  const book = openBook(call, input.office);
  if (!book.ok) return book;
  const { reader, ...whose } = book.value;
  const { offset, limit, ...filter } = input;
  const page = listLedger(reader, whose, filter, { offset, limit });
  const { till, account, project, direction, text } = filter;
  const balances =
    till && whose.office !== "all" ? balancesAfter(reader, whose, till, page) : new Map<string, number>();
  const sums = sumLedger(reader, whose, filter);
  const opening = balanceThrough(reader, whose, addDays(filter.from, -1), till);
  const isWhole = [account, project, direction, text].every((asked) => !asked);
  return accept({
    rows: page.map((voucher) => ({ ...voucher, balance: balances.get(voucher.id) ?? null })),
    ...sums,
    opening,
    // Where nothing but the place is chosen, the sums have been made already.
    closing: isWhole ? opening + sums.sumIn - sums.sumOut : balanceThrough(reader, whose, filter.to, till),
  });
}
