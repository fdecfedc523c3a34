/*
 * What the monthly report says, as a reader of the paper would list it: each part with its figures by their French names
 * and its tables by their captions. Written down here apart from the product's own plan and catalogue.
 */

export type PrintedUnit = "number" | "francs" | "percent" | "months" | "hours";

export interface NamedFigure {
  readonly code: string;
  readonly name: string;
  readonly unit: PrintedUnit;
}

export interface NamedTable {
  readonly caption: string;
  readonly by: "group" | "ageBand";
  readonly figures: readonly NamedFigure[];
}

const figure =
  (unit: PrintedUnit) =>
  (code: string, name: string): NamedFigure => ({ code, name, unit });
const number = figure("number");
const francs = figure("francs");
const percent = figure("percent");

const registered = number("members.registered", "Membres inscrites");
const upToDate = number("members.upToDate", "Membres à jour");
const upToDateRate = percent("members.upToDateRate", "Part des membres à jour");
const joined = number("members.joined", "Nouvelles adhésions");
const sold = number("cards.sold", "Cartes vendues");
const cardIncome = francs("cards.income", "Recettes des cartes");
const active = number("insurance.active", "Contrats actifs");
const collected = francs("insurance.collected", "Cotisations encaissées");
const benefits = francs("insurance.benefits", "Prestations payées");
const lossRatio = percent("insurance.lossRatio", "Rapport prestations / cotisations");
const claims = number("insurance.claims", "Dossiers de soins");
const carePaid = francs("insurance.carePaid", "Soins pris en charge");
const asked = francs("rental.asked", "Loyers demandés");
const received = francs("rental.received", "Loyers encaissés");
const arrears = francs("rental.arrears", "Loyers en retard");
const enrolled = number("literacy.enrolled", "Femmes inscrites en classe");
const attending = number("literacy.attending", "Femmes encore en classe");
const attendance = percent("literacy.attendanceRate", "Taux de présence en classe");
const passed = number("literacy.passed", "Femmes qui ont réussi");
const income = francs("cashbook.income", "Recettes");
const expense = francs("cashbook.expense", "Dépenses");
const balance = francs("cashbook.balance", "Argent en caisse et en banque");

export const KEY_FIGURES: readonly NamedFigure[] = [
  ...[registered, upToDate, upToDateRate, joined, sold, cardIncome],
  ...[active, collected, benefits, lossRatio, asked, received, arrears],
  ...[enrolled, attendance, passed, income, expense, balance],
];

export interface NamedPart {
  readonly heading: string;
  readonly figures: readonly NamedFigure[];
  readonly tables: readonly NamedTable[];
}

export const PARTS: readonly NamedPart[] = [
  {
    heading: "Membres et cartes",
    figures: [
      ...[registered, upToDate, upToDateRate, joined, number("members.left", "Départs"), sold, cardIncome],
      ...[number("cards.issued", "Cartes émises"), number("cards.replaced", "Cartes remplacées")],
    ],
    tables: [
      { caption: "Situation", by: "group", figures: [registered] },
      { caption: "Tranche d’âge", by: "ageBand", figures: [registered] },
    ],
  },
  {
    heading: "Assurance",
    figures: [
      ...[
        active,
        number("insurance.new", "Nouveaux contrats"),
        number("insurance.ended", "Contrats terminés"),
      ],
      ...[collected, benefits, lossRatio, francs("insurance.balance", "Fonds de l’assurance")],
      ...[figure("months")("insurance.reserveMonths", "Réserve en mois"), claims, carePaid],
      number("insurance.checkups", "Visites de contrôle"),
      number("insurance.womenChecked", "Femmes contrôlées"),
    ],
    tables: [
      { caption: "Plan", by: "group", figures: [active, collected, benefits] },
      { caption: "Étape", by: "group", figures: [claims] },
      {
        caption: "Sorte de soins",
        by: "group",
        figures: [number("insurance.claimLines", "Soins demandés"), carePaid],
      },
    ],
  },
  {
    heading: "Location",
    figures: [
      number("rental.premises", "Locaux à louer"),
      percent("rental.occupancy", "Taux d’occupation des locaux"),
      ...[asked, received, percent("rental.recoveryRate", "Taux de recouvrement des loyers"), arrears],
      number("rental.tenantsInArrears", "Locataires en retard"),
    ],
    tables: [{ caption: "Ancienneté", by: "group", figures: [arrears] }],
  },
  {
    heading: "Alphabétisation et formation",
    figures: [
      ...[number("literacy.cohorts", "Classes"), enrolled, attending, attendance],
      ...[number("literacy.dropouts", "Abandons"), passed],
      percent("literacy.successRate", "Taux de réussite"),
      number("literacy.certificates", "Attestations délivrées"),
      figure("hours")("literacy.hours", "Heures de classe faites"),
    ],
    tables: [{ caption: "Programme", by: "group", figures: [enrolled, attending, passed] }],
  },
  {
    heading: "Argent",
    figures: [
      ...[income, expense, francs("cashbook.result", "Résultat"), balance],
      francs("cashbook.remitted", "Envoyé au siège"),
      percent("cashbook.budgetUse", "Budget utilisé"),
    ],
    tables: [
      { caption: "Compte", by: "group", figures: [income] },
      { caption: "Compte", by: "group", figures: [expense] },
    ],
  },
];

/** What small counts hide: every other figure is printed as it is. */
export const MAY_BE_HIDDEN: ReadonlySet<string> = new Set([
  ...["insurance.claims", "insurance.claimLines", "insurance.carePaid"],
  ...["insurance.checkups", "insurance.womenChecked"],
]);
