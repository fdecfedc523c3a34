import type { RouteObject } from "react-router";
import { CompletenessPage } from "./completeness/CompletenessPage.tsx";
import { DashboardPage } from "./dashboard/DashboardPage.tsx";
import { Dhis2Page } from "./dhis2/Dhis2Page.tsx";
import { IndicatorPage } from "./indicators/IndicatorPage.tsx";
import { IndicatorsPage } from "./indicators/IndicatorsPage.tsx";
import { RecordsPage } from "./records/RecordsPage.tsx";
import { ReportPage } from "./reports/ReportPage.tsx";
import { ReportsPage } from "./reports/ReportsPage.tsx";
import { WritePage } from "./reports/WritePage.tsx";
import { TargetsPage } from "./targets/TargetsPage.tsx";

export const routes: RouteObject[] = [
  { path: "reporting", element: <DashboardPage /> },
  { path: "reporting/indicators", element: <IndicatorsPage /> },
  { path: "reporting/indicators/:code", element: <IndicatorPage /> },
  { path: "reporting/records", element: <RecordsPage /> },
  { path: "reporting/indicators/targets", element: <TargetsPage /> },
  { path: "reporting/reports", element: <ReportsPage /> },
  { path: "reporting/reports/write", element: <WritePage /> },
  { path: "reporting/reports/:id", element: <ReportPage /> },
  { path: "reporting/completeness", element: <CompletenessPage /> },
];

/** Below `/settings`. */
export const settingsRoutes: RouteObject[] = [{ path: "dhis2", element: <Dhis2Page /> }];
