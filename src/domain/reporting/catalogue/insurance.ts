import type { Indicator } from "../indicator.ts";
import { CARE_INDICATORS } from "./care.ts";

/* The insurance: policies and money, then claims and check-ups. */

const policies = {
  area: "insurance",
  unit: "count",
  nature: "stock",
  breakdowns: ["office", "month", "group"],
  groups: { fr: "plan", en: "plan" },
  tier: "finance",
  permission: "insurance.read",
  sensitive: false,
} as const;

const money = { ...policies, unit: "francs", nature: "flow" } as const;

const OF_REFUNDS = {
  fr: "Une cotisation rendue ne couvre rien.",
  en: "A contribution that was paid back covers nothing.",
} as const;

const POLICY_INDICATORS: readonly Indicator[] = [
  {
    ...policies,
    code: "insurance.active",
    name: { fr: "Contrats actifs", en: "Active policies" },
    definition: {
      fr: "Contrats qui couvrent le dernier jour de la période, délai de paiement compris.",
      en: "Policies that cover the period’s last day, days of grace included.",
    },
    counted: {
      fr: `Contrats « actifs » ce jour-là d’après leurs cotisations et les règles du plan. ${OF_REFUNDS.fr}`,
      en: `Policies “active” on that day by their contributions and the plan’s rules. ${OF_REFUNDS.en}`,
    },
    formula: { kind: "sum", of: ["insurance.active"] },
    better: "more",
    hasTarget: true,
  },
  {
    ...policies,
    code: "insurance.suspended",
    name: { fr: "Contrats suspendus", en: "Suspended policies" },
    definition: {
      fr: "Contrats sans couverture le dernier jour de la période, faute de cotisation.",
      en: "Policies without cover on the period’s last day, for want of a contribution.",
    },
    counted: {
      fr: `Contrats « suspendus » ce jour-là. ${OF_REFUNDS.fr}`,
      en: `Policies “suspended” on that day. ${OF_REFUNDS.en}`,
    },
    formula: { kind: "sum", of: ["insurance.suspended"] },
    better: "less",
    hasTarget: false,
  },
  {
    ...policies,
    code: "insurance.lapsed",
    name: { fr: "Contrats caducs", en: "Lapsed policies" },
    definition: {
      fr: "Contrats suspendus depuis plus longtemps que le plan ne le permet, le dernier jour de la période.",
      en: "Policies suspended for longer than the plan allows, on the period’s last day.",
    },
    counted: {
      fr: `Contrats « caducs » ce jour-là. ${OF_REFUNDS.fr}`,
      en: `Policies “lapsed” on that day. ${OF_REFUNDS.en}`,
    },
    formula: { kind: "sum", of: ["insurance.lapsed"] },
    better: "less",
    hasTarget: false,
  },
  {
    ...policies,
    code: "insurance.new",
    name: { fr: "Nouveaux contrats", en: "New policies" },
    definition: {
      fr: "Contrats qui prennent effet dans la période.",
      en: "Policies that take effect in the period.",
    },
    counted: { fr: "Contrats par leur date d’effet.", en: "Policies by the day of their effect." },
    nature: "flow",
    formula: { kind: "sum", of: ["insurance.new"] },
    better: "more",
    hasTarget: true,
  },
  {
    ...policies,
    code: "insurance.ended",
    name: { fr: "Contrats terminés", en: "Policies ended" },
    definition: {
      fr: "Contrats dont le dernier jour est dans la période, quelle qu’en soit la raison.",
      en: "Policies whose last day is in the period, whatever the reason.",
    },
    counted: { fr: "Contrats par leur dernier jour.", en: "Policies by their last day." },
    nature: "flow",
    formula: { kind: "sum", of: ["insurance.ended"] },
    better: "less",
    hasTarget: false,
  },
];

