import type { Indicator } from "../indicator.ts";
import { LITERACY_MONEY_INDICATORS } from "./literacyMoney.ts";

/*
 * Literacy classes. docs/literacy.md has the rules to the letter, and UNESCO's words beside them. Women are counted,
 * never stays: of months, programmes or offices together there can be fewer women than their sum.
 */

const PROGRAMMES = { fr: "programme", en: "programme" } as const;

const REASONS = {
  moved: { fr: "elle a déménagé", en: "she moved away" },
  work: { fr: "son travail", en: "her work" },
  illness: { fr: "maladie", en: "illness" },
  child: { fr: "un enfant", en: "a child" },
  lostInterest: { fr: "elle ne veut plus", en: "she lost interest" },
  other: { fr: "autre raison", en: "another reason" },
} as const;

const women = {
  area: "literacy",
  unit: "women",
  breakdowns: ["office", "month", "ageBand", "group", "donor"],
  groups: PROGRAMMES,
  tier: "programme",
  permission: "literacy.read",
  sensitive: false,
  hasTarget: false,
} as const;

const ofClasses = { ...women, breakdowns: ["office", "month", "group", "donor"] } as const;

const share = { unit: "percent", nature: "rate" } as const;

const CLASSES_AND_WOMEN: readonly Indicator[] = [
  {
    ...ofClasses,
    code: "literacy.cohorts",
    name: { fr: "Classes", en: "Classes" },
    definition: {
      fr: "Classes ouvertes au moins un jour de la période.",
      en: "Classes that run on at least one day of the period.",
    },
    counted: {
      fr: "Classes dont le premier jour n’est pas après la période, ni le dernier (ou le jour où elle a été close) avant elle.",
      en: "Classes whose first day is not after the period, nor whose last (or the day on which it was closed) before it.",
    },
    unit: "count",
    nature: "stock",
    formula: { kind: "sum", of: ["literacy.cohorts"] },
    better: null,
  },
  {
    ...women,
    code: "literacy.enrolled",
    name: { fr: "Femmes inscrites en classe", en: "Women enrolled" },
    definition: {
      fr: "Femmes qui étaient dans une classe au moins un jour de la période. Une femme compte une fois, même si elle a changé de classe. La liste d’attente ne compte pas.",
      en: "Women who were in a class on at least one day of the period. A woman counts once, even if she changed classes. The waiting list does not count.",
    },
    counted: {
      fr: "Femmes différentes parmi les inscriptions commencées des classes ouvertes dans la période.",
      en: "Different women among the enrolments that have begun, in classes that run in the period.",
    },
    nature: "stock",
    formula: { kind: "sum", of: ["literacy.enrolled"] },
    better: "more",
    hasTarget: true,
  },
  {
    ...women,
    code: "literacy.attending",
    name: { fr: "Femmes encore en classe", en: "Women still in class" },
    definition: {
      fr: "Femmes encore en classe le dernier jour de la période, ou le dernier jour de leur classe si elle a fini avant.",
      en: "Women still in class on the period’s last day, or on their class’s last day where that came before.",
    },
    counted: {
      fr: "Femmes différentes dont l’inscription tient ce jour-là.",
      en: "Different women whose enrolment stands on that day.",
    },
    nature: "stock",
    formula: { kind: "sum", of: ["literacy.attending"] },
    better: "more",
  },
  {
    ...women,
    ...share,
    code: "literacy.attendanceRate",
    name: { fr: "Taux de présence en classe", en: "Attendance rate" },
    definition: {
      fr: "Sur cent séances notées, à combien les femmes étaient présentes ou en retard. Les absences excusées ne comptent pas.",
      en: "Of a hundred marks at sessions, at how many women were present or late. Excused absences do not count.",
    },
    counted: {
      fr: "(Présentes + en retard) ÷ (présentes + en retard + absentes), sur toutes les séances tenues dans la période, × 100, arrondi au dixième.",
      en: "(Present + late) ÷ (present + late + absent), over all sessions held in the period, × 100, to one decimal.",
    },
    formula: {
      ...{ kind: "rate", part: "literacy.sessionsAttended", of: "literacy.sessionsCounted" },
      ...{ scale: 100, decimals: 1 },
    },
    better: "more",
    hasTarget: true,
  },
  {
    ...women,
    code: "literacy.dropouts",
    name: { fr: "Abandons", en: "Dropouts" },
    definition: {
      fr: "Femmes inscrites qui ont quitté leur classe dans la période et n’y sont pas revenues. Passer dans une autre classe n’est pas un abandon.",
      en: "Women enrolled who left their class in the period and did not come back in it. Going on in another class is no dropout.",
    },
    counted: {
      fr: "Femmes dont la dernière inscription a pris fin dans la période, avec une raison de départ.",
      en: "Women whose latest enrolment ended in the period, with a reason for leaving.",
    },
    groups: { fr: "raison", en: "reason" },
    groupNames: REASONS,
    nature: "flow",
    formula: { kind: "sum", of: ["literacy.dropouts"] },
    better: "less",
  },
  {
    ...women,
    ...share,
    code: "literacy.dropoutRate",
    name: { fr: "Taux d’abandon", en: "Dropout rate" },
    definition: {
      fr: "Sur cent femmes inscrites en classe, combien ont abandonné.",
      en: "Of a hundred women enrolled, how many dropped out.",
    },
    counted: {
      fr: "Abandons ÷ femmes inscrites × 100, arrondi au dixième.",
      en: "Dropouts ÷ women enrolled × 100, to one decimal.",
    },
    formula: {
      ...{ kind: "rate", part: "literacy.dropoutsInProgramme", of: "literacy.enrolled" },
      ...{ scale: 100, decimals: 1 },
    },
    better: "less",
    hasTarget: true,
  },
];

