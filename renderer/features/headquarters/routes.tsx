import type { RouteObject } from "react-router";
import { AnswersPage } from "./answers/AnswersPage.tsx";
import { DuplicatesPage } from "./duplicates/DuplicatesPage.tsx";
import { TransfersPage } from "./duplicates/TransfersPage.tsx";
import { EnrolPage } from "./enrolment/EnrolPage.tsx";
import { InvitePage } from "./enrolment/InvitePage.tsx";
import { OfficePage } from "./office/OfficePage.tsx";
import { OfficesPage } from "./offices/OfficesPage.tsx";
import { ReceivePage } from "./receive/ReceivePage.tsx";
import { SnapshotPage } from "./snapshot/SnapshotPage.tsx";
import { TiersPage } from "./tiers/TiersPage.tsx";

/** Only headquarters shows a way here; elsewhere the service refuses what these pages ask. */
export const routes: RouteObject[] = [
  { path: "headquarters", element: <OfficesPage /> },
  { path: "headquarters/receive", element: <ReceivePage /> },
  { path: "headquarters/answers", element: <AnswersPage /> },
  { path: "headquarters/invite", element: <InvitePage /> },
  { path: "headquarters/enrol", element: <EnrolPage /> },
  { path: "headquarters/offices/:code", element: <OfficePage /> },
  { path: "headquarters/offices/:code/snapshot", element: <SnapshotPage /> },
  { path: "headquarters/duplicates", element: <DuplicatesPage /> },
  { path: "headquarters/transfers", element: <TransfersPage /> },
];

/** Below `/settings`. */
export const settingsRoutes: RouteObject[] = [{ path: "tiers", element: <TiersPage /> }];
