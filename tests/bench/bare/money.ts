import chart from "../../../resources/reference/chart.json" with { type: "json" };
import { type BareArea, outermost, rowsOf } from "./figures.ts";

const SIDES = new Map(chart.accounts.map(({ code, side }) => [code, side]));

const SOLD = `SELECT substr(dated_on, 1, 7) AS key, count(*) AS value FROM voucher
  WHERE account = 'membershipCard' AND dated_on BETWEEN @from AND @to AND kind <> 'reversal'
    AND NOT EXISTS (SELECT 1 FROM voucher AS later WHERE later.reverses_id = voucher.id) GROUP BY 1`;
/** By account, and by month or office. */
const sums = (key: string) => `SELECT ${key} AS key, account,
    sum(iif(direction = 'in', amount, -amount)) AS value
  FROM voucher WHERE dated_on BETWEEN @from AND @to GROUP BY 1, 2`;
const NET = "sum(iif(direction = 'in', amount, -amount))";
const BALANCE = `SELECT ${NET} AS value, ${NET} FILTER (WHERE dated_on <= @earlier) AS other FROM voucher
  WHERE dated_on <= @last`;

interface AccountRow {
  readonly key: string;
  readonly account: string;
  readonly value: number;
}

const isCard = (account: string) => account === "membershipCard" || account === "cardReplacement";

/** Cards sold and their money, income and expense, what lies in all places. */
export const prepareMoney: BareArea = (connection, isNational) => {
  const sold = connection.prepare(SOLD);
  const byMonth = connection.prepare(sums("substr(dated_on, 1, 7)"));
  const byOffice = connection.prepare(sums("office"));
  const balance = connection.prepare(BALANCE);
  return (asked, { put }) => {
    const { span, before } = asked;
    const days = outermost(asked);
    for (const { key, value } of rowsOf(sold, days)) put("cards.sold", key, value);
    for (const { key, account, value } of byMonth.all(days) as AccountRow[]) {
      if (isCard(account)) put("cards.income", key, value);
      if (SIDES.get(account) === "income") put("cashbook.income", key, value);
      if (SIDES.get(account) !== "expense") continue;
      put("cashbook.expense", key, -value);
      if (key === span.key) put("cashbook.expense", key, -value, `group ${account}`);
    }
    const [held] = rowsOf(balance, { last: span.last, earlier: before.last });
    put("cashbook.balance", span.key, held?.value ?? 0);
    put("cashbook.balance", before.key, held?.other ?? 0);
    if (!isNational) return;
    for (const { key, account, value } of byOffice.all({ from: span.first, to: span.last }) as AccountRow[]) {
      if (isCard(account)) put("cards.income", span.key, value, `office ${key}`);
      if (SIDES.get(account) === "income") put("cashbook.income", span.key, value, `office ${key}`);
      if (SIDES.get(account) === "expense") put("cashbook.expense", span.key, -value, `office ${key}`);
    }
  };
};
