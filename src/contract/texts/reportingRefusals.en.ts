import type { RefusalCode } from "../refusals.ts";

/** Refusals of figures, reports and exports. */
export const REPORTING_REFUSALS_EN = {
  "reporting.indicatorUnknown": "This indicator does not exist[[: {{code}}]].",
  "reporting.notForYou": "Your role may not read this indicator, or all of this report.",
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
  "reporting.notOver": "This period is not over[[: it ends on {{to}}]]. Wait for its end and try again.",
  "reporting.unchanged":
    "This report was issued already[[ as number {{number}}]] and nothing has changed since. Print that one.",
  "reporting.yearFixed":
    "Reports of a quarter or a year were issued already: the first month of the fiscal year stays.",
  "reporting.unknown": "This report does not exist. Go back to the list.",
  "reporting.paperElsewhere": "The paper of this report is not on this computer: only its figures are here.",
  "reporting.listElsewhere": "This list exists at headquarters only.",
  "dhis2.nothingMapped": "Nothing is mapped. Fill in the mapping first.",
  "dhis2.stopped":
    "The file was not written: the mapping still has errors[[ ({{count}})]]. Look at the check.",
  "dhis2.fileWrong": "This file is not a mapping. Choose another.",
} as const satisfies Partial<Record<RefusalCode, string>>;
