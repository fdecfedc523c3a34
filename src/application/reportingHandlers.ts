import { completeness } from "../services/reporting/completeness.ts";
import { dashboard } from "../services/reporting/dashboard.ts";
import { checkDhis2, dhis2Mapping, exportDhis2, saveDhis2Mapping } from "../services/reporting/dhis2.ts";
import { draft, preview, saveText } from "../services/reporting/drafting.ts";
import { codebook, exportIndicators, takeIndicators } from "../services/reporting/figureExports.ts";
import { indicators } from "../services/reporting/figures.ts";
import { issueReport } from "../services/reporting/issuing.ts";
import { exportList as exportReportingList } from "../services/reporting/listExports.ts";
import { outliers } from "../services/reporting/outliers.ts";
import { records } from "../services/reporting/records.ts";
import { printReport, report, reports } from "../services/reporting/reports.ts";
import { exportReport } from "../services/reporting/reportWorkbook.ts";
import {
  targets as indicatorTargets,
  saveTarget as saveIndicatorTarget,
} from "../services/reporting/targets.ts";
import { reportingTasks } from "../services/reporting/tasks.ts";
import type { Handlers } from "./handling.ts";

/** The requests of figures, reports and exports. */
export const reporting: Handlers["reporting"] = {
  dashboard,
  indicators,
  records,
  targets: indicatorTargets,
  saveTarget: saveIndicatorTarget,
  reports,
  report,
  draft,
  saveText,
  preview,
  issue: issueReport,
  print: printReport,
  exportReport,
  exportIndicators,
  takeIndicators,
  codebook,
  exportList: exportReportingList,
  dhis2Mapping,
  saveDhis2Mapping,
  checkDhis2,
  exportDhis2,
  completeness,
  outliers,
  tasks: reportingTasks,
};
