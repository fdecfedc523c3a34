import type { RouteObject } from "react-router";
import { SheetPage } from "./attendance/SheetPage.tsx";
import { CohortPage } from "./cohort/CohortPage.tsx";
import { EditCohortPage, NewCohortPage } from "./cohorts/CohortFormPages.tsx";
import { CohortsPage } from "./cohorts/CohortsPage.tsx";
import { FiguresPage } from "./figures/FiguresPage.tsx";
import { ResultsPage } from "./results/ResultsPage.tsx";
import { HolidaysPage } from "./settings/HolidaysPage.tsx";
import { NewProgrammePage, ProgrammePage } from "./settings/ProgrammePage.tsx";
import { ProgrammesPage } from "./settings/ProgrammesPage.tsx";
import { TrainersPage } from "./trainers/TrainersPage.tsx";
import { WeekPage } from "./week/WeekPage.tsx";

export { memberTabs } from "./member/memberTabs.tsx";

export const routes: RouteObject[] = [
  { path: "literacy", element: <CohortsPage /> },
  { path: "literacy/new", element: <NewCohortPage /> },
  { path: "literacy/week", element: <WeekPage /> },
  { path: "literacy/figures", element: <FiguresPage /> },
  { path: "literacy/trainers", element: <TrainersPage /> },
  { path: "literacy/cohorts/:id", element: <CohortPage /> },
  { path: "literacy/cohorts/:id/edit", element: <EditCohortPage /> },
  { path: "literacy/cohorts/:id/sheet", element: <SheetPage /> },
  { path: "literacy/cohorts/:id/results", element: <ResultsPage /> },
];

/** Below `/settings`. */
export const settingsRoutes: RouteObject[] = [
  { path: "programmes", element: <ProgrammesPage /> },
  { path: "programmes/new", element: <NewProgrammePage /> },
  { path: "programmes/:id", element: <ProgrammePage /> },
  { path: "holidays", element: <HolidaysPage /> },
];
