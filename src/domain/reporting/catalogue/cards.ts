import type { Indicator } from "../indicator.ts";

/* Cards: what was sold, what came in for them, what was issued. */

const SALE_NAMES = {
  first: { fr: "première carte", en: "first card" },
  renewal: { fr: "renouvellement à temps", en: "renewed in time" },
  afterLapse: { fr: "reprise après une interruption", en: "renewed after a gap" },
} as const;

const MONEY_NAMES = {
  membershipCard: { fr: "cartes et renouvellements", en: "cards and renewals" },
  cardReplacement: { fr: "remplacements", en: "replacements" },
} as const;

const cards = {
  area: "cards",
  nature: "flow",
  sensitive: false,
  better: "more",
} as const;

export const CARD_INDICATORS: readonly Indicator[] = [
  {
    ...cards,
    code: "cards.sold",
    name: { fr: "Cartes vendues", en: "Cards sold" },
    definition: {
      fr: "Cartes vendues ou renouvelées dans la période, au jour du reçu. Une vente annulée ne compte plus.",
      en: "Cards sold or renewed in the period, on the day of the receipt. A sale that was taken back counts no more.",
    },
    counted: {
      fr: "Pièces de caisse du compte « carte de membre » datées de la période, sans celles qui ont été annulées. Les cartes reprises des anciens registres n’ont pas de pièce.",
      en: "Vouchers of the account “membership card” dated in the period, without those that were taken back. Cards taken over from the old registers have no voucher.",
    },
    unit: "count",
    formula: { kind: "sum", of: ["cards.sold"] },
    breakdowns: ["office", "month", "group"],
    groups: { fr: "sorte de vente", en: "kind of sale" },
    groupNames: SALE_NAMES,
    tier: "finance",
    permission: "cashbook.read",
    hasTarget: true,
  },
  {
    ...cards,
    code: "cards.income",
    name: { fr: "Recettes des cartes", en: "Income from cards" },
    definition: {
      fr: "Francs reçus pour des cartes et des remplacements, moins ce qui a été annulé, au jour de l’annulation.",
      en: "Francs received for cards and replacements, less what was taken back, on the day on which it was.",
    },
    counted: {
      fr: "Pièces de caisse des comptes « carte de membre » et « remplacement de carte » : entrées moins sorties.",
      en: "Vouchers of the accounts “membership card” and “card replacement”: in less out.",
    },
    unit: "francs",
    formula: { kind: "sum", of: ["cards.income"] },
    breakdowns: ["office", "month", "group"],
    groups: { fr: "compte", en: "account" },
    groupNames: MONEY_NAMES,
    tier: "finance",
    permission: "cashbook.read",
    hasTarget: true,
  },
  {
    ...cards,
    code: "cards.issued",
    name: { fr: "Cartes émises", en: "Cards issued" },
    definition: {
      fr: "Cartes faites dans la période : vendues, renouvelées, remplacées ou reprises des anciens registres.",
      en: "Cards made in the period: sold, renewed, replaced or taken over from the old registers.",
    },
    counted: { fr: "Cartes par leur date d’émission.", en: "Cards by their day of issue." },
    unit: "count",
    formula: { kind: "sum", of: ["cards.issued"] },
    breakdowns: ["office", "month"],
    groups: null,
    tier: "identity",
    permission: "cards.check",
    hasTarget: false,
  },
  {
    ...cards,
    code: "cards.replaced",
    name: { fr: "Cartes remplacées", en: "Cards replaced" },
    definition: {
      fr: "Cartes faites dans la période à la place d’une carte perdue ou abîmée.",
      en: "Cards made in the period in place of one that was lost or spoilt.",
    },
    counted: {
      fr: "Cartes par leur date d’émission, qui finissent le même jour qu’une carte d’avant de la même membre et n’ont pas été vendues ce jour-là.",
      en: "Cards by their day of issue that end on the same day as an earlier one of the same member and were not sold on that day.",
    },
    unit: "count",
    formula: { kind: "sum", of: ["cards.replaced"] },
    breakdowns: ["office", "month"],
    groups: null,
    tier: "identity",
    permission: "cards.check",
    better: "less",
    hasTarget: false,
  },
];
