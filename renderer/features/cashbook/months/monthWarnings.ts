import type { MonthBook, MonthWarning } from "../../../../src/contract/cashbookTerms.ts";
import { daysOfMonth } from "../../../../src/domain/cashbook/months.ts";

/**
 * Where a warning is mended.
 * @param isOwn another office's book is looked at only: its places are counted there
 */
export function wayTo({ code, till, values }: MonthWarning, book: MonthBook, isOwn: boolean): string {
  const { from, to } = daysOfMonth(book.month);
  const office = isOwn ? "" : `&office=${book.office}`;
  const journal = `/cashbook?from=${from}&to=${to}${office}`;
  switch (code) {
    case "negativeCash":
      return `${journal}&till=${till ?? "cash"}`;
    case "earlierMonthOpen":
      return `/cashbook/months/${String(values.month ?? book.month)}${isOwn ? "" : `?office=${book.office}`}`;
    case "notCounted":
      return isOwn ? `/cashbook/count/${till ?? "cash"}` : `/cashbook/tills?office=${book.office}`;
    case "paperMissing":
      return `${journal}&direction=out`;
    case "remittanceOpen":
      return `${journal}&account=remittanceSent`;
    case "notAsClosed":
      return isOwn ? "/settings/check-up" : journal;
    case "gap":
      return journal;
  }
}