const MONEY_INDICATORS: readonly Indicator[] = [
  {
    ...money,
    code: "insurance.collected",
    name: { fr: "Cotisations encaissées", en: "Contributions collected" },
    definition: {
      fr: "Cotisations payées dans la période, quels que soient les mois qu’elles couvrent.",
      en: "Contributions paid in the period, whichever months they are for.",
    },
    counted: {
      fr: "Cotisations par leur jour de paiement, sans les frais d’inscription ; celles qui ont été rendues depuis restent comptées.",
      en: "Contributions by their day of payment, without registration fees; those that were paid back since stay counted.",
    },
    formula: { kind: "sum", of: ["insurance.collected"] },
    better: "more",
    hasTarget: true,
  },
  {
    ...money,
    code: "insurance.earned",
    name: { fr: "Cotisations acquises", en: "Contributions earned" },
    definition: {
      fr: "La part des cotisations qui couvre les jours de la période, quel que soit le jour du paiement.",
      en: "The part of the contributions that is for days of the period, whenever they were paid.",
    },
    counted: {
      fr: `Chaque cotisation partagée entre ses jours, arrondie au franc inférieur. ${OF_REFUNDS.fr}`,
      en: `Each contribution shared out over its days, rounded down to the franc. ${OF_REFUNDS.en}`,
    },
    formula: { kind: "sum", of: ["insurance.earned"] },
    better: "more",
    hasTarget: false,
  },
  {
    ...money,
    code: "insurance.benefits",
    name: { fr: "Prestations payées", en: "Benefits paid" },
    definition: {
      fr: "Francs payés dans la période sur les dossiers de soins et les sorties du fonds.",
      en: "Francs paid in the period on claims and on exits from the fund.",
    },
    counted: {
      fr: "Paiements par leur jour, sans ceux qui ont été annulés.",
      en: "Payments by their day, without those that were taken back.",
    },
    formula: { kind: "sum", of: ["insurance.benefits"] },
    better: null,
    hasTarget: false,
  },
  {
    ...money,
    code: "insurance.lossRatio",
    name: { fr: "Rapport prestations / cotisations", en: "Loss ratio" },
    definition: {
      fr: "Pour cent francs de cotisations acquises dans la période, combien de francs de prestations ont été payés. Au-dessus de 100 le fonds diminue.",
      en: "For a hundred francs of contributions earned in the period, how many francs of benefits were paid. Above 100 the fund shrinks.",
    },
    counted: {
      fr: "Prestations payées ÷ cotisations acquises × 100, arrondi au dixième inférieur.",
      en: "Benefits paid ÷ contributions earned × 100, rounded down to one decimal.",
    },
    unit: "percent",
    nature: "rate",
    formula: {
      ...{ kind: "rate", part: "insurance.benefits", of: "insurance.earned" },
      ...{ scale: 100, decimals: 1, rounded: "down" },
    },
    better: "less",
    hasTarget: true,
  },
  {
    ...money,
    code: "insurance.balance",
    name: { fr: "Fonds de l’assurance", en: "Insurance fund" },
    definition: {
      fr: "Ce qui est entré pour l’assurance depuis le début, moins ce qui en est sorti, le dernier jour de la période.",
      en: "What came in for the insurance since the beginning, less what went out, on the period’s last day.",
    },
    counted: {
      fr: "Pièces de caisse des comptes de l’assurance jusqu’à ce jour : entrées moins sorties. Une pièce annulée ne compte pas, ni celle qui l’annule.",
      en: "Vouchers of the insurance’s accounts up to that day: in less out. One that was taken back does not count, nor the one that took it back.",
    },
    nature: "stock",
    formula: { kind: "sum", of: ["insurance.balance"] },
    better: "more",
    hasTarget: false,
  },
  {
    ...money,
    code: "insurance.committed",
    name: { fr: "Prestations promises", en: "Benefits promised" },
    definition: {
      fr: "Francs accordés et pas encore payés le dernier jour de la période.",
      en: "Francs granted and not yet paid on the period’s last day.",
    },
    counted: {
      fr: "Dossiers décidés ce jour-là moins leurs paiements, et sorties du fonds approuvées et non payées. Au siège, les dossiers ne comptent que pour qui peut les lire.",
      en: "Claims decided by that day less their payments, and exits from the fund that are approved and not paid. At headquarters claims count for who may read them only.",
    },
    nature: "stock",
    formula: { kind: "sum", of: ["insurance.committedClaims", "insurance.committedExits"] },
    better: null,
    hasTarget: false,
  },
  {
    ...money,
    code: "insurance.reserveMonths",
    name: { fr: "Réserve en mois", en: "Reserve in months" },
    definition: {
      fr: "Combien de mois entiers le fonds dure encore, au rythme des douze derniers mois. Sans chiffre tant que le fonds grandit.",
      en: "How many whole months the fund still lasts at the rate of the last twelve months. No figure while the fund grows.",
    },
    counted: {
      fr: "Fonds moins prestations promises, × nombre de mois (12 au plus, moins pour un fonds plus jeune) ÷ ce qui est sorti en plus de ce qui est entré pendant ces mois ; arrondi vers le bas.",
      en: "Fund less benefits promised, × number of months (12 at most, fewer for a younger fund) ÷ what went out beyond what came in over those months; rounded down.",
    },
    unit: "months",
    nature: "stock",
    formula: {
      ...{ kind: "rate", part: "insurance.availableMonths", of: "insurance.netOutflow" },
      ...{ scale: 1, decimals: 0, rounded: "down" },
    },
    better: "more",
    hasTarget: false,
  },
];

export const INSURANCE_INDICATORS: readonly Indicator[] = [
  ...POLICY_INDICATORS,
  ...MONEY_INDICATORS,
  ...CARE_INDICATORS,
];
