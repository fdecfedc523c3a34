import type { RouteObject } from "react-router";
import { ArrearsPage } from "./arrears/ArrearsPage.tsx";
import { BoardPage } from "./board/BoardPage.tsx";
import { LeasePage } from "./lease/LeasePage.tsx";
import { LeasesPage } from "./leases/LeasesPage.tsx";
import { NewLeasePage } from "./leases/sign/NewLeasePage.tsx";
import { PremisesPage } from "./premises/PremisesPage.tsx";
import { ReportPage } from "./report/ReportPage.tsx";
import { RollPage } from "./roll/RollPage.tsx";

export const routes: RouteObject[] = [
  { path: "rental", element: <BoardPage /> },
  { path: "rental/premises/:id", element: <PremisesPage /> },
  { path: "rental/roll", element: <RollPage /> },
  { path: "rental/arrears", element: <ArrearsPage /> },
  { path: "rental/leases", element: <LeasesPage /> },
  { path: "rental/leases/new", element: <NewLeasePage /> },
  { path: "rental/leases/:id", element: <LeasePage /> },
  { path: "rental/report", element: <ReportPage /> },
];
