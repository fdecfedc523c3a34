import type { Account, Till, Voucher } from "../contract/cashbookTerms.ts";
import type { Language } from "../contract/primitives.ts";
import { type Entry, entriesOf } from "../domain/cashbook/entries.ts";
import { showDay } from "../domain/format.ts";
import { documentTexts } from "./texts/documentTexts.ts";

/** What numbers and names are looked up in. */
export interface JournalBooks {
  readonly accounts: ReadonlyMap<string, Account>;
  /** Places by office and key: `KTL/cash`. */
  readonly tills: ReadonlyMap<string, Pick<Till, "accountNumber">>;
}

export interface JournalTable {
  readonly title: string;
  readonly headings: readonly string[];
  /** Debit and credit as numbers; a side that is nothing is empty. */
  readonly cells: readonly (readonly (string | number)[])[];
}

function labelOf(voucher: Voucher, { accounts }: JournalBooks, language: Language): string {
  const account = accounts.get(voucher.account);
  const name = (language === "fr" ? account?.name : account?.nameEn) ?? voucher.account;
  const label = voucher.words === "" ? name : voucher.words;
  const { reversal } = documentTexts(language).journalTable;
  return voucher.kind === "reversal" ? reversal.replace("{{label}}", () => label) : label;
}

/** The accountant's number; empty for an account that this chart does not know. */
function numberOf({ on }: Entry, { office }: Voucher, { accounts, tills }: JournalBooks): string {
  return "account" in on
    ? (accounts.get(on.account)?.number ?? "")
    : (tills.get(`${office}/${on.till}`)?.accountNumber ?? "");
}

const sideOf = (francs: number) => (francs === 0 ? "" : francs);

/** The journal in double entry: two lines a voucher, its place and its account, as an accountant's software takes it. */
export function journalTable(
  vouchers: readonly Voucher[],
  books: JournalBooks,
  language: Language,
): JournalTable {
  const { title, columns } = documentTexts(language).journalTable;
  const cells = vouchers.flatMap((voucher) => {
    const label = labelOf(voucher, books, language);
    return entriesOf(voucher).map((entry) => [
      ...[showDay(entry.datedOn), entry.journal, entry.number, numberOf(entry, voucher, books), label],
      ...[sideOf(entry.debit), sideOf(entry.credit), entry.project ?? "", entry.reference],
    ]);
  });
  return { title, headings: Object.values(columns), cells };
}
