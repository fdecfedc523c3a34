import type { Indicator } from "../indicator.ts";

/* What classes bring and cost, by the vouchers that stand. */

const money = {
  area: "literacy",
  unit: "francs",
  breakdowns: ["office", "month", "group", "donor"],
  groups: { fr: "programme", en: "programme" },
  tier: "finance",
  permission: "literacy.read",
  sensitive: false,
  hasTarget: false,
} as const;

export const LITERACY_MONEY_INDICATORS: readonly Indicator[] = [
  {
    ...money,
    code: "literacy.fees",
    name: { fr: "Frais de classe encaissés", en: "Class fees received" },
    definition: {
      fr: "Frais de classe que les femmes ont payés dans la période.",
      en: "Class fees that women paid in the period.",
    },
    counted: {
      fr: "Somme des frais payés dans la période et non annulés. Par bailleur : selon le projet de la classe.",
      en: "Sum of fees paid in the period and not taken back. By donor: by the project of the class.",
    },
    nature: "flow",
    formula: { kind: "sum", of: ["literacy.fees"] },
    better: "more",
  },
  {
    ...money,
    code: "literacy.cost",
    name: { fr: "Indemnités des formatrices", en: "Trainers’ allowances" },
    definition: {
      fr: "Ce que les classes ont coûté dans la période : les indemnités payées aux formatrices.",
      en: "What classes cost in the period: the allowances paid to trainers.",
    },
    counted: {
      fr: "Somme des indemnités payées dans la période et non annulées, aussi pour une classe déjà finie.",
      en: "Sum of allowances paid in the period and not taken back, also for a class that is over.",
    },
    nature: "flow",
    formula: { kind: "sum", of: ["literacy.cost"] },
    better: null,
  },
  {
    ...money,
    code: "literacy.costPerLearner",
    name: { fr: "Coût par femme inscrite", en: "Cost per woman enrolled" },
    definition: {
      fr: "Ce qu’une femme inscrite a coûté en indemnités dans la période.",
      en: "What a woman enrolled cost in allowances in the period.",
    },
    counted: {
      fr: "Indemnités des formatrices ÷ femmes inscrites en classe, arrondi au franc.",
      en: "Trainers’ allowances ÷ women enrolled, to the franc.",
    },
    nature: "rate",
    formula: { kind: "rate", part: "literacy.cost", of: "literacy.enrolled", scale: 1, decimals: 0 },
    better: "less",
  },
];
