import type { Indicator } from "../indicator.ts";

/*
 * The cash book. Transfers, deposits, opening balances and what antennas send to Bamako are neither income nor expense:
 * of all offices together nothing is counted twice.
 */

const cashbook = {
  area: "cashbook",
  unit: "francs",
  breakdowns: ["office", "month"],
  groups: null,
  tier: "finance",
  permission: "cashbook.read",
  sensitive: false,
  hasTarget: false,
} as const;

const byAccount = {
  ...cashbook,
  breakdowns: ["office", "month", "group", "donor"],
  groups: { fr: "compte", en: "account" },
} as const;

const MONEY: readonly Indicator[] = [
  {
    ...byAccount,
    code: "cashbook.income",
    name: { fr: "Recettes", en: "Income" },
    definition: {
      fr: "Ce que l’association a gagné dans la période, sans les virements entre caisses, les cautions, les soldes de départ et les envois au siège.",
      en: "What the association earned in the period, without transfers between cash boxes, deposits, opening balances and remittances to headquarters.",
    },
    counted: {
      fr: "Somme des pièces datées de la période sur les comptes de recettes : entrées moins sorties, si bien qu’une pièce annulée s’efface.",
      en: "Sum of the vouchers dated in the period on income accounts: in less out, so that a voucher that was taken back cancels itself.",
    },
    nature: "flow",
    formula: { kind: "sum", of: ["cashbook.income"] },
    better: "more",
    hasTarget: true,
  },
  {
    ...byAccount,
    code: "cashbook.expense",
    name: { fr: "Dépenses", en: "Expenses" },
    definition: {
      fr: "Ce que l’association a dépensé dans la période, sans les virements entre caisses, les cautions et les envois au siège.",
      en: "What the association spent in the period, without transfers between cash boxes, deposits and remittances to headquarters.",
    },
    counted: {
      fr: "Somme des pièces datées de la période sur les comptes de dépenses : sorties moins entrées, si bien qu’une pièce annulée s’efface.",
      en: "Sum of the vouchers dated in the period on expense accounts: out less in, so that a voucher that was taken back cancels itself.",
    },
    nature: "flow",
    formula: { kind: "sum", of: ["cashbook.expense"] },
    better: null,
    hasTarget: true,
  },
  {
    ...cashbook,
    breakdowns: ["office", "month", "donor"],
    code: "cashbook.result",
    name: { fr: "Résultat", en: "Result" },
    definition: {
      fr: "Ce qui reste des recettes de la période après ses dépenses. Moins que zéro : on a dépensé plus que gagné.",
      en: "What is left of the period’s income after its expenses. Less than nought: more was spent than earned.",
    },
    counted: { fr: "Recettes − dépenses.", en: "Income − expenses." },
    nature: "flow",
    formula: { kind: "sum", of: ["cashbook.income"], minus: ["cashbook.expense"] },
    better: "more",
  },
  {
    ...cashbook,
    breakdowns: ["office", "month", "group"],
    groups: { fr: "caisse", en: "cash box" },
    code: "cashbook.balance",
    name: { fr: "Argent en caisse et en banque", en: "Money in cash and at the bank" },
    definition: {
      fr: "Ce qu’il y a dans toutes les caisses, à la banque et sur les téléphones le dernier jour de la période.",
      en: "What lies in all cash boxes, at the bank and on mobile accounts on the period’s last day.",
    },
    counted: {
      fr: "Toutes les pièces jusqu’à ce jour : entrées moins sorties, soldes de départ compris.",
      en: "All vouchers up to that day: in less out, opening balances included.",
    },
    nature: "stock",
    formula: { kind: "sum", of: ["cashbook.balance"] },
    better: "more",
  },
  {
    ...cashbook,
    code: "cashbook.remitted",
    name: { fr: "Envoyé au siège", en: "Remitted to headquarters" },
    definition: {
      fr: "Argent parti pour Bamako dans la période. Ce n’est pas une dépense.",
      en: "Money that left for Bamako in the period. It is no expense.",
    },
    counted: {
      fr: "Pièces d’envoi au siège datées de la période, moins celles qui ont été annulées.",
      en: "Remittance vouchers dated in the period, less those that were taken back.",
    },
    nature: "flow",
    formula: { kind: "sum", of: ["cashbook.remitted"] },
    better: null,
  },
  {
    ...cashbook,
    code: "cashbook.received",
    name: { fr: "Reçu des antennes", en: "Received from branches" },
    definition: {
      fr: "Envois des antennes que le siège a encaissés dans la période. Ce n’est pas une recette. La différence avec ce qui est parti est encore en route.",
      en: "Remittances that headquarters booked in the period. They are no income. The difference to what left is still on its way.",
    },
    counted: {
      fr: "Pièces d’encaissement d’un envoi datées de la période, moins celles qui ont été annulées.",
      en: "Vouchers that book in a remittance, dated in the period, less those that were taken back.",
    },
    nature: "flow",
    formula: { kind: "sum", of: ["cashbook.received"] },
    better: null,
  },
];

