import { budget, saveBudgetLine } from "../services/cashbook/budgets.ts";
import { chart, saveAccount } from "../services/cashbook/chart.ts";
import { closeMonth } from "../services/cashbook/closing.ts";
import { count, counts } from "../services/cashbook/counting.ts";
import { exportJournal } from "../services/cashbook/journalExport.ts";
import { month } from "../services/cashbook/monthBook.ts";
import { months } from "../services/cashbook/months.ts";
import {
  printBook,
  printMonth as printBookMonth,
  printBudget,
  printCount,
} from "../services/cashbook/papers.ts";
import { addPhoto, readVoucherPhoto } from "../services/cashbook/photos.ts";
import { projects, saveProject } from "../services/cashbook/projects.ts";
import { record } from "../services/cashbook/recording.ts";
import { receiveRemittance, remit, remittances } from "../services/cashbook/remittances.ts";
import { reopenMonth } from "../services/cashbook/reopening.ts";
import { reverse } from "../services/cashbook/reversing.ts";
import { cashbookTasks } from "../services/cashbook/tasks.ts";
import { recordOpening, saveTill, tills } from "../services/cashbook/tills.ts";
import { transfer } from "../services/cashbook/transfers.ts";
import { voucherFile } from "../services/cashbook/voucherFile.ts";
import { listVouchers } from "../services/cashbook/vouchers.ts";
import type { Handlers } from "./handling.ts";

/** The cashbook requests. */
export const cashbook: Handlers["cashbook"] = {
  listVouchers,
  voucher: voucherFile,
  record,
  addPhoto,
  readPhoto: readVoucherPhoto,
  transfer,
  remit,
  remittances,
  receiveRemittance,
  reverse,
  tills,
  saveTill,
  recordOpening,
  count,
  counts,
  printCount,
  months,
  month,
  closeMonth,
  reopenMonth,
  printMonth: printBookMonth,
  printBook,
  exportJournal,
  chart,
  saveAccount,
  projects,
  saveProject,
  budget,
  saveBudgetLine,
  printBudget,
  tasks: cashbookTasks,
};
