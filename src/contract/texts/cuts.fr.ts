import type { CareCategory, ClaimOutcome, CutRule, NotCoveredState } from "../insuranceTerms.ts";

/** What stands on the decision slip behind the francs that a rule took off. */
export const CUTS_FR: Readonly<Record<Exclude<CutRule, "notCovered">, string>> = {
  waiting: "Soins pendant le délai d’attente, qui dure jusqu’au {{until}} inclus.",
  excluded: "Le plan ne paie pas cet acte ou ce produit ({{act}}).",
  duplicate: "Déjà payé par la demande {{claim}}.",
  aboveList: "Au-dessus du prix convenu avec l’établissement : {{price}} F l’unité.",
  rate: "Part à la charge de l’assurée : le plan paie {{rate}} %, arrondi au franc inférieur.",
  ceilingPerAct: "Au-dessus du plafond par acte : {{ceiling}} F.",
  actsPerYear: "Nombre d’actes payés pour l’année {{year}} atteint : {{limit}}.",
  ceilingPerCategory: "Plafond de l’année {{year}} atteint pour ce type de soins : {{ceiling}} F.",
  ceilingPerMember: "Plafond de l’année {{year}} atteint pour tous les soins : {{ceiling}} F.",
  decision: "La décision accorde moins que les règles : le motif est sur la décision.",
};

export const NOT_COVERED_FR: Readonly<Record<NotCoveredState, string>> = {
  pending: "La couverture n’avait pas encore commencé le jour des soins.",
  suspended: "La couverture était suspendue le jour des soins : cotisations en retard.",
  lapsed: "Le contrat était caduc le jour des soins : cotisations arrêtées depuis trop longtemps.",
  ended: "Le contrat était terminé le jour des soins.",
  notInsured: "Cette personne n’était pas assurée par le contrat le jour des soins.",
};

export const CATEGORIES_FR: Readonly<Record<CareCategory, string>> = {
  consultation: "Consultation",
  medicines: "Médicaments",
  tests: "Analyses et examens",
  maternity: "Suivi de grossesse et accouchement",
  minorSurgery: "Petite chirurgie",
  hospital: "Hospitalisation",
  dental: "Soins dentaires",
  optical: "Lunettes",
  other: "Autres soins",
};

export const OUTCOMES_FR: Readonly<Record<ClaimOutcome, string>> = {
  accepted: "Acceptée",
  reduced: "Réduite",
  rejected: "Rejetée",
};
