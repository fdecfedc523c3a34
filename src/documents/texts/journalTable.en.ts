import type { JOURNAL_TABLE_FR } from "./journalTable.fr.ts";

/** Headings of the journal that an accountant's software takes, in English. */
export const JOURNAL_TABLE_EN: typeof JOURNAL_TABLE_FR = {
  title: "Journal",
  columns: {
    datedOn: "Date",
    journal: "Journal",
    number: "Voucher",
    account: "Account",
    label: "Label",
    debit: "Debit",
    credit: "Credit",
    project: "Project",
    reference: "Reference",
  },
  reversal: "Reversal – {{label}}",
};
