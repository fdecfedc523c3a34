import type { Account, BudgetUse, Project, Till, Voucher } from "../../contract/cashbookTerms.ts";
import type { Language } from "../../contract/primitives.ts";
import type { BothLanguages } from "../../contract/reportingTerms.ts";
import { type Entry, entriesOf } from "../../domain/cashbook/entries.ts";
import { type DocumentTexts, documentTexts } from "../texts/documentTexts.ts";
import type { ListColumn, ListSpec, ListWords } from "./listTable.ts";

/* The cash book's lists as spreadsheets have them. */

/** What numbers and names are looked up in. */
export interface JournalBooks {
  readonly accounts: ReadonlyMap<string, Account>;
  /** Places by office and key: `KTL/cash`. */
  readonly tills: ReadonlyMap<string, Pick<Till, "accountNumber">>;
}

/** One side of a voucher; the account's number is empty where this chart does not know the account. */
export interface JournalRow extends Omit<Entry, "on"> {
  readonly account: string;
  readonly label: BothLanguages;
}

/** A budget line of a year with its account's number and name. */
export interface BudgetRow extends Omit<BudgetUse, "account" | "id"> {
  readonly year: number;
  readonly accountNumber: string;
  readonly accountName: BothLanguages;
}

function labelOf(voucher: Voucher, { accounts }: JournalBooks, language: Language): string {
  const account = accounts.get(voucher.account);
  const name = (language === "fr" ? account?.name : account?.nameEn) ?? voucher.account;
  const label = voucher.words === "" ? name : voucher.words;
  const { reversal } = documentTexts(language).journalTable;
  return voucher.kind === "reversal" ? reversal.replace("{{label}}", () => label) : label;
}

function numberOf({ on }: Entry, { office }: Voucher, { accounts, tills }: JournalBooks): string {
  return "account" in on
    ? (accounts.get(on.account)?.number ?? "")
    : (tills.get(`${office}/${on.till}`)?.accountNumber ?? "");
}

/** The journal in double entry: two lines a voucher, its place and its account, as an accountant's software takes it. */
export function journalRows(vouchers: readonly Voucher[], books: JournalBooks): JournalRow[] {
  return vouchers.flatMap((voucher) => {
    const label = { fr: labelOf(voucher, books, "fr"), en: labelOf(voucher, books, "en") };
    return entriesOf(voucher).map((entry) => ({ ...entry, account: numberOf(entry, voucher, books), label }));
  });
}

type JournalKey = keyof DocumentTexts["journalTable"]["columns"];

/** A side that is nothing is empty. */
const side = (francs: number) => (francs === 0 ? null : francs);

export const JOURNAL: ListSpec<JournalRow, JournalKey> = {
  words: ({ journalTable, listMeanings }) => ({
    title: journalTable.title,
    headings: journalTable.columns,
    meanings: listMeanings.journal,
  }),
  columns: [
    { key: "datedOn", type: "day", value: ({ datedOn }) => datedOn },
    { key: "journal", type: "text", value: ({ journal }) => journal },
    { key: "number", type: "text", value: ({ number }) => number },
    { key: "account", type: "text", value: ({ account }) => account },
    { key: "label", type: "text", value: ({ label }, language) => label[language] },
    { key: "debit", type: "francs", value: ({ debit }) => side(debit) },
    { key: "credit", type: "francs", value: ({ credit }) => side(credit) },
    { key: "project", type: "text", value: ({ project }) => project },
    { key: "reference", type: "text", value: ({ reference }) => reference },
  ],
};

type Texts = DocumentTexts["exports"]["cashbook"];
type Key = keyof Texts["headings"];
type Column<Row> = ListColumn<Row, Key>;

const wordsOf =
  (list: keyof Texts["titles"]) =>
  ({ exports }: DocumentTexts): ListWords<Key> => ({
    ...exports.cashbook,
    title: exports.cashbook.titles[list],
  });

const sideColumn: Column<{ readonly side: string }> = {
  ...{ key: "side", type: "code", codes: ({ exports }) => exports.cashbook.sides },
  value: (row) => row.side,
};

export const ACCOUNTS: ListSpec<Account, Key> = {
  words: wordsOf("accounts"),
  columns: [
    { key: "accountNumber", type: "text", value: ({ number }) => number },
    {
      ...{ key: "accountName", type: "text" },
      value: ({ name, nameEn }, language) => (language === "fr" ? name : nameEn),
    },
    { key: "accountCode", type: "text", value: ({ code }) => code },
    sideColumn,
    { key: "automatic", type: "yesNo", value: ({ automatic }) => automatic },
    { key: "active", type: "yesNo", value: ({ active }) => active },
    { key: "confirmed", type: "yesNo", value: ({ confirmed }) => confirmed },
  ],
};

export const PROJECTS: ListSpec<Project, Key> = {
  words: wordsOf("projects"),
  columns: [
    { key: "office", type: "text", value: ({ office }) => office },
    { key: "project", type: "text", value: ({ code }) => code },
    { key: "projectName", type: "text", value: ({ name }) => name },
    { key: "donor", type: "text", value: ({ donor }) => donor },
    { key: "startsOn", type: "day", value: ({ startsOn }) => startsOn },
    { key: "endsOn", type: "day", value: ({ endsOn }) => endsOn },
    { key: "active", type: "yesNo", value: ({ active }) => active },
  ],
};

export const BUDGET: ListSpec<BudgetRow, Key> = {
  words: wordsOf("budget"),
  columns: [
    { key: "office", type: "text", only: "offices", value: ({ office }) => office },
    { key: "year", type: "text", value: ({ year }) => String(year) },
    { key: "accountNumber", type: "text", value: ({ accountNumber }) => accountNumber },
    { key: "accountName", type: "text", value: ({ accountName }, language) => accountName[language] },
    sideColumn,
    { key: "project", type: "text", value: ({ project }) => project },
    { key: "planned", type: "francs", value: ({ planned }) => planned },
    { key: "plannedToDate", type: "francs", value: ({ plannedToDate }) => plannedToDate },
    { key: "used", type: "francs", value: ({ used }) => used },
    { key: "note", type: "text", value: ({ note }) => note },
  ],
};
