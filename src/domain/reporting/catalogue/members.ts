import type { Indicator } from "../indicator.ts";

/* Members, as the register has them. */

const STATUS_NAMES = {
  new: { fr: "nouvelle, jamais payé", en: "new, never paid" },
  current: { fr: "à jour", en: "up to date" },
  grace: { fr: "délai d’un mois", en: "in the month of grace" },
  expired: { fr: "carte expirée", en: "card expired" },
} as const;

const LEAVING_NAMES = {
  moved: { fr: "déménagement", en: "moved away" },
  stoppedWork: { fr: "a changé de vie", en: "changed her life" },
  ownWish: { fr: "à sa demande", en: "her own wish" },
  excluded: { fr: "exclusion", en: "excluded" },
  deceased: { fr: "décès", en: "deceased" },
  other: { fr: "autre raison", en: "other reason" },
  transferred: { fr: "transférée à une autre antenne", en: "transferred to another branch" },
} as const;

const members = {
  area: "members",
  unit: "members",
  breakdowns: ["office", "month", "ageBand"],
  groups: null,
  tier: "identity",
  permission: "members.read",
  sensitive: false,
} as const;

export const MEMBER_INDICATORS: readonly Indicator[] = [
  {
    ...members,
    code: "members.registered",
    name: { fr: "Membres inscrites", en: "Registered members" },
    definition: {
      fr: "Femmes qui sont membres le dernier jour de la période, quelle que soit la situation de leur carte. Une femme transférée compte là où est sa fiche ; l’antenne qu’elle a quittée la compte, dans son propre registre, jusqu’à son départ.",
      en: "Women who are members on the period’s last day, whatever the state of their card. A woman who was transferred counts where her record is; the branch that she left counts her, in its own register, until she left.",
    },
    counted: {
      fr: "Fiches dont la date d’adhésion est passée, sans départ ce jour-là. Ne comptent pas : les fiches réunies à une autre, et les fiches effacées à partir du jour de l’effacement. Par situation : « à jour » jusqu’au dernier jour payé, puis le délai de grâce, puis « expirée » ; un paiement compte à partir du jour de son reçu.",
      en: "Records whose day of joining has come, without a departure by that day. Not counted: records merged into another, and erased records from the day of the erasure. By status: “up to date” until the last day paid, then the time of grace, then “expired”; a payment counts from the day of its receipt.",
    },
    nature: "stock",
    formula: { kind: "sum", of: ["members.registered"] },
    breakdowns: ["office", "month", "ageBand", "group"],
    groups: { fr: "situation", en: "status" },
    groupNames: STATUS_NAMES,
    better: "more",
    hasTarget: true,
  },
  {
    ...members,
    code: "members.upToDate",
    name: { fr: "Membres à jour", en: "Members up to date" },
    definition: {
      fr: "Membres dont la carte est payée le dernier jour de la période. Le délai de grâce n’en fait pas partie.",
      en: "Members whose card is paid on the period’s last day. The time of grace is not part of it.",
    },
    counted: {
      fr: "Membres inscrites dont une période payée ce jour-là va jusqu’à ce jour ou plus loin.",
      en: "Registered members with a term, paid by that day, that reaches that day or beyond.",
    },
    nature: "stock",
    formula: { kind: "sum", of: ["members.upToDate"] },
    better: "more",
    hasTarget: true,
  },
  {
    ...members,
    code: "members.upToDateRate",
    name: { fr: "Part des membres à jour", en: "Share of members up to date" },
    definition: {
      fr: "Sur cent membres inscrites, combien sont à jour le dernier jour de la période.",
      en: "Of a hundred registered members, how many are up to date on the period’s last day.",
    },
    counted: {
      fr: "Membres à jour ÷ membres inscrites × 100, arrondi au dixième.",
      en: "Members up to date ÷ registered members × 100, to one decimal.",
    },
    unit: "percent",
    nature: "rate",
    formula: {
      ...{ kind: "rate", part: "members.upToDate", of: "members.registered" },
      ...{ scale: 100, decimals: 1 },
    },
    better: "more",
    hasTarget: true,
  },
  {
    ...members,
    code: "members.joined",
    name: { fr: "Nouvelles adhésions", en: "New members" },
    definition: {
      fr: "Femmes dont l’adhésion date de la période.",
      en: "Women who joined in the period.",
    },
    counted: {
      fr: "Fiches par leur date d’adhésion, le jour de la saisie ne compte pas. Sans les fiches réunies à une autre ; une fiche effacée reste comptée.",
      en: "Records by their day of joining, whenever they were entered. Without records merged into another; an erased record stays counted.",
    },
    nature: "flow",
    formula: { kind: "sum", of: ["members.joined"] },
    better: "more",
    hasTarget: true,
  },
  {
    ...members,
    code: "members.left",
    name: { fr: "Départs", en: "Members who left" },
    definition: {
      fr: "Femmes qui ne sont plus membres depuis un jour de la période, décès et transferts compris.",
      en: "Women who stopped being members on a day of the period, deaths and transfers included.",
    },
    counted: {
      fr: "Fiches par leur date de départ. Les transferts ne sont comptés que dans le registre de l’antenne quittée : au siège, la fiche est à l’antenne qui l’a reçue.",
      en: "Records by their day of departure. Transfers are counted in the register of the branch that was left only: at headquarters the record is the receiving branch’s.",
    },
    nature: "flow",
    formula: { kind: "sum", of: ["members.left"] },
    breakdowns: ["office", "month", "ageBand", "group"],
    groups: { fr: "raison", en: "reason" },
    groupNames: LEAVING_NAMES,
    better: "less",
    hasTarget: false,
  },
  {
    ...members,
    code: "members.withConsent",
    name: { fr: "Membres avec consentement signé", en: "Members with signed consent" },
    definition: {
      fr: "Membres inscrites le dernier jour de la période qui ont signé le consentement à l’usage de leurs données.",
      en: "Members registered on the period’s last day who signed the consent to the use of their data.",
    },
    counted: {
      fr: "Membres inscrites dont la fiche dit aujourd’hui que le consentement est signé.",
      en: "Registered members whose record says today that the consent is signed.",
    },
    nature: "stock",
    formula: { kind: "sum", of: ["members.withConsent"] },
    better: "more",
    hasTarget: true,
  },
];
