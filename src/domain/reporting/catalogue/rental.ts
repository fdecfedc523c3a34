import type { Indicator } from "../indicator.ts";

/* Rents: what was asked and came in, who is late, what is let. docs/rental.md has the rules behind them. */

const KINDS = {
  groups: { fr: "genre de local", en: "kind of premises" },
  groupNames: {
    shop: { fr: "boutique", en: "shop" },
    office: { fr: "bureau", en: "office" },
    room: { fr: "chambre", en: "room" },
    stall: { fr: "étal", en: "stall" },
    other: { fr: "autre local", en: "other premises" },
  },
} as const;

const AGES = {
  groups: { fr: "ancienneté", en: "age" },
  groupNames: {
    upTo30: { fr: "30 jours ou moins", en: "30 days or less" },
    upTo60: { fr: "31 à 60 jours", en: "31 to 60 days" },
    upTo90: { fr: "61 à 90 jours", en: "61 to 90 days" },
    over90: { fr: "plus de 90 jours", en: "more than 90 days" },
  },
} as const;

const rental = {
  area: "rental",
  unit: "francs",
  breakdowns: ["office", "month"],
  groups: null,
  tier: "finance",
  permission: "rental.read",
  sensitive: false,
  hasTarget: false,
} as const;

const byKind = { ...rental, breakdowns: ["office", "month", "group"], ...KINDS } as const;

