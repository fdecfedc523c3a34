import type { RefusalCode } from "../refusals.ts";

/** Refusals of figures, reports and exports. */
export const REPORTING_REFUSALS_EN = {
  "reporting.indicatorUnknown": "This indicator does not exist[[: {{code}}]].",
  "reporting.notForYou": "Your role may not read this indicator.",
  "reporting.breakdownUnknown": "This indicator cannot be divided that way. Choose another breakdown.",
  "reporting.periodAhead": "This period has not begun yet. Choose another.",
  "reporting.spanWrong": "The period ends before it begins. Correct its end.",
  "reporting.spanTooLong":
    "These are too many months at once[[: {{most}} at most]]. Choose a shorter period.",
  "reporting.targetOfHeadquarters": "Headquarters set this target: only headquarters can change it.",
  "reporting.targetForOthers": "A branch sets its own targets only.",
  "reporting.officeUnknown": "This office is not known here[[: {{office}}]].",
  "reporting.projectUnknown": "This project does not exist. Choose one from the list.",
  "reporting.projectMissing": "Choose the project whose donor expects the report.",
  "reporting.atHeadquarters": "The consolidated report is made at headquarters.",
  "reporting.periodKind": "This report is not made for that kind of period.",
  "reporting.notOver": "This period is not over[[: it ends on {{to}}]]. The report is issued afterwards.",
  "reporting.unchanged":
    "This report was issued already[[ as number {{number}}]] and nothing has changed since. Print that one.",
  "reporting.unknown": "This report does not exist. Go back to the list.",
  "reporting.paperElsewhere": "This report is kept by the office that issued it: only its figures are here.",
  "reporting.listElsewhere": "This list exists at headquarters only.",
  "dhis2.nothingMapped": "Nothing is mapped. Fill in the mapping first.",
  "dhis2.stopped":
    "The file was not written: the mapping still has errors[[ ({{count}})]]. Look at the check.",
  "dhis2.fileWrong": "This file is not a mapping. Choose another.",
} as const satisfies Partial<Record<RefusalCode, string>>;
