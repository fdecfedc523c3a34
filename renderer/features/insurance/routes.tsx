import type { RouteObject } from "react-router";
import { BookletPage } from "./booklet/BookletPage.tsx";
import { ClaimPage } from "./claims/ClaimPage.tsx";
import { ClaimsPage } from "./claims/ClaimsPage.tsx";
import { EditClaimPage, NewClaimPage } from "./claims/EntryPages.tsx";
import { PayPage } from "./claims/PayPage.tsx";
import { FundPage } from "./fund/FundPage.tsx";
import { SummaryPage } from "./fund/SummaryPage.tsx";
import { InsuranceHome } from "./InsuranceHome.tsx";
import { NewPlanPage, NextVersionPage, PlanPage } from "./plans/PlanPage.tsx";
import { PlansPage } from "./plans/PlansPage.tsx";
import { PolicyPage } from "./policy/PolicyPage.tsx";
import { RemindersPage } from "./reminders/RemindersPage.tsx";

export { memberTabs } from "./member/memberTabs.tsx";

export const routes: RouteObject[] = [
  { path: "insurance", element: <InsuranceHome /> },
  { path: "insurance/policies/:id", element: <PolicyPage /> },
  { path: "insurance/reminders", element: <RemindersPage /> },
  { path: "insurance/claims", element: <ClaimsPage /> },
  { path: "insurance/claims/new", element: <NewClaimPage /> },
  { path: "insurance/claims/:id", element: <ClaimPage /> },
  { path: "insurance/claims/:id/edit", element: <EditClaimPage /> },
  { path: "insurance/pay", element: <PayPage /> },
  { path: "insurance/fund", element: <FundPage /> },
  { path: "insurance/summary", element: <SummaryPage /> },
  { path: "insurance/booklet", element: <BookletPage /> },
];

/** Below `/settings`. */
export const settingsRoutes: RouteObject[] = [
  { path: "plans", element: <PlansPage /> },
  { path: "plans/new/:kind", element: <NewPlanPage /> },
  { path: "plans/:id", element: <PlanPage /> },
  { path: "plans/:id/next", element: <NextVersionPage /> },
];
