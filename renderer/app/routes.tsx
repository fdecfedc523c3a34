import { createHashRouter, type RouteObject } from "react-router";
import { settingsRoutes as accessSettings } from "../features/access/routes.tsx";
import { routes as cards } from "../features/cards/routes.tsx";
import { routes as cashbook, settingsRoutes as cashbookSettings } from "../features/cashbook/routes.tsx";
import {
  routes as headquarters,
  settingsRoutes as headquartersSettings,
} from "../features/headquarters/routes.tsx";
import { routes as imports } from "../features/imports/routes.tsx";
import {
  routes as insurance,
  memberTabs as insuranceMemberTabs,
  settingsRoutes as insuranceSettings,
} from "../features/insurance/routes.tsx";
import {
  routes as literacy,
  memberTabs as literacyMemberTabs,
  settingsRoutes as literacySettings,
} from "../features/literacy/routes.tsx";
import { routes as membership } from "../features/membership/routes.tsx";
import { routes as office, settingsRoutes as officeSettings } from "../features/office/routes.tsx";
import { routes as rental } from "../features/rental/routes.tsx";
import { routes as reporting, settingsRoutes as reportingSettings } from "../features/reporting/routes.tsx";
import { routes as sync } from "../features/sync/routes.tsx";
import { Apology } from "./Apology.tsx";
import { NotFound } from "./NotFound.tsx";
import { OpenedFile } from "./OpenedFile.tsx";
import { SettingsFrame } from "./SettingsFrame.tsx";
import { Shell } from "./Shell.tsx";

const settings: RouteObject = {
  path: "settings",
  element: <SettingsFrame />,
  children: [
    ...officeSettings,
    ...accessSettings,
    ...headquartersSettings,
    ...insuranceSettings,
    ...cashbookSettings,
    ...literacySettings,
    ...reportingSettings,
  ],
};

/** Every page inside of the office. Each feature names its own; import pages come before `/members/:id`. */
export const router = createHashRouter([
  {
    path: "/",
    element: <Shell />,
    errorElement: <Apology />,
    children: [
      ...office,
      ...imports,
      ...membership([...insuranceMemberTabs, ...literacyMemberTabs]),
      ...cards,
      ...cashbook,
      ...insurance,
      ...rental,
      ...literacy,
      ...reporting,
      ...sync,
      ...headquarters,
      settings,
      { path: "open", element: <OpenedFile /> },
      { path: "*", element: <NotFound /> },
    ],
  },
]);
