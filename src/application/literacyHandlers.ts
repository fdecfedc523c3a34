import { allowanceDue, payAllowance } from "../services/literacy/allowances.ts";
import { saveSheet, sheet, week } from "../services/literacy/attendance.ts";
import { closeCohort, cohort, cohorts, saveCohort } from "../services/literacy/cohorts.ts";
import { admit, comeBack, enrol as enrolLearner, leave, move } from "../services/literacy/enrolling.ts";
import { holidays, saveHoliday } from "../services/literacy/feasts.ts";
import { payFee } from "../services/literacy/fees.ts";
import { figures, saveTarget, targets } from "../services/literacy/figures.ts";
import { certificates, learner } from "../services/literacy/learner.ts";
import { exportList as exportLiteracyList } from "../services/literacy/lists.ts";
import { handOut, voidHandOut } from "../services/literacy/materials.ts";
import { printCertificates, printFigures, printPassed, printSheet } from "../services/literacy/papers.ts";
import { programmes, saveProgramme } from "../services/literacy/programmes.ts";
import { issueCertificates, results, saveAssessment } from "../services/literacy/results.ts";
import { cancelSession, restoreSession } from "../services/literacy/sessionChanges.ts";
import { literacyTasks } from "../services/literacy/tasks.ts";
import { saveTrainer, trainers } from "../services/literacy/trainers.ts";
import type { Handlers } from "./handling.ts";

/** The literacy requests. */
export const literacy: Handlers["literacy"] = {
  programmes,
  saveProgramme,
  trainers,
  saveTrainer,
  cohorts,
  cohort,
  saveCohort,
  closeCohort,
  enrol: enrolLearner,
  admit,
  move,
  leave,
  comeBack,
  week,
  sheet,
  saveSheet,
  cancelSession,
  restoreSession,
  holidays,
  saveHoliday,
  results,
  saveAssessment,
  issueCertificates,
  certificates,
  learner,
  payFee,
  payAllowance,
  allowanceDue,
  handOut,
  voidHandOut,
  figures,
  targets,
  saveTarget,
  tasks: literacyTasks,
  printSheet,
  printCertificates,
  printPassed,
  printFigures,
  exportList: exportLiteracyList,
};
