import { z } from "zod";
import file from "../../../resources/reference/chart.json" with { type: "json" };
import { Account, type AccountCode, AccountNumber } from "../../contract/cashbookTerms.ts";
import { type Language, PaymentMethod } from "../../contract/primitives.ts";
import { listReceivedAccounts, listWrittenAccounts } from "../../data/cashbook/chart.ts";
import type { Reader } from "../../data/reader.ts";
import type { Call } from "../call.ts";

/*
 * The chart of accounts that holds in an office: the one that comes with the program, and over it, account by account,
 * what headquarters wrote. Numbers of the program's chart are proposals; headquarters' are confirmed.
 */

const ChartFile = z.strictObject({
  format: z.literal("danaya-chart/1"),
  tills: z.record(PaymentMethod, AccountNumber),
  accounts: z.array(Account.omit({ active: true, confirmed: true })),
});

const { tills, accounts } = ChartFile.parse(file);

/** The accountant's number of the principal place of a method, until somebody gives it another. */
export const TILL_NUMBERS: Readonly<Record<PaymentMethod, string>> = tills;

const PROPOSED: readonly Account[] = accounts.map((account) => ({
  ...account,
  active: true,
  confirmed: false,
}));

const SIDES: readonly Account["side"][] = ["income", "expense", "balance"];

const byNumber = (a: Account, b: Account) =>
  SIDES.indexOf(a.side) - SIDES.indexOf(b.side) ||
  (a.number < b.number ? -1 : a.number > b.number ? 1 : a.code < b.code ? -1 : 1);

export interface ChartBook {
  /** Income, expenses, then the rest; by number. */
  readonly accounts: readonly Account[];
  find(code: AccountCode): Account | undefined;
}

/** The chart of this office. @param reader the open transaction's, where it changes the chart */
export function chartBook(call: Call, reader: Reader = call.office.reader): ChartBook {
  const written = call.identity.headquarters ? listWrittenAccounts(reader) : listReceivedAccounts(reader);
  const chart = new Map(PROPOSED.map((account) => [account.code, account]));
  for (const { code, number, name, nameEn, side, active } of written) {
    const automatic = chart.get(code)?.automatic ?? false;
    chart.set(code, { ...{ code, number, name, nameEn, side, active }, automatic, confirmed: true });
  }
  return { accounts: [...chart.values()].sort(byNumber), find: (code) => chart.get(code) };
}

/** An account's name on paper; its key where another office's chart knew it. */
export function accountName(call: Call, code: AccountCode, language: Language): string {
  const account = chartBook(call).find(code);
  if (account === undefined) return code;
  return language === "fr" ? account.name : account.nameEn;
}
