/** Headings of the journal that an accountant's software takes, in French. */
export const JOURNAL_TABLE_FR = {
  title: "Journal",
  columns: {
    datedOn: "Date",
    journal: "Journal",
    number: "Pièce",
    account: "Compte",
    label: "Libellé",
    debit: "Débit",
    credit: "Crédit",
    project: "Projet",
    reference: "Référence",
  },
  reversal: "Annulation – {{label}}",
};