export const RENTAL_INDICATORS: readonly Indicator[] = [
  {
    ...byKind,
    code: "rental.asked",
    name: { fr: "Loyers demandés", en: "Rents asked" },
    definition: {
      fr: "Ce que les baux demandent dans la période : loyers, charges, eau, électricité et pénalités.",
      en: "What the leases ask for in the period: rents, charges, water, power and penalties.",
    },
    counted: {
      fr: "Somme de ce qui arrive à échéance un jour de la période ; une pénalité compte quand son jour est passé. Par genre de local : selon la part de chaque local dans le loyer, et selon son compteur.",
      en: "Sum of what falls due on a day of the period; a penalty counts once its day has come. By kind of premises: by the share of each of them in the rent, and by its meter.",
    },
    nature: "flow",
    formula: { kind: "sum", of: ["rental.asked"] },
    better: null,
  },
  {
    ...byKind,
    code: "rental.received",
    name: { fr: "Loyers encaissés", en: "Rents received" },
    definition: {
      fr: "Ce que les locataires ont payé dans la période, pour n’importe quel mois, avances comprises.",
      en: "What tenants paid in the period, for whatever month, advances included.",
    },
    counted: {
      fr: "Somme des paiements de loyer reçus dans la période et non annulés, y compris les cautions gardées pour des loyers en retard. Les avances rendues ne sont pas retirées.",
      en: "Sum of rent payments received in the period and not taken back, deposits kept for late rents included. Advances that were given back are not taken off.",
    },
    nature: "flow",
    formula: { kind: "sum", of: ["rental.received"] },
    better: "more",
    hasTarget: true,
  },
  {
    ...byKind,
    code: "rental.recoveryRate",
    name: { fr: "Taux de recouvrement des loyers", en: "Rent recovery rate" },
    definition: {
      fr: "Sur cent francs qu’il y avait à encaisser dans la période, combien ont été encaissés. Il y avait à encaisser les retards d’avant et ce qui est demandé dans la période. Plus de cent veut dire que des loyers ont été payés d’avance.",
      en: "Of a hundred francs that were to be collected in the period, how many came in. To be collected were the arrears from before and what was asked in the period. More than a hundred means that rents were paid ahead.",
    },
    counted: {
      fr: "Loyers encaissés ÷ (retards à la veille de la période + loyers demandés) × 100, arrondi au dixième.",
      en: "Rents received ÷ (arrears on the eve of the period + rents asked) × 100, to one decimal.",
    },
    unit: "percent",
    nature: "rate",
    formula: {
      ...{ kind: "rate", part: "rental.received", of: "rental.toRecover" },
      ...{ scale: 100, decimals: 1 },
    },
    better: "more",
    hasTarget: true,
  },
  {
    ...rental,
    ...AGES,
    breakdowns: ["office", "month", "group"],
    code: "rental.arrears",
    name: { fr: "Loyers en retard", en: "Rents in arrears" },
    definition: {
      fr: "Ce qui était dû le dernier jour de la période et n’était pas payé, selon le nombre de jours depuis l’échéance.",
      en: "What was due on the period’s last day and not paid, by the days since it fell due.",
    },
    counted: {
      fr: "Somme des restes de tout ce qui est arrivé à échéance jusqu’au dernier jour, après les paiements et les remises faits jusqu’à ce jour. Baux terminés compris.",
      en: "Sum of what is left of everything that fell due up to the last day, after the payments and write-offs made by that day. Ended leases included.",
    },
    nature: "stock",
    formula: { kind: "sum", of: ["rental.arrears"] },
    better: "less",
    hasTarget: true,
  },
  {
    ...rental,
    code: "rental.tenantsInArrears",
    name: { fr: "Locataires en retard", en: "Tenants in arrears" },
    definition: {
      fr: "Locataires qui devaient quelque chose le dernier jour de la période. Un locataire de plusieurs baux compte une fois.",
      en: "Tenants who owed something on the period’s last day. A tenant of several leases counts once.",
    },
    counted: {
      fr: "Locataires dont un bail, en cours ou terminé, a un loyer en retard ce jour-là.",
      en: "Tenants with a lease, running or ended, that has a rent in arrears on that day.",
    },
    unit: "count",
    nature: "stock",
    formula: { kind: "sum", of: ["rental.tenantsInArrears"] },
    better: "less",
  },
  {
    ...rental,
    code: "rental.writtenOff",
    name: { fr: "Loyers remis", en: "Rents written off" },
    definition: {
      fr: "Ce que l’association a renoncé à encaisser dans la période.",
      en: "What the association gave up collecting in the period.",
    },
    counted: {
      fr: "Somme des remises décidées dans la période et non annulées.",
      en: "Sum of write-offs decided in the period and not taken back.",
    },
    nature: "flow",
    formula: { kind: "sum", of: ["rental.writtenOff"] },
    better: "less",
  },
  {
    ...rental,
    code: "rental.leases",
    name: { fr: "Baux en cours", en: "Running leases" },
    definition: {
      fr: "Baux en cours le dernier jour de la période.",
      en: "Leases that run on the period’s last day.",
    },
    counted: {
      fr: "Baux commencés ce jour-là ou avant, et pas encore terminés.",
      en: "Leases that began on that day or before and have not ended yet.",
    },
    unit: "count",
    nature: "stock",
    formula: { kind: "sum", of: ["rental.leases"] },
    better: "more",
  },
  {
    ...byKind,
    code: "rental.premises",
    name: { fr: "Locaux à louer", en: "Premises to let" },
    definition: {
      fr: "Locaux en service le dernier jour de la période, loués ou libres.",
      en: "Premises in use on the period’s last day, let or vacant.",
    },
    counted: {
      fr: "Locaux du registre qui n’étaient pas retirés ce jour-là. Un local inscrit plus tard compte aussi pour les jours d’avant.",
      en: "Premises of the register that were not out of use on that day. Premises entered later count for earlier days too.",
    },
    unit: "count",
    nature: "stock",
    formula: { kind: "sum", of: ["rental.premises"] },
    better: null,
  },
  {
    ...byKind,
    code: "rental.occupancy",
    name: { fr: "Taux d’occupation des locaux", en: "Occupancy of premises" },
    definition: {
      fr: "Sur cent jours où les locaux pouvaient être loués, combien ils l’ont été.",
      en: "Of a hundred days on which premises could be let, on how many they were.",
    },
    counted: {
      fr: "Jours loués ÷ jours en service de tous les locaux dans la période × 100, arrondi au dixième.",
      en: "Days let ÷ days in use of all premises in the period × 100, to one decimal.",
    },
    unit: "percent",
    nature: "rate",
    formula: { kind: "rate", part: "rental.daysLet", of: "rental.days", scale: 100, decimals: 1 },
    better: "more",
    hasTarget: true,
  },
  {
    ...rental,
    code: "rental.deposits",
    name: { fr: "Cautions détenues", en: "Deposits held" },
    definition: {
      fr: "Cautions des locataires que l’association détient le dernier jour de la période. Elles ne lui appartiennent pas.",
      en: "Tenants’ deposits that the association holds on the period’s last day. They are not its own.",
    },
    counted: {
      fr: "Cautions reçues jusqu’à ce jour, moins ce qui a été rendu, retenu ou mis sur des loyers en retard. Opérations annulées exclues.",
      en: "Deposits received by that day, less what was given back, withheld or put towards late rents. What was taken back is left out.",
    },
    nature: "stock",
    formula: { kind: "sum", of: ["rental.deposits"] },
    better: null,
  },
];
