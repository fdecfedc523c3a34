import type { RouteObject } from "react-router";
import { BudgetPage } from "./budget/BudgetPage.tsx";
import { CountPage } from "./count/CountPage.tsx";
import { EntryPage } from "./entry/EntryPage.tsx";
import { JournalPage } from "./journal/JournalPage.tsx";
import { MonthPage } from "./months/MonthPage.tsx";
import { MonthsPage } from "./months/MonthsPage.tsx";
import { RemittancesPage } from "./remittances/RemittancesPage.tsx";
import { ChartPage } from "./settings/ChartPage.tsx";
import { ProjectsPage } from "./settings/ProjectsPage.tsx";
import { TillsPage } from "./tills/TillsPage.tsx";
import { VoucherPage } from "./voucher/VoucherPage.tsx";

export const routes: RouteObject[] = [
  { path: "cashbook", element: <JournalPage /> },
  { path: "cashbook/new/:way", element: <EntryPage /> },
  { path: "cashbook/vouchers/:id", element: <VoucherPage /> },
  { path: "cashbook/tills", element: <TillsPage /> },
  { path: "cashbook/count/:till", element: <CountPage /> },
  { path: "cashbook/months", element: <MonthsPage /> },
  { path: "cashbook/months/:month", element: <MonthPage /> },
  { path: "cashbook/budget", element: <BudgetPage /> },
  { path: "cashbook/remittances", element: <RemittancesPage /> },
];

/** Below `/settings`. */
export const settingsRoutes: RouteObject[] = [
  { path: "chart", element: <ChartPage /> },
  { path: "projects", element: <ProjectsPage /> },
];
