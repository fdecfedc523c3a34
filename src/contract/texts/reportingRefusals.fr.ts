import type { RefusalCode } from "../refusals.ts";

/** Refusals of figures, reports and exports. */
export const REPORTING_REFUSALS_FR = {
  "reporting.indicatorUnknown": "Cet indicateur n’existe pas[[ : {{code}}]].",
  "reporting.notForYou": "Votre rôle ne permet pas de lire cet indicateur ou ce rapport en entier.",
  "reporting.breakdownUnknown": "Cet indicateur ne se détaille pas ainsi. Choisissez un autre détail.",
  "reporting.periodAhead": "Cette période n’a pas encore commencé. Choisissez-en une autre.",
  "reporting.spanWrong": "La période finit avant de commencer. Corrigez la fin.",
  "reporting.spanTooLong":
    "C’est trop de mois à la fois[[ : {{most}} au plus]]. Choisissez une période plus courte.",
  "reporting.targetOfHeadquarters": "Cet objectif est fixé par le siège : seul le siège peut le changer.",
  "reporting.targetForOthers": "Une antenne ne fixe que ses propres objectifs.",
  "reporting.officeUnknown": "Ce bureau n’est pas connu ici[[ : {{office}}]].",
  "reporting.projectUnknown": "Ce projet n’existe pas. Choisissez-en un dans la liste.",
  "reporting.projectMissing": "Choisissez le projet dont le bailleur attend le rapport.",
  "reporting.atHeadquarters": "Le rapport consolidé se fait au siège.",
  "reporting.periodKind": "Ce rapport ne se fait pas pour cette sorte de période.",
  "reporting.notOver":
    "Cette période n’est pas terminée[[ : elle finit le {{to}}]]. Attendez la fin, puis recommencez.",
  "reporting.unchanged":
    "Ce rapport est déjà émis[[ sous le numéro {{number}}]] et rien n’a changé depuis. Imprimez celui-là.",
  "reporting.yearFixed":
    "Des rapports de trimestre ou d’année sont déjà émis : le premier mois de l’exercice ne change plus.",
  "reporting.unknown": "Ce rapport n’existe pas. Revenez à la liste.",
  "reporting.paperElsewhere":
    "Le papier de ce rapport n’est pas sur cet ordinateur : ici on n’en a que les chiffres.",
  "reporting.listElsewhere": "Cette liste n’existe qu’au siège.",
  "dhis2.nothingMapped": "Aucune correspondance n’est remplie. Complétez d’abord la table de correspondance.",
  "dhis2.stopped":
    "Le fichier n’a pas été écrit : la table de correspondance a encore des erreurs[[ ({{count}})]]. Regardez le contrôle.",
  "dhis2.fileWrong": "Ce fichier n’est pas une table de correspondance. Choisissez-en un autre.",
} as const satisfies Partial<Record<RefusalCode, string>>;
