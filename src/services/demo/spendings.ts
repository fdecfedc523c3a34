/* What an office spends and is given, month after month: amounts in francs, by account and project. */

/** Running costs, from Caritas' grant. */
export const RUNNING = "CARITAS";
/** Health, classes and awareness, from another donor. */
export const FIELD = "FONDS-SAHEL";

export interface Spending {
  readonly account: string;
  readonly words: string;
  readonly payee: string;
  /** Day of the month; null for any Friday. */
  readonly day: number | null;
  readonly from: number;
  readonly upTo: number;
  readonly till: "cash" | "bank" | "petty";
  readonly project: string | null;
  /** In so many months of a hundred. */
  readonly percent: number;
}

const running = (about: Omit<Spending, "project" | "percent">): Spending => ({
  ...about,
  project: RUNNING,
  percent: 100,
});
const field = (about: Omit<Spending, "project">): Spending => ({ ...about, project: FIELD });

const SALARIES: readonly (readonly [payee: string, words: string, francs: number])[] = [
  ["Awa Sissoko", "Salaire de la coordinatrice", 110_000],
  ["Kadidia Ballo", "Salaire de la secrétaire", 75_000],
  ["Mariam Koné", "Salaire de la caissière", 70_000],
  ["Rokia Sanogo", "Indemnité de l’animatrice de santé", 60_000],
  ["Yacouba Tangara", "Salaire du gardien", 45_000],
];

export const SPENDINGS: readonly Spending[] = [
  ...SALARIES.map(([payee, words, francs]) =>
    running({ account: "salary", words, payee, day: 27, from: francs, upTo: francs, till: "bank" }),
  ),
  running({
    account: "officeRent",
    words: "Loyer du bureau",
    payee: "Famille Goïta",
    day: 3,
    from: 60_000,
    upTo: 60_000,
    till: "bank",
  }),
  running({
    account: "waterPower",
    words: "Facture d’électricité",
    payee: "Énergie du Mali",
    day: 9,
    from: 17_500,
    upTo: 36_000,
    till: "cash",
  }),
  running({
    account: "waterPower",
    words: "Facture d’eau",
    payee: "Somagep",
    day: 12,
    from: 4_000,
    upTo: 9_000,
    till: "cash",
  }),
  running({
    account: "telephone",
    words: "Crédit de téléphone et internet",
    payee: "",
    day: 4,
    from: 15_000,
    upTo: 22_000,
    till: "cash",
  }),
  running({
    account: "bankFee",
    words: "Frais de tenue de compte",
    payee: "",
    day: 28,
    from: 2_500,
    upTo: 4_500,
    till: "bank",
  }),
  running({
    account: "fuel",
    words: "Carburant de la moto",
    payee: "Station du carrefour",
    day: 15,
    from: 14_000,
    upTo: 24_000,
    till: "cash",
  }),
  running({
    account: "supplies",
    words: "Papier, cahiers et encre",
    payee: "Librairie du marché",
    day: 11,
    from: 6_000,
    upTo: 24_000,
    till: "cash",
  }),
  running({
    account: "transport",
    words: "Car pour Bamako, clé USB et courrier",
    payee: "",
    day: 5,
    from: 4_000,
    upTo: 7_500,
    till: "cash",
  }),
  field({
    account: "meeting",
    words: "Repas de la causerie",
    payee: "",
    day: 17,
    from: 9_000,
    upTo: 18_000,
    till: "petty",
    percent: 90,
  }),
  field({
    account: "transport",
    words: "Déplacement des paires éducatrices",
    payee: "",
    day: 19,
    from: 5_000,
    upTo: 12_000,
    till: "petty",
    percent: 85,
  }),
  field({
    account: "medicalSupplies",
    words: "Préservatifs et gants",
    payee: "Pharmacie du marché",
    day: 20,
    from: 12_000,
    upTo: 40_000,
    till: "cash",
    percent: 60,
  }),
  field({
    account: "training",
    words: "Matériel de couture et de teinture",
    payee: "",
    day: 22,
    from: 15_000,
    upTo: 60_000,
    till: "cash",
    percent: 35,
  }),
  {
    account: "memberSupport",
    words: "Secours à une membre malade",
    payee: "",
    day: 16,
    from: 5_000,
    upTo: 15_000,
    till: "cash",
    project: null,
    percent: 40,
  },
  {
    account: "repair",
    words: "Réparation d’une boutique",
    payee: "Maçon du quartier",
    day: 23,
    from: 8_000,
    upTo: 45_000,
    till: "cash",
    project: null,
    percent: 25,
  },
  {
    account: "productionSupplies",
    words: "Beurre de karité et emballages",
    payee: "",
    day: 10,
    from: 10_000,
    upTo: 30_000,
    till: "cash",
    project: null,
    percent: 45,
  },
  {
    account: "tax",
    words: "Patente et taxes de marché",
    payee: "Mairie",
    day: 18,
    from: 6_000,
    upTo: 12_000,
    till: "cash",
    project: null,
    percent: 15,
  },
];

/** What is received by hand, beside what the program books itself. */
export const GIFTS: readonly Omit<Spending, "project" | "till">[] = [
  {
    account: "productionIncome",
    words: "Vente de savon et de beurre de karité",
    payee: "",
    day: 21,
    from: 18_000,
    upTo: 65_000,
    percent: 60,
  },
  {
    account: "donation",
    words: "Don d’une commerçante",
    payee: "",
    day: 13,
    from: 5_000,
    upTo: 25_000,
    percent: 20,
  },
];

/** A quarter's grants, to the bank. */
export const GRANTS = [
  { project: RUNNING, words: "Tranche trimestrielle", payee: "Caritas Suisse", amount: 900_000 },
  { project: FIELD, words: "Tranche trimestrielle", payee: "Fonds Sahel Solidaire", amount: 330_000 },
] as const;

export const PROJECTS = [
  { code: RUNNING, name: "Fonctionnement des antennes", donor: "Caritas Suisse" },
  { code: FIELD, name: "Santé et savoirs", donor: "Fonds Sahel Solidaire" },
] as const;

/** A year's plan in francs: on some lines too little, on some too much. */
export const BUDGET: readonly (readonly [account: string, project: string | null, francs: number])[] = [
  ["grant", RUNNING, 3_600_000],
  ["grant", FIELD, 1_320_000],
  ["membershipCard", null, 420_000],
  ["rent", null, 2_700_000],
  ["healthContribution", null, 960_000],
  ["lifeContribution", null, 420_000],
  ["healthRegistration", null, 30_000],
  ["lifeRegistration", null, 10_000],
  ["productionIncome", null, 300_000],
  ["donation", null, 40_000],
  ["classFee", FIELD, 90_000],
  ["cardReplacement", null, 10_000],
  ["healthBenefit", null, 720_000],
  ["lifePayment", null, 200_000],
  ["salary", RUNNING, 4_320_000],
  ["officeRent", RUNNING, 720_000],
  ["waterPower", RUNNING, 360_000],
  ["telephone", RUNNING, 220_000],
  ["fuel", RUNNING, 230_000],
  ["supplies", RUNNING, 200_000],
  ["transport", RUNNING, 75_000],
  ["bankFee", RUNNING, 45_000],
  ["meeting", FIELD, 160_000],
  ["transport", FIELD, 90_000],
  ["medicalSupplies", FIELD, 200_000],
  ["training", FIELD, 180_000],
  ["trainerAllowance", FIELD, 260_000],
  ["repair", null, 90_000],
  ["memberSupport", null, 60_000],
];
