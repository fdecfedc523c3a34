import { IconCalendarX, IconChartDots, IconFileDiff, IconFileText } from "@tabler/icons-react";
import type { ReportingTasks } from "../../../../src/contract/reportingViews.ts";
import type { Task } from "./task.ts";

/** What waits among the reports; the service has named only what is this person's to do. */
export function reportingTasks(found: ReportingTasks): Task[] {
  const { reportKind, reportDue, begun, corrected, incomplete, outliers } = found;
  const tasks: Task[] = [
    {
      word: begun ? "reportBegun" : "reportDue",
      icon: IconFileText,
      when: "due",
      count: reportDue === null ? 0 : 1,
      ...(reportDue === null ? {} : { month: reportDue }),
      to: `/reporting/reports?kind=${reportKind}&period=${reportDue}`,
      needs: "reporting.issue",
    },
    {
      word: "reportsCorrected",
      icon: IconFileDiff,
      when: "decide",
      count: corrected,
      to: "/reporting/reports",
      needs: "reporting.issue",
    },
    {
      word: "monthsMissing",
      icon: IconCalendarX,
      when: "late",
      count: incomplete.length,
      to: "/reporting/completeness",
      needs: "headquarters.read",
    },
    {
      word: "outliers",
      icon: IconChartDots,
      when: "decide",
      count: outliers,
      to: "/reporting/completeness",
      needs: "headquarters.read",
    },
  ];
  return tasks.filter(({ count }) => count > 0);
}
