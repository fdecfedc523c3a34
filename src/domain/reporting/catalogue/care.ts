import type { Indicator } from "../indicator.ts";

/* Claims and check-ups: what tells of somebody's health, and is never shown in small counts outside the office. */

const STATE_NAMES = {
  draft: { fr: "brouillon", en: "draft" },
  submitted: { fr: "transmis", en: "submitted" },
  checked: { fr: "vérifié", en: "checked" },
  referred: { fr: "au siège", en: "at headquarters" },
  decided: { fr: "décidé", en: "decided" },
  paid: { fr: "payé", en: "paid" },
  closed: { fr: "classé", en: "closed" },
} as const;

const CATEGORY_NAMES = {
  consultation: { fr: "consultations", en: "consultations" },
  medicines: { fr: "médicaments", en: "medicines" },
  tests: { fr: "analyses et examens", en: "tests" },
  maternity: { fr: "maternité", en: "maternity" },
  minorSurgery: { fr: "petite chirurgie", en: "minor surgery" },
  hospital: { fr: "hospitalisation", en: "hospital" },
  dental: { fr: "soins dentaires", en: "dental care" },
  optical: { fr: "optique", en: "optical care" },
  other: { fr: "autres soins", en: "other care" },
} as const;

const claims = {
  area: "insurance",
  unit: "count",
  nature: "flow",
  breakdowns: ["office", "month", "ageBand", "group"],
  groups: { fr: "étape", en: "step" },
  groupNames: STATE_NAMES,
  tier: "health",
  permission: "claims.read",
  sensitive: true,
  better: null,
  hasTarget: false,
} as const;

const lines = {
  ...claims,
  breakdowns: ["office", "month", "group"],
  groups: { fr: "sorte de soins", en: "kind of care" },
  groupNames: CATEGORY_NAMES,
} as const;

const checkups = {
  ...claims,
  breakdowns: ["office", "month", "ageBand"],
  groups: null,
  groupNames: {},
  permission: "checkups.read",
  better: "more",
  hasTarget: true,
} as const;

export const CARE_INDICATORS: readonly Indicator[] = [
  {
    ...claims,
    code: "insurance.claims",
    name: { fr: "Dossiers de soins", en: "Claims" },
    definition: {
      fr: "Dossiers de remboursement saisis dans la période.",
      en: "Claims that were entered in the period.",
    },
    counted: {
      fr: "Dossiers par leur jour de saisie, selon l’étape où ils en sont aujourd’hui. L’âge est celui de la femme assurée ce jour-là, aussi pour les soins d’un enfant.",
      en: "Claims by their day of entry, by the step at which they are today. The age is the insured woman’s on that day, for a child’s care too.",
    },
    formula: { kind: "sum", of: ["insurance.claims"] },
  },
  {
    ...claims,
    code: "insurance.claimsAsked",
    name: { fr: "Montant demandé", en: "Amount asked" },
    definition: {
      fr: "Francs demandés dans les dossiers saisis dans la période.",
      en: "Francs asked for in the claims entered in the period.",
    },
    counted: {
      fr: "Somme demandée des dossiers, par leur jour de saisie.",
      en: "What the claims ask for, by their day of entry.",
    },
    unit: "francs",
    formula: { kind: "sum", of: ["insurance.claimsAsked"] },
    hiddenWith: "insurance.claims",
  },
  {
    ...claims,
    code: "insurance.claimsGranted",
    name: { fr: "Montant accordé", en: "Amount granted" },
    definition: {
      fr: "Francs accordés jusqu’à aujourd’hui sur les dossiers saisis dans la période.",
      en: "Francs granted until today on the claims entered in the period.",
    },
    counted: {
      fr: "Somme accordée des dossiers, par leur jour de saisie ; rien tant qu’un dossier n’est pas décidé.",
      en: "What was granted on the claims, by their day of entry; nothing while a claim is not decided.",
    },
    unit: "francs",
    formula: { kind: "sum", of: ["insurance.claimsGranted"] },
    hiddenWith: "insurance.claims",
  },
  {
    ...lines,
    code: "insurance.claimLines",
    name: { fr: "Soins demandés", en: "Care claimed" },
    definition: {
      fr: "Lignes de soins des dossiers saisis dans la période, par sorte de soins.",
      en: "Lines of care in the claims entered in the period, by kind of care.",
    },
    counted: {
      fr: "Lignes des dossiers par le jour de saisie du dossier, sans les lignes annulées.",
      en: "Lines of claims by the claim’s day of entry, without those that were taken away.",
    },
    formula: { kind: "sum", of: ["insurance.claimLines"] },
  },
  {
    ...lines,
    code: "insurance.carePaid",
    name: { fr: "Soins pris en charge", en: "Care granted" },
    definition: {
      fr: "Francs accordés sur les lignes des dossiers saisis dans la période, par sorte de soins.",
      en: "Francs granted on the lines of the claims entered in the period, by kind of care.",
    },
    counted: {
      fr: "Somme accordée ligne par ligne, par le jour de saisie du dossier.",
      en: "What was granted line by line, by the claim’s day of entry.",
    },
    unit: "francs",
    formula: { kind: "sum", of: ["insurance.carePaid"] },
    hiddenWith: "insurance.claimLines",
  },
  {
    ...checkups,
    code: "insurance.checkups",
    name: { fr: "Visites de contrôle", en: "Check-ups" },
    definition: {
      fr: "Visites de contrôle faites dans la période, tamponnées dans le carnet de santé.",
      en: "Check-ups made in the period and stamped in the health booklet.",
    },
    counted: {
      fr: "Visites par leur jour, sans celles qui ont été annulées.",
      en: "Check-ups by their day, without those that were taken back.",
    },
    formula: { kind: "sum", of: ["insurance.checkups"] },
  },
  {
    ...checkups,
    code: "insurance.womenChecked",
    name: { fr: "Femmes contrôlées", en: "Women who had a check-up" },
    definition: {
      fr: "Femmes qui ont fait au moins une visite de contrôle dans la période ; chacune compte une fois.",
      en: "Women who had at least one check-up in the period; each counts once.",
    },
    counted: {
      fr: "Femmes différentes des visites de la période. L’âge est celui du dernier jour de la période.",
      en: "Different women of the period’s check-ups. The age is that of the period’s last day.",
    },
    unit: "women",
    formula: { kind: "sum", of: ["insurance.womenChecked"] },
  },
];