const RESULTS: readonly Indicator[] = [
  {
    ...women,
    code: "literacy.assessed",
    name: { fr: "Femmes évaluées", en: "Women assessed" },
    definition: {
      fr: "Femmes inscrites dont l’évaluation finale, ou le rattrapage, tombe dans la période.",
      en: "Women enrolled whose final assessment, or its retake, lies in the period.",
    },
    counted: {
      fr: "Femmes dont la dernière évaluation finale connue à la fin de la période est dans la période, avec toutes ses notes.",
      en: "Women whose last final assessment up to the period’s end lies in the period and has every mark.",
    },
    nature: "flow",
    formula: { kind: "sum", of: ["literacy.assessed"] },
    better: "more",
  },
  {
    ...women,
    code: "literacy.passed",
    name: { fr: "Femmes qui ont réussi", en: "Women who passed" },
    definition: {
      fr: "Femmes évaluées dans la période qui ont réussi selon la règle de leur programme : les notes et la présence.",
      en: "Women assessed in the period who passed by the rule of their programme: marks and attendance.",
    },
    counted: {
      fr: "Parmi les femmes évaluées, celles dont les notes et la présence remplissent toute la règle.",
      en: "Of the women assessed, those whose marks and attendance meet the whole rule.",
    },
    nature: "flow",
    formula: { kind: "sum", of: ["literacy.passed"] },
    better: "more",
    hasTarget: true,
  },
  {
    ...women,
    ...share,
    code: "literacy.completionRate",
    name: { fr: "Taux d’achèvement", en: "Completion rate" },
    definition: {
      fr: "Sur cent femmes inscrites en classe, combien ont réussi.",
      en: "Of a hundred women enrolled, how many passed.",
    },
    counted: {
      fr: "Femmes qui ont réussi ÷ femmes inscrites × 100, arrondi au dixième.",
      en: "Women who passed ÷ women enrolled × 100, to one decimal.",
    },
    formula: {
      ...{ kind: "rate", part: "literacy.passed", of: "literacy.enrolled" },
      ...{ scale: 100, decimals: 1 },
    },
    better: "more",
    hasTarget: true,
  },
  {
    ...women,
    ...share,
    code: "literacy.successRate",
    name: { fr: "Taux de réussite", en: "Success rate" },
    definition: {
      fr: "Sur cent femmes évaluées, combien ont réussi.",
      en: "Of a hundred women assessed, how many passed.",
    },
    counted: {
      fr: "Femmes qui ont réussi ÷ femmes évaluées × 100, arrondi au dixième.",
      en: "Women who passed ÷ women assessed × 100, to one decimal.",
    },
    formula: {
      ...{ kind: "rate", part: "literacy.passed", of: "literacy.assessed" },
      ...{ scale: 100, decimals: 1 },
    },
    better: "more",
    hasTarget: true,
  },
  {
    ...ofClasses,
    code: "literacy.hours",
    name: { fr: "Heures de classe faites", en: "Hours taught" },
    definition: {
      fr: "Heures des séances qui ont eu lieu dans la période.",
      en: "Hours of the sessions that were held in the period.",
    },
    counted: {
      fr: "Somme des minutes des séances tenues ÷ 60. Les séances annulées ne comptent pas.",
      en: "Sum of the minutes of sessions held ÷ 60. Sessions called off do not count.",
    },
    unit: "hours",
    nature: "flow",
    formula: { kind: "sum", of: ["literacy.hours"] },
    better: "more",
    hasTarget: true,
  },
  {
    ...women,
    code: "literacy.certificates",
    name: { fr: "Attestations délivrées", en: "Certificates issued" },
    definition: {
      fr: "Attestations de réussite délivrées dans la période.",
      en: "Certificates of success issued in the period.",
    },
    counted: {
      fr: "Attestations dont le jour de délivrance est dans la période, sans celles qui ont été annulées.",
      en: "Certificates whose day of issue lies in the period, without those that were taken back.",
    },
    unit: "count",
    nature: "flow",
    formula: { kind: "sum", of: ["literacy.certificates"] },
    better: "more",
    hasTarget: true,
  },
];

export const LITERACY_INDICATORS: readonly Indicator[] = [
  ...CLASSES_AND_WOMEN,
  ...RESULTS,
  ...LITERACY_MONEY_INDICATORS,
];
