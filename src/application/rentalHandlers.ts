import { arrears } from "../services/rental/arrears.ts";
import { grantRentFree, renewLease, reviseRent, voidChange } from "../services/rental/changes.ts";
import { receiveDeposit, settleDeposit } from "../services/rental/deposits.ts";
import { saveInspection } from "../services/rental/inspections.ts";
import { lease } from "../services/rental/leaseFile.ts";
import { leases, signLease } from "../services/rental/leases.ts";
import { printArrears, printReport, printRoll } from "../services/rental/listPapers.ts";
import { exportList as exportRentalList } from "../services/rental/lists.ts";
import {
  printInspection,
  printLease,
  printMonth,
  printNotice,
  printQuittance,
  printReminder,
  printStatement,
} from "../services/rental/papers.ts";
import { recordPayment, refundAdvance } from "../services/rental/payments.ts";
import { premises, retirePremises, savePremises } from "../services/rental/premises.ts";
import { addPremisesPhoto, readPremisesPhoto } from "../services/rental/premisesPhotos.ts";
import { recordReading } from "../services/rental/readings.ts";
import { noteReminder } from "../services/rental/reminders.ts";
import { report } from "../services/rental/report.ts";
import { roll } from "../services/rental/roll.ts";
import { statement } from "../services/rental/statement.ts";
import { rentalTasks } from "../services/rental/tasks.ts";
import { saveTenant, tenants } from "../services/rental/tenants.ts";
import { terminateLease } from "../services/rental/terminating.ts";
import { voidWriteOff, writeOff } from "../services/rental/writeOffs.ts";
import type { Handlers } from "./handling.ts";

/** The rental requests. */
export const rental: Handlers["rental"] = {
  premises,
  savePremises,
  retirePremises,
  addPremisesPhoto,
  readPremisesPhoto,
  tenants,
  saveTenant,
  leases,
  lease,
  signLease,
  reviseRent,
  grantRentFree,
  renewLease,
  voidChange,
  terminateLease,
  recordReading,
  recordPayment,
  refundAdvance,
  receiveDeposit,
  settleDeposit,
  writeOff,
  voidWriteOff,
  saveInspection,
  noteReminder,
  roll,
  arrears,
  report,
  statement,
  tasks: rentalTasks,
  printLease,
  printNotice,
  printQuittance,
  printMonth,
  printReminder,
  printStatement,
  printInspection,
  printRoll,
  printArrears,
  printReport,
  exportList: exportRentalList,
};