const PLAN_OF_DAYS = {
  fr: "Lignes du budget × jours de la période ÷ jours de l’année, arrondi au franc ; les mois d’une année font ensemble le budget de l’année.",
  en: "Budget lines × days of the period ÷ days of the year, to the franc; the months of a year make up the year’s budget.",
} as const;

const BUDGET: readonly Indicator[] = [
  {
    ...byAccount,
    code: "cashbook.budgetIncomePlanned",
    name: { fr: "Recettes prévues", en: "Income planned" },
    definition: {
      fr: "La part de la période dans les recettes que le budget de l’année prévoit.",
      en: "The period’s part of the income that the year’s budget plans.",
    },
    counted: PLAN_OF_DAYS,
    nature: "flow",
    formula: { kind: "sum", of: ["cashbook.budgetIncomePlanned"] },
    better: null,
  },
  {
    ...byAccount,
    code: "cashbook.budgetIncomeUse",
    name: { fr: "Recettes par rapport au budget", en: "Income against the budget" },
    definition: {
      fr: "Sur cent francs de recettes prévus pour la période, combien sont entrés. Les recettes que personne n’avait prévues comptent aussi.",
      en: "Of a hundred francs of income planned for the period, how many came in. Income that nobody planned counts too.",
    },
    counted: {
      fr: "Recettes ÷ recettes prévues × 100, arrondi au dixième.",
      en: "Income ÷ income planned × 100, to one decimal.",
    },
    unit: "percent",
    nature: "rate",
    formula: {
      ...{ kind: "rate", part: "cashbook.income", of: "cashbook.budgetIncomePlanned" },
      ...{ scale: 100, decimals: 1 },
    },
    better: "more",
  },
  {
    ...byAccount,
    code: "cashbook.budgetExpensePlanned",
    name: { fr: "Dépenses prévues", en: "Expenses planned" },
    definition: {
      fr: "La part de la période dans les dépenses que le budget de l’année prévoit.",
      en: "The period’s part of the expenses that the year’s budget plans.",
    },
    counted: PLAN_OF_DAYS,
    nature: "flow",
    formula: { kind: "sum", of: ["cashbook.budgetExpensePlanned"] },
    better: null,
  },
  {
    ...byAccount,
    code: "cashbook.budgetUse",
    name: { fr: "Budget utilisé", en: "Budget used" },
    definition: {
      fr: "Sur cent francs de dépenses prévus pour la période, combien sont dépensés. Les dépenses que personne n’avait prévues comptent aussi.",
      en: "Of a hundred francs of expenses planned for the period, how many were spent. Expenses that nobody planned count too.",
    },
    counted: {
      fr: "Dépenses ÷ dépenses prévues × 100, arrondi au dixième.",
      en: "Expenses ÷ expenses planned × 100, to one decimal.",
    },
    unit: "percent",
    nature: "rate",
    formula: {
      ...{ kind: "rate", part: "cashbook.expense", of: "cashbook.budgetExpensePlanned" },
      ...{ scale: 100, decimals: 1 },
    },
    better: null,
    hasTarget: true,
  },
];

const KEEPING: readonly Indicator[] = [
  {
    ...byAccount,
    code: "cashbook.vouchers",
    name: { fr: "Pièces de caisse", en: "Vouchers" },
    definition: {
      fr: "Pièces de la caisse datées de la période, annulations et virements compris.",
      en: "Vouchers of the cash book dated in the period, reversals and transfers included.",
    },
    counted: {
      fr: "Nombre de pièces dont la date est dans la période.",
      en: "Number of vouchers whose day lies in the period.",
    },
    unit: "count",
    nature: "flow",
    formula: { kind: "sum", of: ["cashbook.vouchers"] },
    better: null,
  },
  {
    ...cashbook,
    code: "cashbook.monthsClosed",
    name: { fr: "Mois clos", en: "Months closed" },
    definition: {
      fr: "Mois de la période dont la caisse est close aujourd’hui, par antenne.",
      en: "Months of the period whose cash book is closed today, branch by branch.",
    },
    counted: {
      fr: "Clôtures qui tiennent, de mois dont le dernier jour est dans la période. Un mois rouvert ne compte plus.",
      en: "Closings that stand, of months whose last day lies in the period. A month that was reopened counts no more.",
    },
    unit: "count",
    nature: "flow",
    formula: { kind: "sum", of: ["cashbook.monthsClosed"] },
    better: "more",
  },
];

export const CASHBOOK_INDICATORS: readonly Indicator[] = [...MONEY, ...BUDGET, ...KEEPING];
