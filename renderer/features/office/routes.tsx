import type { RouteObject } from "react-router";
import { BackUp } from "./settings/BackUp.tsx";
import { CheckUp } from "./settings/CheckUp.tsx";
import { OfficeSettings } from "./settings/OfficeSettings.tsx";
import { Today } from "./today/Today.tsx";

export const routes: RouteObject[] = [{ index: true, element: <Today /> }];

/** Below `/settings`. */
export const settingsRoutes: RouteObject[] = [
  { index: true, element: <OfficeSettings /> },
  { path: "backup", element: <BackUp /> },
  { path: "check-up", element: <CheckUp /> },
];
